import { describe, expect, it } from 'vitest';
import { compileKnowledge, recommend, type Recommendation, type RoleAnswer } from '../../src/index.js';
import { builtin, asOf, decide, role, ids, finding } from '../support/decide.js';

describe('financial trading with a start-up of 5 s', () => {
  const recommendation = decide({ requirements: { scenario: 'financial-trading', startup: '5s' } });
  const runtime = role(recommendation, 'runtime');

  it('names KubeVirt, as the guide does', () => {
    expect(ids(runtime.chosen)).toEqual(['kubevirt']);
    expect(runtime).toMatchObject({ opinion: 'guide', guide: { allOf: ['kubevirt'] } });
  });

  it('judges its start-up on evidence: there is none', () => {
    const row = runtime.fit.find(({ criterion, combination }) => criterion === 'startup' && combination === 'kubevirt');
    expect(row).toMatchObject({ verdict: 'unknown', required: '≤ 5s', found: null, origin: 'figure', evidence: [] });
    expect(row?.text).toContain('To measure it'.toLowerCase());
  });

  it('names a technology beside it that is isolated by hardware and starts in time, with the evidence', () => {
    const best = runtime.fitBest.map(({ id }) => id).join('+');
    const rows = runtime.fit.filter(({ combination }) => combination === best);
    expect(rows.find(({ criterion }) => criterion === 'security')).toMatchObject({
      verdict: 'meets',
      found: 'hardware-virtualisation',
    });
    const startup = rows.find(({ criterion }) => criterion === 'startup');
    expect(startup).toMatchObject({ verdict: 'meets' });
    expect(startup?.evidence[0]).toMatchObject({
      deciding: true,
      source: expect.any(String) as string,
      url: expect.stringMatching(/^https/) as string,
    });
    expect(finding(recommendation, 'requirement-unproven')[0]?.message).toContain('Firecracker');
  });
});

describe('files and objects', () => {
  it('take CephFS for massive files, and tell the state of GlusterFS', () => {
    const recommendation = decide({ requirements: { data: ['files'] } });
    expect(ids(role(recommendation, 'storage').chosen)).toEqual(['cephfs']);
    expect(finding(recommendation, 'lifecycle')).toMatchObject([{ technology: 'glusterfs', severity: 'warning' }]);
  });

  it('take S3 for objects, and tell the state of MinIO with what is maintained in its place', () => {
    const recommendation = decide({ requirements: { data: ['objects'] } });
    expect(ids(role(recommendation, 'storage').chosen)).toEqual(['s3']);
    const [minio] = finding(recommendation, 'lifecycle');
    expect(minio).toMatchObject({ technology: 'minio' });
    for (const other of ['Ceph RGW', 'SeaweedFS', 'Garage']) expect(minio?.message).toContain(other);
  });

  it('never take an unmaintained technology without a finding, even when it is required', () => {
    for (const technology of ['minio', 'glusterfs']) {
      const recommendation = decide({
        requirements: { data: [technology === 'minio' ? 'objects' : 'files'] },
        constraints: { require: [technology] },
      });
      const [chosen] = role(recommendation, 'storage').chosen;
      expect(chosen?.by ?? chosen?.id).toBe(technology);
      expect(finding(recommendation, 'lifecycle').map((one) => one.technology)).toContain(technology);
    }
  });
});

describe('what realises an interface', () => {
  const by = (
    environment: Record<string, unknown>,
    requirements: Record<string, unknown> = { scenario: 'serverless', state: 'stateful' },
  ): string | undefined => role(decide({ requirements, environment }), 'storage').chosen[0]?.by;

  it('is the service of the cloud there, and something of one’s own elsewhere', () => {
    expect(by({ location: 'cloud' })).toBe('amazon-s3');
    expect(by({ location: 'on-premises' })).toBe('ceph-rgw');
    expect(['ceph-rgw', 'seaweedfs', 'garage']).toContain(by({ location: 'edge' }));
  });

  it('is what runs already, and what the nodes are enough for', () => {
    expect(by({ location: 'on-premises', existing: ['seaweedfs'] })).toBe('seaweedfs');
    expect(by({ location: 'cloud', existing: ['garage'] })).toBe('garage');
    expect(by({ location: 'edge', nodes: 1 })).not.toBe('ceph-rgw');
  });

  it('is in the cloud where data is to be synchronised there', () => {
    expect(by({ location: 'edge' }, { scenario: 'edge', data: ['cloud-sync'] })).toBe('amazon-s3');
  });

  it('stays open, and is said to, where nothing tells', () => {
    const recommendation = decide({ requirements: { data: ['objects'] } });
    expect(role(recommendation, 'storage').chosen[0]).not.toHaveProperty('by');
    expect(finding(recommendation, 'realisation-open')).toHaveLength(1);
  });

  it('is not what the workload forbids, and is what it requires', () => {
    const objects = (constraints: Record<string, string[]>): Recommendation =>
      decide({ requirements: { data: ['objects'] }, environment: { location: 'on-premises' }, constraints });
    const stores = ['ceph-rgw', 'seaweedfs', 'garage', 'minio', 'amazon-s3'];
    expect(role(objects({}), 'storage').chosen[0]?.by).toBe('ceph-rgw');
    expect(role(objects({ forbid: ['ceph-rgw'] }), 'storage').chosen[0]?.by).toBe('seaweedfs');
    for (const store of ['ceph-rgw', 'garage'])
      expect(role(objects({ require: [store] }), 'storage').chosen).toMatchObject([{ id: 's3', by: store }]);
    const none = objects({ forbid: stores });
    expect(role(none, 'storage').chosen).toEqual([]);
    expect(finding(none, 'unsatisfiable')).toMatchObject([{ severity: 'error', role: 'storage' }]);
    for (const store of stores) expect(finding(none, 'unsatisfiable')[0]?.message).toContain(store);
  });

  it('is nothing that needs the Internet behind an air gap, and neither is anything else', () => {
    const recommendation = decide({
      requirements: { scenario: 'serverless', data: ['objects', 'archive', 'cloud-sync', 'files', 'oltp'] },
      environment: { location: 'on-premises', airGapped: true },
    });
    const stack = Object.values(recommendation.stack).flat();
    const technologies = stack.flatMap(({ chosen, fitBest }) =>
      [...chosen, ...fitBest].flatMap(({ id, by: realised }) => [id, realised]),
    );
    expect(technologies).not.toContain('amazon-s3');
    expect(technologies).not.toContain('s3-glacier');
    const archive = stack.find(({ need }) => need === 'archive');
    expect(archive).toMatchObject({ opinion: 'fit', guide: { allOf: ['s3-glacier'] }, chosen: [{ id: 's3' }] });
    expect(finding(recommendation, 'incompatible').map(({ technology }) => technology)).toContain('s3-glacier');
  });
});

describe('what cannot run together', () => {
  it('is found between Firecracker and a GPU, with a stack that works', () => {
    const recommendation = decide({ requirements: { scenario: 'serverless', security: 'medium', offload: 'ai-ml' } });
    const runtime = role(recommendation, 'runtime');
    expect(runtime.guide.allOf).toEqual(['firecracker']);
    expect(ids(runtime.chosen)).toEqual(['kata-containers', 'kubernetes']);
    expect(ids(role(recommendation, 'acceleration').chosen)).toEqual(['gpu']);
    expect(finding(recommendation, 'incompatible')).toMatchObject([
      { role: 'runtime', technology: 'firecracker', source: 'firecracker-issue-5679-vfio-device-passthrough' },
    ]);
    expect(runtime.rejected[0]).toMatchObject({ id: 'firecracker', reasons: [{ code: 'incompatible' }] });
  });

  it('is a volume of Kubernetes where there is none', () => {
    const recommendation = decide({ requirements: { scenario: 'edge', resources: 'constrained' } });
    expect(ids(role(recommendation, 'storage').chosen)).toEqual(['local-storage']);
    expect(role(recommendation, 'storage').guide.allOf).toEqual(['local-pv']);
    // With a cluster there already, it can stay.
    const beside = decide({
      requirements: { scenario: 'edge', resources: 'constrained' },
      environment: { existing: ['k3s'] },
    });
    expect(ids(role(beside, 'storage').chosen)).toEqual(['local-pv']);
  });

  it('is a virtual machine without KVM, a device that is not there, and Kubernetes where it is not wanted', () => {
    const bare = decide({
      requirements: { scenario: 'financial-trading', performance: 'high' },
      environment: { kvm: false, hardware: ['nvme'] },
    });
    expect(ids(role(bare, 'runtime').chosen)).toEqual(['gvisor', 'kubernetes']);
    expect(role(bare, 'acceleration')).toMatchObject({ chosen: [], guide: { allOf: ['dpu'] } });
    expect(finding(bare, 'incompatible').map((one) => one.role)).toEqual(['runtime', 'acceleration']);
    const alone = decide({ requirements: { security: 'medium', kubernetes: false } });
    expect(ids(role(alone, 'runtime').chosen)).not.toContain('kubernetes');
    expect(role(alone, 'runtime').guide.allOf).toEqual(['docker', 'kubernetes']);
  });

  it('is settled by one change where one is enough, however many places there are', () => {
    const many = decide({
      requirements: {
        scenario: 'plugin-system',
        kubernetes: false,
        data: Array.from({ length: 12 }, () => 'dev-test'),
      },
    });
    expect([many.stack['storage']].flat().map((one) => one?.chosen.map(({ id }) => id))).toEqual(
      Array.from({ length: 12 }, () => ['local-storage']),
    );
    expect(ids(role(many, 'runtime').chosen)).toEqual(['wasmedge']);
    expect(ids(role(many, 'configuration').chosen)).toEqual(['etcd']);
  });

  it('leaves the nearest to the guide’s answer: as strong as can be, and nothing added to what it names', () => {
    const chosen = (requirements: Record<string, unknown>): string[] =>
      ids(role(decide({ requirements }), 'runtime').chosen);
    expect(chosen({ scenario: 'ci-cd', kubernetes: false })).toEqual(['docker']);
    expect(chosen({ security: 'medium', kubernetes: false })).toEqual(['docker']);
  });

  it('is told as a condition where nothing is stated', () => {
    const recommendation = decide({ requirements: { scenario: 'microservices' } });
    const conditions = finding(recommendation, 'needs-condition').map(({ technology }) => technology);
    expect(conditions).toContain('ceph-rbd');
    expect(conditions).toContain('docker');
  });
});

describe('a requirement that the guide’s answer fails', () => {
  it('is a finding with the figure, the evidence and the best that fits; the answer stays', () => {
    const recommendation = decide({ requirements: { scenario: 'plugin-system', security: 'extreme' } });
    const runtime = role(recommendation, 'runtime');
    expect(ids(runtime.chosen)).toEqual(['gvisor']);
    expect(runtime).toMatchObject({ opinion: 'guide', verdict: 'fails' });
    const [failed] = finding(recommendation, 'requirement-failed');
    expect(failed).toMatchObject({ severity: 'warning', technology: 'gvisor', source: 'gvisor-readme' });
    expect(failed?.message).toMatch(/kernel in user space \(gVisor README, 2026-08-21\).*Firecracker/);
  });
});

describe('where the guide is silent', () => {
  it('the facts decide and the answer says so', () => {
    const recommendation = decide({ requirements: { security: 'high', startup: 'second' } });
    const runtime = role(recommendation, 'runtime');
    expect(runtime).toMatchObject({ opinion: 'fit', guide: { rules: [] }, verdict: 'meets' });
    expect(runtime.chosen).toEqual(runtime.fitBest);
    expect(runtime.family === 'sandbox' || runtime.family === 'virtualisation').toBe(true);
    expect(finding(recommendation, 'guide-silent')).toMatchObject([{ severity: 'info', role: 'runtime' }]);
  });

  it('nothing is chosen where nothing is stated that a criterion looks at', () => {
    const runtime = role(decide({ requirements: { data: ['files'] } }), 'runtime');
    expect(runtime).toMatchObject({ chosen: [], needed: true });
    expect(runtime).not.toHaveProperty('opinion');
  });

  it('figures alone choose a store', () => {
    const storage = role(
      decide({
        requirements: { data: [{ name: 'index', iops: '200k', latency: '1ms' }] },
        environment: { hardware: ['nvme'], nodes: 12 },
      }),
      'storage',
    );
    expect(storage).toMatchObject({ opinion: 'fit' });
    expect(storage.chosen.length).toBeGreaterThan(0);
  });
});

describe('claims', () => {
  it('hold every headline figure of the guide against the evidence', () => {
    const verdicts = new Map(
      [...builtin.claims.values()].map(({ technology, attribute, verdict }) => [`${technology} ${attribute}`, verdict]),
    );
    expect(Object.fromEntries(verdicts)).toEqual({
      'wasmedge start-time': 'unconfirmed',
      'wasmedge memory-overhead': 'unsourced',
      'firecracker start-time': 'conditional',
      'firecracker memory-overhead': 'conditional',
      'docker performance-loss': 'unconfirmed',
      'docker start-time': 'confirmed',
      'ceph-rbd random-write-iops': 'conditional',
      'ceph-rbd latency': 'conditional',
      'etcd write-rate': 'conditional',
      'etcd read-rate': 'conditional',
    });
  });

  it('come with the answer that stands on them', () => {
    const { claims } = decide({ requirements: { data: ['oltp'] } });
    expect(claims.map(({ attribute }) => attribute)).toEqual(['random-write-iops', 'latency']);
    for (const claim of claims) expect(claim.references.length).toBeGreaterThan(0);
  });
});

describe('weights', () => {
  const weighed = (weights: Record<string, number>): RoleAnswer =>
    role(decide({ requirements: { security: 'medium' }, preferences: { weights } }), 'runtime');

  it('are shares that add up to one, and shift the ranking', () => {
    const even = weighed({});
    const heavy = weighed({ maturity: 1000 });
    for (const { weights } of [even, heavy])
      expect(Object.values(weights).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 3);
    expect(heavy.weights['maturity']).toBeGreaterThan(0.9);
    expect(heavy.fitBest).not.toEqual(even.fitBest);
    expect(heavy.fitBest.map(({ id }) => id)).toContain('kubernetes'); // graduated
  });

  it('of zero for all count all criteria alike', () => {
    const zero = Object.fromEntries([...builtin.criteria.keys()].map((id) => [id, 0]));
    expect(new Set(Object.values(weighed(zero).weights)).size).toBe(1);
  });
});

it('a package without criteria or facts decides by its rules alone', () => {
  const text = '{en: x, zh: x}';
  const knowledge = compileKnowledge(
    new Map([
      [
        'tea.yaml',
        `{apiVersion: whichstack/v1, kind: Package, id: tea, title: ${text}, version: '1'}
---
{apiVersion: whichstack/v1, kind: Factor, id: hot, title: ${text}, question: ${text}, askedOf: [requirements], type: flag}
---
{apiVersion: whichstack/v1, kind: Outcome, id: tea, title: ${text}}
---
{apiVersion: whichstack/v1, kind: Role, id: drink, title: ${text}, order: 1, decision: drink}
---
{apiVersion: whichstack/v1, kind: Decision, id: drink, title: ${text}, table: {hitPolicy: first, rules: [{when: {hot: true}, then: tea}]}}
`,
      ],
    ]),
  );
  const drink = role(recommend(knowledge, { requirements: { hot: true } }, { asOf, robustness: true }), 'drink');
  expect(drink).toMatchObject({ chosen: [{ id: 'tea' }], opinion: 'guide', fit: [], fitBest: [], verdict: 'meets' });
});
