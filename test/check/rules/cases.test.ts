import { expect } from 'vitest';
import { DiagnosticError, type Lang, type ProblemReport } from '../../../src/index.js';
import { runCases, type Case } from '../../support/cases.js';
import { document, text } from '../../support/documents.mjs';
import { allProblemsIn, namesOf, smallPackage } from '../../support/small-package.js';

/** The problems of a case, or why its package is refused. */
function check({ decisions, acknowledges = [], lang = 'en' }: Case): readonly ProblemReport[] | string {
  const tension = document('Tension', 'meant', {
    sides: [{ text: text('one') }, { text: text('other') }],
    reading: text('so'),
    acknowledges,
  });
  const more = (acknowledges as unknown[]).length > 0 ? [tension] : [];
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
  optional: ['acknowledges', 'lang'],
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
