import stringWidth from 'fast-string-width';
import type { Lang } from '../format.js';
import { printable, printableInLine } from '../text/printable.js';
import { sentences } from '../text/text.js';
import {
  DIAGNOSTICS,
  type DiagnosticCode,
  type DiagnosticParams,
  type DiagnosticSeverity,
  type ErrorExitCode,
} from './diagnostic-codes.js';
import type { CodeTexts } from './entry.js';
import { linesOf } from './lines.js';
import type { Suggestion } from './nearest.js';
import { DIAGNOSTIC_TEXTS, DIAGNOSTIC_WORDS } from './texts/index.js';

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

/** The span of all of a text, such as the value of an option, which the name stands for. */
export const spanOfText = (name: string, text: string): Span => ({
  source: { name, text },
  start: 0,
  end: text.length,
});

/** A part of a span, such as a character in a text; of a text that is not written as it is read, with escapes, say, the whole. */
export const partOfSpan = (span: Span, at: number, length: number): Span =>
  span.start + at + length > span.end ? span : { ...span, start: span.start + at, end: span.start + at + length };

/** A row of a table, or a cell of that row, as a spreadsheet counts them: from 1, blank rows included. */
export interface Cell {
  readonly row: number;
  readonly column?: number;
  /** What the header calls the column. */
  readonly name?: string;
}

/** One thing that is wrong with an input: what, where, and what would be right. Its `code` determines the type of its `params`. */
export type Diagnostic = { readonly [C in DiagnosticCode]: DiagnosticOf<C> }[DiagnosticCode];

/** A diagnostic with one code. */
export interface DiagnosticOf<C extends DiagnosticCode> {
  readonly code: C;
  readonly severity: DiagnosticSeverity;
  readonly params: DiagnosticParams<C>;
  readonly span?: Span;
  /** The name that was most likely meant. */
  readonly suggestion?: string;
  /** How what is written leads to the suggestion, where that is known; it is near otherwise. */
  readonly suggestedBy?: Suggestion['by'];
}

/** Gathers diagnostics; reading goes on after each, so that all errors of an input are reported at once. */
export class Diagnostics {
  readonly all: Diagnostic[] = [];
  private readonly reported = new Set<string>();

  /** Adds a diagnostic of the catalogue. */
  add<C extends DiagnosticCode>(
    code: C,
    params: DiagnosticParams<C>,
    at?: Span,
    suggested?: string | Suggestion,
  ): void {
    // What an alias or a merge key repeats is wrong in one place.
    if (at !== undefined) {
      const place = `${code} ${at.source.name} ${String(at.start)} ${String(at.end)} ${JSON.stringify(params)}`;
      if (this.reported.has(place)) return;
      this.reported.add(place);
    }
    const { name: suggestion, by }: Partial<Suggestion> =
      typeof suggested === 'string' ? { name: suggested } : (suggested ?? {});
    const added: DiagnosticOf<C> = {
      code,
      severity: DIAGNOSTICS[code].severities[0],
      params,
      ...(at && { span: at }),
      ...(suggestion !== undefined && { suggestion }),
      ...(by && { suggestedBy: by }),
    };
    // The compiler does not relate a type parameter to one member of a union.
    this.all.push(added as unknown as Diagnostic);
  }

  /** Adds a diagnostic that was gathered elsewhere, at a place of its own. */
  addAgain({ code, params, suggestion, suggestedBy }: Diagnostic, at: Span | undefined): void {
    const suggested = suggestion !== undefined && suggestedBy ? { name: suggestion, by: suggestedBy } : suggestion;
    this.add(code, params, at, suggested);
  }

  get failed(): boolean {
    return this.all.some(({ severity }) => severity === 'error');
  }
}

/** What a run exits with that reports diagnostics: the highest exit code of one. */
export const exitCodeOf = (diagnostics: readonly Diagnostic[]): ErrorExitCode =>
  diagnostics.reduce<ErrorExitCode>((highest, { code }) => {
    const { exitCode } = DIAGNOSTICS[code];
    return exitCode > highest ? exitCode : highest;
  }, 1);

/** The message of an error shows no more diagnostics; its `diagnostics` hold all. */
const MAX_SHOWN = 50;

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
        .slice(0, MAX_SHOWN)
        .map((diagnostic) => formatDiagnostic(diagnostic, 'en'))
        .join('\n\n'),
    );
    this.diagnostics = ordered;
  }
}

/** The error of one diagnostic, of the catalogue. */
export function refusal<C extends DiagnosticCode>(
  code: C,
  params: DiagnosticParams<C>,
  at?: Span,
  suggestion?: string,
): DiagnosticError {
  const report = new Diagnostics();
  report.add(code, params, at, suggestion);
  return new DiagnosticError(report.all);
}

/** The message of a diagnostic, and what to do about it. */
export function explain(diagnostic: Diagnostic, lang: Lang): { message: string; help: string } {
  const texts = DIAGNOSTIC_TEXTS[lang][diagnostic.code] as CodeTexts<unknown>;
  return { message: texts.message(diagnostic.params), help: helpOf(diagnostic, texts, lang) };
}

function helpOf(
  { params, suggestion, suggestedBy = 'nearness' }: Diagnostic,
  texts: CodeTexts<unknown>,
  lang: Lang,
): string {
  const hint = texts.hint?.(params);
  if (suggestion === undefined) return hint ?? texts.help;
  const suggested = DIAGNOSTIC_WORDS[lang].suggestion[suggestedBy](suggestion);
  // A name that was most likely meant says more than what suits every case, and one that is known to be meant says all.
  return suggestedBy === 'nearness' ? sentences([suggested, hint ?? ''], lang) : suggested;
}

function cellText({ column, ...cell }: Cell, lang: Lang): string {
  const named = column === undefined ? {} : { column: { number: column, letters: letters(column) } };
  return DIAGNOSTIC_WORDS[lang].cell({ ...cell, ...named });
}

/** A column as spreadsheets name it: A to Z, then AA. */
function letters(column: number): string {
  const last = String.fromCharCode(65 + ((column - 1) % 26));
  return column > 26 ? letters(Math.floor((column - 1) / 26)) + last : last;
}

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
  // The stack of an error of the program itself has lines; a name that somebody wrote may not add any.
  const inLine = diagnostic.code === 'internal' ? printable : printableInLine;
  const head = `${style.mark(DIAGNOSTIC_WORDS[lang].severity[diagnostic.severity])}[${diagnostic.code}] ${style.strong(inLine(message))}`;
  const lines =
    diagnostic.span === undefined
      ? [head]
      : [`${where(diagnostic.span)}: ${head}`, ...codeFrame(diagnostic.span, style)];
  if (diagnostic.span?.cell !== undefined) lines.push(`  ${printableInLine(cellText(diagnostic.span.cell, lang))}`);
  if (help !== '') lines.push(`  ${inLine(help)}`);
  return lines.join('\n');
}

/** `file:line:column` of a span. */
export function where({ source, start }: Span): string {
  const { line, column } = linesOf(source).position(start);
  return `${printableInLine(source.name)}:${String(line)}:${String(column)}`;
}

const FRAME_WIDTH = 100;

/** A part of a line with a blank for each half of a character at its ends that it was cut in. */
const wholeCharacters = (part: string): string => part.replaceAll(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, ' ');

/** The line of a span, with the line before it and a mark below. */
export function codeFrame({ source, start, end }: Span, style: Style = PLAIN): string[] {
  const lines = linesOf(source);
  const { line, column } = lines.position(start);
  const gutter = String(line).length;
  const rows: string[] = [];
  for (let n = Math.max(1, line - 1); n <= line; n++) {
    const full = lines.line(n).replace(/\r$/, '');
    // A very long line is shown around the place in question.
    const from = n === line && column > FRAME_WIDTH - 20 ? column - 40 : 0;
    const shown = wholeCharacters(full.slice(from, from + FRAME_WIDTH));
    rows.push(`  ${style.faint(`${String(n).padStart(gutter)} |`)} ${printable(shown)}`.trimEnd());
    if (n === line) {
      const at = column - 1 - from;
      const before = printable(shown.slice(0, at));
      const marked = printable(shown.slice(at, at + Math.max(1, end - start)));
      const mark = '^'.repeat(Math.max(1, stringWidth(marked)));
      rows.push(`  ${' '.repeat(gutter)} ${style.faint('|')} ${' '.repeat(stringWidth(before))}${style.mark(mark)}`);
    }
  }
  return rows;
}
