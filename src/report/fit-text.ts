import type { RankedCandidate } from '../decide/fit/fit.js';
import { worstFirst } from '../decide/fit/order.js';
import type { Requirement } from '../decide/inputs/requirements.js';
import type { PlaceDecision, StackDecision } from '../decide/stack/decide.js';
import type { Describer } from './describe.js';
import { candidateText, FitDescriber } from './present-fit.js';
import { REPORT_TEXTS } from './texts/index.js';

/**
 * In one sentence, what the facts do not tell apart, or which demand makes them put something else than what is chosen first; undefined where they rank first
 * what is chosen, and that alone.
 *
 * @param first what the facts rank first
 */
export function fitText(
  decided: PlaceDecision,
  first: readonly RankedCandidate[],
  decision: StackDecision,
  describe: Describer,
): string | undefined {
  const chosen = decided.pick?.ranked;
  if (chosen === undefined) return undefined;
  if (first.some(({ candidate }) => candidate === chosen.candidate))
    return first.length > 1 ? tiedText(first, chosen, decided, decision, describe) : undefined;
  return differenceText(chosen, first, decided, decision, describe);
}

/** Whether a requirement is one of the workload; what is typical of a scenario does not count, and what is always demanded is nobody's demand. */
const isStated = ({ origin }: Requirement): boolean => origin !== undefined && origin !== 'typical';

function tiedText(
  first: readonly RankedCandidate[],
  chosen: RankedCandidate,
  { feasible }: PlaceDecision,
  decision: StackDecision,
  describe: Describer,
): string {
  const texts = REPORT_TEXTS[describe.lang].tied;
  const rivals = rivalsAmong(
    first.filter(({ candidate }) => !feasible.isPointless(candidate)),
    chosen,
  ).map(({ candidate }) => candidateText(candidate, describe));
  const named = (text: string): string => (rivals.length === 0 ? text : texts.withRivals(text, rivals));
  const [leader] = first;
  const demands = (leader?.verdicts ?? []).flatMap(({ requirement }, n) => (isStated(requirement) ? [n] : []));
  if (leader === undefined || demands.length === 0) return named(texts.nothingRequired(first.length));
  const meet = demands.every((n) => first.every(({ verdicts }) => verdicts[n]?.verdict === 'meets'));
  const titles = demands.map((n) => demandText(leader, n, decision, describe));
  return named((meet ? texts.meetAlike : texts.doAlike)(first.length, titles));
}

/** So many rivals of a choice are named. */
const MAX_RIVALS = 2;

/** The first of those that do as well as what is chosen, each led by another technology. */
function rivalsAmong(first: readonly RankedCandidate[], chosen: RankedCandidate): readonly RankedCandidate[] {
  const leads = new Set([chosen.candidate.members[0]]);
  const rivals = first.filter(({ candidate: { members } }) => {
    const isNew = !leads.has(members[0]);
    leads.add(members[0]);
    return isNew;
  });
  return rivals.slice(0, MAX_RIVALS);
}

function differenceText(
  chosen: RankedCandidate,
  first: readonly RankedCandidate[],
  { opinion }: PlaceDecision,
  decision: StackDecision,
  describe: Describer,
): string | undefined {
  const [leader, ...more] = first;
  if (leader === undefined) return undefined;
  const texts = REPORT_TEXTS[describe.lang].firstByFacts;
  const best = more.length === 0 ? candidateText(leader.candidate, describe) : texts.several(first.length);
  const name = candidateText(chosen.candidate, describe);
  // The demand of which the evidence on the choice is the worst, among those that what comes first does better on.
  const [worst] = chosen.verdicts
    .map(({ requirement, verdict }, n) => ({ requirement, verdict, n }))
    .filter(({ requirement, verdict, n }) => {
      const other = leader.verdicts[n]?.verdict;
      return requirement.origin !== 'typical' && other !== undefined && worstFirst(verdict, other) < 0;
    })
    .sort((a, b) => worstFirst(a.verdict, b.verdict));
  if (worst !== undefined && worst.verdict !== 'meets')
    return texts[worst.verdict](best, name, demandText(chosen, worst.n, decision, describe));
  const gains = opinion.scored.map(({ criterion, weight }, n) => ({
    criterion,
    gain: weight * ((chosen.distances[n] ?? 1) - (leader.distances[n] ?? 1)),
  }));
  const [most] = gains.sort((a, b) => b.gain - a.gain);
  if (most === undefined || most.gain <= 0) return undefined;
  return texts.nearer(best, name, most.criterion.criterion.title[describe.lang]);
}

/** A demand with its title: `Start-up: ≤ 50ms`. */
function demandText(ranked: RankedCandidate, n: number, decision: StackDecision, describe: Describer): string {
  const judged = ranked.verdicts[n];
  if (judged === undefined) return '';
  return new FitDescriber(describe, decision).summary(ranked.candidate, judged).demand;
}
