import type { Box } from './space.js';

/**
 * The code sets of many boxes in one run of numbers, for loops that look at all of them again and again: nothing is allocated there, and no box is
 * followed to its sets.
 */
export class FlatBoxes {
  readonly columns: number;
  /** Where the ranges of a box in a column begin among the ends; where they are over is where the next begin. */
  readonly places: Int32Array;
  /** `first, last` of one range after the other. */
  readonly ends: Int32Array;

  /** @param boxes boxes of as many columns each */
  constructor(readonly boxes: readonly Box[]) {
    this.columns = boxes[0]?.length ?? 0;
    this.places = new Int32Array(boxes.length * this.columns + 1);
    let room = 0;
    for (const box of boxes) for (const set of box) room += set.length;
    this.ends = new Int32Array(room);
    let [place, end] = [0, 0];
    for (const box of boxes) {
      for (const set of box) {
        this.places[place++] = end;
        for (const one of set) this.ends[end++] = one;
      }
    }
    this.places[place] = end;
  }

  /** Whether a box has a code of a range in a column. */
  meets(box: number, column: number, first: number, last: number): boolean {
    const place = box * this.columns + column;
    const over = this.places[place + 1] ?? 0;
    for (let at = this.places[place] ?? 0; at < over; at += 2) {
      if ((this.ends[at + 1] ?? 0) >= first) return (this.ends[at] ?? 0) <= last;
    }
    return false;
  }

  /** Whether a box has all codes of a range in a column. */
  spans(box: number, column: number, first: number, last: number): boolean {
    const place = box * this.columns + column;
    const over = this.places[place + 1] ?? 0;
    for (let at = this.places[place] ?? 0; at < over; at += 2) {
      if ((this.ends[at + 1] ?? 0) >= first) return (this.ends[at] ?? 0) <= first && (this.ends[at + 1] ?? 0) >= last;
    }
    return false;
  }
}
