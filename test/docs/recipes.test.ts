import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inCode } from '../../scripts/lib/dropped-words.mjs';
import { ROOT } from '../support/cli.js';

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

const [section = ''] = (read('CONTRIBUTING.md').split('\n## Recipes\n')[1] ?? '').split('\n## ');
const recipes = section
  .split('\n### ')
  .slice(1)
  .map((text) => ({ title: text.split('\n')[0] ?? '', text }));

/** A path of this repository. */
const PATH = /^(README|CHANGELOG|(src|test|docs|knowledge|examples|scripts|templates|schema)\/)/;

describe.each(recipes)('the recipe “$title”', ({ text }) => {
  it('names files that exist, and folders where new ones belong', () => {
    for (const path of inCode(text).filter((code) => PATH.test(code))) {
      // The first part of a path with a placeholder that holds none.
      const known = path.includes('<') ? dirname(path.slice(0, path.indexOf('<')) + 'x') : path;
      expect(existsSync(join(ROOT, known)), path).toBe(true);
    }
  });

  it('counts its files', () => {
    const [, count] = /(\d+) (?:kinds of )?files?:\n/.exec(text) ?? [];
    expect(text.match(/^\d+\. /gm)?.length).toBe(Number(count));
  });
});

it('there is a recipe for each kind of addition', () => {
  expect(recipes.map(({ title }) => title)).toEqual([
    'Add a technology',
    'Add an output format',
    'Add a hit policy',
    'Add a problem code',
    'Add a finding code',
    'Add a language',
    'Add measured evidence',
  ]);
});
