import type { OutputValues } from '../../../language/outputs/values.js';
import { areOutcomes } from '../../../language/outputs/values.js';
import type { OutcomeOrder } from '../../../language/schema/knowledge/decision.js';
import { each } from '../../../program/ir/codes.js';
import { valueOf, type Variable } from '../../../program/ir/domain.js';
import type { Program, ProgramDecision } from '../../../program/ir/program.js';
import { variablesReadBy } from '../../cases/cases.js';
import type { Problem } from '../problem.js';
import { neighbours, type CodePair, type InputComparison } from './compare.js';
import { distinguishes } from './without-effect.js';

/**
 * Finds answers that go against the order that a decision declares: for a higher value of a factor, and all else equal, a lower answer, or the
 * opposite for a factor with which answers fall.
 */
export function outcomeOrderProblems(
  decision: ProgramDecision,
  program: Program,
  comparison: InputComparison,
): Problem[] {
  const order = program.knowledge.decisions.get(decision.id)?.order;
  if (order === undefined) return [];
  const output = order.output === undefined ? 0 : decision.outputs.indexOf(order.output);
  const read = variablesReadBy(program, decision);
  const directions = [
    ...(order.rises ?? []).map((factor) => ({ factor, falls: false })),
    ...(order.falls ?? []).map((factor) => ({ factor, falls: true })),
  ];
  const of = { decision, output, rank: rankIn(order), comparison, tested: program.tested };
  return directions.flatMap(({ factor, falls }) => {
    const found = read.filter((variable) => variable.factor.id === factor).map((one) => against(one, falls, of));
    const problem = found.find((one) => one?.code === 'against-order') ?? found.find((one) => one !== undefined);
    return problem === undefined ? [] : [problem];
  });
}

/** The least and the greatest rank of what an answer allows; undefined where the order does not say it. */
type Rank = (answer: OutputValues | null | undefined) => readonly [least: number, greatest: number] | undefined;

function rankIn({ outcomes = [] }: OutcomeOrder): Rank {
  const ranks = new Map(outcomes.map((id, n) => [id, n]));
  return (answer) => {
    if (answer == null || answer.length === 0) return undefined;
    const all = areOutcomes(answer) ? answer.flat().map((id) => ranks.get(id)) : answer;
    const known = all.flatMap((one) => (typeof one === 'number' ? [one] : []));
    return known.length < all.length || known.length === 0 ? undefined : [Math.min(...known), Math.max(...known)];
  };
}

interface Ordered {
  readonly decision: ProgramDecision;
  readonly output: number;
  readonly rank: Rank;
  readonly comparison: InputComparison;
  readonly tested: Program['tested'];
}

function against(variable: Variable, falls: boolean, of: Ordered): Problem | undefined {
  const { decision, output, rank, comparison } = of;
  // Values that no test distinguishes get the same answers.
  const tests = of.tested.get(variable) ?? [];
  const all = [...each(variable.statable)];
  const apart = neighbours(variable, all).filter((pair) => distinguishes(tests, pair));
  const codes = [...all.slice(0, 1), ...apart.map(([, second]) => second)];
  const seen = { tooMany: false, unranked: false };
  const find = (pair: CodePair): Problem | undefined => {
    const found = comparison.find(decision, variable, pair, ({ answers: [first, second] }) => {
      const [low, high] = [rank(first[output]), rank(second[output])];
      if (low === undefined || high === undefined) {
        seen.unranked = true;
        return false;
      }
      const [less, more] = falls ? [high, low] : [low, high];
      return more[0] < less[0] || more[1] < less[1];
    });
    if (found === 'unknown') seen.tooMany = true;
    if (typeof found === 'string') return undefined;
    const nameOf = (code: number): string => String(valueOf(variable, code) ?? '');
    return {
      code: 'against-order',
      decision,
      output,
      factor: variable.factor.id,
      levels: [nameOf(pair[0]), nameOf(pair[1])],
      rules: found.rules,
      witness: found.second,
      answers: [found.answers[0][output] ?? null, found.answers[1][output] ?? null],
    };
  };
  const first = firstOf(apart, find);
  if (first !== undefined) return first;
  // Where a value in between has no answer to compare, those on both sides of it are compared.
  const further = codes.flatMap((low, n) => codes.slice(n + 2).map((high): CodePair => [low, high]));
  const second = seen.unranked ? firstOf(further, find) : undefined;
  if (second !== undefined) return second;
  return seen.tooMany ? { code: 'inconclusive', decision, output, unproven: ['against-order'] } : undefined;
}

function firstOf<T, R>(all: readonly T[], find: (one: T) => R | undefined): R | undefined {
  for (const one of all) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}
