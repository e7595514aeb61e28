import { afterEach, describe, expect, it } from 'vitest';
import { LANGS, type Lang } from '../../../src/language/format.js';
import { listed, localeOf, numberText, plural, sentences, typeset } from '../../../src/language/text/text.js';
import { TYPOGRAPHY } from '../../../src/language/texts/index.js';
import { wrap } from '../../../src/language/text/wrap.js';

const table = TYPOGRAPHY as Record<string, (typeof TYPOGRAPHY)[Lang]>;

describe('a list', () => {
  it.each(LANGS)('is joined in %s as Intl joins it', (lang) => {
    for (const [word, type] of [
      ['and', 'conjunction'],
      ['or', 'disjunction'],
    ] as const) {
      const format = new Intl.ListFormat(localeOf(lang), { type });
      for (let count = 0; count < 6; count++) {
        const items = ['甲', 'b', '丙', 'd', '戊'].slice(0, count);
        expect(listed(items, lang, word)).toBe(typeset(format.format(items), lang));
      }
    }
  });

  afterEach(() => {
    delete table['de'];
  });

  it('is joined by Intl itself in a language that writes out no separators', () => {
    const { list, ...rest } = TYPOGRAPHY.en;
    expect(list).toBeDefined();
    table['de'] = rest;
    expect(listed(['a', 'b', 'c'], 'de' as Lang)).toBe('a, b oder c');
    expect(listed(['a', 'b'], 'de' as Lang, 'and')).toBe('a und b');
  });
});

describe('a count', () => {
  it('takes the form of its plural category', () => {
    const forms = { one: 'change', other: 'changes' };
    expect([0, 1, 2].map((count) => plural('en', count, forms))).toEqual(['changes', 'change', 'changes']);
    expect(plural('zh', 1, forms)).toBe('changes');
  });

  it('has its digits grouped from a thousand on', () => {
    expect(
      (['en', 'zh'] as const).map((lang) => [0, 999, 1000, 1234567.25].map((number) => numberText(number, lang))),
    ).toEqual([
      ['0', '999', '1,000', '1,234,567.25'],
      ['0', '999', '1,000', '1,234,567.25'],
    ]);
  });
});

describe('a text', () => {
  it('has gaps between its sentences only where the language sets them', () => {
    expect(sentences(['One.', '', 'Two.'], 'en')).toBe('One. Two.');
    expect(sentences(['一。', '二。'], 'zh')).toBe('一。二。');
  });

  it('has Latin words set apart in Chinese alone', () => {
    expect(typeset('若为AI推理', 'zh')).toBe('若为 AI 推理');
    expect(typeset('if AI推理', 'en')).toBe('if AI推理');
  });

  it('is broken at spaces in English and between words in Chinese, before no closing mark', () => {
    expect(wrap('one two three', 7, 'en')).toEqual(['one two', 'three']);
    expect(wrap('使用 `--set` 选项，然后继续。', 10, 'zh').every((line) => !/^[，。]/u.test(line))).toBe(true);
  });
});
