import { existsSync } from 'node:fs';
import type { Argument, Command, CommanderError, Option } from 'commander';
import { formatNames } from '../emit/registry.js';
import { refusal, spanOfText, type DiagnosticError } from '../language/diagnostics/diagnostic.js';
import { exactMatch, nearest, type NameCandidate } from '../language/diagnostics/nearest.js';
import type { Lang } from '../language/format.js';
import { quote } from '../language/text/text.js';
import { placeholderIn } from './help.js';

/** A command line that the parser refuses, the program that it is for, and its command where it names one. */
export interface RefusedLine {
  readonly program: Command;
  readonly command: Command | undefined;
  readonly argv: readonly string[];
  readonly lang: Lang;
}

/** What other programs call our options. */
const OPTION_NAMES: Readonly<Record<string, readonly string[]>> = {
  '--as-of': ['--date'],
  '--explain': ['--trace'],
  '--full': ['--verbose', '--wide'],
  '--knowledge': ['--overlay', '--rules'],
  '--lang': ['--language', '--locale'],
  '--output': ['--out-file'],
  '--package': ['--standalone'],
  '--quiet': ['--silent'],
  '--set': ['--param', '--var'],
};

/** By which option other programs take a file that is an argument here. */
const FILE_OPTIONS = ['-f', '-i', '--file', '--filename', '--input'];

/** What other programs call our commands. */
const COMMAND_NAMES: Readonly<Record<string, readonly string[]>> = {
  check: ['validate', 'verify', 'lint'],
  init: ['new', 'create'],
  show: ['get', 'describe'],
};

/** What the parser refuses, as a diagnostic with what was likely meant; undefined for any other error. */
export function refusedByParser({ code, message }: CommanderError, line: RefusedLine): DiagnosticError | undefined {
  const [, word = ''] = /'(.*)'/s.exec(message) ?? [];
  switch (code) {
    case 'commander.unknownOption':
      return unknownOption(word, line);
    case 'commander.unknownCommand':
      return unknownCommand(word, line);
    case 'commander.optionMissingArgument':
    case 'commander.invalidArgument':
      return missingValue(/option '(.*?)'/.exec(message)?.[1] ?? '', line);
    case 'commander.excessArguments':
      return line.command && excessArgument(line.command, line.lang);
    case 'commander.missingArgument':
      return line.command && missingArgument(line.command, word, line.lang);
    default:
      return undefined;
  }
}

function unknownOption(word: string, line: RefusedLine): DiagnosticError {
  const { command, argv, lang } = line;
  const [option = word, inline] = word.split(/=(.*)/s);
  const place = spanOfText(option, option);
  if (optionsOf(line).some(({ long }) => long === option)) return refusal('value-unexpected', { option }, place);
  const [next = ''] = argv.slice(argv.indexOf(word) + 1);
  const meant = likelyOption(option, inline ?? (next.startsWith('-') ? '' : next), line);
  const [first] = command?.registeredArguments ?? [];
  const isOfFile = meant === undefined && FILE_OPTIONS.includes(option) && /^(file|path)$/.test(first?.name() ?? '');
  const argument = isOfFile && first !== undefined ? `<${placeholderIn(lang, first.name())}>` : undefined;
  return refusal('unknown-option', { option, command: lineOf(command), argument }, place, meant);
}

/** What an unknown option most likely means, with its value where that is a format: `--markdown` and `--output markdown` are `--format markdown`. */
function likelyOption(option: string, value: string, line: RefusedLine): string | undefined {
  const known = optionsOf(line);
  const offered = known.find(({ long }) => long === '--format')?.argChoices ?? [];
  const formats = formatNames().filter(({ id }) => offered.includes(id));
  const format = exactMatch(option, formats) ?? exactMatch(value, formats);
  if (format !== undefined) return `--format ${format}`;
  const shown = known.flatMap(({ long, hidden }) => (long === undefined || hidden ? [] : [long]));
  return nearest(option, alsoCalled(shown, OPTION_NAMES));
}

/** The error for a word in place of a command. */
export function unknownCommand(word: string, { program }: RefusedLine): DiagnosticError {
  const expected = program.commands.map((one) => one.name());
  const candidates = [...alsoCalled(expected, COMMAND_NAMES), { id: '--version' }];
  const isFile = /\.(ya?ml|json)$/.test(word) && existsSync(word);
  const meant = isFile ? `whichstack recommend ${quote(word)}` : nearest(word, candidates);
  return refusal('unknown-command', { command: word, expected }, spanOfText(word, word), meant);
}

function missingValue(flags: string, line: RefusedLine): DiagnosticError {
  const { program, argv } = line;
  const option = optionsOf(line).find((one) => one.flags === flags);
  const { long = flags, short } = option ?? {};
  const typed = argv.findLast((word) => word === short || word.split('=')[0] === long) ?? long;
  const term = option === undefined ? long : program.createHelp().optionTerm(option);
  const form = term.replace(/^-\w, /, '');
  return refusal('value-missing', { option: long, form }, spanOfText(typed, typed));
}

/** The error for an argument that a command lacks. */
export function missingArgument(command: Command, name: string, lang: Lang): DiagnosticError {
  const argument = command.registeredArguments.find((one) => one.name() === name);
  const about = argument === undefined ? '' : command.createHelp().argumentDescription(argument);
  return refusal('argument-missing', { command: lineOf(command), argument: `<${placeholderIn(lang, name)}>`, about });
}

function excessArgument(command: Command, lang: Lang): DiagnosticError {
  const { args, registeredArguments: known } = command;
  const [first = '', word = ''] = [args[0], args[known.length]];
  // A command without arguments lists things.
  const lists = known.length === 0 ? `whichstack show ${quote(word)}` : undefined;
  const overlays =
    known[0]?.name() === 'dir' ? `${lineOf(command)} ${quote(first)} --knowledge ${quote(word)}` : undefined;
  const takes = known.map((one) => termOf(one, lang)).join(' ');
  const params = { command: lineOf(command), argument: word, takes, instead: lists ?? overlays };
  return refusal('too-many-arguments', params, spanOfText(word, word));
}

/** The options that a command line can have; those of its command first. */
const optionsOf = ({ program, command }: RefusedLine): readonly Option[] => [
  ...(command?.options ?? []),
  ...program.options,
];

/** The beginning of a command line for a command. */
const lineOf = (command: Command | undefined): string =>
  command === undefined ? 'whichstack' : `whichstack ${command.name()}`;

/** An argument as the usage of its command has it: `<table>`, `[file]`. */
function termOf(argument: Argument, lang: Lang): string {
  const name = `${placeholderIn(lang, argument.name())}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}

/** Names with what they are called elsewhere. */
const alsoCalled = (names: readonly string[], others: Readonly<Record<string, readonly string[]>>): NameCandidate[] =>
  names.map((id) => ({ id, also: others[id] ?? [] }));
