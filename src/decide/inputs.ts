import type { Quantity } from '../language/quantity.js';
import type { Origin } from '../language/schema/recommendation.js';
import type { Condition } from '../language/schema/condition.js';
import type { Factor } from '../language/schema/factor.js';
import type { Collection, Scenario } from '../language/schema/package.js';
import type { ReadWorkload, Statement, Value } from '../language/statement.js';
import { readValue } from '../language/value.js';
import { Diagnostics } from '../language/diagnostic.js';
import { operators } from '../language/condition.js';
import type { KnowledgeBase } from '../load/knowledge.js';
import { codeOf } from '../program/domain.js';
import type { Program } from '../program/program.js';
import type { Codes } from '../program/codes.js';

/** A factor with its value, and where that came from. */
export interface Given {
  readonly factor: Factor;
  readonly section: string;
  readonly value: Value | undefined;
  readonly figure?: Quantity | undefined;
  readonly origin: Origin;
  /** The clause behind a value that a scenario brings. */
  readonly source?: string;
}

/** An item to be decided for. */
export interface GivenItem {
  readonly collection: string;
  readonly name: string;
  readonly given: readonly Given[];
}

/** All that the decisions look at, and what departs from the scenario. */
export interface Inputs {
  readonly scenario?: Scenario;
  readonly given: readonly Given[];
  readonly items: readonly GivenItem[];
  /** Factors whose stated value is not what the scenario presets. */
  readonly departures: readonly { readonly factor: Factor; readonly preset: string; readonly stated: Value }[];
}

/**
 * What a workload states, completed by its scenario: presets where nothing is stated, the scenario's items where none
 * are stated, and its typical levels, which no rule looks at.
 */
export function gather(workload: Pick<ReadWorkload, 'statements' | 'items'>, knowledge: KnowledgeBase): Inputs {
  const given: Given[] = workload.statements.map(stated);
  const chosen = given.find(({ factor }) => factor.type === 'choice' && factor.values === 'scenarios')?.value;
  const scenario = typeof chosen === 'string' ? knowledge.scenarios.get(chosen) : undefined;
  const departures: { factor: Factor; preset: string; stated: Value }[] = [];
  const isStated = (id: string): Given | undefined =>
    given.find(({ factor, origin }) => factor.id === id && origin !== 'typical');
  for (const [id, test] of Object.entries((scenario?.presets ?? {}) as Condition)) {
    const factor = knowledge.factors.get(id);
    const already = isStated(id);
    const [operator, preset] = operators(test)[0] ?? [];
    if (factor === undefined || (typeof preset !== 'string' && typeof preset !== 'boolean')) continue;
    if (already === undefined) {
      given.push({
        factor,
        section: 'requirements',
        value: preset,
        origin: 'scenario',
        ...(scenario && { source: scenario.source }),
      });
    } else if (already.value !== undefined && !keeps(factor, operator, preset, already.value, knowledge)) {
      departures.push({ factor, preset: String(preset), stated: already.value });
    }
  }
  for (const [id, level] of Object.entries(scenario?.typical ?? {})) {
    const factor = knowledge.factors.get(id);
    if (factor === undefined || isStated(id) !== undefined) continue;
    given.push({
      factor,
      section: 'requirements',
      value: level,
      origin: 'typical',
      ...(scenario && { source: scenario.source }),
    });
  }
  const items = [...knowledge.collections.values()].flatMap((collection) =>
    itemsOf(collection, workload, given, scenario, knowledge),
  );
  return { ...(scenario && { scenario }), given, items, departures };
}

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

/** The items stated; else the one that a factor asks for by itself; beside it or else, those of the scenario. */
function itemsOf(
  collection: Collection,
  workload: Pick<ReadWorkload, 'items'>,
  given: readonly Given[],
  scenario: Scenario | undefined,
  knowledge: KnowledgeBase,
): GivenItem[] {
  const mine = workload.items.filter((item) => item.collection === collection.id);
  if (mine.length > 0)
    return mine.map(({ name, statements }) => ({ collection: collection.id, name, given: statements.map(stated) }));
  const implying = given.filter(
    ({ factor, origin }) => collection.impliedBy?.includes(factor.id) === true && origin !== 'typical',
  );
  const implied = implying.map(({ factor, value, origin }): GivenItem => ({
    collection: collection.id,
    name: String(value),
    given: [{ factor, section: collection.id, value, origin }],
  }));
  const replaced = new Set(implying.map(({ factor }) => factor.id));
  const presets = (scenario?.items?.[collection.id] ?? [])
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

/** The codes of what the rules look at. */
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

function put(codes: Codes, given: readonly Given[], program: Program): void {
  for (const { factor, section, value, origin } of given) {
    if (origin === 'typical') continue;
    for (const variable of program.lookup.get(section)?.get(factor) ?? [])
      codes[variable.index] = codeOf(variable, value);
  }
}

/** Whether a factor tells what runs already. */
export const isInventory = (factor: Factor): boolean => factor.type === 'set' && factor.values === 'outcomes';
