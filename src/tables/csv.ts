import type { Diagnostics, SourceText, Span } from '../language/diagnostics/diagnostic.js';
import { unnumbered } from '../language/text/printable.js';
import { unguardCell } from '../language/text/text.js';
import { shown } from './words.js';
import type { Path } from '../language/read/yaml.js';

/**
 * One cell: what it holds, and where. Parsers of CSV tell the row of an error at best, but a mark under a cell takes the place of each, and
 * reading RFC 4180 takes no more lines than adapting one of them would.
 */
export interface CsvCell {
  /** Without quotation marks, and without the apostrophe of {@link unguardCell}; characters that are written as numbers are read. */
  readonly text: string;
  readonly span: Span;
  /** Both from 1, as a spreadsheet counts them. */
  readonly row: number;
  readonly column: number;
}
export type CsvRow = readonly CsvCell[];

const SEPARATORS = [',', ';', '\t', '，', '；'] as const;

/**
 * Reads CSV: quoted cells with separators, line breaks and doubled quotation marks; any line ends; a byte order mark; separated by
 * commas, or by semicolons or tabs as spreadsheets in other countries write it, or by either in full width as it is typed in Chinese.
 */
export function readCsv({ name, text }: SourceText, report: Diagnostics): CsvRow[] {
  const source: SourceText = { name, text: text.replace(/^\uFEFF/, '') };
  if (source.text.includes('\0')) {
    report.add('file-not-text', { name }, { source, start: 0, end: 0 });
    return [];
  }
  const [directive = '', stated] = /^sep=([^\r\n])(?:\r\n|\r|\n|$)/i.exec(source.text) ?? [];
  return new Reader(source, stated ?? separatorOf(source.text), report).rows(directive.length);
}

/** The separator that the first row is written with. */
function separatorOf(text: string): string {
  const [first = ''] = /^(?:"[^"]*"|[^"\r\n])*/.exec(text) ?? [];
  // A row of a setting shows its separator after its name.
  const [, separator] = /^#[^,;\t，；"]+([,;\t，；])/.exec(first) ?? [];
  if (separator !== undefined) return separator;
  const unquoted = first.replaceAll(/"[^"]*"/g, '');
  const count = (separator: string): number => unquoted.split(separator).length;
  return SEPARATORS.reduce((best, one) => (count(one) > count(best) ? one : best));
}

class Reader {
  private at = 0;
  private readonly plain: RegExp;

  constructor(
    private readonly source: SourceText,
    private readonly separator: string,
    private readonly report: Diagnostics,
  ) {
    this.plain = new RegExp(`[^\\r\\n${separator.replace(/[\\\]^-]/, '\\$&')}]*`, 'y');
  }

  rows(start: number): CsvRow[] {
    const { text } = this.source;
    const rows: CsvRow[] = [];
    this.at = start;
    while (this.at < text.length) {
      const row: CsvCell[] = [];
      do row.push(this.cell(rows.length + 1, row.length + 1));
      while (this.skip(this.separator));
      rows.push(row);
      if (!this.skip('\r\n') && !this.skip('\n')) this.skip('\r');
    }
    return rows;
  }

  private skip(word: string): boolean {
    if (!this.source.text.startsWith(word, this.at)) return false;
    this.at += word.length;
    return true;
  }

  private cell(row: number, column: number): CsvCell {
    const { source } = this;
    const start = this.at;
    const text = this.skip('"') ? this.quoted(start, row, column) : this.rest();
    return {
      text: unnumbered(unguardCell(text)),
      row,
      column,
      span: { source, start, end: this.at, cell: { row, column } },
    };
  }

  /** The text before the next separator or line end. */
  private rest(): string {
    const start = this.at;
    this.plain.lastIndex = start;
    this.plain.test(this.source.text);
    this.at = this.plain.lastIndex;
    return this.source.text.slice(start, this.at);
  }

  private quoted(start: number, row: number, column: number): string {
    const { source, report } = this;
    let held = '';
    for (;;) {
      const end = source.text.indexOf('"', this.at);
      if (end === -1) {
        report.add('csv-quote-open', {}, { source, start, end: start + 1, cell: { row, column } });
        this.at = source.text.length;
        return held;
      }
      held += source.text.slice(this.at, end);
      this.at = end + 1;
      if (!this.skip('"')) break;
      held += '"';
    }
    const from = this.at;
    const trailing = this.rest();
    if (trailing.trim() !== '')
      report.add(
        'csv-quote-text',
        { text: shown(trailing) },
        { source, start: from, end: this.at, cell: { row, column } },
      );
    return held;
  }
}

/** Cells as {@link readCsv} gives them, of a table that is in no text yet; undefined where a cell holds what CSV cannot. */
export function cellsOf(name: string, rows: readonly (readonly string[])[]): CsvRow[] | undefined {
  if (rows.flat().some((text) => text.includes('\0'))) return undefined;
  const source: SourceText = { name, text: '' };
  return rows.map((row, n) =>
    row.map((text, at): CsvCell => {
      const cell = { row: n + 1, column: at + 1 };
      return { text, ...cell, span: { source, start: 0, end: 0, cell } };
    }),
  );
}

/** The cell of each part of a document in the table that it was read from. */
export class CellPlaces {
  private readonly values = new Map<string, Span>();
  private readonly keys = new Map<string, Span>();

  /** @param whole the place of parts that have no cell of their own */
  constructor(private readonly whole: Span) {}

  /** Notes the cell of a part, and the cell that names its column. */
  set(path: Path, value: Span, key?: Span): void {
    this.values.set(keyOf(path), value);
    if (key !== undefined) this.keys.set(keyOf(path), key);
  }

  /** The cell of a part, or of the nearest part around it that has one. */
  at(path: Path, part: 'key' | 'value' = 'value'): Span {
    for (let length = path.length; length > 0; length--) {
      const key = keyOf(path.slice(0, length));
      const found = (part === 'key' && length === path.length ? this.keys.get(key) : undefined) ?? this.values.get(key);
      if (found !== undefined) return found;
    }
    return this.whole;
  }
}

const keyOf = (path: Path): string => path.map(String).join('\0');
