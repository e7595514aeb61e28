import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { droppedWords, inCode } from '../../scripts/lib/dropped-words.mjs';
import { ROOT } from '../support/cli.js';

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** The files of a folder and below whose names match. */
function files(folder: string, name: RegExp): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

/** The rows of the tables of terms, by column. */
const terms = (read('docs/glossary.md').split('## Dropped words')[0] ?? '')
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\|\s*(term\b|-)/.test(line))
  .map((line) => {
    const [, en = '', zh = '', meaning = '', names = '', field = ''] = line.split('|').map((cell) => cell.trim());
    return { en, zh, meaning, names: inCode(names), field };
  });

/** Everything that code can be called: exports of src, keys and values of documents, words of the command line. */
function knownNames(): Set<string> {
  const code = files('src', /\.ts$/).map(read).join('\n');
  const exported = [
    ...code.matchAll(/^export (?:abstract )?(?:async )?(?:const|function\*?|class|interface|type) (\w+)/gm),
  ];
  const commands = [...code.matchAll(/ommand\('([\w-]+)'/g)];
  const keys = files('schema', /\.json$/).flatMap((file) => {
    const found: string[] = [];
    JSON.parse(read(file), (key, value: unknown) => {
      found.push(key);
      if (typeof value === 'string') found.push(value);
      return value;
    });
    return found;
  });
  return new Set([...exported, ...commands].map(([, name = '']) => name).concat(keys));
}

describe('the glossary', () => {
  const known = knownNames();

  it('has all five columns for each term', () => {
    expect(terms.length).toBeGreaterThan(70);
    for (const { en, zh, meaning, field } of terms) {
      expect(zh, en).toMatch(/\p{Script=Han}|SPOTIS/u);
      expect(meaning, en).toMatch(/\.$/);
      expect(field, en).not.toBe('');
    }
  });

  it('names a term once, in each language', () => {
    for (const names of [terms.map(({ en }) => en), terms.map(({ zh }) => zh)]) {
      expect(names.filter((name, n) => names.indexOf(name) !== n)).toEqual([]);
    }
  });

  it.each(terms.filter(({ names }) => names.length > 0))('names code for $en that exists', ({ names }) => {
    for (const name of names) expect(known, name).toContain(name);
  });

  it('gives a replacement for every dropped word, and never a dropped word', () => {
    const dropped = droppedWords(ROOT);
    expect(dropped.filter(({ instead }) => instead === '')).toEqual([]);
    const identifiers = new Set(dropped.filter(({ where }) => where === 'name').map(({ word }) => word));
    const used = dropped.flatMap(({ instead }) => instead.split(/[^\w]+/)).filter((word) => identifiers.has(word));
    expect(used).toEqual([]);
  });
});
