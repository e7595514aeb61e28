/**
 * What no reader can see, or what a terminal or a page obeys instead of showing it: control and format characters, such as escapes and those that reverse the
 * direction of what follows, separators of lines, halves of surrogate pairs, what Unicode ignores by default, and what is no character. Line breaks and
 * tabs are none of them, nor are variant selectors, which only choose the form of the character before them.
 */
const UNPRINTABLE = /(?![\t\n\ufe00-\ufe0f\u{e0100}-\u{e01ef}])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{DI}\p{NChar}]/gu;
const PLAIN = /^[\t\n\x20-\x7e]*$/;

const hex = (character: string): string => (character.codePointAt(0) ?? 0).toString(16);

/** A text with each character that cannot be printed as its number: `\u{1b}`. */
const shown = (text: string): string =>
  PLAIN.test(text) ? text : text.replaceAll('\r\n', '\n').replace(UNPRINTABLE, (character) => `\\u{${hex(character)}}`);

/** A text for a terminal: each character that cannot be printed is its number, `\u{1b}`, and a tab, which would move the columns, a blank. A line break stays. */
export const printable = (text: string): string => shown(text).replaceAll('\t', ' ');

/** As {@link printable}, for what is to stay in one line, such as the name of a file. */
export const printableInLine = (text: string): string => printable(text).replaceAll('\n', String.raw`\u{a}`);

/** A document in whose texts and keys each character that cannot be printed is its number; the document itself where there is none. */
export const printableParts = <T>(document: T): T => withTexts(document, shown) as T;

/** A document with each text in one line: the author of a name must not write lines of his own between those of an answer. */
export const partsInLine = <T>(document: T): T =>
  withTexts(document, (text) => (text.includes('\n') ? text.trim().replaceAll(/\s*\n\s*/g, ' ') : text)) as T;

/** A value with its texts and keys changed; the value itself where none of them is. What a getter computes stays as it is. */
function withTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const parts = value.map((part) => withTexts(part, change));
    return parts.every((part, n) => part === value[n]) ? value : parts;
  }
  const parts = Object.entries(Object.getOwnPropertyDescriptors(value));
  const copies = parts.map(([key, descriptor]): [string, PropertyDescriptor] => {
    const part: unknown = 'value' in descriptor ? withTexts(descriptor.value, change) : undefined;
    return [change(key), part === descriptor.value ? descriptor : { ...descriptor, value: part }];
  });
  const isSame = parts.every(([key, descriptor], n) => copies[n]?.[0] === key && copies[n][1] === descriptor);
  return isSame ? value : Object.defineProperties({}, Object.fromEntries(copies));
}

/** A text of JSON or YAML in which each character that cannot be printed is escaped by the syntax of both, within quotes: the same data, safe to print. */
export const escapedInQuotes = (text: string): string =>
  text.replace(UNPRINTABLE, (character) =>
    [...Array(character.length).keys()]
      .map((n) => `\\u${character.charCodeAt(n).toString(16).padStart(4, '0')}`)
      .join(''),
  );

/** Whether a text has a character that cannot be printed. */
export const isUnprintable = (text: string): boolean => text.search(UNPRINTABLE) !== -1;

/** A text of a table in which each character that cannot be printed is its number, and a backslash that would read as the beginning of one is too. */
export const numbered = (text: string): string =>
  text
    .replaceAll(/\\(?=u\{[0-9a-f]{1,6}\})/g, String.raw`\u{5c}`)
    .replace(UNPRINTABLE, (character) => `\\u{${hex(character)}}`);

/** Reads what {@link numbered} writes. */
export const unnumbered = (text: string): string =>
  text.replaceAll(/\\u\{([0-9a-f]{1,6})\}/g, (written, digits: string) => {
    const point = Number.parseInt(digits, 16);
    return point > 0x10_ff_ff ? written : String.fromCodePoint(point);
  });
