import type { Collection } from '../schema/knowledge/package.js';
import { show } from '../values/json-text.js';
import { isPlain, type Mapping } from './document-reader.js';

/**
 * What the items of a list are called: by their `name`, or else by what their key is, the second of one name with a number.
 *
 * @param list the items as they are written, some of them perhaps by their key alone
 */
export function itemNames({ id, key }: Collection, list: readonly unknown[]): readonly string[] {
  const times = new Map<string, number>();
  return list.map((item) => {
    const { name, [key]: kind }: Mapping = isPlain(item) ? item : { [key]: item };
    const wanted = [name, kind].find((one) => typeof one === 'string') ?? id;
    const time = (times.get(wanted) ?? 0) + 1;
    times.set(wanted, time);
    return time === 1 ? wanted : `${wanted}-${String(time)}`;
  });
}

/** An item as it is written in one line. */
export function itemText(item: Mapping): string {
  const pairs = Object.entries(item).map(
    ([key, value]) => `${key}: ${show(needsQuotes(value) ? JSON.stringify(value) : value)}`,
  );
  return `{${pairs.join(', ')}}`;
}

/** Whether a text would end early or begin something else within brackets. */
const needsQuotes = (value: unknown): boolean => typeof value === 'string' && /^[^\p{L}\d]|[,:#{}[\]\n]/u.test(value);
