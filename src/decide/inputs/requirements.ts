import { getOrInsert } from '../../language/get-or-insert.js';
import type { Quantity } from '../../language/values/quantity.js';
import type { Origin } from '../../language/schema/results/recommendation.js';
import type { Value } from '../../language/values/statement.js';
import type { Demand, ProgramCriterion, RoleFit } from '../../program/ir/fit.js';
import type { Tests } from '../../program/ir/tests.js';
import type { Given } from './inputs.js';

/** A criterion with what the workload demands by it. */
export interface Requirement {
  readonly criterion: ProgramCriterion;
  /** The index of the criterion among those of the role. */
  readonly index: number;
  readonly demand: Demand;
  /** Where the demand comes from; none for what is always demanded. */
  readonly origin?: Origin;
  readonly value?: Value;
  readonly figure?: Quantity;
}

/** Gives the input of a factor, by its id, for the place that is decided. */
export type InputLookup = (factor: string) => Given | undefined;

/**
 * What the workload, its scenario and the knowledge demand of a role.
 *
 * @param truth whether tests hold; undefined where that is not stated
 */
export function requirementsOf(
  { criteria }: RoleFit,
  inputOf: InputLookup,
  truth: (tests: Tests) => boolean | undefined,
): Requirement[] {
  const found: Requirement[] = [];
  criteria.forEach((criterion, index) => {
    if (criterion.unless !== undefined && truth(criterion.unless) === true) return;
    if (criterion.always !== undefined) found.push({ criterion, index, demand: criterion.always });
    const stated = criterion.factor === undefined ? undefined : inputOf(criterion.factor.id);
    const demand = stated === undefined ? undefined : demandOf(criterion, stated);
    if (stated === undefined || demand === undefined) return;
    const { origin, value, figure } = stated;
    found.push({ criterion, index, demand, origin, ...(value !== undefined && { value }), ...(figure && { figure }) });
  });
  return found;
}

/**
 * A key of what an input demands of a role: for two inputs of a factor with the same key, the fit of the role is the same as far as it depends on this factor.
 */
export function requirementKey(role: RoleFit, factor: string, given: Given | undefined): string {
  if (given === undefined) return '';
  const asked = criteriaReading(role, factor).map((criterion) =>
    String(criterion.criterion.presentIn === factor ? given.value : demandOf(criterion, given)),
  );
  // What is stated may overrule an answer, unless its level is what the scenario has itself.
  return asked.length === 0 ? '' : `${given.origin} ${String(given.value)} ${asked.join('|')}`;
}

const readingByRole = new WeakMap<RoleFit, Map<string, readonly ProgramCriterion[]>>();

/** The criteria of a role that read a factor. */
function criteriaReading(role: RoleFit, factor: string): readonly ProgramCriterion[] {
  return getOrInsert(
    getOrInsert(readingByRole, role, () => new Map<string, readonly ProgramCriterion[]>()),
    factor,
    () => role.criteria.filter((one) => one.criterion.presentIn === factor || one.factor?.id === factor),
  );
}

/** A figure demands itself; a level what the criterion maps it to, else its bound. */
function demandOf(criterion: ProgramCriterion, { factor, value, figure }: Given): Demand | undefined {
  const [attribute] = criterion.attributes;
  const measured = attribute?.type === 'quantity' ? attribute.dimension : undefined;
  if (figure !== undefined && figure.dimension === measured) return figure.value;
  if (factor.type === 'quantity') return typeof value === 'number' ? value : undefined;
  return criterion.demands.get(String(value)) ?? criterion.bounds.get(String(value));
}
