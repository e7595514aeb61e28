import { range, sharedSize, sizeOf, unionOfCodes } from '../../program/ir/codes.js';
import { FlatBoxes } from './flat-boxes.js';
import { includesBox, isEmpty, type Box, type Space } from './space.js';

/**
 * Finds the inputs of a box that no cover holds, as few boxes that do not overlap. The box is cut in two repeatedly, each time where the cut
 * crosses the fewest covers, until one cover holds a part or no cover overlaps it (the idea of Overmars and Yap, "New upper bounds in
 * Klee's measure problem", 1991). Gaps that only a cut separates are merged again on return.
 *
 * @returns none where the covers hold the whole box
 */
export function uncovered(within: Box, covers: readonly Box[]): Box[] {
  return isEmpty(within) ? [] : mergeAdjacent(new Halving(covers).run(within, Infinity));
}

/** Whether each input of a box is in at least one cover. An empty box is covered. */
export function isCovered(within: Box, covers: readonly Box[]): boolean {
  const all = within.reduce((volume, set) => volume * sizeOf(set), 1);
  if (all === 0) return true;
  // Volumes answer most calls: one cover may have the volume of the box, or all covers may be too small even if none overlapped.
  let covered = 0;
  for (const cover of covers) {
    const volume = sharedVolume(within, cover);
    if (volume === all) return true;
    covered += volume;
  }
  return covered >= all * (1 - ROUNDING) && new Halving(covers).run(within, 1).length === 0;
}

/** The relative error that rounding may cause in a sum of volumes. */
const ROUNDING = 1e-9;

/** How many inputs are in both boxes. */
function sharedVolume(a: Box, b: Box): number {
  let volume = 1;
  for (let column = 0; column < a.length && volume > 0; column++) {
    volume *= sharedSize(a[column] ?? [], b[column] ?? []);
  }
  return volume;
}

/** A cut in a column, between the codes `at - 1` and `at`. */
interface Cut {
  readonly column: number;
  readonly at: number;
}

class Halving {
  /** The number of gaps found in the current range box. */
  private found = 0;
  private limit = Infinity;
  private readonly covers: FlatBoxes;
  /** The current box, which is one range in each column. */
  private first = new Int32Array(0);
  private last = new Int32Array(0);
  /** A stack of cover numbers: those that overlap the current box lie above those of the boxes that it was cut from. */
  private active = new Int32Array(64);
  /** Buffers for one column: where ranges of covers begin, and where they have ended, within the current box. */
  private readonly starts: Int32Array;
  private readonly ends: Int32Array;

  constructor(covers: readonly Box[]) {
    this.covers = new FlatBoxes(covers);
    // All ranges of all columns bound the ranges of one column.
    this.starts = new Int32Array(this.covers.ends.length / 2);
    this.ends = new Int32Array(this.covers.ends.length / 2);
  }

  /**
   * The uncovered boxes.
   *
   * @param limit the search ends once it has found so many
   */
  run(within: Box, limit: number): Box[] {
    this.limit = limit;
    const all: Box[] = [];
    // The box is split into boxes of one range in each column, which is what the search works on.
    for (const start of ranges(within)) {
      this.found = 0;
      this.first = Int32Array.from(start, ([first = 0]) => first);
      this.last = Int32Array.from(start, ([, last = 0]) => last);
      const { length } = this.covers.boxes;
      this.makeRoom(length);
      let size = 0;
      for (let n = 0; n < length; n++) if (this.meets(n)) this.active[size++] = n;
      for (const gap of this.gaps(0, size)) all.push(gap);
      if (all.length >= limit) break;
    }
    return all;
  }

  /** The gaps of the current box. The covers that overlap it are `active[from … to - 1]`. */
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
    if (this.found >= this.limit) return left;
    this.first[column] = at;
    const right = this.half(from, to, column);
    this.first[column] = first;
    return mergedAcross(left, right, column, at);
  }

  /** The gaps of the current box, which has just been cut in a column; `active[from … to - 1]` overlap the box before the cut. */
  private half(from: number, to: number, column: number): Box[] {
    this.makeRoom(2 * to - from);
    const [first, last] = [this.first[column] ?? 0, this.last[column] ?? 0];
    let end = to;
    for (let n = from; n < to; n++) {
      const cover = this.active[n] ?? 0;
      if (this.covers.meets(cover, column, first, last)) this.active[end++] = cover;
    }
    return this.gaps(to, end);
  }

  /** Makes `active` at least so long. */
  private makeRoom(size: number): void {
    if (size <= this.active.length) return;
    const larger = new Int32Array(2 * size);
    larger.set(this.active);
    this.active = larger;
  }

  /** Whether a cover overlaps the current box. */
  private meets(cover: number): boolean {
    for (let column = 0; column < this.first.length; column++) {
      if (!this.covers.meets(cover, column, this.first[column] ?? 0, this.last[column] ?? 0)) return false;
    }
    return true;
  }

  /** Whether a cover holds the whole current box. */
  private holds(cover: number): boolean {
    for (let column = 0; column < this.first.length; column++) {
      if (!this.covers.spans(cover, column, this.first[column] ?? 0, this.last[column] ?? 0)) return false;
    }
    return true;
  }

  /** The best cut; undefined where one cover holds the whole box. */
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

  /** The cheapest cut of a column. Candidates are the codes where a range begins or has ended; the cost grows with the ranges that are left on each side. */
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
    const starts = sortInPlace(this.starts, begun, first, last);
    const stops = sortInPlace(this.ends, over, first, last);
    let best: { at: number; cost: number } | undefined;
    for (let i = 0, j = 0; i < begun || j < over;) {
      const at = Math.min(starts[i] ?? Infinity, stops[j] ?? Infinity);
      while (j < over && (stops[j] ?? 0) <= at) j++;
      // Ranges that begin before the cut are left of it; those that have not ended by then are right of it.
      const [left, right] = [all - begun + i, all - j];
      const cost = left * left + right * right;
      if (best === undefined || cost < best.cost) best = { at, cost };
      while (i < begun && (starts[i] ?? 0) <= at) i++;
    }
    return best;
  }
}

/** The gaps of both halves. Two that differ only by lying on either side of the cut become one. */
function mergedAcross(left: Box[], right: Box[], column: number, at: number): Box[] {
  if (left.length === 0) return right;
  if (right.length === 0) return left;
  const touching = new Map<string, number>();
  left.forEach((box, n) => {
    if (box[column]?.at(-1) === at - 1) touching.set(keyWithout(box, column), n);
  });
  if (touching.size === 0) return [...left, ...right];
  const all = [...left];
  for (const box of right) {
    const partner = box[column]?.[0] === at ? touching.get(keyWithout(box, column)) : undefined;
    const other = partner === undefined ? undefined : all[partner];
    if (partner === undefined || other === undefined) all.push(box);
    else all[partner] = other.with(column, unionOfCodes(other[column] ?? [], box[column] ?? []));
  }
  return all;
}

/** Merges boxes that differ in a single column, until no two do. The result holds the same inputs. */
export function mergeAdjacent(boxes: readonly Box[]): Box[] {
  let all = [...boxes];
  for (let before = Infinity; all.length < before;) {
    before = all.length;
    for (let column = 0; column < (all[0]?.length ?? 0); column++) {
      const groups = new Map<string, Box>();
      for (const box of all) {
        const key = keyWithout(box, column);
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

/** A text that is the same for boxes that differ in one column at most. */
const keyWithout = (box: Box, column: number): string =>
  box.map((set, n) => (n === column ? '' : set.join())).join(';');

/** The boxes of one range in each column that make up a box. */
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

/** The boxes of the rules at some positions. */
export const boxesAt = (positions: readonly number[], { boxes }: Space): Box[] => positions.map((n) => boxes[n] ?? []);

/** Whether the rules at some positions hold all inputs of a box that a workload can state. */
export const isCoveredBy = (box: Box, positions: readonly number[], space: Space): boolean =>
  isCovered(box, [...boxesAt(positions, space), ...space.impossible]);

/**
 * Finds few of some rules that cover a box: a single one if possible, else a subset of which none can be left out.
 *
 * @param covers positions of the rules to choose from
 * @returns positions; undefined where all of them do not cover the box
 */
export function coversOf(box: Box, covers: readonly number[], space: Space): readonly number[] | undefined {
  const alone = covers.find((n) => includesBox(space.boxes[n] ?? [], box));
  if (alone !== undefined) return [alone];
  if (covers.length === 0 || !isCoveredBy(box, covers, space)) return undefined;
  return covers.reduce<readonly number[]>((needed, n) => {
    const others = needed.filter((other) => other !== n);
    return isCoveredBy(box, others, space) ? others : needed;
  }, covers);
}

/** Up to so many numbers are sorted faster by insertion than by the built-in sort. */
const MAX_INSERTION_SORT = 24;

/**
 * Sorts the first numbers of an array in place.
 *
 * @param size how many numbers to sort
 * @param min no number is smaller
 * @param max no number is greater
 * @returns a view of the sorted numbers
 */
function sortInPlace(numbers: Int32Array, size: number, min: number, max: number): Int32Array {
  const view = numbers.subarray(0, size);
  if (size <= MAX_INSERTION_SORT) return sortByInsertion(view);
  // A column has few codes, and many boxes end at the same one.
  return max - min < size ? sortByCounting(view, min, max) : view.sort();
}

function sortByInsertion(numbers: Int32Array): Int32Array {
  for (let n = 1; n < numbers.length; n++) {
    const one = numbers[n] ?? 0;
    let place = n;
    for (; place > 0 && (numbers[place - 1] ?? 0) > one; place--) numbers[place] = numbers[place - 1] ?? 0;
    numbers[place] = one;
  }
  return numbers;
}

function sortByCounting(numbers: Int32Array, min: number, max: number): Int32Array {
  const counts = new Int32Array(max - min + 1);
  for (const one of numbers) counts[one - min] = (counts[one - min] ?? 0) + 1;
  let place = 0;
  counts.forEach((count, code) => {
    numbers.fill(code + min, place, place + count);
    place += count;
  });
  return numbers;
}
