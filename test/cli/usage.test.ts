import { describe, expect, it } from 'vitest';
import type { AnyRecommendation } from '../../src/index.js';
import { chosen } from '../support/chosen.js';
import { whichstack } from '../support/cli.js';

describe('whichstack', () => {
  it('opens its help with examples, in both languages', async () => {
    const [english, chinese, bare] = await Promise.all([
      whichstack(['--help']),
      whichstack(['recommend', '--help'], { env: { LC_ALL: 'zh_CN.UTF-8' } }),
      whichstack([]),
    ]);
    expect(english.stdout).toMatch(/^Examples:\n {2}whichstack recommend/);
    expect(chinese.stdout).toMatch(/^示例：\n {2}whichstack recommend/);
    expect(chinese.stdout).toContain('用法：');
    expect([english.code, chinese.code, bare.code]).toEqual([0, 0, 0]);
    expect(bare.stdout).toBe(english.stdout);
  });

  it('lists choices and defaults in its help, in the language of the help', async () => {
    const [english, chinese, init] = await Promise.all([
      whichstack(['diff', '--help']),
      whichstack(['import', '--help', '--lang', 'zh']),
      whichstack(['init', '--help', '--lang', 'zh']),
    ]);
    for (const { stdout } of [english, chinese, init]) expect(stdout).not.toMatch(/default: \[|"|choices/);
    expect(chinese.stdout).not.toContain('default');
    expect(chinese.stdout.replaceAll(/\n\s+/g, '')).toContain('（list、union');
    expect(init.stdout).toContain('knowledge');
  });

  it('exits with 2 on usage errors and with 3 on invalid input, and suggests the nearest name', async () => {
    const wrong: [string[], RegExp][] = [
      [['recomend'], /unknown command: recomend\n\s+Did you mean recommend\?/],
      [['recommend', '--senario', 'edge'], /unknown option: --senario\n\s+Did you mean --scenario\?/],
      [['recommend'], /no workload: name a file/],
      [['recommend', '--set'], /--set needs a value/],
      [['recommend', '--scenario', '--lang', 'en'], /--scenario needs a value/],
      [['recommend', '--set', 'security'], /^--set:1:1: error\[flag-malformed\]/],
      [['recommend', '--data', 'oltp,,'], /^--data:1:1: error\[flag-malformed\]/],
      [['recommend', '--scenario', 'edge', '--as-of', '2026-02-30'], /^--as-of:1:1: error\[date-invalid\]/],
      [['recommend', 'a.yaml', 'b.yaml'], /one file at a time/],
      [['technologies', 'docker'], /use `whichstack show docker`/],
      [['--lang', 'en', 'help', 'recomend'], /unknown command: recomend\n {2}Did you mean recommend\?/],
      [['explain', 'overlap', 'gap'], /one code at a time/],
      [['help', 'recomend'], /unknown command: recomend\n {2}Did you mean recommend\?/],
      [['recommend', '--scenario', 'edge', '--lang', 'fr'], /en or zh/],
    ];
    for (const [args, message] of wrong) {
      const { code, stdout, stderr } = await whichstack(args);
      expect([args, code, stdout]).toEqual([args, 2, '']);
      expect(stderr).toMatch(message);
    }
    const missing = await whichstack(['recommend', 'examples/payments-ledgr.yaml']);
    expect(missing.code).toBe(3);
    expect(missing.stderr).toMatch(/\[file-unreadable\][\s\S]*Did you mean `examples\/payments-ledger\.yaml`\?/);
  });

  it('says that the folder is missing into which it cannot write', async () => {
    const args = ['export', 'technology-matrix', '--output', 'no-such-folder/table.csv'];
    const [english, chinese] = [await whichstack(args), await whichstack([...args, '--lang', 'zh'])];
    expect([english.code, chinese.code]).toEqual([3, 3]);
    expect(english.stderr).toContain('cannot write no-such-folder/table.csv: its folder does not exist');
    expect(chinese.stderr).toContain('无法写入 no-such-folder/table.csv：所在目录不存在');
  });

  it('prints nothing of a document that a terminal would obey', async () => {
    const workload = (security: string): string =>
      JSON.stringify({
        apiVersion: 'whichstack/v1',
        kind: 'Workload',
        metadata: { name: 'a\u001b[2J\u202eb' },
        requirements: { security },
      });
    for (const env of [{ NO_COLOR: '1' }, { NO_COLOR: '', FORCE_COLOR: '1' }]) {
      const valid = await whichstack(['recommend', '-'], { stdin: workload('low'), env });
      expect(valid.stdout).toContain('a\ufffd[2J\ufffdb');
      const wrong = await whichstack(['recommend', '-'], { stdin: workload('l\u001b[2Jow'), env });
      expect(wrong.stderr).toContain('`l\ufffd[2Jow`');
      const flag = await whichstack(['recommend', '--set', 'security=l\u001b[2Jow'], { env });
      expect(flag.stderr).toContain(' security=l\ufffd[2Jow');
    }
  });

  it('reads standard input, several documents, and JSON', async () => {
    const workload = (security: string): string =>
      JSON.stringify({ apiVersion: 'whichstack/v1', kind: 'Workload', requirements: { security } });
    const { code, stdout } = await whichstack(['recommend', '-', '--json'], {
      stdin: `${workload('low')}\n---\n${workload('extreme')}\n`,
    });
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as AnyRecommendation[]).map((one) => chosen(one, 'runtime'))).toEqual([
      ['docker'],
      ['kubevirt'],
    ]);
  });

  it('colours its output only on a terminal or with FORCE_COLOR', async () => {
    const args = ['recommend', '--scenario', 'edge'];
    expect((await whichstack(args)).stdout).not.toContain('\u001B[');
    expect((await whichstack(args, { env: { NO_COLOR: '', FORCE_COLOR: '1' } })).stdout).toContain('\u001B[');
    expect((await whichstack(args, { env: { NO_COLOR: '1', FORCE_COLOR: '1' } })).stdout).not.toContain('\u001B[');
    const uncoloured = await whichstack([...args, '--no-color'], { env: { NO_COLOR: '', FORCE_COLOR: '1' } });
    expect(uncoloured.stdout).not.toContain('\u001B[');
  });
});
