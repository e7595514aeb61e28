import { expect } from 'vitest';
import { DiagnosticError, type Lang, type ProblemReport } from '../../../src/index.js';
import { runCases, type Case } from '../../support/cases.js';
import { document, text } from '../../support/documents.mjs';
import { allProblemsIn, named, namesOf, smallPackage } from '../../support/small-package.js';

/** The problems of a case, or why its package is refused. */
function check({
  decisions,
  acknowledges = [],
  advisories = {},
  roles = {},
  outcomes = [],
  combinations = [],
  documents = [],
  lang = 'en',
}: Case): readonly ProblemReport[] | string {
  const tension = document('Tension', 'meant', {
    sides: [{ text: text('one') }, { text: text('other') }],
    reading: text('so'),
    acknowledges,
  });
  const advice = Object.entries(advisories as Record<string, object>).map(([id, rest]) =>
    document('Advisory', id, { severity: 'info', text: text(id), ...rest }),
  );
  const added = [
    ...Object.entries(roles as Record<string, object>).map(([id, rest]) => document('Role', id, { order: 2, ...rest })),
    ...(outcomes as string[]).map((id) => document('Outcome', id, {})),
    ...((combinations as unknown[]).length > 0
      ? [
          JSON.stringify({
            apiVersion: 'whichstack/v1',
            kind: 'Combinations',
            id: 'known',
            role: 'r',
            sets: combinations,
          }),
        ]
      : []),
  ];
  const more = [
    ...added,
    ...advice,
    ...(documents as string[]),
    ...((acknowledges as unknown[]).length > 0 ? [tension] : []),
  ];
  try {
    return allProblemsIn(smallPackage(decisions as Record<string, object>, more), lang as Lang);
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    return error.message;
  }
}

/** Compares problems with what a case expects of them, in their order: a message by its parts, every other key as it is. */
function compare(problems: readonly ProblemReport[], expected: readonly Case[]): void {
  const actual = problems.map((problem) => ({ acknowledged: null, ...problem, rules: namesOf(problem) }));
  expect(
    actual.map(({ code, rules, message }, n) => (expected[n] === undefined ? { code, rules, message } : {})),
  ).toEqual(expected.map(() => ({})));
  for (const [n, { message = [], ...rest }] of expected.entries()) {
    expect(actual[n]).toMatchObject(rest);
    for (const part of [message].flat()) expect(actual[n]?.message).toContain(part);
  }
}

const ofProblems =
  (choose: (problem: ProblemReport) => boolean) =>
  (result: readonly ProblemReport[] | string, expected: unknown): void => {
    if (typeof result === 'string') throw new Error(`refused: ${result}`);
    compare(result.filter(choose), expected as Case[]);
  };

runCases('check/rules/problems.yaml', {
  required: ['decisions'],
  optional: ['acknowledges', 'advisories', 'lang', 'roles', 'outcomes', 'combinations'],
  run: check,
  expectations: {
    // What of the vocabulary the decisions leave unused is not their problem.
    problems: ofProblems(({ decision }) => decision !== undefined),
    errors: ofProblems(({ decision, severity }) => decision !== undefined && severity === 'error'),
    byCode: (result, expected) => {
      const codes = Object.entries(expected as Record<string, Case[]>);
      expect(codes).not.toEqual([]);
      for (const [code, list] of codes) ofProblems((problem) => problem.code === code)(result, list);
    },
    refused: (result, expected) => {
      expect(result).toContain(expected);
      expect(typeof result).toBe('string');
    },
  },
});

/** The technology that all cases are about, with the attributes that its facts state: `reach` and `clearance` are figures, `state` is none, and only `clearance` never expires. */
function evidenceOf({
  technology,
  works = {},
  evidence = [],
  acknowledges = [],
}: Case): readonly ProblemReport[] | string {
  const facts = (written: unknown): object[] =>
    (written as Case[]).map((fact) => ({ kind: 'documentation', confidence: 'high', ...fact }));
  const { facts: own = [], ...rest } = technology as Case;
  const extra = facts(evidence);
  return check({
    decisions: { d: { table: { hitPolicy: 'first', rules: [{ then: 'lift' }] } } },
    acknowledges,
    documents: [
      document('Attribute', 'reach', { type: 'quantity', dimension: 'temp', validFor: 60 }),
      document('Attribute', 'clearance', { type: 'quantity', dimension: 'temp' }),
      document('Attribute', 'state', { type: 'ordinal', levels: named(['ended', 'maintained']), validFor: 18 }),
      document('Attribute', 'licence', { type: 'name' }),
      document('Bibliography', 'works', {
        entries: Object.fromEntries(
          Object.entries(works as Case).map(([id, work]) => [
            id,
            { title: id, url: 'https://example.org', ...(work as object) },
          ]),
        ),
      }),
      document('Technology', 'lift', { role: 'r', summary: text('lift'), facts: facts(own), ...rest }),
      ...(extra.length > 0 ? [document('Evidence', 'ours', { technology: 'lift', facts: extra })] : []),
    ],
  });
}

const EVIDENCE_CODES = ['technology-incomplete', 'omits-contradicted', 'undated-figure', 'dated-by-reading'];

runCases('check/rules/evidence.yaml', {
  required: ['technology'],
  optional: ['works', 'evidence', 'acknowledges'],
  run: evidenceOf,
  expectations: {
    problems: ofProblems(({ code }) => EVIDENCE_CODES.includes(code)),
    unused: ofProblems(({ code }) => code === 'unused-suppression'),
    refused: (result, expected) => {
      expect(typeof result).toBe('string');
      expect(result).toContain(expected);
    },
  },
});
