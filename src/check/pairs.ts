import { overlaps } from '../program/codes.js';
import type { Box } from './space.js';

/**
 * For each of some boxes, the others that meet it. Column by column, one sweep over the ends of the boxes and one over their beginnings leave
 * only those that meet in every column so far, 32 at a time.
 */
export class Meetings {
  private readonly words: number;
  private readonly rows: Int32Array;

  constructor(private readonly boxes: readonly Box[]) {
    const { length } = boxes;
    this.words = Math.max(1, Math.ceil(length / 32));
    this.rows = new Int32Array(this.words * length).fill(-1);
    for (let column = 0; column < (boxes[0]?.length ?? 0); column++) this.narrow(column);
  }

  /** The boxes that meet one, by position, rising; without itself. */
  of(box: number): number[] {
    const found: number[] = [];
    const own = this.boxes[box];
    for (let word = 0; word < this.words; word++) {
      for (let bits = this.rows[box * this.words + word] ?? 0; bits !== 0; bits &= bits - 1) {
        const other = word * 32 + 31 - Math.clz32(bits & -bits);
        // The sweeps see a column of several ranges as one from its first code to its last.
        const met = this.boxes[other];
        if (
          other !== box &&
          own !== undefined &&
          met !== undefined &&
          own.every((set, c) => overlaps(set, met[c] ?? []))
        ) {
          found.push(other);
        }
      }
    }
    return found;
  }

  private narrow(column: number): void {
    const first = this.boxes.map((box) => box[column]?.[0] ?? Infinity);
    const last = this.boxes.map((box) => box[column]?.at(-1) ?? -Infinity);
    const order = (by: readonly number[]): number[] => by.map((_, n) => n).sort((a, b) => (by[a] ?? 0) - (by[b] ?? 0));
    const [byFirst, byLast] = [order(first), order(last)];
    const set = new Int32Array(this.words);
    // Those that begin no later than this one ends.
    let next = 0;
    for (const box of byLast) {
      for (; next < byFirst.length && (first[byFirst[next] ?? 0] ?? 0) <= (last[box] ?? 0); next++)
        add(set, byFirst[next] ?? 0);
      this.keep(box, set, 0);
    }
    // Less those that end before this one begins.
    set.fill(0);
    next = 0;
    for (const box of byFirst) {
      for (; next < byLast.length && (last[byLast[next] ?? 0] ?? 0) < (first[box] ?? 0); next++)
        add(set, byLast[next] ?? 0);
      this.keep(box, set, -1);
    }
  }

  private keep(box: number, set: Int32Array, flip: number): void {
    const start = box * this.words;
    for (let word = 0; word < this.words; word++) {
      this.rows[start + word] = (this.rows[start + word] ?? 0) & ((set[word] ?? 0) ^ flip);
    }
  }
}

function add(set: Int32Array, n: number): void {
  set[n >> 5] = (set[n >> 5] ?? 0) | (1 << (n & 31));
}
