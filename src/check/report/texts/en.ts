import type { CheckTexts } from './texts.js';

export const en: CheckTexts = {
  decision: (title, id) => `“${title}” [${id}]`,
  everyInput: 'every input',
  nothingStated: 'nothing stated',
  anyValue: 'any value',
  notStated: 'not stated',
  noResult: 'no result',
  otherThan: (values) => `anything but ${values}`,
  member: (member, isIn) => (isIn ? `with ${member}` : `without ${member}`),
  holds: (test, holds) => (holds ? test : `not: ${test}`),
  range: (from, to) => `${from} and ${to}`,
};
