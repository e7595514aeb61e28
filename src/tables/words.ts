import { show } from '../language/values/json-text.js';
import { ID_PATTERN, LANGS } from '../language/format.js';
import type { Text } from '../language/schema/common.js';
import { getOrInsert } from '../language/get-or-insert.js';
import { nearest, type NameCandidate } from '../language/diagnostics/nearest.js';
import { halfWidth } from '../language/text/text.js';
import { TABLE_TEXTS } from './texts/index.js';
import type { CellWord } from './texts/texts.js';

/** A word of all languages as alternatives of a pattern. */
export const wordPattern = (word: CellWord): string => LANGS.map((lang) => TABLE_TEXTS[lang].words[word]).join('|');

/** Whether a text is a word, in any case and in any language. */
export const isWord = (text: string, word: CellWord): boolean =>
  getOrInsert(wholeWords, word, () => new RegExp(`^(?:${wordPattern(word)})$`, 'iu')).test(text);
const wholeWords = new Map<CellWord, RegExp>();

/** A text that is the same in every language. */
export const untranslated = (text: string): Text => Object.fromEntries(LANGS.map((lang) => [lang, text])) as Text;

const QUOTED = /"(?:[^"\\]|\\[\s\S])*"/;
const PARTS = new RegExp(`${QUOTED.source}|“[^”]*”|[^"“]+|["“]`, 'g');
/** Marks of tables that stand for others. */
const MARKS: Readonly<Record<string, string>> = {
  '、': ',',
  '【': '[',
  '】': ']',
  '≠': '!=',
  '…': '..',
  '—': '-',
  '–': '-',
};

/** A cell with its punctuation in half width, as typed on any keyboard; what is in quotation marks stays as it is. */
export function plain(text: string): string {
  return text
    .replaceAll(PARTS, (part) =>
      part.startsWith('“') && part.length > 1
        ? JSON.stringify(part.slice(1, -1))
        : part.startsWith('"') && part.length > 1
          ? part
          : halfWidth(part.replaceAll(/[、【】≠…—–]/g, (mark) => MARKS[mark] ?? mark)),
    )
    .trim();
}

/** Whether a cell has no content: empty, or a dash as decision tables have it for "any". */
export const isBlank = (text: string): boolean => /^-*$/.test(text);

/** What is quoted, if the whole text is. */
export function unquoted(text: string): string | undefined {
  if (!new RegExp(`^${QUOTED.source}$`).test(text)) return undefined;
  try {
    return JSON.parse(text.replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t')) as string;
  } catch {
    // A backslash that escapes nothing.
    return text.slice(1, -1);
  }
}

/** Takes a text apart at a separator, but not within quotation marks or the parentheses of a word such as `not(a, b)`. */
export function split(text: string, separator: RegExp): string[] {
  const token = new RegExp(`(${separator.source})|${QUOTED.source}|([\\p{L}]*)\\(|\\)|[\\s\\S]`, 'giuy');
  const parts = [''];
  let depth = 0;
  for (const [found, separated, word] of text.matchAll(token)) {
    if (separated !== undefined && depth === 0) parts.push('');
    else {
      if (word !== undefined && (word !== '' || depth > 0)) depth++;
      else if (found === ')' && depth > 0) depth--;
      parts.push((parts.pop() ?? '') + found);
    }
  }
  return parts.map((part) => part.trim());
}

/** The content of the parentheses of a word: `a, b` of `not(a, b)`. */
export function within(text: string, word: CellWord): string | undefined {
  const [, inner] = new RegExp(`^(?:${wordPattern(word)})\\s*\\(([\\s\\S]*)\\)$`, 'iu').exec(text) ?? [];
  return inner?.trim();
}

const indexes = new WeakMap<object, ReadonlyMap<string, string | undefined>>();

/** The ids by each name that they have; undefined for a title or an alias that several have. Indexed once, as every cell is looked up. */
function indexOf(candidates: readonly NameCandidate[]): ReadonlyMap<string, string | undefined> {
  let index = indexes.get(candidates);
  if (index !== undefined) return index;
  const names = new Map<string, string | undefined>();
  for (const { id, also = [] } of candidates) {
    for (const name of new Set([id, ...also].map(fold))) names.set(name, names.has(name) ? undefined : id);
  }
  for (const { id } of candidates) names.set(`id ${id}`, id);
  indexes.set(candidates, (index = names));
  return index;
}

const fold = (name: string): string => plain(name).toLowerCase().replaceAll(/\s+/g, ' ');

/** The id of a name: an id as it is, or a title or an alias in any case and any language, if only one candidate has it. */
export function idOf(name: string, candidates: readonly NameCandidate[]): string | undefined {
  const index = indexOf(candidates);
  return index.get(`id ${name}`) ?? index.get(fold(name));
}

/** The id that a mistyped name most likely meant. */
export const likely = (name: string, ids: Iterable<string>): string | undefined =>
  nearest(
    name,
    Array.from(ids, (id) => ({ id })),
  );

const ID = new RegExp(ID_PATTERN);

/** Whether a name can be an id. */
export const isId = (name: string): boolean => ID.test(name);

/** A cell as a message shows it: in one line, and not too long. */
export const shown = (text: string): string => show(text.trim().replaceAll(/\s+/g, ' '));
