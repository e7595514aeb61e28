import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { droppedInComment, droppedInName } from '../../scripts/lib/dropped-words-rule.mjs';
import { droppedWords } from '../../scripts/lib/dropped-words.mjs';
import { LANGS } from '../../src/language/format.js';
import { DEFINITION_TEXTS } from '../../src/report/definition/texts/index.js';
import { REFERENCE_TEXTS } from '../../src/report/reference/texts/index.js';
import { ROOT } from '../support/cli.js';

const dropped = droppedWords(ROOT);

describe('the lint rule for dropped words', () => {
  it.each([
    ['Look', 'Look'],
    ['MOST', 'MOST'],
    ['MOST_CASES', 'MOST_*'],
    ['levelsSilent', 'silent'],
    ['LEVELS_SILENT', 'silent'],
    ['standingOf', 'standing'],
    ['besideRest', 'beside'],
    ['isAskedFor', 'asked'],
  ])('refuses the identifier %s for the word %s', (name, word) => {
    expect(droppedInName(name, dropped)?.word).toBe(word);
  });

  it.each(['lookup', 'Lookahead', 'understanding', 'standing', 'kept', 'almost', 'MAX_CASES', 'altogether'])(
    'lets the identifier %s pass',
    (name) => {
      expect(droppedInName(name, dropped)).toBeUndefined();
    },
  );

  it.each([
    ['/** What the rule\n * is told. */', 'told'],
    ['// The decision is silent.', 'silent'],
    ['// The choice hangs\n// on it.', 'hangs on'],
    ['// Every point is looked\n// at.', 'looked at'],
  ])('refuses the comment %j for %s', (comment, word) => {
    expect(droppedInComment(comment, dropped).map((one) => one.word)).toContain(word);
  });

  it.each([
    '/** Stand-alone packages: {@link standing} and `kept` name things. */',
    '// A “silent” key of a document.',
    '// An outstanding, understandable notebook.',
  ])('lets the comment %j pass', (comment) => {
    expect(droppedInComment(comment, dropped)).toEqual([]);
  });
});

describe.each(['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...guides('docs')])('%s', (file) => {
  it('uses no dropped word in its prose', () => {
    const prose = readFileSync(join(ROOT, file), 'utf8')
      .split(/^## Dropped words$/m)[0]
      ?.replaceAll(/^```[\s\S]*?^```$/gm, '');
    expect(droppedInComment(prose ?? '', dropped).map(({ word }) => word)).toEqual([]);
  });
});

describe('The texts of the pages on workloads', () => {
  it.each(LANGS)('use no dropped word in their prose, in %s', (lang) => {
    const texts = [REFERENCE_TEXTS[lang], DEFINITION_TEXTS[lang].requirements, DEFINITION_TEXTS[lang].environment];
    const prose = texts.flatMap((one) => Object.values(one) as PageText[]).flatMap(said);
    expect(prose.length).toBeGreaterThan(30);
    expect(droppedInComment(prose.join('\n\n'), dropped).map(({ word }) => word)).toEqual([]);
  });
});

type PageText = string | readonly string[] | ((...names: never[]) => string);

/** The words of a text; a name stands for what it says of something. */
const said = (text: PageText): readonly string[] =>
  typeof text === 'function' ? [(text as (...names: unknown[]) => string)(['`name`'], ['`name`'])] : [text].flat();

describe('Chinese texts', () => {
  const zhOnly = dropped.filter(({ where }) => where === 'zh');
  const texts = [
    ...files('src', /^zh\.ts$/),
    ...files('src', /\.ts$/).filter((file) => file.includes('/texts/zh/')),
    ...files('knowledge', /\.yaml$/),
    'README.zh.md',
  ];

  it.each(texts)('of %s use no dropped word', (file) => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    expect(zhOnly.filter(({ word }) => text.includes(word)).map(({ word }) => word)).toEqual([]);
  });
});

/** The Markdown files in a folder and below. */
function guides(folder: string): string[] {
  // The pages on workloads quote the questions of the knowledge, which are no prose about the program.
  return files(folder, /\.md$/).filter((file) => !/\bworkload(\.\w+)?\.md$/.test(file));
}

function files(folder: string, name: RegExp): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .sort();
}
