import { contains, difference, has, intersection, overlaps, range, type CodeSet } from '../../program/ir/codes.js';
import { UNSTATED } from '../../program/ir/domain.js';
import { uncovered } from './gaps.js';
import { intersectBoxes, isEmpty, type Box, type Space } from './space.js';

/** The inputs of a table that differ in one column only: there, one has the first code and the other the second. */
export interface Slices {
  readonly space: Space;
  readonly column: number;
  readonly codes: readonly [first: number, second: number];
  /** Positions of rules, of which each decides alone where it hits and none before it does; undefined where all that hit count. */
  readonly endsHits?: ((rule: number) => boolean) | undefined;
}

/** Inputs for which the same rules hit on each side. */
export interface SlicePart {
  /** In the column that is compared, this holds the whole domain. */
  readonly box: Box;
  /** Positions of the rules that hit, for each of the two codes. */
  readonly hits: readonly [first: readonly number[], second: readonly number[]];
}

/** At most so many parts are examined in one comparison. */
const MAX_PARTS = 20_000;

/**
 * Compares a table for two codes of a column. It examines all parts of the other columns in which different rules hit, until one is enough.
 *
 * @param isEnough whether a part ends the comparison
 * @returns that part; `none` where there is none, and `unknown` where there are too many parts
 */
export function compareSlices(slices: Slices, isEnough: (part: SlicePart) => boolean): SlicePart | 'none' | 'unknown' {
  const { space, column, codes, endsHits } = slices;
  const set = space.sets.find((members) => members.includes(column)) ?? [];
  const stated = !codes.includes(UNSTATED);
  const within = space.columns.map(({ domain }, n) => {
    if (n === column || !set.includes(n)) return domain;
    // The members of a set factor are stated jointly.
    return stated ? difference(domain, NOT_STATED) : intersection(domain, NOT_STATED);
  });
  const hitting = codes.map((code) =>
    [...space.boxes.keys()].filter((n) => {
      const box = space.boxes[n];
      return box !== undefined && !isEmpty(box) && has(box[column] ?? [], code);
    }),
  );
  const [first = [], second = []] = hitting;
  const inBoth = new Set(second);
  const differing = new Set([...first, ...second]);
  for (const n of first) if (inBoth.has(n)) differing.delete(n);
  // Most columns are compared for many codes, and few rules end between two of them.
  if (differing.size === 0) return 'none';
  let left = MAX_PARTS;
  const meets = (box: Box, rule: Box): boolean => {
    for (let n = 0; n < box.length; n++) if (n !== column && !overlaps(box[n] ?? [], rule[n] ?? [])) return false;
    return true;
  };
  const holds = (box: Box, rule: Box): boolean => {
    for (let n = 0; n < box.length; n++) if (n !== column && !contains(rule[n] ?? [], box[n] ?? [])) return false;
    return true;
  };
  const relevant = (box: Box, rules: readonly number[]): number[] => {
    const found: number[] = [];
    for (const n of rules) {
      const rule = space.boxes[n] ?? [];
      if (!meets(box, rule)) continue;
      found.push(n);
      if (endsHits?.(n) === true && holds(box, rule)) break;
    }
    return found;
  };
  const search = (box: Box, mine: readonly number[], theirs: readonly number[]): SlicePart | 'none' | 'unknown' => {
    const [here, there] = [relevant(box, mine), relevant(box, theirs)];
    // Where the same rules count on both sides, so do the same answers.
    const isDiffering = (n: number): boolean => differing.has(n);
    if (!here.some(isDiffering) && !there.some(isDiffering) && here.length === there.length) return 'none';
    if (left-- <= 0) return 'unknown';
    const open = [...here, ...there].filter((n) => !holds(box, space.boxes[n] ?? []));
    const next = open.find((n) => differing.has(n)) ?? open[0];
    if (next === undefined) {
      const one: SlicePart = { box, hits: [here, there] };
      return isPossible(box, space, column) && isEnough(one) ? one : 'none';
    }
    let unknown = false;
    for (const part of cutBy(box, space.boxes[next] ?? [], column)) {
      const found = search(part, here, there);
      if (found === 'unknown') unknown = true;
      else if (found !== 'none') return found;
      if (left <= 0) return 'unknown';
    }
    return unknown ? 'unknown' : 'none';
  };
  return search(within, first, second);
}

const NOT_STATED: CodeSet = range(UNSTATED, UNSTATED);

/** A box in parts: that within another, and what lies outside it in one column after the other. The compared column is left whole. */
function cutBy(box: Box, other: Box, compared: number): Box[] {
  const outside: Box[] = [];
  let inside = box;
  for (const [n, set] of box.entries()) {
    if (n === compared) continue;
    const rest = difference(set, other[n] ?? []);
    if (rest.length > 0) outside.push(inside.with(n, rest));
    inside = inside.with(n, intersection(set, other[n] ?? []));
  }
  return [inside, ...outside];
}

/** Whether a workload can state some input of a box. */
function isPossible(box: Box, { sets, impossible }: Space, compared: number): boolean {
  if (sets.every((members) => members.includes(compared))) return true;
  const others = impossible.map((one) => one.with(compared, box[compared] ?? []));
  return (
    uncovered(
      box,
      others.filter((one) => !isEmpty(intersectBoxes(one, box))),
    ).length > 0
  );
}
