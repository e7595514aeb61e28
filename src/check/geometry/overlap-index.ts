import { overlaps } from '../../program/ir/codes.js';
import type { Box } from './space.js';

/** A column is divided into at most so many intervals. More would take more memory and exclude few further boxes. */
const MAX_INTERVALS = 64;
/** Up to so many overlaps are stored; where there are more, they are searched again each time. */
const MAX_STORED_OVERLAPS = 1_000_000;

/**
 * Finds the boxes of a list that overlap a given box. Each column is divided into intervals. For each interval, one bit set holds the boxes that
 * begin by its end, and another those that end before it. Combining these sets excludes most boxes, 32 at a time; the rest are compared
 * one by one.
 */
export class OverlapIndex {
  private readonly columns: readonly IntervalBitmap[];
  /** One bit for each box that may still overlap the given one; reused from call to call. */
  private readonly near: Int32Array;

  constructor(readonly boxes: readonly Box[]) {
    const words = Math.max(1, Math.ceil(boxes.length / 32));
    this.columns = (boxes[0] ?? []).map((_, column) => new IntervalBitmap(boxes, column, words));
    this.near = new Int32Array(words);
  }

  /**
   * The positions of the boxes that overlap a given box, rising.
   *
   * @param except a column that is ignored; -1 for none
   * @param from the lowest position to return
   */
  overlapping(box: Box, except = -1, from = 0): number[] {
    const { near, boxes } = this;
    const start = from >> 5;
    near.fill(-1);
    for (const [n, column] of this.columns.entries()) if (n !== except) column.intersect(near, box[n] ?? [], start);
    const found: number[] = [];
    for (let word = start; word < near.length; word++) {
      for (let bits = near[word] ?? 0; bits !== 0; bits &= bits - 1) {
        const n = word * 32 + 31 - Math.clz32(bits & -bits);
        const other = boxes[n];
        if (n < from) continue;
        if (other !== undefined && box.every((set, c) => c === except || overlaps(set, other[c] ?? []))) found.push(n);
      }
    }
    return found;
  }
}

/** For each box of a list, the others that overlap it. */
export class Overlaps {
  private readonly index: OverlapIndex;
  /** By box; undefined where there are too many to store. */
  private readonly known: readonly number[][] | undefined;

  constructor(boxes: readonly Box[]) {
    this.index = new OverlapIndex(boxes);
    this.known = this.all();
  }

  /** The positions of the boxes that overlap the one at a position, rising, without itself. */
  of(box: number): readonly number[] {
    return this.known?.[box] ?? this.index.overlapping(this.index.boxes[box] ?? []).filter((other) => other !== box);
  }

  /** All overlaps, each searched from the earlier of the two boxes. */
  private all(): number[][] | undefined {
    const { index } = this;
    const known = index.boxes.map((): number[] => []);
    let stored = 0;
    for (const [n, box] of index.boxes.entries()) {
      for (const other of index.overlapping(box, undefined, n + 1)) {
        known[n]?.push(other);
        known[other]?.push(n);
        if (++stored > MAX_STORED_OVERLAPS) return undefined;
      }
    }
    return known;
  }
}

/** For one column: which boxes begin by the end of each interval, and which end before it. */
class IntervalBitmap {
  /** By code, up to the last end of a box: the index where the words of its interval begin. */
  private readonly placeOf: Int32Array;
  private readonly begun: Int32Array;
  private readonly ended: Int32Array;

  constructor(boxes: readonly Box[], column: number, words: number) {
    const [placeOf, intervals] = intervalsOf(boxes, column, words);
    this.placeOf = placeOf;
    this.begun = new Int32Array(intervals * words);
    this.ended = new Int32Array(intervals * words);
    for (const [n, box] of boxes.entries()) {
      const set = box[column] ?? [];
      if (set.length === 0) continue;
      const [word, bit] = [n >> 5, 1 << (n & 31)];
      const begins = this.place(set[0] ?? 0) + word;
      this.begun[begins] = (this.begun[begins] ?? 0) | bit;
      const next = this.place(set.at(-1) ?? 0) + words + word;
      if (next < this.ended.length) this.ended[next] = (this.ended[next] ?? 0) | bit;
    }
    // A box that begins or ends by one interval does so by all later ones.
    for (let at = words; at < this.begun.length; at++) {
      this.begun[at] = (this.begun[at] ?? 0) | (this.begun[at - words] ?? 0);
      this.ended[at] = (this.ended[at] ?? 0) | (this.ended[at - words] ?? 0);
    }
  }

  /**
   * Clears the bits of boxes that cannot overlap a set in this column.
   *
   * @param from the first word to change
   */
  intersect(near: Int32Array, set: readonly number[], from: number): void {
    if (set.length === 0 || this.begun.length === 0) {
      near.fill(0);
      return;
    }
    const last = this.place(set.at(-1) ?? 0);
    const first = this.place(set[0] ?? 0);
    for (let word = from; word < near.length; word++) {
      near[word] = (near[word] ?? 0) & (this.begun[last + word] ?? 0) & ~(this.ended[first + word] ?? 0);
    }
  }

  private place(code: number): number {
    return this.placeOf[Math.min(code, this.placeOf.length - 1)] ?? 0;
  }
}

/**
 * Divides a column into intervals at the ends of boxes, each with about the same number of ends.
 *
 * @param words how many words one bit set has
 * @returns by code, the index where the words of its interval begin; and the number of intervals
 */
function intervalsOf(boxes: readonly Box[], column: number, words: number): [placeOf: Int32Array, intervals: number] {
  const size = boxes.reduce((max, box) => Math.max(max, (box[column]?.at(-1) ?? -1) + 1), 0);
  const isEnd = new Uint8Array(size + 1);
  for (const box of boxes) {
    const set = box[column] ?? [];
    if (set.length === 0) continue;
    isEnd[set[0] ?? 0] = 1;
    isEnd[(set.at(-1) ?? 0) + 1] = 1;
  }
  const ends = isEnd.reduce((sum, one) => sum + one, 0);
  const each = Math.max(1, ends / MAX_INTERVALS);
  let passed = 0;
  const placeOf = Int32Array.from(isEnd, (one) => {
    passed += one;
    return Math.floor(Math.max(0, passed - 1) / each) * words;
  });
  return [placeOf, ends === 0 ? 0 : Math.floor((ends - 1) / each) + 1];
}
