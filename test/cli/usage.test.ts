import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AnyRecommendation } from '../../src/index.js';
import { chosen } from '../support/chosen.js';
import { ROOT, whichstack } from '../support/cli.js';

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
      expect(valid.stdout).toContain('a\\u{1b}[2J\\u{202e}b');
      const wrong = await whichstack(['recommend', '-'], { stdin: workload('l\u001b[2Jow'), env });
      expect(wrong.stderr).toContain('`l\\u{1b}[2Jow`');
      const flag = await whichstack(['recommend', '--set', 'security=l\u001b[2Jow'], { env });
      expect(flag.stderr).toContain(' security=l\\u{1b}[2Jow');
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

  it('prints its version with -v, -V and --version, before and after a command', async () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    for (const args of [['-v'], ['-V'], ['--version'], ['recommend', '-v'], ['-V', 'recommend'], ['show', '--version']])
      expect([args, await whichstack(args)]).toEqual([args, { code: 0, stdout: `${version}\n`, stderr: '' }]);
  });

  it('takes every general flag before and after the command', async () => {
    const command = ['recommend', '--scenario', 'edge', '--as-of', '2026-11-23'];
    const env = { NO_COLOR: '', FORCE_COLOR: '1' };
    for (const flag of [
      ['--lang', 'zh'],
      ['--lang=zh'],
      ['-q'],
      ['--quiet'],
      ['--no-pager'],
      ['--no-color'],
      ['--debug'],
      ['-h'],
      ['--help'],
    ]) {
      const [before, amidst, after] = [
        await whichstack([...flag, ...command], { env }),
        await whichstack([...command.slice(0, 1), ...flag, ...command.slice(1)], { env }),
        await whichstack([...command, ...flag], { env }),
      ];
      expect([flag, before.code]).toEqual([flag, 0]);
      expect(before).toEqual(after);
      expect(amidst).toEqual(after);
    }
    const mixed = await whichstack(['--no-color', '--as-of', '2026-11-23', 'recommend', '--scenario', 'edge', '-q']);
    expect(mixed.code).toBe(0);
    for (const flags of [['--lang', 'zh'], ['-q'], ['--no-color']]) {
      const { code, stdout } = await whichstack(flags);
      expect([flags, code]).toEqual([flags, 0]);
      expect(stdout).toContain('whichstack recommend');
    }
  });

  it('prints with --quiet what is asked for alone', async () => {
    const args = ['recommend', '--scenario', 'edge', '--as-of', '2026-11-23'];
    const [full, quiet] = [await whichstack(args), await whichstack([...args, '--quiet'])];
    expect(full.stdout).toContain('More: ');
    expect(quiet.stdout).not.toContain('More: ');
    // The line that becomes free may hold more of the answer.
    expect(quiet.stdout.split('\n').slice(0, 7)).toEqual(full.stdout.split('\n').slice(0, 7));
    const refused = await whichstack(['recommend', '--scenario', 'edgee', '--quiet']);
    expect(refused.stderr).toContain('unknown-value');
  });

  it('names a guide, and the exit codes with their rule, in its help', async () => {
    for (const [args, page] of [
      [['--help'], 'README.md'],
      [['--help', '--lang', 'zh'], 'README.zh.md'],
      [['recommend', '--help', '--lang', 'zh'], 'docs/workload.zh.md'],
      [['diff', '--help'], 'docs/regression.md'],
    ] as const) {
      const { stdout } = await whichstack(args);
      const [, named = ''] = /^(?:Guide: |指南：)(.*)$/m.exec(stdout) ?? [];
      expect(named.endsWith(page)).toBe(true);
      expect(existsSync(named)).toBe(true);
    }
    expect((await whichstack(['--help'])).stdout).toMatch(/Exit codes:\n {2}0 {2}fine\n {2}1 [\s\S]* 2 [\s\S]* 3 /);
  });

  it('lists the flags of a command first in its help, those of all commands last', async () => {
    const { stdout } = await whichstack(['recommend', '--help']);
    const flags = [...stdout.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)].map(([, flag]) => flag);
    expect(flags[0]).toBe('--scenario');
    expect(flags.slice(-6)).toEqual(['--lang', '--quiet', '--no-pager', '--no-color', '--debug', '--help']);
  });
});
