import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { decisionMap, mapSvg, parseWorkloads } from '../../src/index.js';
import { ROOT, whichstack } from '../support/cli.js';
import { tooWide } from '../support/outputs.js';
import { asOf, builtin } from '../support/decide.js';
import { GoldenFolder } from '../support/golden.js';

const goldens = new GoldenFolder('map');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const [ledger = {}] = parseWorkloads(builtin, read('examples/payments-ledger.yaml'));

describe('whichstack map', () => {
  const file = 'examples/payments-ledger.yaml';
  const day = ['--as-of', asOf];

  it.each(['en', 'zh'])('draws maps for a terminal, in %s', async (lang) => {
    const runs = [
      [file, '--x', 'security', '--y', 'startup'],
      [file, '--x', 'scenario', '--y', 'security'],
      [file, '--x', 'need', '--y', 'nodes', '--role', 'storage'],
    ];
    const printed = await Promise.all(runs.map((args) => whichstack(['map', ...args, '--lang', lang, ...day])));
    expect(printed.map(({ code, stderr }) => [code, stderr])).toEqual(runs.map(() => [0, '']));
    const text = printed.map(({ stdout }) => stdout).join('\n');
    expect(tooWide(text)).toEqual([]);
    if (lang === 'en') expect(read('docs/exploring.md')).toContain(printed[0]?.stdout);
    goldens.check(`payments-ledger.${lang}.txt`, text);
  });

  it('gives the same document and picture as the library', async () => {
    const args = ['map', file, '--x', 'security', '--y', 'startup', ...day];
    const [json, svg] = await Promise.all([whichstack([...args, '--json']), whichstack([...args, '--format', 'svg'])]);
    const map = decisionMap(builtin, ledger, { x: 'security', y: 'startup', asOf });
    expect(JSON.parse(json.stdout)).toEqual(map);
    expect(svg.stdout).toBe(mapSvg(map));
  });

  it('colours the cells of a terminal and keeps their letters', async () => {
    const args = ['map', file, '--x', 'security', '--y', 'startup', ...day];
    const { stdout } = await whichstack(args, { env: { NO_COLOR: '', FORCE_COLOR: '1' } });
    const plain = await whichstack(args);
    expect(stdout).toContain('\u001b[30;48;5;110m');
    const unpainted = stripVTControlCharacters(stdout).replace(/ +$/gm, '');
    expect(unpainted).toBe(plain.stdout.replace(/ +$/gm, ''));
  });

  it('takes one of several workloads by its name, and the flags of recommend', async () => {
    const stdin = `${read(file)}\n---\n${read('examples/ci-farm.yaml')}`;
    const args = ['map', '-', '--x', 'security', '--y', 'performance', ...day];
    const [several, named, flags] = await Promise.all([
      whichstack(args, { stdin }),
      whichstack([...args, '--name', 'payments-ledger'], { stdin }),
      whichstack(['map', '--scenario', 'serverless', '--x', 'security', '--y', 'startup', '--json', ...day]),
    ]);
    expect([several.code, several.stdout]).toEqual([2, '']);
    expect(several.stderr).toContain('with `--name`: `payments-ledger` or ');
    expect([named.code, named.stdout.split('\n')[0]]).toEqual([0, 'Payments ledger']);
    expect(flags.code).toBe(0);
  });

  it.each([
    [['--x', 'secrity', '--y', 'startup', '--lang', 'zh'], '是否想写 `security`？'],
    [['--x', 'security', '--y', 'security'], 'both axes are `requirements/security`'],
    [['--x', 'security'], '`whichstack map` needs `--x` and `--y`'],
    [['--x', 'security', '--y', 'startup', '--json', '--format', 'svg'], 'options-conflict'],
  ])('refuses %j as a usage error', async (args, message) => {
    const { code, stdout, stderr } = await whichstack(['map', file, ...args]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });
});
