import type { FigureKind } from '../ir/domain.js';

/** So many cells for each bound, so that few cells hold more than one; and no more cells than these, unless there are more bounds. */
const CELLS_PER_BOUND = 8;
const MAX_CELLS = 2 ** 14;
/** The codes of whole figures are kept up to the last bound, and no further than this. */
const MAX_WHOLE_FIGURE = 2 ** 12;
/** The code of what is no figure that can be stated. */
const NONE = -1;

/**
 * Finds the place of a figure among rising bounds in a step or two: the interval between the outermost bounds is cut into equal cells, and only
 * the bounds in the figure's own cell are compared with it.
 */
export class BucketedBounds {
  private readonly least: number;
  private readonly cells: number;
  private readonly perUnit: number;
  /** The bounds, and one that no figure reaches. */
  private readonly bounds: Float64Array;
  /** How many bounds lie in the cells before each. */
  private readonly starts: Int32Array;
  /** The codes of whole figures from 0 on, as most are; the last is that of all larger ones, -1 where theirs differ. */
  readonly whole: Int32Array;

  /**
   * @param bounds rising; may be none
   * @param kind whether only whole figures can be stated, and whether figures below nought can
   */
  constructor(
    bounds: readonly number[],
    private readonly kind: FigureKind,
  ) {
    const [least = 0, most = least] = [bounds[0], bounds.at(-1)];
    this.bounds = Float64Array.of(...bounds, Infinity);
    this.least = least;
    this.cells = Math.min(bounds.length * CELLS_PER_BOUND, Math.max(bounds.length, MAX_CELLS));
    // Bounds that lie too close for a division all share the first cell.
    const perUnit = this.cells / (most - least);
    this.perUnit = perUnit < Infinity ? perUnit : 0;
    this.starts = new Int32Array(this.cells + 2);
    for (const bound of bounds) this.starts[this.cell(bound) + 1] = (this.starts[this.cell(bound) + 1] ?? 0) + 1;
    for (let n = 1; n < this.starts.length; n++) this.starts[n] = (this.starts[n] ?? 0) + (this.starts[n - 1] ?? 0);
    const larger = Math.max(0, Math.ceil(Math.min(most + 1, MAX_WHOLE_FIGURE)));
    this.whole = Int32Array.from({ length: larger + 1 }, (_, figure) => this.search(figure));
    if (larger <= most) this.whole[larger] = NONE;
  }

  /** The code of a figure among the bounds: odd codes lie between bounds, even ones on a bound; -1 for one that cannot be stated: below nought, without end, a part of what is counted, where there are no such figures. */
  code(figure: number): number {
    if (this.kind.integer && !Number.isInteger(figure)) return NONE;
    return figure >= (this.kind.negative ? -Number.MAX_VALUE : 0) && figure < Infinity ? this.search(figure) : NONE;
  }

  private search(figure: number): number {
    const { bounds, starts } = this;
    const cell = this.cell(figure);
    let below = starts[cell] ?? 0;
    let above = starts[cell + 1] ?? 0;
    if (above - below > 1) {
      while (below < above) {
        const middle = (below + above) >> 1;
        if ((bounds[middle] ?? 0) < figure) below = middle + 1;
        else above = middle;
      }
    }
    // Added up instead of asked: figures come in no order, and a processor that guesses wrong loses more than the two comparisons take.
    const bound = bounds[below] ?? Infinity;
    return 2 * below + 1 + Number(figure >= bound) + Number(figure > bound);
  }

  // Larger figures never lie in smaller cells, rounding or not, so the cells before hold smaller bounds and those behind larger ones.
  private cell(figure: number): number {
    return Math.min(Math.max(Math.floor((figure - this.least) * this.perUnit), 0), this.cells);
  }
}
