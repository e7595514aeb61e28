import type { Alternatives, OutcomeSet } from '../../language/outputs/values.js';
import type { RoleFit } from '../../program/ir/fit.js';
import { isDemanded } from '../../decide/stack/choose.js';
import { alternativesNamed, nearnessTo, RELATIONS } from '../../decide/stack/nearness.js';
import { objectionsOf, ofFamily, type Reason } from '../../decide/stack/constraints.js';
import { objectionsTo } from '../../decide/stack/compatible.js';
import {
  areAlike,
  conflictsWithRest,
  type DecisionRequest,
  type PlaceDecision,
  type StackDecision,
} from '../../decide/stack/decide.js';
import { technologiesOf } from '../../decide/stack/resolve.js';
import type { RankedCandidate } from '../../decide/fit/fit.js';
import { byRank, isTied } from '../../decide/fit/order.js';

/** Something else that would serve. */
export interface Alternative {
  readonly ranked: RankedCandidate;
  readonly origin: 'any-of' | 'alternative' | 'implementation' | 'fit';
}

/** What was not chosen for a place: what would serve too, and why the others would not. */
export interface Unchosen {
  readonly alternatives: readonly Alternative[];
  readonly rejected: readonly {
    readonly combo: OutcomeSet;
    readonly id: string;
    readonly origin: Alternative['origin'];
    readonly reasons: readonly Reason[];
  }[];
}

/**
 * Sorts what is not chosen for a place. What the rules name stays an alternative unless the constraints, the environment or the rest of the stack rule it out. Of the rest,
 * what fails a requirement is rejected, and what would serve is an alternative: of the same kind if it does as well as what is chosen, of another kind only if it does better. Where only the
 * facts decide on what has no family, such as a store, all that does as well is of the same kind, once for each technology that leads it.
 */
export function unchosen(
  decided: PlaceDecision,
  decision: StackDecision,
  workload: Pick<DecisionRequest, 'forbid' | 'require'>,
): Unchosen {
  const { knowledge } = decided.evaluation.program;
  const { role, result, opinion, evaluation, pick, chosen, status, conflicts, options } = decided;
  const displaced = conflicts.length === 0 ? undefined : options.named[0]?.ranked.candidate.id;
  const fit = evaluation.program.fit.get(role.id);
  if (fit === undefined || status === 'omitted' || (status === 'not-needed' && result.answer === null))
    return { alternatives: [], rejected: [] };
  const named: (readonly [OutcomeSet, Alternative['origin']])[] = [
    ...(result.answer ?? []).map((combo) => [combo, 'any-of'] as const),
    ...alternativesNamed(role.id, result.hits, 'alternatives', knowledge).map(
      (combo) => [combo, 'alternative'] as const,
    ),
    ...alternativesNamed(role.id, result.hits, 'implementations', knowledge).flatMap((combo) =>
      builtWith(combo, result.answer ?? [], fit).map((way) => [way, 'implementation'] as const),
    ),
  ];
  const candidates: Alternative[] = [
    ...named.flatMap(([combo, origin]) => {
      const ways = fit.of(combo).map((one) => opinion.rank(one));
      const [best] = ways.sort(byRank);
      return best === undefined
        ? []
        : [{ ranked: ways.find(({ candidate }) => candidate.by === undefined) ?? best, origin }];
    }),
    // An interface is listed by what realises it, where one is chosen so, and else by its own name.
    ...opinion.ranked
      .filter(({ candidate }) => decided.feasible.hasExpectedForm(candidate))
      .map((ranked) => ({ ranked, origin: 'fit' as const })),
  ];
  const serves = servesInstead(decided);
  const leads = new Set([pick?.ranked.candidate.members[0]]);
  const alternatives: Alternative[] = [];
  const rejected: Unchosen['rejected'][number][] = [];
  const seen = new Set([pick?.ranked.candidate.id]);
  for (const one of candidates) {
    const { combo, id } = one.ranked.candidate;
    // A part of what is chosen is no alternative to it.
    if (combo.length === 0 || seen.has(id) || (one.origin !== 'fit' && combo.every((part) => chosen.includes(part))))
      continue;
    seen.add(id);
    const reasons = reasonsAgainst(one, decided, workload);
    const isOffered = one.origin !== 'fit' || serves(one.ranked, leads);
    // What was preferred and could not run alongside the rest of the stack.
    if (one.ranked.candidate.id === displaced) {
      for (const objection of conflicts) reasons.push({ code: 'incompatible', objection });
    }
    if (reasons.length === 0 && isOffered) reasons.push(...lacksInRest(one.ranked, decided, decision));
    if (reasons.length > 0) rejected.push({ combo, id, origin: one.origin, reasons });
    else if (isOffered) {
      alternatives.push(one);
      leads.add(one.ranked.candidate.members[0]);
    }
  }
  return { alternatives, rejected };
}

/** What a rule names as an implementation, where it leads what people run; else what people run of it and an answer, such as a network below a store. */
function builtWith(named: OutcomeSet, answers: Alternatives, { candidates }: RoleFit): readonly OutcomeSet[] {
  if (candidates.some(({ members: [lead] }) => lead === named[0])) return [named];
  const wholes = answers.map((answer) => String([...new Set([...answer, ...named])].sort()));
  return candidates.map(({ combo }) => combo).filter((combo) => wholes.includes(String(combo)));
}

/** What the rest of the stack lacks that a candidate needs, or holds that it cannot run with. What the rest needs of this place can change with it. */
function lacksInRest(ranked: RankedCandidate, decided: PlaceDecision, decision: StackDecision): Reason[] {
  const own = technologiesOf(ranked.candidate);
  return conflictsWithRest(decision, decided, ranked)
    .filter(({ technology }) => own.includes(technology))
    .map((objection) => ({ code: 'incompatible', objection }));
}

/** Whether what no rule names would serve in place of what is chosen; where nothing is chosen, whether the facts rank it first. */
function servesInstead(
  decided: PlaceDecision,
): (ranked: RankedCandidate, leads: ReadonlySet<string | undefined>) => boolean {
  const { pick, result, role, evaluation, feasible, opinion } = decided;
  if (result.answer === null && !isDemanded(opinion)) return () => false;
  const compared = pick?.ranked ?? feasible.ranked[0];
  if (compared === undefined) return () => false;
  const answers = result.answer?.filter((combo) => combo.length > 0) ?? [];
  const nearness = nearnessTo([compared.candidate.combo, ...answers], result.hits, role.id, evaluation.program);
  const [lead = ''] = compared.candidate.members;
  const isOfNoFamily =
    result.answer === null && evaluation.program.knowledge.outcomeById.get(lead)?.family === undefined;
  return (ranked, leads) => {
    if (opinion.isFiltered(ranked.candidate)) return false;
    if (isOfNoFamily && areAlike(ranked, compared))
      return !leads.has(ranked.candidate.members[0]) && !feasible.isPointless(ranked.candidate);
    if (!isTied(ranked, compared) && byRank(ranked, compared) >= 0) return false;
    return ranked.penalty < compared.penalty || nearness(ranked.candidate).relation < RELATIONS.none;
  };
}

/** What keeps a candidate from being chosen for a place; where no rule names it, also the demands that it fails. */
export function reasonsAgainst(
  { ranked, origin }: Alternative,
  { role, item, evaluation, families }: PlaceDecision,
  workload: Pick<DecisionRequest, 'forbid' | 'require'>,
): Reason[] {
  const { knowledge } = evaluation.program;
  const { combo, carried } = ranked.candidate;
  const isOfRole = (id: string): boolean =>
    (knowledge.outcomeById.get(id)?.role ?? role.id) === role.id && item === undefined;
  const require = origin === 'implementation' ? [] : workload.require.filter(isOfRole);
  const reasons = objectionsOf(ranked.candidate, { forbid: new Set(workload.forbid), require }, knowledge);
  for (const member of carried) {
    for (const objection of objectionsTo(member, evaluation)) reasons.push({ code: 'incompatible', objection });
  }
  if (origin !== 'fit') return reasons;
  if (families !== undefined && !ofFamily(combo, { families }, knowledge)) {
    const family = combo.flatMap((id) => knowledge.outcomeById.get(id)?.family ?? [])[0];
    reasons.push({ code: 'family', outcome: family ?? '' });
  }
  if (ranked.verdict !== 'fails') return reasons;
  for (const judged of ranked.verdicts) {
    if (judged.verdict === 'fails' && judged.requirement.origin !== 'typical')
      reasons.push({ code: 'fails', candidate: ranked.candidate, judged });
  }
  return reasons;
}
