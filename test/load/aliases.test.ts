import { describe, expect, it } from 'vitest';
import { compileKnowledge, DiagnosticError, loadKnowledge } from '../../src/index.js';
import { foldName } from '../../src/language/diagnostics/nearest.js';
import { whichstack } from '../support/cli.js';
import { document, text } from '../support/documents.mjs';

const { scenarios, technologies, factors } = loadKnowledge();

/** What a command line suggests in place of a word. */
async function suggestionFor(...args: string[]): Promise<string | undefined> {
  const { stderr } = await whichstack(['recommend', ...args]);
  return /(?:Did you mean|The word leads to) `(.*?)`[?;]/.exec(stderr)?.[1];
}

describe('The words that people use', () => {
  it.each([
    ['existing=k8s', 'kubernetes'],
    ['existing=postgres', 'postgresql'],
    ['existing=K8S', 'kubernetes'],
    ['constraints.require=rbd', 'ceph-rbd'],
    ['constraints.require=vm', 'qemu-kvm'],
    ['scenario=lambda', 'serverless'],
    ['scenario=faas', 'serverless'],
    ['scenario=function', 'serverless'],
    ['scenario=payments', 'financial-trading'],
    ['scenario=trading', 'financial-trading'],
    ['scenario=支付', 'financial-trading'],
    ['scenario=iot', 'edge'],
    ['location=aws', 'cloud'],
    ['location=阿里云', 'cloud'],
    ['provider=aliyun', 'alibaba'],
    ['hardware=nvidia-gpu', 'gpu'],
    ['security=very high', 'extreme'],
    ['ram=4GiB', 'memory'],
    ['servers=3', 'nodes'],
  ])('--set %s suggests %s', async (flag, meant) => {
    expect(await suggestionFor('--set', flag)).toBe(meant);
  });

  it.each([
    ['postgres', 'oltp'],
    ['kafka', 'streams'],
    ['消息队列', 'streams'],
    ['s3', 'objects'],
    ['nfs', 'files'],
  ])('--data %s suggests %s', async (word, meant) => {
    expect(await suggestionFor('--data', word)).toBe(meant);
  });

  it('exist for every scenario and every kind of data, and name a technology in compare', async () => {
    const need = factors.get('need');
    const needs = need?.type === 'choice' && typeof need.values === 'object' ? need.values : [];
    expect(needs.length).toBeGreaterThan(10);
    const without = [...scenarios.values(), ...needs].filter(({ aliases = [] }) => aliases.length === 0);
    expect(without.map(({ id }) => id)).toEqual([]);
    expect((await whichstack(['compare', 'k8s', 'kata', '--json'])).stdout).toContain('"id": "kata-containers"');
  });

  it('say something that neither the id nor a title says', () => {
    for (const { id, title, aliases = [] } of [...scenarios.values(), ...technologies.values(), ...factors.values()]) {
      const known = new Set([id, ...Object.values(title)].map(foldName));
      expect([id, aliases.filter((alias) => known.has(foldName(alias)))]).toEqual([id, []]);
    }
  });
});

/** The codes, the parameters and the lines of what is wrong with some packages. */
function refused(...packages: readonly string[][]): unknown[] {
  try {
    const files = packages.map((documents) => new Map([['p.yaml', documents.join('\n---\n')]]));
    compileKnowledge(files[0] ?? new Map(), ...files.slice(1));
    return [];
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    return error.diagnostics.map(({ code, params }) => [code, params]);
  }
}

describe('An alias that leads to two things', () => {
  const base = document('Package', 'base', { version: '1' });
  const ours = document('Package', 'ours', { version: '1' });
  const outcome = (id: string, ...aliases: string[]): string =>
    document('Outcome', id, aliases.length === 0 ? {} : { aliases });
  const factor = (...values: object[]): string =>
    document('Factor', 'hue', { question: text('hue'), askedOf: ['requirements'], type: 'choice', values });
  const value = (id: string, ...aliases: string[]): object => ({ id, title: text(id), aliases });

  it('is refused where it is an id or another alias, however it is written', () => {
    const taken = (alias: string, id: string, kind = 'Outcome'): unknown => ['alias-taken', { alias, kind, id }];
    expect(refused([base, outcome('a', 'B'), outcome('b')])).toEqual([taken('B', 'b')]);
    expect(refused([base, outcome('a', 'c d'), outcome('b', 'C-D')])).toEqual([taken('C-D', 'a')]);
    expect(refused([base, outcome('a', 'a')])).toEqual([taken('a', 'a')]);
    expect(refused([base, outcome('a', 'x', 'x')])).toEqual([taken('x', 'a')]);
    expect(refused([base, factor(value('red', 'blue'), value('blue', 'navy'))])).toEqual([
      ['alias-taken', { alias: 'blue', kind: 'Factor', id: 'blue', of: 'hue' }],
    ]);
    expect(refused([base, outcome('a', 'x'), outcome('b')], [ours, outcome('c', 'x')])).toEqual([taken('x', 'a')]);
  });

  it('is refused where it is a title, whether of another thing or its own', () => {
    const titled = (id: string, zh: string, ...aliases: string[]): string =>
      document('Outcome', id, { title: { en: id, zh }, ...(aliases.length > 0 && { aliases }) });
    expect(refused([base, titled('a', '甲'), titled('b', '乙', '甲')])).toEqual([
      ['alias-taken', { alias: '甲', kind: 'Outcome', id: 'a' }],
    ]);
    expect(refused([base, titled('a', '甲', '甲')])).toEqual([
      ['alias-taken', { alias: '甲', kind: 'Outcome', id: 'a' }],
    ]);
  });

  it('is fine where the things are of different kinds, or where a package above has the word as an id', () => {
    expect(refused([base, outcome('a', 'red'), factor(value('red', 'a'), value('blue', 'hue'))])).toEqual([]);
    expect(refused([base, outcome('a', 'x')], [ours, outcome('x')])).toEqual([]);
    expect(refused([base, outcome('a', 'x')], [ours, outcome('a', 'x', 'y')])).toEqual([]);
  });
});
