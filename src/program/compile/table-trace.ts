import type { TracedDecision, TracedMiss } from '../eval/trace.js';
import type { Codes } from '../ir/codes.js';
import type { ProgramTable, RuleOrigin } from '../ir/program.js';
import { FailingColumns } from './failing-columns.js';
import type { StatedInputs } from './input-encoder.js';
import { ownPart } from '../../language/get-or-insert.js';

/**
 * Explains one output of a pure table as `trace` does, in one pass over numbers. A large table has hundreds of rules that did not hit, and it
 * takes several times as long to look up each of them in the program.
 */
export class TableTrace {
  // Arrays of numbers and names: an object for each test would cost a cache miss each.
  private readonly origins: readonly RuleOrigin[];
  private readonly factors: readonly string[];
  /** By the position of a test among those of all rules: the position of its factor, and the test as it is written. */
  private readonly factorOf: Int32Array;
  private readonly written: readonly unknown[];
  /** By rule: the position of the test that fails first. Used within one explanation. */
  private readonly failed: Int32Array;

  private constructor(
    private readonly table: ProgramTable,
    private readonly output: number,
    private readonly columns: FailingColumns,
  ) {
    const tests = table.rules.flatMap((rule) => rule.tests.variables);
    this.failed = new Int32Array(table.rules.length);
    this.factors = [...new Set(tests.map(({ name }) => name))];
    this.origins = table.rules.map(({ origin }) => origin);
    const positions = new Map(this.factors.map((name, at) => [name, at]));
    this.factorOf = Int32Array.from(tests, ({ name }) => positions.get(name) ?? 0);
    this.written = tests.map(({ test }) => test);
  }

  /** @returns undefined where the rules do not test their variables in one order */
  static of(table: ProgramTable, output: number): TableTrace | undefined {
    const columns = FailingColumns.of(table.rules);
    return columns && new TableTrace(table, output, columns);
  }

  /** The rules that hit and have the output, as far as they are relevant, and why each other rule did not hit. */
  of(codes: Codes, stated: StatedInputs): Pick<TracedDecision, 'hits' | 'misses'> {
    const { table, output, failed, factors, factorOf, origins, written } = this;
    const firstOnly = table.policy.relevantHits === 1;
    const hits: TracedDecision['hits'][number][] = [];
    let withoutOutput = 0;
    const read = this.columns.find(codes, failed, (n) => {
      const rule = table.rules[n];
      const says = rule?.answers?.[output];
      if (rule === undefined || says == null) {
        withoutOutput++;
        return false;
      }
      hits.push({ rule: rule.origin, says });
      return firstOnly;
    });
    const saw = factors.map((factor) => ownPart(stated, factor) ?? null);
    // Allocated at once: growing a list of hundreds takes as long as filling it.
    const misses = new Array<TracedMiss>(read - hits.length - withoutOutput);
    let count = 0;
    for (let n = 0; n < read; n++) {
      const test = failed[n] ?? -1;
      const rule = origins[n];
      if (test < 0 || rule === undefined) continue;
      const at = factorOf[test] ?? 0;
      misses[count++] = { rule, factor: factors[at] ?? '', test: written[test], saw: saw[at] };
    }
    return { hits, misses };
  }
}
