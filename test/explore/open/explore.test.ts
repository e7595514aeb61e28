import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answer,
  explore,
  parseWorkloads,
  whatIf,
  type Exploration,
  type KnowledgeBase,
  type OpenPlace,
} from '../../../src/index.js';
import { ROOT } from '../../support/cli.js';
import { asOf, builtin } from '../../support/decide.js';
import { packages, stated } from '../../support/packages.js';
import { runs } from '../../support/thorough.js';

type Values = Readonly<Record<string, unknown>>;

/** Everything that could be replied to a factor, and how many replies that is. */
const REPLIES: Readonly<Record<string, readonly (readonly [reply: unknown, count: number])[]>> = {
  a: [[undefined, 0], ...['l1', 'l2', 'l3'].map((level) => [level, 1] as const)],
  b: [[undefined, 0], ...[false, true].map((flag) => [flag, 1] as const)],
  c: [[undefined, 0], ...['x', 'y', 'z'].map((value) => [value, 1] as const)],
  s: [
    [undefined, 0],
    [[], 1],
    [['m'], 1],
    [['n'], 1],
    [['m', 'n'], 2],
  ],
};

/** What is chosen for each role, in ids, sorted. */
function chosen(knowledge: KnowledgeBase, values: Values): Map<string, string> {
  const requirements = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  return new Map(
    answer(knowledge, { requirements }, { asOf }).map(({ role, chosen: ids }) => [
      role,
      ids
        .map(({ id }) => id)
        .sort()
        .join('+'),
    ]),
  );
}

/** Of each factor that can matter, by `role factor`: the minimum replies, its own among them, with which it does; found by trying everything. */
function byTrying(knowledge: KnowledgeBase, base: Values): Map<string, number> {
  const open = Object.keys(REPLIES).filter((factor) => base[factor] === undefined);
  const minimum = new Map<string, number>();
  const visit = (n: number, values: Values, count: number): void => {
    const factor = open[n];
    if (factor !== undefined) {
      for (const [reply, more] of REPLIES[factor] ?? []) visit(n + 1, { ...values, [factor]: reply }, count + more);
      return;
    }
    const now = chosen(knowledge, values);
    for (const one of open.filter((name) => values[name] !== undefined)) {
      const without = chosen(knowledge, { ...values, [one]: undefined });
      for (const [role, ids] of now) {
        if (without.get(role) === ids) continue;
        const key = `${role} ${one}`;
        minimum.set(key, Math.min(count, minimum.get(key) ?? Infinity));
      }
    }
  };
  visit(0, base, 0);
  return minimum;
}

const written = (value: unknown): Values[string] => (Array.isArray(value) ? [...(value as string[])].sort() : value);
const countOf = (value: unknown): number => (Array.isArray(value) ? Math.max(1, value.length) : 1);

describe('The open factors', () => {
  it('are those that an exhaustive search finds to matter, each with as few other replies, on random packages', () => {
    let [alone, together] = [0, 0];
    fc.assert(
      fc.property(packages, stated, (knowledge, one) => {
        const base: Values = { ...one, q: 3, things: [] };
        const places = explore(knowledge, { requirements: base }, { asOf, most: 10_000 }).open;
        const found = new Map<string, number>();
        for (const { role, factors, proven } of places) {
          expect(proven).toBe(true);
          for (const { factor, changes, with: others, instead } of factors) {
            const given = {
              ...base,
              ...Object.fromEntries(others.map((other) => [other.factor, written(other.value)])),
            };
            const without = chosen(knowledge, given).get(role);
            if (instead !== undefined) expect([...instead].sort().join('+')).toBe(without);
            for (const { values, chosen: ids } of changes) {
              for (const value of values) {
                const now = chosen(knowledge, { ...given, [factor]: written(value) }).get(role);
                expect(now).not.toBe(without);
                expect([...ids].sort().join('+')).toBe(now);
              }
            }
            const own = Math.min(...changes.flatMap(({ values }) => values.map(countOf)));
            found.set(
              `${role} ${factor}`,
              others.reduce((sum, { value }) => sum + countOf(value), own),
            );
            if (others.length === 0) alone++;
            else together++;
          }
        }
        expect(found).toEqual(byTrying(knowledge, base));
      }),
      runs(1000, 50),
    );
    expect(alone).toBeGreaterThan(0);
    expect(together).toBeGreaterThan(0);
  });
});

describe('explore', () => {
  const [ledger = {}] = parseWorkloads(builtin, readFileSync(join(ROOT, 'examples/payments-ledger.yaml'), 'utf8'));
  let kept: Exploration | undefined;
  const explored = (): Exploration => (kept ??= explore(builtin, ledger, { asOf }));
  const workload = { requirements: { scenario: 'ci-cd', security: 'medium' } };
  const storage = (places: readonly OpenPlace[], name: string): OpenPlace | undefined =>
    places.find((place) => place.role === 'storage' && place.name === name);

  it('lists factors that matter by themselves before those that matter jointly', () => {
    for (const { factors } of explore(builtin, workload, { asOf, most: 100 }).open) {
      const counts = factors.map((factor) => factor.with.length);
      expect(counts).toEqual([...counts].sort((a, b) => a - b));
    }
  });

  it('gives the exact ranges of figures, and the same flips as whatIf', () => {
    const { open, whatIf: flips } = explored();
    const nodes = storage(open, 'ledger')?.factors.find(({ factor }) => factor === 'nodes');
    expect(nodes?.changes.map(({ text }) => text)).toMatchInlineSnapshot(`
      [
        "Nodes: ≤ 1 → local storage",
        "Nodes: 2 → LINSTOR",
      ]
    `);
    expect(flips).toEqual(whatIf(builtin, ledger, { asOf }).places);
  });

  it('reports how far the search came where it is cut short', () => {
    const [runtime] = explore(builtin, workload, { asOf, most: 5 }).open;
    expect([runtime?.proven, runtime?.together, runtime?.decided]).toEqual([false, 0, 5]);
    expect(runtime?.text).toMatchInlineSnapshot(
      `"The search ended before all single replies were tried (5 variants tried)."`,
    );
  });
});
