import type { KnowledgeBase } from '../../load/knowledge.js';
import type { OutcomeSet } from '../../language/outputs/values.js';
import type { Candidate } from '../../program/ir/fit.js';
import type { Objection } from './compatible.js';
import type { RequirementVerdict } from '../fit/judge-candidate.js';

/** Why a combination is not chosen. */
export type Reason =
  | { readonly code: 'forbidden'; readonly by: 'workload' | 'package'; readonly outcome: string }
  | { readonly code: 'lacks-required'; readonly outcome: string }
  | { readonly code: 'family'; readonly outcome: string }
  | { readonly code: 'incompatible'; readonly objection: Objection }
  | { readonly code: 'fails'; readonly candidate: Candidate; readonly judged: RequirementVerdict };

/** What limits the choice for a role, apart from the rules and the facts. */
export interface OutcomeConstraints {
  readonly forbid: ReadonlySet<string>;
  /** Only the names that belong to the role. */
  readonly require: readonly string[];
  /** The families that remain where the rules have no result; undefined or empty for all. */
  readonly families?: readonly string[] | undefined;
  /** Whether nothing needs to be chosen. */
  readonly optional: boolean;
  /** By factor: what the scenario takes as typical, and what is stated within its presets. */
  readonly ofScenario: ReadonlyMap<string, unknown>;
}

/** Whether a combination belongs to a family that remains. */
export function ofFamily(
  combo: OutcomeSet,
  { families }: Pick<OutcomeConstraints, 'families'>,
  knowledge: KnowledgeBase,
): boolean {
  if (families === undefined || families.length === 0) return true;
  const own = combo.flatMap((id) => knowledge.outcomeById.get(id)?.family ?? []);
  return own.some((family) => families.includes(family));
}

/** The constraints that a candidate violates. What its technologies run on and what realises an interface count as parts of it. */
export function objectionsOf(
  { combo, carried, by, isInterface }: Candidate,
  { forbid, require }: Pick<OutcomeConstraints, 'forbid' | 'require'>,
  knowledge: KnowledgeBase,
): Reason[] {
  if (forbid.size === 0 && require.length === 0 && knowledge.forbidden.size === 0) return [];
  const held = new Set([...combo, ...carried]);
  const against = (outcome: string): Reason[] => {
    if (knowledge.forbidden.has(outcome)) return [{ code: 'forbidden', by: 'package', outcome }];
    return forbid.has(outcome) ? [{ code: 'forbidden', by: 'workload', outcome }] : [];
  };
  const forbidden = [...held].flatMap(against);
  const realised =
    isInterface && by === undefined ? combo.map((name) => (knowledge.realisations.get(name) ?? []).map(against)) : [];
  // An interface is forbidden if every technology that realises it is.
  const unrealised = realised.find((all) => all.length > 0 && all.every((reasons) => reasons.length > 0))?.flat() ?? [];
  const lacking = require
    .filter((outcome) => !held.has(outcome))
    .map((outcome): Reason => ({ code: 'lacks-required', outcome }));
  return [...forbidden, ...unrealised, ...lacking];
}

/** The technologies that a technology always runs on. */
export function runsOn(id: string, knowledge: KnowledgeBase): readonly string[] {
  return knowledge.technologies.get(id)?.runsOn ?? [];
}
