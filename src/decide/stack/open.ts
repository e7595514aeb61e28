import type { Factor } from '../../language/schema/knowledge/factor.js';
import type { Value } from '../../language/values/statement.js';
import type { Alternatives } from '../../language/outputs/values.js';
import { has } from '../../program/ir/codes.js';
import { codeOf, UNSTATED, type Variable } from '../../program/ir/domain.js';
import type { Program } from '../../program/ir/program.js';
import { decide, decideInputs, type DecisionRequest, type PlaceDecision, type StackDecision } from './decide.js';

/** A factor that is not stated, with the values that would change what is chosen for a role, and to what. */
export interface UnstatedFactor {
  readonly factor: Factor;
  /** The item that it would be stated of, such as `data/ledger`. */
  readonly of?: string;
  readonly changes: readonly {
    readonly value: Value;
    readonly chosen: Alternatives[number];
    readonly answer: Alternatives;
  }[];
}

const SECTIONS = ['requirements', 'environment'];

/**
 * The unstated factors, of the requirements, the environment and the items, that each by itself, would change the answer for some role. Every value of every factor is
 * decided for, so the list is exact for single changes; values at odds with the scenario are left out.
 */
export function openFactors(
  program: Program,
  workload: DecisionRequest,
  decided: StackDecision,
): Map<PlaceDecision, UnstatedFactor[]> {
  const found = new Map<PlaceDecision, UnstatedFactor[]>(decided.places.map((role) => [role, []]));
  const stated = new Set(workload.statements.map(({ factor }) => factor.id));
  for (const factor of program.knowledge.factors.values()) {
    const section = SECTIONS.find((name) => factor.askedOf.includes(name));
    if (stated.has(factor.id) || section === undefined) continue;
    const changes = new Map<PlaceDecision, UnstatedFactor['changes'][number][]>();
    const now = decided.inputs.given.find((given) => given.factor === factor && given.origin !== 'typical')?.value;
    const decideFor = (value: Value): StackDecision =>
      decide(program, { ...workload, statements: [...workload.statements, { factor, section, value }] }, decided.asOf);
    for (const [value, other] of tried(factor, section, now, program, decideFor)) {
      if (other.inputs.departures.length > decided.inputs.departures.length) continue;
      for (const role of decided.places) {
        const there = other.places.find((r) => r.role === role.role && r.item?.name === role.item?.name);
        if (there === undefined || !changesChoice(role, there)) continue;
        const change = { value, chosen: there.chosen, answer: there.result.answer ?? [] };
        changes.set(role, [...(changes.get(role) ?? []), change]);
      }
    }
    for (const [role, list] of changes) found.get(role)?.push({ factor, changes: list });
  }
  for (const role of decided.places) found.get(role)?.unshift(...openOfItem(program, workload, decided, role));
  return found;
}

/** The factors of an item, such as its kind of data, that would change what is chosen for it. */
function openOfItem(
  program: Program,
  workload: DecisionRequest,
  decided: StackDecision,
  role: PlaceDecision,
): UnstatedFactor[] {
  const { item } = role;
  if (item === undefined) return [];
  const { collection } = item;
  const unstated = [...program.knowledge.factors.values()].filter(
    (factor) =>
      factor.askedOf.includes(collection) &&
      !(factor.inherited === true && factor.askedOf.includes('requirements')) &&
      !item.given.some((given) => given.factor === factor),
  );
  return unstated.flatMap((factor): UnstatedFactor[] => {
    const decideFor = (value: Value): StackDecision => {
      const given = [...item.given, { factor, section: collection, value, origin: 'stated' as const }];
      return decideInputs(program, { ...decided.inputs, items: [{ ...item, given }] }, workload, decided.asOf);
    };
    const changes = tried(factor, collection, undefined, program, decideFor).flatMap(([value, other]) => {
      const there = other.places.find((r) => r.role === role.role);
      if (there === undefined || !changesChoice(role, there)) return [];
      return [{ value, chosen: there.chosen, answer: there.result.answer ?? [] }];
    });
    return changes.length === 0 ? [] : [{ factor, of: `${collection}/${item.name}`, changes }];
  });
}

/** Something else is chosen, or what was one of several is settled. */
function changesChoice(here: PlaceDecision, there: PlaceDecision): boolean {
  if (String(there.chosen) !== String(here.chosen)) return true;
  return (here.result.answer?.length ?? 0) > 1 && there.result.answer?.length === 1;
}

/**
 * The values of a factor that some test or criterion tells from what is there now, each with what is worked out for it. What nothing tells apart
 * is worked out once.
 */
function tried<T>(
  factor: Factor,
  section: string,
  now: Value | undefined,
  program: Program,
  work: (value: Value) => T,
): (readonly [Value, T])[] {
  const kind = kindOf(factor, section, program);
  const found = new Map<string, T>();
  const present = kind(now);
  return valuesOf(factor, program).flatMap((value) => {
    const key = kind(value);
    if (key === present) return [];
    const before = found.get(key);
    const result = before ?? work(value);
    if (before === undefined) found.set(key, result);
    return [[value, result] as const];
  });
}

function kindOf(factor: Factor, section: string, program: Program): (value: Value | undefined) => string {
  const { knowledge } = program;
  // A scenario presets what its name does not tell, and some factors ask for an item by being stated.
  const tells =
    (factor.type === 'choice' && factor.values === 'scenarios') ||
    [...knowledge.collections.values()].some(({ impliedBy }) => impliedBy?.includes(factor.id) === true);
  if (tells) return String;
  const variables = program.lookup.get(section)?.get(factor) ?? [];
  const demands = [...program.fit.values()].flatMap(({ criteria }) => criteria.filter((one) => one.factor === factor));
  return (value) =>
    [
      ...variables.map((variable) => classOf(variable, codeOf(variable, value), program)),
      ...demands.map(({ demands: by, bounds }) => String(by.get(String(value)) ?? bounds.get(String(value)))),
    ].join(' ');
}

/** What all tests of a variable say of a code. What is not stated is a class of its own: of a condition, it is neither true nor false. */
function classOf(variable: Variable, code: number, { tested }: Program): string {
  if (code === UNSTATED) return '';
  return `=${[...(tested.get(variable) ?? [])].map((accepts) => Number(has(accepts, code))).join('')}`;
}

function valuesOf(factor: Factor, { knowledge }: Program): readonly Value[] {
  if (factor.type === 'flag') return [false, true];
  return factor.type === 'choice' || factor.type === 'ordinal' ? knowledge.values(factor).map(({ id }) => id) : [];
}
