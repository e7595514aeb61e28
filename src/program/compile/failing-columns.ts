import { UNSTATED } from '../ir/domain.js';
import type { Codes } from '../ir/codes.js';
import type { ProgramRule } from '../ir/program.js';

/** The bits of all columns take at most so many numbers. */
const MAX_BIT_WORDS = 2 ** 22;

/** A variable that is tested, with the rules that accept each of its codes, as bits. */
interface Column {
  readonly variable: number;
  readonly bits: Int32Array;
}

/**
 * The test that each rule of a table fails first, found column by column for 32 rules at a time. It takes rules that all test their variables in
 * one order, as those of a table do that was written column by column.
 */
export class FailingColumns {
  private readonly words: number;
  /** By rule and column: the position of the test among those of all rules. */
  private readonly positions: Int32Array;

  private constructor(
    private readonly rules: number,
    private readonly columns: readonly Column[],
    tests: readonly { readonly rule: number; readonly column: number }[],
  ) {
    this.words = Math.ceil(rules / 32);
    this.positions = new Int32Array(rules * columns.length);
    for (const [position, { rule, column }] of tests.entries())
      this.positions[rule * columns.length + column] = position;
  }

  /** @returns undefined where rules test their variables in different orders, more than once, or by way of another, or the bits are too many */
  static of(rules: readonly ProgramRule[]): FailingColumns | undefined {
    const sizes = new Map<number, number>();
    for (const { tests } of rules) {
      for (const { variable, fallback } of tests.variables) {
        if (fallback !== undefined) return undefined;
        sizes.set(variable.index, variable.size);
      }
    }
    const order = inOneOrder(rules.map(({ tests }) => tests.variables.map(({ variable }) => variable.index)));
    if (order === undefined) return undefined;
    const words = Math.ceil(rules.length / 32);
    let numbers = 0;
    for (const size of sizes.values()) numbers += size * words;
    if (numbers > MAX_BIT_WORDS) return undefined;
    const place = new Map(order.map((variable, column) => [variable, column]));
    const columns = order.map((variable) => ({
      variable,
      bits: new Int32Array((sizes.get(variable) ?? 0) * words).fill(-1),
    }));
    const tests: { rule: number; column: number }[] = [];
    for (const [rule, { tests: own }] of rules.entries()) {
      for (const { variable, accepts } of own.variables) {
        const column = place.get(variable.index) ?? 0;
        tests.push({ rule, column });
        const bits = columns[column]?.bits ?? new Int32Array(0);
        const word = rule >> 5;
        // What lies between the ranges fails.
        let from = 0;
        for (let at = 0; at <= accepts.length; at += 2) {
          const until = accepts[at] ?? variable.size;
          for (let code = from; code < until; code++)
            bits[code * words + word] = (bits[code * words + word] ?? 0) & ~(1 << (rule & 31));
          from = (accepts[at + 1] ?? 0) + 1;
        }
      }
    }
    return new FailingColumns(rules.length, columns, tests);
  }

  /**
   * Puts the position of the test that each rule fails first, -1 for a rule that hits, into `failed`.
   *
   * @param last whether no rule after a rule that hits is relevant
   * @returns how many rules were read
   */
  find(codes: Codes, failed: Int32Array, last: (rule: number) => boolean): number {
    const { columns, words, positions, rules } = this;
    const width = columns.length;
    for (let word = 0; word < words; word++) {
      const base = word * 32;
      let left = rules - base >= 32 ? -1 : (1 << (rules - base)) - 1;
      for (let column = 0; column < width && left !== 0; column++) {
        const { variable, bits } = columns[column] ?? NONE;
        const accepting = bits[(codes[variable] ?? UNSTATED) * words + word] ?? 0;
        for (let failing = left & ~accepting; failing !== 0; failing &= failing - 1) {
          const rule = base + 31 - Math.clz32(failing & -failing);
          failed[rule] = positions[rule * width + column] ?? 0;
        }
        left &= accepting;
      }
      for (; left !== 0; left &= left - 1) {
        const rule = base + 31 - Math.clz32(left & -left);
        failed[rule] = -1;
        if (last(rule)) return rule + 1;
      }
    }
    return rules;
  }
}

const NONE: Column = { variable: 0, bits: new Int32Array(0) };

/** The members of some lists in an order that each list keeps; undefined where there is none, or a list has a member twice. */
function inOneOrder(lists: readonly (readonly number[])[]): number[] | undefined {
  const before = new Map<number, Set<number>>();
  for (const list of lists) {
    if (new Set(list).size < list.length) return undefined;
    list.forEach((one, n) => {
      const earlier = before.get(one) ?? new Set();
      const previous = list[n - 1];
      if (previous !== undefined) earlier.add(previous);
      before.set(one, earlier);
    });
  }
  const order: number[] = [];
  while (before.size > 0) {
    const next = [...before].find(([, earlier]) => earlier.size === 0)?.[0];
    if (next === undefined) return undefined;
    before.delete(next);
    for (const earlier of before.values()) earlier.delete(next);
    order.push(next);
  }
  return order;
}
