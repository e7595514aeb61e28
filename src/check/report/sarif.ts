import { position, type Span } from '../../language/diagnostics/diagnostic.js';
import type { Lang } from '../../language/format.js';
import type { ProblemCode } from '../../language/diagnostics/problem-codes.js';
import type { ProblemReport } from '../../language/schema/results/verification.js';
import { PROBLEM_TITLES } from './titles.js';
import type { Verified } from './verify.js';

const LEVELS: Readonly<Record<ProblemReport['severity'], string>> = {
  error: 'error',
  warning: 'warning',
  note: 'note',
};

/**
 * The problems of a verification as a SARIF 2.1.0 log (OASIS, 2020), which code hosts show beside the lines in question. What is acknowledged is
 * there as suppressed, with its reading.
 *
 * @param version that of the tool
 * @param uriOf gives the address of a file, relative to what the reader has checked out
 */
export function toSarif(
  { verification, spans, related }: Verified,
  version: string,
  uriOf: (file: string) => string,
): object {
  const codes = [...new Set(verification.problems.map(({ code }) => code))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'whichstack',
            version,
            rules: codes.map((id) => ({
              id,
              shortDescription: { text: PROBLEM_TITLES[id as ProblemCode][verification.lang] },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: verification.problems.map((problem) => {
          const span = spans.get(problem);
          const others = related.get(problem) ?? [];
          return {
            ruleId: problem.code,
            ruleIndex: codes.indexOf(problem.code),
            level: LEVELS[problem.severity],
            message: { text: textOf(problem, verification.lang) },
            ...(span && { locations: [{ physicalLocation: locationOf(span, uriOf) }] }),
            ...(others.length > 0 && {
              relatedLocations: others.map((other) => ({ physicalLocation: locationOf(other, uriOf) })),
            }),
            // What a problem is recognised by from run to run, wherever its lines move.
            partialFingerprints: { 'whichstack/v1': fingerprintOf(problem) },
            ...(problem.acknowledged && {
              suppressions: [{ kind: 'inSource', justification: problem.acknowledged.reading }],
            }),
          };
        }),
      },
    ],
  };
}

function textOf({ message, where, witness }: ProblemReport, lang: Lang): string {
  const example = witness === undefined ? [] : [EXAMPLE[lang](witness.text)];
  return [message, ...where.slice(0, 3), ...example].join('\n');
}

const EXAMPLE = { en: (text: string) => `for example: ${text}`, zh: (text: string) => `例如：${text}` };

function locationOf({ source, start, end }: Span, uriOf: (file: string) => string): object {
  const [from, to] = [position(source.text, start), position(source.text, Math.max(start + 1, end))];
  return {
    artifactLocation: { uri: uriOf(source.name) },
    region: { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column },
  };
}

/** What names nothing else is told apart by its message. */
function fingerprintOf(problem: ProblemReport): string {
  const { code, decision, other, rules, scenario, factor, levels, technology, criterion, message } = problem;
  const named = [decision, other, rules.map(({ rule }) => rule), scenario, factor, levels, technology, criterion];
  return JSON.stringify([code, ...(named.flat().some((name) => name !== undefined) ? named : [message])]);
}
