import type { StatedInputs } from './input-encoder.js';
import type { Codes } from '../ir/codes.js';
import { FailingColumns } from './failing-columns.js';
import type { FirstFailure } from './first-failure.js';
import type { ProgramTable, RuleOrigin } from '../ir/program.js';
import type { TracedDecision, TracedMiss } from '../eval/trace.js';

/**
 * Explains a table of which the codes settle everything, as `trace` does, in one pass over numbers: large tables have hundreds of rules that
 * did not hit, and to look each of them up in the program takes several times as long.
 */
export class PureTableTrace {
  // Numbers and pointers side by side: an object for each test would be a place in memory of its own to wait for.
  private readonly origins: readonly RuleOrigin[];
  private readonly factors: readonly string[];
  /** By the position of the test: which of the factors it is of, and how it is written. */
  private readonly factorOf: Int32Array;
  private readonly written: readonly unknown[];
  private readonly columns: FailingColumns | undefined;
  /** By rule, the position of the test that it fails first; used within one explanation. */
  private readonly failed: Int32Array;

  /** @param failures of the rules of this table */
  constructor(
    private readonly table: ProgramTable,
    private readonly output: number,
    private readonly failures: FirstFailure,
  ) {
    this.columns = FailingColumns.of(table.rules);
    this.failed = new Int32Array(table.rules.length);
    this.factors = [...new Set(failures.tests.map(({ name }) => name))];
    this.origins = table.rules.map(({ origin }) => origin);
    const places = new Map(this.factors.map((name, at) => [name, at]));
    this.factorOf = Int32Array.from(failures.tests, ({ name }) => places.get(name) ?? 0);
    this.written = failures.tests.map(({ test }) => test);
  }

  /** The rules that hit and speak, up to the first where only that counts, and why each other one did not hit. */
  of(codes: Codes, stated: StatedInputs): Pick<TracedDecision, 'hits' | 'misses'> {
    const { table, output, failed, factors, factorOf, origins, written } = this;
    const hits: TracedDecision['hits'][number][] = [];
    let others = 0;
    const looked = this.find(codes, (n) => {
      const rule = table.rules[n];
      const says = rule?.answers?.[output];
      const speaks = rule !== undefined && says != null;
      if (speaks) hits.push({ rule: rule.origin, says });
      else others++;
      return speaks && table.hitPolicy === 'first';
    });
    const saw = this.factors.map((factor) => stated[factor] ?? null);
    // In one piece from the start: to let a list of hundreds grow takes as long as to fill it.
    const misses = new Array<TracedMiss>(looked - hits.length - others);
    let count = 0;
    for (let n = 0; n < looked; n++) {
      const test = failed[n] ?? -1;
      const rule = origins[n];
      if (test < 0 || rule === undefined) continue;
      const at = factorOf[test] ?? 0;
      misses[count++] = { rule, factor: factors[at] ?? '', test: written[test], saw: saw[at] };
    }
    return { hits, misses };
  }

  /** The test that each rule fails first, into `failed`; `last` is told of each rule that hits, and says whether it is the last that counts. */
  private find(codes: Codes, last: (rule: number) => boolean): number {
    const { columns, failed, failures } = this;
    if (columns !== undefined) return columns.find(codes, failed, last);
    for (let n = 0; n < failed.length; n++) {
      const test = failures.at(n, codes);
      failed[n] = test;
      if (test < 0 && last(n)) return n + 1;
    }
    return failed.length;
  }
}
