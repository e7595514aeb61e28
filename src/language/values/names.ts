import { partOfSpan, type Diagnostics, type Span } from '../diagnostics/diagnostic.js';
import { exactMatch, type NameCandidate } from '../diagnostics/nearest.js';
import { LANGS } from '../format.js';
import { TYPOGRAPHY, VALUE_TEXTS } from '../texts/index.js';

const SEPARATOR = new RegExp(`[${LANGS.flatMap((lang) => VALUE_TEXTS[lang].separators).join('')}]`);

/** The names in a text that commas separate, in any language. */
export const namesIn = (text: string): string[] =>
  text
    .split(SEPARATOR)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** The words of every language for “and” and “or”. */
const CONJUNCTIONS = LANGS.flatMap((lang) => {
  const { list } = TYPOGRAPHY[lang];
  return list === undefined ? [] : [list.and, list.or].map((word) => word.replaceAll(/\s+/g, String.raw`\s+`));
});
/** What people write between names: a conjunction, or a sign that no name has. */
const BETWEEN = new RegExp(String.raw`${CONJUNCTIONS.join('|')}|[^\p{L}\p{N}._\s-]+`, 'iu');

/**
 * The names that a text holds, where it holds several and each is known: `files，archive`, `nvme and gpu`. Empty for anything else, such as a name of several
 * words.
 */
export function namesWithin(text: string, known: readonly NameCandidate[]): readonly string[] {
  if (exactMatch(text, known) !== undefined) return [];
  const ways = [BETWEEN, /\s+/].map((between) => allNamed(text.split(between), known));
  return ways.find(({ length }) => length > 1) ?? [];
}

/** The ids of names, each once; none where any is not known. */
function allNamed(parts: readonly string[], known: readonly NameCandidate[]): readonly string[] {
  const written = parts.map((part) => part.trim()).filter((part) => part !== '');
  const ids = written.flatMap((part) => exactMatch(part, known) ?? []);
  return ids.length === written.length ? [...new Set(ids)] : [];
}

/** An entry of a list without a space after its hyphen, without the hyphen; undefined for anything else, such as a negative number. */
export const unspacedEntry = (text: string): string | undefined => /^-(?=[\p{L}"'[{])(.*)$/u.exec(text)?.[1];

/**
 * Reports a text that was to be a list or an entry of one, and is neither for want of a separator that YAML knows: `[files，archive]`, `files; archive`,
 * `-files`.
 *
 * @param isEntry whether it is an entry of a list
 * @returns whether it is such a text
 */
export function reportJoined(
  text: string,
  isEntry: boolean,
  known: readonly NameCandidate[],
  report: Pick<Diagnostics, 'add'>,
  span: Span | undefined,
): boolean {
  const [entry] = unspacedEntry(text)?.split(' -') ?? [];
  if (entry !== undefined) {
    report.add('yaml-hyphen-space', { entry }, span);
    return true;
  }
  const place = isEntry ? (span !== undefined && isBehindHyphen(span) ? 'line' : 'brackets') : 'text';
  const comma = text.search(/[，、]/);
  // Within brackets, a comma of full width separates nothing.
  if (place === 'brackets' && comma !== -1) {
    const character = text.charAt(comma) === '，' ? 'full-width-comma' : 'list-comma';
    report.add('wrong-character', { character }, span && partOfSpan(span, comma, 1));
    return true;
  }
  const within = namesWithin(text, known);
  const names = within.length === 0 && place === 'line' ? namesIn(text) : within;
  if (names.length < 2) return false;
  report.add('names-joined', { text, names, place }, span);
  return true;
}

/** Whether an entry of a list is on a line of its own, behind a hyphen. */
const isBehindHyphen = ({ source, start }: Span): boolean => source.text.slice(0, start).trimEnd().endsWith('-');
