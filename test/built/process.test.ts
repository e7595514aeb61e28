import { spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadKnowledge, parseWorkloads } from '../../src/index.js';
import { environment, ROOT, whichstack } from '../support/cli.js';
import { MAIN, whichstackProcess } from '../support/process.js';

const stdin = 'apiVersion: whichstack/v1\nkind: Workload\nrequirements: {security: low}\n';

// Most tests run the command line in a process that stays; what they find there is what a user finds.
describe('The built command line gives the same output and exit code as the sources', () => {
  it.each<[args: string[], code: number, surroundings?: Parameters<typeof whichstack>[1]]>([
    [[], 0],
    [['recommend', '-', '--json'], 0, { stdin }],
    [
      ['recommend', '-'],
      0,
      { stdin: Buffer.from(stdin), env: { LC_ALL: 'zh_CN.UTF-8', FORCE_COLOR: '1', NO_COLOR: '' } },
    ],
    [['check', 'test/fixtures/flawed', '--as-of', '2026-11-23', '--format', 'sarif'], 1],
    [['recommend', '--senario', 'edge'], 2],
    [['map', '--scenario', 'edge', '--x', 'secrity', '--y', 'performance'], 2],
    [['recommend', 'test/no-such-file.yaml'], 3, { env: { FORCE_COLOR: '1', NO_COLOR: '' } }],
  ])('for %j, which exits with %i', async (args, code, surroundings) => {
    const own = await whichstackProcess(args, surroundings);
    expect(own.code).toBe(code);
    expect(await whichstack(args, surroundings)).toEqual(own);
  });
});

it('init workload writes to workload.yaml in the current folder by default', () => {
  const folder = mkdtempSync(join(tmpdir(), 'whichstack-by-default-'));
  const { stdout } = spawnSync(process.execPath, [MAIN, 'init', 'workload'], {
    cwd: folder,
    env: environment(),
    encoding: 'utf8',
  });
  expect(stdout).toMatch(/^workload\.yaml\n/);
  expect(readdirSync(folder)).toEqual(['workload.yaml']);
  expect(parseWorkloads(loadKnowledge(), readFileSync(join(folder, 'workload.yaml'), 'utf8'))).toHaveLength(1);
  rmSync(folder, { recursive: true });
});

describe('The code cache of the built command line', () => {
  const caches = mkdtempSync(join(tmpdir(), 'whichstack-caches-'));
  const folder = join(caches, 'whichstack');
  afterAll(() => {
    rmSync(caches, { recursive: true, force: true });
  });
  const kept = (): string[] => readdirSync(caches, { recursive: true, encoding: 'utf8' }).sort();
  const run = (...args: string[]): ReturnType<typeof whichstackProcess> =>
    whichstackProcess(args, { env: { XDG_CACHE_HOME: caches } });

  it('is written once a command has run, readable by its user alone, and reused by the next process', async () => {
    await run('technologies', '--help');
    await run('technologies', '--no-such-flag');
    await run('../technologies');
    expect(kept()).toEqual([]);
    const first = await run('technologies');
    const name = `technologies-${process.version}-${process.arch}.bin`;
    expect(kept()).toEqual(['whichstack', join('whichstack', name)]);
    expect(statSync(folder).mode & 0o077).toBe(0);
    expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
    const written = readFileSync(join(folder, name));
    expect(await run('technologies')).toEqual(first);
    expect(readFileSync(join(folder, name)).equals(written)).toBe(true);
  });

  it('is written again where it is damaged or belongs to other code', async () => {
    const path = join(folder, kept()[1]?.split(/[\\/]/)[1] ?? '');
    const { stdout } = await whichstack(['technologies']);
    const whole = statSync(path).size;
    truncateSync(path, whole >> 1);
    expect((await run('technologies')).stdout).toBe(stdout);
    expect(statSync(path).size).toBeGreaterThan(whole >> 1);
    truncateSync(path, 0);
    appendFileSync(path, 'of another program'.repeat(100));
    expect((await run('technologies')).stdout).toBe(stdout);
    expect(statSync(path).size).toBeGreaterThan(whole >> 1);
    // Damage in the midst of what is kept would end a process that runs it.
    const damaged = readFileSync(path);
    writeFileSync(path, damaged.fill(0, damaged.length >> 1, (damaged.length >> 1) + 1000));
    expect(await run('technologies')).toMatchObject({ code: 0, stdout });
  });

  it('is left out without a message where it cannot be written', async () => {
    for (const env of [
      { HOME: '/dev/null', XDG_CACHE_HOME: '' },
      { XDG_CACHE_HOME: join(folder, kept()[1] ?? '', 'a') },
    ])
      expect(await whichstackProcess(['technologies'], { env })).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('The built command line', () => {
  it('ends without a message when its reader stops reading', async () => {
    const shell = spawn(
      'sh',
      ['-c', `${process.execPath} ${MAIN} recommend --scenario edge --explain --json | head -1`],
      { cwd: ROOT },
    );
    let stderr = '';
    shell.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    await new Promise((resolve) => shell.on('close', resolve));
    expect(stderr).toBe('');
  });
});

describe('What the user may not read or write', () => {
  // Root may do everything, so that another user runs the command line then.
  const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const run = (...args: string[]): ReturnType<typeof spawnSync> =>
    spawnSync(process.execPath, [MAIN, ...args], { cwd: tmpdir(), ...user, encoding: 'utf8' });
  const canRun = process.platform !== 'win32' && run('--version').status === 0;

  it.skipIf(!canRun)('exits with 3, and says why', () => {
    const folder = mkdtempSync(join(tmpdir(), 'whichstack-forbidden-'));
    try {
      writeFileSync(join(folder, 'workload.yaml'), stdin);
      chmodSync(join(folder, 'workload.yaml'), 0);
      chmodSync(folder, 0o555);
      for (const args of [
        ['recommend', join(folder, 'workload.yaml')],
        ['recommend', '--scenario', 'edge', '-o', join(folder, 'answer.txt')],
        ['export', 'technology-matrix', '-o', join(folder, 'table.csv')],
        ['init', 'workload', join(folder, 'new.yaml')],
        ['init', 'knowledge', join(folder, 'knowledge')],
      ]) {
        const { status, stdout, stderr } = run(...args, '--lang', 'en');
        expect([args, status, stdout]).toEqual([args, 3, '']);
        expect(stderr).toContain('permission denied');
      }
    } finally {
      chmodSync(folder, 0o755);
      rmSync(folder, { recursive: true });
    }
  });
});

it('An error of the program itself is a diagnostic that asks for a report, and exits with 1', async () => {
  // A damaged installation: the code that `export` loads is missing.
  const copy = mkdtempSync(join(tmpdir(), 'whichstack-damaged-'));
  try {
    cpSync(dirname(MAIN), join(copy, 'dist/cli'), {
      recursive: true,
      filter: (file) => !/[\\/]export-[^\\/]+\.cjs$/.test(file),
    });
    const run = (...flags: string[]): ReturnType<typeof whichstackProcess> =>
      whichstackProcess(['export', 'technology-matrix', ...flags], {
        main: join(copy, 'dist/cli/main.cjs'),
        env: { NODE_DISABLE_COMPILE_CACHE: '1' },
      });
    const [plain, debug, json] = [await run(), await run('--debug'), await run('--json')];
    expect([plain.code, plain.stdout]).toEqual([1, '']);
    expect(plain.stderr).toMatch(/^error\[internal\] internal error: .*export[^]*Please report it; `--debug` shows/);
    expect([plain.stderr, debug.stderr].map((text) => /^\s+at /m.test(text))).toEqual([false, true]);
    expect(JSON.parse(json.stderr)).toMatchObject({ exitCode: 1, diagnostics: [{ code: 'internal' }] });
  } finally {
    rmSync(copy, { recursive: true });
  }
});
