import { Argument, InvalidArgumentError, Option } from 'commander';
import { formatNames } from '../emit/registry.js';
import { refusal, spanOfText } from '../language/diagnostics/diagnostic.js';
import { nearest, type NameCandidate } from '../language/diagnostics/nearest.js';
import type { Lang } from '../language/format.js';
import { placeholderIn } from './help.js';

/**
 * Reads the value of an option.
 *
 * @throws {InvalidArgumentError} where the value was forgotten, so that the next option is taken for it; nothing else throws it
 */
export function given(value: string): string {
  if (value.startsWith('--')) throw new InvalidArgumentError('');
  return value;
}

/** Gathers the values of a repeatable option. */
export const collect = (value: string, before: readonly string[]): string[] => [...before, given(value)];

/** An option that takes one of some values; of other words that people write for them, the value is suggested. */
export function choiceOption(flags: string, description: string, choices: readonly (string | NameCandidate)[]): Option {
  const values = choices.map((one) => (typeof one === 'string' ? { id: one } : one));
  const option = new Option(flags, description).choices(values.map(({ id }) => id));
  const { long = '', argChoices: expected = [] } = option;
  return option.argParser((value: string) => {
    if (expected.includes(given(value))) return value;
    throw refusal('option-invalid', { option: long, value, expected }, spanOfText(long, value), nearest(value, values));
  });
}

/** An argument that takes one of some values; an error about it is in the language `lang`. */
export function choiceArgument(name: string, description: string, expected: readonly string[], lang: Lang): Argument {
  const values = expected.map((id) => ({ id }));
  const argument = new Argument(name, description).choices(expected);
  return argument.argParser((value: string) => {
    if (expected.includes(value)) return value;
    const params = { argument: `<${placeholderIn(lang, argument.name())}>`, value, expected };
    throw refusal('argument-invalid', params, spanOfText(value, value), nearest(value, values));
  });
}

/** The option for the file to write to. */
export const outputOption = (description: string): Option =>
  new Option('-o, --output <file>', description).argParser((value: string) => {
    // Elsewhere, `--output json` chooses a format; here it would write to a file of that name, and print nothing.
    const format = formatNames().find(({ id, also = [] }) => id === given(value) || also.includes(value));
    if (format === undefined) return value;
    throw refusal('output-is-format', { name: value }, spanOfText('--output', value), `--format ${format.id}`);
  });
