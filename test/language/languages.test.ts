import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGS } from '../../src/language/format.js';
import { ROOT } from '../support/cli.js';
import { catalogueFiles } from '../support/pseudo-language.js';

const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !file.startsWith('generated/'));

describe('a language', () => {
  it('is named only in the list of languages and in catalogues of texts', () => {
    const naming = sources.filter(
      (file) =>
        file !== 'language/format.ts' &&
        !file.includes('/texts/') &&
        /['"]zh['"]|\bzh:/.test(readFileSync(join(ROOT, 'src', file), 'utf8')),
    );
    expect(naming).toEqual([]);
  });

  it.each(LANGS)('has a file in every room with texts: %s', (lang) => {
    const missing = catalogueFiles().filter((file) => !sources.includes(file.replace(/index\.ts$/, `${lang}.ts`)));
    expect(missing).toEqual([]);
  });
});
