import { describe, expect, it } from 'vitest';
import { problemsOf } from '../../src/check/rules/problems.js';
import type { ProblemView as FoundProblem } from '../../src/check/rules/problem.js';
import { randomFrom } from '../../src/explore/interview/random.js';
import { Interpreter } from '../../src/program/eval/interpreter.js';
import { has } from '../../src/program/ir/codes.js';
import { lower } from '../../src/program/ir/lower.js';
import { asOf } from '../support/decide.js';
import { damagedDocuments } from '../support/documents.mjs';
import { compiled } from '../support/packages.js';
import { thorough } from '../support/thorough.js';

describe('A damaged table', () => {
  const MAX_POINTS = thorough ? 20_000 : 4000;
  const shapes = [
    { rows: 30, columns: 2, seed: 1 },
    { rows: 60, columns: 3, seed: 2 },
    { rows: 300, columns: 5, seed: 3 },
    { rows: 1000, columns: 7, seed: 4 },
  ];

  it.each(shapes)(
    'of $rows rules and $columns columns has exactly the proven problems at each of many points',
    ({ rows, columns, seed }) => {
      const program = lower(compiled(damagedDocuments(rows, columns, seed)));
      const [decision] = program.decisions;
      if (decision?.body.form !== 'table') throw new Error('no table');
      const { rules } = decision.body;
      const problems: readonly FoundProblem[] = problemsOf(program, asOf);
      const of = (code: FoundProblem['code']): FoundProblem[] => problems.filter((found) => found.code === code);
      const [gaps, shadows] = [of('gap'), of('masked')];
      // What is shadowed in a table of this hit policy is contradicted everywhere.
      const together = [...of('overlap'), ...shadows];
      const holds = ({ where = [] }: FoundProblem, codes: Int32Array): boolean =>
        where.some(({ sets }) => sets.every(([{ index }, set]) => has(set, codes[index] ?? 0)));
      const random = randomFrom(seed);
      const seen = { gap: 0, contradiction: 0 };
      for (let n = 0; n < MAX_POINTS; n++) {
        const codes = Int32Array.from(program.variables, ({ size }) => 1 + Math.floor(random() * (size - 1)));
        const evaluation = new Interpreter(program, codes, new Map());
        const hit = rules.filter(({ tests }) => evaluation.failure(tests) === undefined);
        expect(gaps.some((found) => holds(found, codes))).toBe(hit.length === 0);
        const here = together.filter((found) => holds(found, codes)).map(({ rules: those = [] }) => those);
        const reported = new Set(here.flat());
        // The rule that the problem names first hits there, and so does at least one of the others.
        for (const [first, ...others] of here) {
          expect(hit).toContain(first);
          expect(others.some((rule) => hit.includes(rule))).toBe(true);
        }
        expect(hit.length > 1 ? hit.filter((rule) => !reported.has(rule)) : [...reported]).toEqual([]);
        if (hit.length === 0) seen.gap++;
        if (hit.length > 1) seen.contradiction++;
      }
      // Neither is so rare that nothing was tested.
      expect(Math.min(seen.gap, seen.contradiction)).toBeGreaterThan(MAX_POINTS / 1000);
      const shadowed = new Set(shadows.flatMap(({ rules: [first] = [] }) => first ?? []));
      for (const { witness } of shadows) expect(witness).toBeDefined();
      expect(shadowed.size).toBeGreaterThan(0);
    },
  );
});
