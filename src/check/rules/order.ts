import type { Variable } from '../../program/ir/domain.js';
import type { Alternatives } from '../../language/outputs/values.js';
import type { Program, ProgramDecision, ProgramRole } from '../../program/ir/program.js';
import { alternativesIn, casesOf, variablesReadBy, type Case } from '../cases/cases.js';
import { type FactJudge } from './facts.js';
import type { Problem } from './problem.js';

/**
 * Finds decisions that are not monotonic: for a higher level of a factor, and all else equal, by the facts, the answer reaches a lower level
 * than the answer for the lower level does.
 */
export function orderProblems(
  decision: ProgramDecision,
  output: number,
  role: ProgramRole,
  program: Program,
  judge: FactJudge,
): Problem[] {
  const judged = variablesReadBy(program, decision).filter((variable) => judge.judges(variable, role.id));
  if (judged.length === 0) return [];
  // Inputs are compared one by one.
  const options = { allowUnstated: true, method: 'inputs' } as const;
  const { all, complete } = casesOf(program, [{ decision: decision.number, output }], options);
  const found = judged.flatMap((variable): Problem[] => {
    const reach = (answer: Alternatives): number => Math.max(...answer.map((combo) => judge.reach(combo, variable)));
    const groups = new Map<string, Case[]>();
    for (const one of all) {
      if (one.results[0]?.answer == null || levelOf(one, variable) === 0) continue;
      const key = othersOf(one, variable);
      groups.set(key, [...(groups.get(key) ?? []), one]);
    }
    const pairs = [...groups.values()].flatMap((alike) =>
      alike.flatMap((low) =>
        alike.filter((high) => levelOf(high, variable) > levelOf(low, variable)).map((high) => ({ low, high })),
      ),
    );
    const worse = pairs.find(({ low, high }) => {
      const [less, more] = [reach(answerOf(low)), reach(answerOf(high))];
      return more >= 0 && more < less;
    });
    if (worse === undefined) return [];
    const nameOf = (one: Case): string => String([...variable.codes.keys()][levelOf(one, variable) - 1]);
    return [
      {
        code: 'non-monotonic',
        decision,
        output,
        factor: variable.factor.id,
        levels: [nameOf(worse.low), nameOf(worse.high)],
        rules: [
          ...new Set([worse.low, worse.high].flatMap(({ results }) => results[0]?.hits.map(({ rule }) => rule) ?? [])),
        ],
        witness: worse.high.example,
        answers: [answerOf(worse.low), answerOf(worse.high)],
      },
    ];
  });
  // One example for each factor is reported, so that more cases could not add anything where each has one.
  if (complete || found.length === judged.length) return found;
  return [...found, { code: 'inconclusive', decision, output, unproven: ['non-monotonic'] }];
}

const answerOf = ({ results }: Case): Alternatives => alternativesIn(results[0]) ?? [];
const levelOf = ({ example: point }: Case, variable: Variable): number => point.codes.get(variable) ?? 0;

/** A text of all that an input states except one variable. */
const othersOf = ({ example: point }: Case, variable: Variable): string =>
  [...point.codes]
    .filter(([other, code]) => other !== variable && code !== 0)
    .map(([{ index }, code]) => `${String(index)}=${String(code)}`)
    .sort()
    .join();
