/** How many ways to spread the words are tried, and how many slots there are for each word at least. */
const TRIES = 64;
const SLOTS_PER_WORD = 4;
/** The slot of what is none of the words. */
export const NO_SLOT = -1;

/**
 * A slot for each of a few words, found in half the time that a Map takes: the length and the last letter of a word tell its slot, in a spread
 * that is chosen so that few words share one. Those that would share one have slots behind the others, and are looked up in a Map.
 */
export class StringTable {
  /** How many slots there are. */
  readonly size: number;
  private readonly all: ReadonlyMap<string, number>;
  private readonly slots: readonly string[];
  private readonly mask: number;
  private readonly spread: number;

  constructor(words: readonly string[]) {
    let size = 1;
    while (size < words.length * SLOTS_PER_WORD) size *= 2;
    const mask = size - 1;
    const used = (spread: number): number => new Set(words.map((word) => slotOf(word, spread, mask))).size;
    let best = 1;
    for (let spread = 2; spread < TRIES; spread++) if (used(spread) > used(best)) best = spread;
    const slots = new Array<string>(size).fill('');
    const all = new Map<string, number>();
    for (const word of words.map(interned)) {
      const own = slotOf(word, best, mask);
      const slot = slots[own] === '' ? own : slots.length;
      slots[slot] = word;
      all.set(word, slot);
    }
    this.size = slots.length;
    this.all = all;
    this.slots = slots;
    this.mask = mask;
    this.spread = best;
  }

  /** The slot of a word; {@link NO_SLOT} where it is none of them. */
  slot(word: string): number {
    const slot = slotOf(word, this.spread, this.mask);
    return this.slots[slot] === word && word !== '' ? slot : (this.all.get(word) ?? NO_SLOT);
  }

  /** What each word has, by its slot. */
  bySlot<V>(valueOf: (word: string) => V, none: V): V[] {
    const values = new Array<V>(this.size).fill(none);
    for (const [word, slot] of this.all) values[slot] = valueOf(word);
    return values;
  }
}

function slotOf(word: string, spread: number, mask: number): number {
  const { length } = word;
  return (length * spread + word.charCodeAt(length - 1)) & mask;
}

/** The same text as the engine keeps it for names, of which it compares the addresses alone. */
export function interned(text: string): string {
  return Object.keys({ [text]: 0 })[0] ?? text;
}
