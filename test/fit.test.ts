import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answer,
  compileKnowledge,
  DiagnosticError,
  loadKnowledge,
  recommend,
  type Recommendation,
  type RoleAnswer,
  type WorkloadInput,
} from '../src/index.js';

const builtin = loadKnowledge();
const asOf = '2026-11-23';
const decide = (workload: WorkloadInput, options: Parameters<typeof recommend>[2] = {}): Recommendation =>
  recommend(builtin, workload, { asOf, ...options });
const role = (recommendation: Recommendation, name: string): RoleAnswer => {
  const found = [recommendation.stack[name]].flat()[0];
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};
const ids = (chosen: RoleAnswer['chosen']): string[] => chosen.map(({ id }) => id);
const finding = (recommendation: Recommendation, code: string): Recommendation['findings'][number][] =>
  recommendation.findings.filter((one) => one.code === code);

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

describe('robustness', () => {
  it('gives the share of the winner and of the guide, and the nearest weighting that turns the ranking', () => {
    const { exploration } = decide(
      { requirements: { scenario: 'edge', resources: 'constrained' } },
      { robustness: true },
    );
    const runtime = exploration?.robustness.find((one) => one.role === 'runtime');
    expect(runtime?.winner.share).toBeGreaterThan(0);
    expect(runtime?.guide?.id).toBe('wasmedge');
    expect(runtime?.error).toBeLessThanOrEqual(0.01);
    const weights = Object.values(runtime?.turning?.weights ?? {});
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 2);
  });

  it('does not touch the id of the recommendation', () => {
    const workload = { requirements: { security: 'high' } };
    expect(decide(workload, { robustness: true }).id).toBe(decide(workload).id);
  });
});

/** Any workload of the built-in knowledge. */
const factors = [...builtin.factors.values()];
const valueOf = (id: string): fc.Arbitrary<unknown> => {
  const factor = factors.find((one) => one.id === id);
  if (factor === undefined) throw new Error(id);
  switch (factor.type) {
    case 'flag':
      return fc.boolean();
    case 'quantity':
      return fc.constantFrom(
        ...(factor.dimension === 'time'
          ? ['1ms', '1s']
          : factor.dimension === 'data-size'
            ? ['4MiB', '2TiB']
            : factor.dimension === 'throughput'
              ? ['1GB/s']
              : ['1', '3', '200', '300k']),
      );
    case 'set':
      return fc.subarray(
        builtin.values(factor).map(({ id: member }) => member),
        { maxLength: 4 },
      );
    default:
      return fc.constantFrom(...builtin.values(factor).map(({ id: value }) => value));
  }
};
const section = (name: string): fc.Arbitrary<Record<string, unknown>> => {
  const asked = factors.filter(({ askedOf }) => askedOf.includes(name)).map(({ id }) => id);
  return fc
    .subarray(asked, { maxLength: 6 })
    .chain((chosen) => fc.record(Object.fromEntries(chosen.map((id) => [id, valueOf(id)]))));
};
const workloads: fc.Arbitrary<WorkloadInput> = fc
  .record({
    requirements: section('requirements'),
    environment: section('environment'),
    data: fc.array(
      section('data').filter((item) => Object.keys(item).length > 0),
      { maxLength: 3 },
    ),
  })
  .map(({ requirements, environment, data }) => ({
    requirements: { ...requirements, ...(data.length > 0 && { data }) },
    environment,
  }));

describe('for any workload', () => {
  const outcomes = new Map([...builtin.compatibilities.values()].map((rule) => [rule.id, rule]));

  it('what is chosen works together: no rule excludes a pair of it, and no two opinions are blended', () => {
    fc.assert(
      fc.property(workloads, (workload) => {
        const recommendation = decide(workload);
        const stack = Object.values(recommendation.stack).flat();
        const chosen = new Set(
          stack.flatMap((one) => one.chosen.flatMap(({ id, by }) => [id, ...(by === undefined ? [] : [by])])),
        );
        for (const { relation, of, with: beside = [], when, unless } of outcomes.values()) {
          if (relation !== 'excludes' || beside.length === 0 || when !== undefined || unless !== undefined) continue;
          expect(of.some((id) => chosen.has(id)) && beside.some((id) => chosen.has(id))).toBe(false);
        }
        for (const one of stack) {
          if (one.opinion === 'guide' && one.chosen.length > 0) {
            const named = [
              ...(one.guide.allOf === undefined ? [] : [one.guide.allOf]),
              ...(one.guide.anyOf ?? []).map((option) => (typeof option === 'string' ? [option] : option.allOf)),
            ].map((combo) => String([...combo].sort()));
            // Only where none of these can run does a second choice of the rules take their place, and a finding says so.
            const told = recommendation.findings.some(
              ({ code, role: of }) => of === one.role && (code === 'incompatible' || code === 'second-choice'),
            );
            expect(named.includes(String(ids(one.chosen).sort())) || told).toBe(true);
          }
          if (one.guide.rules.length === 0) expect(one.opinion ?? 'fit').toBe('fit');
        }
      }),
      { numRuns: 120 },
    );
  });

  it('nothing that is known not to be there is chosen', () => {
    fc.assert(
      fc.property(workloads, (workload) => {
        const { kvm, hardware, airGapped } = workload.environment as {
          kvm?: boolean;
          hardware?: string[];
          airGapped?: boolean;
        };
        const stack = Object.values(decide(workload).stack).flat();
        const chosen = stack.flatMap((one) => one.chosen.flatMap(({ id, by }) => [id, by ?? id]));
        if (kvm === false)
          for (const id of ['kubevirt', 'qemu-kvm', 'firecracker', 'kata-containers']) expect(chosen).not.toContain(id);
        for (const device of ['gpu', 'dpu', 'fpga', 'nvme', 'rdma'])
          if (hardware?.includes(device) === false) expect(chosen).not.toContain(device);
        if (airGapped === true) for (const id of ['amazon-s3', 's3-glacier']) expect(chosen).not.toContain(id);
      }),
      { numRuns: 120 },
    );
  });

  it('the answer in ids is that of the recommendation, however often and in whatever order it is asked', () => {
    const fresh = loadKnowledge();
    fc.assert(
      fc.property(workloads, (workload) => {
        const stack = Object.values(decide(workload).stack).flat();
        const short = answer(fresh, workload, { asOf });
        expect(short.map(({ chosen }) => chosen)).toEqual(
          stack.map(({ chosen }) => chosen.map(({ id, by }) => (by === undefined ? { id } : { id, by }))),
        );
        expect(short.map(({ verdict }) => verdict)).toEqual(stack.map(({ verdict }) => verdict));
        expect(short.map(({ opinion }) => opinion)).toEqual(stack.map(({ opinion }) => opinion));
      }),
      { numRuns: 120 },
    );
  });

  it('the ranking is by verdict, then by score', () => {
    const order = ['meets', 'conditional', 'unknown', 'fails'];
    fc.assert(
      fc.property(workloads, (workload) => {
        for (const one of Object.values(decide(workload).stack).flat()) {
          const ranked = one.alternatives.filter(({ origin }) => origin === 'fit');
          ranked.slice(1).forEach((next, n) => {
            const before = ranked[n];
            if (before === undefined) return;
            const [a, b] = [order.indexOf(before.verdict), order.indexOf(next.verdict)];
            expect(a < b || (a === b && before.score <= next.score)).toBe(true);
          });
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('facts', () => {
  const overlay = (facts: string): ReturnType<typeof loadKnowledge> =>
    loadKnowledge(
      new Map([
        [
          'ours.yaml',
          `apiVersion: whichstack/v1
kind: Package
id: ours
title: {en: ours, zh: ours}
version: '1'
---
apiVersion: whichstack/v1
kind: Bibliography
id: our-lab
title: {en: our lab, zh: our lab}
entries: {bench-2026: {title: Bench, url: 'https://example.org/bench', date: '2026-10-01'}}
---
apiVersion: whichstack/v1
kind: Evidence
id: our-measurements
title: {en: measured, zh: measured}
technology: kubevirt
facts:
${facts}
`,
        ],
      ]),
    );
  const startup = (
    knowledge: ReturnType<typeof loadKnowledge>,
    environment: Record<string, unknown> = {},
    date = asOf,
  ): RoleAnswer['fit'][number] => {
    const answered = recommend(
      knowledge,
      { requirements: { scenario: 'financial-trading', startup: '5s' }, environment },
      { asOf: date },
    );
    const row = role(answered, 'runtime').fit.find(
      ({ criterion, combination }) => criterion === 'startup' && combination === 'kubevirt',
    );
    if (row === undefined) throw new Error('no row');
    return row;
  };
  const fact = (rest: string): string => `  - {attribute: start-time, ${rest}, source: bench-2026}`;

  it.each([
    ['a measurement settles it', fact('value: 3s, kind: measurement, confidence: high'), 'meets', 0.4, []],
    ['one that is too slow fails', fact('value: 30s, kind: measurement, confidence: high'), 'fails', -5, []],
    [
      'a bound above what is asked leaves it partly open',
      fact('atMost: 8s, kind: documentation, confidence: high'),
      'conditional',
      -0.6,
      ['partly'],
    ],
    [
      'a range on both sides too',
      fact('between: [2s, 9s], kind: benchmark, confidence: high'),
      'conditional',
      -0.8,
      ['partly'],
    ],
    [
      'a lower bound beyond it fails',
      fact('atLeast: 6s, kind: documentation, confidence: high'),
      'fails',
      undefined,
      [],
    ],
    [
      'weak evidence for it does not prove it',
      fact('value: 3s, kind: vendor-claim, confidence: low'),
      'conditional',
      0.4,
      ['low-confidence'],
    ],
    [
      'weak evidence against it does not condemn it',
      fact('value: 30s, kind: vendor-claim, confidence: low'),
      'unknown',
      -5,
      ['low-confidence'],
    ],
    [
      'stale evidence does neither',
      fact("value: 3s, kind: benchmark, confidence: high, date: '2019'"),
      'conditional',
      0.4,
      ['stale'],
    ],
    [
      'an expiry of its own goes before the vocabulary’s',
      fact("value: 3s, kind: benchmark, confidence: high, expires: '2026-10'"),
      'conditional',
      0.4,
      ['stale'],
    ],
    [
      'a condition that is not stated leaves it open',
      fact('value: 3s, when: {nodes: {atLeast: 3}}, kind: benchmark, confidence: high'),
      'conditional',
      0.4,
      ['conditions'],
    ],
  ] as const)('%s', (_, facts, verdict, margin, doubts) => {
    const row = startup(overlay(facts));
    expect([row.verdict, row.margin, row.doubts]).toEqual([verdict, margin, doubts]);
  });

  it('count where their condition holds, and not where it does not', () => {
    const knowledge = overlay(fact('value: 3s, when: {nodes: {atLeast: 3}}, kind: benchmark, confidence: high'));
    expect(startup(knowledge, { nodes: 5 }).verdict).toBe('meets');
    const without = startup(knowledge, { nodes: 1 });
    expect(without).toMatchObject({ verdict: 'unknown', found: null, evidence: [{ applies: 'no', deciding: false }] });
    expect(without.text).toContain('conditions that do not hold here');
  });

  it('go by kind, then by confidence, and those that decide are marked', () => {
    const knowledge = overlay(
      [
        fact('value: 1s, kind: vendor-claim, confidence: high'),
        fact('value: 2s, kind: documentation, confidence: high'),
        fact('value: 30s, kind: benchmark, confidence: medium'),
        fact('value: 20s, kind: paper, confidence: high'),
      ].join('\n'),
    );
    const row = startup(knowledge);
    expect(row).toMatchObject({ verdict: 'fails', found: '20s' });
    expect(row.evidence.map(({ value, deciding }) => [value, deciding])).toEqual([
      ['1s', false],
      ['2s', false],
      ['30s', false],
      ['20s', true],
    ]);
  });

  it('that disagree at the same rank are all shown and not averaged', () => {
    const row = startup(
      overlay(
        [
          fact('value: 1s, kind: benchmark, confidence: high'),
          fact('value: 30s, kind: benchmark, confidence: high'),
        ].join('\n'),
      ),
    );
    expect(row).toMatchObject({ verdict: 'conditional', found: '1s; 30s', doubts: ['conflict'] });
  });

  it('grow stale with the date that is judged by, fresh ones first', () => {
    const knowledge = overlay(fact('value: 3s, kind: benchmark, confidence: high'));
    expect(startup(knowledge, {}, '2026-11-23').verdict).toBe('meets');
    expect(startup(knowledge, {}, '2040-01-01')).toMatchObject({
      verdict: 'conditional',
      doubts: ['stale'],
      evidence: [{ stale: true }],
    });
    const both = overlay(
      [
        fact("value: 30s, kind: measurement, confidence: high, date: '2015'"),
        fact('value: 3s, kind: documentation, confidence: high'),
      ].join('\n'),
    );
    expect(startup(both).verdict).toBe('meets');
  });

  it('on a cluster count for the nodes that there are', () => {
    const iops = (nodes: number): RoleAnswer['fit'][number] | undefined =>
      role(
        decide({
          requirements: { data: [{ name: 'ledger', need: 'oltp', iops: '500k' }] },
          environment: { nodes, hardware: ['nvme'] },
        }),
        'storage',
      ).fit.find(({ criterion, technology }) => criterion === 'iops' && technology === 'ceph-rbd');
    expect(iops(10)).toMatchObject({ verdict: 'meets', doubts: [] });
    expect(iops(3)).toMatchObject({ verdict: 'fails' });
  });

  it('without a source, of an unknown attribute or of a form that does not suit do not load', () => {
    const wrong = (facts: string): string[] => {
      try {
        overlay(facts);
        return [];
      } catch (error) {
        if (!(error instanceof DiagnosticError)) throw error;
        return error.diagnostics.map(({ code }) => code);
      }
    };
    expect(wrong('  - {attribute: start-time, value: 3s, kind: benchmark, confidence: high}')).toEqual(['missing-key']);
    expect(wrong('  - {attribute: start-time, value: 3s, kind: benchmark, confidence: high, source: hearsay}')).toEqual(
      ['unknown-reference'],
    );
    expect(wrong(fact('value: 3s, kind: benchmark, confidence: high').replace('start-time', 'start-tine'))).toEqual([
      'unknown-reference',
    ]);
    expect(wrong(fact('value: fast, kind: benchmark, confidence: high'))).toEqual(['not-a-quantity']);
    expect(wrong(fact('value: 3s, atMost: 4s, kind: benchmark, confidence: high'))).toEqual(['fact-form']);
    expect(wrong(fact('between: [4s, 3s], kind: benchmark, confidence: high'))).toEqual(['range-reversed']);
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
