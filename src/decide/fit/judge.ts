import type { Demand, ProgramEvidence } from '../../program/ir/fit.js';

/** From the best to the worst: what comes later weighs heavier when all have to hold. */
export const VERDICTS = ['meets', 'conditional', 'unknown', 'fails'] as const;
export type Verdict = (typeof VERDICTS)[number];
const [MEETS, CONDITIONAL, UNKNOWN, FAILS] = VERDICTS;

/** Why a verdict is no more than conditional. */
export type Doubt = 'conditions' | 'partly' | 'conflict' | 'stale' | 'low-confidence';

/** What the evidence on one attribute says of a demand. */
export interface Judgement {
  readonly verdict: Verdict;
  /** The facts that decide: those first in precedence among the ones that apply. */
  readonly decisive: readonly ProgramEvidence[];
  readonly doubts: readonly Doubt[];
  /** How far the worse end of what was found is from the demand, relative to it: positive with room to spare. */
  readonly margin?: number;
}

/** Whether what a fact was measured under holds here; undefined where it is not stated. */
export type EvidenceApplies = (evidence: ProgramEvidence) => boolean | undefined;

const NO_EVIDENCE: Judgement = { verdict: UNKNOWN, decisive: [], doubts: [] };

/**
 * Holds the facts on one attribute against a demand. Facts whose conditions are known not to hold are left out. Of the rest, those
 * first in precedence decide: fresh before stale, then by kind (measured, benchmark or paper, documentation, vendor claim), then by
 * confidence. Where these disagree with one another, or part of a range would do, the verdict is conditional; so it is where
 * a condition is not known to hold, and where the best there is, is stale or of low confidence. Such weak evidence never condemns: where it
 * speaks against a candidate, the verdict is unknown.
 *
 * @param month the month to judge by, counted from year 0
 */
export function judge(
  facts: readonly ProgramEvidence[],
  demand: Demand,
  better: 'higher' | 'lower',
  month: number,
  holds: EvidenceApplies,
): Judgement {
  const deciding = decisiveFacts(facts, month, holds);
  const [first] = deciding;
  if (first === undefined) return NO_EVIDENCE;
  let meeting = 0;
  let failing = 0;
  let unsure = false;
  let margin = Number.POSITIVE_INFINITY;
  for (const evidence of deciding) {
    const spare = spareOf(evidence, demand, better);
    if (spare.worst >= 0) meeting++;
    else if (spare.best < 0) failing++;
    margin = Math.min(margin, spare.worst);
    unsure ||= evidence.tests !== undefined && holds(evidence) !== true;
  }
  const doubts: Doubt[] = [];
  if (unsure) doubts.push('conditions');
  if (meeting > 0 && failing > 0) doubts.push('conflict');
  else if (meeting < deciding.length && failing < deciding.length) doubts.push('partly');
  if (isStale(first, month)) doubts.push('stale');
  if (first.fact.confidence === 'low') doubts.push('low-confidence');
  const weak = doubts.includes('stale') || doubts.includes('low-confidence');
  const verdict =
    weak && failing === deciding.length ? UNKNOWN : doubts.length > 0 ? CONDITIONAL : failing > 0 ? FAILS : MEETS;
  return { verdict, decisive: deciding, doubts, ...(Number.isFinite(margin) && { margin }) };
}

/** Whether a fact is past its expiry in a month. */
export function isStale({ freshUntil }: ProgramEvidence, month: number): boolean {
  return freshUntil !== undefined && month > freshUntil;
}

/** The facts first in precedence among those that apply. */
export function decisiveFacts(
  facts: readonly ProgramEvidence[],
  month: number,
  holds: EvidenceApplies,
): readonly ProgramEvidence[] {
  let best = Number.POSITIVE_INFINITY;
  let found: ProgramEvidence[] = [];
  for (const evidence of facts) {
    if (evidence.tests !== undefined && holds(evidence) === false) continue;
    const place = evidence.precedence + (isStale(evidence, month) ? STALE_PENALTY : 0);
    if (place < best) {
      best = place;
      found = [];
    }
    if (place === best) found.push(evidence);
  }
  return found;
}

/** Behind every fresh fact. */
const STALE_PENALTY = 100;

/** How far both ends of a fact are from a demand, relative to it; below zero misses it. */
function spareOf(
  { value }: ProgramEvidence,
  demand: Demand,
  better: 'higher' | 'lower',
): { worst: number; best: number } {
  if (value.form === 'members' && typeof demand === 'object') {
    const held = value.members.some((member) => demand.includes(member)) ? 0 : -1;
    return { worst: held, best: held };
  }
  if (value.form !== 'range' || typeof demand !== 'number') return { worst: -1, best: 0 };
  const relative = (found: number): number => {
    const spare = better === 'higher' ? found - demand : demand - found;
    return demand === 0 ? spare : spare / Math.abs(demand);
  };
  const ends = [relative(value.low), relative(value.high)] as const;
  return { worst: Math.min(...ends), best: Math.max(...ends) };
}
