import type { LanguageTexts } from './texts.js';

export const zh: LanguageTexts = {
  typography: {
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
  },
  values: { yes: ['是'], no: ['否'] },
};
