/** A cell that begins like this is run as a formula by a spreadsheet; some read the full-width forms in the same way. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/**
 * Keeps the text of a cell from being run as a formula by the spreadsheet that it is opened in. The guard is an apostrophe, by which spreadsheets
 * themselves mark text. A lone hyphen is no formula.
 */
export const guardCell = (text: string): string => (text !== '-' && FORMULA.test(text) ? `'${text}` : text);

/** Removes the apostrophe of {@link guardCell}. */
export const unguardCell = (text: string): string =>
  text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
