import { describe, expect, it } from 'vitest';
import { LANGS } from '../../src/language/format.js';
import type { FactorList, ScenarioList } from '../../src/language/schema/results/lists.js';
import { whichstack } from '../support/cli.js';
import { builtin } from '../support/decide.js';
import { printedJson, tooWide } from '../support/outputs.js';

describe('The commands factors and scenarios', () => {
  it.each(LANGS)('list every factor in its section with what it takes, in %s', async (lang) => {
    const { code, stdout } = await whichstack(['factors', '--lang', lang]);
    expect(code).toBe(0);
    expect(tooWide(stdout)).toEqual([]);
    const sections = stdout.split('\n\n');
    expect(sections).toHaveLength(3);
    for (const { id, title, askedOf } of builtin.factors.values()) {
      const lines = sections.filter((section) => new RegExp(`^ {2}${id} +${title[lang]}`, 'm').test(section));
      expect([id, lines.length]).toEqual([id, askedOf.length]);
    }
    expect(stdout).toContain('low');
  });

  it.each(LANGS)('list every scenario with its summary, in %s', async (lang) => {
    const { code, stdout } = await whichstack(['scenarios', '--lang', lang]);
    expect(code).toBe(0);
    expect(tooWide(stdout)).toEqual([]);
    const ids = [...stdout.matchAll(/^ {2}(\S+) /gm)].map(([, id]) => id);
    expect(ids).toEqual([...builtin.scenarios.keys()]);
  });

  it('print JSON', async () => {
    const factors = await printedJson<FactorList['factors']>('factors');
    expect(factors.map(({ id }) => id)).toEqual([...builtin.factors.keys()]);
    expect(factors.find(({ id }) => id === 'startup')).toMatchObject({
      type: 'ordinal',
      statedIn: ['requirements'],
      values: ['milliseconds', 'second', 'seconds', 'minutes'],
      dimension: 'time',
      takes: 'one of milliseconds, second, seconds or minutes; or a figure such as 80ms or 5s, read as at most that',
    });
    expect(factors.find(({ id }) => id === 'durability')?.takes).toBe(
      'one of low, medium, high or extreme; or a figure such as 99.9% or 99.999999999%, read as at least that',
    );
    expect(factors.find(({ id }) => id === 'nodes')?.takes).toBe('a figure such as 12 or 3k, read as at least that');
    const scenarios = await printedJson<ScenarioList['scenarios']>('scenarios');
    expect(scenarios.find(({ id }) => id === 'serverless')).toMatchObject({ source: 'G5.3' });
    expect(scenarios.find(({ id }) => id === 'serverless')?.aliases).toContain('lambda');
  });

  it('list the scenarios of an overlay too, and refuse an argument', async () => {
    expect((await whichstack(['scenarios', '--knowledge', 'examples/acme'])).stdout).toContain('untrusted-builds');
    const { code, stderr } = await whichstack(['factors', 'security']);
    expect([code, stderr.includes('Write `whichstack show security`.')]).toEqual([2, true]);
  });
});
