import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/cli.js';

/** The folders of test that are not named after a room of the sources. */
const OTHERS = ['built', 'cases', 'docs', 'fixtures', 'fuzz', 'golden', 'structure', 'support', 'types'];

const files = readdirSync(join(ROOT, 'test'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(join(ROOT, 'test/').length).replaceAll('\\', '/'));
const isRoom = (folder: string): boolean => existsSync(join(ROOT, 'src', folder));
const tests = files.filter((file) => file.endsWith('.test.ts'));
const read = (file: string): string => readFileSync(join(ROOT, 'test', file), 'utf8');

describe('the tests', () => {
  it('mirror the sources', () => {
    expect(tests.length).toBeGreaterThan(40);
    const folders = new Set(tests.map((file) => dirname(file)));
    expect([...folders].filter((folder) => !OTHERS.includes(folder) && (folder === '.' || !isRoom(folder)))).toEqual(
      [],
    );
  });

  it('stand in no other folders', () => {
    const top = new Set(files.map((file) => file.split('/')[0] ?? ''));
    expect([...top].filter((folder) => !OTHERS.includes(folder) && !isRoom(folder))).toEqual([]);
  });

  it('have their cases in folders named after rooms', () => {
    const cases = files.filter((file) => file.startsWith('cases/'));
    expect(cases.length).toBeGreaterThan(0);
    // What the fuzz found is of no single room.
    const folderOf = (file: string): string => dirname(file).slice('cases/'.length);
    expect(cases.filter((file) => folderOf(file) !== 'fuzz' && !isRoom(folderOf(file)))).toEqual([]);
  });

  it('use the built package in test/built alone', () => {
    const users = tests.filter((file) => /support\/(process|terminal)\.js|[`'"./]dist\//.test(read(file)));
    expect(users.filter((file) => !file.startsWith('built/') && !/^(docs|structure|types)\//.test(file))).toEqual([]);
  });

  it('share no folder of expected outputs, and leave none without a test', () => {
    const owners = tests.flatMap((file) =>
      [...read(file).matchAll(/new GoldenFolder\('([^']+)'\)/g)].map(([, folder]) => folder),
    );
    expect([...owners].sort()).toEqual(readdirSync(join(ROOT, 'test/golden')).sort());
  });
});
