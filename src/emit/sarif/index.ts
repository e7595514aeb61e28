import { SHARED_TEXTS } from '../common/texts/index.js';
import * as Type from 'typebox';
import type { ProblemCode } from '../../language/diagnostics/problem-codes.js';
import { PROBLEM_TEXTS } from '../../language/diagnostics/texts/index.js';
import type { Lang } from '../../language/format.js';
import type { ProblemPlace, ProblemReport, Verification } from '../../language/schema/results/verification.js';
import { jsonText } from '../../language/values/json-text.js';
import { defineEmitter, optionSchema, textsByName } from '../emitter.js';

/** Regions beyond these are left out of a message. */
const MAX_REGIONS = 3;

const options = optionSchema({
  version: Type.Optional(Type.String({ description: 'The version of the tool.' })),
  uris: Type.Optional(
    textsByName('The address of a file, relative to what the reader has checked out; by default, its name.'),
  ),
});

/**
 * The problems of a verification as a SARIF 2.1.0 log (OASIS, 2020), which code hosts show at the lines in question. Acknowledged problems are
 * suppressed, with their reading as the justification. In a check of packages laid over others, the state of each result says whether the packages below have
 * it by themselves.
 */
export const sarifEmitter = defineEmitter({
  id: 'sarif',
  accepts: ['Verification'],
  options,
  unprintable: 'shown',
  emit: (verification, given) => [{ text: jsonText(logOf(verification, given)) }],
});

function logOf({ problems, lang, counts }: Verification, { version, uris = {} }: Type.Static<typeof options>): object {
  const codes = [...new Set(problems.map(({ code }) => code))].sort();
  // Of a run that is compared with another, every result has a state (3.27.24).
  const hasBaseline = counts.inherited > 0;
  const locationOf = ({ file, line, column, end }: ProblemPlace): object => ({
    physicalLocation: {
      artifactLocation: { uri: uris[file] ?? file.split(/[\\/]/).map(encodeURIComponent).join('/') },
      region: { startLine: line, startColumn: column, endLine: end.line, endColumn: end.column },
    },
  });
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'whichstack',
            ...(version !== undefined && { version }),
            rules: codes.map((id) => ({
              id,
              shortDescription: { text: PROBLEM_TEXTS[lang][id as ProblemCode].title },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: problems.map((problem) => ({
          ruleId: problem.code,
          ruleIndex: codes.indexOf(problem.code),
          // The severities of problems are levels of SARIF by the same names.
          level: problem.severity,
          message: { text: textOf(problem, lang) },
          ...(problem.place && { locations: [locationOf(problem.place)] }),
          ...(problem.related && { relatedLocations: problem.related.map(locationOf) }),
          ...(hasBaseline && { baselineState: problem.inherited === true ? 'unchanged' : 'new' }),
          properties: { package: problem.package },
          // Identifies the problem from run to run, wherever its lines move.
          partialFingerprints: { 'whichstack/v1': fingerprintOf(problem) },
          ...(problem.acknowledged && {
            suppressions: [{ kind: 'inSource', justification: problem.acknowledged.reading }],
          }),
        })),
      },
    ],
  };
}

function textOf({ message, where, witness }: ProblemReport, lang: Lang): string {
  const example = witness === undefined ? [] : [SHARED_TEXTS[lang].problem.witness(witness.text)];
  return [message, ...where.slice(0, MAX_REGIONS), ...example].join('\n');
}

/** A problem that names no part of the knowledge is identified by its message. */
function fingerprintOf(problem: ProblemReport): string {
  const { code, decision, other, rules, scenario, factor, levels, technology, criterion, source, message } = problem;
  const named = [
    decision,
    other,
    rules.map(({ rule }) => rule),
    scenario,
    factor,
    levels,
    technology,
    criterion,
    source,
  ];
  return JSON.stringify([code, ...(named.flat().some((name) => name !== undefined) ? named : [message])]);
}
