import type { Span } from '../diagnostics/diagnostic.js';
import { escapedInQuotes } from '../text/printable.js';

/** A document as the text of a JSON file, indented by two spaces and with a line break at the end, in which every character can be printed. */
export const jsonText = (document: unknown): string => `${escapedInQuotes(JSON.stringify(document, null, 2))}\n`;

/**
 * A value as an error message shows it.
 *
 * @param at where it is written, if it is: a number such as `.nan` or `0x10` is shown as its author has it
 */
export function show(written: unknown, at?: Span): string {
  const own = typeof written === 'number' && at !== undefined ? at.source.text.slice(at.start, at.end) : '';
  if (/^[-+.\w]{1,60}$/.test(own)) return own;
  // What JSON has no form for is shown by its type.
  const json = jsonOf(written);
  const plain = typeof written === 'string' ? written : typeof written === 'number' ? String(written) : json;
  return plain.length > 60 ? `${plain.slice(0, 57)}…` : plain;
}

function jsonOf(written: unknown): string {
  try {
    const json: unknown = JSON.stringify(written);
    return typeof json === 'string' ? json : typeof written;
  } catch {
    return typeof written;
  }
}

/**
 * JSON with the keys of every object in code-unit order and without blanks: equal data, equal bytes. (The data here holds no
 * numbers that RFC 8785 writes otherwise than `JSON.stringify`.)
 *
 * @param omit keys to leave out, at any depth
 */
export function canonical(value: unknown, omit?: ReadonlySet<string>): string {
  return JSON.stringify(value, (key, part: unknown) =>
    omit?.has(key) === true
      ? undefined
      : typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
        : part,
  );
}
