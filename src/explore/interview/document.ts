import type { GivenItem } from '../../decide/inputs/inputs.js';
import type { AnyWorkload } from '../../language/schema/workload.js';
import { isPlain } from '../../language/read/document-reader.js';
import type { Collection } from '../../language/schema/knowledge/package.js';
import type { Question } from '../variants/question.js';

type Stated = Readonly<Record<string, unknown>>;

/** A workload with what is replied to a question, as it was written. Items that only the scenario presets are written down with it. */
export function withReply(
  workload: AnyWorkload,
  { section, factor, item }: Pick<Question, 'section' | 'factor' | 'item'>,
  written: unknown,
  items: readonly GivenItem[],
  collection: Collection | undefined,
): AnyWorkload {
  if (item === undefined || collection === undefined) {
    const name = section === 'environment' ? 'environment' : 'requirements';
    return { ...workload, [name]: { ...workload[name], [factor.id]: written } };
  }
  const mine = items.filter((one) => one.collection === section);
  const before = listOf(workload.requirements?.[section]);
  const list = mine.map((one, n) => {
    const standing = before[n] ?? itemOf(one, collection);
    if (one.name !== item) return standing;
    const stated: Stated = isPlain(standing) ? standing : { [collection.key]: standing };
    const named = nameOf({ ...stated, [factor.id]: written }, collection) === item ? {} : { name: item };
    return { ...named, ...stated, [factor.id]: written };
  });
  return withItems(workload, section, list);
}

/** A workload with the items of a collection. */
export function withItems(workload: AnyWorkload, collection: string, items: readonly unknown[]): AnyWorkload {
  return { ...workload, requirements: { ...workload.requirements, [collection]: items } };
}

const listOf = (written: unknown): readonly unknown[] =>
  Array.isArray(written) ? (written as readonly unknown[]) : written == null ? [] : [written];

/** An item as a workload states it. */
function itemOf({ name, given }: GivenItem, collection: Collection): Stated {
  const stated: Stated = Object.fromEntries(
    given.flatMap(({ factor, value, figure }) =>
      value === undefined && figure === undefined ? [] : [[factor.id, figure?.text ?? value]],
    ),
  );
  return nameOf(stated, collection) === name ? stated : { name, ...stated };
}

/** The name that an item has of itself. */
const nameOf = (stated: Stated, { id, key }: Collection): string => {
  const { name = stated[key] } = stated;
  return typeof name === 'string' ? name : id;
};
