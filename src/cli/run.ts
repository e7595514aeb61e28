import { Command, CommanderError } from 'commander';
import { DiagnosticError, refusal } from '../language/diagnostics/diagnostic.js';
import { DEFAULT_LANG, type Lang } from '../language/format.js';
import { askCommand } from './commands/ask.js';
import { checkCommand } from './commands/check.js';
import type { Context } from './commands/common.js';
import { compareCommand } from './commands/compare.js';
import { completionCommand } from './commands/completion.js';
import { COMPLETE } from './completion/scripts.js';
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
import { printFailure } from './print/failure.js';
import { languageOf, withGeneralFlags, withVersion } from './general-flags.js';
import { EXIT, type ExitCode, printMessage } from './print/output.js';
import { exitCodes, guideOf, helpIn } from './help.js';
import { packagedPath } from './knowledge.js';
import { CLI_TEXTS } from './texts/index.js';
import { refusedByParser, unknownCommand, type RefusedLine } from './usage.js';

export const COMMANDS: Readonly<Record<string, (context: Context) => Command>> = {
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
  completion: completionCommand,
  debug: debugCommand,
};

/** Runs one command line and returns the exit code. Data goes to stdout, messages to stderr. */
export async function run(words: readonly string[]): Promise<ExitCode> {
  const argv = commandFirst(words);
  // A reader that stops reading (`| head`) ends the program quietly.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.ok);
    printMessage(`whichstack: ${error.message}`);
    process.exit(EXIT.failed);
  });
  // Both flags are standard variables (no-color.org, and PAGER, of which an empty one is none), for this run.
  if (argv.includes('--no-color')) process.env['NO_COLOR'] = '1';
  if (argv.includes('--no-pager')) process.env['PAGER'] = '';
  const lang = languageOf(argv, process.env);
  if (argv[0] === COMPLETE) return complete(argv.slice(1), lang);
  const state: Context['state'] = { exit: EXIT.ok, quiet: false };
  const program = programFor({ lang, argv, state });
  try {
    if (argv.length === 0) program.help();
    await program.parseAsync(argv, { from: 'user' });
    return state.exit;
  } catch (error) {
    const refused = refusedBy(error, { program, argv, lang });
    return refused === undefined ? EXIT.ok : printFailure(refused.diagnostics, words, lang);
  }
}

/** Prints what completes the last of some words, for the script of a shell. */
async function complete(words: readonly string[], lang: Lang): Promise<ExitCode> {
  const { completionLines, knowledgeOfWords } = await import('./completion/complete.js');
  const program = programFor({ lang, argv: [], state: { exit: EXIT.ok, quiet: false } });
  const lines = completionLines(program, words, { knowledge: await knowledgeOfWords(words), lang });
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
  return EXIT.ok;
}

/** An error as diagnostics; nothing, where it only ends the program, as help does. */
function refusedBy(error: unknown, line: Omit<RefusedLine, 'command'>): DiagnosticError | undefined {
  const { program, argv } = line;
  if (error instanceof DiagnosticError) return error;
  const command = program.commands.find((one) => one.name() === argv[0]);
  if (error instanceof CommanderError) {
    // Commander treats `help` of an unknown command like a plain `help`.
    const [first, unknown] = program.args;
    const isLost = first === 'help' && unknown !== undefined && !isCommand(unknown);
    if (error.code === 'commander.help' && isLost) return unknownCommand(unknown, { ...line, command });
    // Flags without a command: commander writes that help to stderr, where nothing is printed by it.
    if (error.code === 'commander.help' && error.exitCode !== 0) program.outputHelp();
    if (['commander.help', 'commander.helpDisplayed', 'commander.version'].includes(error.code)) return undefined;
    const refused = refusedByParser(error, { ...line, command });
    if (refused !== undefined) return refused;
  }
  const isTraced = argv.includes('--debug') && error instanceof Error;
  return refusal('internal', { detail: isTraced ? (error.stack ?? error.message) : String(error) });
}

/**
 * A command line that begins with its command: every flag may be written before it, such as `--as-of 2026-11-23 recommend`.
 */
function commandFirst(words: readonly string[]): readonly string[] {
  if (words[0]?.startsWith('-') !== true) return words;
  const at = words.findIndex((word, n) => isCommand(word) && !isValueOf(words[n - 1] ?? '', word));
  return at === -1 ? words : [words[at] ?? '', ...words.slice(0, at), ...words.slice(at + 1)];
}

const isCommand = (word: string): boolean => word === 'help' || Object.hasOwn(COMMANDS, word);

/** Whether the word behind a flag is its value, by the flags of the command that the word would name. */
function isValueOf(flag: string, word: string): boolean {
  if (!flag.startsWith('-') || flag.includes('=')) return false;
  const made = COMMANDS[word]?.({ lang: DEFAULT_LANG, argv: [], state: { exit: EXIT.ok, quiet: false } });
  return made?.options.some(({ long, short, required }) => (long === flag || short === flag) && required) === true;
}

/** The command line as a commander program, with the command that is named, or all of them. */
export function programFor(context: Context): Command {
  const { lang, argv } = context;
  const texts = CLI_TEXTS[lang];
  const program = new Command('whichstack').description(texts.program);
  withGeneralFlags(withVersion(program, lang), lang)
    .helpCommand('help [command]', texts.helpCommand)
    .addHelpText(
      'before',
      () =>
        `${texts.examples}\n  whichstack recommend payments-ledger.yaml\n  whichstack recommend --scenario serverless --data objects\n\n${texts.guide(packagedPath(guideOf(undefined, lang)))}\n`,
    )
    .addHelpText('after', () => `\n${exitCodes(lang)}`)
    .showSuggestionAfterError(false)
    .configureHelp(helpIn(lang))
    .configureOutput({ writeErr: () => undefined, getOutHelpWidth: () => 80 })
    .exitOverride()
    .hook('preAction', () => {
      context.state.quiet = program.opts<{ quiet?: true }>().quiet === true;
    });
  const [first = ''] = argv;
  // If a command is named, the others need not be built.
  for (const [name, make] of Object.entries(COMMANDS))
    if (name === first || !Object.hasOwn(COMMANDS, first))
      program.addCommand(
        make(context)
          .copyInheritedSettings(program)
          .addHelpText('before', () => `${texts.guide(packagedPath(guideOf(name, lang)))}\n`),
      );
  return program;
}
