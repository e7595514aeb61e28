import { Command } from 'commander';
import { today } from '../../report/recommend.js';
import { isDate } from '../../language/options.js';
import { DiagnosticError, Diagnostics, spanOfText } from '../../language/diagnostics/diagnostic.js';
import type { Lang } from '../../language/format.js';
import { candidateOf, nearest } from '../../language/diagnostics/nearest.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import { type ExitCode, withFormats, type FormatOptions, printMessage } from '../print/output.js';
import { withGeneralFlags } from '../general-flags.js';
import { knowledgeWith, type KnowledgeFolders } from '../knowledge.js';
import { CLI_TEXTS } from '../texts/index.js';
import { collect, given } from '../values.js';
import type { DocumentKind } from '../../emit/documents.js';

/** What every command is given. */
export interface Context {
  readonly lang: Lang;
  /** The command line, without the name of the program. */
  readonly argv: readonly string[];
  readonly state: {
    exit: ExitCode;
    /** Whether nothing is printed that nobody asked for. */
    quiet: boolean;
  };
}

/** The flags that every command takes that reads knowledge. */
export type PlainOptions = KnowledgeFolders;

/** The flags of every command that reports something. */
export interface ReportOptions extends FormatOptions {
  readonly asOf?: string;
}

/** The flags that every command takes that reports on knowledge. */
export interface KnowledgeOptions extends PlainOptions, ReportOptions {}

/** A command that reports on knowledge in a kind of document, with the flags that all of these have. */
export function command(
  name: string,
  description: string,
  examples: readonly string[],
  context: Context,
  kind: DocumentKind,
): Command {
  return reporting(knowledgeCommand(name, description, examples, context), context, kind);
}

/** Gives a command the flags of all that report something in a kind of document. */
export function reporting(made: Command, { lang }: Context, kind: DocumentKind): Command {
  return withFormats(made.option('--as-of <date>', CLI_TEXTS[lang].asOf, given), kind, lang);
}

/** A command that reads knowledge. */
export function knowledgeCommand(
  name: string,
  description: string,
  examples: readonly string[],
  context: Context,
): Command {
  const t = CLI_TEXTS[context.lang];
  return plainCommand(name, description, examples, context)
    .option('--package <dir>', t.package, given)
    .option('--knowledge <dir>', t.knowledge, collect, []);
}

/** A command with the flags that all have, and examples before its help. */
export function plainCommand(
  name: string,
  description: string,
  examples: readonly string[],
  { lang }: Context,
): Command {
  const t = CLI_TEXTS[lang];
  return withGeneralFlags(new Command(name).description(description), lang).addHelpText(
    'before',
    [t.examples, ...examples.map((line) => `  ${line}`), ''].join('\n'),
  );
}

/** The knowledge that is asked for, and the date to judge by. */
export async function settings(options: KnowledgeOptions): Promise<{ knowledge: KnowledgeBase; asOf: string }> {
  const asOf = dateOf(options.asOf);
  return { knowledge: await knowledgeWith(options), asOf };
}

/** The date to judge by: today, where none is given. */
export function dateOf(asOf: string | undefined): string {
  const report = new Diagnostics();
  checkDate(asOf, report);
  if (report.failed) throw new DiagnosticError(report.all);
  return asOf ?? today();
}

/** Reports a date that is none. */
export function checkDate(asOf: string | undefined, report: Diagnostics): void {
  if (asOf === undefined || isDate(asOf)) return;
  report.add('date-invalid', { value: asOf }, spanOfText('--as-of', asOf));
}

/**
 * The ids of technologies as they are written on the command line; titles, aliases and other cases are understood.
 *
 * @throws {DiagnosticError} naming what was likely meant, when one is unknown
 */
export function technologiesNamed(names: readonly string[], knowledge: KnowledgeBase): string[] {
  const report = new Diagnostics();
  const known = [...knowledge.technologies.values()].map(candidateOf);
  const ids = names.flatMap((name) => {
    const exact = known.find(
      ({ id, also = [] }) => id === name || also.some((word) => word.toLowerCase() === name.toLowerCase()),
    );
    if (exact !== undefined) return [exact.id];
    report.add('unknown-technology', { name }, spanOfText(name, name), nearest(name, known));
    return [];
  });
  if (report.failed) throw new DiagnosticError(report.all);
  return [...new Set(ids)];
}

/** What is read from standard input. */
export type Awaited = 'workload' | 'table' | 'answers';

/** Says at a terminal that a command waits for standard input, and how to end that; otherwise it would seem to hang. */
export function noteWaiting(
  paths: readonly (string | undefined)[],
  what: Awaited,
  { lang, state }: Pick<Context, 'lang' | 'state'>,
): void {
  if (!paths.includes('-') || state.quiet || !process.stdin.isTTY) return;
  const end = process.platform === 'win32' ? 'Ctrl-Z, Enter' : 'Ctrl-D';
  printMessage(CLI_TEXTS[lang].waiting[what](end));
}
