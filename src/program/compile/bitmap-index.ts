import type { BitmapShape } from '../../language/schema/results/compiled.js';
import { has, intersection, type Codes, type CodeSet } from '../ir/codes.js';
import { codeAt, UNSTATED } from '../ir/domain.js';
import type { Tests, VariableTest } from '../ir/tests.js';

/** A variable whose bits would take more words keeps them for ranges of its codes; the rules found for a range are then tested. */
const MAX_WORDS_PER_VARIABLE = 2 ** 18;

/** The bits of one variable; those of its fallback are read where it is not stated, -1 for none. */
interface Part {
  readonly variable: number;
  readonly fallback: number;
  readonly codesPerBucket: number;
  readonly bits: Int32Array;
}

/** Where the bits of each tested variable begin in the bits of all, by column. Typed arrays, since every lookup reads all of them. */
interface Columns {
  /** The index of the variable, and of its fallback; -1 for none. */
  readonly variables: Int32Array;
  readonly fallbacks: Int32Array;
  /** 1 where each code has bits of its own. */
  readonly codesPerBucket: Float64Array;
  readonly starts: Int32Array;
}

/**
 * Finds the rules of a table whose tests of variables all hold. For each variable that they test and each of its codes, it keeps the
 * set of rules that accept it, as bits; a lookup intersects one set for each variable, 32 rules at a time. (Bitmap indexes are due to
 * O'Neil, "Model 204 architecture and performance", 1987.) A variable with many codes keeps a set for each range of them.
 */
export class BitmapIndex {
  private readonly columns: Columns;
  private readonly bits: Int32Array;
  private readonly words: number;
  /** For each rule, the tests that its bits do not determine; undefined where they determine all. */
  private readonly undetermined: readonly (readonly VariableTest[])[] | undefined;
  /** Where each code leads to its bits without a question (no fallback, and bits of its own): by column, the variable and where its bits begin. */
  private readonly direct: Int32Array | undefined;
  /** Where the sets of the codes in question begin; used within one lookup. */
  private readonly offsets: Int32Array;

  constructor(rules: readonly { readonly tests: Tests }[]) {
    this.words = Math.max(1, Math.ceil(rules.length / 32));
    const columns = new Map<string, { accepted: (CodeSet | undefined)[]; first: VariableTest }>();
    rules.forEach(({ tests }, n) => {
      for (const test of tests.variables) {
        const key = `${String(test.variable.index)} ${String(test.fallback?.index)}`;
        let column = columns.get(key);
        if (column === undefined) columns.set(key, (column = { accepted: [], first: test }));
        const before = column.accepted[n];
        column.accepted[n] = before === undefined ? test.accepts : intersection(before, test.accepts);
      }
    });
    const parts = [...columns.values()].map(({ accepted, first: { variable, fallback } }): Part => {
      const codesPerBucket = Math.ceil((variable.size * this.words) / MAX_WORDS_PER_VARIABLE);
      const bits = bitsOf(accepted, { rules: rules.length, words: this.words, size: variable.size, codesPerBucket });
      return { variable: variable.index, fallback: fallback?.index ?? -1, codesPerBucket, bits };
    });
    const coarse = new Set(parts.filter((part) => part.codesPerBucket > 1).map(({ variable }) => variable));
    this.undetermined =
      coarse.size === 0
        ? undefined
        : rules.map(({ tests }) => tests.variables.filter(({ variable }) => coarse.has(variable.index)));
    // Rules that test nothing hit whatever the code is.
    if (parts.length === 0)
      parts.push({ variable: 0, fallback: -1, codesPerBucket: Infinity, bits: allBits(rules.length, this.words) });
    // What leaves the fewest rules goes first, so that most lookups end early.
    parts.sort((a, b) => density(a.bits) - density(b.bits));
    let start = 0;
    this.columns = {
      variables: Int32Array.from(parts, ({ variable }) => variable),
      fallbacks: Int32Array.from(parts, ({ fallback }) => fallback),
      codesPerBucket: Float64Array.from(parts, ({ codesPerBucket }) => codesPerBucket),
      starts: Int32Array.from(parts, ({ bits }) => (start += bits.length) - bits.length),
    };
    const isDirect = parts.every(({ fallback, codesPerBucket }) => fallback < 0 && codesPerBucket === 1);
    const { starts } = this.columns;
    this.direct = isDirect
      ? Int32Array.from(parts.flatMap(({ variable }, n) => [variable, starts[n] ?? 0]))
      : undefined;
    this.offsets = new Int32Array(parts.length);
    this.bits = new Int32Array(start);
    parts.forEach(({ bits }, n) => {
      this.bits.set(bits, this.columns.starts[n]);
    });
  }

  /** The position of the first rule from `from` on whose tests of variables all hold; -1 where none is left. */
  next(codes: Codes, from: number): number {
    const { bits, offsets, words, direct } = this;
    const { length } = offsets;
    if (words === 1 && from < 32) {
      let found = -1 << from;
      if (direct !== undefined) {
        for (let n = 0; n < direct.length; n += 2)
          found &= bits[(codes[direct[n] ?? 0] ?? UNSTATED) + (direct[n + 1] ?? 0)] ?? 0;
      } else for (let n = 0; n < length; n++) found &= bits[this.offset(codes, n)] ?? 0;
      return this.firstOf(found, 0, codes);
    }
    for (let n = 0; n < length; n++) offsets[n] = this.offset(codes, n);
    let mask = -1 << (from & 31);
    for (let word = from >> 5; word < words; word++, mask = -1) {
      let found = mask & (bits[(offsets[0] ?? 0) + word] ?? 0);
      for (let n = 1; found !== 0 && n < length; n++) found &= bits[(offsets[n] ?? 0) + word] ?? 0;
      if (found === 0) continue;
      const rule = this.firstOf(found, word, codes);
      if (rule >= 0) return rule;
    }
    return -1;
  }

  /** How large the index is. `nameOf` gives the name of a variable by its index. */
  shape(nameOf: (variable: number) => string): BitmapShape {
    const { variables, fallbacks, codesPerBucket, starts } = this.columns;
    const { words, bits } = this;
    const columns = Array.from(variables, (variable, n) => {
      const fallback = fallbacks[n] ?? -1;
      return {
        variable: nameOf(variable),
        ...(fallback >= 0 && { fallback: nameOf(fallback) }),
        buckets: ((starts[n + 1] ?? bits.length) - (starts[n] ?? 0)) / words,
        codesPerBucket: codesPerBucket[n] ?? 1,
      };
    });
    return {
      kind: 'bitmap',
      words,
      columns: columns.filter(({ codesPerBucket: per }) => per < Infinity),
      bytes: bits.byteLength,
    };
  }

  /** Where the bits of a column begin for the code in question. */
  private offset(codes: Codes, column: number): number {
    const { variables, fallbacks, codesPerBucket, starts } = this.columns;
    let code = codes[variables[column] ?? 0] ?? UNSTATED;
    const fallback = fallbacks[column] ?? -1;
    if (code === UNSTATED && fallback >= 0) code = codes[fallback] ?? UNSTATED;
    const perBucket = codesPerBucket[column] ?? 1;
    return (starts[column] ?? 0) + (perBucket === 1 ? code : Math.floor(code / perBucket)) * this.words;
  }

  /** The first rule of those found in a word, if the tests hold that its bits do not determine; -1 for none. */
  private firstOf(found: number, word: number, codes: Codes): number {
    for (let left = found; left !== 0; left &= left - 1) {
      const rule = word * 32 + 31 - Math.clz32(left & -left);
      if (this.undetermined === undefined || this.undetermined[rule]?.every((test) => holds(test, codes)) === true)
        return rule;
    }
    return -1;
  }
}

const holds = ({ variable, fallback, accepts }: VariableTest, codes: Codes): boolean =>
  has(accepts, codeAt(codes, variable, fallback));

interface Shape {
  readonly rules: number;
  readonly words: number;
  readonly size: number;
  readonly codesPerBucket: number;
}

/** For each bucket, the rules that accept some code of it: those that test nothing here, and those whose ranges touch it. */
function bitsOf(accepted: readonly (CodeSet | undefined)[], { rules, words, size, codesPerBucket }: Shape): Int32Array {
  const buckets = Math.ceil(size / codesPerBucket);
  const bits = new Int32Array(buckets * words);
  const free = new Int32Array(words);
  for (let n = 0; n < rules; n++) {
    const accepts = accepted[n];
    if (accepts === undefined) set(free, 0, n);
    else {
      for (let at = 0; at < accepts.length; at += 2) {
        const last = Math.floor((accepts[at + 1] ?? 0) / codesPerBucket);
        for (let bucket = Math.floor((accepts[at] ?? 0) / codesPerBucket); bucket <= last; bucket++)
          set(bits, bucket * words, n);
      }
    }
  }
  for (let at = 0; at < bits.length; at++) bits[at] = (bits[at] ?? 0) | (free[at % words] ?? 0);
  return bits;
}

function allBits(rules: number, words: number): Int32Array {
  const bits = new Int32Array(words);
  for (let n = 0; n < rules; n++) set(bits, 0, n);
  return bits;
}

/** The share of bits that are set. */
function density(bits: Int32Array): number {
  let count = 0;
  for (let word of bits) for (; word !== 0; word &= word - 1) count++;
  return count / bits.length;
}

function set(bits: Int32Array, from: number, n: number): void {
  bits[from + (n >> 5)] = (bits[from + (n >> 5)] ?? 0) | (1 << (n & 31));
}
