import type { Stated } from './border.js';
import type { Codes } from './codes.js';
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

  /** @param failures of the rules of this table */
  constructor(
    private readonly table: ProgramTable,
    private readonly output: number,
    private readonly failures: FirstFailure,
  ) {
    this.factors = [...new Set(failures.tests.map(({ name }) => name))];
    const places = new Map(this.factors.map((name, at) => [name, at]));
    this.told = table.rules.flatMap(({ origin: rule, tests }) =>
      tests.variables.map(({ name: factor, test }): Told => ({ rule, factor, test, at: places.get(factor) ?? 0 })),
    );
  }

  /** The rules that hit and speak, up to the first where only that counts, and why each other one did not hit. */
  of(codes: Codes, stated: Stated): Pick<TracedDecision, 'hits' | 'misses'> {
    const { table, output, failures, told } = this;
    const saw = this.factors.map((factor) => stated[factor] ?? null);
    const hits: TracedDecision['hits'][number][] = [];
    const misses: TracedMiss[] = [];
    for (let n = 0; n < table.rules.length; n++) {
      const failed = failures.at(n, codes);
      const why = failed < 0 ? undefined : told[failed];
      if (why !== undefined) {
        const { rule, factor, test, at } = why;
        misses.push({ rule, factor, test, saw: saw[at] });
        continue;
      }
      const rule = table.rules[n];
      const says = rule?.answers?.[output];
      if (rule === undefined || says == null) continue;
      hits.push({ rule: rule.origin, says });
      if (table.hitPolicy === 'first') break;
    }
    return { hits, misses };
  }
}
