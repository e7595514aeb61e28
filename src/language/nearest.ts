import { distance } from 'fastest-levenshtein';

/** A name that can be meant, and the other words a person may write for it (its titles). */
export interface Candidate {
  readonly id: string;
  readonly also?: readonly string[];
}

/**
 * The candidate that a mistyped word most likely meant: the same word in another case, spelling or language, its beginning, or
 * one within a third of its length in edits (Levenshtein). Undefined when nothing is near.
 */
export function nearest(word: string, candidates: Iterable<Candidate>): string | undefined {
  const typed = fold(word);
  if (typed === '') return undefined;
  let best: { id: string; cost: number } | undefined;
  for (const { id, also = [] } of candidates) {
    for (const name of [id, ...also]) {
      const cost = misfit(typed, fold(name));
      if (cost !== undefined && (best === undefined || cost < best.cost)) best = { id, cost };
    }
  }
  return best?.id;
}

function misfit(typed: string, name: string): number | undefined {
  if (typed === name) return 0;
  if (typed.length > 2 && typed.length === name.length && letters(typed) === letters(name)) return 1;
  const edits = distance(typed, name);
  if (edits <= Math.max(1, Math.floor(Math.max(typed.length, name.length) / 3))) return edits;
  const part = Math.min(typed.length, name.length);
  return part >= 3 && (name.startsWith(typed) || typed.startsWith(name)) ? edits : undefined;
}

/** Swapped letters are the commonest slip. */
const letters = (word: string): string => Array.from(word).sort().join('');

const fold = (word: string): string =>
  word
    .toLowerCase()
    .replace(/[\s_./-]+/g, '')
    .slice(0, 80);
