import { describe, expect, it } from 'vitest';
import { compileKnowledge, recommend, type KnowledgeBase, type RoleAnswer } from '../../../src/index.js';
import { builtin, asOf, decide, role } from '../../support/decide.js';
import { fitPackage } from '../../support/fit-package.js';

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

describe('a decision', () => {
  it('does not depend on the weights of a decision before it', () => {
    const knowledge = (): KnowledgeBase =>
      fitPackage({
        technologies: {
          unrated: { facts: [{ attribute: 'rate', value: 5 }] },
          fair: {
            facts: [
              { attribute: 'rate', value: 5 },
              { attribute: 'grade', value: 'mid' },
            ],
          },
        },
        criteria: {
          rate: { attributes: ['rate'], factor: 'rate', better: 'higher', members: 'lead' },
          grade: { attributes: ['grade'], always: 'top', better: 'higher', members: 'lead', bounds: ['low', 'top'] },
        },
      });
    const scores = (of: KnowledgeBase, weights?: Record<string, number>): readonly unknown[] => {
      const preferences = weights === undefined ? {} : { preferences: { weights } };
      const { chosen, score, alternatives } = role(
        recommend(of, { requirements: { rate: 1 }, ...preferences }, { asOf }),
        'place',
      );
      return [chosen.map(({ id }) => id), score, alternatives.map((one) => [one.id, one.score])];
    };
    const [fresh, used] = [knowledge(), knowledge()];
    const weighed = scores(used, { grade: 1 });
    expect(scores(used)).toEqual(scores(fresh));
    expect(weighed).not.toEqual(scores(fresh));
  });

  it('does not count by how far a demand is missed where the user gives its criterion no weight', () => {
    const knowledge = fitPackage({
      technologies: {
        slow: {
          facts: [
            { attribute: 'rate', value: 1 },
            { attribute: 'room', value: 9 },
          ],
        },
        tight: {
          facts: [
            { attribute: 'rate', value: 9 },
            { attribute: 'room', value: 4 },
          ],
        },
      },
      criteria: {
        rate: { attributes: ['rate'], factor: 'rate', better: 'higher', members: 'lead', bounds: [0, 10] },
        room: { attributes: ['room'], factor: 'room', better: 'higher', members: 'lead', bounds: [0, 10] },
      },
    });
    const first = (weights: Record<string, number>): string | undefined => {
      const workload = { requirements: { rate: 5, room: 5 }, preferences: { weights } };
      return role(recommend(knowledge, workload, { asOf }), 'place').chosen[0]?.id;
    };
    expect([first({}), first({ rate: 0 })]).toEqual(['tight', 'slow']);
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
    // What the user weighs separates what was tied: the whole of its scale counts.
    expect(heavy.fitTied.length).toBeLessThan(even.fitTied.length);
    for (const id of heavy.fitTied) {
      const maturities = id
        .split('+')
        .flatMap((member) =>
          (builtin.technologies.get(member)?.facts ?? []).flatMap((fact) =>
            fact.attribute === 'maturity' ? [fact.value] : [],
          ),
        );
      expect(maturities, id).toContain('graduated');
    }
  });

  it('of zero for all leave nothing to be scored', () => {
    const zero = Object.fromEntries([...builtin.criteria.keys()].map((id) => [id, 0]));
    expect(weighed(zero).weights).toEqual({});
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
