import { PROBLEM_TEXTS } from '../../language/diagnostics/texts/index.js';
import type { ProblemCode } from '../../language/diagnostics/problem-codes.js';
import type { ProblemReport, Verification } from '../../language/schema/results/verification.js';
import { groupsOf, omittedOf, packageSections, type ProblemGroup } from '../common/problem-groups.js';
import { SHARED_TEXTS } from '../common/texts/index.js';
import { code, escape, message } from './markup.js';

/** A verification as Markdown: for each package what is wrong with it, where, and what to do. Notes, and what packages below have by themselves, are in the JSON. */
export function verificationMarkdown(verification: Verification): string {
  const { problems, counts, knowledge, lang, own, decisions, rules } = verification;
  const words = SHARED_TEXTS[lang].verification;
  const open = problems.filter(
    ({ acknowledged, severity, inherited }) => acknowledged === undefined && severity !== 'note' && inherited !== true,
  );
  return [
    `### ${escape(words.title(knowledge.version))}`,
    '',
    escape(words.counts(decisions, rules)),
    '',
    ...packageSections(verification, open).flatMap((section) => [
      `#### ${escape(words.section(section.package, section.relation, own.length))}`,
      '',
      ...(section.problems.length === 0 ? [escape(words.noProblem)] : groupsOf(section.problems).flatMap(groupLines)),
      '',
    ]),
    escape(words.verdict(counts.error, counts.warning, counts.acknowledged)),
    '',
  ].join('\n');

  function groupLines(group: ProblemGroup): string[] {
    const { first, problems: all } = group;
    const omitted = omittedOf(group);
    const more = omitted === 0 ? [] : [`  - ${escape(words.more(omitted))}`];
    const { title, help } = PROBLEM_TEXTS[lang][first.code as ProblemCode];
    return [
      `- **${words.severities[first.severity]}** ${code(first.code)} ${escape(title)}`,
      ...all.slice(0, all.length - omitted).map((problem) => `  - ${problemText(problem)}`),
      ...more,
      `  - ${message(help)}`,
    ];
  }
}

function problemText({ place, message: text, where }: ProblemReport): string {
  const at = place === undefined ? '' : `${code(`${place.file}:${String(place.line)}:${String(place.column)}`)} `;
  return `${at}${[text, ...where].map(message).join('<br>')}`;
}
