import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { loadKnowledge, parseWorkloads, type AnyRecommendation, type Verification } from '../../src/index.js';
import { LANGS, type Lang } from '../../src/language/format.js';
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
      [
        ['init', 'knowlege', 'a'],
        2,
        /`knowlege` is not a value[^]*Did you mean `knowledge`\? Expected knowledge or workload\./,
      ],
      [['init', 'knowledge'], 2, /needs `<path>`\n {2}`<path>`: the folder/],
      [['init', 'knowledge', ''], 2, /needs `<path>`\n {2}`<path>`: the folder/],
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

describe('init workload', () => {
  const knowledge = loadKnowledge();
  const FRAME = ['data', 'constraints', 'forbid', 'require', 'omit', 'preferences', 'weights'];
  const names = new Set([...knowledge.factors.keys(), ...knowledge.criteria.keys(), ...FRAME]);
  /** A file in which everything that is only proposed is stated. */
  const uncommented = (text: string): string =>
    text.replaceAll(/^( *)# ( *(?:- )?(\w+):.*)$/gm, (line, indent: string, rest: string, name: string) =>
      names.has(name) ? indent + rest : line,
    );

  it.each(LANGS)(
    'writes a commented workload, which is valid as it is and with all comments removed, in %s',
    async (lang) => {
      const file = join(temporary, `${lang}-shop.yaml`);
      const { code, stdout, stderr } = await whichstack(['init', 'workload', file, '--lang', lang]);
      expect([code, stderr]).toEqual([0, '']);
      const text = readFileSync(file, 'utf8');
      expect(parseWorkloads(knowledge, text)[0]).toMatchObject({ metadata: { name: `${lang}-shop` } });
      const [full] = parseWorkloads(knowledge, uncommented(text)) as unknown as Record<
        string,
        Record<string, unknown>
      >[];
      const stated = new Set([
        ...Object.keys(full?.['requirements'] ?? {}),
        ...Object.keys(full?.['environment'] ?? {}),
        ...Object.keys((full?.['requirements']?.['data'] as object[])[0] ?? {}),
      ]);
      expect([...knowledge.factors.keys()].filter((id) => !stated.has(id))).toEqual([]);
      const { forbid, require, omit } = (full?.['constraints'] ?? {}) as Record<string, string[]>;
      const mentioned = [forbid, require, full?.['environment']?.['existing']].flat();
      expect([mentioned.length, new Set(mentioned).size, omit?.length]).toEqual([3, 3, 1]);
      // What a factor takes is what it is itself stated by.
      const taken: Partial<Record<Lang, readonly string[]>> = {
        en: ['a figure such as 99.9%', 'read as at most that'],
        zh: ['数值，如 99.9%', '表示不超过该值'],
      };
      for (const part of taken[lang] ?? ['99.9%']) expect(text).toContain(part);
      expect(/\p{Script=Han}/u.test(text.split('\n')[0] ?? '')).toBe(lang === 'zh');
      for (const { id, title } of knowledge.factors.values())
        if (id !== 'scenario') expect(text).toContain(` ${title[lang]}`);
      // What it says to run next is run.
      const [, next = ''] = /^ {2}whichstack (recommend .*)$/m.exec(stdout) ?? [];
      expect((await whichstack(next.split(' '))).code).toBe(0);
    },
  );

  it('states the scenario that is asked for, with what it presets, and suggests the nearest one', async () => {
    const file = join(temporary, 'functions.yaml');
    expect((await whichstack(['init', 'workload', file, '--scenario', 'serverless'])).code).toBe(0);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('\n  scenario: serverless\n');
    expect(text).toContain('Start-up time is milliseconds');
    const { code, stdout, stderr } = await whichstack([
      'init',
      'workload',
      join(temporary, 'no.yaml'),
      '--scenario',
      'faas',
    ]);
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toContain('The word leads to `serverless`');
    expect(existsSync(join(temporary, 'no.yaml'))).toBe(false);
    const misplaced = await whichstack(['init', 'knowledge', 'a', '--scenario', 'edge']);
    expect([misplaced.code, misplaced.stderr.includes('Did you mean `init workload`?')]).toEqual([2, true]);
  });

  it('has what a package of knowledge adds, and names the package in the commands to run next', async () => {
    const own = join(temporary, 'own-knowledge');
    expect((await whichstack(['init', 'knowledge', own])).code).toBe(0);
    writeFileSync(
      join(own, 'factor.yaml'),
      [
        'apiVersion: whichstack/v1',
        'kind: Factor',
        'id: rackPower',
        'title: {en: Power of a rack, zh: 机架功率}',
        'question: {en: Is the power of a rack limited?, zh: 机架功率是否受限？}',
        'howToFind: {en: Ask who runs the data centre., zh: 询问数据中心的运营方。}',
        'askedOf: [environment]',
        'type: flag',
        '',
      ].join('\n'),
    );
    const file = join(temporary, 'of-own.yaml');
    const { code, stdout } = await whichstack([
      'init',
      'workload',
      file,
      '--knowledge',
      own,
      '--scenario',
      'nightly-jobs',
    ]);
    expect(code).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('# rackPower: true');
    expect(readFileSync(file, 'utf8')).toContain(`whichstack recommend ${file} --knowledge ${own}`);
    const [, next = ''] = /^ {2}whichstack (recommend .*)$/m.exec(stdout) ?? [];
    expect(next).toContain('--knowledge');
    expect((await whichstack(next.split(' '))).code).toBe(0);
    expect((await whichstack(['init', 'knowledge', join(temporary, 'b'), '--knowledge', own])).code).toBe(2);
  });

  it('overwrites nothing without --force, and prints the file for -', async () => {
    const file = join(temporary, 'mine.yaml');
    writeFileSync(file, 'mine\n');
    const { code, stderr } = await whichstack(['init', 'workload', file]);
    expect([code, stderr.includes('file-exists')]).toEqual([2, true]);
    expect(readFileSync(file, 'utf8')).toBe('mine\n');
    expect((await whichstack(['init', 'workload', file, '--force'])).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('kind: Workload');
    const printed = await whichstack(['init', 'workload', '-', '--scenario', 'edge']);
    expect((await whichstack(['recommend', '-'], { stdin: printed.stdout })).code).toBe(0);
  });

  it.each([
    ['', 'en', /needs `<path>`\n {2}`<path>`: the folder/],
    ['', 'zh', /缺少 `<路径>`/],
    ['w.json', 'en', /w\.json` is not the name of a YAML file[^]*Did you mean `\S*[^.]w\.yaml`\?/],
    ['w.json', 'zh', /w\.json` 不是 YAML 文件名[^]*是否想写 `\S*[^.]w\.yaml`？/],
    ['w', 'en', /Did you mean `\S*w\.yaml`\?/],
    ['.', 'en', /Did you mean `\S*[^.]workload\.yaml`\?/],
  ])('refuses %j as the file of a workload, in %s', async (name, lang, message) => {
    const path = name === '' ? '' : join(temporary, name);
    const { code, stdout, stderr } = await whichstack(['init', 'workload', path, '--lang', lang]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
    expect(readdirSync(temporary)).not.toContain(name);
  });

  it('takes a file that ends in .yml', async () => {
    expect((await whichstack(['init', 'workload', join(temporary, 'short.yml')])).code).toBe(0);
  });
});
