import type { Lang, Text } from './schema/common.js';

/** Joins names as a reader would: `a, b or c`; `a、b 或 c`. */
export function list(items: readonly string[], lang: Lang, word: 'and' | 'or' = 'or'): string {
  const last = { en: { and: ' and ', or: ' or ' }, zh: { and: ' 和 ', or: ' 或 ' } }[lang][word];
  const comma = lang === 'zh' ? '、' : ', ';
  return items.length < 2 ? items.join('') : items.slice(0, -1).join(comma) + last + (items.at(-1) ?? '');
}

/** A text in both languages from one function of the language. */
export function both(make: (lang: Lang) => string): Text {
  return { en: make('en'), zh: make('zh') };
}
