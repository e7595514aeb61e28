import { LANGS } from '../format.js';
import { halfWidth } from '../text/text.js';
import { VALUE_TEXTS } from '../texts/index.js';
import type { FigureSign } from '../texts/texts.js';

/** A figure in half width, with no space around it. */
export const plainFigure = (text: string): string => halfWidth(text).trim();

const SIGNS: readonly FigureSign[] = ['atMost', 'atLeast', 'about'];
const SYMBOLS: Readonly<Record<FigureSign, string>> = { atMost: '<=|=<|<', atLeast: '>=|=>|>', about: '~' };

/** Words as alternatives of a pattern, the longer first; a word of letters ends where no letter follows. */
const alternatives = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'))
    .map((word) => (/[a-z]$/i.test(word) ? `${word}(?![a-z])` : word))
    .join('|');

const wordsOf = (sign: FigureSign, place: 'before' | 'after'): string =>
  alternatives(LANGS.flatMap((lang) => VALUE_TEXTS[lang].figures.signs[sign][place]));

let patterns: readonly (readonly [FigureSign, RegExp])[] | undefined;

/** By sign: how a figure with it is written. Made when the first figure needs it. */
function signPatterns(): NonNullable<typeof patterns> {
  patterns ??= SIGNS.flatMap((sign) => {
    const [before, after] = [wordsOf(sign, 'before'), wordsOf(sign, 'after')];
    const trailing = sign === 'atLeast' ? `\\+${after === '' ? '' : `|${after}`}` : after;
    return [
      [sign, new RegExp(`^(?:${SYMBOLS[sign]}${before === '' ? '' : `|${before}`})\\s*(.+)$`, 'i')] as const,
      ...(trailing === '' ? [] : [[sign, new RegExp(`^(.+?)\\s*(?:${trailing})$`, 'i')] as const]),
    ];
  });
  return patterns;
}

/** A sign of comparison that is written with a figure, in symbols or words, and the figure without it. */
export function signOf(text: string): { readonly sign: FigureSign; readonly rest: string } | undefined {
  for (const [sign, pattern] of signPatterns()) {
    const [, rest] = pattern.exec(text) ?? [];
    if (rest !== undefined) return { sign, rest: rest.trim() };
  }
  return undefined;
}

/** A percentile before or after a figure: `2ms p99`, `p99: 2ms`, `2ms @ p99.9`. */
const PERCENTILE = /^p\d{2}(?:\.?\d+)?\s*[:=]?\s*(?<after>.+)$|^(?<before>.+?)\s*[@(]?\s*\bp\d{2}(?:\.?\d+)?\)?$/i;

/** The figure that a percentile is written with; undefined where there is no percentile. */
export function withoutPercentile(text: string): string | undefined {
  const { after, before } = PERCENTILE.exec(text)?.groups ?? {};
  return (after ?? before)?.trim();
}

/** The figure of a mapping such as `{p99: 2ms}`; undefined for anything else. */
export function figureOfPercentile(written: unknown): string | undefined {
  if (typeof written !== 'object' || written === null) return undefined;
  const [first, ...more] = Object.entries(written as Readonly<Record<string, unknown>>);
  const [key, figure] = first ?? ['', undefined];
  const isFigure = typeof figure === 'string' || typeof figure === 'number';
  return isFigure && more.length === 0 && /^p\d{2}(?:\.?\d+)?$/i.test(key) ? String(figure) : undefined;
}

/** A share has no more nines: beyond these, no number is distinct from the whole. */
const MAX_NINES = 15;

/** What is written as a number of nines, as a percentage: `eleven nines` is `99.999999999%`. */
export function ofNines(text: string): string | undefined {
  for (const lang of LANGS) {
    const { numbers, pattern } = VALUE_TEXTS[lang].nines;
    const [, counted = ''] = pattern.exec(text) ?? [];
    const count = /^\d+$/.test(counted) ? Number(counted) : numbers.indexOf(counted.toLowerCase()) + 1;
    if (count === 1) return '90%';
    if (count > 1 && count <= MAX_NINES) return `99${count === 2 ? '' : `.${'9'.repeat(count - 2)}`}%`;
  }
  return undefined;
}

/** Digits in groups of three, all with the same separator; a fraction may follow. */
const GROUPED = /^([+-]?)(\d{1,3}(?:([ _',])\d{3})(?:\3\d{3})*)(\.\d+)?(?![\d,])(.*)$/;
const UNDERSCORES = /^([+-]?\d+(?:_\d+)+(?:\.\d+)?)(?!\d)(.*)$/;
const COMMA = /^[+-]?\d[\d,]*,\d[\d,]*(?:\.\d+)?/;

/** A number with digits in groups, and the same number without separators. */
export interface GroupedNumber {
  readonly number: string;
  readonly rest: string;
  /** Whether it can also be read with a comma before its fraction: `1,500` and not `30,000`, which nobody writes for 30. */
  readonly isUnclear: boolean;
}

/** A figure whose digits are in groups: `30 000`, `30,000`, `30_000`. */
export function groupedNumber(text: string): GroupedNumber | undefined {
  const [, sign = '', digits, separator, fraction = '', rest = ''] = GROUPED.exec(text) ?? [];
  if (digits !== undefined && !digits.startsWith('0')) {
    const groups = digits.split(separator ?? '');
    const isUnclear = separator === ',' && groups.length === 2 && fraction === '' && groups[1] !== '000';
    return { number: `${sign}${groups.join('')}${fraction}`, rest: rest.trim(), isUnclear };
  }
  const [, underscored, after = ''] = UNDERSCORES.exec(text) ?? [];
  if (underscored === undefined) return undefined;
  return { number: underscored.replaceAll('_', ''), rest: after.trim(), isUnclear: false };
}

/** The figures that one with a comma can mean: with the comma before its fraction, and with commas between groups of digits. */
export function commaReadings(text: string): readonly string[] {
  const [number] = COMMA.exec(text) ?? [];
  if (number === undefined) return [];
  const rest = text.slice(number.length);
  const hasOne = number.indexOf(',') === number.lastIndexOf(',') && !number.includes('.');
  const joined = number.replaceAll(',', '').replace(/^([+-]?)0+(?=\d)/, '$1');
  return [...(hasOne ? [number.replace(',', '.')] : []), ...(/^[+-]?0,/.test(number) ? [] : [joined])].map(
    (one) => `${one}${rest}`,
  );
}

const NUMBER = String.raw`(?:\d{1,3}(?:[ _',]\d{3})+(?:\.\d+)?(?!\d)|\d+(?:[.,]\d+)?|\.\d+)`;
const BETWEEN = alternatives(LANGS.flatMap((lang) => VALUE_TEXTS[lang].figures.between));
const RANGE = new RegExp(
  `^(${NUMBER})(\\s*[^\\d\\s.,-]*?)\\s*(?:\\.\\.+|-|–|—|~|${BETWEEN})\\s*(${NUMBER})(\\s*\\D*)$`,
  'i',
);

/** The two ends of a range of figures, such as `1-2ms`; the lower one takes the unit of the upper one where it has none. */
export function rangeEnds(text: string): readonly [string, string] | undefined {
  const [, low, lowUnit = '', high, highUnit = ''] = RANGE.exec(text) ?? [];
  if (low === undefined || high === undefined) return undefined;
  return [`${low}${lowUnit.trim() === '' ? highUnit : lowUnit}`.trim(), `${high}${highUnit}`.trim()];
}

/** Whether a text is to be read as a figure where names are possible too: it begins with a digit, a sign or a word before figures. */
export function mayBeFigure(written: unknown): boolean {
  if (typeof written !== 'string') return typeof written === 'number' || figureOfPercentile(written) !== undefined;
  const text = plainFigure(written);
  if (/^[+-]?\.?\d/.test(text)) return true;
  const signed = signOf(text);
  if (signed !== undefined && /^[+-]?\.?\d/.test(signed.rest)) return true;
  const plain = withoutPercentile(text);
  return (plain !== undefined && /^\d/.test(plain)) || ofNines(text) !== undefined;
}
