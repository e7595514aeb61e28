import { expect, it } from 'vitest';
import type { AnyRecommendation, RoleAnswer } from '../../src/index.js';
import { readCases, runCases, type Case } from '../support/cases.js';
import { decide } from '../support/decide.js';

const FILE = 'report/conformance.yaml';
/** Levels of the storage matrix are those of a data need. */
const DATA_FACTORS = ['durability', 'performance', 'scalability'];

interface Answered {
  readonly recommendation: AnyRecommendation;
  /** The role that an expectation outside of any role is about. */
  readonly role: string;
}

function answerTo({ given }: Case, group: string): Answered {
  const { data: need, ...stated } = given as Record<string, unknown>;
  const isOfData = (factor: string): boolean => group === 'storage_matrix' && DATA_FACTORS.includes(factor);
  const pick = (ofData: boolean): [string, unknown][] =>
    Object.entries(stated).filter(([id]) => isOfData(id) === ofData);
  const item = Object.fromEntries([...(need === undefined ? [] : [['need', need] as const]), ...pick(true)]);
  const data = Object.keys(item).length > 0 ? { data: [item] } : {};
  const requirements = { ...Object.fromEntries(pick(false)), ...data };
  return {
    recommendation: decide({ requirements }),
    role: group.startsWith('storage') ? 'storage' : 'runtime',
  };
}

const answersOf = ({ stack }: AnyRecommendation, role: string): readonly RoleAnswer[] => [stack[role] ?? []].flat();
const chosenFor = (recommendation: AnyRecommendation, role: string): string[] => [
  ...new Set(answersOf(recommendation, role).flatMap(({ chosen }) => chosen.map(({ id }) => id))),
];

/** What may be expected of the ids that are chosen for one role. */
const COMPARISONS: Readonly<Record<string, (chosen: readonly string[], ids: readonly string[]) => void>> = {
  all_of: (chosen, ids) => {
    expect([...chosen].sort()).toEqual([...ids].sort());
  },
  any_of: (chosen, ids) => {
    expect(chosen).not.toEqual([]);
    expect(ids).toEqual(expect.arrayContaining([...chosen]));
  },
  contains: (chosen, ids) => {
    expect(chosen).toEqual(expect.arrayContaining([...ids]));
  },
};

const ofRole =
  (role: string) =>
  ({ recommendation }: Answered, expected: unknown): void => {
    const chosen = chosenFor(recommendation, role);
    if (expected === 'none') {
      expect(chosen).toEqual([]);
      return;
    }
    const comparisons = Object.entries(expected as Record<string, string[]>);
    expect(comparisons).not.toEqual([]);
    for (const [key, ids] of comparisons) {
      const compare = COMPARISONS[key];
      if (compare === undefined) throw new Error(`unknown comparison ${key}`);
      compare(chosen, ids);
    }
  };

/** What is chosen anywhere, or would do as well. */
const named = ({ recommendation }: Answered, ids: unknown): void => {
  const all = Object.values(recommendation.stack)
    .flat()
    .flatMap(({ chosen, alternatives }) => [
      ...chosen.map(({ id }) => id),
      ...alternatives.flatMap(({ technologies }) => technologies),
    ]);
  expect(all).toEqual(expect.arrayContaining(ids as string[]));
};

runCases<Answered>(FILE, {
  required: ['source', 'given'],
  run: answerTo,
  expectations: {
    ...Object.fromEntries(
      Object.entries(COMPARISONS).map(([key, compare]) => [
        key,
        ({ recommendation, role }: Answered, ids: unknown) => {
          compare(chosenFor(recommendation, role), ids as string[]);
        },
      ]),
    ),
    ...Object.fromEntries(
      ['runtime', 'storage', 'configuration', 'acceleration', 'delivery'].map((role) => [role, ofRole(role)]),
    ),
    family: ({ recommendation }, family) => {
      expect(answersOf(recommendation, 'runtime')[0]?.family).toBe(family);
    },
    implementations: named,
    alternative: named,
  },
});

it('The cases cover every part of the guide that decides', () => {
  const cases = Object.values(readCases(FILE)).flat();
  const sources = cases.map(({ source }) => String(source));
  const parts = ['G2.1', 'G2.2', 'G2.3', 'G2.4', 'G3', 'G4.1', 'G4.2', 'G4.3', 'G5'];
  expect(parts.filter((part) => !sources.some((source) => source.startsWith(part)))).toEqual([]);
  expect(cases.length).toBeGreaterThanOrEqual(70);
});
