import { has, sameCodes, type CodeSet } from '../../program/ir/codes.js';
import { UNSTATED, valueOf, type Variable } from '../../program/ir/domain.js';
import type { SomeTest } from '../../program/ir/tests.js';
import type { Value } from '../../language/values/statement.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import type { Box, Space } from './space.js';

/** Inputs that go together: what some variables may be, and which tests of items hold. What is not named may be anything. */
export interface Region {
  readonly sets: readonly (readonly [variable: Variable, set: CodeSet])[];
  readonly some: readonly (readonly [test: SomeTest, holds: boolean])[];
}

/** An item that satisfies a test, by what it states. */
export interface ItemPoint {
  readonly test: SomeTest;
  readonly codes: ReadonlyMap<Variable, number>;
}

/** One input: a code for each variable in question, and an item for each test of items that holds. */
export interface Assignment {
  readonly codes: ReadonlyMap<Variable, number>;
  readonly some: readonly ItemPoint[];
}

/** An input as a workload states it. */
export interface Witness {
  /** By section (`requirements`, `environment`), by factor; a collection is a factor with a list of items. */
  readonly sections: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** The same for a decision by itself: by factor. */
  readonly stated: Readonly<Record<string, unknown>>;
}

/** A box as a region, without the columns where it holds everything. */
export function regionOf({ columns }: Space, box: Box): Region {
  const sets = columns.flatMap(({ variable, domain }, n) => {
    const set = box[n] ?? [];
    return sameCodes(set, domain) ? [] : [[variable, set] as const];
  });
  return { sets, some: [] };
}

/** An input of a box that states as little as the box lets it. */
export function pointOf({ columns }: Space, box: Box): Assignment {
  return { codes: new Map(columns.map(({ variable }, n) => [variable, codeIn(box[n] ?? [])])), some: [] };
}

/** A code of a set: not stated, if it may be. */
export const codeIn = (set: CodeSet): number => (has(set, UNSTATED) ? UNSTATED : (set[0] ?? UNSTATED));

/** Writes an input as a workload would state it; the factors of items become those of one item. */
export function witnessOf({ codes, some }: Assignment, knowledge: KnowledgeBase): Witness {
  const sections: Record<string, Record<string, unknown>> = {};
  const stated: Record<string, unknown> = {};
  const put = (section: string, factor: string, value: unknown): void => {
    (sections[section] ??= {})[factor] = value;
  };
  const own = new Map<string, Record<string, unknown>>();
  for (const [variable, code] of codes) {
    if (code === UNSTATED) continue;
    const { factor, section } = variable;
    const value = written(variable, code, stated[factor.id], knowledge);
    stated[factor.id] = value;
    if (knowledge.collections.has(section)) own.set(section, { ...own.get(section), [factor.id]: value });
    else put(section, factor.id, value);
  }
  const items = new Map([...own].map(([section, item]) => [section, [item]]));
  for (const { test, codes: own } of some) {
    const { collection } = test;
    const item: Record<string, unknown> = {};
    for (const [variable, code] of own) {
      const { id } = variable.factor;
      if (code !== UNSTATED) item[id] = written(variable, code, item[id], knowledge);
    }
    const list = [...(items.get(collection) ?? []), item];
    items.set(collection, list);
    stated[collection] = list;
  }
  for (const [collection, list] of items) put('requirements', collection, list);
  return { sections, stated };
}

/** A value as a document writes it: a figure with its unit, a set with all members that are in question. */
function written(variable: Variable, code: number, before: unknown, { dimensions }: KnowledgeBase): unknown {
  const value: Value | undefined = valueOf(variable, code);
  const { factor } = variable;
  if (factor.type === 'set')
    return [...((before as string[] | undefined) ?? []), ...((value as string[] | undefined) ?? [])];
  if (factor.type !== 'quantity') return value;
  const dimension = dimensions.get(factor.dimension);
  return dimension?.bare === true ? value : `${String(value)}${dimension?.base ?? ''}`;
}
