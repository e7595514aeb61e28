import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import borders from '../../.dependency-cruiser.mjs';
import { LANGS } from '../../src/language/format.js';
import { ROOT } from '../support/cli.js';

const MAX_LINES = 350;
const SMALL_FILE_LINES = 25;
const MAX_SMALL_FILES = 6;
const MAX_FILES_IN_FOLDER = 14;

/** The files of the sources that people write, as paths from the root. */
const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .map((name) => `src/${name.replaceAll('\\', '/')}`)
  .filter((file) => /\.(ts|js)$/.test(file) && !file.startsWith('src/generated/'))
  .sort();
const texts = new Map(files.map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]));

const linesOf = (text: string): number => text.split('\n').length - 1;

/** The names that a module declares and exports; what it only passes on from another module is not its own. */
function declaredExports(file: string, text: string): Set<string> {
  const names = new Set<string>();
  for (const statement of ts.createSourceFile(file, text, ts.ScriptTarget.Latest).statements) {
    const isExported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
    if (!isExported) continue;
    if (ts.isVariableStatement(statement)) {
      for (const { name } of statement.declarationList.declarations) if (ts.isIdentifier(name)) names.add(name.text);
    } else if (ts.isDeclarationStatement(statement) && statement.name !== undefined && ts.isIdentifier(statement.name))
      names.add(statement.name.text);
  }
  return names;
}

/** The catalogues of a room have the same names in every language. */
const isCatalogue = (file: string): boolean => LANGS.some((lang) => new RegExp(`/texts/${lang}[./]`).test(file));

/** Whether a file is small because a contract asks for a file of its own: texts by language, a hit policy, an output format. */
const isEntry = (file: string): boolean =>
  /\/texts\/|\/hit-policies\/|^src\/emit\/[\w-]+\/index\.ts$|\.d\.ts$/.test(file);

describe('the sources', () => {
  it('export no name from two modules', () => {
    const modules = new Map<string, string[]>();
    for (const [file, text] of texts)
      for (const name of declaredExports(file, text))
        if (!isCatalogue(file)) modules.set(name, [...(modules.get(name) ?? []), file]);
    expect(modules.size).toBeGreaterThan(500);
    // A declaration file describes the module of the same name.
    const twice = [...modules].filter(
      ([, of]) => new Set(of.map((file) => file.replace(/\.d\.ts$|\.js$/, ''))).size > 1,
    );
    expect(twice).toEqual([]);
  });

  it(`have no file of more than ${String(MAX_LINES)} lines`, () => {
    const long = [...texts].map(([file, text]) => [file, linesOf(text)] as const);
    expect(long.filter(([, lines]) => lines > MAX_LINES)).toEqual([]);
  });

  it(`have at most ${String(MAX_SMALL_FILES)} files of less than ${String(SMALL_FILE_LINES)} lines`, () => {
    const small = [...texts]
      .filter(([file, text]) => linesOf(text) < SMALL_FILE_LINES && !isEntry(file))
      .map(([file]) => file);
    expect(small.length, `merge one of these with what uses it:\n${small.join('\n')}\n`).toBeLessThanOrEqual(
      MAX_SMALL_FILES,
    );
  });

  it(`have no folder of more than ${String(MAX_FILES_IN_FOLDER)} files`, () => {
    const counts = new Map<string, number>();
    for (const file of files) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
    expect([...counts].filter(([, count]) => count > MAX_FILES_IN_FOLDER)).toEqual([]);
  });
});

describe('the table of borders', () => {
  const rooms = (borders.forbidden ?? []).flatMap(({ name = '', from }) =>
    name.startsWith('borders-of-') && typeof from.path === 'string' ? [{ name, path: new RegExp(from.path) }] : [],
  );

  it('knows the room of every file', () => {
    expect(rooms.length).toBeGreaterThan(20);
    expect(files.filter((file) => !rooms.some(({ path }) => path.test(file)))).toEqual([]);
  });

  it('has no room without a file', () => {
    const all = [...files, ...readdirSync(join(ROOT, 'src/generated')).map((name) => `src/generated/${name}`)];
    expect(rooms.filter(({ path }) => !all.some((file) => path.test(file))).map(({ name }) => name)).toEqual([]);
  });
});
