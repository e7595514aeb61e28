import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import generated from '../../src/generated/code-examples.js';
import { markdownEmitter } from '../../src/emit/markdown/index.js';
import { explanationOf, type CodeExamples, type CodeExplanation } from '../../src/language/diagnostics/catalogue.js';
import { ROOT, whichstack } from '../support/cli.js';

const examples = generated as CodeExamples;

it.each([
  ['docs/codes.md', 'en'],
  ['docs/codes.zh.md', 'zh'],
] as const)('%s holds the catalogues of today; scripts/generate.ts writes it', (file, lang) => {
  const [{ text }] = markdownEmitter.emit(explanationOf(examples, lang));
  expect(readFileSync(join(ROOT, file), 'utf8')).toBe(text);
});

it.each(['en', 'zh'] as const)('whichstack explain describes every code in %s', async (lang) => {
  const { code, stdout } = await whichstack(['explain', '--json', '--lang', lang]);
  expect([code, JSON.parse(stdout)]).toEqual([0, JSON.parse(JSON.stringify(explanationOf(examples, lang)))]);
  const one = await whichstack(['explain', 'masked', '--lang', lang]);
  expect(one.stdout).toContain(lang === 'zh' ? '被遮蔽的规则' : 'A masked rule');
});

it('whichstack explain shows the example of a code in every format, with the package that it is part of', async () => {
  const { stdout } = await whichstack(['explain', 'masked', '--format', 'json']);
  const { codes, packages } = JSON.parse(stdout) as CodeExplanation;
  expect([codes.map(({ code }) => code), Object.keys(packages)]).toEqual([['masked'], ['garage']]);
  for (const format of ['text', 'markdown'])
    expect((await whichstack(['explain', 'masked', '--format', format])).stdout).toContain('whichstack check garage');
  expect((await whichstack(['explain', 'unknown-factor'])).stdout).toContain('whichstack recommend --set securty=high');
  expect((await whichstack(['explain', 'format-unknown'])).stdout).toContain(
    "emit(recommend(loadKnowledge(), {}), 'jsn')",
  );
});

it('whichstack explain knows the codes of earlier versions, and suggests the nearest code for any other word', async () => {
  expect((await whichstack(['explain', 'shadowed'])).stdout).toMatch(/^masked /);
  const { code, stderr } = await whichstack(['explain', 'overlaps']);
  expect([code, stderr.includes('Did you mean `overlap`?')]).toEqual([2, true]);
});
