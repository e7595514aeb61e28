import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import type { Recommendation, RoleAnswer } from '../../src/index.js';
import { ROOT, whichstack } from '../support/cli.js';

/** What a case of the guide expects of one role. */
interface Expected {
  readonly all_of?: string[];
  readonly any_of?: string[];
  readonly contains?: string[];
}
type Case = {
  readonly source: string;
  readonly given: Record<string, unknown>;
  readonly family?: string;
  readonly implementations?: string[];
  readonly alternative?: string[];
} & Expected &
  Partial<Record<(typeof ROLES)[number], Expected | 'none'>>;

const ROLES = ['runtime', 'storage', 'configuration', 'acceleration', 'delivery'] as const;
const DATA = ['durability', 'performance', 'scalability'];
const groups = parse(readFileSync(join(ROOT, 'test/conformance.yaml'), 'utf8')) as Record<string, Case[]>;

/** The flags that state a case. Levels of the storage matrix speak of a data need. */
function flags(group: string, given: Record<string, unknown>): string[] {
  const ofData = group === 'storage_matrix';
  const item = Object.entries(given).filter(([key]) => key === 'data' || (ofData && DATA.includes(key)));
  const data = item.map(([key, value]) => (key === 'data' ? String(value) : `${key}=${String(value)}`));
  const rest = Object.entries(given).filter(([key]) => !item.some(([other]) => other === key));
  return [
    ...rest.flatMap(([key, value]) => ['--set', `${key}=${String(value)}`]),
    ...(data.length > 0 ? ['--data', data.join(',')] : []),
  ];
}

const answers = ({ stack }: Recommendation, role: string): RoleAnswer[] => [stack[role] ?? []].flat();

function holds(actual: string[], expected: Expected): void {
  if (expected.all_of) expect([...actual].sort()).toEqual([...expected.all_of].sort());
  if (expected.contains) expect(actual).toEqual(expect.arrayContaining(expected.contains));
  if (expected.any_of) {
    expect(actual.length).toBeGreaterThan(0);
    expect(expected.any_of).toEqual(expect.arrayContaining(actual));
  }
}

describe.each(Object.entries(groups))('the guide: %s', (group, cases) => {
  it.concurrent.each(cases.map((one) => [one.source, JSON.stringify(one.given), one] as const))(
    '%s %s',
    async (_source, _given, one) => {
      const { code, stdout, stderr } = await whichstack(['recommend', ...flags(group, one.given), '--json']);
      expect(stderr).toBe('');
      expect(code).toBe(0);
      const recommendation = JSON.parse(stdout) as Recommendation;
      const bare = group.startsWith('storage') ? 'storage' : 'runtime';
      const expectations = [[bare, one] as const, ...ROLES.map((role) => [role, one[role]] as const)];
      for (const [role, expected] of expectations) {
        if (expected === undefined) continue;
        const chosen = [
          ...new Set(answers(recommendation, role).flatMap((answer) => answer.chosen.map(({ id }) => id))),
        ];
        if (expected === 'none') expect(chosen).toEqual([]);
        else holds(chosen, expected);
      }
      if (one.family !== undefined) expect(answers(recommendation, 'runtime')[0]?.family).toBe(one.family);
      const around = Object.values(recommendation.stack)
        .flat()
        .flatMap((answer) => [
          ...answer.chosen.map(({ id }) => id),
          ...answer.alternatives.flatMap(({ technologies }) => technologies),
        ]);
      expect(around).toEqual(expect.arrayContaining([...(one.implementations ?? []), ...(one.alternative ?? [])]));
    },
  );
});

it('covers the whole guide', () => {
  const sources = new Set(
    Object.values(groups)
      .flat()
      .map(({ source }) => source.replace(/[abc]$/, '')),
  );
  for (const clause of ['G2.1', 'G2.2', 'G2.3', 'G2.4', 'G3', 'G4.1', 'G4.2', 'G4.3', 'G5']) {
    expect(
      [...sources].some((source) => source.startsWith(clause)),
      clause,
    ).toBe(true);
  }
  expect(Object.values(groups).flat().length).toBeGreaterThanOrEqual(70);
});
