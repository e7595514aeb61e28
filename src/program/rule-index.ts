import { has, intersection, type Codes, type CodeSet } from './codes.js';
import { codeAt, type Variable } from './domain.js';
import type { Tests, VariableTest } from './tests.js';

/** The bits of a variable take no more words than these: else they are kept for stretches of its codes, and what they bring is tested. */
const MOST_WORDS = 2 ** 18;

/** Where the bits of one variable stand in the bits of all. */
interface Column {
  readonly variable: Variable;
  readonly fallback: Variable | undefined;
  /** 1 where each code has bits of its own. */
  readonly codesPerBucket: number;
  readonly start: number;
}

/**
 * Finds the rules of a table whose tests of variables all hold. For each variable that they test and each of its codes, it keeps the
 * set of rules that accept it, as bits; a lookup intersects one set for each variable, 32 rules at a time. (Bitmap indexes are due to
 * O'Neil, "Model 204 architecture and performance", 1987.) A variable with many codes keeps a set for each stretch of them.
 */
export class RuleIndex {
  private readonly columns: readonly Column[];
  private readonly bits: Int32Array;
  private readonly words: number;
  /** For each rule, the tests that its bits do not settle. */
  private readonly unsettled: readonly (readonly VariableTest[])[];
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
    let start = 0;
    const parts = [...columns.values()].map(({ accepted, first: { variable, fallback } }) => {
      const codesPerBucket = Math.ceil((variable.size * this.words) / MOST_WORDS);
      const bits = bitsOf(accepted, { rules: rules.length, words: this.words, size: variable.size, codesPerBucket });
      return { variable, fallback, codesPerBucket, bits };
    });
    // What leaves the fewest rules goes first, so that most lookups end early.
    parts.sort((a, b) => density(a.bits) - density(b.bits));
    this.columns = parts.map(({ bits, ...column }) => {
      const here = { ...column, start };
      start += bits.length;
      return here;
    });
    if (parts.length === 0) parts.push({ bits: allBits(rules.length, this.words) } as (typeof parts)[number]);
    this.bits = new Int32Array(Math.max(start, this.words));
    let at = 0;
    for (const { bits } of parts) {
      this.bits.set(bits, at);
      at += bits.length;
    }
    this.offsets = new Int32Array(Math.max(1, this.columns.length));
    const coarse = new Set(this.columns.filter((c) => c.codesPerBucket > 1).map((c) => c.variable));
    this.unsettled =
      coarse.size === 0 ? [] : rules.map(({ tests }) => tests.variables.filter((t) => coarse.has(t.variable)));
  }

  /** The position of the first rule from `from` on whose tests of variables all hold; -1 where none is left. */
  next(codes: Codes, from: number): number {
    const { bits, offsets, words, columns } = this;
    const { length } = columns;
    let column = 0;
    for (const { variable, fallback, codesPerBucket, start } of columns) {
      const code = codeAt(codes, variable, fallback);
      offsets[column++] = start + (codesPerBucket === 1 ? code : Math.floor(code / codesPerBucket)) * words;
    }
    let mask = -1 << (from & 31);
    for (let word = from >> 5; word < words; word++, mask = -1) {
      let found = mask & (bits[(offsets[0] ?? 0) + word] ?? 0);
      for (let n = 1; found !== 0 && n < length; n++) found &= bits[(offsets[n] ?? 0) + word] ?? 0;
      for (; found !== 0; found &= found - 1) {
        const rule = word * 32 + 31 - Math.clz32(found & -found);
        if (this.settles(rule, codes)) return rule;
      }
    }
    return -1;
  }

  private settles(rule: number, codes: Codes): boolean {
    const tests = this.unsettled[rule];
    if (tests === undefined) return true;
    for (const { variable, fallback, accepts } of tests)
      if (!has(accepts, codeAt(codes, variable, fallback))) return false;
    return true;
  }
}

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
