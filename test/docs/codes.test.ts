import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { codesPage, describedCodes } from '../../src/language/diagnostics/catalogue.js';
import { ROOT, whichstack } from '../support/cli.js';

it.each([
  ['docs/codes.md', 'en'],
  ['docs/codes.zh.md', 'zh'],
] as const)('%s holds the catalogues of today; scripts/generate.ts writes it', (file, lang) => {
  expect(readFileSync(join(ROOT, file), 'utf8')).toBe(codesPage(lang));
});

it.each(['en', 'zh'] as const)('whichstack explain describes every code in %s', async (lang) => {
  const { code, stdout } = await whichstack(['explain', '--json', '--lang', lang]);
  expect([code, JSON.parse(stdout)]).toEqual([0, JSON.parse(JSON.stringify(describedCodes(lang)))]);
  const one = await whichstack(['explain', 'masked', '--lang', lang]);
  expect(one.stdout).toContain(lang === 'zh' ? '被遮蔽的规则' : 'A masked rule');
});

it('whichstack explain knows the codes of earlier versions, and suggests the nearest code for any other word', async () => {
  expect((await whichstack(['explain', 'shadowed'])).stdout).toMatch(/^masked /);
  const { code, stderr } = await whichstack(['explain', 'overlaps']);
  expect([code, stderr.includes('Did you mean `overlap`?')]).toEqual([2, true]);
});
