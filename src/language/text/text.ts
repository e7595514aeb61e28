import { LANGUAGES, type Lang } from '../format.js';
import { getOrInsert } from '../get-or-insert.js';
import { TYPOGRAPHY } from '../texts/index.js';

/** The locale of `Intl` that a language uses. */
export const localeOf = (lang: Lang): string => LANGUAGES.find(({ id }) => id === lang)?.locale ?? lang;

const listFormats = new Map<string, Intl.ListFormat>();
const pluralRules = new Map<Lang, Intl.PluralRules>();
const numberFormats = new Map<Lang, Intl.NumberFormat>();

/** Joins names as a sentence lists them: `a, b or c`; `a、b 或 c`. */
export function listed(items: readonly string[], lang: Lang, word: 'and' | 'or' = 'or'): string {
  const { list } = TYPOGRAPHY[lang];
  if (list !== undefined) {
    const last = items.at(-1) ?? '';
    return typeset(items.length < 2 ? last : items.slice(0, -1).join(list.comma) + list[word] + last, lang);
  }
  const type = word === 'and' ? 'conjunction' : 'disjunction';
  const format = getOrInsert(listFormats, `${lang} ${type}`, () => new Intl.ListFormat(localeOf(lang), { type }));
  return typeset(format.format(items), lang);
}

/** The forms of a text by plural category of `Intl.PluralRules`; `other` is the only one that every language has. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** The form for a count: `plural('en', 1, { one: 'change', other: 'changes' })` gives `change`. */
export function plural(lang: Lang, count: number, forms: PluralForms): string {
  const rules = getOrInsert(pluralRules, lang, () => new Intl.PluralRules(localeOf(lang)));
  return forms[rules.select(count)] ?? forms.other;
}

/** A count with what is counted: `counted(2, 'en', { one: 'change', other: 'changes' })` gives `2 changes`. */
export const counted = (count: number, lang: Lang, forms: PluralForms): string =>
  `${numberText(count, lang)}${TYPOGRAPHY[lang].wordGap}${plural(lang, count, forms)}`;

/** A number for readers, with grouped digits: `10,000`. Figures of documents and knowledge, such as `300k`, stay as they are written. */
export function numberText(number: number, lang: Lang): string {
  // All languages write Arabic numerals. What has no groups needs no `Intl`, whose first use costs more than ten milliseconds.
  if (Number.isInteger(number) && number >= 0 && number < 1000) return String(number);
  const format = getOrInsert(
    numberFormats,
    lang,
    () => new Intl.NumberFormat(localeOf(lang), { numberingSystem: 'latn', maximumFractionDigits: 20 }),
  );
  return format.format(number);
}

/** A label and what it labels: `Performance: high`. */
export const labelled = (label: string, text: string, lang: Lang): string => `${label}${TYPOGRAPHY[lang].colon}${text}`;

/** A text with an addition in brackets: `Storage (ledger)`. */
export const withBrackets = (text: string, addition: string, lang: Lang): string =>
  `${text}${TYPOGRAPHY[lang].brackets(addition)}`;

/** Joins complete sentences; leaves out empty ones. */
export const sentences = (parts: readonly string[], lang: Lang): string =>
  parts.filter((part) => part !== '').join(TYPOGRAPHY[lang].sentenceGap);

/** The sentences of a text, each with its closing mark. */
export const sentencesOf = (text: string): string[] =>
  text.split(/(?<=[.!?])\s+(?=[\p{Lu}\p{Lo}“])|(?<=[。！？])(?=.)/u).filter((part) => part !== '');

/** Sets Latin words apart from the text around them where the language does so: `若为 AI 推理`. */
export function typeset(text: string, lang: Lang): string {
  return TYPOGRAPHY[lang].spacesLatin ? spaced(text) : text;
}

/** What {@link typeset} does to a Chinese text. */
export function spaced(text: string): string {
  return text.replace(/(?<=\p{Script=Han})(?=[A-Za-z0-9`<>≤≥=])|(?<=[A-Za-z0-9`%])(?=\p{Script=Han})/gu, ' ');
}

/** A Chinese sentence with names set into it: blanks around those that are Latin, none around those that are Chinese or end with a Chinese mark. */
export function withNames(text: string): string {
  return spaced(text.replace(/(?<=[\p{Script=Han}，。；：、”）]) (?=[\p{Script=Han}“（])/gu, ''));
}

/** A cell that begins like this is run as a formula by a spreadsheet; some read the full-width forms in the same way. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/**
 * Keeps the text of a cell from being run as a formula by the spreadsheet that it is opened in. The guard is an apostrophe, by which spreadsheets
 * themselves mark text. A lone hyphen is no formula.
 */
export const guardCell = (text: string): string => (text !== '-' && FORMULA.test(text) ? `'${text}` : text);

/** Removes the apostrophe of {@link guardCell}. */
export const unguardCell = (text: string): string =>
  text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;

/** Signs that the normal form of Unicode leaves as they are, with what is typed for them on any keyboard. */
const SIGNS: Readonly<Record<string, string>> = {
  '≤': '<=',
  '≦': '<=',
  '⩽': '<=',
  '≥': '>=',
  '≧': '>=',
  '⩾': '>=',
  '≈': '~',
  '〜': '~',
  '−': '-',
};

/** What the normal form takes apart, all but figures such as `²` and `½`, which then mean another number, and the `µ` of units. */
const ALIKE = /[^\p{No}µ]+/gu;

/** A text with its characters of full width in half width, its spaces plain, and its signs as they are typed on any keyboard. */
export const halfWidth = (text: string): string =>
  text.replaceAll(ALIKE, (part) => part.normalize('NFKC')).replaceAll(/[≤≦⩽≥≧⩾≈〜−]/g, (sign) => SIGNS[sign] ?? sign);

/** A word as a shell takes it: in quotes where it has a character that a shell reads otherwise. */
export const quote = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
