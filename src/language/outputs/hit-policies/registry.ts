import { any } from './any.js';
import { count } from './collect/count.js';
import { first } from './first.js';
import { intersect } from './collect/intersect.js';
import { list } from './collect/list.js';
import { max } from './collect/max.js';
import { min } from './collect/min.js';
import { outputOrder } from './output-order.js';
import type { HitPolicyEntry } from './policy.js';
import { priority } from './priority.js';
import { sum } from './collect/sum.js';
import { union } from './collect/union.js';
import { unique } from './unique.js';

/** Every hit policy. A new one is a file next to these and a line here. */
const ENTRIES = [
  unique,
  first,
  any,
  priority,
  outputOrder,
  list,
  union,
  intersect,
  sum,
  min,
  max,
  count,
] as const satisfies readonly HitPolicyEntry[];

type Entry = (typeof ENTRIES)[number];
/** Which of the rules that hit count, as knowledge writes it. */
export type HitPolicy = Entry['id'];
/** How the outputs of several rules are combined, as knowledge writes it. */
export type Aggregate = Extract<Entry, { aggregate: string }>['aggregate'];

const all: readonly HitPolicyEntry[] = ENTRIES;

/** The hit policies that knowledge can name. */
export const HIT_POLICIES = [...new Set(ENTRIES.map(({ id }) => id))];
/** The aggregates that knowledge can name. */
export const AGGREGATES = ENTRIES.flatMap((entry) => ('aggregate' in entry ? [entry.aggregate] : []));

/** Whether a table of this policy must name an aggregate. */
export const needsAggregate = (policy: HitPolicy): boolean =>
  all.some(({ id, aggregate }) => id === policy && aggregate !== undefined);

/**
 * The entry of a policy; undefined where there is none.
 *
 * @param aggregate ignored where the policy takes none
 */
export function findHitPolicy(policy: HitPolicy, aggregate: Aggregate | undefined): HitPolicyEntry | undefined {
  return all.find((entry) => entry.id === policy && (entry.aggregate ?? aggregate) === aggregate);
}

/** The policy and the aggregate that DMN writes with a symbol such as `F` or `C+`, in any case; undefined where there is none. */
export function policyOfSymbol(symbol: string): { readonly id: string; readonly aggregate?: string } | undefined {
  return all.find((entry) => entry.symbol?.toLowerCase() === symbol.toLowerCase());
}
