import type { Lang } from '../../language/format.js';
import { chop, width, wrap } from '../../language/text/wrap.js';
import type { Paint } from './paint.js';

export { width };

/** Fills a text up with blanks to a width. */
export const pad = (text: string, to: number): string => text + ' '.repeat(Math.max(0, to - width(text)));

/** A paragraph with a first prefix and a prefix for the lines that follow. */
export function paragraph(
  text: string,
  columns: number,
  lang: Lang,
  first: string,
  next = ' '.repeat(width(first)),
): string[] {
  return wrap(text, Math.max(20, columns - width(first)), lang).map((line, n) => (n === 0 ? first : next) + line);
}

/** A text in one line of a width; where it is longer, it is cut between two words, or within one that is longer by itself. */
export function clip(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  let end = text.length;
  while (end > 0 && width(text.slice(0, end)) > columns - 1) end--;
  const blank = text.lastIndexOf(' ', end);
  return `${text.slice(0, blank > end / 2 ? blank : end).trimEnd()}…`;
}

/** Rows of cells side by side, each cell broken within its column; two blanks separate the columns. */
export function table(rows: readonly (readonly string[])[], widths: readonly number[], lang: Lang): string[] {
  return rows.flatMap((row) => {
    const cells = row.map((cell, n) => {
      const columns = widths[n] ?? 20;
      return cell.split('\n').flatMap((part) => wrap(part, columns, lang).flatMap((line) => chop(line, columns)));
    });
    const height = Math.max(1, ...cells.map(({ length }) => length));
    return Array.from({ length: height }, (_, line) =>
      cells
        .map((cell, n) => pad(cell[line] ?? '', widths[n] ?? 20))
        .join('  ')
        .trimEnd(),
    );
  });
}

/** How a document is shown as text. */
export interface TextView {
  /** The widest that a line may be. */
  readonly columns: number;
  readonly paint: Paint;
  /** Whether what is many is listed in full. */
  readonly all: boolean;
  /** Whether every section is shown, instead of what fits on one screen. */
  readonly full: boolean;
  /** So many lines of one screen are taken by what is shown with it; none by default. */
  readonly taken?: number;
  /** The command that the document answers, without the name of the program, for commands to try next; none where no command made it. */
  readonly command: readonly string[] | undefined;
  /** The texts of files by name, to show the lines that a document points to. */
  readonly sources: Readonly<Record<string, string>>;
}
