/** A set of whole numbers from 0 up that are small, and of which many sets are united. */
export class BitSet {
  private words = new Uint32Array(8);

  add(number: number): void {
    const at = number >>> 5;
    if (at >= this.words.length) this.grow(at + 1);
    this.words[at] = (this.words[at] ?? 0) | (1 << (number & 31));
  }

  addAll({ words }: BitSet): void {
    if (words.length > this.words.length) this.grow(words.length);
    for (let at = 0; at < words.length; at++) this.words[at] = (this.words[at] ?? 0) | (words[at] ?? 0);
  }

  /** The numbers, rising. */
  *[Symbol.iterator](): Iterator<number> {
    for (let at = 0; at < this.words.length; at++) {
      for (let rest = this.words[at] ?? 0; rest !== 0; rest &= rest - 1) yield 32 * at + 31 - Math.clz32(rest & -rest);
    }
  }

  private grow(least: number): void {
    const words = new Uint32Array(Math.max(least, 2 * this.words.length));
    words.set(this.words);
    this.words = words;
  }
}
