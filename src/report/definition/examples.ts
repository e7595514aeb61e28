import type { Factor } from '../../language/schema/knowledge/factor.js';
import type { KnowledgeBase } from '../../load/knowledge.js';

/** A value that a workload can state for a factor: a middle level, the first value, yes, or the first example of a figure. */
export function exampleOf(factor: Factor, knowledge: KnowledgeBase): string {
  const values = knowledge.values(factor).map(({ id }) => id);
  switch (factor.type) {
    case 'flag':
      return 'true';
    case 'quantity':
      return knowledge.dimensions.get(factor.dimension)?.examples[0] ?? '1';
    case 'ordinal':
      return values[Math.floor(values.length / 2)] ?? '';
    case 'choice':
      return values[0] ?? '';
    case 'set':
      // The first technology says more than the first family.
      return (factor.values === 'outcomes' ? [...knowledge.technologies.keys()][0] : undefined) ?? values[0] ?? '';
  }
}

/** The flag of the command line that states a value: `--set security=high`, or `--data oltp,iops=200` for a factor of items alone. */
export function flagsOf(factor: Factor, value: string, knowledge: KnowledgeBase): string {
  const collection = factor.askedOf.map((id) => knowledge.collections.get(id)).find((one) => one !== undefined);
  const general = factor.askedOf.some((id) => !knowledge.collections.has(id));
  const written = /^[\w./%,-]+$/.test(value) ? value : `'${value}'`;
  if (general || collection === undefined) return `--set ${factor.id}=${written}`;
  if (factor.id === collection.key) return `--${collection.id} ${written}`;
  const key = knowledge.factors.get(collection.key);
  return `--${collection.id} ${key === undefined ? '' : exampleOf(key, knowledge)},${factor.id}=${written}`;
}
