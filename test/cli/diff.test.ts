import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Difference } from '../../src/index.js';
import { ROOT, whichstack } from '../support/cli.js';
import { fitsSchema, tooWide } from '../support/outputs.js';
import { GoldenFolder } from '../support/golden.js';

const goldens = new GoldenFolder('diff');
const DATE = ['--as-of', '2026-11-23'];
const [MAIN, BRANCH, WORKLOADS] = ['main', 'branch', 'workloads'].map((name) => `test/fixtures/regression/${name}`) as [
  string,
  string,
  string,
];
const BOTH = ['--from', MAIN, '--to', BRANCH, ...DATE];
const temporary = mkdtempSync(join(tmpdir(), 'whichstack-diff-'));
afterAll(() => {
  rmSync(temporary, { recursive: true });
});

const written = (name: string, text: string): string => {
  const path = join(temporary, name);
  writeFileSync(path, text);
  return path;
};
const WORKLOAD = 'apiVersion: whichstack/v1\nkind: Workload\n';

describe('diff', () => {
  it.each(['en', 'zh'])('reports which answers change and why, in %s', async (lang) => {
    const { code, stdout, stderr } = await whichstack(['diff', WORKLOADS, ...BOTH, '--lang', lang]);
    expect([code, stderr]).toEqual([0, '']);
    expect(tooWide(stdout)).toEqual([]);
    goldens.check(`regression.${lang}.txt`, stdout);
  });

  it.each(['en', 'zh'])('writes Markdown for a pull request, and fails with --fail-on-change, in %s', async (lang) => {
    const asked = ['diff', WORKLOADS, ...BOTH, '--format', 'markdown', '--fail-on-change', '--lang', lang];
    const { code, stdout, stderr } = await whichstack(asked);
    expect([code, stderr]).toEqual([1, '']);
    // Each row has the cells of its head.
    const cells = (line: string): number => line.replaceAll('\\|', '').split('|').length;
    const tables = stdout.split('\n\n').map((block) => block.split('\n').filter((line) => line.startsWith('|')));
    for (const rows of tables) expect(new Set(rows.map(cells)).size).toBeLessThanOrEqual(1);
    goldens.check(`regression.${lang}.md`, stdout);
  });

  it('gives a document that fits its schema', async () => {
    const { code, stdout } = await whichstack(['diff', WORKLOADS, ...BOTH, '--json']);
    const difference = JSON.parse(stdout) as Difference;
    expect([code, fitsSchema('difference', difference)]).toEqual([0, true]);
    expect(difference.counts).toEqual({ workloads: 5, changed: 2, unreadable: 1, lesser: 1 });
    const proofs = difference.workloads.flatMap(({ roles }) => roles.map(({ because }) => because.proof));
    expect(new Set(proofs)).toEqual(new Set(['minimal']));
    goldens.check('regression.en.json', stdout);
  });

  it('prints one line where nothing differs, and does not fail then', async () => {
    const asked = ['diff', WORKLOADS, '--from', MAIN, '--to', MAIN, ...DATE, '--fail-on-change'];
    expect(await whichstack(asked)).toEqual({
      code: 0,
      stdout: 'All 5 workloads have the same answers.\n',
      stderr: '',
    });
  });

  it('reads standard input, and takes a folder with the built-in package as a version of it', async () => {
    const older = join(temporary, 'older');
    cpSync(join(ROOT, 'knowledge'), older, { recursive: true });
    const rows = join(older, 'decisions/technology-matrix.yaml');
    const text = readFileSync(rows, 'utf8');
    writeFileSync(
      rows,
      text.replace('startup: seconds }\n      then: qemu-kvm', 'startup: seconds }\n      then: gvisor'),
    );
    const stdin = `${WORKLOAD}requirements: {security: extreme, performance: high, startup: seconds}\n`;
    const { code, stdout } = await whichstack(['diff', '-', '--from', older, '--json', ...DATE], { stdin });
    const { documents, workloads } = JSON.parse(stdout) as Difference;
    // Laid over the built-in, every document of the folder would be there twice.
    expect([code, documents]).toEqual([0, { added: 0, removed: 0, changed: 1 }]);
    const [role] = workloads[0]?.roles ?? [];
    expect([role?.before?.text, role?.after?.text]).toEqual(['KubeVirt', 'QEMU/KVM']);
    const [cause] = role?.because.changes ?? [];
    expect([cause?.was?.file, cause?.place?.file, cause?.place?.line]).toEqual([
      rows,
      'knowledge/decisions/technology-matrix.yaml',
      cause?.was?.line,
    ]);
  });

  it('compares packages without the built-in one with --alone', async () => {
    const garden = readFileSync(join(ROOT, 'test/fixtures/packages/garden.yaml'), 'utf8');
    const [older, newer] = ['older-garden', 'newer-garden'].map((name) => mkdtempSync(join(temporary, `${name}-`)));
    if (older === undefined || newer === undefined) throw new Error('two folders');
    writeFileSync(join(older, 'garden.yaml'), garden);
    writeFileSync(join(newer, 'garden.yaml'), garden.replace('{below: 600mm}', '{below: 300mm}'));
    const rain = written('rain.yaml', `${WORKLOAD}requirements: {rainfall: 400mm}\n`);
    const { code, stdout } = await whichstack([
      'diff',
      rain,
      '--alone',
      '--from',
      older,
      '--to',
      newer,
      '--lang',
      'zh',
    ]);
    expect(code).toBe(0);
    expect(stdout).toContain('养护：浇水 → 不需要');
    expect(stdout.replaceAll(/\n\s+/g, '')).toContain(
      '“若年降水量低于 600mm，则浇水”，现为“若年降水量低于 300mm，则浇水”',
    );
  });
});

describe('diff refuses', () => {
  it('malformed YAML and values that neither side knows, in one run', async () => {
    const folder = mkdtempSync(join(temporary, 'wrong-'));
    writeFileSync(join(folder, 'a.yaml'), 'requirements: {security: [\n');
    writeFileSync(join(folder, 'b.yaml'), `${WORKLOAD}requirements: {scenario: edgy}\n`);
    const { code, stderr } = await whichstack(['diff', folder, '--from', MAIN]);
    expect(code).toBe(3);
    expect(stderr).toContain('a.yaml:');
    expect(stderr).toContain('b.yaml:');
    expect(stderr).toContain('edgy');
  });

  it('all workloads that neither side can read, in one run, each at its place', async () => {
    const folder = mkdtempSync(join(temporary, 'wrong-'));
    writeFileSync(join(folder, 'a.yaml'), `${WORKLOAD}requirements: {securty: high}\n`);
    writeFileSync(
      join(folder, 'b.json'),
      '{"apiVersion": "whichstack/v1", "kind": "Workload", "requirements": {"security": "hihg"}}',
    );
    const { code, stdout, stderr } = await whichstack(['diff', folder, ...BOTH]);
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toContain(`${folder}/a.yaml:3:16: error[unknown-factor]`);
    expect(stderr).toContain('Did you mean `security`?');
    expect(stderr).toMatch(/b\.json:1:\d+: error\[unknown-value\]/);
    expect(stderr).toContain('2 errors');
  });

  it.each([
    [['diff', WORKLOADS], 2, '`whichstack diff` needs `--from` or `--to`'],
    [['diff', WORKLOADS, '--alone', '--to', BRANCH], 2, '`--alone` needs `--from` and `--to`'],
    [['diff', WORKLOADS, '--to', BRANCH, '--json', '--format', 'markdown'], 2, '"code": "options-conflict"'],
    [['diff', '--to', BRANCH, '--lang', 'zh'], 2, '`whichstack diff` 缺少 `<路径>`'],
    [
      ['diff', 'test/fixtures/regression/workload', '--to', BRANCH],
      3,
      'Did you mean `test/fixtures/regression/workloads`?',
    ],
    [['diff', MAIN, '--to', BRANCH], 3, `${MAIN} holds no document`],
    [['diff', WORKLOADS, '--to', 'test/fixtures/flawed/none'], 3, 'cannot read the folder test/fixtures/flawed/none'],
  ])('%j', async (args, exits, says) => {
    const { code, stdout, stderr } = await whichstack(args);
    expect([code, stdout]).toEqual([exits, '']);
    expect(stderr).toContain(says);
  });
});
