import type { KnowledgeBase } from '../load/knowledge.js';
import type { AnyOf, Combo } from '../program/combos.js';
import type { Hit, Result } from './evaluate.js';

/** Why a combination is not chosen. */
export type Reason =
  | { readonly code: 'forbidden'; readonly by: 'workload' | 'package'; readonly outcome: string }
  | { readonly code: 'lacks-required'; readonly outcome: string };

/** Something else that would serve. */
export interface Alternative {
  readonly combo: Combo;
  readonly origin: 'any-of' | 'alternative' | 'implementation';
}

/** How what is chosen relates to what the rules answer. */
export type Standing = 'answer' | 'second' | 'required' | 'clash' | 'silent' | 'not-needed';

export interface Choice {
  readonly chosen: Combo;
  readonly standing: Standing;
  readonly alternatives: readonly Alternative[];
  readonly rejected: readonly { readonly combo: Combo; readonly reasons: readonly Reason[] }[];
}

/** What bears on the choice for a role, beside the rules. */
export interface Constraints {
  readonly forbid: ReadonlySet<string>;
  /** Only what belongs to the role. */
  readonly require: readonly string[];
}

/**
 * Chooses a combination: the first of the answer that constraints leave, else what the rules name second; what is required is joined from the
 * combinations that are known to run together, keeping as much of the answer as possible.
 */
export function choose(
  role: string,
  { answer, hits }: Result,
  constraints: Constraints,
  knowledge: KnowledgeBase,
): Choice {
  const options = answer ?? [];
  const seconds = others(role, hits, 'alternatives', knowledge);
  const implementations = others(role, hits, 'implementations', knowledge);
  const rejected: { combo: Combo; reasons: Reason[] }[] = [];
  const allowed = (combo: Combo): boolean => {
    const reasons = objections(combo, constraints, knowledge);
    if (reasons.length > 0) rejected.push({ combo, reasons });
    return reasons.length === 0;
  };
  const [first] = options.filter(allowed);
  const [joined] = constraints.require.length === 0 ? [] : joinable(role, options, constraints, knowledge);
  const pick = (): Pick<Choice, 'chosen' | 'standing'> => {
    if (first !== undefined) return { chosen: first, standing: 'answer' };
    if (joined !== undefined) return { chosen: joined, standing: 'required' };
    const second = seconds.find((combo) => objections(combo, constraints, knowledge).length === 0);
    if (second !== undefined && answer !== null) return { chosen: second, standing: 'second' };
    if (answer === null && constraints.require.length === 0) return { chosen: [], standing: 'silent' };
    return { chosen: [], standing: 'clash' };
  };
  const picked = pick();
  const standing = picked.standing === 'answer' && picked.chosen.length === 0 ? 'not-needed' : picked.standing;
  const alternatives: Alternative[] = [
    ...options.map((combo) => ({ combo, origin: 'any-of' as const })),
    ...seconds.map((combo) => ({ combo, origin: 'alternative' as const })),
    ...implementations.map((combo) => ({ combo, origin: 'implementation' as const })),
  ];
  const taken = new Set([picked.chosen, ...rejected.map(({ combo }) => combo)].map(String));
  return {
    ...picked,
    standing,
    rejected,
    alternatives: alternatives.filter(({ combo }) => fresh(combo, taken, picked.chosen)),
  };
}

/** Not yet listed, and not a part of what is chosen. */
function fresh(combo: Combo, taken: Set<string>, chosen: Combo): boolean {
  const key = String(combo);
  if (taken.has(key) || combo.length === 0 || combo.every((id) => chosen.includes(id))) return false;
  taken.add(key);
  return true;
}

/** What the rules name beside the answer for this role; what belongs to another role is listed there. */
function others(
  role: string,
  hits: readonly Hit[],
  key: 'alternatives' | 'implementations',
  knowledge: KnowledgeBase,
): AnyOf {
  const named = hits.flatMap(({ rule: { rule } }) => rule[key] ?? []);
  return [...new Set(named)].filter((id) => (knowledge.outcomeById.get(id)?.role ?? role) === role).map((id) => [id]);
}

/** What speaks against a combination; what comes with it of necessity counts. */
function objections(combo: Combo, { forbid, require }: Constraints, knowledge: KnowledgeBase): Reason[] {
  const carried = combo.flatMap((id) => [id, ...runsOn(id, knowledge)]);
  const forbidden = [...new Set(carried)].flatMap((outcome): Reason[] => {
    if (knowledge.forbidden.has(outcome)) return [{ code: 'forbidden', by: 'package', outcome }];
    return forbid.has(outcome) ? [{ code: 'forbidden', by: 'workload', outcome }] : [];
  });
  const lacking = require
    .filter((outcome) => !carried.includes(outcome))
    .map((outcome): Reason => ({ code: 'lacks-required', outcome }));
  return [...forbidden, ...lacking];
}

/** What a technology comes with of necessity. */
export function runsOn(id: string, knowledge: KnowledgeBase): readonly string[] {
  const outcome = knowledge.outcomeById.get(id);
  return outcome?.kind === 'Technology' ? (outcome.runsOn ?? []) : [];
}

/** The combinations that hold what is required, those that keep most of the answer first. */
function joinable(role: string, options: AnyOf, constraints: Constraints, knowledge: KnowledgeBase): AnyOf {
  const known = knowledge.combinations.get(role) ?? [];
  const kept = (combo: Combo): number =>
    Math.max(0, ...options.map((option) => option.filter((id) => combo.includes(id)).length));
  return known
    .map((set) => [...set].sort())
    .filter((combo) => objections(combo, constraints, knowledge).length === 0)
    .sort((a, b) => kept(b) - kept(a) || a.length - b.length);
}
