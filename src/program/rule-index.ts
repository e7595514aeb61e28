import type { Variable } from './domain.js';
import type { Tests, VariableTest } from './tests.js';

/** The codes of a workload, by the index of the variable. */
export type Codes = Int32Array;

/**
 * An index of the rules of a table: for each variable that they test and each of its codes, the set of rules that accept it,
 * as bits. A lookup intersects one set for each variable, so its cost hardly grows with the number of rules. (Bitmap indexes are
 * due to O'Neil, "Model 204 architecture and performance", 1987.)
 */
export interface RuleIndex {
  /** The positions of the rules whose tests of variables all hold, rising. */
  readonly candidates: (codes: Codes) => readonly number[];
}

interface Column {
  readonly variable: Variable;
  readonly fallback: Variable | undefined;
  /** `words` words for each code. */
  readonly bits: Uint32Array;
}

/** Builds the index of some rules. */
export function indexRules(rules: readonly { readonly tests: Tests }[]): RuleIndex {
  const words = Math.max(1, Math.ceil(rules.length / 32));
  const all = new Uint32Array(words);
  for (let n = 0; n < rules.length; n++) set(all, n);
  const columns = new Map<string, Column>();
  const keyOf = ({ variable, fallback }: VariableTest): string =>
    `${String(variable.index)} ${String(fallback?.index)}`;
  for (const { tests } of rules) {
    for (const test of tests.variables) {
      if (columns.has(keyOf(test))) continue;
      const bits = new Uint32Array(words * test.variable.size);
      for (let code = 0; code < test.variable.size; code++) bits.set(all, code * words);
      columns.set(keyOf(test), { variable: test.variable, fallback: test.fallback, bits });
    }
  }
  rules.forEach(({ tests }, n) => {
    for (const test of tests.variables) {
      const column = columns.get(keyOf(test));
      test.accepts.forEach((accepted, code) => {
        if (accepted === 0 && column !== undefined) clear(column.bits, code * words, n);
      });
    }
  });
  return { candidates: search([...columns.values()], all, words) };
}

function search(columns: readonly Column[], all: Uint32Array, words: number): RuleIndex['candidates'] {
  return (codes) => {
    const found: number[] = [];
    for (let word = 0; word < words; word++) {
      let bits = all[word] ?? 0;
      for (const { variable, fallback, bits: table } of columns) {
        if (bits === 0) break;
        bits &= table[codeAt(codes, variable, fallback) * words + word] ?? 0;
      }
      for (; bits !== 0; bits &= bits - 1) found.push(word * 32 + 31 - Math.clz32(bits & -bits));
    }
    return found;
  };
}

/** The code of a variable, or of its fallback where it is not stated. */
export function codeAt(codes: Codes, variable: Variable, fallback: Variable | undefined): number {
  const code = codes[variable.index] ?? 0;
  return code === 0 && fallback !== undefined ? (codes[fallback.index] ?? 0) : code;
}

function set(bits: Uint32Array, n: number): void {
  bits[n >> 5] = (bits[n >> 5] ?? 0) | (1 << (n & 31));
}

function clear(bits: Uint32Array, from: number, n: number): void {
  bits[from + (n >> 5)] = (bits[from + (n >> 5)] ?? 0) & ~(1 << (n & 31));
}
