import type { Candidate } from '../../program/ir/fit.js';

/** What candidates are ordered by. */
interface RankKey {
  readonly candidate: Pick<Candidate, 'id' | 'runnable'>;
  /** The index of the verdict; smaller is better. */
  readonly verdictIndex: number;
  /** Weighted distance from the ideal. */
  readonly score: number;
}

/** The order of candidates: what runs by itself before what is only named; then verdict, score, name. */
export function byRank(a: RankKey, b: RankKey): number {
  return (
    Number(b.candidate.runnable) - Number(a.candidate.runnable) ||
    a.verdictIndex - b.verdictIndex ||
    a.score - b.score ||
    (a.candidate.id < b.candidate.id ? -1 : 1)
  );
}

/** Whether two candidates have the same verdict and the same score. */
export function isTied(a: RankKey, b: RankKey): boolean {
  return a.verdictIndex === b.verdictIndex && Math.abs(a.score - b.score) < TIE_TOLERANCE;
}
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
