import type { KnowledgeBase } from '../../src/index.js';
import { document, text } from './documents.mjs';
import { compiled } from './packages.js';

/** The levels of some factors, by factor; level 0 is the worst. */
type Levels = Readonly<Record<string, number>>;

/** A small table of the package: it sorts some factors into grades, of which grade 0 is the worst. */
interface Part {
  readonly id: string;
  /** The factors, each with how many levels it has. */
  readonly reads: Levels;
  readonly grades: number;
  readonly gradeOf: (levels: Levels) => number;
}

const IMPACT = { vc: 3, vi: 3, va: 3 };
const sum = (levels: Levels): number => Object.values(levels).reduce((total, one) => total + one, 0);
const pair = (levels: Levels, of: string): number => (levels[`v${of}`] ?? 0) + (levels[`r${of}`] ?? 0);

/** Fifteen factors in six groups, as a score of vulnerabilities has them. Two of the groups read the same three factors. */
const PARTS: readonly Part[] = [
  {
    id: 'reach',
    reads: { net: 4, rights: 3, user: 3 },
    grades: 3,
    gradeOf: (levels) => Math.min(2, Math.ceil(sum(levels) / 3)),
  },
  { id: 'effort', reads: { skill: 2, chance: 2 }, grades: 2, gradeOf: (levels) => Math.min(1, sum(levels)) },
  // The last grade is for the best level of all three, with which nothing is at stake.
  { id: 'impact', reads: IMPACT, grades: 3, gradeOf: (levels) => (sum(levels) === 6 ? 2 : sum(levels) < 3 ? 0 : 1) },
  {
    id: 'spread',
    reads: { sc: 3, si: 4, sa: 4 },
    grades: 3,
    gradeOf: (levels) => Math.floor(sum(levels) / 3),
  },
  { id: 'exploit', reads: { known: 3 }, grades: 3, gradeOf: sum },
  {
    id: 'stake',
    reads: { ...IMPACT, rc: 3, ri: 3, ra: 3 },
    grades: 2,
    gradeOf: (levels) => (['c', 'i', 'a'].some((of) => pair(levels, of) < 2) ? 0 : 1),
  },
];

/** Every combination of levels. */
const inputsOf = (reads: Levels): Levels[] =>
  Object.entries(reads).reduce<Levels[]>(
    (all, [id, levels]) => all.flatMap((one) => Array.from({ length: levels }, (_, n) => ({ ...one, [id]: n }))),
    [{}],
  );
const level = (n: number): string => `l${String(n)}`;
const grade = ({ id }: Part, n: number): string => `${id}-${String(n)}`;
const LAST = PARTS.reduce((total, { grades }) => total + grades - 1, 0);

/** The grades that the groups can have jointly: only two of them depend on each other. */
const grades = (): number[][] => {
  const [impact, stake] = [PARTS[2], PARTS[5]];
  const joint = new Set(
    inputsOf(stake?.reads ?? {}).map((levels) => {
      const { vc = 0, vi = 0, va = 0 } = levels;
      return `${String(impact?.gradeOf({ vc, vi, va }))} ${String(stake?.gradeOf(levels))}`;
    }),
  );
  return PARTS.reduce<number[][]>(
    (all, part) => all.flatMap((one) => Array.from({ length: part.grades }, (_, n) => [...one, n])),
    [[]],
  ).filter((one) => joint.has(`${String(one[2])} ${String(one[5])}`));
};

/** A row of the last table: the grade of each group, and how bad all of that is, from 0. */
export interface ScoredRow {
  readonly when: Readonly<Record<string, string>>;
  readonly then: string;
}

export const SCORED_ROWS: readonly ScoredRow[] = grades().map((one) => ({
  when: Object.fromEntries(PARTS.map((part, n) => [part.id, grade(part, one[n] ?? 0)])),
  then: `score-${String(LAST - one.reduce((total, n) => total + n, 0))}`,
}));

/** The scores, the lowest first. */
export const SCORES: readonly string[] = Array.from({ length: LAST + 1 }, (_, n) => `score-${String(n)}`);

/** Every factor, with how many levels it has. */
export const SCORED_FACTORS: Levels = Object.assign({}, ...PARTS.map(({ reads }) => reads)) as Levels;

/**
 * A package of seven tables over fifteen factors: six small ones, and one over their results.
 *
 * @param rows of the last table
 * @param rest further keys of the last decision
 */
export const scoredPackage = (rows: readonly ScoredRow[] = SCORED_ROWS, rest: object = {}): KnowledgeBase =>
  compiled([
    document('Package', 'scored', { version: '1' }),
    ...Object.entries(SCORED_FACTORS).map(([id, levels]) =>
      document('Factor', id, {
        type: 'ordinal',
        question: text('?'),
        askedOf: ['requirements'],
        levels: Array.from({ length: levels }, (_, n) => ({ id: level(n), title: text(level(n)) })),
      }),
    ),
    ...PARTS.flatMap((part) => [
      ...Array.from({ length: part.grades }, (_, n) => document('Outcome', grade(part, n), {})),
      document('Decision', part.id, {
        table: {
          hitPolicy: 'unique',
          rules: inputsOf(part.reads).map((levels) => ({
            when: Object.fromEntries(Object.entries(levels).map(([id, n]) => [id, level(n)])),
            then: grade(part, part.gradeOf(levels)),
          })),
        },
      }),
    ]),
    ...SCORES.map((id) => document('Outcome', id, {})),
    document('Decision', 'score', { table: { hitPolicy: 'unique', rules: rows }, ...rest }),
    document('Role', 'score', { order: 1, decision: 'score' }),
  ]);
