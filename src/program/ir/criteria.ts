import { readFact } from '../../language/values/fact.js';
import type { Condition } from '../../language/schema/knowledge/condition.js';
import type { Attribute, Criterion } from '../../language/schema/knowledge/evidence.js';
import type { Factor } from '../../language/schema/knowledge/factor.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import type { Tests } from './tests.js';

/** What a criterion asks of an attribute: a threshold in the base unit or rank, or members of which one is enough. */
export type Demand = number | readonly string[];

/** A fixed scale that values are placed on, 0 at its best end and 1 at its worst. */
export interface Scale {
  /** 0 to 1; what lies beyond the bounds is put on them. */
  readonly distance: (value: number) => number;
}

export interface ProgramCriterion {
  readonly id: string;
  readonly criterion: Criterion;
  readonly attributes: readonly Attribute[];
  readonly factor?: Factor;
  /** By level or value of the factor. */
  readonly demands: ReadonlyMap<string, Demand>;
  readonly always?: Demand;
  /** Where it is known to hold, nothing is demanded. */
  readonly unless?: Tests;
  /** The bounds of the factor's levels, where it is measured as the attribute is. */
  readonly bounds: ReadonlyMap<string, number>;
  /** Only for what is scored. */
  readonly scale?: Scale;
  readonly weight: number;
}

/** Lowers a criterion: what each level demands in the base unit or as ranks, and its scale. */
export function lowerCriterion(
  criterion: Criterion,
  tests: (condition: Condition) => Tests,
  knowledge: KnowledgeBase,
): ProgramCriterion {
  const attributes = (criterion.attributes ?? []).flatMap((id) => knowledge.attributes.get(id) ?? []);
  const factor = criterion.factor === undefined ? undefined : knowledge.factors.get(criterion.factor);
  const read = (written: unknown): Demand | undefined =>
    criterion.contains === true ? [written].flat().map(String) : demandOf(written, attributes[0], knowledge);
  const demands = new Map<string, Demand>();
  for (const [level, written] of Object.entries(criterion.demands ?? {})) {
    const demand = read(written);
    if (demand !== undefined) demands.set(level, demand);
  }
  const always = criterion.always === undefined ? undefined : read(criterion.always);
  const scale = scaleOf(criterion, attributes[0], knowledge);
  return {
    id: criterion.id,
    criterion,
    attributes,
    ...(factor && { factor }),
    demands,
    bounds: boundsOf(factor, attributes[0], knowledge),
    ...(always !== undefined && { always }),
    ...(criterion.unless && { unless: tests(criterion.unless) }),
    ...(scale && { scale }),
    weight: knowledge.weights.get(criterion.id) ?? criterion.weight ?? 1,
  };
}

function boundsOf(
  factor: Factor | undefined,
  attribute: Attribute | undefined,
  knowledge: KnowledgeBase,
): Map<string, number> {
  if (factor?.type !== 'ordinal' || attribute?.type !== 'quantity' || factor.dimension !== attribute.dimension)
    return new Map();
  return new Map(
    factor.levels.flatMap(({ id, bound }) => {
      const demand = bound === undefined ? undefined : demandOf(bound, attribute, knowledge);
      return typeof demand === 'number' ? [[id, demand] as const] : [];
    }),
  );
}

/** A demand in the base unit or as a rank; undefined for what the attribute cannot take, which linking refuses. */
function demandOf(written: unknown, attribute: Attribute | undefined, knowledge: KnowledgeBase): Demand | undefined {
  if (attribute === undefined) return undefined;
  const many = (Array.isArray(written) ? written : [written]) as string[];
  if (attribute.type === 'set' || attribute.type === 'name') return many;
  const dimension = attribute.type === 'quantity' ? knowledge.dimensions.get(attribute.dimension) : undefined;
  const value = readFact({ value: many[0] ?? '' }, attribute, dimension);
  return 'form' in value && value.form === 'range' ? value.low : undefined;
}

function scaleOf(criterion: Criterion, attribute: Attribute | undefined, knowledge: KnowledgeBase): Scale | undefined {
  const best = criterion.better === 'higher' ? 1 : 0;
  if (criterion.presentIn !== undefined) return { distance: (value) => Math.abs(value - best) };
  const [low, high] = (criterion.bounds ?? []).map((bound) => demandOf(bound, attribute, knowledge));
  if (typeof low !== 'number' || typeof high !== 'number') return undefined;
  const place = criterion.scale === 'log' ? Math.log : (value: number): number => value;
  const [from, width] = [place(low), place(high) - place(low)];
  return {
    distance(value) {
      const share = (place(Math.min(high, Math.max(low, value))) - from) / width;
      return best === 1 ? 1 - share : share;
    },
  };
}
