import { distance } from 'fastest-levenshtein';
import { getOrInsert } from '../get-or-insert.js';

/** A name that can be meant, and the other words a person may write for it: its titles and aliases. */
export interface NameCandidate {
  readonly id: string;
  readonly also?: readonly string[];
}

/** A part of the knowledge with the words that people know it by. */
export interface Nameable {
  readonly id: string;
  readonly title: Readonly<Record<string, string>>;
  readonly aliases?: readonly string[];
}

/** A part of the knowledge as a candidate: by its id, its titles in all languages and its aliases. */
export const candidateOf = ({ id, title, aliases = [] }: Nameable): NameCandidate => ({
  id,
  also: [...Object.values(title), ...aliases],
});

/**
 * The candidate that a mistyped word most likely meant: the same word in another case, spelling or language, its beginning, or
 * one within a third of its length in edits (Levenshtein). Undefined when nothing is near.
 */
export function nearest(word: string, candidates: Iterable<NameCandidate>): string | undefined {
  const typed = foldName(word);
  if (typed === '') return undefined;
  let best: { id: string; cost: number } | undefined;
  for (const candidate of candidates) {
    for (const name of namesOf(candidate)) {
      const cost = misfit(typed, name);
      if (cost !== undefined && (best === undefined || cost < best.cost)) best = { id: candidate.id, cost };
    }
  }
  return best?.id;
}

/** A text with many mistakes asks for the same names again and again. */
const folded = new WeakMap<NameCandidate, readonly string[]>();

const namesOf = (candidate: NameCandidate): readonly string[] =>
  getOrInsert(folded, candidate, () => [candidate.id, ...(candidate.also ?? [])].map(foldName));

function misfit(typed: string, name: string): number | undefined {
  if (typed === name) return 0;
  if (typed.length > 2 && typed.length === name.length && letters(typed) === letters(name)) return 1;
  const shorter = Math.min(typed.length, name.length);
  const longer = Math.max(typed.length, name.length);
  const most = Math.max(1, Math.floor(longer / 3));
  const begins = shorter >= 3 && (name.startsWith(typed) || typed.startsWith(name));
  // No word becomes one of another length by fewer edits than the lengths differ by.
  if (!begins && longer - shorter > most) return undefined;
  const edits = distance(typed, name);
  return begins || edits <= most ? edits : undefined;
}

/** Swapped letters are the commonest slip. */
const letters = (word: string): string => Array.from(word).sort().join('');

/** A name without what people write differently: case, blanks and the marks between words. */
export const foldName = (word: string): string =>
  word
    .toLowerCase()
    .replace(/[\s_./-]+/g, '')
    .slice(0, 80);
