import type { Lang } from '../../format.js';
import { listed } from '../../text/text.js';
import { TYPOGRAPHY } from '../../text/texts/index.js';

/** A sentence lists no more names. */
const MAX_LISTED_NAMES = 12;

/**
 * Names in a sentence, in full where they are few.
 *
 * @param others what a language puts behind the first names of many
 */
export const abridged = (names: readonly string[], lang: Lang, word: 'and' | 'or', others: string): string =>
  names.length <= MAX_LISTED_NAMES
    ? listed(names, lang, word)
    : `${names.slice(0, MAX_LISTED_NAMES).join(TYPOGRAPHY[lang].comma)}${others}`;
