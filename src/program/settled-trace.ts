import type { Stated } from './border.js';
import type { Codes } from './codes.js';
import { FailingColumns } from './failing-columns.js';
import type { FirstFailure } from './first-failure.js';
import type { ProgramTable, RuleOrigin } from './program.js';
import type { TracedDecision, TracedMiss } from './trace.js';

/** What is told of a test that fails, but for the value that it saw. */
interface Told {
  readonly rule: RuleOrigin;
  readonly factor: string;
  readonly test: unknown;
  /** The position of the factor among those that are tested. */
  readonly at: number;
}

/**
 * Explains a table of which the codes settle everything, as `trace` does, in one pass over numbers: large tables have hundreds of rules that
 * did not hit, and to look each of them up in the program takes several times as long.
 */
export class SettledTrace {
  private readonly factors: readonly string[];
  /** By the position of the test. */
  private readonly told: readonly Told[];
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
    const places = new Map(this.factors.map((name, at) => [name, at]));
    this.told = table.rules.flatMap(({ origin: rule, tests }) =>
      tests.variables.map(({ name: factor, test }): Told => ({ rule, factor, test, at: places.get(factor) ?? 0 })),
    );
  }

  /** The rules that hit and speak, up to the first where only that counts, and why each other one did not hit. */
  of(codes: Codes, stated: Stated): Pick<TracedDecision, 'hits' | 'misses'> {
    const { table, output, failed, told } = this;
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
      const why = told[failed[n] ?? -1];
      if (why === undefined) continue;
      const { rule, factor, test, at } = why;
      misses[count++] = { rule, factor, test, saw: saw[at] };
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
