import { overlaps } from '../../program/ir/codes.js';
import type { Box } from './space.js';

/** Into so many stretches at most a column is divided: enough to leave few boxes to look at, and little to keep. */
const STRETCHES = 64;
/** So many meetings are kept; where there are more, they are looked for anew each time. */
const MOST_REMEMBERED = 1_000_000;

/**
 * Finds, of some boxes, those that meet another. Each column is divided into stretches, and for each stretch it is kept, as bits, which boxes have begun by
 * its end and which are over before it: so a few words a column leave, 32 boxes at a time, all that can meet, and those are looked at one by one.
 */
export class OverlapIndex {
  private readonly columns: readonly Stretches[];
  /** Of the boxes in hand, as bits, those that may meet. */
  private readonly near: Int32Array;

  constructor(readonly boxes: readonly Box[]) {
    const words = Math.max(1, Math.ceil(boxes.length / 32));
    this.columns = (boxes[0] ?? []).map((_, column) => new Stretches(boxes, column, words));
    this.near = new Int32Array(words);
  }

  /**
   * The boxes that meet another, by position, rising.
   *
   * @param except a column that is not looked at
   * @param from the first position in question
   */
  meeting(box: Box, except = -1, from = 0): number[] {
    const { near, boxes } = this;
    const start = from >> 5;
    near.fill(-1);
    for (const [n, column] of this.columns.entries()) if (n !== except) column.narrow(near, box[n] ?? [], start);
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

/** For each of some boxes, the others that meet it. */
export class Overlaps {
  private readonly index: OverlapIndex;
  /** By box; none where there are too many to be kept. */
  private readonly known: readonly number[][] | undefined;

  constructor(boxes: readonly Box[]) {
    this.index = new OverlapIndex(boxes);
    this.known = this.all();
  }

  /** The boxes that meet one, by position, rising; without itself. */
  of(box: number): readonly number[] {
    return this.known?.[box] ?? this.index.meeting(this.index.boxes[box] ?? []).filter((other) => other !== box);
  }

  /** Every meeting is found from the earlier of the two. */
  private all(): number[][] | undefined {
    const { index } = this;
    const known = index.boxes.map((): number[] => []);
    let remembered = 0;
    for (const [n, box] of index.boxes.entries()) {
      for (const other of index.meeting(box, undefined, n + 1)) {
        known[n]?.push(other);
        known[other]?.push(n);
        if (++remembered > MOST_REMEMBERED) return undefined;
      }
    }
    return known;
  }
}

/** One column: which boxes have begun by the end of each stretch, and which are over before it. */
class Stretches {
  /** By code up to the last end: where the words of its stretch begin. */
  private readonly placeOf: Int32Array;
  private readonly begun: Int32Array;
  private readonly over: Int32Array;

  constructor(boxes: readonly Box[], column: number, words: number) {
    const [placeOf, stretches] = stretchesOf(boxes, column, words);
    this.placeOf = placeOf;
    this.begun = new Int32Array(stretches * words);
    this.over = new Int32Array(stretches * words);
    for (const [n, box] of boxes.entries()) {
      const set = box[column] ?? [];
      if (set.length === 0) continue;
      const [word, bit] = [n >> 5, 1 << (n & 31)];
      const begins = this.place(set[0] ?? 0) + word;
      this.begun[begins] = (this.begun[begins] ?? 0) | bit;
      const next = this.place(set.at(-1) ?? 0) + words + word;
      if (next < this.over.length) this.over[next] = (this.over[next] ?? 0) | bit;
    }
    // What has begun or is over in one stretch has or is so in all that follow.
    for (let at = words; at < this.begun.length; at++) {
      this.begun[at] = (this.begun[at] ?? 0) | (this.begun[at - words] ?? 0);
      this.over[at] = (this.over[at] ?? 0) | (this.over[at - words] ?? 0);
    }
  }

  /** Leaves, of the boxes from a word on, as bits, those that may meet a set in this column. */
  narrow(near: Int32Array, set: readonly number[], from: number): void {
    if (set.length === 0 || this.begun.length === 0) {
      near.fill(0);
      return;
    }
    const last = this.place(set.at(-1) ?? 0);
    const first = this.place(set[0] ?? 0);
    for (let word = from; word < near.length; word++) {
      near[word] = (near[word] ?? 0) & (this.begun[last + word] ?? 0) & ~(this.over[first + word] ?? 0);
    }
  }

  private place(code: number): number {
    return this.placeOf[Math.min(code, this.placeOf.length - 1)] ?? 0;
  }
}

/** Divides a column into stretches at the ends of boxes, as evenly as so few can: by code, where the words of its stretch begin; and how many there are. */
function stretchesOf(boxes: readonly Box[], column: number, words: number): [placeOf: Int32Array, stretches: number] {
  const over = boxes.reduce((most, box) => Math.max(most, (box[column]?.at(-1) ?? -1) + 1), 0);
  const isBorder = new Uint8Array(over + 1);
  for (const box of boxes) {
    const set = box[column] ?? [];
    if (set.length === 0) continue;
    isBorder[set[0] ?? 0] = 1;
    isBorder[(set.at(-1) ?? 0) + 1] = 1;
  }
  const borders = isBorder.reduce((sum, one) => sum + one, 0);
  const each = Math.max(1, borders / STRETCHES);
  let passed = 0;
  const placeOf = Int32Array.from(isBorder, (one) => {
    passed += one;
    return Math.floor(Math.max(0, passed - 1) / each) * words;
  });
  return [placeOf, borders === 0 ? 0 : Math.floor((borders - 1) / each) + 1];
}
