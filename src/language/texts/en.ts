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
  values: {
    yes: ['true', 'yes'],
    no: ['false', 'no'],
    separators: [','],
    negations: {
      parts: ['no', 'non', 'not', 'un', 'anti', 'without', 'less', 'free'],
      before: ['un', 'in', 'im', 'dis', 'non', 'not', 'no', 'anti', 'without'],
    },
    figures: {
      signs: {
        atMost: {
          before: ['at most', 'up to', 'no more than', 'less than', 'under', 'below', 'max'],
          after: ['or less'],
        },
        atLeast: { before: ['at least', 'no less than', 'more than', 'over', 'above'], after: ['or more'] },
        about: { before: ['about', 'around', 'approximately', 'approx.', 'approx', 'circa', 'ca.'], after: [] },
      },
      between: ['to'],
      measures: [],
    },
    nines: {
      pattern: /^(\d{1,2}|[a-z]+)[\s-]*(?:nines|9s|9's)$/i,
      numbers: [
        ...['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
        ...['eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen'],
      ],
    },
  },
};
