import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from '../support/cli.js';
import { atTerminal, hasTerminal, KEY } from '../support/terminal.js';

const folder = mkdtempSync(join(tmpdir(), 'whichstack-pager-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const paged = join(folder, 'paged');
/** A pager that keeps what it is given, and then prints it. */
const PAGER = `tee '${paged}'`;
beforeEach(() => {
  rmSync(paged, { force: true });
});
/** More lines than the terminal has. */
const LONG = ['recommend', 'examples/payments-ledger.yaml', '--full', '--lang', 'zh'];

describe.skipIf(!hasTerminal)('A pager at a terminal', () => {
  it('shows what is longer than the screen, and nothing else', async () => {
    const long = await atTerminal(LONG, ROOT, [], { PAGER });
    expect(long.code).toBe(0);
    expect(readFileSync(paged, 'utf8').split('\n').length).toBeGreaterThan(50);
    rmSync(paged);
    const short = await atTerminal(['--version'], ROOT, [], { PAGER });
    const brief = await atTerminal(
      LONG.filter((word) => word !== '--full'),
      ROOT,
      [],
      { PAGER },
    );
    expect([short.code, brief.code, existsSync(paged)]).toEqual([0, 0, false]);
  });

  it.each([
    ['--no-pager', [...LONG, '--no-pager'], { PAGER }],
    ['--no-pager before the command', ['--no-pager', ...LONG], { PAGER }],
    ['an empty $PAGER', LONG, { PAGER: '' }],
    ['a terminal that is dumb', LONG, { PAGER, TERM: 'dumb' }],
    ['a pager that does not exist', LONG, { PAGER: 'no-such-pager' }],
  ])('is not needed with %s', async (_, args, env) => {
    const { code, output } = await atTerminal(args, ROOT, [], env);
    expect([code, existsSync(paged)]).toEqual([0, false]);
    expect(output.split('\n').length).toBeGreaterThan(50);
    expect(output).toContain('KubeVirt');
  });

  it('never shows what goes to a file', async () => {
    const { code } = await atTerminal([...LONG, '-o', join(folder, 'answer.txt')], ROOT, [], { PAGER });
    expect([code, existsSync(paged)]).toEqual([0, false]);
  });

  it('is less by default, which is left with q', async () => {
    const { code, missed, output } = await atTerminal(LONG, ROOT, [{ wait: '技术栈', send: 'q' }]);
    expect([code, missed], output).toEqual([0, null]);
  });
});

describe.skipIf(!hasTerminal)('Standard input at a terminal', () => {
  it.each([
    [['recommend', '-', '--lang', 'en'], 'Waiting for a workload on standard input; Ctrl-D'],
    [['diff', '-', '--to', 'examples/acme', '--lang', 'zh'], '正在等待从标准输入读取工作负载'],
    [['import', '-', '--lang', 'en'], 'Waiting for a table'],
    [['ask', '--answers', '-', '--lang', 'zh'], '正在等待从标准输入读取回答'],
  ])('is waited for with a note, by %j', async (args, note) => {
    const { code, missed, output } = await atTerminal(args, ROOT, [{ wait: note, send: KEY.ctrlD }]);
    expect([missed, code], output).toEqual([null, 3]);
  });

  it('is waited for without a note with --quiet', async () => {
    const written = `apiVersion: whichstack/v1\nkind: Workload\nrequirements: {security: low}\n${KEY.ctrlD}`;
    const { code, output } = await atTerminal(['recommend', '-', '-q'], ROOT, [{ wait: '', send: written }]);
    expect(code).toBe(0);
    expect(output).not.toContain('Waiting');
  });
});
