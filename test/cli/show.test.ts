import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { Profile } from '../../src/language/schema/results/profile.js';
import { GoldenFolder } from '../support/golden.js';
import { ROOT, whichstack } from '../support/cli.js';
import { builtin } from '../support/decide.js';

const goldens = new GoldenFolder('show');
const ajv = new Ajv({ strict: false });
const isValid = (name: string, document: unknown): unknown => {
  const validate = ajv.compile(JSON.parse(readFileSync(join(ROOT, `schema/${name}.json`), 'utf8')) as object);
  return validate(document) || validate.errors;
};
const DATE = ['--as-of', '2026-11-23'];
/** One document, parsed; the command must end well. */
async function json<T>(...args: string[]): Promise<T> {
  const { code, stdout, stderr } = await whichstack([...args, ...DATE, '--json']);
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as T;
}
const tooWide = (text: string, columns: number): string[] =>
  text.split('\n').filter((line) => !line.includes('http') && stringWidth(line) > columns);

describe('The commands show and technologies', () => {
  it.each(['en', 'zh'])('print every fact of MinIO, in %s', async (lang) => {
    const { code, stdout } = await whichstack(['show', 'minio', '--lang', lang, ...DATE]);
    expect(code).toBe(0);
    expect(tooWide(stdout, 80)).toEqual([]);
    goldens.check(`show-minio.${lang}.txt`, stdout);
  });

  it('show a profile that fits its schema, for every technology', async () => {
    const all = [...builtin.technologies.keys()];
    const profiles = await json<Profile[]>('show', ...all);
    expect(profiles.map(({ id }) => id)).toEqual(all);
    for (const profile of profiles) expect([profile.id, isValid('profile', profile)]).toEqual([profile.id, true]);
    expect(profiles.length).toBeGreaterThanOrEqual(44);
  });

  it('list every technology under its role, in both languages', async () => {
    const list = await json<{ id: string }[]>('technologies');
    for (const lang of ['en', 'zh']) {
      const { stdout } = await whichstack(['technologies', '--lang', lang]);
      for (const { id } of list) expect(stdout).toContain(`  ${id} `);
      expect(tooWide(stdout, 80)).toEqual([]);
    }
  });

  it('accept a title, and suggest the nearest name', async () => {
    expect(await json<Profile>('show', 'Kata Containers')).toMatchObject({ id: 'kata-containers' });
    const { code, stdout, stderr } = await whichstack(['show', 'fircracker']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Did you mean `firecracker`?');
    const chinese = await whichstack(['compare', 'etcd', 'consol', '--lang', 'zh']);
    expect([chinese.code, chinese.stdout]).toEqual([2, '']);
    expect(chinese.stderr).toContain('`consul`');
  });

  it.each([
    [['compare', 'etcd'], 'two technologies'],
    [['compare', 'etcd', 'etcd'], 'two technologies'],
    [['show'], 'missing'],
    [['compare', 'etcd', 'consul', '--format', 'markdwn'], 'markdown'],
    [['check', '--as-of', 'soon'], 'date'],
  ])('refuse %j as a usage error', async (args, message) => {
    const { code, stdout, stderr } = await whichstack(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
  });
});
