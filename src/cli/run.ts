import { Command, CommanderError } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { paintIn } from '../emit/text/paint.js';
import { DiagnosticError, type Diagnostic } from '../language/diagnostics/diagnostic.js';
import { nearest } from '../language/diagnostics/nearest.js';
import { listed } from '../language/text/text.js';
import { DEFAULT_LANG, LANGS, type Lang } from '../language/format.js';
import { askCommand } from './commands/ask.js';
import { checkCommand } from './commands/check.js';
import type { Context } from './commands/common.js';
import { compareCommand } from './commands/compare.js';
import { debugCommand } from './commands/debug.js';
import { diffCommand } from './commands/diff.js';
import { explainCommand } from './commands/names/explain.js';
import { exportCommand } from './commands/export.js';
import { importCommand } from './commands/import.js';
import { initCommand } from './commands/init.js';
import { factorsCommand, scenariosCommand, technologiesCommand } from './commands/names/lists.js';
import { mapCommand } from './commands/map.js';
import { recommendCommand } from './commands/recommend.js';
import { showCommand } from './commands/names/show.js';
import { whatIfCommand } from './commands/whatif.js';
import { diagnosticsText } from './diagnostics.js';
import { EXIT, type ExitCode, isColored } from './output.js';
import { helpIn, placeholderIn } from './help.js';
import { languageFlag, languageOf } from './locale.js';
import { CLI_TEXTS } from './texts/index.js';

/** The diagnostics of the command line itself, not of a workload or of knowledge. */
const USAGE = new Set([
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

const COMMANDS: Readonly<Record<string, (context: Context) => Command>> = {
  recommend: recommendCommand,
  whatif: whatIfCommand,
  map: mapCommand,
  ask: askCommand,
  compare: compareCommand,
  technologies: technologiesCommand,
  factors: factorsCommand,
  scenarios: scenariosCommand,
  show: showCommand,
  check: checkCommand,
  diff: diffCommand,
  import: importCommand,
  export: exportCommand,
  init: initCommand,
  explain: explainCommand,
  debug: debugCommand,
};

/** Runs one command line and returns the exit code. Data goes to stdout, messages to stderr. */
export async function run(words: readonly string[]): Promise<ExitCode> {
  const argv = commandFirst(words);
  // A reader that stops reading (`| head`) ends the program quietly.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.ok);
    process.stderr.write(`whichstack: ${error.message}\n`);
    process.exit(EXIT.failed);
  });
  // The flag is the standard variable (no-color.org), for this run.
  if (argv.includes('--no-color')) process.env['NO_COLOR'] = '1';
  const lang = languageOf(argv, process.env);
  const state: { exit: ExitCode } = { exit: EXIT.ok };
  const program = programFor(lang, argv, state);
  try {
    if (argv.length === 0) program.help();
    await program.parseAsync(argv, { from: 'user' });
    return state.exit;
  } catch (error) {
    if (error instanceof CommanderError) return usageError(error, program, argv, lang);
    if (error instanceof DiagnosticError) {
      printDiagnostics(error.diagnostics, argv, lang);
      return error.diagnostics.every(({ code }) => USAGE.has(code)) ? EXIT.usage : EXIT.invalid;
    }
    const detail = argv.includes('--debug') && error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`whichstack: ${CLI_TEXTS[lang].internal}\n${detail}\n`);
    return EXIT.failed;
  }
}

/**
 * A command line that begins with its command: flags of the command may be written before it, such as `--as-of 2026-11-23 recommend`. The flags that every
 * command line takes are left where they are.
 */
function commandFirst(words: readonly string[]): readonly string[] {
  const [first = ''] = words;
  if (!first.startsWith('--') || GLOBAL_FLAGS.includes(first.split('=')[0] ?? '')) return words;
  const at = words.findIndex((word, n) => Object.hasOwn(COMMANDS, word) && !isValueOf(words[n - 1] ?? '', word));
  return at === -1 ? words : [words[at] ?? '', ...words.slice(0, at), ...words.slice(at + 1)];
}

/** What may be written before a command in any case. */
const GLOBAL_FLAGS = ['--lang', '--no-color', '--help', '--version'];

/** Whether the word behind a flag is its value, by the flags of the command that the word would name. */
function isValueOf(flag: string, word: string): boolean {
  if (!flag.startsWith('--') || flag.includes('=')) return false;
  const made = COMMANDS[word]?.({ lang: DEFAULT_LANG, argv: [], state: { exit: EXIT.ok } });
  return made?.options.some(({ long, required }) => long === flag && required) === true;
}

function programFor(lang: Lang, argv: readonly string[], state: { exit: ExitCode }): Command {
  const texts = CLI_TEXTS[lang];
  const program = new Command('whichstack')
    .description(texts.program)
    .version(packageJson.version, '-V, --version', texts.version)
    .option('--lang <lang>', texts.lang(listed(LANGS, lang)), languageFlag(lang))
    .option('--no-color', texts.noColor)
    .helpOption('-h, --help', texts.help)
    .helpCommand('help [command]', texts.helpCommand)
    .addHelpText(
      'before',
      `${texts.examples}\n  whichstack recommend payments-ledger.yaml\n  whichstack recommend --scenario serverless --data objects\n`,
    )
    .showSuggestionAfterError(false)
    .configureHelp(helpIn(lang))
    .configureOutput({ writeErr: () => undefined, getOutHelpWidth: () => 80 })
    .exitOverride();
  const context = { lang, argv, state };
  const [first = ''] = argv;
  // If a command is named, the others need not be built.
  for (const [name, make] of Object.entries(COMMANDS))
    if (name === first || !Object.hasOwn(COMMANDS, first))
      program.addCommand(make(context).copyInheritedSettings(program));
  return program;
}

/** Prints diagnostics to stderr. */
function printDiagnostics(diagnostics: readonly Diagnostic[], argv: readonly string[], lang: Lang): void {
  const paint = paintIn(isColored(process.stderr));
  const style = { strong: paint.strong, mark: paint.bad, faint: paint.faint };
  const view = { lang, style, all: argv.includes('--all'), canListAll: argv[0] === 'check' };
  process.stderr.write(`${diagnosticsText(diagnostics, view)}\n`);
}

/** Prints an error of the command line in the reader's language, with the name that was likely meant. */
function usageError(
  { code, message }: CommanderError,
  program: Command,
  argv: readonly string[],
  lang: Lang,
): ExitCode {
  const texts = CLI_TEXTS[lang];
  // Commander treats `help` of an unknown command like a plain `help`.
  const [first, unknown] = program.args;
  const isLost = first === 'help' && unknown !== undefined && !Object.hasOwn(COMMANDS, unknown) && unknown !== 'help';
  if (code === 'commander.help' && isLost)
    return usageError(new CommanderError(EXIT.usage, 'commander.unknownCommand', `'${unknown}'`), program, [], lang);
  if (['commander.help', 'commander.helpDisplayed', 'commander.version'].includes(code)) return EXIT.ok;
  const word = /'([^']*)'/.exec(message)?.[1] ?? '';
  const command = program.commands.find((c) => argv.includes(c.name()));
  const options = [...program.options, ...(command?.options ?? [])].flatMap(({ long }) =>
    long == null ? [] : [{ id: long }],
  );
  const [problem, suggestion] = ((): [string, string | undefined] => {
    switch (code) {
      case 'commander.unknownOption':
        return [texts.unknownOption(word), nearest(word, options)];
      case 'commander.unknownCommand':
        return [
          texts.unknownCommand(word),
          nearest(
            word,
            program.commands.map((c) => ({ id: c.name() })),
          ),
        ];
      case 'commander.optionMissingArgument':
        return [texts.missingValue(word.split(' ')[0] ?? word), undefined];
      case 'whichstack.missingValue':
        return [texts.missingValue(argv[argv.indexOf(message) - 1] ?? message), undefined];
      case 'commander.excessArguments':
        return [excess(command, texts), undefined];
      case 'commander.missingArgument':
        return [
          texts.missingArgument(
            placeholderIn(lang, word),
            command?.registeredArguments.find((one) => one.name() === word)?.description ?? '',
          ),
          undefined,
        ];
      case 'commander.invalidArgument': {
        const [, value, choices] =
          /(?:argument|value) '(.*)' is invalid(?: for .*)?\. Allowed choices are (.*)\.$/.exec(message) ?? [];
        if (value === undefined || choices === undefined) return [message.replace(/^error: .*?\. /, ''), undefined];
        return [
          texts.choices(value, listed(choices.split(', '), lang)),
          nearest(
            value,
            choices.split(', ').map((id) => ({ id })),
          ),
        ];
      }
      default:
        return [message.replace(/^error: /, ''), undefined];
    }
  })();
  const parts = [
    problem,
    ...(suggestion === undefined ? [] : [texts.didYouMean(suggestion)]),
    texts.seeHelp(command === undefined ? '' : `${command.name()} `),
  ];
  process.stderr.write(`whichstack: ${parts.join('\n  ')}\n`);
  return EXIT.usage;
}

/** The message for a command with too many arguments. */
function excess(command: Command | undefined, texts: (typeof CLI_TEXTS)[Lang]): string {
  const messageOf = texts.excess[command?.name() ?? ''];
  return messageOf?.(command?.args[command.registeredArguments.length] ?? '') ?? texts.tooMany;
}
