import type { OutputValue } from '../../language/outputs/values.js';
import type { Codes } from '../ir/codes.js';
import type { Result } from './evaluation.js';
import { Interpreter } from './interpreter.js';
import { BitSet } from '../ir/bit-set.js';
import type { Program } from '../ir/program.js';
import type { VariableTest } from '../ir/tests.js';

/** Takes down what is looked at, act by act; each thing that can be looked at has a number. */
export class ReadLog {
  private reads = new BitSet();

  /** Notes something in the act that is under way. */
  record(what: number): void {
    this.reads.add(what);
  }

  /** Notes all that was looked at before. */
  recordAll(what: BitSet): void {
    this.reads.addAll(what);
  }

  /** Does something; gives what comes of it with all that was looked at for it. */
  scoped<R>(act: () => R): { readonly result: R; readonly seen: BitSet } {
    const around = this.reads;
    const seen = new BitSet();
    this.reads = seen;
    try {
      return { result: act(), seen };
    } finally {
      this.reads = around;
      around.addAll(seen);
    }
  }
}

/** What comes of a test: where it matters why it fails, it is refuted by what is stated, or open since nothing is. */
export type TestOutcome = 'holds' | 'fails' | 'refuted' | 'open';

/** What to note of a test, by what came of it; nothing for undefined. */
export type ReadKeyOf = (test: VariableTest, outcome: TestOutcome) => number | undefined;

/**
 * Decides as the interpreter does and tells of every test that it makes of a variable, with its outcome. With whatever else there, it would do the same
 * as long as each of these tests comes out the same.
 */
export class TrackingInterpreter extends Interpreter {
  private readonly behind = new Map<number, BitSet>();
  private readonly name: ReadKeyOf;

  /** @param nameFor how to name tests of some codes: those of the workload or of an item */
  constructor(
    program: Program,
    codes: Codes,
    items: ReadonlyMap<string, readonly Codes[]>,
    private readonly notes: ReadLog,
    private readonly nameFor: (codes: Codes) => ReadKeyOf,
    above?: TrackingInterpreter,
  ) {
    super(program, codes, items, above);
    this.name = nameFor(codes);
  }

  override ofItem(codes: Codes): TrackingInterpreter {
    return new TrackingInterpreter(this.program, codes, this.items, this.notes, this.nameFor, this);
  }

  /** What was looked at for a decision is looked at for all that ask it, though it is worked out once. */
  override decide(number: number): readonly Result<OutputValue>[] {
    const before = this.behind.get(number);
    if (before !== undefined) {
      this.notes.recordAll(before);
      return super.decide(number);
    }
    const { result, seen } = this.notes.scoped(() => super.decide(number));
    this.behind.set(number, seen);
    return result;
  }

  protected override passes(test: VariableTest): boolean {
    const passes = super.passes(test);
    this.note(test, passes ? 'holds' : 'fails');
    return passes;
  }

  protected override knownTruth(test: VariableTest): boolean | undefined {
    const stands = super.knownTruth(test);
    this.note(test, stands === undefined ? 'open' : stands ? 'holds' : 'refuted');
    return stands;
  }

  private note(test: VariableTest, outcome: TestOutcome): void {
    const what = this.name(test, outcome);
    if (what !== undefined) this.notes.record(what);
  }
}
