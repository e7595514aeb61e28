import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { loadKnowledge, type AnyRecommendation, type Verification } from '../../src/index.js';
import { LANGS } from '../../src/language/format.js';
import { ROOT, whichstack } from '../support/cli.js';
import { ids, role } from '../support/decide.js';

const temporary = mkdtempSync(join(tmpdir(), 'whichstack-init-'));
afterAll(() => {
  rmSync(temporary, { recursive: true });
});

const init = (dir: string, ...more: string[]): ReturnType<typeof whichstack> =>
  whichstack(['init', 'knowledge', dir, ...more]);
const FILES = ['package.yaml', 'scenario.yaml'];
const idOf = (folder: string): string | undefined =>
  /^id: (.*)$/m.exec(readFileSync(join(folder, 'package.yaml'), 'utf8'))?.[1];

describe('init knowledge', () => {
  it.each(LANGS)('writes a commented package that passes the check and recommends, in %s', async (lang) => {
    const folder = join(temporary, lang, 'nested', 'our-rules');
    const { code, stdout, stderr } = await init(folder, '--lang', lang);
    expect([code, stderr]).toEqual([0, '']);
    expect(readdirSync(folder).sort()).toEqual(FILES);
    expect(idOf(folder)).toBe('our-rules');
    const comments = FILES.flatMap((file) => readFileSync(join(folder, file), 'utf8').match(/^#.*/gm) ?? []);
    expect(/\p{Script=Han}/u.test(comments[0] ?? '')).toBe(lang === 'zh');
    // It is not the template of another language.
    expect(existsSync(join(ROOT, 'templates/knowledge', lang))).toBe(true);
    // What it says to run next is run, word by word.
    const next = stdout.split('\n').flatMap((line) => /^ {2}whichstack (.*)$/.exec(line)?.[1]?.split(' ') ?? []);
    const second = next.indexOf('recommend');
    const [checked, recommended] = [next.slice(0, second), next.slice(second)];
    const check = await whichstack([...checked, '--json']);
    const { counts, knowledge } = JSON.parse(check.stdout) as Verification;
    expect([check.code, counts.error, counts.warning]).toEqual([0, 0, 0]);
    expect(knowledge.version).toMatch(/ \+ our-rules 1$/);
    const answer = JSON.parse((await whichstack([...recommended, '--json'])).stdout) as AnyRecommendation;
    expect(ids(role(answer, 'runtime').chosen)).toEqual(['docker', 'kubernetes']);
    expect(role(answer, 'runtime').guide.rules).toEqual(['OUR1']);
  });

  it('writes examples in comments that are valid once uncommented', async () => {
    const folder = join(temporary, 'uncommented');
    await init(folder);
    const uncommented = (file: string): string =>
      readFileSync(join(folder, file), 'utf8')
        .replaceAll(/^# (?=---$|\w+:|  )/gm, '')
        .replaceAll(/^ {2}whichstack .*$/gm, '');
    const ours = new Map(FILES.map((file) => [file, uncommented(file)]));
    const { decisions, technologies, packages } = loadKnowledge(ours);
    expect(packages.at(-1)?.forbid).toEqual(['glusterfs', 'minio']);
    expect(decisions.get('technology-matrix')?.table?.rules.at(-1)?.source).toBe('OUR1');
    expect(technologies.get('kata-containers')?.facts?.at(-1)?.source).toBe('our-measurements');
  });

  it('overwrites nothing without --force, and writes no file where one exists', async () => {
    const folder = join(temporary, 'taken');
    mkdirSync(folder);
    writeFileSync(join(folder, 'scenario.yaml'), 'mine\n');
    const { code, stdout, stderr } = await init(folder);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/error\[file-exists\] \S+scenario\.yaml exists already\n.*--force to overwrite/);
    expect(readdirSync(folder)).toEqual(['scenario.yaml']);
    expect(readFileSync(join(folder, 'scenario.yaml'), 'utf8')).toBe('mine\n');
    expect((await init(folder, '--force')).code).toBe(0);
    expect(readFileSync(join(folder, 'scenario.yaml'), 'utf8')).toContain('kind: Scenario');
    expect(readdirSync(folder).sort()).toEqual(FILES);
  });

  it.each(LANGS)('makes no second package in the folder of another, even with --force, in %s', async (lang) => {
    const folder = join(temporary, `other-${lang}`);
    mkdirSync(join(folder, 'rules'), { recursive: true });
    const theirs = 'apiVersion: whichstack/v1\nkind: Package\nid: theirs\n';
    writeFileSync(join(folder, 'rules', 'theirs.yaml'), theirs);
    const { code, stdout, stderr } = await init(folder, '--force', '--lang', lang);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/\[package-exists\] \S+theirs\.yaml/);
    expect(stderr).toContain(lang === 'zh' ? '已有知识包 `theirs`' : 'already holds the package `theirs`');
    expect(readdirSync(folder)).toEqual(['rules']);
    expect(readFileSync(join(folder, 'rules', 'theirs.yaml'), 'utf8')).toBe(theirs);
  });

  it.each([
    ['2026 我们的规则', 'our-platform', "'"],
    ["it's ours", 'it-s-ours', String.raw`'\''s ours'`],
    ['whichstack', 'our-whichstack', ''],
    ['Team_Rules', 'team-Rules', ''],
  ])('takes a folder called %s', async (name, id, quoted) => {
    const folder = join(temporary, name);
    const { code, stdout } = await init(folder);
    expect([code, idOf(folder)]).toEqual([0, id]);
    expect(stdout).toContain(quoted);
    const ours = new Map(FILES.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
    expect(loadKnowledge(ours).version).toMatch(new RegExp(`^whichstack [^+]+ \\+ ${id} 1$`));
  });

  it('reports errors of the command line, and folders that it cannot write to', async () => {
    const file = join(temporary, 'a-file');
    writeFileSync(file, '');
    const wrongly: [string[], number, RegExp][] = [
      [['init', 'knowlege', 'a'], 2, /knowlege is not one of knowledge\n {2}Did you mean knowledge\?/],
      [['init', 'knowledge'], 2, /<dir> is missing: the folder/],
      [['init', 'knowledge', ''], 2, /<dir> is missing: the folder/],
      [['init', 'knowledge', file, '--lang', 'zh'], 3, /无法写入 \S+：这不是一个目录/],
      [['init', 'knowledge', join(file, 'deeper')], 3, /cannot write \S+: it is not a folder/],
    ];
    // No folder can be made there, and Node's own way of making several would look for one for ever.
    if (existsSync('/proc/self')) wrongly.push([['init', 'knowledge', '/proc/no/such'], 3, /error\[file-unwritable\]/]);
    for (const [args, exit, message] of wrongly) {
      const { code, stdout, stderr } = await whichstack(args);
      expect([args, code, stdout]).toEqual([args, exit, '']);
      expect(stderr).toMatch(message);
    }
  });

  it('has its templates in the published package', async () => {
    const { stdout } = await promisify(execFile)('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: ROOT,
    });
    const [{ files = [] } = {}] = JSON.parse(stdout) as { files?: { path: string }[] }[];
    const packed = files.map(({ path }) => path);
    for (const lang of LANGS) for (const name of FILES) expect(packed).toContain(`templates/knowledge/${lang}/${name}`);
  });
});
