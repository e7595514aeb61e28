import type { Robustness } from '../language/schema/results/recommendation.js';
import { bestCompatible, conflictsWithRest, type PlaceDecision, type StackDecision } from '../decide/stack/decide.js';
import { round, type Describer } from './describe.js';
import { candidateText } from './present-fit.js';
import { nearestTurning, sharesFirst } from '../rank/robustness.js';
import { normalised } from '../rank/spotis.js';
import type { Candidate } from '../program/ir/fit.js';
import type { RankedCandidate, RoleOpinion } from '../decide/fit/fit.js';

/**
 * For each role: under what share of all weightings the winner of the facts, what is chosen and what the guide answers come first, and the nearest
 * weighting that dethrones the winner. Verdicts come before weights, so only candidates with as many verdicts of each kind as the winner compete; an interface
 * competes once for each technology that realises it.
 */
export function robustnessOf(decision: StackDecision, describe: Describer): Robustness[] {
  return decision.places.flatMap((decided): Robustness[] => {
    const { pick, opinion, role, item } = decided;
    const winner = bestCompatible(decision, decided);
    if (winner === undefined || decided.chosen.length === 0 || opinion.scored.length === 0) return [];
    const runnable = decided.feasible.realisations.filter(
      (ranked) =>
        [pick?.ranked.candidate, winner.candidate].includes(ranked.candidate) ||
        conflictsWithRest(decision, decided, ranked).length === 0,
    );
    const level = Math.round(opinion.verdictPenalty(winner.candidate));
    const contenders = runnable.filter(({ candidate }) => Math.round(opinion.verdictPenalty(candidate)) === level);
    // Where nobody competes, no weight decides.
    if (contenders.length < 2) return [];
    const at = (combo: Candidate): number => contenders.findIndex(({ candidate }) => candidate === combo);
    const rows = contenders.map(({ distances }) => distances);
    const { first, exact, error } = sharesFirst(rows);
    const entry = ({ candidate }: RankedCandidate): Robustness['winner'] => {
      const n = at(candidate);
      return {
        id: candidate.id,
        title: candidateText(candidate, describe),
        share: n < 0 ? 0 : shareOf(first[n] ?? 0, exact[n] ?? true),
      };
    };
    const guide = guideOf(decided, runnable);
    const turning = turningOf(opinion.scored, contenders, at(winner.candidate), describe);
    return [
      {
        role: role.id,
        ...(item && { name: item.name }),
        winner: entry(winner),
        ...(pick && { chosen: entry(pick.ranked) }),
        ...(guide && { guide: entry(guide) }),
        error: round(error),
        contenders: contenders.length,
        ...(turning && { turning }),
      },
    ];
  });
}

/** What the guide answers, as it is chosen, else the best way to run it. */
function guideOf({ result, pick }: PlaceDecision, runnable: readonly RankedCandidate[]): RankedCandidate | undefined {
  const answer = String(result.answer?.[0]);
  if (String(pick?.ranked.candidate.combo) === answer) return pick?.ranked;
  return runnable.find(({ candidate }) => String(candidate.combo) === answer);
}

/** The smallest share that is reported. */
const MIN_SHARE = 0.0001;

/** A share to four places; what is sampled is never reported as none or all. */
const shareOf = (share: number, exact: boolean): number =>
  exact ? share : Math.min(1 - MIN_SHARE, Math.max(MIN_SHARE, round(share)));

/** The nearest weighting under which another contender is as good as the winner, and what weighs more and less there. */
function turningOf(
  scored: RoleOpinion['scored'],
  contenders: readonly RankedCandidate[],
  winner: number,
  describe: Describer,
): Robustness['turning'] {
  const now = normalised(scored.map(({ weight }) => weight));
  const rows = contenders.map(({ distances }) => distances);
  const turning = nearestTurning(rows, now, winner);
  const rival = turning && contenders[turning.rival];
  if (turning === undefined || rival === undefined) return undefined;
  const shifts = scored
    .map(({ criterion }, n) => ({ criterion, before: now[n] ?? 0, weight: turning.weights[n] ?? 0 }))
    .filter(({ before, weight }) => Math.abs(weight - before) > MIN_SHIFT)
    .sort((a, b) => Math.abs(b.weight - b.before) - Math.abs(a.weight - a.before))
    .map(({ criterion, before, weight }) => ({
      criterion: criterion.id,
      title: criterion.criterion.title[describe.lang],
      before: round(before),
      weight: round(weight),
    }));
  return {
    rival: rival.candidate.id,
    title: candidateText(rival.candidate, describe),
    weights: Object.fromEntries(scored.map(({ criterion }, n) => [criterion.id, round(turning.weights[n] ?? 0)])),
    distance: round(turning.distance),
    gains: shifts.filter(({ before, weight }) => weight > before),
    losses: shifts.filter(({ before, weight }) => weight < before),
  };
}

/** A smaller shift in weight is not reported. */
const MIN_SHIFT = 0.005;
