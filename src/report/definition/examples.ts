import type { Factor } from '../../language/schema/knowledge/factor.js';
import type { Collection } from '../../language/schema/knowledge/package.js';
import { quote } from '../../language/text/text.js';
import { figureExamples } from '../../language/values/figure.js';
import type { KnowledgeBase } from '../../load/knowledge.js';

/** A value that a workload can state for a factor: a middle level, the first value, yes, or the first example of a figure. */
export function exampleOf(factor: Factor, knowledge: KnowledgeBase): string {
  const values = knowledge.values(factor).map(({ id }) => id);
  switch (factor.type) {
    case 'flag':
      return 'true';
    case 'quantity':
      return figureExamples(factor, knowledge)[0] ?? '1';
    case 'ordinal':
      return values[Math.floor(values.length / 2)] ?? '';
    case 'choice':
      return values[0] ?? '';
    case 'set':
      // The first technology says more than the first family.
      return (factor.values === 'outcomes' ? [...knowledge.technologies.keys()][0] : undefined) ?? values[0] ?? '';
  }
}

/** The first collection whose items state a factor; none where only the workload does. */
export const collectionOf = ({ askedOf }: Factor, { collections }: KnowledgeBase): Collection | undefined =>
  askedOf.map((id) => collections.get(id)).find((one) => one !== undefined);

/** The flag of the command line that states a value: `--set security=high`, or `--data oltp,iops=200` for a factor of items alone. */
export function flagsOf(factor: Factor, value: string, knowledge: KnowledgeBase): string {
  const collection = collectionOf(factor, knowledge);
  const general = factor.askedOf.some((id) => !knowledge.collections.has(id));
  if (general || collection === undefined) return `--set ${factor.id}=${quote(value)}`;
  if (factor.id === collection.key) return `--${collection.id} ${quote(value)}`;
  const key = knowledge.factors.get(collection.key);
  return `--${collection.id} ${key === undefined ? '' : exampleOf(key, knowledge)},${factor.id}=${quote(value)}`;
}
