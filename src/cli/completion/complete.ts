import type { KnowledgeBase } from '../../load/knowledge.js';
import { builtinKnowledge } from '../../builtin.js';
import { knowledgeWith } from '../knowledge.js';
import type { Argument, Command, Option } from 'commander';
import { isUnprintable, printable } from '../../language/text/printable.js';
import { completionOf, type CompletionEntry, type Completion, type CompletionSource } from './values.js';

/**
 * What completes the last of some words, as the script of a shell reads it: a line for each candidate, with its meaning behind a tab, then a line for each
 * instruction: `:files`, `:folders`, or `:open` where no blank belongs behind a candidate.
 */
export function completionLines(program: Command, words: readonly string[], vocabulary: CompletionSource): string[] {
  const { candidates, names, isOpen = false } = completion(program, words, vocabulary);
  const typed = words.at(-1) ?? '';
  const fitting = candidates.filter(
    ({ value }) => value.startsWith(typed) && !/\s/.test(value) && !isUnprintable(value),
  );
  return [
    ...fitting.map(({ value, text }) => `${value}\t${printable(text).replaceAll(/\s+/g, ' ')}`),
    ...(names === undefined ? [] : [`:${names}`]),
    ...(isOpen ? [':open'] : []),
  ];
}

function completion(program: Command, words: readonly string[], vocabulary: CompletionSource): Completion {
  const before = words.slice(0, -1);
  const typed = words.at(-1) ?? '';
  const { command, operands, pending, isEnded } = parsed(program, before);
  if (pending !== undefined) return valueOf(pending, typed, vocabulary);
  const options = [...(command?.options ?? []), ...program.options].filter(({ hidden }) => !hidden);
  if (!isEnded && typed.startsWith('-')) {
    const equals = typed.indexOf('=');
    const option = options.find(({ long }) => equals !== -1 && long === typed.slice(0, equals));
    if (option !== undefined) return inline(option, typed.slice(equals + 1), vocabulary);
    return { candidates: flags(options, before) };
  }
  if (command === undefined || command.name() === 'help') {
    return operands.length > 0 ? { candidates: [] } : { candidates: commands(program, command === undefined) };
  }
  const { registeredArguments: known } = command;
  const argument = known[operands.length] ?? (known.at(-1)?.variadic === true ? known.at(-1) : undefined);
  if (argument === undefined) return { candidates: [] };
  const completed = valueOf(argument, typed, vocabulary);
  // Nobody names a thing twice.
  return { ...completed, candidates: completed.candidates.filter(({ value }) => !operands.includes(value)) };
}

/** What the words before the last one come to. */
interface Parsed {
  readonly command: Command | undefined;
  readonly operands: readonly string[];
  /** The option that the last word is the value of. */
  readonly pending: Option | undefined;
  /** Whether `--` ends the options. */
  readonly isEnded: boolean;
}

function parsed(program: Command, words: readonly string[]): Parsed {
  const all = [program, ...program.commands];
  // Flags may be written before their command, so any command's flags are known until one is named.
  const takesValue = (word: string): Option | undefined =>
    all.flatMap(({ options }) => options).find(({ long, short, required }) => required && [long, short].includes(word));
  const operands: string[] = [];
  let pending: Option | undefined;
  let isEnded = false;
  for (const word of words) {
    if (pending !== undefined) pending = undefined;
    else if (!isEnded && word === '--') isEnded = true;
    else if (!isEnded && word.startsWith('-')) pending = takesValue(word);
    else operands.push(word);
  }
  const [first = '', ...rest] = operands;
  const command = program.commands.find((one) => one.name() === first) ?? helpOf(program, first);
  // Of several commands that have the flag, the one that is named has it its own way.
  const own = command?.options.find(({ long }) => long !== undefined && long === pending?.long);
  return { command, operands: command === undefined ? operands : rest, pending: own ?? pending, isEnded };
}

/** The command that shows the help of others, which commander makes on demand. */
const helpOf = (program: Command, name: string): Command | undefined =>
  name === 'help' ? program.createCommand('help') : undefined;

/** The placeholder of an option or an argument, such as `dir` of `--knowledge <dir>`. */
const placeholderOf = (one: Option | Argument): string =>
  'flags' in one ? (/[<[](.*?)\.{0,3}[>\]]$/.exec(one.flags)?.[1] ?? '') : one.name();

function valueOf(one: Option | Argument, typed: string, vocabulary: CompletionSource): Completion {
  const completed = completionOf(placeholderOf(one), typed, vocabulary);
  const { argChoices = [] } = one;
  // What the placeholder gives has a meaning for each candidate; choices have none.
  return completed.candidates.length > 0 || argChoices.length === 0
    ? completed
    : { candidates: argChoices.map((value) => ({ value, text: '' })) };
}

/** The value of `--option=value`. */
function inline(option: Option, typed: string, vocabulary: CompletionSource): Completion {
  const { candidates, ...rest } = valueOf(option, typed, vocabulary);
  return {
    ...rest,
    candidates: candidates.map(({ value, text }) => ({ value: `${option.long ?? ''}=${value}`, text })),
  };
}

/** The flags that can still be written: each once, unless its values are gathered. */
function flags(options: readonly Option[], before: readonly string[]): CompletionEntry[] {
  const written = new Set(before.map((word) => word.split('=')[0]));
  const described = new Map<string, string>();
  for (const { long, short, description, defaultValue } of options) {
    const isWritten = [long, short].some((flag) => flag !== undefined && written.has(flag));
    if (long !== undefined && !described.has(long) && (!isWritten || Array.isArray(defaultValue)))
      described.set(long, description);
  }
  return [...described].map(([value, text]) => ({ value, text }));
}

function commands(program: Command, withHelp: boolean): CompletionEntry[] {
  const help = program.createHelp();
  return help
    .visibleCommands(program)
    .filter((command) => withHelp || command.name() !== 'help')
    .map((command) => ({ value: command.name(), text: command.description() }));
}

/** The knowledge that a command line names so far; the built-in where that cannot be used, which its command will say. */
export async function knowledgeOfWords(words: readonly string[]): Promise<KnowledgeBase> {
  // The last word is being typed.
  const valuesOf = (option: string): string[] =>
    words.slice(0, -1).flatMap((word, n) => {
      if (word.startsWith(`${option}=`)) return [word.slice(option.length + 1)];
      return words[n - 1] === option ? [word] : [];
    });
  const own = valuesOf('--package').at(-1);
  try {
    return await knowledgeWith({ ...(own !== undefined && { package: own }), knowledge: valuesOf('--knowledge') });
  } catch {
    return builtinKnowledge();
  }
}
