import type { CheckTexts } from './texts.js';

export const zh: CheckTexts = {
  decision: (title, id) => `“${title}” [${id}]`,
  everyInput: '任何输入',
  nothingStated: '未指定任何内容',
  anyValue: '任意值',
  notStated: '未指定',
  noResult: '无结果',
  otherThan: (values) => `除${values}以外`,
  member: (member, isIn) => (isIn ? `含${member}` : `不含${member}`),
  holds: (test, holds) => (holds ? test : `并非${test}`),
  range: (from, to) => `${from} 且 ${to}`,
};
