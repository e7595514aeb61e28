import { range, union, type CodeSet } from '../program/codes.js';
import { contains, overlaps } from '../program/codes.js';
import type { Box } from './space.js';

/**
 * The inputs within a box that none of some other boxes holds, in few boxes. The box is halved again and again, each time where the fewest of the
 * others are cut, until a half is covered by one of them or met by none (the idea of Overmars and Yap, "New upper bounds in Klee's
 * measure problem", 1991); halves that were cut apart in a gap are joined again on the way back.
 */
export function uncovered(within: Box, covers: readonly Box[]): Box[] {
  return within.some((set) => set.length === 0) ? [] : joined(new Halving(covers).run(within, Infinity));
}

/** Whether some boxes hold all of another between them. */
export function isCovered(within: Box, covers: readonly Box[]): boolean {
  return within.some((set) => set.length === 0) || new Halving(covers).run(within, 1).length === 0;
}

/** Where to cut: left of a code of a column. */
interface Cut {
  readonly column: number;
  readonly at: number;
}

class Halving {
  private found: Box[] = [];
  private most = Infinity;
  /** Where the ranges of one column begin, and where they are over: room for all, filled anew for each box and column. */
  private readonly starts: Int32Array;
  private readonly ends: Int32Array;

  constructor(private readonly covers: readonly Box[]) {
    const room = covers.reduce((most, cover) => most + Math.max(0, ...cover.map(({ length }) => length / 2)), 0);
    this.starts = new Int32Array(room);
    this.ends = new Int32Array(room);
  }

  /** Uncovered boxes, at most so many. */
  run(within: Box, most: number): Box[] {
    this.most = most;
    const all: Box[] = [];
    // A column of several ranges is taken range by range, so that every box in work is a range in each column.
    for (const start of ranges(within)) {
      this.found = [];
      const active = this.covers.flatMap((cover, n) =>
        start.every((set, c) => overlaps(set, cover[c] ?? [])) ? [n] : [],
      );
      all.push(...this.gaps(start, Int32Array.from(active)));
      if (all.length >= most) break;
    }
    return all;
  }

  private gaps(box: Box, active: Int32Array): Box[] {
    if (active.length === 0) {
      this.found.push(box);
      return [box];
    }
    const cut = this.cutOf(box, active);
    if (cut === undefined) return [];
    const { column, at } = cut;
    const [first = 0, last = 0] = box[column] ?? [];
    const left = this.half(box, active, column, range(first, at - 1));
    if (this.found.length >= this.most) return left;
    return rejoined(left, this.half(box, active, column, range(at, last)), column, at);
  }

  private half(box: Box, active: Int32Array, column: number, side: CodeSet): Box[] {
    const left = active.filter((n) => overlaps(this.covers[n]?.[column] ?? [], side));
    return this.gaps(box.with(column, side), left);
  }

  /** The best cut; none where one of the covers holds the whole box. */
  private cutOf(box: Box, active: Int32Array): Cut | undefined {
    let best: Cut | undefined;
    let least = Infinity;
    const holding = new Uint16Array(active.length);
    for (let column = 0; column < box.length; column++) {
      const here = box[column] ?? [];
      const [first = 0, last = 0] = here;
      let size = 0;
      for (let n = 0; n < active.length; n++) {
        const cover = this.covers[active[n] ?? 0]?.[column] ?? [];
        if (contains(cover, here)) {
          holding[n] = (holding[n] ?? 0) + 1;
          if (holding[n] === box.length) return undefined;
        }
        for (let at = 0; at < cover.length; at += 2) {
          const [from, to] = [cover[at] ?? 0, cover[at + 1] ?? 0];
          if (to < first || from > last) continue;
          this.starts[size] = Math.max(from, first);
          this.ends[size++] = Math.min(to, last) + 1;
        }
      }
      const found = cheapest(this.starts.subarray(0, size).sort(), this.ends.subarray(0, size).sort(), first, last);
      if (found !== undefined && found.cost < least) {
        least = found.cost;
        best = { column, at: found.at };
      }
    }
    return best;
  }
}

/** Of all places where one of some ranges begins or has ended, both rising, the one that leaves the least on both sides together. */
function cheapest(
  begun: Int32Array,
  over: Int32Array,
  first: number,
  last: number,
): { at: number; cost: number } | undefined {
  let best: { at: number; cost: number } | undefined;
  for (let i = 0, j = 0; i < begun.length || j < over.length;) {
    const at = Math.min(begun[i] ?? Infinity, over[j] ?? Infinity);
    while (j < over.length && (over[j] ?? 0) <= at) j++;
    // Left of the cut lies what begins before it, right of it what has not ended by then.
    if (at > first && at <= last) {
      const [left, right] = [i, begun.length - j];
      const cost = left * left + right * right;
      if (best === undefined || cost < best.cost) best = { at, cost };
    }
    while (i < begun.length && (begun[i] ?? 0) <= at) i++;
  }
  return best;
}

/** The gaps of two halves, with those that only the cut parts in one. */
function rejoined(left: Box[], right: Box[], column: number, at: number): Box[] {
  if (left.length === 0) return right;
  if (right.length === 0) return left;
  const touching = new Map<string, number>();
  left.forEach((box, n) => {
    if (box[column]?.at(-1) === at - 1) touching.set(without(box, column), n);
  });
  if (touching.size === 0) return [...left, ...right];
  const all = [...left];
  for (const box of right) {
    const partner = box[column]?.[0] === at ? touching.get(without(box, column)) : undefined;
    const other = partner === undefined ? undefined : all[partner];
    if (partner === undefined || other === undefined) all.push(box);
    else all[partner] = other.with(column, union(other[column] ?? [], box[column] ?? []));
  }
  return all;
}

/** Joins boxes that differ in one column alone, until no two do. */
export function joined(boxes: readonly Box[]): Box[] {
  let all = [...boxes];
  for (let before = Infinity; all.length < before;) {
    before = all.length;
    for (let column = 0; column < (all[0]?.length ?? 0); column++) {
      const groups = new Map<string, Box>();
      for (const box of all) {
        const key = without(box, column);
        const other = groups.get(key);
        groups.set(key, other === undefined ? box : other.with(column, union(other[column] ?? [], box[column] ?? [])));
      }
      all = [...groups.values()];
    }
  }
  return all;
}

const without = (box: Box, column: number): string => box.map((set, n) => (n === column ? '' : set.join())).join(';');

function ranges(box: Box): Box[] {
  return box.reduce<Box[]>(
    (all, set) =>
      all.flatMap((start) => {
        const more: Box[] = [];
        for (let at = 0; at < set.length; at += 2) more.push([...start, [set[at] ?? 0, set[at + 1] ?? 0]]);
        return more;
      }),
    [[]],
  );
}
