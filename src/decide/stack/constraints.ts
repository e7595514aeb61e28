import type { KnowledgeBase } from '../../load/knowledge.js';
import type { OutcomeSet } from '../../language/outputs/values.js';
import type { Candidate } from '../../program/ir/fit.js';
import type { Objection } from './compatible.js';
import type { RequirementVerdict } from '../fit/fit.js';

/** Why a combination is not chosen. */
export type Reason =
  | { readonly code: 'forbidden'; readonly by: 'workload' | 'package'; readonly outcome: string }
  | { readonly code: 'lacks-required'; readonly outcome: string }
  | { readonly code: 'family'; readonly outcome: string }
  | { readonly code: 'incompatible'; readonly objection: Objection }
  | { readonly code: 'fails'; readonly candidate: Candidate; readonly judged: RequirementVerdict };

/** What bears on the choice for a role, beside the rules and the facts. */
export interface Constraints {
  readonly forbid: ReadonlySet<string>;
  /** Only what belongs to the role. */
  readonly require: readonly string[];
  /** The families that are left where the rules are silent; none for all. */
  readonly families?: readonly string[] | undefined;
  /** Nothing chosen means that nothing is needed. */
  readonly optional: boolean;
}

/** Whether a combination belongs to a family that is left. */
export function ofFamily(
  combo: OutcomeSet,
  { families }: Pick<Constraints, 'families'>,
  knowledge: KnowledgeBase,
): boolean {
  if (families === undefined || families.length === 0) return true;
  const own = combo.flatMap((id) => knowledge.outcomeById.get(id)?.family ?? []);
  return own.some((family) => families.includes(family));
}

/** What the constraints have against a candidate; what comes with it of necessity and what realises an interface in it count. */
export function objectionsOf(
  { combo, carried, by, isInterface }: Candidate,
  { forbid, require }: Pick<Constraints, 'forbid' | 'require'>,
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
  // An interface that nothing may realise is forbidden as well.
  const unrealised = realised.find((ways) => ways.length > 0 && ways.every((way) => way.length > 0))?.flat() ?? [];
  const lacking = require
    .filter((outcome) => !held.has(outcome))
    .map((outcome): Reason => ({ code: 'lacks-required', outcome }));
  return [...forbidden, ...unrealised, ...lacking];
}

/** What a technology comes with of necessity. */
export function runsOn(id: string, knowledge: KnowledgeBase): readonly string[] {
  return knowledge.technologies.get(id)?.runsOn ?? [];
}
