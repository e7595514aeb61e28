import { describe, expect, it } from 'vitest';
import type { DiagnosticList } from '../../src/language/schema/results/diagnostic-list.js';
import { GoldenFolder } from '../support/golden.js';
import { whichstack } from '../support/cli.js';

const goldens = new GoldenFolder('refused');

/** Command lines that are refused, as somebody types them. */
const LINES = [
  'recomend',
  'help recomend',
  'validate',
  'examples/payments-ledger.yaml',
  '--fromat json',
  'recommend --scenario edge --fromat json',
  'recommend --scenario edge --fromat=svg',
  'recommend --scenario edge --markdown',
  'factors --output json',
  'recommend -f examples/payments-ledger.yaml',
  'recommend --scenario edge --format md',
  'recommend --scenario edge --fail-on doubt',
  'recommend --scenario edge --output json',
  'recommend --scenario edge --json --format markdown',
  'recommend --scenario edge --as-of 2026-02-30',
  'recommend',
  'recommend --set',
  'recommend --scenario --quiet',
  'recommend --scenario edge --full=yes',
  'recommend --set security',
  'recommend --data oltp,,',
  'recommend a.yaml b.yaml',
  'technologies docker',
  'check garage harbour',
  'explain overlap gap',
  'explain unknwon-option',
  'show fircracker',
  'completion',
  'completion tcsh',
  'export',
  'init',
  'init knowledge --scenario edge',
  'init workload workload.json',
  'compare docker',
  'compare docker podmann',
  'map --scenario edge --x security',
  'diff examples',
  'diff examples --from examples/acme --alone',
  'debug program examples/payments-ledger.yaml',
  'ask',
];

it.each(['en', 'zh'] as const)(
  'A command line that is refused says why, and what to type instead, in %s',
  async (lang) => {
    const transcript: string[] = [];
    for (const line of LINES) {
      const { code, stdout, stderr } = await whichstack(line.split(' '), { env: { LC_ALL: `${lang}_.UTF-8` } });
      expect([line, code, stdout]).toEqual([line, 2, '']);
      transcript.push(`$ whichstack ${line}\n${stderr}`);
    }
    goldens.check(`command-lines.${lang}.txt`, transcript.join('\n'));
  },
);

describe('What was likely meant is suggested', () => {
  it.each([
    ['recommend --senario edge', '--scenario'],
    ['recommend --verbose', '--full'],
    ['recommend --date 2026-11-23', '--as-of'],
    ['recommend -o markdown', '--format markdown'],
    ['check -o json', '--format json'],
    ['recommend --format JSON', 'json'],
    ['recommend --format txt', 'text'],
    ['recommend --lang english', 'en'],
    ['recommend --fail-on unknown', 'unproven'],
    ['recommend --fail-on fails', 'failed'],
    ['import table.csv --hit-policy uniqe', 'unique'],
    ['debug programs', 'program'],
    ['version', '--version'],
    ['lint', 'check'],
  ])('for %s: %s', async (line, suggestion) => {
    const words = line.split(' ');
    const printed = await whichstack(words);
    expect(printed.stderr).toContain(`Did you mean \`${suggestion}\`?`);
    // A value that is forgotten swallows nothing: the option behind it asks for JSON even so.
    const { code, stderr } = await whichstack([...words, '--json']);
    const [diagnostic] = (JSON.parse(stderr) as DiagnosticList).diagnostics;
    expect([code, diagnostic?.suggestion]).toEqual([2, suggestion]);
  });

  it('but nothing for what is near to nothing', async () => {
    for (const line of ['recommend --colour', 'frobnicate', 'recommend --format pdf'])
      expect((await whichstack(line.split(' '))).stderr).not.toContain('Did you mean');
  });
});

it('A word is marked where it is in the command line, also in quotes and behind other flags', async () => {
  const { stderr } = await whichstack(['--quiet', 'recommend', 'our ledger.yaml', '--fromat=x y']);
  expect(stderr).toMatch(
    /^command line:1:49: error\[unknown-option\].*\n {2}1 \| whichstack --quiet recommend 'our ledger\.yaml' '--fromat=x y'\n {4}\| {49}\^{8}\n/,
  );
});
