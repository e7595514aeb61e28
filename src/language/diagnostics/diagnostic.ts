import stringWidth from 'fast-string-width';
import type { Lang } from '../format.js';
import { CATALOGUE, type Code, type Params } from './catalogue.js';

/** A named text that diagnostics point into: a file, standard input, or a flag of the command line. */
export interface SourceText {
  readonly name: string;
  readonly text: string;
}

/** A stretch of a source text, as offsets into it. */
export interface Span {
  readonly source: SourceText;
  readonly start: number;
  readonly end: number;
  /** Which cell it is, in a text that is a table. */
  readonly cell?: Cell;
}

/** A row of a table, or a cell of that row, as a spreadsheet counts them: from 1, blank rows included. */
export interface Cell {
  readonly row: number;
  readonly column?: number;
  /** What the header calls the column. */
  readonly name?: string;
}

/** One thing that is wrong with an input: what, where, and what would be right. */
export interface Diagnostic<C extends Code = Code> {
  readonly code: C;
  readonly severity: 'error' | 'warning';
  readonly params: Params<C>;
  readonly span?: Span;
  /** The name that was most likely meant. */
  readonly suggestion?: string;
}

/** Gathers diagnostics; reading goes on after each, so that all errors of an input are reported at once. */
export class Diagnostics {
  readonly all: Diagnostic[] = [];
  private readonly said = new Set<string>();

  /** Adds a diagnostic of the catalogue. */
  add<C extends Code>(code: C, params: Params<C>, at?: Span, suggestion?: string): void {
    // What an alias or a merge key repeats is wrong in one place.
    if (at !== undefined) {
      const place = `${code} ${at.source.name} ${String(at.start)} ${String(at.end)} ${JSON.stringify(params)}`;
      if (this.said.has(place)) return;
      this.said.add(place);
    }
    this.all.push({
      code,
      severity: CATALOGUE[code].severity,
      params,
      ...(at && { span: at }),
      ...(suggestion !== undefined && { suggestion }),
    } as Diagnostic);
  }

  get failed(): boolean {
    return this.all.some(({ severity }) => severity === 'error');
  }
}

/** The message of an error shows no more; its `diagnostics` hold all. */
const SHOWN = 50;

/** Thrown by the library when an input cannot be used; it holds everything that is wrong with it. */
export class DiagnosticError extends Error {
  override readonly name = 'DiagnosticError';

  /** In the order of the sources, and within a source of the places. */
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    const sources = diagnostics.map(({ span }) => span?.source);
    const ordered = [...diagnostics].sort(
      (a, b) =>
        sources.indexOf(a.span?.source) - sources.indexOf(b.span?.source) ||
        (a.span?.start ?? 0) - (b.span?.start ?? 0),
    );
    super(
      ordered
        .slice(0, SHOWN)
        .map((diagnostic) => formatDiagnostic(diagnostic, 'en'))
        .join('\n\n'),
    );
    this.diagnostics = ordered;
  }
}

/** The sentence of a diagnostic, and what to do about it. */
export function explain({ code, params, suggestion }: Diagnostic, lang: Lang): { message: string; help: string } {
  const entry = CATALOGUE[code];
  const message = (entry.message[lang] as (p: unknown) => string)(params);
  const meant = suggestion === undefined ? '' : MEANT[lang](suggestion);
  const help = (entry.help[lang] as (p: unknown) => string)(params);
  return { message, help: [meant, help].filter((part) => part !== '').join(lang === 'zh' ? '' : ' ') };
}

const MEANT = {
  en: (name: string) => `Did you mean \`${name}\`?`,
  zh: (name: string) => `是否想写 \`${name}\`？`,
};
/** Where a cell is, for whoever has the table open in a spreadsheet. */
const CELL: Readonly<Record<Lang, (cell: Cell) => string>> = {
  en: ({ row, column, name }) =>
    `Row ${String(row)}${column === undefined ? '' : `, column ${String(column)} (${letters(column)})`}${name === undefined ? '' : `, \`${name}\``}.`,
  zh: ({ row, column, name }) =>
    `第 ${String(row)} 行${column === undefined ? '' : `，第 ${String(column)} 列（${letters(column)}）`}${name === undefined ? '' : `，\`${name}\``}。`,
};

/** A column as spreadsheets name it: A to Z, then AA. */
function letters(column: number): string {
  const last = String.fromCharCode(65 + ((column - 1) % 26));
  return column > 26 ? letters(Math.floor((column - 1) / 26)) + last : last;
}

const WORDS = { en: { error: 'error', warning: 'warning' }, zh: { error: '错误', warning: '警告' } };

/** Line and column (both from 1; a column is a UTF-16 unit, as editors count) of an offset. */
export function position(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}

/** What a terminal or a page puts around the parts of a diagnostic. */
export interface Style {
  readonly strong: (text: string) => string;
  readonly mark: (text: string) => string;
  readonly faint: (text: string) => string;
}
const PLAIN: Style = { strong: (t) => t, mark: (t) => t, faint: (t) => t };

/**
 * A diagnostic for a reader: `file:line:column`, the sentence with its code, the line in question with a mark below it, and what
 * to do next.
 */
export function formatDiagnostic(diagnostic: Diagnostic, lang: Lang, style: Style = PLAIN): string {
  const { message, help } = explain(diagnostic, lang);
  const head = `${style.mark(WORDS[lang][diagnostic.severity])}[${diagnostic.code}] ${style.strong(message)}`;
  const lines =
    diagnostic.span === undefined
      ? [head]
      : [`${where(diagnostic.span)}: ${head}`, ...codeFrame(diagnostic.span, style)];
  if (diagnostic.span?.cell !== undefined) lines.push(`  ${CELL[lang](diagnostic.span.cell)}`);
  if (help !== '') lines.push(`  ${help}`);
  return lines.join('\n');
}

/** `file:line:column` of a span. */
export function where({ source, start }: Span): string {
  const { line, column } = position(source.text, start);
  return `${source.name}:${String(line)}:${String(column)}`;
}

const FRAME_WIDTH = 100;

/** The line of a span, with the line before it and a mark below. */
export function codeFrame({ source, start, end }: Span, style: Style = PLAIN): string[] {
  const { line, column } = position(source.text, start);
  const lines = source.text.split('\n');
  const gutter = String(line).length;
  const rows: string[] = [];
  for (let n = Math.max(1, line - 1); n <= line; n++) {
    const full = (lines[n - 1] ?? '').replace(/\r$/, '').replaceAll('\t', ' ');
    // A very long line is shown around the place in question.
    const from = n === line && column > FRAME_WIDTH - 20 ? column - 40 : 0;
    const shown = full.slice(from, from + FRAME_WIDTH);
    rows.push(`  ${style.faint(`${String(n).padStart(gutter)} |`)} ${shown}`.trimEnd());
    if (n === line) {
      const before = shown.slice(0, column - 1 - from);
      const marked = shown.slice(column - 1 - from, column - 1 - from + Math.max(1, end - start));
      const mark = '^'.repeat(Math.max(1, stringWidth(marked)));
      rows.push(`  ${' '.repeat(gutter)} ${style.faint('|')} ${' '.repeat(stringWidth(before))}${style.mark(mark)}`);
    }
  }
  return rows;
}
