import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';
import { compileKnowledge, loadKnowledge, recommend } from '../../src/index.js';
import { ROOT, whichstack } from '../support/cli.js';
import { rewriting } from '../support/golden.js';
import { FENCE, fencesOf, type Fence } from '../support/markdown.js';
import { thorough } from '../support/thorough.js';

const READMES = [
  { file: 'README.md', lang: 'en' },
  { file: 'README.zh.md', lang: 'zh' },
] as const;
// The examples of codes, which most commands refuse, are run in test/language/examples.test.ts.
const GUIDES = [
  ...READMES.map(({ file }) => file),
  'CONTRIBUTING.md',
  ...markdown('docs').filter((file) => !/^docs\/codes\b/.test(file)),
];
/** Commands other than ours that a document may tell the reader to run; `npm run` is checked against package.json. */
const OTHERS = /^npm (test|install|ci|install --global whichstack)$/;

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** The Markdown files in a folder and below, but not those of others. */
function markdown(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return /^(node_modules|dist|coverage|\.git|\.build)$/.test(entry.name) ? [] : markdown(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

const fences = (file: string): Fence[] => fencesOf(read(file));

/** The lines to be typed; one that ends in a backslash goes on. */
const commands = (file: string): string[] =>
  fences(file)
    .filter(({ language }) => language === 'sh')
    .flatMap(({ text }) => text.replaceAll('\\\n', ' ').split('\n'))
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));

interface Call {
  readonly args: readonly string[];
  readonly stdin: string;
  readonly exits: number;
}

/** A command of ours as it is to be run; undefined for any other. */
function callOf(line: string): Call | undefined {
  const [, command = '', exits = '0'] = /^(.*?)(?:\s+# (?:exits|退出码) (\d))?$/.exec(line) ?? [];
  const [, piped, rest = ''] = /^(?:cat (\S+) \| )?(.*)$/.exec(command) ?? [];
  const [, typed] = /^(?:whichstack|npx whichstack|\.\/whichstack|npm start --) (.*)$/.exec(rest) ?? [];
  if (typed === undefined) return undefined;
  const args = [...typed.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, bare]) => single ?? double ?? bare ?? '',
  );
  return { args, stdin: piped === undefined ? '' : read(piped), exits: Number(exits) };
}

/** Holds the nth block of text of a document against what it should show. */
function checkShown(file: string, nth: number, real: string): void {
  const shown = fences(file).filter(({ language }) => language === 'text')[nth]?.text ?? '';
  if (rewriting)
    writeFileSync(
      join(ROOT, file),
      read(file).replace(`\`\`\`text\n${shown}`, () => `\`\`\`text\n${real}`),
    );
  else expect(shown, `${file} shows another output: npm run goldens brings it up to date`).toBe(real);
}

/** A text without the breaks of its lines. */
const unbroken = (text: string): string => text.trim().replaceAll(/\s+/g, ' ');

const temporary = mkdtempSync(join(tmpdir(), 'whichstack-docs-'));

/** Where the package that a document has the reader write really goes; each document begins with none. */
const ours = (file: string, arg: string): string =>
  arg.replace(/^our-knowledge\b/, () => join(temporary, file.replaceAll('/', '-'), 'our-knowledge'));
afterAll(() => {
  rmSync(temporary, { recursive: true });
});

it.each(READMES.map(({ file }) => file))('%s quotes no ratio that the bench did not print', (file) => {
  const quoted = [...read(file).matchAll(/\*\*[\d.,]+ ×\*\*/g)].map(([ratio]) => ratio);
  expect(quoted.length).toBeGreaterThan(0);
  const printed = read('bench/results.md');
  expect(quoted.filter((ratio) => !printed.includes(ratio))).toEqual([]);
});

it.each(GUIDES)('%s holds no mark of a merge that was not finished', (file) => {
  expect(read(file)).not.toMatch(/^(<{7}|={7}|>{7})( |$)/m);
});

/**
 * The commands of a document, each once. Where all is tried, only a translation leaves to its original what both have word for word; else one command of each
 * kind is run, all that make a package that others need, and all whose output is shown.
 */
function own(file: string): string[] {
  const earlier = GUIDES.slice(0, GUIDES.indexOf(file));
  const originals = thorough ? earlier.filter((one) => file === one.replace('.md', '.zh.md')) : earlier;
  const seen = new Set(originals.flatMap(commands).map(kindOf));
  return commands(file).filter((line) => {
    const isNew = !seen.has(kindOf(line));
    seen.add(kindOf(line));
    return isNew || line.startsWith('whichstack init') || shownOf(file, line) !== undefined;
  });
}

/** What a guide to exploring shows below a block of commands of what the first of them prints; undefined for any other command. */
const shownOf = (file: string, line: string): string | undefined =>
  file.startsWith('docs/exploring.')
    ? [...read(file).matchAll(/^```sh\n(.*)\n(?:.+\n)*?```\n\n```text\n([\s\S]*?)^```$/gm)].find(
        ([, command]) => command === line,
      )?.[2]
    : undefined;

/** The commands that do another thing with each argument: what follows their name, before the first flag. */
const WITH_ARGUMENTS = new Set(['show', 'recommend', 'init']);

/**
 * Commands of the same kind have the same name and the same flags, and those of `show`, `recommend` and `init` the same arguments; where all is tried, each
 * is of a kind of its own.
 */
function kindOf(line: string): string {
  if (thorough || !line.startsWith('whichstack ')) return line;
  const [command = '', ...words] = line
    .replace(/\s+#.*$/, '')
    .split(/\s+/)
    .slice(1);
  const flags = words.filter((word) => word.startsWith('-'));
  const firstFlag = words.findIndex((word) => word.startsWith('-'));
  const args = WITH_ARGUMENTS.has(command) ? words.slice(0, firstFlag === -1 ? words.length : firstFlag) : [];
  return [command, ...args, ...flags].join(' ');
}

it('tells commands with other arguments or flags apart, and not those with another value of a flag', () => {
  const kinds = (...lines: string[]): number => new Set(lines.map((line) => kindOf(`whichstack ${line}`))).size;
  expect(kinds('show k8s', 'show security', 'show k8s security # exits 2')).toBe(3);
  expect(kinds('recommend a.yaml', 'recommend b.yaml', 'recommend a.yaml --json')).toBe(3);
  expect(kinds('init workload', 'init knowledge ours')).toBe(2);
  expect(kinds('recommend --scenario edge', 'recommend --scenario batch')).toBe(thorough ? 2 : 1);
});

describe.each(GUIDES.filter((file) => own(file).length > 0))('%s', (file) => {
  it.each(own(file))('%s', async (line) => {
    const call = callOf(line);
    if (call === undefined) {
      // What follows `--` is a test, or flags.
      const [alone = '', path] = line.split(' -- ');
      if (path !== undefined && !path.startsWith('--')) expect(existsSync(join(ROOT, path)), path).toBe(true);
      const [, script] = /^npm run (\S+)$/.exec(alone) ?? [];
      const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
      expect(
        script === undefined ? OTHERS.test(alone) : script in scripts,
        `nobody knows whether this works: ${line}`,
      ).toBe(true);
      return;
    }
    const args = call.args.map((arg) => ours(file, arg));
    const run = thorough ? (await import('../support/process.js')).whichstackProcess : whichstack;
    const { code, stdout, stderr } = await run(args, { stdin: call.stdin });
    expect({ code, stderr: call.exits === 0 ? stderr : '' }).toEqual({ code: call.exits, stderr: '' });
    if (call.exits !== 0) return;
    // What may differ with every version is shown as a bracket with an ellipsis.
    for (const part of shownOf(file, line)?.split(/\(…\)|（……）/) ?? [])
      expect(unbroken(stdout), `${file} shows another output`).toContain(unbroken(part));
    const output = args[args.indexOf('--output') + 1] ?? '';
    expect(args.includes('--output') ? readFileSync(output, 'utf8') : stdout).not.toBe('');
  });
});

describe('The READMEs', () => {
  it.each(READMES)('$file shows what the command above prints', async ({ file }) => {
    const [before = ''] = read(file).split('```text\n');
    const line = [...before.matchAll(/^whichstack .*$/gm)].at(-1)?.[0] ?? '';
    const { stdout } = await whichstack(callOf(line)?.args ?? []);
    checkShown(file, 0, stdout);
  });

  it.each([
    ...READMES.map(({ file }) => ({ file, nth: 1 })),
    { file: 'docs/ranking.md', nth: 0 },
    { file: 'docs/knowledge.md', nth: 0 },
  ])('$file shows what its library example prints', async ({ file, nth }) => {
    const [example] = fences(file).filter(({ language }) => language === 'ts');
    const outfile = join(temporary, `${file.replace('/', '-')}.mjs`);
    await build({
      stdin: { contents: example?.text ?? '', loader: 'ts', resolveDir: ROOT },
      alias: { whichstack: join(ROOT, 'src/index.ts') },
      bundle: true,
      format: 'esm',
      outfile,
      logLevel: 'error',
    });
    const { stdout } = await promisify(execFile)(process.execPath, [outfile]);
    expect(stdout).not.toBe('');
    checkShown(file, nth, stdout);
  });

  it('have equal headings, commands and code', () => {
    const [en, zh] = READMES.map(({ file }) => ({
      headings: [
        ...read(file)
          .replaceAll(FENCE, '')
          .matchAll(/^(#+) /gm),
      ].map(([, marks]) => marks),
      commands: commands(file).map((line) => line.replace(/ --lang (en|zh)/, '').replace('退出码', 'exits')),
      yaml: fences(file).filter(({ language }) => language === 'yaml'),
      links: [
        ...read(file)
          .replaceAll(FENCE, '')
          .matchAll(/\]\(([^)]+)\)/g),
      ]
        // A page that exists in both languages is linked in that of the reader.
        .map(([, link = '']) => link.replace(/\.zh\.md$/, '.md'))
        .slice(1),
    }));
    expect(zh).toEqual(en);
  });

  it.each(READMES)('$file states how many technologies there are', ({ file }) => {
    const COUNT = /\b\d+(?= technologies| 项技术)/;
    const real = String(loadKnowledge().technologies.size);
    if (rewriting) writeFileSync(join(ROOT, file), read(file).replace(COUNT, real));
    else expect(COUNT.exec(read(file))?.[0], `npm run goldens brings ${file} up to date`).toBe(real);
  });

  it.each(READMES)('$file stays brief', ({ file }) => {
    expect(read(file).split('\n').length).toBeLessThanOrEqual(180);
  });

  it.each(READMES)('$file quotes the example overlay', ({ file }) => {
    const [quoted] = fences(file).filter(({ language }) => language === 'yaml');
    expect(read('examples/acme/crosvm.yaml').startsWith(quoted?.text ?? '-')).toBe(true);
  });
});

describe('docs/knowledge.md', () => {
  const blocks = fences('docs/knowledge.md').filter(({ language }) => language === 'yaml');

  it('quotes every file of the example overlay, and each as it is', () => {
    const named = blocks.filter(({ name }) => name !== '');
    expect(named.map(({ name }) => name).sort()).toEqual(readdirSync(join(ROOT, 'examples/acme')).sort());
    for (const { name, text } of named) expect(text).toBe(read(`examples/acme/${name}`));
  });

  it.each(['en', 'zh'])('ends its worked example with the new technology (%s)', async (lang) => {
    const acme = commands('docs/knowledge.md')
      .flatMap((line) => callOf(line) ?? [])
      .filter(({ args }) => args[0] === 'recommend' && args.includes('examples/acme'));
    expect(acme.length).toBeGreaterThan(0);
    for (const { args } of acme) {
      const { code, stdout } = await whichstack([
        ...args.filter((arg, n) => arg !== '--lang' && args[n - 1] !== '--lang'),
        '--lang',
        lang,
        '--json',
      ]);
      const { stack } = JSON.parse(stdout) as {
        stack: { runtime: { chosen: { id: string }[]; guide: { rules: string[] } } };
      };
      expect(code).toBe(0);
      expect(stack.runtime.chosen.map(({ id }) => id)).toContain('crosvm');
      expect(stack.runtime.guide.rules.join()).toMatch(/A[12]/);
    }
  });

  it('shows a package of every kind of document that loads and decides', () => {
    const documents = blocks.filter(({ name, text }) => name === '' && text.startsWith('apiVersion'));
    const knowledge = compileKnowledge(new Map(documents.map(({ text }, n) => [`example ${String(n + 1)}`, text])));
    const decide = (requirements: Record<string, unknown>): string[] => {
      const { stack } = recommend(knowledge, { requirements, environment: { charger: true } }, { asOf: '2026-11-23' });
      return [stack['bicycle'] ?? []].flat().map(({ chosen }) => chosen.map(({ id }) => id).join(' + '));
    };
    const trips = [
      { purpose: 'touring', length: '60km' },
      { purpose: 'commute', length: '8km' },
      { purpose: 'commute', length: '8km', effort: '7km' },
    ];
    expect(decide({ trips })).toEqual(['panniers + touring-bike', 'city-bike', 'e-bike']);
    expect(decide({ scenario: 'school-run', trips: [{ purpose: 'touring', length: '5km' }] })).toEqual([
      // The scenario answers an e-bike, and has not read that luggage is to be carried.
      'panniers + touring-bike',
    ]);
  });

  it('and docs/exploring.md describe every kind of document and every key of its schema', () => {
    const text = read('docs/knowledge.md') + read('docs/exploring.md');
    const kinds = readdirSync(join(ROOT, 'schema')).filter((name) => !/^(workload|recommendation)\.json$/.test(name));
    for (const name of kinds) {
      const schema = JSON.parse(read(`schema/${name}`)) as { properties?: object; anyOf?: { properties?: object }[] };
      const keys = [schema, ...(schema.anyOf ?? [])].flatMap(({ properties = {} }) => Object.keys(properties));
      for (const key of new Set(keys)) expect(text, `${name}: ${key}`).toMatch(new RegExp(`\`${key}\\b`));
      expect(text.toLowerCase()).toMatch(new RegExp(`^### .*${name.replace('.json', '')}`, 'm'));
    }
  });
});

describe('The relative links', () => {
  /** As GitHub names the anchor of a heading. */
  const anchors = (file: string): string[] =>
    [
      ...read(file)
        .replaceAll(FENCE, '')
        .matchAll(/^#+ (.*)$/gm),
    ].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    );

  // The notices quote the texts of others.
  it.each(markdown('.').filter((file) => file !== 'THIRD-PARTY-NOTICES.md'))('of %s have a target', (file) => {
    for (const [, link = ''] of read(file)
      .replaceAll(FENCE, '')
      .matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(link)) continue;
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? file : join(dirname(file), path);
      expect(existsSync(join(ROOT, target)), `${file}: ${link}`).toBe(true);
      if (anchor !== undefined && statSync(join(ROOT, target)).isFile())
        expect(anchors(target), `${file}: ${link}`).toContain(anchor);
    }
  });
});
