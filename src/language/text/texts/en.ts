import type { Typography } from './texts.js';

export const en: Typography = {
  colon: ': ',
  comma: ', ',
  clauseComma: ', ',
  semicolon: '; ',
  fullStop: '.',
  sentenceGap: ' ',
  wordGap: ' ',
  brackets: (inner) => ` (${inner})`,
  spacesLatin: false,
  breaks: 'spaces',
  list: { comma: ', ', and: ' and ', or: ' or ' },
};
