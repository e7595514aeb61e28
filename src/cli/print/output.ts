import { stripVTControlCharacters } from 'node:util';
import type { Command } from 'commander';
import packageJson from '../../../package.json' with { type: 'json' };
import type { DocumentKind, Documents } from '../../emit/documents.js';
import type { AnyEmitter, EmittedFiles } from '../../emit/emitter.js';
import { emitterOf, formatNames, formatsOf, type FormatId } from '../../emit/registry.js';
import type { ErrorExitCode } from '../../language/diagnostics/diagnostic-codes.js';
import { DiagnosticError, Diagnostics, refusal } from '../../language/diagnostics/diagnostic.js';
import type { Lang } from '../../language/format.js';
import { printable } from '../../language/text/printable.js';
import { listed } from '../../language/text/text.js';
import { width } from '../../emit/text/layout.js';
import { writeText } from '../files.js';
import { CLI_TEXTS } from '../texts/index.js';
import { choiceOption, outputOption } from '../values.js';

/** What a run exits with that is not refused, as the documentation promises; the code of what is refused is in the catalogue of diagnostics. */
export const EXIT = { ok: 0, failed: 1, interrupted: 130 } as const;
/** How a run of the command line may end. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT] | ErrorExitCode;

/** The flags by which the format of an output is chosen. */
export interface FormatOptions {
  readonly json?: true;
  readonly format?: FormatId;
}

/** The flags by which an output goes to a file. */
export interface FileOptions {
  readonly output?: string;
  readonly force?: boolean;
}

/** What a format may be given by the command line; each takes those that it has an option for. */
export interface OutputSettings {
  /** The widest that text may be, in columns. A narrower terminal makes it narrower. */
  readonly columns?: number;
  readonly all?: boolean;
  readonly full?: boolean;
  readonly command?: readonly string[] | undefined;
  readonly sources?: Readonly<Record<string, string>>;
  readonly uris?: Readonly<Record<string, string>>;
  readonly byteOrderMark?: boolean;
  /** Whether the output goes to a file, which no terminal makes narrow or takes colours. */
  readonly isFile?: boolean;
}

const NARROWEST = 50;
const WIDEST = 100;

/** Gives a command the flags `--format`, for what its kind of document can be emitted in, and `--json`. The first format is the default. */
export function withFormats(command: Command, kind: DocumentKind, lang: Lang): Command {
  const formats = formatsOf(kind);
  const [otherwise = ''] = formats;
  return command
    .option('--json', CLI_TEXTS[lang].json)
    .addOption(
      choiceOption('--format <format>', CLI_TEXTS[lang].format(listed(formats, lang), otherwise), formatNames(formats)),
    );
}

/** Gives a command the flags by which its answer goes to a file. */
export function withOutputFile(command: Command, lang: Lang): Command {
  const t = CLI_TEXTS[lang];
  return command.addOption(outputOption(t.outputAnswer)).option('--force', t.force);
}

/**
 * The format that the flags choose for a kind of document: the first of the registry by default.
 *
 * @throws {DiagnosticError} where they choose two
 */
export function formatOf(kind: DocumentKind, { json, format }: FormatOptions): FormatId {
  if (json === true && format !== undefined && format !== 'json')
    throw refusal('options-conflict', { options: ['--json', `--format ${format}`] });
  return json === true ? 'json' : (format ?? formatsOf(kind)[0] ?? 'json');
}

/** One or more documents of a kind in a format, as one text. */
export async function formatted(
  documents: readonly Documents[DocumentKind][],
  format: FormatId,
  settings: OutputSettings = {},
): Promise<string> {
  const emitter = await emitterOf(format);
  const options = optionsFor(emitter, settings);
  const texts = documents.map((document) => inOneText(emitter.emit(document, options)));
  return texts.length === 1 ? (texts[0] ?? '') : (emitter.join?.(texts) ?? texts.join('\n'));
}

/**
 * Prints documents of a kind in the format that the flags choose, to standard output or to the file that they name.
 *
 * @throws {DiagnosticError} when the file exists and nothing says to overwrite it, or it cannot be written
 */
export async function printDocuments<K extends DocumentKind>(
  kind: K,
  documents: readonly Documents[K][],
  {
    options,
    file: { output = '-', force = false } = {},
    pager = true,
    ...settings
  }: OutputSettings & {
    readonly options: FormatOptions;
    readonly file?: FileOptions;
    /** Whether a pager may show what is long; not amidst a conversation. */
    readonly pager?: boolean;
  },
): Promise<void> {
  const text = await formatted(documents, formatOf(kind, options), { ...settings, isFile: output !== '-' });
  await writeResult(output, text, force, pager);
}

/**
 * Writes the answer of a command to a file, or to standard output for `-`; where that is a terminal and the text longer than its screen, through a pager.
 *
 * @throws {DiagnosticError} when the file exists and nothing says to overwrite it, or it cannot be written
 */
export async function writeResult(path: string, text: string, force: boolean, pager = true): Promise<void> {
  const { isTTY, rows, columns } = process.stdout;
  if (path === '-' && pager && isTTY && isLongerThan(rows, columns, text)) {
    // No other output should load what starts programs.
    const { page } = await import('./pager.js');
    if (await page(text, process.env)) return;
  }
  const report = new Diagnostics();
  writeText(path, text, force, report);
  if (report.failed) throw new DiagnosticError(report.all);
}

/** Whether a text fills a screen, which also shows the prompt that follows. */
const isLongerThan = (rows: number, columns: number, text: string): boolean =>
  text
    .trimEnd()
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(width(stripVTControlCharacters(line)) / columns)), 0) >= rows;

/** The settings that a format has an option for. */
function optionsFor(
  { options }: AnyEmitter,
  { columns = WIDEST, isFile = false, ...settings }: OutputSettings,
): Record<string, unknown> {
  const all = {
    ...settings,
    columns: Math.min(columns, Math.max(NARROWEST, (!isFile && process.stdout.columns) || 80)),
    color: !isFile && isColored(process.stdout),
    version: packageJson.version,
  };
  return Object.fromEntries(Object.entries(all).filter(([name]) => Object.hasOwn(options.properties, name)));
}

/** Files with names are printed one below the other, each below its name, as `head` prints several. */
const inOneText = (files: EmittedFiles): string =>
  files.map(({ path, text }) => (path === undefined ? text : `==> ${path} <==\n${text}`)).join('\n');

/** Whether a stream takes colours: only on a terminal, and never against NO_COLOR. */
export function isColored(
  stream: { readonly isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>> = process.env,
): boolean {
  const { FORCE_COLOR: forced, NO_COLOR: refused = '', TERM: terminal } = env;
  if (refused !== '' || terminal === 'dumb') return false;
  return (forced !== undefined && forced !== '0') || stream.isTTY === true;
}

/**
 * Prints a message to standard error. Whatever has no colours of its own is printed by this, so that a terminal obeys nothing in a name or a text that the message
 * quotes.
 */
export function printMessage(text: string): void {
  process.stderr.write(`${printable(text)}\n`);
}
