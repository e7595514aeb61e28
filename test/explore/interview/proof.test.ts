import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer, startInterview, type AnyInterview, type KnowledgeBase } from '../../../src/index.js';
import { asOf } from '../../support/decide.js';
import { factPackages, OF_ENVIRONMENT, REPLIES } from '../../support/fact-packages.js';
import { runs } from '../../support/thorough.js';

type Stated = Readonly<Record<string, unknown>>;

const FACTORS = Object.keys(REPLIES);

/** What is chosen for each role. */
function chosenFor(knowledge: KnowledgeBase, stated: Stated): string {
  const of = (isOfEnvironment: boolean): Stated =>
    Object.fromEntries(
      Object.entries(stated).filter(
        ([id, value]) => value !== undefined && OF_ENVIRONMENT.includes(id) === isOfEnvironment,
      ),
    );
  const places = answer(knowledge, { requirements: of(false), environment: of(true) }, { asOf });
  return JSON.stringify(places.map(({ role, chosen }) => [role, chosen.map(({ id }) => id).sort()]));
}

/** All ways to reply to some factors that are not stated. */
function completions(stated: Stated, open: readonly string[]): Stated[] {
  return open.reduce<Stated[]>(
    (all, id) => all.flatMap((one) => (REPLIES[id] ?? []).map((value) => ({ ...one, [id]: value }))),
    [stated],
  );
}

const statedIn = ({ workload: { requirements = {}, environment = {} } }: AnyInterview): Stated => ({
  ...requirements,
  ...environment,
});

describe('The end of an interview', () => {
  it('is a proof: no completion changes any role, and before the end some completion does', () => {
    const knows = fc.record(
      Object.fromEntries(FACTORS.map((id) => [id, fc.constantFrom(...(REPLIES[id] ?? []))])),
    ) as fc.Arbitrary<Stated>;
    const seen = { proven: 0, early: 0, unproven: 0, together: 0 };
    fc.assert(
      fc.property(factPackages, knows, (knowledge, known) => {
        let interview = startInterview(knowledge, { asOf, exactly: 0 });
        const asked = new Set<string>();
        for (let question = interview.question; question !== undefined; question = interview.question) {
          const { factor } = question;
          const here = statedIn(interview);
          const open = FACTORS.filter((id) => !asked.has(id));
          const now = chosenFor(knowledge, here);
          expect(completions(here, open).some((one) => chosenFor(knowledge, one) !== now)).toBe(true);
          const alone = completions(here, [factor]).every((one) => chosenFor(knowledge, one) === now);
          seen.together += Number(alone);
          asked.add(factor);
          const value = known[factor];
          interview = value === undefined ? interview.dontKnow() : interview.reply(value);
        }
        const here = statedIn(interview);
        const open = FACTORS.filter((id) => !asked.has(id));
        const now = chosenFor(knowledge, here);
        const others = completions(here, open).filter((one) => chosenFor(knowledge, one) !== now);
        if (interview.proven) expect(others).toEqual([]);
        seen.proven += Number(interview.proven);
        seen.unproven += Number(!interview.proven);
        seen.early += Number(interview.proven && open.length > 0);
      }),
      runs(300, 25),
    );
    expect(seen.early).toBeGreaterThan(0);
    expect(seen.together).toBeGreaterThan(0);
    expect(seen.unproven).toBeLessThan(seen.proven / 4);
  });
});
