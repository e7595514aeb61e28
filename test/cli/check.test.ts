import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Verification } from '../../src/index.js';
import { GoldenFolder } from '../support/golden.js';
import { ROOT, whichstack } from '../support/cli.js';
import { document, text } from '../support/documents.mjs';
import { fitsSchema, tooWide, withoutLinks } from '../support/outputs.js';

const goldens = new GoldenFolder('check');
const DATE = ['--as-of', '2026-11-23'];
const temporary = mkdtempSync(join(tmpdir(), 'whichstack-check-'));
afterAll(() => {
  rmSync(temporary, { recursive: true });
});

/** A folder with one file. */
function folder(name: string, text: string): string {
  const path = mkdtempSync(join(temporary, `${name}-`));
  writeFileSync(join(path, 'package.yaml'), text);
  return path;
}

const PACKAGE = "apiVersion: whichstack/v1\nkind: Package\nid: ours\ntitle: {en: Ours, zh: 我们的}\nversion: '1'\n";

describe('check', () => {
  it.each(['en', 'zh'])('shows every problem with its place and a witness, and fails, in %s', async (lang) => {
    const { code, stdout, stderr } = await whichstack([
      'check',
      'test/fixtures/flawed',
      '--all',
      '--lang',
      lang,
      ...DATE,
    ]);
    expect([code, stderr]).toEqual([1, '']);
    expect(tooWide(stdout)).toEqual([]);
    goldens.check(`flawed.${lang}.txt`, stdout);
  });

  it('gives a document that fits its schema', async () => {
    const { code, stdout } = await whichstack(['check', 'test/fixtures/flawed', '--json', ...DATE]);
    expect([code, fitsSchema('verification', JSON.parse(stdout))]).toEqual([1, true]);
  });

  it.each(['en', 'zh'])('reports what is stale, undated or unsupported, in %s', async (lang) => {
    const { code, stdout } = await whichstack(['check', '--lang', lang, ...DATE]);
    expect(code).toBe(0);
    expect(tooWide(withoutLinks(stdout))).toEqual([]);
    goldens.check(`check.${lang}.txt`, stdout);
  });

  it('estimates how many questions an interview takes only if asked to', async () => {
    const flags = Array.from({ length: 12 }, (_, n) => `flag-${String(n)}`);
    const title = text('One');
    const documents = [
      document('Package', 'panel', { title, version: '1' }),
      document('Outcome', 'lamp', { title }),
      document('Role', 'light', { title, order: 1, decision: 'light', optional: true }),
      ...flags.map((id) => document('Factor', id, { title, question: title, askedOf: ['requirements'], type: 'flag' })),
      document('Decision', 'light', {
        title,
        table: {
          hitPolicy: 'first',
          rules: [{ when: Object.fromEntries(flags.map((id) => [id, true])), then: 'lamp' }],
        },
      }),
    ];
    const folder = join(temporary, 'panel');
    mkdirSync(folder);
    writeFileSync(join(folder, 'panel.yaml'), documents.join('\n---\n'));
    const check = async (...more: string[]): Promise<Verification> =>
      JSON.parse((await whichstack(['check', folder, '--json', ...DATE, ...more])).stdout) as Verification;
    expect((await check()).questions).toBeUndefined();
    const { exact, interviews, expected = 0, inOrder = 0 } = (await check('--questions')).questions ?? {};
    expect([exact, interviews, inOrder]).toEqual([false, 4, 12]);
    expect(expected).toBeLessThan(inOrder);
  });

  it('never fails because of the age of evidence', async () => {
    expect((await whichstack(['check', '--as-of', '2040-01-01', '--format', 'sarif'])).code).toBe(0);
  });
});

describe('check --format sarif', () => {
  interface Sarif {
    readonly version: string;
    readonly runs: readonly [
      {
        readonly tool: {
          readonly driver: {
            readonly rules: readonly { readonly id: string; readonly shortDescription: { readonly text: string } }[];
          };
        };
        readonly results: readonly {
          readonly ruleId: string;
          readonly ruleIndex: number;
          readonly level: string;
          readonly message: { readonly text: string };
          readonly locations?: readonly [
            {
              readonly physicalLocation: {
                readonly artifactLocation: { readonly uri: string };
                readonly region: {
                  readonly startLine: number;
                  readonly startColumn: number;
                  readonly endColumn: number;
                };
              };
            },
          ];
          readonly partialFingerprints: object;
          readonly relatedLocations?: readonly object[];
          readonly suppressions?: readonly { readonly kind: string; readonly justification: string }[];
        }[];
      },
    ];
  }

  it('places each problem on its lines, for code hosts', async () => {
    const { code, stdout } = await whichstack(['check', 'test/fixtures/flawed', '--format', 'sarif', ...DATE]);
    const { version, runs } = JSON.parse(stdout) as Sarif;
    expect([code, version]).toEqual([1, '2.1.0']);
    const { tool, results } = runs[0];
    const lines = readFileSync(join(ROOT, 'test/fixtures/flawed/parking.yaml'), 'utf8').split('\n');
    const shown = results.map(({ ruleId, ruleIndex, level, locations }) => {
      expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
      const { artifactLocation, region } = locations?.[0].physicalLocation ?? {};
      expect(artifactLocation?.uri).toBe('test/fixtures/flawed/parking.yaml');
      const line = lines[(region?.startLine ?? 0) - 1] ?? '';
      return [level, ruleId, line.slice((region?.startColumn ?? 0) - 1, (region?.endColumn ?? 0) - 1)];
    });
    expect(shown).toContainEqual(['error', 'overlap', 'when: {vehicle: car, length: {below: 5m}}']);
    expect(shown).toContainEqual(['error', 'masked', 'when: {vehicle: van, permit: true}']);
    expect(shown).toContainEqual(['note', 'gap-with-fallback', 'floor']);
  });

  it('gives each problem its own fingerprint, names the kinds, and writes files as URIs', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'whichstack-sarif-')), 'sp ace#1');
    mkdirSync(folder);
    cpSync(join(ROOT, 'test/fixtures/flawed/parking.yaml'), join(folder, 'park%20é?.yaml'));
    const { stdout } = await whichstack(['check', folder, '--format', 'sarif', '--lang', 'zh', ...DATE]);
    const [{ tool, results }] = (JSON.parse(stdout) as Sarif).runs;
    for (const { shortDescription } of tool.driver.rules) expect(shortDescription.text).toMatch(/\p{Script=Han}/u);
    const prints = results.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints));
    expect(new Set(prints).size).toBe(prints.length);
    const uris = new Set(results.map(({ locations }) => locations?.[0].physicalLocation.artifactLocation.uri));
    expect([...uris]).toEqual([expect.stringMatching(/\/sp%20ace%231\/park%2520%C3%A9%3F\.yaml$/)]);
    expect(results.some(({ relatedLocations = [] }) => relatedLocations.length > 0)).toBe(true);
    rmSync(dirname(folder), { recursive: true });
  });

  it('suppresses acknowledged problems, with the reading of the tension as the reason', async () => {
    const { code, stdout } = await whichstack(['check', '--format', 'sarif', '--lang', 'zh', ...DATE]);
    expect(code).toBe(0);
    const { results } = (JSON.parse(stdout) as Sarif).runs[0];
    const errors = results.filter(({ level }) => level === 'error');
    expect(errors.length).toBeGreaterThan(20);
    for (const { suppressions, locations } of errors) {
      expect(suppressions?.[0]?.kind).toBe('inSource');
      expect(suppressions?.[0]?.justification).toMatch(/\p{Script=Han}/u);
      expect(locations?.[0].physicalLocation.artifactLocation.uri).toMatch(/^knowledge\/.*\.yaml$/);
    }
  });
});

describe('An overlay', () => {
  it('is checked with the packages between it and the built-in knowledge', async () => {
    const between = mkdtempSync(join(temporary, 'between-'));
    cpSync(join(ROOT, 'examples/acme'), between, { recursive: true });
    const above = folder('above', `${PACKAGE}forbid: [crosvm]\n`);
    const { code, stdout } = await whichstack([
      'check',
      '--knowledge',
      between,
      '--knowledge',
      above,
      ...DATE,
      '--json',
    ]);
    const { problems, knowledge } = JSON.parse(stdout) as Verification;
    expect([code, knowledge.version]).toEqual([1, 'whichstack 2025.11 + acme 1 + ours 1']);
    const found = problems.filter(({ code: kind }) => kind === 'forbidden-outcome');
    expect(found.flatMap(({ rules }) => rules.map(({ source, package: from }) => [source, from]))).toEqual([
      ['A1', 'acme'],
      ['A2', 'acme'],
      ['A2', 'acme'],
    ]);
    for (const { place } of found) expect(place?.file).toContain(above);
  });
});
