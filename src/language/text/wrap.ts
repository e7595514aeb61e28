import stringWidth from 'fast-string-width';
import type { Lang } from '../format.js';
import { localeOf } from './text.js';
import { TYPOGRAPHY } from '../texts/index.js';

/** The columns a text takes on a terminal: a Chinese character takes two. */
export const width = (text: string): number => (PLAIN.test(text) ? text.length : stringWidth(text));
const PLAIN = /^[\x20-\x7e]*$/;

/** Marks that must not open a line. */
const CLOSING = /^[，。；：、！？）》」』”’…,.;:!?)\]}]/u;
/** Marks that must not end a line; a sign of comparison stays with its figure. */
const OPENING = /(?:[（《「『“‘([{]|[≤≥<>] ?)$/u;

/**
 * Breaks a text into lines of at most `columns`: at spaces, or, in a language without spaces between words, between any two words except before
 * closing and after opening marks. A word longer than a line has a line of its own.
 */
export function wrap(text: string, columns: number, lang: Lang): string[] {
  const lines: string[] = [];
  let line = '';
  let taken = 0;
  for (const piece of pieces(text, lang)) {
    if (line !== '' && taken + width(piece.trimEnd()) > columns) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
      taken = width(line);
    } else {
      line += piece;
      taken += width(piece);
    }
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

/** The parts of a text that no line break may cut. */
function pieces(text: string, lang: Lang): string[] {
  if (TYPOGRAPHY[lang].breaks === 'spaces') return text.split(/(?<=(?<![≤≥<>])\s)/u);
  const words = new Intl.Segmenter(localeOf(lang), { granularity: 'word' }).segment(text);
  const joined: string[] = [];
  for (const { segment: word } of words) {
    const last = joined.at(-1);
    // Latin words, numbers and identifiers inside the text stay whole: `--set`, `G5.1`.
    const latin = last !== undefined && /[!-~]$/u.test(last) && /^[!-~]/u.test(word);
    if (last !== undefined && (CLOSING.test(word) || OPENING.test(last) || latin))
      joined[joined.length - 1] = last + word;
    else joined.push(word);
  }
  return joined;
}

/** Breaks what is wider than its column, after a hyphen where there is one. */
export function chop(line: string, columns: number): string[] {
  if (width(line) <= columns) return [line];
  let end = line.length;
  while (width(line.slice(0, end)) > columns) end--;
  const hyphen = line.lastIndexOf('-', end - 1) + 1;
  const at = hyphen > 0 ? hyphen : end;
  return [line.slice(0, at), ...chop(line.slice(at), columns)];
}
