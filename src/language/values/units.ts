import { distance } from 'fastest-levenshtein';
import { LANGS } from '../format.js';
import { getOrInsert, ownPart } from '../get-or-insert.js';
import { VALUE_TEXTS } from '../texts/index.js';
import type { Dimension } from '../schema/knowledge/factor.js';

/** Everything that is read as a unit of a dimension, with its size in base units. */
const spelt = new WeakMap<Dimension, ReadonlyMap<string, number>>();

const spellingsOf = (dimension: Dimension): ReadonlyMap<string, number> =>
  getOrInsert(spelt, dimension, () => {
    const all = new Map(Object.entries(dimension.units));
    for (const [spelling, unit] of Object.entries(dimension.spellings ?? {})) {
      const size = ownPart(dimension.units, unit);
      if (size !== undefined) all.set(spelling, size);
    }
    return all;
  });

const spaceless = (unit: string): string => unit.replace(/\s+/g, '');

/**
 * Whether two spellings differ in nothing that changes a magnitude. Between `m` and `M` there is a factor of a billion, and between `b` and `B` one of
 * eight; of a word written out, such as `MIN`, the case means nothing, unless it begins with a prefix, as `Msec` does.
 */
function isSameUnit(typed: string, unit: string, all: ReadonlyMap<string, number>): boolean {
  const [one, other] = [spaceless(typed), spaceless(unit)];
  if (one === other) return true;
  if (one.length < 2 || one.toLowerCase() !== other.toLowerCase()) return false;
  if (/^[a-z]{3,}$/.test(other) && !all.has(other.slice(1))) return true;
  return Array.from(one).every((letter, n) => letter === other[n] || !/[mb]/i.test(letter));
}

/**
 * The size of a unit in base units, by any of its spellings: spaces are ignored, and the case where it cannot be mistaken. Undefined where it is no unit
 * of the dimension.
 */
export function unitSize(unit: string, dimension: Dimension): number | undefined {
  const all = spellingsOf(dimension);
  const exact = all.get(unit);
  if (exact !== undefined || unclearUnit(unit, dimension) !== undefined) return exact;
  const sizes = new Set([...all].flatMap(([spelling, size]) => (isSameUnit(unit, spelling, all) ? [size] : [])));
  return sizes.size === 1 ? [...sizes][0] : undefined;
}

/** What the knowledge has to say of a unit that can mean several, or none. */
export const unclearUnit = (
  unit: string,
  { unclear = [] }: Dimension,
): NonNullable<Dimension['unclear']>[number] | undefined => unclear.find(({ units }) => units.includes(unit));

/** The units that can be left of one that is followed by what is counted: `k` of `k nodes`, and `万` or `万台` of `万台服务器`. */
export function withoutCounted(unit: string, counted: readonly string[]): readonly string[] {
  const noun = counted.find((name) => unit.toLowerCase().endsWith(name));
  if (noun === undefined) return [];
  const left = unit.slice(0, unit.length - noun.length).trim();
  const measure = MEASURES.find((word) => left.endsWith(word));
  return measure === undefined ? [left] : [left, left.slice(0, left.length - measure.length).trim()];
}

const MEASURES = LANGS.flatMap((lang) => VALUE_TEXTS[lang].figures.measures);

/** A unit that is a word: of these, a slip in one letter leads to no other unit. */
const WORD = /^[a-z]{5,}$/;

/**
 * The unit that a mistyped word most likely meant: a word with the same first letter, one slip apart, of which there is one magnitude alone. Symbols are
 * never guessed: most of them are one letter apart, and a thousand times.
 */
export function unitMeant(typed: string, dimension: Dimension): string | undefined {
  const word = typed.toLowerCase();
  if (!WORD.test(word)) return undefined;
  const near = [...spellingsOf(dimension)].filter(
    ([unit]) => WORD.test(unit) && unit.startsWith(word.charAt(0)) && (distance(word, unit) <= 1 || isSwap(word, unit)),
  );
  return new Set(near.map(([, size]) => size)).size === 1 ? near[0]?.[0] : undefined;
}

/** Whether two neighbouring letters have changed places, and nothing else. */
function isSwap(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const at = Array.from(one).findIndex((letter, n) => letter !== other[n]);
  return one.slice(0, at) + one.charAt(at + 1) + one.charAt(at) + one.slice(at + 2) === other;
}
