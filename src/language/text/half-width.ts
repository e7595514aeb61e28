/** Signs that the normal form of Unicode leaves as they are, with what is typed for them on any keyboard. */
const SIGNS: Readonly<Record<string, string>> = {
  '≤': '<=',
  '≦': '<=',
  '⩽': '<=',
  '≥': '>=',
  '≧': '>=',
  '⩾': '>=',
  '≈': '~',
  '〜': '~',
  '−': '-',
};

/** What the normal form takes apart, all but figures such as `²` and `½`, which then mean another number, and the `µ` of units. */
const ALIKE = /[^\p{No}µ]+/gu;

/** A text with its characters of full width in half width, its spaces plain, and its signs as they are typed on any keyboard. */
export const halfWidth = (text: string): string =>
  text.replaceAll(ALIKE, (part) => part.normalize('NFKC')).replaceAll(/[≤≦⩽≥≧⩾≈〜−]/g, (sign) => SIGNS[sign] ?? sign);
