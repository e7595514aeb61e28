import { describe, expect, it } from 'vitest';
import type { AnyRecommendation, RoleAnswer } from '../../src/index.js';
import { builtin, decide } from '../support/decide.js';

/** One place of the stack, recommended where nothing but a scenario is stated. */
interface Place {
  readonly scenario: string;
  readonly answer: RoleAnswer;
  readonly findings: AnyRecommendation['findings'];
}

const places: readonly Place[] = [...builtin.scenarios.keys()].flatMap((scenario) => {
  const { stack, findings } = decide({ requirements: { scenario } });
  return Object.values(stack)
    .flat()
    .map((answer) => ({ scenario, answer, findings }));
});

/** What the facts rank first or do not tell apart, in ids of technologies. */
const leading = ({ answer }: Place): readonly string[] =>
  answer.fitBest.length > 0 ? [idOf(answer.fitBest)] : answer.fitTied;

/** The id of a combination. */
const idOf = (parts: RoleAnswer['chosen']): string => parts.map(({ id }) => id).join('+');

/** What is said, in one line each, of what is chosen: the demands that it is not proved to meet, and what it needs of the workload. */
const reasonsOf = ({ answer, findings }: Place): readonly string[] => {
  const chosen = idOf(answer.chosen);
  const demands = answer.fit.filter(({ combination, verdict }) => combination === chosen && verdict !== 'meets');
  const needs = findings.filter(
    ({ code, technology = '' }) => code === 'needs-condition' && answer.chosen.some(({ id }) => id === technology),
  );
  return [...demands.map(({ title, text }) => `${title}: ${text}`), ...needs.map(({ message }) => message)];
};

/** Whether the facts have something to say of what is chosen. */
const isJudged = (place: Place): boolean => place.answer.chosen.length > 0 && leading(place).length > 0;

describe('Where only a scenario is stated', () => {
  it('the facts name no technology first in more than a quarter of the scenarios where they name one', () => {
    for (const { id: role } of builtin.roles) {
      const named = places.filter(({ answer }) => answer.role === role && answer.fitBest.length > 0);
      const scenarios = new Set(named.map(({ scenario }) => scenario));
      const first = new Map<string, Set<string>>();
      for (const { scenario, answer } of named)
        for (const { id } of answer.fitBest) first.set(id, (first.get(id) ?? new Set()).add(scenario));
      // Of one to three scenarios, one alone would be more than a quarter.
      const most = Math.max(1, scenarios.size / 4);
      for (const [id, of] of first)
        expect(of.size, `${role}: ${id} in ${[...of].join(', ')}`).toBeLessThanOrEqual(most);
    }
  });

  it('they name one first, or list those that they do not tell apart', () => {
    const judged = places.filter(({ answer }) => answer.fit.length > 0);
    expect(judged.length).toBeGreaterThan(builtin.scenarios.size);
    for (const { scenario, answer } of judged)
      if (answer.fitBest.length === 0) expect(answer.fitTied.length, `${scenario} ${answer.role}`).toBeGreaterThan(1);
  });

  it.each(
    places.filter(isJudged).map((place) => [place.scenario, place.answer.name ?? place.answer.role, place] as const),
  )('the guide and the facts agree on %s, %s, or one line names what is open', (_scenario, _name, place) => {
    const chosen = idOf(place.answer.chosen);
    if (leading(place).includes(chosen)) return;
    const reasons = reasonsOf(place);
    expect(reasons, `${chosen} against ${leading(place).join(', ')}`).not.toEqual([]);
    for (const reason of reasons) expect(reason).toMatch(/^.+$/);
  });
});
