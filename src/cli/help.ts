import type { HelpConfiguration, Option } from 'commander';
import type { Lang } from '../language/format.js';
import { CLI_TEXTS } from './texts/index.js';
import { width } from '../emit/text/layout.js';

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
  return {
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
