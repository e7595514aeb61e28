import { DiagnosticError, Diagnostics, spanOfText } from './diagnostics/diagnostic.js';
import { nearest, type NameCandidate } from './diagnostics/nearest.js';
import { LANGS, type Lang } from './format.js';
import { show } from './values/json-text.js';

/** The language of every answer, and the date for its expiries. */
export interface CommonOptions {
  /** The language of the texts; English by default. */
  readonly lang?: Lang;
  /** The date, as `2026-11-23`, that expiries are judged by; today (UTC) by default. */
  readonly asOf?: string;
}

/** Reports an invalid date or language: a caller without TypeScript has no other check. */
export function checkOptions({ asOf, lang }: CommonOptions, report: Diagnostics): void {
  if (asOf !== undefined && !isDate(asOf)) report.add('date-invalid', { value: show(asOf) });
  if (lang !== undefined && !LANGS.includes(lang))
    report.add('option-invalid', { option: 'lang', value: show(lang), expected: LANGS });
}

/** Reports a name in an option that the knowledge does not have, with the nearest that it has. */
export function checkOptionName(
  option: string,
  name: string,
  known: readonly NameCandidate[],
  report: Diagnostics,
): void {
  if (known.some(({ id }) => id === name)) return;
  const expected = known.map(({ id }) => id);
  report.add('option-unknown-name', { option, name, expected }, spanOfText(option, name), nearest(name, known));
}

/**
 * Refuses invalid options of a function that has nothing else to report.
 *
 * @throws {DiagnosticError} when the date or the language is not valid
 */
export function requireValidOptions(options: CommonOptions): void {
  const report = new Diagnostics();
  checkOptions(options, report);
  if (report.failed) throw new DiagnosticError(report.all);
}

/** Whether a text is a day of the calendar, such as `2026-11-23`. */
export function isDate(text: unknown): boolean {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Whether a year, a month or a day is over on a day: of `2026-09`, all of September still counts. */
export function isPast(date: string, asOf: string): boolean {
  return date < asOf.slice(0, date.length);
}
