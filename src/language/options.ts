import { isDate } from './values/date.js';
import type { Diagnostics } from './diagnostics/diagnostic.js';
import { LANGS, type Lang } from './format.js';
import { show } from './values/value.js';

/** What every answer is told in and judged by. */
export interface CommonOptions {
  /** The language of the texts; English by default. */
  readonly lang?: Lang;
  /** The date, as `2026-11-23`, that expiries are judged by; today (UTC) by default. */
  readonly asOf?: string;
}

/** Reports a date or a language that is none: whoever writes no TypeScript is not told before. */
export function checkOptions({ asOf, lang }: CommonOptions, report: Diagnostics): void {
  if (asOf !== undefined && !isDate(asOf)) report.add('date-invalid', { value: show(asOf) });
  if (lang !== undefined && !LANGS.includes(lang))
    report.add('option-invalid', { option: 'lang', value: show(lang), expected: LANGS });
}
