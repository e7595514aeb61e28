import type { Quantity } from '../../language/values/quantity.js';
import type { Origin } from '../../language/schema/results/recommendation.js';
import type { Factor } from '../../language/schema/knowledge/factor.js';
import type { Collection, Scenario } from '../../language/schema/knowledge/package.js';
import { type ReadWorkload, type Statement, type Value, operators } from '../../language/values/statement.js';
import { readValue } from '../../language/values/value.js';
import { Diagnostics } from '../../language/diagnostics/diagnostic.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import { codeOf } from '../../program/ir/domain.js';
import type { Program } from '../../program/ir/program.js';
import type { Codes } from '../../program/ir/codes.js';
import { ownPart } from '../../language/get-or-insert.js';

/** The sections of a workload in which factors are stated of the workload as a whole; every other section is a list of items. */
export const SECTIONS: readonly string[] = ['requirements', 'environment'];

/** A factor with its value, and where that came from. */
export interface Given {
  readonly factor: Factor;
  readonly section: string;
  readonly value: Value | undefined;
  readonly figure?: Quantity | undefined;
  readonly origin: Origin;
  /** The clause of a value that comes from a scenario. */
  readonly source?: string;
}

/** An item to be decided for. */
export interface GivenItem {
  readonly collection: string;
  readonly name: string;
  readonly given: readonly Given[];
}

/** All inputs of the decisions, and what departs from the scenario. */
export interface Inputs {
  readonly scenario?: Scenario;
  readonly given: readonly Given[];
  readonly items: readonly GivenItem[];
  /** Factors whose stated value is not what the scenario presets. */
  readonly departures: readonly { readonly factor: Factor; readonly preset: string; readonly stated: Value }[];
}

/**
 * Completes what a workload states by its scenario: presets and typical levels of factors that are not stated, and the items of the scenario for each collection
 * that the workload does not list. An empty list counts as stated. No rule reads typical levels.
 */
export function gather(
  workload: Pick<ReadWorkload, 'statements' | 'items' | 'empty'>,
  knowledge: KnowledgeBase,
): Inputs {
  const given: Given[] = workload.statements.map(stated);
  const chosen = given.find(({ factor }) => factor.type === 'choice' && factor.values === 'scenarios')?.value;
  const scenario = typeof chosen === 'string' ? knowledge.scenarios.get(chosen) : undefined;
  const departures = departuresIn(given, scenario, knowledge);
  const statedById = new Map(given.map((one) => [one.factor.id, one]));
  for (const id of new Set([...Object.keys(scenario?.presets ?? {}), ...Object.keys(scenario?.typical ?? {})])) {
    const factor = knowledge.factors.get(id);
    if (factor === undefined || statedById.has(id)) continue;
    const completed = presetOf(factor, scenario);
    if (completed !== undefined) given.push(completed);
  }
  const items = [...knowledge.collections.values()].flatMap((collection) =>
    itemsOf(collection, workload, given, scenario, knowledge),
  );
  return { ...(scenario && { scenario }), given, items, departures };
}

/** What is stated and is not what the scenario presets. */
export function departuresIn(
  given: readonly Given[],
  scenario: Scenario | undefined,
  knowledge: KnowledgeBase,
): Inputs['departures'] {
  return Object.entries(scenario?.presets ?? {}).flatMap(([id, test]) => {
    const [operator, preset] = operators(test)[0] ?? [];
    const { factor, value } = given.find((one) => one.factor.id === id && isOfWorkload(one)) ?? {};
    if (factor === undefined || value === undefined || !isPreset(preset)) return [];
    return keeps(factor, operator, preset, value, knowledge) ? [] : [{ factor, preset: String(preset), stated: value }];
  });
}

/** Whether the workload states an input, and not its scenario. */
const isOfWorkload = ({ origin }: Given): boolean => origin === 'stated' || origin === 'figure';

/** The value that a scenario gives to a factor that is not stated: its preset, else its typical level. */
export function presetOf(factor: Factor, scenario: Scenario | undefined): Given | undefined {
  const source = scenario && { source: scenario.source };
  const [, preset] = operators(ownPart(scenario?.presets, factor.id) ?? {})[0] ?? [];
  if (isPreset(preset)) return { factor, section: 'requirements', value: preset, origin: 'scenario', ...source };
  const level = ownPart(scenario?.typical, factor.id);
  return level === undefined
    ? undefined
    : { factor, section: 'requirements', value: level, origin: 'typical', ...source };
}

const isPreset = (written: unknown): written is string | boolean =>
  typeof written === 'string' || typeof written === 'boolean';

function stated({ factor, section, value, figure }: Statement): Given {
  return {
    factor,
    section,
    value,
    origin: figure === undefined || factor.type === 'quantity' ? 'stated' : 'figure',
    figure,
  };
}

function keeps(
  factor: Factor,
  operator: string | undefined,
  preset: string | boolean,
  value: Value,
  knowledge: KnowledgeBase,
): boolean {
  if (operator !== 'atLeast') return value === preset;
  const order = knowledge.values(factor).map(({ id }) => id);
  return order.indexOf(String(value)) >= order.indexOf(String(preset));
}

/** The items of a collection: those stated; where no list is stated, those that stated factors imply, and those of the scenario that do not state the same factor. */
function itemsOf(
  collection: Collection,
  workload: Pick<ReadWorkload, 'items' | 'empty'>,
  given: readonly Given[],
  scenario: Scenario | undefined,
  knowledge: KnowledgeBase,
): GivenItem[] {
  const mine = workload.items.filter((item) => item.collection === collection.id);
  if (mine.length > 0)
    return mine.map(({ name, statements }) => ({ collection: collection.id, name, given: statements.map(stated) }));
  if (workload.empty.includes(collection.id)) return [];
  const implying = given.filter(
    ({ factor, origin }) => collection.impliedBy?.includes(factor.id) === true && origin !== 'typical',
  );
  const implied = implying.map(({ factor, value, origin }): GivenItem => ({
    collection: collection.id,
    name: String(value),
    given: [{ factor, section: collection.id, value, origin }],
  }));
  const replaced = new Set(implying.map(({ factor }) => factor.id));
  const presets = (ownPart(scenario?.items, collection.id) ?? [])
    .filter((item) => !Object.keys(item).some((id) => replaced.has(id)))
    .map((item): GivenItem => ({
      collection: collection.id,
      name: Object.values(item)[0] ?? collection.id,
      given: preset(item, collection, scenario, knowledge),
    }));
  return [...implied, ...presets];
}

function preset(
  item: Readonly<Record<string, string>>,
  collection: Collection,
  scenario: Scenario | undefined,
  knowledge: KnowledgeBase,
): Given[] {
  return Object.entries(item).flatMap(([id, written]) => {
    const factor = knowledge.factors.get(id);
    if (factor === undefined) return [];
    const read = readValue(factor, written, knowledge, new Diagnostics(), () => undefined);
    if (read === undefined) return [];
    return [
      {
        factor,
        section: collection.id,
        ...read,
        origin: 'scenario' as const,
        ...(scenario && { source: scenario.source }),
      },
    ];
  });
}

/** Encodes the inputs that rules read: for the workload, and for the items of each collection in their order. */
export function encode(inputs: Inputs, program: Program): { codes: Codes; items: Map<string, Codes[]> } {
  const codes = new Int32Array(program.variables.length);
  put(codes, inputs.given, program);
  const items = new Map<string, Codes[]>();
  for (const { collection, given } of inputs.items) {
    const own = codes.slice();
    put(own, given, program);
    const all = items.get(collection);
    if (all === undefined) items.set(collection, [own]);
    else all.push(own);
  }
  return { codes, items };
}

/** The item of each array of codes that {@link encode} gives. */
export function ownersOf(
  codes: ReadonlyMap<string, readonly Codes[]>,
  items: readonly GivenItem[],
): ReadonlyMap<Codes, GivenItem> {
  const owners = new Map<Codes, GivenItem>();
  for (const [collection, list] of codes) {
    const here = items.filter((item) => item.collection === collection);
    list.forEach((own, n) => {
      const item = here[n];
      if (item !== undefined) owners.set(own, item);
    });
  }
  return owners;
}

function put(codes: Codes, given: readonly Given[], program: Program): void {
  for (const { factor, section, value, origin } of given) {
    if (origin === 'typical') continue;
    for (const variable of program.lookup.get(section)?.get(factor) ?? [])
      codes[variable.index] = codeOf(variable, value);
  }
}

/** Whether a factor states what runs already. */
export const isInventory = (factor: Factor): boolean => factor.type === 'set' && factor.values === 'outcomes';
