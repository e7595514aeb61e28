import type { Typography } from './texts.js';

export const zh: Typography = {
  colon: '：',
  comma: '、',
  clauseComma: '，',
  semicolon: '；',
  fullStop: '。',
  sentenceGap: '',
  wordGap: '',
  brackets: (inner) => `（${inner}）`,
  spacesLatin: true,
  breaks: 'words',
  list: { comma: '、', and: '和', or: '或' },
};
