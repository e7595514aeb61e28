import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decisionMap, mapSvg, parseWorkloads, type DecisionMap } from '../../../src/index.js';
import { ROOT } from '../../support/cli.js';
import { asOf, builtin } from '../../support/decide.js';
import { GoldenFolder } from '../../support/golden.js';

const goldens = new GoldenFolder('svg');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const [ledger = {}] = parseWorkloads(builtin, read('examples/payments-ledger.yaml'));

/** Whether a text is XML, as far as what we write goes: elements closed in order, attributes quoted and each once, no stray markup. */
function isWellFormed(xml: string): boolean {
  const open: string[] = [];
  const rest = xml.replace(
    /<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+="(?:[^<&"]|&(?:amp|lt|gt|quot);)*")*)(\/?)>/g,
    (_, close: string, name: string, attributes: string, empty: string) => {
      const names = [...attributes.matchAll(/([\w:-]+)="/g)].map(([, one]) => one);
      if (new Set(names).size < names.length) return '<';
      if (close === '/') return open.pop() === name ? '' : '<';
      if (empty === '') open.push(name);
      return '';
    },
  );
  return open.length === 0 && !/[<>]|&(?!(?:amp|lt|gt|quot);)/.test(rest) && xml.startsWith('<svg xmlns=');
}

describe('The picture', () => {
  it.each(['en', 'zh'] as const)('is drawn for the payments ledger, in %s', (lang) => {
    const svg = mapSvg(decisionMap(builtin, ledger, { x: 'security', y: 'startup', lang, asOf }));
    expect(isWellFormed(svg)).toBe(true);
    goldens.check(`payments-ledger.${lang}.svg`, svg);
  });

  it('is well formed for any texts, has patterns once colours run out, and shares no id with another picture', () => {
    const map = decisionMap(builtin, ledger, { x: 'security', y: 'performance', asOf });
    const many = Array.from({ length: 20 }, (_, n) => ({ ...map.answers[0], letter: String.fromCharCode(65 + n) }));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.string(), (text, id) => {
        const answers = many.map((one) => ({ ...one, title: text })) as DecisionMap['answers'];
        const svg = mapSvg({ ...map, answers, workload: { ...map.workload, metadata: { title: text } } }, { id });
        expect(isWellFormed(svg)).toBe(true);
        expect(svg).toContain('<pattern');
      }),
    );
    const [one, other] = ['one', 'other'].map((id) =>
      [...mapSvg(map, { id }).matchAll(/ id="([^"]+)"/g)].map(([, at]) => at),
    );
    expect(one?.filter((at) => other?.includes(at))).toEqual([]);
  });
});
