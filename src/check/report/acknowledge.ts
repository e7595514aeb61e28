import type { Acknowledgement } from '../../language/schema/knowledge/package.js';
import type { Program } from '../../program/ir/program.js';
import type { Problem, ProblemView } from '../rules/problem.js';
import { implies } from '../geometry/region.js';

/** A problem, and the id of the tension that acknowledges it, if one does. */
export interface Acknowledged {
  readonly problem: Problem;
  readonly tension?: string;
}

/**
 * Finds the tension that acknowledges each problem. A tension can acknowledge only problems of its own package and of earlier ones.
 *
 * @returns the given problems in their order, then one problem of code `unused-suppression` for each acknowledgement without a problem
 */
export function acknowledge(problems: readonly Problem[], program: Program): Acknowledged[] {
  const { tensions, packages, origins } = program.knowledge;
  const rank = new Map(packages.map(({ id }, n) => [id, n]));
  const rankOf = (kind: string, id: string): number => rank.get(origins.get(`${kind}/${id}`) ?? '') ?? 0;
  // A package cannot acknowledge a problem to which a later package contributes.
  const newest = ({ decision, other, rules = [], document, criterion, where = [] }: ProblemView): number =>
    Math.max(
      0,
      ...rules.map(({ origin }) => rank.get(origin.package) ?? 0),
      ...[decision, other].flatMap((one) => (one === undefined ? [] : [rankOf('Decision', one.id)])),
      ...(document === undefined ? [] : [rankOf(document.kind, document.id)]),
      ...(criterion === undefined ? [] : [rankOf('Criterion', criterion)]),
      ...where.flatMap(({ sets, answers: by = [] }) => [
        ...sets.map(([{ factor }]) => rankOf('Factor', factor.id)),
        ...by.map((one) => rankOf('Decision', one.decision.id)),
      ]),
    );
  const all = [...tensions.values()].flatMap(({ id, acknowledges = [] }) =>
    acknowledges.map((one, place) => ({ id, one, place, upTo: rankOf('Tension', id) })),
  );
  const used = new Set<Acknowledgement>();
  const known = problems.map((problem): Acknowledged => {
    const matching = all.filter(({ one, upTo }) => upTo >= newest(problem) && covers(one, problem, program));
    for (const { one } of matching) used.add(one);
    const [first] = matching;
    return { problem, ...(first && { tension: first.id }) };
  });
  // A later package may remove a problem that an earlier one acknowledges, so only the last package is held to it.
  const unused = all.filter(({ one, upTo }) => !used.has(one) && upTo >= packages.length - 1);
  return [
    ...known,
    ...unused.map(({ id, one, place }): Acknowledged => {
      const document = { kind: 'Tension', id, path: ['acknowledges', place] };
      return { problem: { code: 'unused-suppression', document, acknowledges: one } };
    }),
  ];
}

/** Whether an acknowledgement covers a problem: the problem involves everything that it names, and its condition holds for all inputs with the problem. */
function covers(one: Acknowledgement, problem: ProblemView, { conditions }: Program): boolean {
  const { decision, other, rules = [], levels = [], where = [] } = problem;
  const tests = conditions.get(one);
  const decisions = [decision?.id, other?.id];
  const named = rules.flatMap(({ origin: { rule, source } }) => [rule, source]);
  return (
    one.problem === problem.code &&
    (one.decisions ?? []).every((id) => decisions.includes(id)) &&
    (one.rules ?? []).every((id) => named.includes(id)) &&
    (one.levels ?? []).every((id) => levels.includes(id)) &&
    (tests === undefined || (where.length > 0 && where.every((region) => implies(region, tests)))) &&
    (['factor', 'technology', 'criterion', 'scenario', 'source'] as const).every(
      (key) => one[key] === undefined || one[key] === problem[key],
    )
  );
}
