import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { verify } from '../../src/index.js';
import type { Comparison, Profile } from '../../src/language/schema/results/profile.js';
import type { Verification } from '../../src/language/schema/results/verification.js';
import { GoldenFolder } from '../support/golden.js';
import { ROOT, whichstack } from '../support/cli.js';
import { asOf, builtin } from '../support/decide.js';

const goldens = new GoldenFolder(join(ROOT, 'test/golden/evidence'));
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

describe('compare', () => {
  const ids = ['kubevirt', 'kata-containers', 'firecracker'];
  const ledger = ['--for', 'examples/payments-ledger.yaml'];

  it.each(['en', 'zh'])('prints technologies side by side with evidence and dates, in %s', async (lang) => {
    const { code, stdout } = await whichstack(['compare', ...ids, ...ledger, '--lang', lang, ...DATE]);
    expect(code).toBe(0);
    expect(tooWide(stdout, 80)).toEqual([]);
    goldens.check(`compare.${lang}.txt`, stdout);
  });

  it('is a table in Markdown, every work cited once at the end', async () => {
    const { stdout } = await whichstack(['compare', ...ids, ...ledger, '--format', 'markdown', ...DATE]);
    goldens.check('compare.en.md', stdout);
    const cited = new Set([...stdout.matchAll(/\[\^([\w-]+)\](?!:)/g)].map(([, id]) => id));
    const listed = [...stdout.matchAll(/^\[\^([\w-]+)\]: /gm)].map(([, id]) => id);
    expect(new Set(listed)).toEqual(cited);
    expect(listed.length).toBe(cited.size);
    const cells = stdout
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map((line) => line.replaceAll('\\|', '').split('|').length);
    expect(new Set(cells)).toEqual(new Set([6]));
  });

  it('is a document that fits its schema, with a fact of every technology where there is one', async () => {
    const comparison = await json<Comparison>('compare', ...ids, ...ledger);
    expect(isValid('comparison', comparison)).toBe(true);
    const startup = comparison.rows.find(({ attribute }) => attribute === 'start-time');
    expect(startup?.facts.map((facts) => facts.map(({ value }) => value))).toEqual([
      [],
      ['500ms', '125ms'],
      ['≤ 125ms'],
    ]);
    expect(startup?.criteria.map(({ id }) => id)).toEqual(['startup']);
    for (const { facts } of comparison.rows) for (const fact of facts.flat()) expect(fact.url).toMatch(/^https?:/);
    const [runtime] = comparison.fit ?? [];
    expect(runtime?.candidates.map(({ id }) => id)).toEqual([
      'kubevirt',
      'kata-containers+kubernetes',
      'firecracker+kubernetes',
    ]);
    expect(runtime?.candidates.map(({ rank }) => rank)).toEqual([3, 2, 1]);
    expect(runtime?.candidates[2]?.verdict).toBe('meets');
  });

  it('says what keeps a technology from running where the workload does', async () => {
    const { stdout } = await whichstack(['compare', 'amazon-s3', 'ceph-rgw', '--for', '-', '--json', ...DATE], {
      stdin:
        'apiVersion: whichstack/v1\nkind: Workload\nrequirements: {data: [objects]}\nenvironment: {airGapped: true}\n',
    });
    const { fit } = JSON.parse(stdout) as Comparison;
    expect(fit?.[0]?.candidates.map(({ id, incompatible }) => [id, incompatible.length > 0])).toEqual([
      ['s3@amazon-s3', true],
      ['s3@ceph-rgw', false],
    ]);
  });

  it('stands one below the other where columns would be too narrow', async () => {
    const { code, stdout } = await whichstack([
      'compare',
      'etcd',
      'consul',
      'zookeeper',
      'kubevirt',
      'docker',
      ...DATE,
    ]);
    expect(code).toBe(0);
    expect(tooWide(stdout, 80)).toEqual([]);
    expect(stdout).toMatch(/^ {2}etcd: /m);
  });
});

describe('show and technologies', () => {
  it.each(['en', 'zh'])('print all that is known of MinIO, in %s', async (lang) => {
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

  it('understand a title, and suggest what was likely meant', async () => {
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

describe('check', () => {
  const checkedOn = (date: string): Verification => verify(builtin, { lang: 'en', asOf: date }).verification;

  it.each(['en', 'zh'])('reports what is stale, undated or unsupported, in %s', async (lang) => {
    const { code, stdout } = await whichstack(['check', '--lang', lang, ...DATE]);
    expect(code).toBe(0);
    expect(tooWide(stdout, 80)).toEqual([]);
    goldens.check(`check.${lang}.txt`, stdout);
  });

  it('names what no evidence supports, and every source without a date', () => {
    const { freshness: report } = checkedOn(asOf);
    expect(report.unsupported.map(({ technology, attribute, verdict }) => [technology, attribute, verdict])).toEqual([
      ['wasmedge', 'start-time', 'unconfirmed'],
      ['wasmedge', 'memory-overhead', 'unsourced'],
      ['docker', 'performance-loss', 'unconfirmed'],
    ]);
    const { references } = builtin;
    expect(report.undated.map(({ id }) => id)).toEqual(
      [...references].filter(([, { date }]) => date === undefined).map(([id]) => id),
    );
    expect(report.facts).toBeGreaterThan(300);
  });

  it('warns more as time goes by, and never fails', async () => {
    const later = checkedOn('2040-01-01');
    expect([later.counts.error, isValid('verification', later)]).toEqual([0, true]);
    expect((await whichstack(['check', '--as-of', '2040-01-01', '--format', 'sarif'])).code).toBe(0);
    const [now, then] = [checkedOn(asOf).freshness, later.freshness];
    expect(then.stale.length).toBeGreaterThan(now.stale.length + 50);
    for (const { until } of then.stale) expect(until < '2040-01').toBe(true);
  });
});

it('keeps no golden that nothing asks for', () => {
  expect(goldens.stale()).toEqual([]);
});
