import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { explore, parseWorkloads, recommend } from '../../src/index.js';
import { ROOT, whichstack } from '../support/cli.js';
import { tooWide } from '../support/outputs.js';
import { asOf, builtin } from '../support/decide.js';
import { GoldenFolder } from '../support/golden.js';

const goldens = new GoldenFolder('explore');
const [ledger = {}] = parseWorkloads(builtin, readFileSync(join(ROOT, 'examples/payments-ledger.yaml'), 'utf8'));

describe('recommend --explore', () => {
  it('adds the exploration to the recommendation, whose id stays the same', async () => {
    const args = ['recommend', 'examples/payments-ledger.yaml', '--as-of', asOf, '--json', '--explore'];
    const { code, stdout } = await whichstack(args);
    const document = JSON.parse(stdout) as ReturnType<typeof recommend>;
    const plain = recommend(builtin, ledger, { asOf, robustness: true, levers: true });
    expect([code, document.id]).toEqual([0, plain.id]);
    expect(document.exploration).toEqual({
      ...JSON.parse(JSON.stringify(plain.exploration)),
      ...explore(builtin, ledger, { asOf, keep: ['scenario', 'need'] }),
    });
  });

  it.each(['en', 'zh'])('prints the expected exploration in %s, within 80 columns', async (lang) => {
    const args = ['recommend', 'examples/feature-service.yaml', '--as-of', asOf, '--explore', '--lang', lang];
    const { code, stdout, stderr } = await whichstack(args);
    expect([code, stderr]).toEqual([0, '']);
    expect(tooWide(stdout)).toEqual([]);
    goldens.check(`feature-service.${lang}.txt`, stdout);
  });
});
