import type { OutputValue } from '../../language/outputs/values.js';
import { getOrInsert } from '../../language/get-or-insert.js';
import { range, type Codes } from '../ir/codes.js';
import { UNSTATED, type Variable } from '../ir/domain.js';
import type { Result } from './evaluation.js';
import { Interpreter } from './interpreter.js';
import { BitSet } from '../ir/bit-set.js';
import type { Program } from '../ir/program.js';
import type { VariableTest } from '../ir/tests.js';

/** Records what is read, scope by scope; each thing that can be read has a number. */
export class ReadLog {
  private reads = new BitSet();

  /** Records a read in the current scope. */
  record(what: number): void {
    this.reads.add(what);
  }

  /** Records the reads of an earlier scope. */
  recordAll(what: BitSet): void {
    this.reads.addAll(what);
  }

  /** Runs a function in a scope of its own; returns its result and all that it read. */
  scoped<R>(run: () => R): { readonly result: R; readonly seen: BitSet } {
    const around = this.reads;
    const seen = new BitSet();
    this.reads = seen;
    try {
      return { result: run(), seen };
    } finally {
      this.reads = around;
      around.addAll(seen);
    }
  }
}

/** The outcome of a test. Where it matters why a test fails, it is `refuted` by what is stated, or `open` since nothing is stated. */
export type TestOutcome = 'holds' | 'fails' | 'refuted' | 'open';

const isStated = new WeakMap<Variable, VariableTest[]>();

/** The test whether a variable or its fallback is stated; the same object each time, since reads are distinguished by their tests. */
function isStatedTest(variable: Variable, fallback: Variable | undefined): VariableTest {
  const known = getOrInsert(isStated, variable, () => []);
  const before = known.find((test) => test.fallback === fallback);
  if (before !== undefined) return before;
  const test: VariableTest = {
    kind: 'variable',
    name: variable.factor.id,
    test: { stated: true },
    variable,
    fallback,
    accepts: range(UNSTATED + 1, variable.size - 1),
    requiresStated: true,
  };
  known.push(test);
  return test;
}

/** The number to record for a test and its outcome; undefined for none. */
export type ReadKeyOf = (test: VariableTest, outcome: TestOutcome) => number | undefined;

/**
 * Decides as the interpreter does and records every test of a variable with its outcome. With other inputs, it would decide the same as long as each of
 * these tests has the same outcome.
 */
export class TrackingInterpreter extends Interpreter {
  private readonly readsOf = new Map<number, BitSet>();
  private readonly name: ReadKeyOf;

  /** @param nameFor how to name tests of some codes: those of the workload or of an item */
  constructor(
    program: Program,
    codes: Codes,
    items: ReadonlyMap<string, readonly Codes[]>,
    private readonly log: ReadLog,
    private readonly nameFor: (codes: Codes) => ReadKeyOf,
    above?: TrackingInterpreter,
  ) {
    super(program, codes, items, above);
    this.name = nameFor(codes);
  }

  override ofItem(codes: Codes): TrackingInterpreter {
    return new TrackingInterpreter(this.program, codes, this.items, this.log, this.nameFor, this);
  }

  /** What a decision reads is read by all that depend on it, although it is evaluated once. */
  override decide(number: number): readonly Result<OutputValue>[] {
    const before = this.readsOf.get(number);
    if (before !== undefined) {
      this.log.recordAll(before);
      return super.decide(number);
    }
    const { result, seen } = this.log.scoped(() => super.decide(number));
    this.readsOf.set(number, seen);
    return result;
  }

  protected override passes(test: VariableTest): boolean {
    const passes = super.passes(test);
    this.recordTest(test, passes ? 'holds' : 'fails');
    return passes;
  }

  protected override knownTruth(test: VariableTest): boolean | undefined {
    const truth = super.knownTruth(test);
    this.recordTest(test, truth === undefined ? 'open' : truth ? 'holds' : 'refuted');
    return truth;
  }

  override recordRead(test: VariableTest): void {
    // Where nothing is stated, the other evaluation does not read the test but tries what may be stated.
    this.knownTruth(test);
  }

  override recordUnstated(variable: Variable, fallback: Variable | undefined): void {
    this.passes(isStatedTest(variable, fallback));
  }

  private recordTest(test: VariableTest, outcome: TestOutcome): void {
    const what = this.name(test, outcome);
    if (what !== undefined) this.log.record(what);
  }
}
