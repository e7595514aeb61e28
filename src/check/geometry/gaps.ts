import { range, sharedSize, sizeOf, unionOfCodes } from '../../program/ir/codes.js';
import { FlatBoxes } from './flat-boxes.js';
import { sortedCodes } from './sort-codes.js';
import { isEmpty, type Box } from './space.js';

/**
 * The inputs within a box that none of some other boxes holds, in few boxes. The box is halved again and again, each time where the fewest of the
 * others are cut, until a half is covered by one of them or met by none (the idea of Overmars and Yap, "New upper bounds in Klee's
 * measure problem", 1991); halves that were cut apart in a gap are joined again on the way back.
 */
export function uncovered(within: Box, covers: readonly Box[]): Box[] {
  return isEmpty(within) ? [] : joined(new Halving(covers).run(within, Infinity));
}

/** Whether some boxes hold all of another between them. */
export function isCovered(within: Box, covers: readonly Box[]): boolean {
  const all = within.reduce((volume, set) => volume * sizeOf(set), 1);
  if (all === 0) return true;
  // By volume alone most is told: a cover as large as the box holds all of it, and covers that are too small even if no two held the same do not.
  let held = 0;
  for (const cover of covers) {
    const volume = sharedVolume(within, cover);
    if (volume === all) return true;
    held += volume;
  }
  return held >= all * (1 - ROUNDING) && new Halving(covers).run(within, 1).length === 0;
}

/** How far a sum of volumes may be off by rounding. */
const ROUNDING = 1e-9;

function sharedVolume(a: Box, b: Box): number {
  let volume = 1;
  for (let column = 0; column < a.length && volume > 0; column++) {
    volume *= sharedSize(a[column] ?? [], b[column] ?? []);
  }
  return volume;
}

/** Where to cut: left of a code of a column. */
interface Cut {
  readonly column: number;
  readonly at: number;
}

class Halving {
  private found = 0;
  private most = Infinity;
  private readonly covers: FlatBoxes;
  /** The box in work, which is one range in each column. */
  private first = new Int32Array(0);
  private last = new Int32Array(0);
  /** The covers that meet the box in work, after those of all boxes that it was cut from. */
  private active = new Int32Array(64);
  /** Where the ranges of one column begin, and where they are over, within the box in work. */
  private readonly starts: Int32Array;
  private readonly ends: Int32Array;

  constructor(covers: readonly Box[]) {
    this.covers = new FlatBoxes(covers);
    // No cover has more ranges in a column than there are in all.
    this.starts = new Int32Array(this.covers.ends.length / 2);
    this.ends = new Int32Array(this.covers.ends.length / 2);
  }

  /** Uncovered boxes, at most so many. */
  run(within: Box, most: number): Box[] {
    this.most = most;
    const all: Box[] = [];
    // A column of several ranges is taken range by range, so that every box in work is a range in each column.
    for (const start of ranges(within)) {
      this.found = 0;
      this.first = Int32Array.from(start, ([first = 0]) => first);
      this.last = Int32Array.from(start, ([, last = 0]) => last);
      const { length } = this.covers.boxes;
      this.makeRoom(length);
      let size = 0;
      for (let n = 0; n < length; n++) if (this.meets(n)) this.active[size++] = n;
      for (const gap of this.gaps(0, size)) all.push(gap);
      if (all.length >= most) break;
    }
    return all;
  }

  /** The gaps of the box in work, which the covers from one place to another meet. */
  private gaps(from: number, to: number): Box[] {
    if (from === to) {
      this.found++;
      return [Array.from(this.first, (first, column) => range(first, this.last[column] ?? 0))];
    }
    const cut = this.cutOf(from, to);
    if (cut === undefined) return [];
    const { column, at } = cut;
    const [first, last] = [this.first[column] ?? 0, this.last[column] ?? 0];
    this.last[column] = at - 1;
    const left = this.half(from, to, column);
    this.last[column] = last;
    if (this.found >= this.most) return left;
    this.first[column] = at;
    const right = this.half(from, to, column);
    this.first[column] = first;
    return rejoined(left, right, column, at);
  }

  private half(from: number, to: number, column: number): Box[] {
    this.makeRoom(2 * to - from);
    const [first, last] = [this.first[column] ?? 0, this.last[column] ?? 0];
    let over = to;
    for (let n = from; n < to; n++) {
      const cover = this.active[n] ?? 0;
      if (this.covers.meets(cover, column, first, last)) this.active[over++] = cover;
    }
    return this.gaps(to, over);
  }

  private makeRoom(size: number): void {
    if (size <= this.active.length) return;
    const larger = new Int32Array(2 * size);
    larger.set(this.active);
    this.active = larger;
  }

  private meets(cover: number): boolean {
    for (let column = 0; column < this.first.length; column++) {
      if (!this.covers.meets(cover, column, this.first[column] ?? 0, this.last[column] ?? 0)) return false;
    }
    return true;
  }

  /** Whether a cover holds the whole box in work. */
  private holds(cover: number): boolean {
    for (let column = 0; column < this.first.length; column++) {
      if (!this.covers.spans(cover, column, this.first[column] ?? 0, this.last[column] ?? 0)) return false;
    }
    return true;
  }

  /** The best cut; none where one of the covers holds the whole box. */
  private cutOf(from: number, to: number): Cut | undefined {
    for (let n = from; n < to; n++) if (this.holds(this.active[n] ?? 0)) return undefined;
    let best: Cut | undefined;
    let least = Infinity;
    for (let column = 0; column < this.first.length; column++) {
      const found = this.cheapest(from, to, column);
      if (found !== undefined && found.cost < least) {
        least = found.cost;
        best = { column, at: found.at };
      }
    }
    return best;
  }

  /** Of all places of a column where a range of a cover begins or has ended, the one that leaves the least on both sides together. */
  private cheapest(from: number, to: number, column: number): { at: number; cost: number } | undefined {
    const { columns, places, ends } = this.covers;
    const [first, last] = [this.first[column] ?? 0, this.last[column] ?? 0];
    let [all, begun, over] = [0, 0, 0];
    for (let n = from; n < to; n++) {
      const place = (this.active[n] ?? 0) * columns + column;
      for (let at = places[place] ?? 0; at < (places[place + 1] ?? 0); at += 2) {
        const [start, end] = [ends[at] ?? 0, ends[at + 1] ?? 0];
        if (end < first || start > last) continue;
        all++;
        if (start > first) this.starts[begun++] = start;
        if (end < last) this.ends[over++] = end + 1;
      }
    }
    if (begun + over === 0) return undefined;
    const starts = sortedCodes(this.starts, begun, first, last);
    const stops = sortedCodes(this.ends, over, first, last);
    let best: { at: number; cost: number } | undefined;
    for (let i = 0, j = 0; i < begun || j < over;) {
      const at = Math.min(starts[i] ?? Infinity, stops[j] ?? Infinity);
      while (j < over && (stops[j] ?? 0) <= at) j++;
      // Left of the cut lies what begins before it, right of it what has not ended by then.
      const [left, right] = [all - begun + i, all - j];
      const cost = left * left + right * right;
      if (best === undefined || cost < best.cost) best = { at, cost };
      while (i < begun && (starts[i] ?? 0) <= at) i++;
    }
    return best;
  }
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
    else all[partner] = other.with(column, unionOfCodes(other[column] ?? [], box[column] ?? []));
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
        groups.set(
          key,
          other === undefined ? box : other.with(column, unionOfCodes(other[column] ?? [], box[column] ?? [])),
        );
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
