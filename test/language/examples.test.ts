import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as library from '../../src/index.js';
import { describedCodes, type CodeKind } from '../../src/language/diagnostics/catalogue.js';
import type { CodeExample } from '../../src/language/diagnostics/entry.js';
import { CATALOGUE_WORDS } from '../../src/language/diagnostics/texts/index.js';
import { ROOT, whichstack } from '../support/cli.js';

const FOLDER = join(ROOT, 'src/language/diagnostics/examples');
const read = (file: string): string => readFileSync(join(FOLDER, file), 'utf8');
const filesIn = (folder: string): string[] =>
  readdirSync(join(FOLDER, folder)).filter((name) => name.endsWith('.yaml'));

const examples = new Map(
  filesIn('').flatMap((file) => Object.entries(parse(read(file)) as Readonly<Record<string, CodeExample>>)),
);
const packages = new Map(filesIn('packages').map((file) => [basename(file, '.yaml'), read(`packages/${file}`)]));
const codes = describedCodes('en');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'whichstack-examples-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Runs the expression of a library example; gives the codes of what it throws. */
async function codesThrown(expression: string): Promise<string[]> {
  try {
    // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- the expression is data of this repository
    await new Function(...Object.keys(library), `return ${expression}`)(...Object.values(library));
    return [];
  } catch (error) {
    if (!(error instanceof library.DiagnosticError)) throw error;
    return error.diagnostics.map(({ code }) => code);
  }
}

/** The codes of diagnostics that are printed for a reader, or in JSON. */
const codesIn = (stderr: string): string[] =>
  [...stderr.matchAll(/^(?:.*: )?error\[([a-z-]+)\]|^ +"code": "([a-z-]+)"/gm)].map(
    ([, printed, code = '']) => printed ?? code,
  );

/** Runs the command of an example in a folder of its own; gives the codes that it reports. */
async function codesReported(
  code: string,
  kind: CodeKind,
  command: string,
  files: Readonly<Record<string, string>>,
): Promise<string[]> {
  const root = join(folder, code);
  const words = command.split(' ').slice(1);
  const used = [...packages].filter(([name]) => words.includes(name));
  const all = { ...Object.fromEntries(used.map(([name, text]) => [`${name}/package.yaml`, text])), ...files };
  mkdirSync(root);
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  // Tests run in threads, which share the working folder: paths of the example are made absolute instead.
  const isPath = (word: string): boolean =>
    Object.keys(all).some((name) => name.startsWith(`${word}/`) || `${word}/`.startsWith(`${name}/`));
  const args = words.map((word) => (isPath(word) ? join(root, word) : word));
  const { code: exit, stdout, stderr } = await whichstack(kind === 'diagnostic' ? args : [...args, '--json']);
  if (kind === 'diagnostic') {
    const found = codesIn(stderr);
    if (found.length === 0) return [stderr];
    const exits = codes.flatMap((one) => (found.includes(one.code) ? (one.exitCode ?? []) : []));
    expect(exit).toBe(Math.max(...exits));
    return found;
  }
  if (stdout === '') return [stderr];
  const document = JSON.parse(stdout) as Readonly<Record<'problems' | 'findings', readonly { code: string }[]>>;
  return (kind === 'problem' ? document.problems : document.findings).map((one) => one.code);
}

it('every code has an example, and every example is of a code', () => {
  expect([...examples.keys()].sort()).toEqual(codes.map(({ code }) => code).sort());
});

describe('the example triggers its code:', () => {
  it.each(codes)(
    '$code',
    async ({ code, kind }) => {
      const example = examples.get(code);
      if (example === undefined) throw new Error('there is no example');
      if ('reason' in example) expect(Object.keys(CATALOGUE_WORDS.en.noExample)).toContain(example.reason);
      else {
        const found =
          'library' in example
            ? await codesThrown(example.library)
            : await codesReported(code, kind, example.command, example.files ?? {});
        expect(found, `it reports this instead:\n${found.join('\n')}`).toContain(code);
      }
    },
    30_000,
  );
});

it('an example is left out for a reason in few cases', () => {
  expect([...examples.values()].filter((example) => 'reason' in example).length).toBeLessThan(4);
});
