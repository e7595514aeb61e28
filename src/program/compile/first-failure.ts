import { has, type Codes } from '../ir/codes.js';
import type { Tests, VariableTest } from '../ir/tests.js';

/** Numbers kept for each test: its variable, its fallback or -1, and the first and last code that it accepts. */
const WIDTH = 4;
/** In place of the first code: the test accepts several ranges and is looked up itself. */
const SEVERAL = -1;

/** The tests of variables of all rules of a table, laid out one behind the other, to say of each rule which fails first. */
export class FirstFailure {
  /** The tests of all rules, in their order. */
  readonly tests: readonly VariableTest[];
  private readonly starts: Int32Array;
  private readonly flat: Int32Array;
  /** Whether each test accepts one range of one variable. */
  private readonly plain: boolean;

  constructor(rules: readonly { readonly tests: Tests }[]) {
    this.tests = rules.flatMap(({ tests }) => tests.variables);
    this.starts = new Int32Array(rules.length + 1);
    rules.forEach(({ tests }, n) => (this.starts[n + 1] = (this.starts[n] ?? 0) + tests.variables.length));
    this.flat = new Int32Array(this.tests.length * WIDTH);
    for (const [n, { variable, fallback, accepts }] of this.tests.entries()) {
      const several = accepts.length !== 2;
      const [first = 0, last = 0] = accepts;
      this.flat.set([variable.index, fallback?.index ?? -1, several ? SEVERAL : first, several ? 0 : last], n * WIDTH);
    }
    this.plain = this.tests.every(({ fallback, accepts }) => fallback === undefined && accepts.length === 2);
  }

  /** The first test of variables that fails of the rule at a position; undefined where all hold. */
  of(rule: number, codes: Codes): VariableTest | undefined {
    return this.tests[this.at(rule, codes)];
  }

  /** The same as a position among the tests; -1 where all hold. */
  at(rule: number, codes: Codes): number {
    const { flat, starts, tests } = this;
    const end = starts[rule + 1] ?? 0;
    if (this.plain) {
      for (let n = starts[rule] ?? 0, at = n * WIDTH; n < end; n++, at += WIDTH) {
        const code = codes[flat[at] ?? 0] ?? 0;
        if (code < (flat[at + 2] ?? 0) || code > (flat[at + 3] ?? 0)) return n;
      }
      return -1;
    }
    for (let n = starts[rule] ?? 0; n < end; n++) {
      const at = n * WIDTH;
      let code = codes[flat[at] ?? 0] ?? 0;
      const fallback = flat[at + 1] ?? 0;
      if (code === 0 && fallback >= 0) code = codes[fallback] ?? 0;
      const first = flat[at + 2] ?? 0;
      if (first === SEVERAL) {
        const test = tests[n];
        if (test !== undefined && !has(test.accepts, code)) return n;
      } else if (code < first || code > (flat[at + 3] ?? 0)) return n;
    }
    return -1;
  }
}
