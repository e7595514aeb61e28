import { describe, expect, it } from 'vitest';
import type { Profile } from '../../src/language/schema/results/profile.js';
import { GoldenFolder } from '../support/golden.js';
import { whichstack } from '../support/cli.js';
import { fitsSchema, printedJson, tooWide, withoutLinks } from '../support/outputs.js';
import { builtin } from '../support/decide.js';

const goldens = new GoldenFolder('show');
const DATE = ['--as-of', '2026-11-23'];

describe('The commands show and technologies', () => {
  it.each(['en', 'zh'])('print every fact of MinIO, in %s', async (lang) => {
    const { code, stdout } = await whichstack(['show', 'minio', '--lang', lang, ...DATE]);
    expect(code).toBe(0);
    expect(tooWide(withoutLinks(stdout))).toEqual([]);
    goldens.check(`show-minio.${lang}.txt`, stdout);
  });

  it('show a profile that fits its schema, for every technology', async () => {
    const all = [...builtin.technologies.keys()];
    const profiles = await printedJson<Profile[]>('show', ...all, ...DATE);
    expect(profiles.map(({ id }) => id)).toEqual(all);
    for (const profile of profiles) expect([profile.id, fitsSchema('profile', profile)]).toEqual([profile.id, true]);
    expect(profiles.length).toBeGreaterThanOrEqual(44);
  });

  it('say what a figure counts, what it is restricted to, and when a source without a date was read', async () => {
    const { facts } = await printedJson<Profile>('show', 'kata-containers', ...DATE);
    expect(facts).toContainEqual(
      expect.objectContaining({
        attribute: 'memory-overhead',
        scope: expect.objectContaining({ id: 'instance' }) as unknown,
        with: [{ id: 'firecracker', title: 'Firecracker' }],
      }),
    );
    const crun = await printedJson<Profile>('show', 'crun', ...DATE);
    const [start] = crun.facts.filter(({ attribute }) => attribute === 'start-time');
    expect(start).toMatchObject({ scope: { id: 'container' }, read: '2026-08-19', stale: true, undated: true });
    expect(start).not.toHaveProperty('date');
    for (const [lang, read, only] of [
      ['en', /read 2026-08-19,\s+derived by us, age\s+unknown/, 'only with Firecracker'],
      ['zh', /2026-08-19 查阅，推算值，测量时间不\s*明/, '仅限与 Firecracker 搭配'],
    ] as const) {
      expect((await whichstack(['show', 'crun', '--lang', lang, ...DATE])).stdout).toMatch(read);
      expect((await whichstack(['show', 'kata-containers', '--lang', lang, ...DATE])).stdout).toContain(only);
    }
  });

  it('say why parts of a technology are left out, each where the part would be', async () => {
    const { omits } = await printedJson<Profile>('show', 'emptydir', ...DATE);
    expect(omits.map(({ part }) => part)).toEqual(['licence', 'lifecycle', 'needs']);
    const { stdout } = await whichstack(['show', 'emptydir', ...DATE]);
    const reasonOf = (part: string): string => omits.find((one) => one.part === part)?.text ?? 'none';
    expect(stdout).toContain(`Licence\n  · ${reasonOf('licence')}\n`);
    expect(stdout).toContain(`Lifecycle\n  · ${reasonOf('lifecycle')}\n`);
    expect(stdout).toContain(`Needs\n  · ${reasonOf('needs')}\n`);
  });

  it('list every technology under its role, in both languages', async () => {
    const list = await printedJson<{ id: string }[]>('technologies', ...DATE);
    for (const lang of ['en', 'zh']) {
      const { stdout } = await whichstack(['technologies', '--lang', lang]);
      for (const { id } of list) expect(stdout).toContain(`  ${id} `);
      expect(tooWide(withoutLinks(stdout))).toEqual([]);
    }
  });

  it('accept a title, and suggest the nearest name', async () => {
    expect(await printedJson<Profile>('show', 'Kata Containers', ...DATE)).toMatchObject({ id: 'kata-containers' });
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
