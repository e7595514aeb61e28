import { allAnswers, judgedRows, textOfChosen, wantedBy, workloadTitle } from '../../emit/common/answer.js';
import type { FindingCode } from '../../language/diagnostics/finding-codes.js';
import { DIAGNOSTIC_WORDS, FINDING_TEXTS } from '../../language/diagnostics/texts/index.js';
import type { Lang } from '../../language/format.js';
import type { AnyRecommendation, FitRow, RoleAnswer } from '../../language/schema/results/recommendation.js';
import { printableInLine } from '../../language/text/printable.js';
import { labelled, withBrackets } from '../../language/text/text.js';
import { CLI_TEXTS } from '../texts/index.js';
import { printDiagnosticList } from './failure.js';
import { EXIT, type ExitCode, printMessage } from './output.js';

/** By the doubt that a pipeline fails on: the verdicts on what is asked that are as grave. */
const FAIL_ON = {
  failed: ['fails'],
  unproven: ['fails', 'unknown'],
  conditional: ['fails', 'unknown', 'conditional'],
} as const satisfies Record<string, readonly FitRow['verdict'][]>;

export type FailOn = keyof typeof FAIL_ON;

/** The doubts, each with other words for it. */
export const DOUBTS = [
  { id: 'failed', also: ['fails', 'failure', 'error'] },
  { id: 'unproven', also: ['unknown', 'doubt', 'doubtful'] },
  { id: 'conditional', also: ['conditions', 'warning', 'any'] },
] as const satisfies readonly { id: FailOn; also: readonly string[] }[];

/** One cause for which a recommendation exits with 1; its code is that of a finding. */
interface Cause {
  readonly code: FindingCode;
  readonly message: string;
}

/**
 * Prints to stderr why recommendations exit with 1: what cannot be satisfied, and where a pipeline fails on a doubt, each place that carries it.
 *
 * @returns what the run exits with
 */
export function exitWithDoubts(
  answers: readonly AnyRecommendation[],
  doubt: FailOn | undefined,
  { lang, asJson }: { readonly lang: Lang; readonly asJson: boolean },
): ExitCode {
  const several = answers.length > 1;
  const causes = answers.flatMap((answer) =>
    causesIn(answer, doubt).map(({ code, message }) => ({
      code,
      message: several ? labelled(workloadTitle(answer), message, lang) : message,
    })),
  );
  if (causes.length === 0) return EXIT.ok;
  if (asJson) {
    const entries = causes.map(
      ({ code, message }) => ({ code, severity: 'error', message, help: FINDING_TEXTS[lang][code].help }) as const,
    );
    printDiagnosticList(entries, EXIT.failed, lang);
    return EXIT.failed;
  }
  const word = DIAGNOSTIC_WORDS[lang].severity.error;
  const lines = causes.map(({ code, message }) => printableInLine(`${word}[${code}] ${message}`));
  printMessage([...lines, CLI_TEXTS[lang].failedBecause(causes.length, doubt)].join('\n'));
  return EXIT.failed;
}

/** What is wrong with an answer, the gravest first. */
function causesIn(answer: AnyRecommendation, doubt: FailOn | undefined): Cause[] {
  const errors = answer.findings.filter(({ severity }) => severity === 'error');
  if (doubt === undefined) return errors;
  const reported = new Set(errors.map(({ role }) => role));
  const doubts = allAnswers(answer)
    .filter(({ role, chosen }) => chosen.length > 0 || !reported.has(role))
    .flatMap((one) => causesAt(one, doubt, answer.lang));
  const gravity = ({ code }: Cause): number =>
    ['requirement-unproven', 'requirement-conditional', 'needs-condition'].indexOf(code);
  return [...errors, ...doubts.sort((a, b) => gravity(a) - gravity(b))];
}

/** The doubts on one place. Where something is needed and nothing is chosen, what is asked is not met, whatever the doubt. */
function causesAt(answer: RoleAnswer, doubt: FailOn, lang: Lang): Cause[] {
  const texts = FINDING_TEXTS[lang];
  const place = answer.name === undefined ? answer.title : withBrackets(answer.title, answer.name, lang);
  if (answer.chosen.length === 0) {
    if (!answer.needed) return [];
    const wanted = wantedBy(answer);
    if (wanted === undefined) return [{ code: 'guide-silent', message: texts['guide-silent'].message({ place }) }];
    const params = {
      form: 'replaced',
      place,
      answer: wanted,
      byGuide: true,
      reasons: [],
      couldRun: false,
      replacement: 'nothing',
    } as const;
    return [{ code: 'incompatible', message: texts.incompatible.message(params) }];
  }
  const chosen = textOfChosen(answer, lang);
  const assumed = answer.assumes.map(({ message }): Cause => ({
    code: 'needs-condition',
    message: labelled(place, message, lang),
  }));
  return [...judgedRows(answer).flatMap(causesOfRow), ...(doubt === 'conditional' ? assumed : [])];

  function causesOfRow(row: FitRow): Cause[] {
    const requirement = labelled(row.title, row.requiredText, lang);
    const verdicts: readonly FitRow['verdict'][] = FAIL_ON[doubt];
    if (!verdicts.includes(row.verdict)) return [];
    switch (row.verdict) {
      case 'fails': {
        const params = { place, chosen, requirement, found: row.foundText ?? '', sources: [] };
        return [{ code: 'requirement-failed', message: texts['requirement-failed'].message(params) }];
      }
      case 'unknown': {
        const params = { place, chosen, requirements: [requirement] };
        return [{ code: 'requirement-unproven', message: texts['requirement-unproven'].message(params) }];
      }
      case 'conditional': {
        const params = { place, chosen, requirements: [requirement], reasons: row.text === '' ? [] : [row.text] };
        return [{ code: 'requirement-conditional', message: texts['requirement-conditional'].message(params) }];
      }
      case 'meets':
        return [];
    }
    return row.verdict satisfies never;
  }
}
