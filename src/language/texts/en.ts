import type { LanguageTexts } from './texts.js';

export const en: LanguageTexts = {
  typography: {
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
  },
  values: { yes: ['true', 'yes'], no: ['false', 'no'] },
};
