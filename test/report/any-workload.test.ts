import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answer,
  loadKnowledge,
  recommend,
  type AnyRecommendation,
  type AnyVocabulary,
  type RoleAnswer,
  type WorkloadInput,
} from '../../src/index.js';
import { compare } from '../../src/report/compare.js';
import { readInput } from '../../src/report/recommend.js';
import { asOf, builtin, decide, ids } from '../support/decide.js';
import { runs } from '../support/thorough.js';
import { workloads as readable } from '../support/workloads.js';

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
const workloads: fc.Arbitrary<WorkloadInput<AnyVocabulary>> = fc
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

/** From the best to the worst. */
const VERDICTS = ['meets', 'conditional', 'unknown', 'fails'] as const;
/** Printed scores have four places. */
const ROUNDING = 0.0002;
/** What some combination consists of, so that facts may choose it. */
const runnable = [...new Set([...builtin.combinations.values()].flat(2))].filter((id) => builtin.technologies.has(id));

/** How many demands fail, are unknown and are conditional; what is only typical of a scenario does not count. */
const countsOf = (rows: RoleAnswer['fit']): number[] =>
  (['fails', 'unknown', 'conditional'] as const).map(
    (verdict) => rows.filter((row) => row.origin !== 'typical' && row.verdict === verdict).length,
  );
/** The worst verdict by such counts. */
const worst = (counts: readonly number[]): number => {
  const at = counts.findIndex((count) => count > 0);
  return at < 0 ? 0 : VERDICTS.length - 1 - at;
};
const pairsOf = <T>(list: readonly T[]): (readonly [T, T])[] =>
  list.flatMap((a, n) => list.slice(n + 1).map((b) => [a, b] as const));

describe('For any workload', () => {
  const outcomes = new Map([...builtin.compatibilities.values()].map((rule) => [rule.id, rule]));

  it('the chosen stack has no pair that a rule excludes, and no place blends two opinions', () => {
    fc.assert(
      fc.property(workloads, (workload) => {
        const recommendation = decide(workload);
        const stack = Object.values(recommendation.stack).flat();
        const chosen = new Set(
          stack.flatMap((one) => one.chosen.flatMap(({ id, by }) => [id, ...(by === undefined ? [] : [by])])),
        );
        for (const { relation, of, with: others = [], when, unless } of outcomes.values()) {
          if (relation !== 'excludes' || others.length === 0 || when !== undefined || unless !== undefined) continue;
          expect(of.some((id) => chosen.has(id)) && others.some((id) => chosen.has(id))).toBe(false);
        }
        for (const one of stack) {
          if (one.opinion === 'guide' && one.chosen.length > 0) {
            const named = [
              ...(one.guide.allOf === undefined ? [] : [one.guide.allOf]),
              ...(one.guide.anyOf ?? []).map((option) => (typeof option === 'string' ? [option] : option.allOf)),
            ].map((combo) => String([...combo].sort()));
            // Only where none of these can run does a second choice of the rules take their place, and a finding says so.
            const isReported = recommendation.findings.some(
              ({ code, role: of }) => of === one.role && (code === 'incompatible' || code === 'second-choice'),
            );
            expect(named.includes(String(ids(one.chosen).sort())) || isReported).toBe(true);
          }
          if (one.guide.rules.length === 0) expect(one.opinion ?? 'fit').toBe('fit');
        }
      }),
      runs(120, 8),
    );
  });

  it('no technology is chosen that the environment lacks', () => {
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
      runs(120, 8),
    );
  });

  it('answer gives the ids of the recommendation, in any order of calls', () => {
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
      runs(120, 8),
    );
  });

  it('alternatives of the facts are listed by their rank', () => {
    fc.assert(
      fc.property(workloads, (workload) => {
        for (const one of Object.values(decide(workload).stack).flat()) {
          const ranked = one.alternatives.filter(({ origin }) => origin === 'fit');
          ranked.slice(1).forEach((next, n) => {
            const before = ranked[n];
            if (before === undefined) return;
            expect(before.rank).toBeLessThanOrEqual(next.rank);
          });
        }
      }),
      runs(100, 8),
    );
  });

  it('the ranking is ordered by how many demands fail, are unknown and are conditional, then by score', () => {
    const seen = { fewer: 0, tied: 0 };
    const some = fc.subarray(runnable, { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(workloads, some, (workload, technologies) => {
        const read = readInput(builtin, workload, { asOf });
        const { fit = [] } = compare(builtin, technologies, { asOf, lang: 'en' }, read);
        for (const { candidates } of fit) {
          for (const { score } of candidates) expect(score >= 0 && score <= 1).toBe(true);
          // What is open or pointless here counts in addition to verdicts, and a comparison does not show it.
          const plain = candidates
            .filter(({ id }) => isPlain(id))
            // Doubtful evidence against a demand counts more than none, and a row does not say which it is.
            .filter(({ fit: rows }) => !rows.some((row) => row.verdict === 'unknown' && row.foundText !== undefined))
            .map((one) => ({ ...one, counts: countsOf(one.fit) }));
          for (const [a, b] of pairsOf(plain)) {
            const differing = a.counts.findIndex((count, n) => count !== b.counts[n]);
            // Of what fails as many demands, what misses them least comes first.
            if (differing === 0 || (differing > 0 && a.counts[0] === 0)) {
              const [better, worse] = (a.counts[differing] ?? 0) < (b.counts[differing] ?? 0) ? [a, b] : [b, a];
              expect(better.rank, `${better.id} before ${worse.id}`).toBeLessThan(worse.rank);
              seen.fewer++;
            } else if ((a.counts[0] ?? 0) === 0 && Math.abs(a.score - b.score) > ROUNDING) {
              const [better, worse] = a.score < b.score ? [a, b] : [b, a];
              expect(better.rank, `${better.id} before ${worse.id}`).toBeLessThan(worse.rank);
            } else if ((a.counts[0] ?? 0) === 0 && a.score === 0 && b.score === 0) {
              expect(a.rank, `${a.id} as ${b.id}`).toBe(b.rank);
              seen.tied++;
            }
            expect(VERDICTS[worst(a.counts)]).toBe(a.verdict);
          }
        }
      }),
      runs(100, 8),
    );
    expect(seen.fewer).toBeGreaterThan(0);
  });
});

/** Whether no technology of a candidate has a need, or may be pointless; of an interface, no technology that realises it. */
function isPlain(candidate: string): boolean {
  const members = candidate.split(/[+@]/).flatMap((id) => [id, ...(builtin.realisations.get(id) ?? [])]);
  const ruled = [...builtin.compatibilities.values()]
    .filter(({ relation }) => relation === 'pointless-with' || relation === 'needs-condition')
    .flatMap(({ of }) => of);
  return members.every((id) => builtin.technologies.get(id)?.needs === undefined && !ruled.includes(id));
}

describe('Any workload', () => {
  it('is not answered by a realisation that runs already and is forbidden', () => {
    const answer: AnyRecommendation = recommend(
      builtin,
      {
        requirements: { confidentialComputing: true },
        environment: { existing: ['eks'] },
        constraints: { forbid: ['eks'] },
      },
      { asOf: '2026-11-23' },
    );
    const chosen = [answer.stack['runtime'] ?? []].flat().flatMap((one) => one.chosen);
    expect(chosen.length).toBeGreaterThan(0);
    expect(chosen.map(({ by }) => by)).not.toContain('eks');
  });

  it('gets the same answer each time, and every choice satisfies the constraints', () => {
    fc.assert(
      fc.property(readable(builtin), (workload) => {
        const options = { asOf: '2026-11-23', trace: true } as const;
        const answer = recommend(builtin, workload, options);
        expect(recommend(builtin, structuredClone(workload), options)).toEqual(answer);
        expect(recommend(builtin, workload, { ...options, lang: 'zh' }).id).toBe(answer.id);
        const { forbid = [], require = [] } = workload.constraints ?? {};
        const roles = Object.values(answer.stack).flat();
        const stack = roles.flatMap(({ chosen }) =>
          chosen.flatMap(({ id, by, runsOn = [] }) => [
            id,
            ...(by === undefined ? [] : [by]),
            ...runsOn.map((other) => other.id),
          ]),
        );
        expect(stack.filter((id) => forbid.includes(id))).toEqual([]);
        const conflict = answer.findings.find(({ code }) => code === 'unsatisfiable');
        if (conflict === undefined) expect(require.filter((id) => !stack.includes(id))).toEqual([]);
        else expect(conflict.statements?.length).toBeGreaterThan(0);
      }),
      runs(150, 8),
    );
  });
});
