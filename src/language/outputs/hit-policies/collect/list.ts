import { areOutcomes, distinctSets, type OutputKind, type OutputValues } from '../../values.js';
import { never, type HitPolicyEntry } from '../policy.js';

/** `collect` with `list`: the outputs of all rules that hit, in the order of the rules; of outcomes, any of them will do. */
export const list = {
  id: 'collect',
  aggregate: 'list',
  symbol: 'C',
  relevantHits: Infinity,
  ordered: true,
  idempotent: listsOnce,
  conflicts: never,
  offersChoice: true,
  combine: listOf,
} as const satisfies HitPolicyEntry;

/** Alternatives are listed once, however many rules offer them; figures and texts as often as rules have them. */
export function listsOnce(kind: OutputKind): boolean {
  return kind === 'outcome';
}

/** All values of several outputs in their order. */
export function listOf(outputs: readonly OutputValues[]): OutputValues {
  const [first = []] = outputs;
  if (outputs.length === 1) return first;
  const values = outputs.flat();
  return areOutcomes(values) ? distinctSets(values) : values;
}
