import { Help, type HelpConfiguration, type Option } from 'commander';
import type { Lang } from '../language/format.js';
import { CLI_TEXTS } from './texts/index.js';
import { width } from '../emit/text/layout.js';

/** A placeholder in angle or square brackets: `<file>`, `[path...]`, `<factor,…>`. */
const PLACEHOLDER = /([<[])([a-z]+(?:=[a-z]+|\[,key=value…\])?)((?:\.\.\.|,…)?[>\]])/g;

/** What a placeholder is called in a language. */
export const placeholderIn = (lang: Lang, name: string): string => CLI_TEXTS[lang].placeholders[name] ?? name;

/** The form of help in a language: its headings, the choices of an option and its default. */
export function helpIn(lang: Lang): HelpConfiguration {
  const texts = CLI_TEXTS[lang];
  const headings: Readonly<Record<string, string>> = {
    'Usage:': texts.usage,
    'Arguments:': texts.arguments,
    'Options:': texts.options,
    'Commands:': texts.commands,
  };
  const described = ({ description, argChoices = [], defaultValue }: Described): string => {
    const choices = argChoices.filter((choice) => !description.includes(choice));
    const otherwise = defaultOf(defaultValue);
    return [
      description,
      ...(choices.length > 0 ? [texts.choicesAre(argChoices)] : []),
      ...(otherwise === undefined ? [] : [texts.defaultIs(otherwise)]),
    ].join('');
  };
  const named = (terms: string): string =>
    terms.replace(PLACEHOLDER, (all, open: string, name: string, more: string) =>
      Object.hasOwn(texts.placeholders, name) ? `${open}${texts.placeholders[name] ?? name}${more}` : all,
    );
  const plain = new Help();
  return {
    commandUsage: (command) => named(plain.commandUsage(command)),
    subcommandTerm: (command) => named(plain.subcommandTerm(command)),
    optionTerm: (option) => named(plain.optionTerm(option)),
    argumentTerm: (argument) => placeholderIn(lang, argument.name()),
    styleTitle: (title) => headings[title] ?? title,
    displayWidth: width,
    optionDescription: described,
    argumentDescription: described,
  };
}

/** The parts of an option or an argument that help shows. */
type Described = Pick<Option, 'description' | 'argChoices' | 'defaultValue'>;

/** A default in words; that a repeatable option has no value yet is none. */
function defaultOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
