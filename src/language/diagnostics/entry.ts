import type { Lang } from '../format.js';
import { listed } from '../text/text.js';

/** One kind of diagnostic: how grave it is, its sentence and its way out, in every language. */
export interface DiagnosticEntry<P> {
  readonly severity: 'error' | 'warning';
  readonly message: { readonly en: (p: P) => string; readonly zh: (p: P) => string };
  readonly help: { readonly en: (p: P) => string; readonly zh: (p: P) => string };
}

export type Sentence<P> = readonly [en: (p: P) => string, zh: (p: P) => string];

const none = [() => '', () => ''] as const;

export function error<P>(message: Sentence<P>, help: Sentence<P> = none): DiagnosticEntry<P> {
  return { severity: 'error', message: { en: message[0], zh: message[1] }, help: { en: help[0], zh: help[1] } };
}

export interface ExpectedNames {
  readonly expected: readonly string[];
}
export const oneOf: Sentence<ExpectedNames> = [
  ({ expected }) => `Expected ${abridged(expected, 'en')}.`,
  ({ expected }) => `应为 ${abridged(expected, 'zh')}。`,
];
const MOST = 12;

/** Names in a sentence; of many, the first and that there are others. */
export const abridged = (names: readonly string[], lang: Lang, word: 'and' | 'or' = 'or'): string =>
  names.length <= MOST
    ? listed(names, lang, word)
    : `${names.slice(0, MOST).join(lang === 'zh' ? '、' : ', ')} ${lang === 'zh' ? '等' : '…'}`;
