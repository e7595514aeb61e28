import { contains, has, sameCodes, type CodeSet } from '../../program/ir/codes.js';
import { UNSTATED, valueOf, type Variable } from '../../program/ir/domain.js';
import type { OutputValues } from '../../language/outputs/values.js';
import type { ProgramDecision } from '../../program/ir/program.js';
import { answerPasses, type SomeTest, type Tests } from '../../program/ir/tests.js';
import type { Value } from '../../language/values/statement.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import type { Box, Space } from './space.js';
import { ownPart } from '../../language/get-or-insert.js';

/** A set of inputs: the codes that some variables may have, and whether some tests of items hold. A variable that is not named may have any code. */
export interface Region {
  readonly sets: readonly (readonly [variable: Variable, set: CodeSet])[];
  readonly some: readonly (readonly [test: SomeTest, holds: boolean])[];
  /** What some decisions answer for the inputs; absent where the other parts say it all. */
  readonly answers?: readonly RegionAnswers[];
}

/** What a decision may answer: by output, null for no result. */
export interface RegionAnswers {
  readonly decision: ProgramDecision;
  /** The decision answers one of these. */
  readonly oneOf: readonly (readonly (OutputValues | null)[])[];
}

/** An item that satisfies a test: by variable, the code that it states. */
export interface ItemAssignment {
  readonly test: SomeTest;
  readonly codes: ReadonlyMap<Variable, number>;
}

/** One input: a code for each variable that matters, and an item for each test of items that holds. */
export interface Assignment {
  readonly codes: ReadonlyMap<Variable, number>;
  readonly some: readonly ItemAssignment[];
}

/** An input as a workload states it. */
export interface Witness {
  /** By section (`requirements`, `environment`), by factor; a collection is a factor with a list of items. */
  readonly sections: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** The same input for a decision that is evaluated alone: by factor, without sections. */
  readonly stated: Readonly<Record<string, unknown>>;
}

/** A box as a region. Columns in which the box holds the whole domain are left out. */
export function regionOf({ columns }: Space, box: Box): Region {
  const sets = columns.flatMap(({ variable, domain }, n) => {
    const set = box[n] ?? [];
    return sameCodes(set, domain) ? [] : [[variable, set] as const];
  });
  return { sets, some: [] };
}

/** One input of a box: each column is not stated where the box allows it, else it has its first code. */
export function assignmentOf({ columns }: Space, box: Box): Assignment {
  return { codes: new Map(columns.map(({ variable }, n) => [variable, codeIn(box[n] ?? [])])), some: [] };
}

/**
 * Whether all inputs of a region pass some tests. A region need not determine the result of another decision; tests of one that it does not name are
 * never implied.
 */
export function implies({ sets, some, answers = [] }: Region, { variables, outcomes, some: ofItems }: Tests): boolean {
  return (
    outcomes.every((test) =>
      answers.some(
        ({ decision, oneOf }) =>
          decision.number === test.decision &&
          oneOf.every((results) => answerPasses(test, results[test.output] ?? null)),
      ),
    ) &&
    variables.every(({ variable: { factor, member }, accepts }) =>
      sets.some(([one, set]) => one.factor === factor && one.member === member && contains(accepts, set)),
    ) &&
    ofItems.every((test) => some.some(([one, holds]) => holds && isSame(one, test)))
  );
}

const isSame = (a: SomeTest, b: SomeTest): boolean =>
  a.name === b.name && JSON.stringify(a.test) === JSON.stringify(b.test);

/** One code of a set: `UNSTATED` where the set has it, else the first. */
export const codeIn = (set: CodeSet): number => (has(set, UNSTATED) ? UNSTATED : (set[0] ?? UNSTATED));

/** Writes an input as a workload would state it. Variables of a collection become one item of it. */
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
    const value = written(variable, code, ownPart(stated, factor.id), knowledge);
    stated[factor.id] = value;
    if (knowledge.collections.has(section)) own.set(section, { ...own.get(section), [factor.id]: value });
    else put(section, factor.id, value);
  }
  const items = new Map([...own].map(([section, item]) => [section, [item]]));
  for (const { test, codes: stating } of some) {
    const { collection } = test;
    const item: Record<string, unknown> = {};
    for (const [variable, code] of stating) {
      const { id } = variable.factor;
      if (code !== UNSTATED) item[id] = written(variable, code, ownPart(item, id), knowledge);
    }
    const list = [...(items.get(collection) ?? []), item];
    items.set(collection, list);
    stated[collection] = list;
  }
  for (const [collection, list] of items) put('requirements', collection, list);
  return { sections, stated };
}

/**
 * A value as a document writes it: a figure with its unit, or the members of a set.
 *
 * @param before the members of the same set that other variables have stated
 */
function written(variable: Variable, code: number, before: unknown, { dimensions }: KnowledgeBase): unknown {
  const value: Value | undefined = valueOf(variable, code);
  const { factor } = variable;
  if (factor.type === 'set')
    return [...((before as string[] | undefined) ?? []), ...((value as string[] | undefined) ?? [])];
  if (factor.type !== 'quantity') return value;
  const dimension = dimensions.get(factor.dimension);
  return dimension?.bare === true ? value : `${String(value)}${dimension?.base ?? ''}`;
}
