import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/cli.js';
import { fencesOf, withoutFences } from '../support/markdown.js';

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** The pages that are there in both languages, each by the name of the English one. */
const PAIRS = [
  'README.zh.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.zh.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`),
]
  .map((zh) => ({ zh, en: zh.replace('.zh.md', '.md') }))
  .filter(({ en }) => existsSync(join(ROOT, en)));
/** Pages that are written by the program, whose output has no other language. */
const GENERATED = ['docs/codes.md', 'docs/workload.md'];

/** The level of every heading. */
const headings = (file: string): number[] =>
  [...withoutFences(read(file)).matchAll(/^(#+) /gm)].map(([, marks = '']) => marks.length);

/** The parts of a page, each with the heading that it begins with. */
const sections = (file: string): string[] => withoutFences(read(file)).split(/^(?=#+ )/m);

/** The number of rows of every table, below the heading that its part has in the English page. */
const tables = (file: string, en: string): string[] => {
  const titles = sections(en).map((section) => section.split('\n', 1)[0] ?? '');
  return sections(file).flatMap((section, nth) =>
    [...section.matchAll(/(?:^\|.*\n)+/gm)].map(
      ([table]) => `${titles[nth] ?? ''}: ${String(table.trimEnd().split('\n').length)}`,
    ),
  );
};

/** The blocks of code without what differs between languages: outputs, comments, the language that is asked for and punctuation. */
const code = (file: string): unknown[] =>
  fencesOf(read(file)).map(({ language, name, text }) => ({ language, name, text: NEUTRAL[language]?.(text) ?? text }));
const NEUTRAL: Readonly<Record<string, (text: string) => string>> = {
  text: () => '',
  sh: (text) => text.replaceAll(/ --lang (?:en|zh)\b/g, '').replaceAll('# 退出码 ', '# exits '),
  js: program,
  ts: program,
};

function program(text: string): string {
  return text
    .replaceAll(/ \/\/ .*$/gm, '')
    .replaceAll(/lang: '(?:en|zh)'/g, 'lang')
    .replaceAll('：', ': ')
    .replaceAll('（', ' (')
    .replaceAll('）', ')');
}

/** The links of a page with their targets from the root, in any order, as sentences have another order in another language; of a section, the page. */
const links = (file: string): string[] =>
  [...withoutFences(read(file)).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link.replace(/#.*/, ''))
    .map((link) => (link === '' ? file : /^[a-z]+:/.test(link) ? link : join(dirname(file), link)))
    .sort();

it('are pages that are there in both languages', () => {
  expect(PAIRS.map(({ en }) => en)).toEqual(expect.arrayContaining(['README.md', 'docs/knowledge.md']));
});

describe.each(PAIRS)('$zh and $en', ({ zh, en }) => {
  it('have equal headings', () => {
    expect(headings(zh)).toEqual(headings(en));
  });

  it('have equal tables', () => {
    expect(tables(zh, en)).toEqual(tables(en, en));
  });

  it('have equal code', () => {
    expect(code(zh)).toEqual(code(en));
  });

  it.skipIf(GENERATED.includes(en))('lead to each other at the top', () => {
    const top = (file: string): string => read(file).split('\n').slice(0, 4).join('\n');
    expect(top(zh)).toContain(`](${en.replace(/.*\//, '')})`);
    expect(top(en)).toContain(`](${zh.replace(/.*\//, '')})`);
  });

  it('have equal links, each to the page in the language of the reader', () => {
    const own = (link: string): string => PAIRS.find((pair) => pair.en === link)?.zh ?? link;
    const toOther = (file: string): boolean => file !== zh && file !== en;
    expect(links(zh).filter(toOther)).toEqual(links(en).filter(toOther).map(own).sort());
  });
});
