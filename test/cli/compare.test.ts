import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../src/language/schema/results/profile.js';
import { GoldenFolder } from '../support/golden.js';
import { whichstack } from '../support/cli.js';
import { fitsSchema, printedJson, tooWide, withoutLinks } from '../support/outputs.js';

const goldens = new GoldenFolder('compare');
const DATE = ['--as-of', '2026-11-23'];

describe('compare', () => {
  const ids = ['kubevirt', 'kata-containers', 'firecracker'];
  const ledger = ['--for', 'examples/payments-ledger.yaml'];

  it.each(['en', 'zh'])('prints technologies with evidence and dates, in %s', async (lang) => {
    const { code, stdout } = await whichstack(['compare', ...ids, ...ledger, '--lang', lang, ...DATE]);
    expect(code).toBe(0);
    expect(tooWide(withoutLinks(stdout))).toEqual([]);
    goldens.check(`compare.${lang}.txt`, stdout);
  });

  it('gives a table in Markdown and cites every work once at the end', async () => {
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

  it('gives a document that fits its schema, with the facts of every technology', async () => {
    const comparison = await printedJson<Comparison>('compare', ...ids, ...ledger, ...DATE);
    expect(fitsSchema('comparison', comparison)).toBe(true);
    const [sandbox] = comparison.rows.filter(({ attribute }) => attribute === 'start-time');
    expect(sandbox?.facts.map((facts) => facts.map(({ value }) => value))).toEqual([[], [], ['≤ 125ms']]);
    expect(sandbox?.criteria.map(({ id }) => id)).toEqual(['startup']);
    for (const { facts } of comparison.rows) for (const fact of facts.flat()) expect(fact.url).toMatch(/^https?:/);
    const [runtime] = comparison.fit ?? [];
    const candidates = runtime?.candidates ?? [];
    expect(candidates.map(({ id }) => id)).toEqual(['kubevirt', 'kata-containers+kubernetes', 'firecracker']);
    // Firecracker alone fails the integration with Kubernetes that the ledger demands, and KubeVirt its start-up time.
    expect(candidates.map(({ verdict }) => verdict)).toEqual(['fails', 'unknown', 'fails']);
    expect(candidates.toSorted((a, b) => a.rank - b.rank).map(({ id }) => id)).toEqual([
      'kata-containers+kubernetes',
      'firecracker',
      'kubevirt',
    ]);
  });

  it('puts only like figures into one row, and names what they count', async () => {
    const { rows } = await printedJson<Comparison>('compare', ...ids, ...DATE);
    const startup = rows.filter(({ attribute }) => attribute === 'start-time');
    expect(startup.map(({ scope }) => scope?.id)).toEqual(['sandbox', 'container', 'pod']);
    expect(startup.flatMap(({ facts }) => facts.flat()).length).toBeGreaterThan(5);
    for (const { scope, facts } of rows) for (const fact of facts.flat()) expect(fact.scope).toEqual(scope);
    const table = await whichstack(['compare', ...ids, ...DATE]);
    expect(table.stdout.match(/^Start-up time \(/gm)).toHaveLength(3);
    const { stdout } = await whichstack(['compare', ...ids, ...DATE, '--format', 'markdown']);
    expect(stdout).toContain('only with Cloud Hypervisor');
    for (const { title, scope } of startup) expect(stdout).toContain(`| ${title} (${scope?.title ?? ''}) |`);
  });

  it('reports why a technology cannot run in the environment of the workload', async () => {
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

  it('prints technologies one below the other where columns would be too narrow', async () => {
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
    expect(tooWide(withoutLinks(stdout))).toEqual([]);
    expect(stdout).toMatch(/^ {2}etcd: /m);
  });
});
