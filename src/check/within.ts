import { list, operators } from '../language/condition.js';
import type { Condition, Scalar, Test } from '../language/schema/condition.js';
import type { Dimension } from '../language/schema/factor.js';
import type { KnowledgeBase } from '../load/knowledge.js';
import { each } from '../program/codes.js';
import { boundOf, UNSTATED, valueOf, type Variable } from '../program/domain.js';
import type { Region } from './region.js';

/** Whether all inputs of a region satisfy a condition, as far as factors and items are concerned: what another decision answers is not known of a region. */
export function liesWithin({ sets, some }: Region, condition: Condition, { dimensions }: KnowledgeBase): boolean {
  return Object.entries(condition).every(([name, test]) => {
    const written = JSON.stringify(test);
    if (some.some(([one, holds]) => holds && one.name === name && JSON.stringify(one.test) === written)) return true;
    return operators(test).every((part) =>
      sets.some(
        ([variable, set]) =>
          variable.factor.id === name && [...each(set)].every((code) => satisfies(variable, code, part, dimensions)),
      ),
    );
  });
}

type Part = ReturnType<typeof operators>[number];

/** Whether every value of a code satisfies one part of a test. */
function satisfies(
  variable: Variable,
  code: number,
  [operator, operand]: Part,
  dimensions: ReadonlyMap<string, Dimension>,
): boolean {
  if (operator === 'stated') return (code !== UNSTATED) === operand;
  if (code === UNSTATED) return false;
  const { factor, member, codes, bounds } = variable;
  if (factor.type === 'set') {
    const names = list(operand as Test).map(String);
    return names.length === 1 && names[0] === member && (operator === 'includes' ? code === 2 : code === 1);
  }
  const value = valueOf(variable, code);
  const [least, most] = bounds === undefined ? [code, code] : cellOf(bounds, code, Number(value));
  const dimension = factor.type === 'quantity' ? dimensions.get(factor.dimension) : undefined;
  const named = (list(operand as Test) as Scalar[]).map((one) =>
    bounds === undefined ? (codes.get(one) ?? Number.NaN) : boundOf(one, dimension),
  );
  const isOpen = least < most;
  return operator === 'equals' || operator === 'not'
    ? operator === 'not'
      ? named.every((one) => (isOpen ? one <= least || one >= most : one !== least))
      : named.some((one) => !isOpen && one === least)
    : named.every((one) => isPast(operator, one, least, most, isOpen));
}

/** Whether all figures from one to another, the ends themselves left out where there are more than one, are past a bound. */
function isPast(operator: Part[0], bound: number, least: number, most: number, isOpen: boolean): boolean {
  switch (operator) {
    case 'atLeast':
      return least >= bound;
    case 'atMost':
      return most <= bound;
    case 'above':
      return isOpen ? least >= bound : least > bound;
    case 'below':
      return isOpen ? most <= bound : most < bound;
    default:
      return false;
  }
}

/** The ends of what a code of a figure stands for: odd codes lie between bounds, even ones on a bound. */
function cellOf(bounds: readonly number[], code: number, value: number): readonly [least: number, most: number] {
  if (code % 2 === 0) return [value, value];
  const at = (code - 1) / 2;
  return [bounds[at - 1] ?? 0, bounds[at] ?? Infinity];
}
