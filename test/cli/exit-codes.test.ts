import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DiagnosticList } from '../../src/language/schema/results/diagnostic-list.js';
import { COMMANDS, programFor } from '../../src/cli/run.js';
import { describedCodes } from '../../src/language/diagnostics/catalogue.js';
import { whichstack } from '../support/cli.js';
import { fitsSchema } from '../support/outputs.js';

const folder = mkdtempSync(join(tmpdir(), 'whichstack-exits-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
beforeAll(async () => {
  await whichstack(['export', 'technology-matrix', '-o', table]);
});
const at = (name: string): string => join(folder, name);
writeFileSync(at('broken.yaml'), 'requirements: [1\n');
writeFileSync(at('invalid.yaml'), 'apiVersion: whichstack/v1\nkind: Workload\nrequirements: {security: hihg}\n');
writeFileSync(
  at('several.yaml'),
  'apiVersion: whichstack/v1\nkind: Workload\n---\napiVersion: whichstack/v1\nkind: Workload\n',
);
writeFileSync(at('invalid.csv'), 'no-such-factor,outcome\n1,docker\n');
writeFileSync(at('there'), 'kept');
mkdirSync(at('invalid-knowledge'));
writeFileSync(at('invalid-knowledge/package.yaml'), 'apiVersion: whichstack/v1\nkind: Package\n');
mkdirSync(at('no-knowledge'));

const GOOD = 'examples/shop-product-api.yaml';
const [broken, invalid, missing, several, there, table] = [
  at('broken.yaml'),
  at('invalid.yaml'),
  at('missing.yaml'),
  at('several.yaml'),
  at('there'),
  at('table.csv'),
];
/** What makes a command complete that is about a workload. */
const OF_WORKLOAD: Readonly<Record<string, readonly string[]>> = {
  recommend: [],
  whatif: [],
  map: ['--x', 'security', '--y', 'startup'],
  ask: ['--no-input'],
  'debug reads': [],
  'compare etcd consul --for': [],
};

/** The command lines of the rule by their case, each with its exit code. */
const CASES: Readonly<Record<string, readonly (readonly [code: 2 | 3, ...words: string[]])[]>> = {
  'an unknown flag': Object.keys(COMMANDS).map((name) => [2, name, '--no-such-flag']),
  'a missing or malformed value': [
    [2, 'recommend', GOOD, '--as-of'],
    [2, 'recommend', GOOD, '--as-of', '2026-02-30'],
    [2, 'recommend', GOOD, '--format', 'pdf'],
    [2, 'recommend', GOOD, '--lang', 'fr'],
    [2, 'recommend', '--set', 'security'],
    [2, 'recommend', '--data', 'oltp,,'],
    [2, 'recommend', GOOD, '--fail-on', 'doubt'],
    [2, 'recommend', GOOD, '-o'],
    [2, 'recommend', GOOD, '-o', 'json'],
    [2, 'import', 'examples/acme', '--hit-policy', 'some'],
    [2, 'init', 'something'],
    [2, 'completion', 'tcsh'],
    [2, 'debug', 'programs'],
  ],
  'an argument or an option that is missing or not for this command': [
    [2, 'recommend'],
    [2, 'export'],
    [2, 'compare', 'docker'],
    [2, 'init', 'knowledge'],
    [2, 'map', GOOD, '--x', 'security'],
    [2, 'diff', GOOD],
    [2, 'diff', GOOD, '--from', 'examples/acme', '--alone'],
    [2, 'ask'],
    [2, 'recommend', GOOD, missing],
    [2, 'technologies', 'docker'],
    [2, 'debug', 'program', GOOD],
    [2, 'init', 'knowledge', missing, '--scenario', 'edge'],
    [2, 'init', 'workload', at('new.json')],
  ],
  'several workloads for a command that takes one': [
    [2, 'map', several, '--x', 'security', '--y', 'startup'],
    [2, 'ask', several, '--no-input'],
    [2, 'compare', 'etcd', 'consul', '--for', several],
  ],
  'an unknown name for the command itself': [
    [2, 'recomend'],
    [2, 'help', 'recomend'],
    [2, 'show', 'no-such-name'],
    [2, 'explain', 'no-such-code'],
    [2, 'compare', 'etcd', 'no-such-technology'],
    [2, 'export', 'no-such-table'],
    [2, 'whatif', GOOD, '--to', 'no-such-technology'],
    [2, 'whatif', GOOD, '--keep', 'no-such-factor'],
    [2, 'whatif', GOOD, '--role', 'no-such-role'],
    [2, 'map', GOOD, '--x', 'no-such-factor', '--y', 'security'],
    [2, 'map', GOOD, '--x', 'security', '--y', 'startup', '--role', 'no-such-role'],
    [2, 'map', GOOD, '--x', 'security', '--y', 'startup', '--name', 'no-such-workload'],
    [2, 'debug', 'program', '--decision', 'no-such-decision'],
    [2, 'import', table, '--each', 'no-such-collection'],
    [2, 'import', table, '--id', 'not an id'],
  ],
  'an invalid workload in flags': [
    [3, 'recommend', '--set', 'security=low', '--set', 'security=high'],
    [3, 'recommend', '--set', 'security=hihg'],
    [3, 'recommend', '--set', 'no-such-factor=1'],
    [3, 'recommend', '--data', 'no-such-kind'],
    [3, 'recommend', '--scenario', 'no-such-scenario'],
    [3, 'init', 'workload', at('new.yaml'), '--scenario', 'no-such-scenario'],
  ],
  'a missing file': [
    ...ofWorkload(missing),
    [3, 'ask', '--answers', missing],
    [3, 'diff', missing, '--to', 'examples/acme'],
    [3, 'import', missing],
  ],
  'a folder in place of a file, or a file in place of a folder': [
    [3, 'recommend', folder],
    [3, 'recommend', GOOD, '--knowledge', there],
    [3, 'check', there],
    [3, 'init', 'knowledge', there],
  ],
  'unreadable YAML': [
    ...ofWorkload(broken),
    [3, 'ask', '--answers', broken],
    [3, 'diff', broken, '--to', 'examples/acme'],
  ],
  'an invalid workload': [...ofWorkload(invalid), [3, 'diff', invalid, '--to', 'examples/acme']],
  'an invalid table': [[3, 'import', at('invalid.csv')]],
  'invalid knowledge': ['invalid-knowledge', 'no-knowledge', 'missing'].flatMap((name) => [
    [3, 'recommend', GOOD, '--knowledge', at(name)],
    [3, 'technologies', '--knowledge', at(name)],
    [3, 'factors', '--knowledge', at(name)],
    [3, 'scenarios', '--knowledge', at(name)],
    [3, 'show', 'etcd', '--knowledge', at(name)],
    [3, 'export', 'technology-matrix', '--knowledge', at(name)],
    [3, 'check', at(name)],
    [3, 'diff', GOOD, '--to', at(name)],
  ]),
  'a file that exists, without --force': [
    [2, 'recommend', GOOD, '-o', there],
    [2, 'export', 'technology-matrix', '-o', there],
    [2, 'import', table, '-o', there],
    [2, 'ask', '--answers', GOOD, '-o', there],
    [2, 'init', 'workload', there],
  ],
  'a place that nothing can be written to': [
    [3, 'recommend', GOOD, '-o', at('none/x')],
    [3, 'export', 'technology-matrix', '-o', folder],
    [3, 'ask', '--answers', GOOD, '-o', at('none/x')],
    [3, 'init', 'workload', at('none/x.yaml')],
  ],
  'both kinds at once': [[3, 'recommend', '--set', 'security', '--set', 'startup=never']],
};

/** Every command that reads a workload, with a file. */
function ofWorkload(file: string): [3, ...string[]][] {
  return Object.entries(OF_WORKLOAD).map(([words, more]) => [3, ...words.split(' '), file, ...more]);
}

const codes = describedCodes('en');

/** Whether a command prints JSON. */
function hasJson(name: string): boolean {
  const program = programFor({ lang: 'en', argv: [], state: { exit: 0, quiet: false } });
  return program.commands.find((one) => one.name() === name)?.options.some(({ long }) => long === '--json') === true;
}

describe.each(Object.entries(CASES))('%s', (_, lines) => {
  it.each(lines.map(([code, ...words]) => ({ code, words })))('$words exits with $code', async ({ code, words }) => {
    const ran = await whichstack(words);
    expect(ran).toMatchObject({ code, stdout: '' });
    expect(ran.stderr).not.toBe('');
    if (!hasJson(words[0] ?? '')) return;
    // The first word may lack the value that the last one needs.
    const inJson = await whichstack([...words.slice(0, 1), '--json', ...words.slice(1)]);
    expect(inJson).toMatchObject({ code: words.includes('--format') ? 2 : code, stdout: '' });
    const list = JSON.parse(inJson.stderr) as DiagnosticList;
    expect(fitsSchema('diagnostic-list', list)).toBe(true);
    expect(list.exitCode).toBe(inJson.code);
    const reported = list.diagnostics.map((one) => codes.find(({ code: known }) => known === one.code)?.exitCode ?? 0);
    expect(list.exitCode).toBe(Math.max(...reported));
  });
});
