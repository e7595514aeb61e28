import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  compileKnowledge,
  DiagnosticError,
  formatDiagnostic,
  loadKnowledge,
  parseWorkloads,
  recommend,
  type KnowledgeBase,
  type Lang,
} from '../../src/index.js';
import type { CodeTexts } from '../../src/language/diagnostics/entry.js';
import { DIAGNOSTIC_TEXTS, FINDING_TEXTS, PROBLEM_TEXTS } from '../../src/language/diagnostics/texts/index.js';
import { GoldenFolder } from '../support/golden.js';
import { ROOT, whichstack } from '../support/cli.js';
import { thorough } from '../support/thorough.js';

const goldens = new GoldenFolder('diagnostics');
const LANGS: readonly Lang[] = ['en', 'zh'];

/** The message on what is wrong, or undefined if nothing is. */
function complaint(lang: Lang, act: () => unknown): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    return `${error.diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, lang)).join('\n\n')}\n`;
  }
}

describe('A malformed workload', () => {
  it.each(readdirSync(join(ROOT, 'test/fixtures/diagnostics')))(
    'is refused with all its errors, each at its place: %s',
    async (name) => {
      const path = `test/fixtures/diagnostics/${name}`;
      const text = readFileSync(join(ROOT, path), 'utf8');
      for (const lang of LANGS) {
        const said = complaint(lang, () => parseWorkloads(loadKnowledge(), text, path));
        expect(said).toBeDefined();
        goldens.check(`${name}.${lang}.txt`, said ?? '');
        const { code, stdout, stderr } = await whichstack(['recommend', path, '--lang', lang]);
        expect([code, stdout]).toEqual([3, '']);
        expect(stderr.startsWith((said ?? '').trimEnd())).toBe(true);
        expect(stderr).not.toMatch(/^\s+at /m);
      }
    },
  );
});

describe('A malformed knowledge file', () => {
  it.each(readdirSync(join(ROOT, 'test/fixtures/diagnostics-knowledge')))(
    'is refused with all its errors, each at its place: %s',
    (name) => {
      const path = `test/fixtures/diagnostics-knowledge/${name}`;
      const files = new Map([[path, readFileSync(join(ROOT, path), 'utf8')]]);
      for (const lang of LANGS) goldens.check(`${name}.${lang}.txt`, complaint(lang, () => loadKnowledge(files)) ?? '');
    },
  );
});

describe('A workload is refused in time where it is', () => {
  const head = 'apiVersion: whichstack/v1\nkind: Workload\n';
  const refused = async (stdin: string | Buffer): Promise<string> => {
    const { code, stdout, stderr } = await whichstack(['recommend', '-'], { stdin });
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).not.toMatch(/^\s+at /m);
    return stderr;
  };

  it('50 MB long', async () => {
    expect(await refused(Buffer.alloc(50_000_000, 'a: b\n'))).toContain('[file-too-large]');
  });
  it('nested a hundred thousand levels deep', async () => {
    expect(await refused(`${head}requirements: ${'['.repeat(100_000)}`)).toMatch(/\[yaml-(depth|syntax)\]/);
    expect(await refused(`${head}requirements: ${'{a: '.repeat(20_000)}1${'}'.repeat(20_000)}`)).toMatch(
      /\[yaml-(depth|syntax)\]/,
    );
  });
  it('a mapping of many unknown keys', async () => {
    const keys = Array.from({ length: thorough ? 60_000 : 5_000 }, (_, n) => `  k${String(n)}: 1`).join('\n');
    expect(await refused(`${head}requirements:\n${keys}\n`)).toContain('[unknown-factor]');
  });
  it('no text', async () => {
    expect(await refused(Buffer.from([0xff, 0xfe, 0x00, 0x41]))).toContain('[file-not-text]');
    expect(await refused('a: "\0"')).toContain('[file-not-text]');
  });
});

describe('A workload may have', () => {
  const knowledge: KnowledgeBase = loadKnowledge();
  const stack = (text: string): (string | undefined)[] =>
    parseWorkloads(knowledge, text).map(
      (workload) => [recommend(knowledge, workload).stack['runtime']].flat()[0]?.chosen[0]?.id,
    );

  it('anchors, merge keys, several documents, a byte order mark, and JSON with tabs', () => {
    const anchored =
      '\uFEFFapiVersion: whichstack/v1\nkind: Workload\nrequirements: &r {security: low}\n---\napiVersion: whichstack/v1\nkind: Workload\nrequirements: {iteration: slow}\n';
    expect(stack(anchored)).toEqual(['docker', 'kubevirt']);
    const merged =
      'apiVersion: whichstack/v1\nkind: Workload\nmetadata: {labels: &l {a: b}}\nrequirements:\n  <<: {security: low}\n  data: [&d {need: oltp}, {<<: *d, name: other}]\n';
    expect(stack(merged)).toEqual(['docker']);
    expect(
      stack('{\n\t"apiVersion": "whichstack/v1",\n\t"kind": "Workload",\n\t"requirements": {"security": "low"}\n}'),
    ).toEqual(['docker']);
  });

  it('figures in many notations', () => {
    const startups: [string, string][] = [
      ['80ms', 'milliseconds'],
      ['0.125 s', 'milliseconds'],
      ['126ms', 'second'],
      ['5s', 'seconds'],
      ['10 seconds', 'seconds'],
      ['1min', 'minutes'],
      ['5秒', 'seconds'],
    ];
    for (const [startup, level] of startups) {
      const [input] = recommend(knowledge, { requirements: { startup } }).inputs;
      expect([startup, input?.value, input?.origin, input?.figure?.text]).toEqual([startup, level, 'figure', startup]);
    }
    const data = {
      iops: '300k',
      capacity: '4TiB',
      throughput: '2 GB/s',
      writesPerSecond: '10k/s',
      durability: '99.999999999%',
      latency: '500µs',
    };
    const figures = recommend(knowledge, { requirements: { data: { need: 'oltp', ...data } } }).inputs.map(
      ({ factor, figure }) => [factor, figure?.value],
    );
    expect(Object.fromEntries(figures)).toMatchObject({
      iops: 300_000,
      capacity: 4 * 1024 ** 4,
      throughput: 2e9,
      writesPerSecond: 10_000,
      durability: 0.99999999999,
      latency: 0.0005,
    });
  });
});

const CATALOGUES = { DIAGNOSTIC_TEXTS, PROBLEM_TEXTS, FINDING_TEXTS };
it.each(Object.keys(CATALOGUES) as (keyof typeof CATALOGUES)[])('every text of %s is in its own language', (name) => {
  for (const [lang, texts] of Object.entries(CATALOGUES[name])) {
    for (const [code, { title, help }] of Object.entries(texts as Readonly<Record<string, CodeTexts<never>>>)) {
      expect([/\p{Script=Han}/u.test(title), /\p{Script=Han}/u.test(help)], `${lang} ${code}`).toEqual(
        lang === 'zh' ? [true, true] : [false, false],
      );
      expect(title, `${lang} ${code}`).not.toMatch(/[.。]$/);
      expect(help, `${lang} ${code}`).toMatch(/[.。]$/);
    }
  }
});

it('A package without a Package document is refused', () => {
  const said = complaint('en', () =>
    compileKnowledge(new Map([['a.yaml', 'apiVersion: whichstack/v1\nkind: Outcome\nid: a\ntitle: {en: a, zh: a}\n']])),
  );
  expect(said).toContain('[package-missing]');
});
