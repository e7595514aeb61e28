import type { Command, CommanderError } from 'commander';
import { paintIn } from '../../emit/text/paint.js';
import { explain, type Diagnostic } from '../../language/diagnostics/diagnostic.js';
import { linesOf } from '../../language/diagnostics/lines.js';
import { nearest } from '../../language/diagnostics/nearest.js';
import { API_VERSION, type Lang } from '../../language/format.js';
import type { DiagnosticList, ListedDiagnostic } from '../../language/schema/results/diagnostic-list.js';
import { listed } from '../../language/text/text.js';
import { diagnosticsText } from './diagnostics.js';
import { placeholderIn } from '../help.js';
import { EXIT, isColored } from './output.js';
import { CLI_TEXTS } from '../texts/index.js';
import type { CliTexts } from '../texts/texts.js';

/** The diagnostics of the command line itself, not of a workload or of knowledge. */
const USAGE = new Set<Diagnostic['code']>([
  'flag-malformed',
  'date-invalid',
  'unknown-technology',
  'unknown-code',
  'unknown-name',
  'option-unknown-name',
  'unknown-table',
  'not-a-table',
  'file-exists',
  'package-exists',
  'axis-unknown',
  'axis-ambiguous',
  'axes-equal',
  'map-too-large',
  'place-unknown',
]);

/** The options that state a workload; what is wrong with that is wrong in a file too. */
const STATING = ['--scenario', '--set', '--data'];

/** Whether another command line would do: its form is wrong, or the value of an option of the command itself. */
function isUsage({ code, span }: Diagnostic): boolean {
  const source = span?.source.name ?? '';
  return USAGE.has(code) || (source.startsWith('--') && !STATING.includes(source));
}

/** The exit codes of what is refused. */
type RefusalCode = typeof EXIT.failed | typeof EXIT.usage | typeof EXIT.invalid;

/** What is wrong, in a form for each reader. */
export interface ReportedFailure {
  readonly exit: RefusalCode;
  /** What a program reads; to make it takes long where there are many. */
  readonly entries: () => ListedDiagnostic[];
  /** The same for somebody who reads it. */
  readonly text: string;
}

/** Whether a command line asks for JSON, even where it cannot be parsed. */
export function wantsJson(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  const words = end === -1 ? argv : argv.slice(0, end);
  return words.some(
    (word, n) => word === '--json' || word === '--format=json' || (word === 'json' && words[n - 1] === '--format'),
  );
}

/** Prints to stderr what is wrong: in JSON as one document, which a program reads. */
export function printFailure({ exit, entries, text }: ReportedFailure, lang: Lang, asJson: boolean): RefusalCode {
  const list = (): DiagnosticList => ({
    apiVersion: API_VERSION,
    kind: 'DiagnosticList',
    lang,
    exitCode: exit,
    diagnostics: entries(),
  });
  process.stderr.write(asJson ? `${JSON.stringify(list(), null, 2)}\n` : `${text}\n`);
  return exit;
}

/** What is wrong by diagnostics, each with its place; for a reader, with their number. */
export function failureOf(diagnostics: readonly Diagnostic[], lang: Lang, argv: readonly string[]): ReportedFailure {
  const paint = paintIn(isColored(process.stderr));
  const style = { strong: paint.strong, mark: paint.bad, faint: paint.faint };
  const view = { lang, style, all: argv.includes('--all'), canListAll: argv[0] === 'check' };
  return {
    exit: diagnostics.every(isUsage) ? EXIT.usage : EXIT.invalid,
    entries: () => diagnostics.map((diagnostic) => entryOf(diagnostic, lang)),
    text: diagnosticsText(diagnostics, view),
  };
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
    ...(span ? { ...sourceOf(span.source), ...linesOf(span.source).position(span.start) } : fileOf(code, params)),
    ...(typeof expected !== 'string' && expected.length > 0 && { expected: [...expected] }),
    ...(suggestion !== undefined && { suggestion }),
  };
}

/** The file or folder that a diagnostic without a place is about. */
function fileOf(code: Diagnostic['code'], params: Diagnostic['params']): Partial<ListedDiagnostic> {
  return /^(file|folder|package)-/.test(code) && 'name' in params ? { file: params.name } : {};
}

/** What a source text is: the value of an option, an argument, which has its own text as its name, or a file. */
function sourceOf({ name, text }: { readonly name: string; readonly text: string }): Partial<ListedDiagnostic> {
  if (name.startsWith('--')) return { option: name };
  return name === text ? { argument: name } : { file: name };
}

/** What is wrong by an error of this program; the trace for those who ask for it. */
export function internalFailure(error: unknown, lang: Lang, traced: boolean): ReportedFailure {
  const message = CLI_TEXTS[lang].internal;
  const detail = traced && error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    exit: EXIT.failed,
    entries: () => [{ code: 'internal', severity: 'error', message: `${message}: ${detail}` }],
    text: `whichstack: ${message}\n${detail}`,
  };
}

/** The command line that is wrong, and the commands and options that it could have named. */
interface Refused {
  readonly program: Command;
  readonly command: Command | undefined;
  readonly argv: readonly string[];
  readonly lang: Lang;
}

/** What is wrong with a command line, in the reader's language, with the name that was likely meant. */
export function usageFailure(error: CommanderError, refused: Refused): ReportedFailure {
  const { command, lang } = refused;
  const t = CLI_TEXTS[lang];
  const { message, expected, suggestion } = refusal(error, refused);
  const help = t.seeHelp(command === undefined ? '' : `${command.name()} `);
  const meant = suggestion === undefined ? [] : [t.didYouMean(suggestion)];
  return {
    exit: EXIT.usage,
    entries: () => [
      {
        code: codeOf(error),
        severity: 'error',
        message,
        help: [...meant, help].join(' '),
        ...(expected && { expected: [...expected] }),
        ...(suggestion !== undefined && { suggestion }),
      },
    ],
    text: `whichstack: ${[message, ...meant, help].join('\n  ')}`,
  };
}

/** The codes of what the parser refuses; each other error has its own. */
const CODES: Readonly<Record<string, string>> = {
  'commander.unknownOption': 'unknown-option',
  'commander.unknownCommand': 'unknown-command',
  'commander.optionMissingArgument': 'value-missing',
  'whichstack.missingValue': 'value-missing',
  'commander.excessArguments': 'too-many-arguments',
  'commander.missingArgument': 'argument-missing',
  'commander.invalidArgument': 'value-refused',
};

const codeOf = ({ code }: CommanderError): string =>
  CODES[code] ?? code.replace(/^\w+\./, '').replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

interface Refusal {
  readonly message: string;
  readonly expected?: readonly string[];
  readonly suggestion?: string | undefined;
}

function refusal({ code, message }: CommanderError, { program, command, argv, lang }: Refused): Refusal {
  const t = CLI_TEXTS[lang];
  const word = /'([^']*)'/.exec(message)?.[1] ?? '';
  const near = (name: string, names: readonly string[]): string | undefined =>
    nearest(
      name,
      names.map((id) => ({ id })),
    );
  switch (code) {
    case 'commander.unknownOption': {
      const options = [...program.options, ...(command?.options ?? [])];
      return {
        message: t.unknownOption(word),
        suggestion: near(
          word,
          options.flatMap(({ long }) => long ?? []),
        ),
      };
    }
    case 'commander.unknownCommand': {
      const commands = program.commands.map((one) => one.name());
      return { message: t.unknownCommand(word), expected: commands, suggestion: near(word, commands) };
    }
    case 'commander.optionMissingArgument':
      return { message: t.missingValue(word.split(' ')[0] ?? word) };
    case 'whichstack.missingValue':
      return { message: t.missingValue(argv[argv.indexOf(message) - 1] ?? message) };
    case 'commander.excessArguments':
      return { message: excess(command, t) };
    case 'commander.missingArgument': {
      const argument = command?.registeredArguments.find((one) => one.name() === word);
      return { message: t.missingArgument(placeholderIn(lang, word), argument?.description ?? '') };
    }
    case 'commander.invalidArgument': {
      const [, value, choices] =
        /(?:argument|value) '(.*)' is invalid(?: for .*)?\. Allowed choices are (.*)\.$/.exec(message) ?? [];
      if (value === undefined || choices === undefined) return { message: message.replace(/^error: .*?\. /, '') };
      const expected = choices.split(', ');
      return { message: t.choices(value, listed(expected, lang)), expected, suggestion: near(value, expected) };
    }
    default:
      return { message: message.replace(/^error: /, '') };
  }
}

/** The message for a command with too many arguments. */
function excess(command: Command | undefined, texts: CliTexts): string {
  const messageOf = texts.excess[command?.name() ?? ''];
  return messageOf?.(command?.args[command.registeredArguments.length] ?? '') ?? texts.tooMany;
}
