import type { Argument, Command, Option } from 'commander';
import type { Lang } from '../language/format.js';
import { exitCodeTexts, guideOf } from './help.js';
import { CLI_TEXTS } from './texts/index.js';

/** The section of a manual that user commands belong to. */
const SECTION = 1;

/** A manual page: its file name, and its source for `man`. */
export interface ManualPage {
  readonly name: string;
  readonly text: string;
}

/** The manual pages of the program: one for itself and one for each command, from what help is made of. */
export function manualPages(program: Command, version: string, lang: Lang): ManualPage[] {
  const commands = program
    .createHelp()
    .visibleCommands(program)
    .filter((one) => one.name() !== 'help');
  return [undefined, ...commands].map((command) => ({
    name: `${nameOf(program, command)}.${String(SECTION)}`,
    text: `${page(program, command, commands, { version, lang }).join('\n')}\n`,
  }));
}

const nameOf = (program: Command, command: Command | undefined): string =>
  command === undefined ? program.name() : `${program.name()}-${command.name()}`;

function page(
  program: Command,
  command: Command | undefined,
  commands: readonly Command[],
  { version, lang }: { readonly version: string; readonly lang: Lang },
): string[] {
  const t = CLI_TEXTS[lang].manual;
  const shown = command ?? program;
  const name = nameOf(program, command);
  const help = shown.createHelp();
  const options = [...help.visibleOptions(shown)];
  const own = help.visibleArguments(shown);
  const others = commands.filter((one) => one !== command).map((one) => nameOf(program, one));
  const related = [...(command === undefined ? [] : [program.name()]), ...others];
  return [
    `.TH ${name.toUpperCase()} ${String(SECTION)} "" "${roff(`${program.name()} ${version}`)}"`,
    // Ragged on the right and without hyphens: names and Chinese cannot be stretched or divided.
    '.ad l',
    '.nh',
    `.SH ${roff(t.name)}`,
    `${roff(name)} \\- ${roff(shown.description().replace(/[.。]$/u, ''))}`,
    `.SH ${roff(t.synopsis)}`,
    `.B ${roff([program.name(), ...(command ? [command.name()] : [])].join(' '))}`,
    roff(shown.usage()),
    ...section(
      t.commands,
      command === undefined ? commands.flatMap((one) => entry(one.name(), one.description())) : [],
    ),
    ...section(
      t.arguments,
      own.flatMap((one) => entry(argumentName(one), help.argumentDescription(one))),
    ),
    ...section(
      t.options,
      options.flatMap((one) => entry(one.flags, help.optionDescription(one))),
    ),
    ...section(
      t.exitStatus,
      Object.entries(exitCodeTexts(lang)).flatMap(([code, text]) => entry(code, text)),
    ),
    ...section(t.seeAlso, [
      related.map((one) => `.BR ${roff(one)} (${String(SECTION)})`).join(' ,\n'),
      '.PP',
      roff(guideOf(command?.name(), lang)),
    ]),
  ];
}

const argumentName = (argument: Argument): string => (argument.variadic ? `${argument.name()}...` : argument.name());

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`.SH ${roff(title)}`, ...lines];

/** A paragraph with a term in bold before it. */
const entry = (term: Option['flags'], text: string): string[] => ['.TP', `.B ${roff(term)}`, roff(text)];

/** A text as `man` reads it: hyphens that can be copied, and no line that is taken for a request. */
const roff = (text: string): string =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll(/^(?=['.])/gmu, '\\&');
