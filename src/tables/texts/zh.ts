import type { Lang } from '../../language/format.js';
import type { TableTexts } from './texts.js';

const LANGUAGES: Readonly<Record<Lang, string>> = { en: '英文', zh: '中文' };

export const zh: TableTexts = {
  columns: {
    then: ['结论'],
    id: ['编号'],
    source: ['出处'],
    ask: ['询问'],
    alternatives: ['备选'],
    implementations: ['典型实现'],
    figures: ['声称数值'],
  },
  settings: { id: '编号', source: '出处', each: '逐项', outputs: '输出', hitPolicy: '命中策略', aggregate: '汇总' },
  translated: {
    title: (lang) => `标题 (${LANGUAGES[lang]})`,
    why: (lang) => `理由 (${LANGUAGES[lang]})`,
    description: (lang) => `说明 (${LANGUAGES[lang]})`,
    outputs: (lang) => `输出 (${LANGUAGES[lang]})`,
  },
  words: {
    all: '全部',
    any: '任一',
    none: '无',
    not: '非',
    and: '且',
    some: '任一',
    includes: '包含',
    excludes: '不包含',
    stated: '已指定|已说明',
    empty: '空',
    scenario: '场景',
  },
  date: /^(?:\d{2,4}年)?(?<month>\d{1,2})月(?<day>\d{1,2})日$/,
};
