import { expect } from 'vitest';
import type { AnyRecommendation, AnyVocabulary, RoleAnswer, WorkloadInput } from '../../src/index.js';
import { compare } from '../../src/report/compare.js';
import { readInput } from '../../src/report/recommend.js';
import { runCases } from '../support/cases.js';
import { asOf, builtin, decide } from '../support/decide.js';

interface Expected {
  readonly accept?: readonly (readonly string[])[];
  readonly never?: readonly (readonly string[])[];
  readonly fitBest?: readonly ('none' | readonly string[])[];
}
interface Answered {
  readonly workload: WorkloadInput<AnyVocabulary>;
  readonly recommendation: AnyRecommendation;
}

const answersOf = ({ recommendation }: Answered, role: string): readonly RoleAnswer[] =>
  [recommendation.stack[role] ?? []].flat();

/** What is chosen, with what realises an interface. */
const idsOf = (chosen: RoleAnswer['chosen']): string[] =>
  chosen.flatMap(({ id, by }) => (by === undefined ? [id] : [id, by]));
const sorted = (set: readonly string[]): string => [...set].sort().join('+');

/** What is chosen is an accepted set, a realisation of one or a fuller combination. */
function isAccepted(chosen: readonly string[], set: readonly string[]): boolean {
  const held = new Set(chosen.flatMap((id) => [id, ...(builtin.technologies.get(id)?.realises ?? [])]));
  return set.length === 0 ? chosen.length === 0 : set.every((id) => held.has(id));
}

const ofRole =
  (role: string) =>
  (answered: Answered, { accept, never = [], fitBest }: Expected): void => {
    const answers = answersOf(answered, role);
    expect(answers.length).toBeGreaterThan(0);
    for (const { chosen, alternatives, fitBest: best } of answers) {
      const ids = idsOf(chosen);
      if (accept !== undefined && !accept.some((set) => isAccepted(ids, set)))
        expect.fail(`${role}: ${sorted(ids)} is not accepted`);
      const offered = [
        ids,
        ...alternatives.filter(({ verdict }) => verdict !== 'fails').map(({ technologies }) => technologies),
      ];
      for (const set of never) expect(offered.map(sorted), role).not.toContain(sorted(set));
      if (fitBest !== undefined) {
        const allowed = fitBest.map((set) => (set === 'none' ? '' : sorted(set)));
        expect(allowed, `${role}: first by the facts`).toContain(sorted(best.map(({ id }) => id)));
      }
    }
  };

runCases<Answered>('report/expert.yaml', {
  required: ['workload'],
  run: ({ workload }) => {
    const stated = workload as WorkloadInput<AnyVocabulary>;
    return { workload: stated, recommendation: decide(stated) };
  },
  expectations: {
    ...Object.fromEntries(
      ['runtime', 'storage', 'configuration', 'acceleration'].map((role) => [
        role,
        (answered: Answered, expected: unknown) => {
          ofRole(role)(answered, expected as Expected);
        },
      ]),
    ),
    verdict: ({ workload }, expected) => {
      for (const { technology, criterion, is } of expected as Record<'technology' | 'criterion' | 'is', string>[]) {
        const { fit = [] } = compare(builtin, [technology], { asOf, lang: 'en' }, readInput(builtin, workload, {}));
        const rows = fit.flatMap(({ candidates }) => candidates.flatMap((candidate) => candidate.fit));
        const own = rows.filter((row) => row.technology === technology && row.criterion === criterion);
        expect(
          own.map(({ verdict }) => verdict),
          `${technology} ${criterion}`,
        ).toContain(is);
      }
    },
    neverCombined: ({ recommendation }, expected) => {
      const chosen = Object.values(recommendation.stack)
        .flat()
        .flatMap((answer) => idsOf(answer.chosen));
      expect((expected as string[]).every((id) => chosen.includes(id))).toBe(false);
    },
    conflict: ({ recommendation }, expected) => {
      expect(recommendation.findings.some(({ code }) => code === 'unsatisfiable')).toBe(expected);
    },
    finding: ({ recommendation }, expected) => {
      const said = recommendation.findings.map(({ message }) => message).join('\n');
      for (const word of expected as string[]) expect(said).toContain(word);
    },
  },
});
