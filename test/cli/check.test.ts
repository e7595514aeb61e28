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
  const OVERLAID = ['check', 'test/fixtures/flawed', '--knowledge', 'test/fixtures/flawed-overlay', ...DATE];

  it.each(['en', 'zh'])('is printed first, and of what is below only what it changes, in %s', async (lang) => {
    const { code, stdout } = await whichstack([...OVERLAID, '--lang', lang]);
    expect(code).toBe(1);
    expect(tooWide(stdout)).toEqual([]);
    goldens.check(`overlay.${lang}.txt`, stdout);
  });

  it.each(['en', 'zh'])('is a list of problems by package as Markdown, in %s', async (lang) => {
    const { code, stdout } = await whichstack([...OVERLAID, '--lang', lang, '--format', 'markdown']);
    expect(code).toBe(1);
    goldens.check(`overlay.${lang}.md`, stdout);
  });

  it('has every problem in the document, with its package and whether it is inherited', async () => {
    const { stdout } = await whichstack([...OVERLAID, '--json']);
    const { problems, counts, own, freshness } = JSON.parse(stdout) as Verification;
    expect(fitsSchema('verification', JSON.parse(stdout))).toBe(true);
    expect(own).toEqual(['annex']);
    const alone = JSON.parse(
      (await whichstack(['check', 'test/fixtures/flawed', '--json', ...DATE])).stdout,
    ) as Verification;
    expect([alone.own, alone.counts.inherited]).toEqual([['parking'], 0]);
    const inherited = problems.filter((problem) => problem.inherited);
    expect(inherited.length).toBe(counts.inherited);
    const messages = new Set(alone.problems.map(({ message }) => message));
    for (const { message, package: of } of inherited) expect([of, messages.has(message)]).toEqual(['parking', true]);
    const changed = problems.filter((problem) => problem.package === 'parking' && problem.inherited !== true);
    // The overlay gives the role to a decision of its own.
    expect(changed.map(({ code, decision }) => [code, decision])).toContainEqual(['unused-decision', 'allowed']);
    expect(changed.length).toBeLessThan(inherited.length);
    expect(freshness.withoutLifecycle.map(({ id, inherited: isOld }) => [id, isOld])).toEqual([
      ['lift', true],
      ['ramp', undefined],
    ]);
  });

  it('is shown with everything that is below by --all', async () => {
    const { stdout } = await whichstack([...OVERLAID, '--all']);
    expect(stdout).toContain('Package parking, even without your package');
    expect(stdout.match(/error\[unreachable\] `annex-gate#/g)).toHaveLength(7);
    expect(stdout).not.toContain('Not listed');
  });

  it('compares its results with the packages below in a SARIF log', async () => {
    const { stdout } = await whichstack([...OVERLAID, '--format', 'sarif']);
    const [{ results }] = (
      JSON.parse(stdout) as { runs: [{ results: { baselineState?: string; properties: { package: string } }[] }] }
    ).runs;
    const states = new Set(
      results.map(({ baselineState, properties }) => `${properties.package} ${baselineState ?? ''}`),
    );
    expect(states).toEqual(new Set(['annex new', 'parking new', 'parking unchanged']));
  });

  it('passes where only what is below has errors', async () => {
    const above = folder('above', PACKAGE);
    const { code, stdout } = await whichstack(['check', 'test/fixtures/flawed', '--knowledge', above, ...DATE]);
    expect(code).toBe(0);
    expect(stdout).toContain('Your package ours\nNo errors or warnings.\n');
    expect(stdout).not.toMatch(/error\[|warning\[/);
    expect(stdout.trimEnd()).toMatch(/0 errors, 0 warnings; 0 acknowledged\.$/);
  });

  it('is checked as part of a whole where the package below is not complete by itself', async () => {
    const incomplete = folder(
      'incomplete',
      `${PACKAGE}---\n${document('Role', 'light', { order: 1, decision: 'light' })}\n`,
    );
    const above = folder(
      'above',
      `${PACKAGE.replaceAll('ours', 'above')}---\n${document('Outcome', 'lamp', {})}\n---\n${document('Decision', 'light', { table: { hitPolicy: 'first', rules: [{ then: 'lamp' }] } })}\n`,
    );
    const { code, stdout } = await whichstack(['check', incomplete, '--knowledge', above, '--json', ...DATE]);
    expect([code, (JSON.parse(stdout) as Verification).own]).toEqual([0, ['ours', 'above']]);
  });
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

describe('Of thousands of mistakes', () => {
  const COUNT = 2000;
  const table = (rule: (n: number) => object): string =>
    [
      PACKAGE,
      document('Dimension', 'number', { base: '1', bare: true, examples: ['1'], units: {} }),
      document('Factor', 'size', {
        question: text('?'),
        askedOf: ['requirements'],
        type: 'quantity',
        dimension: 'number',
      }),
      document('Outcome', 'lamp', {}),
      document('Role', 'light', { order: 1, decision: 'light' }),
      `apiVersion: whichstack/v1\nkind: Decision\nid: light\ntitle: {en: Light, zh: 灯}\ntable:\n  hitPolicy: first\n  rules:\n${[
        ...Array.from({ length: COUNT }, (_, n) => rule(n)),
        { then: 'lamp' },
      ]
        .map((one) => `    - ${JSON.stringify(one)}\n`)
        .join('')}`,
    ].join('---\n'.padStart(5, '\n'));

  it('in one table, a few are printed with their number, and all with --all or as JSON', async () => {
    const many = folder(
      'many',
      table((n) => ({ when: { size: { above: n + 1, below: n } }, then: 'lamp' })),
    );
    const brief = await whichstack(['check', many, ...DATE]);
    expect(brief.code).toBe(1);
    expect(brief.stdout).toContain('error[unreachable] A rule that never hits: 2,000 times in `light`\n');
    expect(brief.stdout).toContain('and 1,997 more like these; `--all` lists each of them');
    expect(brief.stdout.split('\n').length).toBeLessThan(60);
    const whole = await whichstack(['check', many, '--all', ...DATE]);
    expect(whole.stdout.match(/^error\[unreachable\] `light#/gm)).toHaveLength(COUNT);
    const { problems } = JSON.parse((await whichstack(['check', many, '--json', ...DATE])).stdout) as Verification;
    expect(problems.filter(({ code }) => code === 'unreachable')).toHaveLength(COUNT);
  });

  it.each([
    ['that no schema accepts', (n: number) => ({ when: { size: n }, then: null }), 'wrong-shape'],
    [
      'that name what there is not',
      (n: number) => ({ when: { size: n }, then: `lantern-${String(n)}` }),
      'unknown-reference',
    ],
  ])('in rules %s, a few are printed with their number', async (_, rule, code) => {
    const many = folder('many', table(rule));
    const brief = await whichstack(['check', many, ...DATE]);
    expect([brief.code, brief.stdout]).toEqual([3, '']);
    expect(brief.stderr).toContain(`and 1,997 more of ${code} in ${many}`);
    expect(brief.stderr).toContain('2,000 errors, of which 1,997 are not listed; `--all` lists each of them\n');
    expect(brief.stderr.split('\n').length).toBeLessThan(30);
    const whole = await whichstack(['check', many, '--all', ...DATE]);
    expect(whole.stderr.match(new RegExp(`error\\[${code}\\]`, 'g'))).toHaveLength(COUNT);
  });
});
