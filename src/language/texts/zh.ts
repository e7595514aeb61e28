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
  values: {
    yes: ['是'],
    no: ['否'],
    separators: ['，', '、'],
    negations: { parts: [], before: ['不', '非', '无', '未', '没'] },
    figures: {
      signs: {
        atMost: {
          before: ['不超过', '不多于', '不高于', '不大于', '至多', '最多', '小于等于', '小于', '低于', '少于'],
          after: ['以内', '以下', '之内'],
        },
        atLeast: {
          before: ['不少于', '不低于', '不小于', '至少', '最少', '大于等于', '大于', '高于', '多于', '超过'],
          after: ['以上', '起'],
        },
        about: { before: ['大约', '约', '大概'], after: ['左右', '上下'] },
      },
      between: ['至', '到'],
      measures: ['个', '台', '套', '块', '条', '次', '份', '项'],
    },
    nines: {
      pattern: /^(\d{1,2}|[一二三四五六七八九十]+)\s*个\s*[9九]$/,
      numbers: ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四', '十五'],
    },
  },
};
