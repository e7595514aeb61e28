/** How many ways to spread the words are tried, and how many slots there are for each word at least. */
const TRIES = 64;
const SLOTS_PER_WORD = 4;

/**
 * The codes of a few words, found in half the time that a Map takes: the length and the last letter of a word tell its slot, in a spread that is
 * chosen so that few words share one; those that do are looked up in a Map.
 */
export class Words {
  private readonly all: ReadonlyMap<string, number>;
  private readonly slots: readonly string[];
  private readonly codes: readonly number[];
  private readonly mask: number;
  private readonly spread: number;

  constructor(codes: Iterable<readonly [word: string, code: number]>) {
    this.all = new Map([...codes].map(([word, code]) => [interned(word), code]));
    let size = 1;
    while (size < this.all.size * SLOTS_PER_WORD) size *= 2;
    this.mask = size - 1;
    const words = [...this.all.keys()];
    const used = (spread: number): number => new Set(words.map((word) => slotOf(word, spread, this.mask))).size;
    let best = 1;
    for (let spread = 2; spread < TRIES; spread++) if (used(spread) > used(best)) best = spread;
    this.spread = best;
    const slots = new Array<string>(size).fill('');
    for (const word of words) slots[slotOf(word, best, this.mask)] = word;
    this.slots = slots;
    this.codes = slots.map((word) => this.all.get(word) ?? 0);
  }

  /** The code of a word; undefined where it has none. */
  code(word: string): number | undefined {
    const slot = slotOf(word, this.spread, this.mask);
    return this.slots[slot] === word && word !== '' ? this.codes[slot] : this.all.get(word);
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
