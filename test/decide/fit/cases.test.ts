import { expect } from 'vitest';
import { DiagnosticError, recommend, type RoleAnswer, type WorkloadInput } from '../../../src/index.js';
import { compare } from '../../../src/report/compare.js';
import { readInput } from '../../../src/report/recommend.js';
import { runCases, type Case } from '../../support/cases.js';
import { asOf, decide, role } from '../../support/decide.js';
import { fitPackage, type FitPackage } from '../../support/fit-package.js';
import { RECOMMENDATION_EXPECTATIONS } from '../../support/recommendation-cases.js';

runCases('decide/fit/criteria.yaml', {
  required: ['requirements'],
  optional: ['environment'],
  run: ({ requirements, environment }) => decide({ requirements, environment } as WorkloadInput),
  expectations: RECOMMENDATION_EXPECTATIONS,
});

type Row = RoleAnswer['fit'][number];

/** What the facts on the machine make of a wait of 5 s, or the codes of the diagnostics where they do not load. */
function judge({ facts, environment = {}, asOf: date = asOf }: Case): Row | readonly string[] {
  try {
    const knowledge = fitPackage({
      technologies: { machine: {}, cluster: {}, other: {} },
      combinations: [['machine', 'cluster']],
      evidence: { machine: (facts as Case[]).map((fact) => ({ attribute: 'wait', scope: 'pod', ...fact })) },
      criteria: {
        wait: {
          attributes: ['wait'],
          factor: 'wait',
          better: 'lower',
          members: 'whole',
          scope: 'container',
          scopeWith: { cluster: 'pod' },
        },
      },
    });
    const workload = { requirements: { wait: '5s' }, environment } as WorkloadInput;
    const { fit } = role(recommend(knowledge, workload, { asOf: date as string }), 'place');
    const row = fit.find(({ criterion }) => criterion === 'wait');
    if (row === undefined) throw new Error('the wait for the machine is not judged');
    return row;
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    return error.diagnostics.map(({ code }) => code);
  }
}

/** Compares a part of the row. */
const part =
  (compareWith: (row: Row, expected: unknown) => void) => (result: Row | readonly string[], expected: unknown) => {
    if (!('verdict' in result)) throw new Error(`refused: ${result.join()}`);
    compareWith(result, expected);
  };

runCases('decide/fit/facts.yaml', {
  required: ['facts'],
  optional: ['environment', 'asOf'],
  run: judge,
  expectations: {
    verdict: part(({ verdict }, expected) => {
      expect(verdict).toBe(expected);
    }),
    margin: part(({ margin = null }, expected) => {
      expect(margin).toBe(expected);
    }),
    doubts: part(({ doubts }, expected) => {
      expect(doubts).toEqual(expected);
    }),
    found: part(({ found }, expected) => {
      expect(found).toBe(expected);
    }),
    text: part((row, expected) => {
      expect(row.text).toContain(expected);
    }),
    evidence: part(({ evidence }, expected) => {
      expect(evidence).toMatchObject(expected as object[]);
    }),
    deciding: part(({ evidence }, expected) => {
      expect(evidence.filter(({ deciding }) => deciding).map(({ value }) => value)).toEqual(expected);
    }),
    refused: (result, expected) => {
      expect(result).toEqual(expected);
    },
  },
});

/** What the facts make of the candidates of a package. */
interface Ranking {
  readonly answer: RoleAnswer;
  /** By combination. */
  readonly candidates: ReadonlyMap<string, { readonly verdict: string; readonly rank: number; readonly score: number }>;
}

function rank({ requirements, environment = {}, weights = {}, asOf: date = asOf, ...documents }: Case): Ranking {
  const knowledge = fitPackage(documents as unknown as FitPackage);
  const workload = { requirements, environment, preferences: { weights } } as WorkloadInput;
  const settings = { asOf: date as string, lang: 'en' } as const;
  const ids = [...knowledge.technologies.keys()];
  const { fit = [] } = compare(knowledge, ids, settings, readInput(knowledge, workload, {}));
  return {
    answer: role(recommend(knowledge, workload, settings), 'place'),
    candidates: new Map(fit.flatMap(({ candidates }) => candidates.map(({ id, ...one }) => [id, one]))),
  };
}

/** Compares one value of some candidates. */
const ofCandidates =
  (key: 'verdict' | 'rank' | 'score') =>
  ({ candidates }: Ranking, expected: unknown): void => {
    const ids = Object.keys(expected as object);
    expect(ids).not.toEqual([]);
    expect(Object.fromEntries(ids.map((id) => [id, candidates.get(id)?.[key]]))).toEqual(expected);
  };

const written = (members: readonly { readonly id: string }[]): string =>
  members.length === 0 ? 'none' : members.map(({ id }) => id).join(' + ');

runCases('decide/fit/ranking.yaml', {
  required: ['technologies', 'criteria', 'requirements'],
  optional: ['combinations', 'environment', 'weights', 'asOf'],
  run: rank,
  expectations: {
    chosen: ({ answer }, expected) => {
      expect(written(answer.chosen)).toBe(expected);
    },
    fitBest: ({ answer }, expected) => {
      expect(written(answer.fitBest)).toBe(expected);
    },
    fitTied: ({ answer }, expected) => {
      expect(answer.fitTied).toEqual(expected);
    },
    shares: ({ answer }, expected) => {
      expect(answer.weights).toEqual(expected);
    },
    verdicts: ofCandidates('verdict'),
    ranks: ofCandidates('rank'),
    scores: ofCandidates('score'),
  },
});
