import { describe, expect, it } from 'vitest';
import type { AnyRecommendation, AnyVocabulary, RoleAnswer, WorkloadInput } from '../../src/index.js';
import { allAnswers } from '../../src/emit/common/answer.js';
import { placeSummaries } from '../../src/emit/common/summary.js';
import { builtin, decide, ids } from '../support/decide.js';

/** What is stated of a factor so that no need of it is met. */
const UNMET: Readonly<Record<string, unknown>> = {
  kvm: false,
  managedServices: false,
  wasm: false,
  nodes: 1,
  hardware: ['cxl'],
  provider: 'none',
};

const environments: readonly Record<string, unknown>[] = [{}, { location: 'cloud', provider: 'aws' }];
const workloads = [...builtin.scenarios.keys()].flatMap((scenario) =>
  environments.map((environment) => ({ requirements: { scenario }, environment })),
);
const technologies = ({ chosen }: RoleAnswer): string[] =>
  chosen.flatMap(({ id, by, runsOn = [] }) => [id, ...(by === undefined ? [] : [by]), ...runsOn.map((one) => one.id)]);
const at = (recommendation: AnyRecommendation, { role, name }: RoleAnswer): RoleAnswer | undefined =>
  allAnswers(recommendation).find((one) => one.role === role && one.name === name);

describe('What an answer assumes', () => {
  it.each(workloads)('is exactly what the findings report as not stated: %j', (workload) => {
    const recommendation = decide(workload);
    const assumed = allAnswers(recommendation).flatMap(({ assumes }) => assumes.map(({ message }) => message));
    const reported = recommendation.findings.filter(({ code }) => code === 'needs-condition');
    const needs = reported.flatMap(({ message }) => (message.includes(' needs this: ') ? [message] : []));
    expect(new Set(assumed)).toEqual(new Set(needs));
  });

  it('excludes the choice where it is stated not to hold', () => {
    let tried = 0;
    for (const workload of workloads) {
      for (const answer of allAnswers(decide(workload))) {
        for (const { technology, factors } of answer.assumes) {
          const [factor = ''] = factors;
          const value = UNMET[factor];
          if (value === undefined || factors.length > 1) continue;
          const section = factor === 'wasm' ? 'requirements' : 'environment';
          const contrary = { ...workload, [section]: { ...workload[section], [factor]: value } };
          const there = at(decide(contrary), answer);
          expect(there === undefined ? [] : technologies(there), JSON.stringify(contrary)).not.toContain(technology);
          tried++;
        }
      }
    }
    expect(tried).toBeGreaterThan(30);
  });

  it('makes the mark of its place conditional, and no graver', () => {
    for (const workload of workloads) {
      for (const { answer, mark, about } of placeSummaries(decide(workload))) {
        if (answer.assumes.length === 0 || answer.chosen.length === 0) continue;
        expect(['conditional', 'unknown', 'fails'], about).toContain(mark);
      }
    }
  });

  it.each<[string, WorkloadInput<AnyVocabulary>, string, string | undefined, string]>([
    [
      'nodes that are not stated',
      { requirements: { data: ['oltp'] } },
      'storage',
      'conditional',
      'if Nodes is at least 3',
    ],
    [
      'the right to use a service',
      { requirements: { data: ['objects'] }, environment: { location: 'cloud', provider: 'gcp' } },
      'storage',
      'conditional',
      'if Managed services is yes',
    ],
    [
      'nothing where all is stated',
      {
        requirements: { data: ['objects'] },
        environment: { location: 'cloud', provider: 'gcp', managedServices: true },
      },
      'storage',
      'meets',
      'proven',
    ],
    [
      'nothing of what runs already',
      {
        requirements: { data: ['files'], kubernetes: true },
        environment: { location: 'on-premises', existing: ['cephfs'] },
      },
      'storage',
      'meets',
      'proven',
    ],
    [
      'that nodes run virtual machines',
      { requirements: { kubernetes: true, security: 'extreme' } },
      'runtime',
      'conditional',
      'if KVM on the nodes is yes',
    ],
    [
      'a device that is not stated',
      { requirements: { kubernetes: true, offload: 'ai-ml' } },
      'acceleration',
      'conditional',
      'if Hardware includes GPU',
    ],
  ])('is %s', (_, workload, role, mark, about) => {
    const place = placeSummaries(decide(workload)).find(({ answer }) => answer.role === role);
    expect([place?.mark, place?.about]).toEqual([mark, expect.stringContaining(about)]);
    expect(ids(place?.answer.chosen ?? [])).not.toEqual([]);
  });
});
