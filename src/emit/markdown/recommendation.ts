import { listed } from '../../language/text/text.js';
import type { AnyRecommendation, Finding, RoleAnswer } from '../../language/schema/results/recommendation.js';
import { allAnswers, isRisk, nameOf, othersOf, textOfChosen, workloadTitle } from '../common/answer.js';
import { SHARED_TEXTS } from '../common/texts/index.js';
import { code, escape, markdownTable, message } from './markup.js';

/** A recommendation as Markdown for a review: the stack as a table, the findings in their order, and what the facts say of each choice in one sentence. */
export function recommendationMarkdown(recommendation: AnyRecommendation): string {
  const { lang, knowledge, asOf, findings } = recommendation;
  const words = SHARED_TEXTS[lang].answer;
  const answers = allAnswers(recommendation);
  const { columns } = words;
  const row = (answer: RoleAnswer): string[] => [
    escape(nameOf(answer)),
    answer.chosen.length === 0 ? escape(textOfChosen(answer, lang)) : `**${escape(textOfChosen(answer, lang))}**`,
    answer.verdict === undefined ? '–' : SHARED_TEXTS[lang].evidence.verdicts[answer.verdict],
    escape(listed(othersOf(answer), lang)) || '–',
    escape(answer.guide.rules.join(' ')) || '–',
  ];
  const fit = answers.flatMap((answer) =>
    answer.fitText === undefined ? [] : [`- ${escape(nameOf(answer))} – ${message(answer.fitText)}`],
  );
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [words.findings, findings.filter((finding) => !isRisk(finding)).map(line)],
    [words.fit, fit],
    [words.risks, findings.filter(isRisk).map(line)],
  ];
  return [
    `### ${escape(workloadTitle(recommendation))}`,
    '',
    escape(words.basis(knowledge, asOf)),
    '',
    ...markdownTable([
      [columns.role, columns.choice, columns.verdict, columns.others, columns.rules],
      ...answers.map(row),
    ]),
    '',
    ...sections.flatMap(([title, lines]) => (lines.length === 0 ? [] : [`#### ${escape(title)}`, '', ...lines, ''])),
  ].join('\n');

  function line({ severity, message: text, source }: Finding): string {
    const cited = source === undefined ? '' : ` (${code(source)})`;
    return `- **${words.severities[severity]}** ${message(text)}${cited}`;
  }
}
