import type { Candidate } from '../../program/ir/fit.js';
import type { Verdict } from './judge.js';

/** What candidates are ordered by. */
interface RankKey {
  readonly candidate: Pick<Candidate, 'id' | 'runnable' | 'tieBreak'>;
  readonly penalty: number;
  /** Weighted distance from what is asked. */
  readonly score: number;
}

/** How much each verdict counts against a candidate: one that is worse than another counts more than any number of that other. */
const COUNTS = { meets: 0, conditional: 1, unknown: 1e3, fails: 1e9 } as const satisfies Record<Verdict, number>;

/** What one verdict adds to the penalty of a candidate. The penalty puts what fails fewer demands first, then what is unknown in fewer, then what is conditional in fewer. */
export const penaltyOf = (verdict: Verdict): number => COUNTS[verdict];

/** Orders verdicts, the worst first. */
export const worstFirst = (a: Verdict, b: Verdict): number => COUNTS[b] - COUNTS[a];

/** How much it counts by how far a demand is missed that a candidate fails: more than any number of unknown ones, and less than another that fails. */
export const MISS = 1e6;

/** How much it counts in addition where doubtful evidence contradicts what is unknown: more than any number of conditional verdicts, and less than another unknown one. */
export const CONTRADICTED = 30;

/** How much it counts that something has no purpose here: more than any number of needs that are not stated to be met, and less than what is unknown. */
export const POINTLESS = 20;

/**
 * How much it counts that something needs the workload itself to be otherwise than is stated, such as compiled to WebAssembly: more than any number of unknown verdicts, since
 * a workload is rarely that without its being said, and less than a demand that is failed.
 */
export const UNSTATED_WORKLOAD = 1e5;

/** Whether a penalty holds a verdict that fails. */
export const hasFailed = (penalty: number): boolean => penalty >= COUNTS.fails;

/** How many demands a penalty fails; one at least, since what nothing supports counts like a failure where it is asked for. */
export const failuresIn = (penalty: number): number => Math.max(1, Math.floor(penalty / COUNTS.fails));

/** The worst verdict that a penalty holds. */
export function worstVerdict(penalty: number): Verdict {
  if (penalty >= COUNTS.fails) return 'fails';
  if (penalty >= COUNTS.unknown) return 'unknown';
  return penalty >= COUNTS.conditional ? 'conditional' : 'meets';
}

/** The order of candidates: what runs by itself before what is only named; then penalty, score, tie-break, name. */
export function byRank(a: RankKey, b: RankKey): number {
  return (
    Number(b.candidate.runnable) - Number(a.candidate.runnable) ||
    a.penalty - b.penalty ||
    compareScores(a.score, b.score) ||
    a.candidate.tieBreak - b.candidate.tieBreak ||
    (a.candidate.id < b.candidate.id ? -1 : 1)
  );
}

/** Whether the facts do not tell two candidates apart. */
export function isTied(a: Pick<RankKey, 'penalty' | 'score'>, b: Pick<RankKey, 'penalty' | 'score'>): boolean {
  return a.penalty === b.penalty && compareScores(a.score, b.score) === 0;
}

/** Compares two scores; what rounding may have caused is no difference. */
export const compareScores = (a: number, b: number): number => (Math.abs(a - b) < TIE_TOLERANCE ? 0 : a - b);

/** Scores closer than this differ by rounding alone. */
const TIE_TOLERANCE = 1e-9;

/** Compares two lists of equal length by the first element that differs. */
export function compareLists(a: readonly number[], b: readonly number[]): number {
  for (let n = 0; n < a.length; n++) {
    const difference = (a[n] ?? 0) - (b[n] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
