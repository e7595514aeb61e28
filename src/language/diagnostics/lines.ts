/** A place in a text: line and column count from 1, a column is a UTF-16 unit, as editors count. */
export interface LinePosition {
  readonly line: number;
  readonly column: number;
}

/** Where the lines of a text begin. It is computed once, so that thousands of places in a large file cost one pass over it. */
export class Lines {
  private readonly starts: readonly number[];

  constructor(private readonly text: string) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.starts = starts;
  }

  /** The line and column of an offset. */
  position(offset: number): LinePosition {
    let [low, high] = [0, this.starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.startOf(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - this.startOf(low) + 1 };
  }

  /** The offset of a place; beyond the last line, that of the end of the text. */
  offset({ line, column }: LinePosition): number {
    return (this.starts[line - 1] ?? this.text.length) + column - 1;
  }

  /** A line by its number, without its end; empty where there is none. */
  line(number: number): string {
    const start = this.starts[number - 1];
    return start === undefined ? '' : this.text.slice(start, (this.starts[number] ?? this.text.length + 1) - 1);
  }

  /** The line in which an offset is, without its end. */
  lineAt(offset: number): string {
    return this.line(this.position(offset).line);
  }

  private startOf(index: number): number {
    return this.starts[index] ?? 0;
  }
}

const known = new WeakMap<object, Lines>();

/** The lines of a text that has a name. */
export function linesOf(source: { readonly text: string }): Lines {
  let lines = known.get(source);
  if (lines === undefined) known.set(source, (lines = new Lines(source.text)));
  return lines;
}
