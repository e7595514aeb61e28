import { paintIn } from '../../emit/text/paint.js';
import { exitCodeOf, explain, type Diagnostic, type Span } from '../../language/diagnostics/diagnostic.js';
import type { ErrorExitCode } from '../../language/diagnostics/diagnostic-codes.js';
import { linesOf } from '../../language/diagnostics/lines.js';
import { API_VERSION, type Lang } from '../../language/format.js';
import type { DiagnosticList, ListedDiagnostic } from '../../language/schema/results/diagnostic-list.js';
import { quote } from '../../language/text/text.js';
import { jsonText } from '../../language/values/json-text.js';
import { diagnosticsText } from './diagnostics.js';
import { isColored } from './output.js';
import { CLI_TEXTS } from '../texts/index.js';

/** Whether a command line asks for JSON, even where it cannot be parsed. */
function wantsJson(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  const words = end === -1 ? argv : argv.slice(0, end);
  return words.some(
    (word, n) => word === '--json' || word === '--format=json' || (word === 'json' && words[n - 1] === '--format'),
  );
}

/**
 * Prints to stderr what is wrong: for a reader, or in JSON as one document, which a program reads.
 *
 * @param words the command line, as it was typed
 * @returns what the run exits with
 */
export function printFailure(diagnostics: readonly Diagnostic[], words: readonly string[], lang: Lang): ErrorExitCode {
  const exitCode = exitCodeOf(diagnostics);
  if (wantsJson(words)) {
    printDiagnosticList(
      diagnostics.map((diagnostic) => entryOf(diagnostic, lang)),
      exitCode,
      lang,
    );
    return exitCode;
  }
  const paint = paintIn(isColored(process.stderr));
  const style = { strong: paint.strong, mark: paint.bad, faint: paint.faint };
  const view = { lang, style, all: words.includes('--all'), canListAll: words.includes('check') };
  const placed = diagnostics.map((diagnostic) => inCommandLine(diagnostic, words, lang));
  process.stderr.write(`${diagnosticsText(placed, view)}\n`);
  return exitCode;
}

/** Prints to stderr what is wrong as one document, with what the run exits with. */
export function printDiagnosticList(
  diagnostics: readonly ListedDiagnostic[],
  exitCode: ErrorExitCode,
  lang: Lang,
): void {
  const list: DiagnosticList = {
    apiVersion: API_VERSION,
    kind: 'DiagnosticList',
    lang,
    exitCode,
    diagnostics: [...diagnostics],
  };
  process.stderr.write(jsonText(list));
}

function entryOf(diagnostic: Diagnostic, lang: Lang): ListedDiagnostic {
  const { code, severity, params, span, suggestion } = diagnostic;
  const { message, help } = explain(diagnostic, lang);
  const { expected = [] } = params as { readonly expected?: string | readonly string[] };
  return {
    code,
    severity,
    message,
    ...(help !== '' && { help }),
    ...(span ? { ...sourceOf(span), ...linesOf(span.source).position(span.start) } : fileOf(code, params)),
    ...(typeof expected !== 'string' && expected.length > 0 && { expected: [...expected] }),
    ...(suggestion !== undefined && { suggestion }),
  };
}

/** The file or folder that a diagnostic without a place is about. */
function fileOf(code: Diagnostic['code'], params: Diagnostic['params']): Partial<ListedDiagnostic> {
  return /^(file|folder|package)-/.test(code) && 'name' in params ? { file: params.name } : {};
}

/** What a source text is: an option or its value, an argument, or a file. */
function sourceOf(span: Span): Partial<ListedDiagnostic> {
  const { name } = span.source;
  if (name.startsWith('-')) return { option: name };
  return isWord(span) ? { argument: name } : { file: name };
}

/** Whether a source text is a word of the command line itself, which is its own name. */
const isWord = ({ source: { name, text } }: Span): boolean => name === text;

/** A diagnostic about a word of the command line with its place in the whole line, so that a reader sees which word it is. */
function inCommandLine(diagnostic: Diagnostic, words: readonly string[], lang: Lang): Diagnostic {
  const { span } = diagnostic;
  if (span === undefined || !isWord(span)) return diagnostic;
  const { text } = span.source;
  const at = words.findLastIndex((word) => word === text || word.startsWith(`${text}=`));
  if (at === -1) return diagnostic;
  const line = ['whichstack', ...words].map(quote);
  const word = line[at + 1] ?? '';
  const marked = word.includes(text) ? text : word;
  const start = line.slice(0, at + 1).join(' ').length + 1 + word.indexOf(marked);
  const end = start + marked.length;
  return { ...diagnostic, span: { source: { name: CLI_TEXTS[lang].commandLine, text: line.join(' ') }, start, end } };
}
