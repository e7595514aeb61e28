import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { afterAll, describe, expect, it } from 'vitest';
import { type DiagnosticError, formatDiagnostic, tableFromCsv, type Lang } from '../../src/index.js';
import { ROOT, whichstack } from '../support/cli.js';
import { builtin } from '../support/decide.js';
import { GoldenFolder } from '../support/golden.js';

const LANGS: readonly Lang[] = ['en', 'zh'];
const tables = [...builtin.decisions.values()].filter(({ table }) => table !== undefined);
const goldens = new GoldenFolder('tables');
const temporary = mkdtempSync(join(tmpdir(), 'whichstack-tables-'));
afterAll(() => {
  rmSync(temporary, { recursive: true });
});

describe('import and export', () => {
  const table = join(temporary, 'Our table.csv');
  writeFileSync(table, 'security;then\nhigh;docker\n');

  it('write files, and overwrite none without --force', async () => {
    const output = join(temporary, 'our-table.yaml');
    expect(await whichstack(['import', table, '--output', output])).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readFileSync(output, 'utf8')).toContain('id: our-table\n');
    const again = await whichstack(['import', table, '--id', 'b', '--output', output]);
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('error[file-exists]')]);
    expect(readFileSync(output, 'utf8')).toContain('id: our-table\n');
    expect((await whichstack(['import', table, '--id', 'b', '--output', output, '--force'])).code).toBe(0);
    expect(readFileSync(output, 'utf8')).toContain('id: b\n');
    const folder = await whichstack(['import', table, '--id', 'b', '--output', temporary]);
    expect([folder.code, folder.stderr]).toEqual([3, expect.stringContaining('it is a folder')]);
    const unwritable = await whichstack([
      'export',
      'runtime',
      '--output',
      join(temporary, 'no', 'a.csv'),
      '--lang',
      'zh',
    ]);
    expect([unwritable.code, unwritable.stderr]).toEqual([
      3,
      expect.stringContaining('错误[file-unwritable] 无法写入'),
    ]);
  });

  it('take from flags what the table leaves out', async () => {
    const args = ['--id', 'c', '--hit-policy', 'collect', '--aggregate', 'union', '--each', 'data', '--output', '-'];
    const { stdout } = await whichstack(['import', table, ...args]);
    expect(parse(stdout)).toMatchObject({ id: 'c', each: 'data', table: { hitPolicy: 'collect', aggregate: 'union' } });
  });

  it('report errors of the command line', async () => {
    const wrongly: [string[], number, RegExp][] = [
      [['import'], 2, /needs `<file>`\n {2}`<file>`: a table in CSV/],
      [['import', 'nowhere.csv'], 3, /error\[file-unreadable\]/],
      [
        ['import', table, '--hit-policy', 'frist'],
        2,
        /^--hit-policy:1:1: error\[option-invalid\][^]*Did you mean `first`\?/,
      ],
      [['import', table, '--id', 'No id'], 2, /^--id:1:1: error\[flag-malformed\]/],
      [['import', table, '--each', 'dta'], 2, /^--each:1:1: error\[option-unknown-name\][^]*Did you mean `data`\?/],
      [['import', table, '--hit-policy', 'collect'], 3, /error\[aggregate-missing\]/],
      [['export', 'runtme'], 2, /error\[unknown-table\][\s\S]*Did you mean `runtime`\?/],
      [['export', 'family'], 2, /error\[not-a-table\] decision `family` is a vote/],
      [['export', '运行时选型', '--lang', 'zh'], 2, /没有名为 `运行时选型` 的决策表/],
    ];
    for (const [args, exit, message] of wrongly) {
      const { code, stdout, stderr } = await whichstack(args);
      expect([args, code, stdout]).toEqual([args, exit, '']);
      expect(stderr).toMatch(message);
    }
  });

  it('restore a table of the built-in knowledge', async () => {
    const { id } = tables.at(-1) ?? { id: '' };
    const exported = await whichstack(['export', id]);
    expect([exported.code, exported.stderr, exported.stdout.slice(0, 4)]).toEqual([0, '', '\uFEFF#id']);
    const imported = await whichstack(['import', '-'], { stdin: exported.stdout });
    expect([imported.code, imported.stderr]).toEqual([0, '']);
    expect(parse(imported.stdout)).toEqual(builtin.decisions.get(id));
  });

  it.each(readdirSync(join(ROOT, 'test/fixtures/tables')).filter((name) => name.endsWith('.csv')))(
    'report each error of %s with its row and column',
    async (name) => {
      const path = `test/fixtures/tables/${name}`;
      const text = readFileSync(join(ROOT, path), 'utf8');
      for (const lang of LANGS) {
        const { code, stdout, stderr } = await whichstack(['import', path, '--lang', lang]);
        expect([code, stdout]).toEqual([3, '']);
        goldens.check(`${name}.${lang}.txt`, stderr);
        try {
          tableFromCsv(text, { knowledge: builtin, file: path });
        } catch (error) {
          const said = (error as DiagnosticError).diagnostics.map((one) => formatDiagnostic(one, lang)).join('\n\n');
          expect(stderr.startsWith(said)).toBe(true);
        }
      }
    },
  );
});
