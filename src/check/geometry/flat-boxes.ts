import type { Box } from './space.js';

/**
 * The code sets of many boxes in one array of numbers. Loops that read all boxes many times run on it without allocation and without
 * following references from a box to its sets.
 */
export class FlatBoxes {
  readonly columns: number;
  /** By box and column, the index in `ends` where its ranges begin. They end where those of the next column begin. */
  readonly places: Int32Array;
  /** `first, last` of each range, one after the other. */
  readonly ends: Int32Array;

  /** @param boxes boxes of one space, so that all have the same number of columns */
  constructor(readonly boxes: readonly Box[]) {
    this.columns = boxes[0]?.length ?? 0;
    this.places = new Int32Array(boxes.length * this.columns + 1);
    let size = 0;
    for (const box of boxes) for (const set of box) size += set.length;
    this.ends = new Int32Array(size);
    let [place, end] = [0, 0];
    for (const box of boxes) {
      for (const set of box) {
        this.places[place++] = end;
        for (const one of set) this.ends[end++] = one;
      }
    }
    this.places[place] = end;
  }

  /** Whether box number `box` has at least one code of `first … last` in a column. */
  meets(box: number, column: number, first: number, last: number): boolean {
    const place = box * this.columns + column;
    const over = this.places[place + 1] ?? 0;
    for (let at = this.places[place] ?? 0; at < over; at += 2) {
      if ((this.ends[at + 1] ?? 0) >= first) return (this.ends[at] ?? 0) <= last;
    }
    return false;
  }

  /** Whether box number `box` has all codes of `first … last` in a column. */
  spans(box: number, column: number, first: number, last: number): boolean {
    const place = box * this.columns + column;
    const over = this.places[place + 1] ?? 0;
    for (let at = this.places[place] ?? 0; at < over; at += 2) {
      if ((this.ends[at + 1] ?? 0) >= first) return (this.ends[at] ?? 0) <= first && (this.ends[at + 1] ?? 0) >= last;
    }
    return false;
  }
}
