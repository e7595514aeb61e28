import { LANGS } from '../language/format.js';
import { TABLE_TEXTS } from './texts/index.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A date in figures, `3/1/2026` or `2026-03-01`, with or without the time of day. */
const FIGURES = /^(?:(\d{4})[-/.])?(\d{1,2})[-/.](\d{1,2})(?:[-/.](?:\d{4}|\d{2}))?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?$/;
/** `1-Mar`, `01-March-26`, `1 Mar 2026`. */
const DAY_FIRST = /^(\d{1,2})[- /.]([a-z]{3})[a-z]*\.?(?:[- /.]\d{2,4})?$/i;
/** `Mar-26`, `March 1, 2026`. */
const MONTH_FIRST = /^([a-z]{3})[a-z]*\.?[- /.](\d{1,2})(?:,? ?\d{4})?$/i;
/** As other languages write dates: `3月1日`, `2026年3月1日`. */
const LOCAL = LANGS.flatMap((lang) => TABLE_TEXTS[lang].date ?? []);

/** The two numbers that a spreadsheet most likely made a date of, the smaller first; undefined for what is no date. */
export function rangeOfDate(text: string): readonly [low: number, high: number] | undefined {
  const written = text.trim();
  const parts = figuresOf(written) ?? namedOf(written);
  if (parts === undefined || parts.some((part) => !(part >= 1 && part <= 99))) return undefined;
  return [Math.min(...parts), Math.max(...parts)];
}

function figuresOf(text: string): readonly [number, number] | undefined {
  const [, year, first, second] = FIGURES.exec(text) ?? [];
  if (first !== undefined && second !== undefined) {
    // `1/3` alone may be meant as it is; it is a date with a year, or with dashes as nothing else is written.
    return year !== undefined || /[-/.]\d+[-/.]/.test(text) ? [Number(first), Number(second)] : undefined;
  }
  const { month, day } =
    LOCAL.map((pattern) => pattern.exec(text)?.groups).find((groups) => groups !== undefined) ?? {};
  return month === undefined ? undefined : [Number(month), Number(day)];
}

function namedOf(text: string): readonly [number, number] | undefined {
  const [, day, after] = DAY_FIRST.exec(text) ?? [];
  const [, before, number] = MONTH_FIRST.exec(text) ?? [];
  const month = MONTHS.indexOf((after ?? before ?? '').toLowerCase()) + 1;
  return month === 0 ? undefined : [Number(day ?? number), month];
}
