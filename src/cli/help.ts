import { existsSync } from 'node:fs';
import { Help, type HelpConfiguration, type Option } from 'commander';
import { DEFAULT_LANG, type Lang } from '../language/format.js';
import { packagedPath } from './knowledge.js';
import { CLI_TEXTS } from './texts/index.js';
import { paragraph, width } from '../emit/text/layout.js';

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
    // What is asked comes first, then in which form, then what few commands need.
    visibleOptions: (command) =>
      new Help().visibleOptions(command).sort((a, b) => rankOf(a) - rankOf(b) || Number(a.long === '--help')),
    // The groups in the order of what is shown, and not of what was declared.
    groupItems: (_, shown, groupOf) => new Help().groupItems(shown, shown, groupOf),
    optionDescription: described,
    argumentDescription: described,
  };
}

/** Options that many commands have, by how far below those of the command alone they are listed. */
const COMMON: Readonly<Record<string, number>> = {
  '--format': 1,
  '--json': 1,
  '--output': 1,
  '--force': 1,
  '--as-of': 2,
  '--package': 2,
  '--knowledge': 2,
};

function rankOf({ long, helpGroupHeading }: Option): number {
  return helpGroupHeading === undefined ? (COMMON[long ?? ''] ?? 0) : 3;
}

/** The pages that say more about a command than its help. */
const GUIDES: Readonly<Record<string, string>> = {
  recommend: 'docs/workload',
  factors: 'docs/workload',
  scenarios: 'docs/workload',
  whatif: 'docs/exploring',
  map: 'docs/exploring',
  ask: 'docs/exploring',
  check: 'docs/knowledge',
  import: 'docs/knowledge',
  export: 'docs/knowledge',
  init: 'docs/knowledge',
  diff: 'docs/regression',
  explain: 'docs/codes',
  debug: 'docs/knowledge',
};

/** The page to read on about a command, or about the program, in the language of the reader where it exists. */
export function guideOf(command: string | undefined, lang: Lang): string {
  const page = GUIDES[command ?? ''] ?? 'README';
  const own = `${page}.${lang}.md`;
  return lang !== DEFAULT_LANG && existsSync(packagedPath(own)) ? own : `${page}.md`;
}

/** What each exit code means. */
export const exitCodeTexts = (lang: Lang): Readonly<Record<string, string>> => CLI_TEXTS[lang].exitCodes.rows;

/** The exit codes, as help lists them. */
export function exitCodes(lang: Lang): string {
  const { title, rows } = CLI_TEXTS[lang].exitCodes;
  const lines = Object.entries(rows).flatMap(([code, text]) => paragraph(text, 80, lang, `  ${code}  `));
  return [title, ...lines].join('\n');
}

/** The parts of an option or an argument that help shows. */
type Described = Pick<Option, 'description' | 'argChoices' | 'defaultValue'>;

/** A default in words; that a repeatable option has no value yet is none. */
function defaultOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
