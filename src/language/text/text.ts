import type { Lang } from '../format.js';

/** Joins names as a reader would: `a, b or c`; `a、b 或 c`. */
export function listed(items: readonly string[], lang: Lang, word: 'and' | 'or' = 'or'): string {
  const last = { en: { and: ' and ', or: ' or ' }, zh: { and: '和', or: '或' } }[lang][word];
  const comma = lang === 'zh' ? '、' : ', ';
  const joined = items.length < 2 ? items.join('') : items.slice(0, -1).join(comma) + last + (items.at(-1) ?? '');
  return lang === 'zh' ? spaced(joined) : joined;
}

/** Sets Latin words apart from the Chinese around them, as Chinese typesetting does: `若为 AI 推理`. */
export function spaced(text: string): string {
  return text.replace(/(?<=\p{Script=Han})(?=[A-Za-z0-9`<>≤≥=])|(?<=[A-Za-z0-9`%])(?=\p{Script=Han})/gu, ' ');
}
