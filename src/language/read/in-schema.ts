import type { AnyWorkload } from '../schema/workload.js';
import type { ReadWorkload } from '../values/statement.js';
import type { Path } from './yaml.js';
import { isPlain, type Mapping } from './document-reader.js';

/** A mapping without the keys that are left empty; the mapping itself where there is none. */
function withoutEmpty(mapping: Mapping): Mapping {
  const parts = Object.entries(mapping);
  return parts.some(([, part]) => part === null)
    ? Object.fromEntries(parts.filter(([, part]) => part !== null))
    : mapping;
}

/**
 * A workload that was found valid, as the published schema has it: without the keys that its author left empty, which say nothing, and with a list of names where
 * names are written as one text.
 *
 * @param inOtherWords values that are stated in words which the schema does not have, by their paths
 */
export function asInSchema(
  document: Mapping,
  read: Pick<ReadWorkload, 'forbid' | 'require' | 'omit'>,
  inOtherWords: readonly (readonly [Path, unknown])[],
): AnyWorkload {
  const parts = Object.entries(withoutEmpty(document)).map(([key, part]): [string, unknown] => {
    if (!isPlain(part)) return [key, part];
    const whole = withoutEmpty(part);
    const { name, ...others } = whole;
    const filled: Mapping = key === 'metadata' && name === '' ? others : whole;
    return [key, key === 'constraints' ? { ...filled, ...listsOf(filled, read) } : filled];
  });
  const filled: unknown = Object.fromEntries(parts);
  return inOtherWords.reduce((whole, [path, value]) => replacedAt(whole, path, value), filled) as AnyWorkload;
}

/** The names of each constraint that is written as a text. */
const listsOf = (constraints: Mapping, read: Pick<ReadWorkload, 'forbid' | 'require' | 'omit'>): Mapping =>
  Object.fromEntries(Object.entries(read).filter(([key]) => typeof constraints[key] === 'string'));

/** A copy of a value in which the part at a path is another one. */
function replacedAt(whole: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(whole))
    return whole.map((part: unknown, n) => (n === Number(step) ? replacedAt(part, rest, value) : part));
  const mapping = whole as Mapping;
  return { ...mapping, [step]: replacedAt(mapping[step], rest, value) };
}
