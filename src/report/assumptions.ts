import type { Test } from '../language/schema/knowledge/condition.js';
import type { Assumption } from '../language/schema/results/recommendation.js';
import { unstatedNeeds } from '../decide/stack/compatible.js';
import type { PlaceDecision, StackDecision } from '../decide/stack/decide.js';
import { technologiesOf } from '../decide/stack/resolve.js';
import type { Describer } from './describe.js';
import { objectionText } from './findings/stack.js';
import { TYPOGRAPHY } from '../language/texts/index.js';

/** What has to hold for the choice of a place to run, and is not stated; each need once. The findings report the same needs. */
export function assumptionsOf(
  { pick, evaluation }: PlaceDecision,
  { surroundings }: StackDecision,
  describe: Describer,
): Assumption[] {
  if (pick === undefined) return [];
  const found = technologiesOf(pick.ranked.candidate).flatMap((technology) =>
    unstatedNeeds(technology, evaluation, surroundings.exists).map((rule) => [technology, rule] as const),
  );
  const once = new Map(found.map(([technology, rule]) => [rule.id, { technology, rule }]));
  return [...once.values()].map(({ technology, rule }): Assumption => {
    const { variables, outcomes, some } = rule.that;
    const tests = [...variables, ...outcomes, ...some];
    return {
      technology,
      factors: [...new Set(tests.map(({ name }) => name))],
      title: tests.map(({ name, test }) => describe.test(name, test as Test)).join(TYPOGRAPHY[describe.lang].comma),
      message: objectionText({ rule, technology }, describe),
    };
  });
}
