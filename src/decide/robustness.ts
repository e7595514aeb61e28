import type { Robustness } from '../language/schema/recommendation.js';
import { bestBeside, conflictsBeside } from './beside.js';
import type { Decision } from './decide.js';
import { round, type Describer } from './describe.js';
import { candidateText } from './present-fit.js';
import { nearestTurning, sharesFirst } from '../rank/robustness.js';
import type { Candidate } from '../program/fit.js';
import type { Ranked } from './fit.js';

/**
 * For each role: under what share of all weightings the winner of the facts, and what the guide answers, come first, and the nearest weighting
 * that dethrones the winner. Verdicts come before weights, so only combinations with the verdict of the winner compete.
 */
export function robustnessOf(decision: Decision, describe: Describer): Robustness[] {
  return decision.roles.flatMap((decided): Robustness[] => {
    const runnable = decided.field.all.filter(
      (ranked) =>
        ranked.candidate === decided.pick?.ranked.candidate || conflictsBeside(decision, decided, ranked).length === 0,
    );
    const winner = bestBeside(decision, decided);
    if (winner === undefined || decided.chosen.length === 0 || decided.opinion.scored.length === 0) return [];
    const contenders = runnable.filter(({ verdict }) => verdict === winner.verdict);
    const at = (combo: Candidate | undefined): number => contenders.findIndex(({ candidate }) => candidate === combo);
    const rows = contenders.map(({ distances }) => distances.map(([worst]) => worst));
    const { first, error } = sharesFirst(rows);
    const { scored } = decided.opinion;
    const turning = nearestTurning(
      rows,
      scored.map(({ weight }) => weight),
      at(winner.candidate),
    );
    const rival = turning === undefined ? undefined : contenders[turning.rival];
    const answer = decided.result.answer?.[0];
    const guide = runnable.find(({ candidate }) => String(candidate.combo) === String(answer));
    const entry = ({ candidate }: Ranked, share: number): Robustness['winner'] => ({
      id: candidate.id,
      title: candidateText(candidate, describe),
      share: round(share),
    });
    return [
      {
        role: decided.role.id,
        ...(decided.item && { name: decided.item.name }),
        winner: entry(winner, first[at(winner.candidate)] ?? 0),
        ...(guide && { guide: entry(guide, first[at(guide.candidate)] ?? 0) }),
        error: round(error),
        contenders: contenders.length,
        ...(turning &&
          rival && {
            turning: {
              rival: rival.candidate.id,
              title: candidateText(rival.candidate, describe),
              weights: Object.fromEntries(
                scored.map(({ criterion }, n) => [criterion.id, round(turning.weights[n] ?? 0)]),
              ),
              distance: round(turning.distance),
              gains: scored
                .map(({ criterion, weight }, n) => ({
                  criterion,
                  weight: turning.weights[n] ?? 0,
                  gain: (turning.weights[n] ?? 0) - weight,
                }))
                .filter(({ gain }) => gain > TOLD)
                .sort((a, b) => b.gain - a.gain)
                .map(({ criterion, weight }) => ({
                  criterion: criterion.id,
                  title: criterion.criterion.title[describe.lang],
                  weight: round(weight),
                })),
            },
          }),
      },
    ];
  });
}

/** A smaller gain in weight is not told. */
const TOLD = 0.005;
