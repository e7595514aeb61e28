import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/index.js';
import { Diagnostics } from '../../src/language/diagnostics/diagnostic.js';
import { candidateOf, nearest, type NameCandidate } from '../../src/language/diagnostics/nearest.js';
import { parseQuantity } from '../../src/language/values/quantity.js';
import { readStated } from '../../src/language/values/value.js';
import { runs } from '../support/thorough.js';

const knowledge = loadKnowledge();

/** Prefixes with what they multiply by, apart from the product: decimal ones, then binary ones. */
const DECIMAL: Readonly<Record<string, number>> = {
  '': 1,
  n: 1e-9,
  u: 1e-6,
  µ: 1e-6,
  m: 1e-3,
  k: 1e3,
  K: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
};
const BINARY: Readonly<Record<string, number>> = { Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40, Pi: 2 ** 50 };
const WORDS: Readonly<Record<string, number>> = {
  nanoseconds: 1e-9,
  microseconds: 1e-6,
  milliseconds: 1e-3,
  seconds: 1,
  minutes: 60,
  hours: 3600,
  days: 86_400,
  weeks: 604_800,
  months: 2_629_746,
  years: 31_556_952,
};

const products = (prefixes: Readonly<Record<string, number>>, bases: Readonly<Record<string, number>>) =>
  Object.entries(prefixes).flatMap(([prefix, factor]) =>
    Object.entries(bases).map(([base, size]) => [`${prefix}${base}`, factor * size] as const),
  );

/** By dimension: every unit that there is in the world, with its size in the base unit of the dimension. */
const TRUE_UNITS: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  time: [...products(DECIMAL, { s: 1, sec: 1 }), ...Object.entries(WORDS), ['min', 60], ['h', 3600], ['d', 86_400]],
  'data-size': products({ ...DECIMAL, ...BINARY }, { B: 1, b: 1 / 8, bit: 1 / 8, '': 1 }).filter(
    ([unit]) => unit !== '',
  ),
  throughput: products({ ...DECIMAL, ...BINARY }, { 'B/s': 1, 'b/s': 1 / 8, 'bit/s': 1 / 8, bps: 1 / 8 }),
  rate: products(DECIMAL, { '/s': 1, iops: 1, '': 1 }).filter(([unit]) => unit !== ''),
};

const trueUnit = fc
  .constantFrom(...Object.entries(TRUE_UNITS).flatMap(([id, units]) => units.map((unit) => [id, ...unit] as const)))
  .map(([dimension, unit, size]) => ({ dimension, unit, size }));

/** A word with up to two slips: a letter left out, doubled, replaced or in another case, or two letters swapped. */
const slips = (word: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      word,
      fc.array(
        fc.record({
          at: fc.nat(30),
          kind: fc.constantFrom('drop', 'double', 'swap', 'case', 'replace'),
          letter: fc.constantFrom(...Array.from('abcdeghiklmnoprstuw0123456789')),
        }),
        { minLength: 1, maxLength: 2 },
      ),
    )
    .map(([text, all]) =>
      all.reduce((typed, { at, kind, letter }) => {
        const n = typed === '' ? 0 : at % typed.length;
        const [before, here, after] = [typed.slice(0, n), typed.charAt(n), typed.slice(n + 1)];
        switch (kind) {
          case 'drop':
            return before + after;
          case 'double':
            return before + here + here + after;
          case 'swap':
            return before + after.charAt(0) + here + after.slice(1);
          case 'case':
            return before + (here === here.toLowerCase() ? here.toUpperCase() : here.toLowerCase()) + after;
          default:
            return before + letter + after;
        }
      }, text),
    );

/** What is suggested for a figure of a dimension, as figures. */
function suggestedFor(figure: string, unit: string, dimension: string): { value?: number; suggestions: number[] } {
  const factor = [...knowledge.factors.values()].find(
    (one) =>
      (one.type === 'quantity' || one.type === 'ordinal') && one.dimension === dimension && one.limit !== undefined,
  );
  const found = knowledge.dimensions.get(dimension);
  if (factor === undefined || found === undefined) throw new Error(`no factor of ${dimension}`);
  const report = new Diagnostics();
  const read = readStated(factor, `${figure}${unit}`, knowledge, report, () => undefined);
  const suggestions = report.all.flatMap(({ suggestion }) => {
    const meant = suggestion === undefined ? undefined : parseQuantity(`${figure}${suggestion}`, found);
    return meant === undefined || 'problem' in meant ? [] : [meant.value];
  });
  return { ...(read?.figure && { value: read.figure.value }), suggestions };
}

describe('a unit', () => {
  it('that exists is read as what it is, or is refused, and no other magnitude is suggested for it', () => {
    fc.assert(
      fc.property(trueUnit, fc.integer({ min: 1, max: 999 }), ({ dimension, unit, size }, number) => {
        const { value, suggestions } = suggestedFor(String(number), unit, dimension);
        for (const one of value === undefined ? suggestions : [value]) expect(one / (number * size)).toBeCloseTo(1, 9);
      }),
      runs(20_000, 2000),
    );
  });

  it('with slips is suggested only if no unit of another magnitude is as near', () => {
    const words = Object.entries(WORDS);
    fc.assert(
      fc.property(slips(fc.constantFrom(...words.map(([word]) => word))), (typed) => {
        // A digit at the beginning belongs to the number.
        fc.pre(!/^\d/.test(typed));
        const { suggestions } = suggestedFor('5', typed, 'time');
        const size = WORDS[typed.toLowerCase()];
        for (const one of suggestions) {
          if (size !== undefined) expect(one).toBeCloseTo(5 * size, 9);
          const letters = words
            .filter(([, of]) => Math.abs(of * 5 - one) < 1e-12 * one)
            .map(([word]) => word.charAt(0));
          expect(letters).toContain(typed.charAt(0).toLowerCase());
        }
      }),
      runs(20_000, 2000),
    );
  });

  it('that is a symbol is never guessed', () => {
    const symbols = Object.values(TRUE_UNITS).flatMap((units) =>
      units.map(([unit]) => unit).filter((unit) => unit.length < 5),
    );
    fc.assert(
      fc.property(
        slips(fc.constantFrom(...symbols)),
        fc.constantFrom(...Object.keys(TRUE_UNITS)),
        (typed, dimension) => {
          if (typed.length < 5) expect(suggestedFor('5', typed, dimension).suggestions).toEqual([]);
        },
      ),
      runs(20_000, 2000),
    );
  });
});

/** Every list of names that something is suggested from. */
const LISTS: readonly (readonly NameCandidate[])[] = [
  knowledge.outcomes,
  knowledge.roles,
  [...knowledge.factors.values()].map(candidateOf),
  ...[...knowledge.factors.values()].map((factor) => knowledge.values(factor)),
].filter((list) => list.length > 0);

const anyList = fc.constantFrom(...LISTS);
const nameOf = (list: readonly NameCandidate[]): fc.Arbitrary<string> => fc.constantFrom(...list.map(({ id }) => id));
const numbers = (word: string): readonly string[] => word.match(/\d+/g) ?? [];

describe('a name', () => {
  it('with another number is never suggested', () => {
    fc.assert(
      fc.property(
        anyList.chain((list) => fc.tuple(fc.constant(list), slips(nameOf(list)))),
        ([list, typed]) => {
          const meant = nearest(typed, list);
          const candidate = list.find(({ id }) => id === meant);
          if (candidate === undefined) return;
          const known = [candidate.id, ...(candidate.also ?? [])].map((name) => numbers(name).join(' '));
          const parts = typed.toLowerCase().split(/[\s_./-]+/);
          const isPart = [candidate.id, ...(candidate.also ?? [])].some((name) =>
            parts.includes(name.toLowerCase().replace(/[\s_./-]+/g, '')),
          );
          if (!isPart) expect(known, `${typed} → ${candidate.id}`).toContain(numbers(typed).join(' '));
        },
      ),
      runs(20_000, 2000),
    );
  });

  it('of three letters with another letter is never suggested', () => {
    fc.assert(
      fc.property(
        anyList,
        fc.string({ unit: fc.constantFrom(...Array.from('abcdegknprsuvx38')), minLength: 1, maxLength: 3 }),
        (list, typed) => {
          const meant = nearest(typed, list);
          const names = list.filter(({ id }) => id === meant).flatMap(({ id, also = [] }) => [id, ...also]);
          const sorted = (word: string): string => Array.from(word.toLowerCase()).sort().join('');
          // No letter is another one: all that is typed is in the name, in this order.
          const isWithin = (name: string): boolean =>
            new RegExp(`^${Array.from(typed).join('.*')}`).test(name.toLowerCase().replace(/[\s_./-]+/g, ''));
          const isNear = (name: string): boolean => sorted(name) === sorted(typed) || isWithin(name);
          if (meant !== undefined) expect(names.some(isNear), `${typed} → ${meant}`).toBe(true);
        },
      ),
      runs(20_000, 2000),
    );
  });

  it('is never suggested for its contrary', () => {
    fc.assert(
      fc.property(
        anyList.chain((list) => fc.tuple(fc.constant(list), nameOf(list))),
        fc.constantFrom('no-', 'non-', 'not-', 'without-', 'un', 'non', '非', '不', '无'),
        ([list, name], negation) => {
          const typed = `${negation}${name}`;
          if (list.some(({ id }) => id === typed)) return;
          expect(nearest(typed, list), typed).not.toBe(name);
        },
      ),
      runs(20_000, 2000),
    );
  });
});
