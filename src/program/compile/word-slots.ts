/** How many ways to spread the words are tried, and how many slots there are for each word at least. */
const TRIES = 64;
const SLOTS_PER_WORD = 4;

/**
 * A slot for each of a few words, found in half the time that a Map takes: the length and the last letter of a word tell its slot, in a spread
 * that is chosen so that few words share one. Of those that share one, only the first is here.
 */
export interface WordSlots {
  /** By slot; an empty text where there is none. */
  readonly words: readonly string[];
  readonly spread: number;
  readonly mask: number;
}

/** Gives each word a slot. */
export function wordSlots(all: readonly string[]): WordSlots {
  let size = 1;
  while (size < all.length * SLOTS_PER_WORD) size *= 2;
  const mask = size - 1;
  const used = (spread: number): number => new Set(all.map((word) => slotOf(word, spread, mask))).size;
  let spread = 1;
  for (let other = 2; other < TRIES; other++) if (used(other) > used(spread)) spread = other;
  const words = new Array<string>(size).fill('');
  for (const word of all) {
    const slot = slotOf(word, spread, mask);
    if (words[slot] === '') words[slot] = interned(word);
  }
  return { words, spread, mask };
}

/** The slot of a word, if it has one. */
export function slotOf(word: string, spread: number, mask: number): number {
  const { length } = word;
  return (length * spread + word.charCodeAt(length - 1)) & mask;
}

/** The same text as the engine keeps it for names, of which it compares the addresses alone. */
export function interned(text: string): string {
  return Object.keys({ [text]: 0 })[0] ?? text;
}
