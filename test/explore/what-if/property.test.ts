import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer, whatIf, type KnowledgeBase, type WhatIfChange, type WhatIfPlace } from '../../../src/index.js';
import { placeKey } from '../../../src/explore/variants/choice.js';
import { asOf } from '../../support/decide.js';
import { packages, plainTables, stated, things } from '../../support/packages.js';
import { runs } from '../../support/thorough.js';

type Values = Readonly<Record<string, unknown>>;

/** What is chosen for each place, in ids, sorted. */
function chosen(knowledge: KnowledgeBase, requirements: Values): Map<string, string> {
  const made = Object.fromEntries(Object.entries(requirements).filter(([, value]) => value !== undefined));
  const places = answer(knowledge, { requirements: made }, { asOf });
  return new Map(
    places.map(({ role, name, chosen: ids }) => [
      name === undefined ? role : `${role}/${name}`,
      ids
        .map(({ id }) => id)
        .sort()
        .join('+'),
    ]),
  );
}

const LEVELS = ['l1', 'l2', 'l3'];
const SUBSETS = [undefined, [], ['m'], ['n'], ['m', 'n']];

/** Everything that could be replied, and how many levels it is from what is stated. */
const REPLIES: Readonly<Record<string, readonly unknown[]>> = {
  a: [undefined, ...LEVELS],
  b: [undefined, false, true],
  c: [undefined, 'x', 'y', 'z'],
  s: SUBSETS,
};

function levelsBetween(factor: string, from: unknown, to: unknown): number {
  if (JSON.stringify(from) === JSON.stringify(to)) return 0;
  if (factor === 's') {
    const [before, after] = [from, to] as (readonly string[] | undefined)[];
    if (after === undefined) return 1;
    if (before === undefined) return Math.max(1, after.length);
    return ['m', 'n'].filter((member) => before.includes(member) !== after.includes(member)).length;
  }
  if (factor !== 'a' || from === undefined) return 1;
  return to === undefined ? LEVELS.length : Math.abs(LEVELS.indexOf(to as string) - LEVELS.indexOf(from as string));
}

/** All that is chosen for each place with some replies. */
function everyChoice(knowledge: KnowledgeBase, base: Values): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const all = Object.entries(REPLIES).reduce<readonly Values[]>(
    (some, [factor, replies]) => some.flatMap((values) => replies.map((reply) => ({ ...values, [factor]: reply }))),
    [base],
  );
  for (const values of all) {
    for (const [place, ids] of chosen(knowledge, values)) found.set(place, (found.get(place) ?? new Set()).add(ids));
  }
  return found;
}

interface Trial {
  distance: readonly [factors: number, levels: number];
  flips: Set<string>;
}

/** The smallest flips of each place, found by trying everything. */
function byTrying(knowledge: KnowledgeBase, base: Values): Map<string, Trial> {
  const now = chosen(knowledge, base);
  const best = new Map<string, Trial>();
  const factors = Object.keys(REPLIES);
  const visit = (n: number, values: Values, distance: readonly [number, number], changed: readonly string[]): void => {
    const factor = factors[n];
    if (factor === undefined) {
      if (distance[0] === 0) return;
      for (const [place, then] of chosen(knowledge, values)) {
        if (then === now.get(place)) continue;
        const before = best.get(place);
        const ahead = before === undefined ? -1 : distance[0] - before.distance[0] || distance[1] - before.distance[1];
        if (before === undefined || ahead < 0)
          best.set(place, { distance, flips: new Set([`${changed.join(' ')} ${then}`]) });
        else if (ahead === 0) before.flips.add(`${changed.join(' ')} ${then}`);
      }
      return;
    }
    for (const reply of REPLIES[factor] ?? []) {
      const levels = levelsBetween(factor, base[factor], reply);
      const [f, l] = distance;
      const next: readonly [number, number] = levels === 0 ? distance : [f + 1, l + levels];
      const described = levels === 0 ? changed : [...changed, `${factor}=${JSON.stringify(reply ?? null)}`];
      visit(n + 1, { ...values, [factor]: reply }, next, described);
    }
  };
  visit(0, base, [0, 0], []);
  return best;
}

/** The flips of a place in the form of the exhaustive search. */
function described(place: WhatIfPlace): Set<string> {
  const change = ({ factor, to }: WhatIfChange): string =>
    `${factor}=${JSON.stringify(Array.isArray(to) ? [...to].sort() : to)}`;
  return new Set(
    place.answers.flatMap(({ chosen: ids, flips }) =>
      flips.map((changes) => `${changes.map(change).sort().join(' ')} ${[...ids].sort().join('+')}`),
    ),
  );
}

describe('The smallest flips', () => {
  it('are those that an exhaustive search finds, on random packages', () => {
    let flipped = 0;
    fc.assert(
      fc.property(packages, stated, things, (knowledge, one, items) => {
        const base = { ...one, things: items };
        const found = whatIf(knowledge, { requirements: base }, { asOf, keep: ['q', 'k', 'w'] });
        const tried = byTrying(knowledge, base);
        for (const place of found.places) {
          const expected = tried.get(placeKey(place.role, place.name));
          expect(place.proven).toBe(true);
          expect(place.distance && [place.distance.factors, place.distance.levels]).toEqual(expected?.distance);
          expect(described(place)).toEqual(expected?.flips ?? new Set());
          flipped += place.answers.length;
        }
      }),
      runs(200, 25),
    );
    expect(flipped).toBeGreaterThan(0);
  });

  it('to an outcome are reported exactly where an exhaustive search chooses it', () => {
    let ways = 0;
    fc.assert(
      fc.property(packages, stated, things, fc.constantFrom('o1', 'o2', 'o3'), (knowledge, one, items, to) => {
        const base = { ...one, things: items };
        const found = whatIf(knowledge, { requirements: base }, { asOf, keep: ['q', 'k', 'w'], to });
        const tried = everyChoice(knowledge, base);
        for (const place of found.places) {
          const ever = [...(tried.get(placeKey(place.role, place.name)) ?? [])].some((ids) =>
            ids.split('+').includes(to),
          );
          expect(place.proven).toBe(true);
          expect(place.already || place.answers.length > 0).toBe(ever);
          ways += place.answers.length;
        }
      }),
      runs(200, 25),
    );
    expect(ways).toBeGreaterThan(0);
  });

  it('of a figure that is not stated hold at the figures that they name', () => {
    let named = 0;
    fc.assert(
      fc.property(plainTables, stated, (knowledge, one) => {
        const base = Object.fromEntries(Object.entries(one).filter(([factor]) => factor !== 'q'));
        const found = whatIf(knowledge, { requirements: base }, { asOf, keep: ['a', 'b', 'c', 's'] });
        for (const place of found.places) {
          for (const { chosen: ids, flips } of place.answers) {
            for (const [change] of flips) {
              named++;
              const { relation, figure = 0 } = change?.limit ?? {};
              const inside = { below: [figure / 2, figure - 1e-6], above: [figure + 1e-6, figure * 2] };
              const tried =
                relation === 'below' || relation === 'above'
                  ? inside[relation]
                  : [Number(change?.limit?.figure ?? change?.to)];
              for (const q of tried)
                expect(chosen(knowledge, { ...base, q }).get(placeKey(place.role, place.name))).toBe(
                  [...ids].sort().join('+'),
                );
            }
          }
        }
      }),
      runs(1000, 80),
    );
    expect(named).toBeGreaterThan(0);
  });

  it('of a figure lie at the exact figure where the answer changes', () => {
    let thresholds = 0;
    fc.assert(
      fc.property(plainTables, stated, fc.integer({ min: 1, max: 5 }), (knowledge, one, figure) => {
        const base = { ...one, q: figure };
        const now = chosen(knowledge, base);
        const found = whatIf(knowledge, { requirements: base }, { asOf, keep: ['a', 'b', 'c', 's'] });
        for (const place of found.places) {
          for (const { chosen: ids, flips } of place.answers) {
            for (const [change] of flips) {
              if (change?.limit === undefined) continue;
              thresholds++;
              const { relation, figure: limit } = change.limit;
              const epsilon = 1e-6;
              const [inside, outside] = {
                below: [limit - epsilon, limit],
                atMost: [limit, limit + epsilon],
                atLeast: [limit, limit - epsilon],
                above: [limit + epsilon, limit],
              }[relation] as [number, number];
              expect(chosen(knowledge, { ...base, q: inside }).get(placeKey(place.role, place.name))).toBe(
                [...ids].sort().join('+'),
              );
              expect(chosen(knowledge, { ...base, q: outside }).get(placeKey(place.role, place.name))).toBe(
                now.get(placeKey(place.role, place.name)),
              );
            }
          }
        }
      }),
      runs(1000, 80),
    );
    expect(thresholds).toBeGreaterThan(0);
  });
});
