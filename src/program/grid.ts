/**
 * Finds the place of a figure among rising bounds in a step or two: the stretch between the outermost bounds is cut into as many equal cells as
 * there are bounds, and only those in the figure's own cell are compared with it.
 */
export class Grid {
  private readonly least: number;
  private readonly perUnit: number;
  /** How many bounds lie in the cells before each. */
  private readonly starts: Int32Array;

  /** @param bounds rising */
  constructor(private readonly bounds: readonly number[]) {
    const [least = 0, most = 0] = [bounds[0], bounds.at(-1)];
    this.least = least;
    this.perUnit = most > least ? bounds.length / (most - least) : 0;
    this.starts = new Int32Array(bounds.length + 2);
    for (const bound of bounds) this.starts[this.cell(bound) + 1] = (this.starts[this.cell(bound) + 1] ?? 0) + 1;
    for (let n = 1; n < this.starts.length; n++) this.starts[n] = (this.starts[n] ?? 0) + (this.starts[n - 1] ?? 0);
  }

  /** The code of a figure among the bounds: odd codes lie between bounds, even ones on a bound. */
  code(figure: number): number {
    const { bounds, starts } = this;
    const cell = this.cell(figure);
    let [below, above] = [starts[cell] ?? 0, starts[cell + 1] ?? 0];
    while (below < above) {
      const middle = (below + above) >> 1;
      if ((bounds[middle] ?? 0) < figure) below = middle + 1;
      else above = middle;
    }
    return bounds[below] === figure ? 2 * below + 2 : 2 * below + 1;
  }

  // Larger figures never lie in smaller cells, rounding or not, so the cells before hold smaller bounds and those behind larger ones.
  private cell(figure: number): number {
    const cell = Math.floor((figure - this.least) * this.perUnit);
    return cell < 0 ? 0 : cell > this.bounds.length ? this.bounds.length : cell;
  }
}
