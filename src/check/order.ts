import type { Variable } from '../program/domain.js';
import type { AnyOf } from '../program/combos.js';
import type { Program, ProgramDecision, ProgramRole } from '../program/program.js';
import { casesOf, type Case } from './cases.js';
import { type FactJudge } from './facts.js';
import type { Found } from './found.js';

/**
 * Where asking for more gets less: all else being equal, a higher level of a factor is answered by what, by the facts, reaches a lower level than the
 * answer to the lower one.
 */
export function orderProblems(
  decision: ProgramDecision,
  output: number,
  role: ProgramRole,
  program: Program,
  judge: FactJudge,
): Found[] {
  const { all, complete } = casesOf(program, [{ decision: decision.number, output }], { partly: true });
  if (!complete) return [];
  const judged = new Set(
    all
      .flatMap(({ region }) => region.sets.map(([variable]) => variable))
      .filter((variable) => judge.judges(variable, role.id)),
  );
  return [...judged].flatMap((variable): Found[] => {
    const reach = (answer: AnyOf): number => Math.max(...answer.map((combo) => judge.reach(combo, variable)));
    const stated = all.filter(
      ({ results, point }) => results[0]?.answer != null && (point.codes.get(variable) ?? 0) > 0,
    );
    const pairs = stated.flatMap((low) =>
      stated
        .filter((high) => levelOf(high, variable) > levelOf(low, variable) && alikeBut(variable, low, high))
        .map((high) => ({ low, high })),
    );
    const worse = pairs.find(({ low, high }) => {
      const [less, more] = [reach(answerOf(low)), reach(answerOf(high))];
      return more >= 0 && more < less;
    });
    if (worse === undefined) return [];
    const levels = [worse.low, worse.high].map((one) => String([...variable.codes.keys()][levelOf(one, variable) - 1]));
    return [
      {
        code: 'order-inverted',
        decision,
        output,
        factor: variable.factor.id,
        levels,
        rules: [
          ...new Set([worse.low, worse.high].flatMap(({ results }) => results[0]?.hits.map(({ rule }) => rule) ?? [])),
        ],
        witness: worse.high.point,
        says: [answerOf(worse.low), answerOf(worse.high)],
      },
    ];
  });
}

const answerOf = ({ results }: Case): AnyOf => results[0]?.answer ?? [];
const levelOf = ({ point }: Case, variable: Variable): number => point.codes.get(variable) ?? 0;

function alikeBut(variable: Variable, a: Case, b: Case): boolean {
  const names = new Set([...a.point.codes.keys(), ...b.point.codes.keys()]);
  names.delete(variable);
  return [...names].every((name) => (a.point.codes.get(name) ?? 0) === (b.point.codes.get(name) ?? 0));
}
