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
