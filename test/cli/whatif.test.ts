import { describe, expect, it } from 'vitest';
import type { WhatIf } from '../../src/language/schema/results/what-if.js';
import { whichstack } from '../support/cli.js';
import { tooWide } from '../support/outputs.js';
import { asOf, builtin } from '../support/decide.js';
import { GoldenFolder } from '../support/golden.js';

const DATE = ['--as-of', asOf];
const goldens = new GoldenFolder('whatif');

describe('whichstack whatif', () => {
  it.each(['en', 'zh'])('prints the flips of every place within 80 columns, in %s', async (lang) => {
    const file = 'examples/payments-ledger.yaml';
    const { code, stdout, stderr } = await whichstack(['whatif', file, '--lang', lang, ...DATE]);
    expect([code, stderr]).toEqual([0, '']);
    expect(tooWide(stdout)).toEqual([]);
    goldens.check(`payments-ledger.${lang}.txt`, stdout);
  });

  it.each(['en', 'zh'])(
    'prints the changes that lead to a named technology, with figures at their thresholds, in %s',
    async (lang) => {
      const args = ['--scenario', 'financial-trading', '--set', 'startup=5s', '--to', 'firecracker'];
      const { code, stdout, stderr } = await whichstack(['whatif', ...args, '--lang', lang, ...DATE]);
      expect([code, stderr]).toEqual([0, '']);
      goldens.check(`to-firecracker.${lang}.txt`, stdout);
    },
  );

  it('changes what a workload is, such as its scenario, only with --all-factors', async () => {
    const file = 'examples/payments-ledger.yaml';
    const moved = async (...options: string[]): Promise<string[]> => {
      const { stdout } = await whichstack(['whatif', file, '--json', ...options, ...DATE]);
      const { places } = JSON.parse(stdout) as WhatIf;
      const flips = places.flatMap(({ answers }) => answers.flatMap((answer) => answer.flips.flat()));
      return [...new Set(flips.map(({ factor }) => factor))];
    };
    const defining = [...builtin.factors.values()].flatMap((factor) => (factor.defining ? [factor.id] : []));
    expect((await moved()).filter((id) => defining.includes(id))).toEqual([]);
    expect(await moved('--all-factors')).toEqual(expect.arrayContaining(['scenario', 'need']));
    expect(await moved('--all-factors', '--keep', 'scenario')).not.toContain('scenario');
  });

  it('exits with 2 on an unknown name and suggests the nearest', async () => {
    const { code, stderr } = await whichstack(['whatif', '--scenario', 'edge', '--keep', 'securty']);
    expect(code).toBe(2);
    expect(stderr).toContain('security');
    const nothing = await whichstack(['whatif']);
    expect(nothing.code).toBe(2);
  });

  it('prints changes that are needed jointly on lines of their own', async () => {
    const open = ['security', 'performance', 'iteration'];
    const keep = [...builtin.factors.keys()].filter((id) => !open.includes(id)).join();
    const { stdout } = await whichstack(
      ['whatif', 'examples/payments-ledger.yaml', '--to', 'kata-containers', '--keep', keep, '--lang', 'en'].concat(
        DATE,
      ),
    );
    expect(stdout).toMatch(/only if one of these holds:\n( {4}· .+\n( {6}.+\n)*){2,}/);
  });
});
