import { SHARED_TEXTS } from '../common/texts/index.js';
import { TYPOGRAPHY } from '../../language/texts/index.js';
import type { Lang } from '../../language/format.js';
import type {
  Because,
  Difference,
  RoleDifference,
  WorkloadDifference,
} from '../../language/schema/results/difference.js';
import { basisOf, groundsOf, numberOf, originOf, placeOf, placesOf } from '../common/difference.js';
import { code, escape, markdownTable, message } from './markup.js';

/** Causes beyond these are counted. */
const MAX_SHOWN_CAUSES = 6;

/** A difference as Markdown for a pull request: the answers that are other ones in a table, the rest folded away. */
export function differenceMarkdown(difference: Difference): string {
  const { lang, counts, workloads } = difference;
  const words = SHARED_TEXTS[lang].difference;
  const { columns } = words;
  const answers = workloads.flatMap((workload) => answerRows(workload, lang));
  const grounds = workloads.flatMap((workload) => groundRows(workload, lang));
  const also = workloads.filter(
    ({ status, findings: { appeared, gone } }) => status === 'lesser' || appeared.length + gone.length > 0,
  );
  return [
    `### ${escape(words.summary(counts))}`,
    '',
    escape(basisOf(difference)),
    '',
    ...(answers.length === 0
      ? []
      : [
          ...markdownTable([
            [columns.workload, columns.role, columns.before, columns.after, columns.because],
            ...answers,
          ]),
          '',
        ]),
    ...(grounds.length === 0
      ? []
      : [
          '<details>',
          `<summary>${escape(words.folded(also.length))}</summary>`,
          '',
          ...markdownTable([
            [columns.workload, columns.role, columns.what, columns.before, columns.after, columns.because],
            ...grounds,
          ]),
          '',
          '</details>',
          '',
        ]),
  ].join('\n');
}

function answerRows(workload: WorkloadDifference, lang: Lang): string[][] {
  const words = SHARED_TEXTS[lang].difference;
  const { unreadable } = workload;
  const name = nameOf(workload, lang);
  if (unreadable !== undefined) {
    const problems = unreadable.problems.map((problem) => message(problem.message)).join('<br>');
    const said = `**${escape(words.unreadable[unreadable.side])}**<br>${problems}`;
    const sides = unreadable.side === 'to' ? [words.readable, said] : [said, words.readable];
    return [[name, '–', ...sides, becauseOf(unreadable.because, lang)]];
  }
  return workload.roles
    .filter(({ answer }) => answer)
    .map((role) => [
      name,
      escape(placeOf(role, lang)),
      escape(role.before?.text ?? words.absent),
      `**${escape(role.after?.text ?? words.absent)}**`,
      becauseOf(role.because, lang),
    ]);
}

/** The grounds of the answers, and the warnings that only one side has. */
function groundRows(workload: WorkloadDifference, lang: Lang): string[][] {
  const words = SHARED_TEXTS[lang].difference;
  const name = nameOf(workload, lang);
  const { roles, findings } = workload;
  const lesser = roles
    .filter(({ answer }) => !answer)
    .flatMap((role: RoleDifference) =>
      groundsOf(role, lang).map(({ what, before, after }) => [
        name,
        escape(placeOf(role, lang)),
        escape(what),
        escape(before),
        escape(after),
        becauseOf(role.because, lang),
      ]),
    );
  const warnings = [
    ...findings.gone.map((finding) => [
      name,
      '–',
      words.findings.gone[finding.severity],
      message(finding.message),
      '–',
      '–',
    ]),
    ...findings.appeared.map((finding) => [
      name,
      '–',
      words.findings.appeared[finding.severity],
      '–',
      message(finding.message),
      '–',
    ]),
  ];
  return [...lesser, ...warnings];
}

function nameOf(workload: WorkloadDifference, lang: Lang): string {
  const origin = originOf(workload, lang);
  return [escape(workload.title), ...(origin === undefined ? [] : [code(origin)])].join('<br>');
}

function becauseOf({ proof, changes }: Because, lang: Lang): string {
  const words = SHARED_TEXTS[lang].difference;
  const shown = changes
    .slice(0, MAX_SHOWN_CAUSES)
    .map((cause) => [escape(cause.text), ...placesOf(cause).map(code)].join(' '));
  const more = changes.length - shown.length;
  const head =
    proof === 'minimal' && changes.length === 1
      ? []
      : [
          escape(words.because(proof, numberOf(changes))) +
            (changes.length === 0 ? '' : TYPOGRAPHY[lang].colon.trimEnd()),
        ];
  return [...head, ...shown, ...(more > 0 ? [escape(words.more(more))] : [])].join('<br>');
}
