import type { Codes } from './codes.js';
import type { Result } from './evaluation.js';
import { Interpreter } from './interpreter.js';
import { Marks } from './marks.js';
import type { Program } from './program.js';
import type { VariableTest } from './tests.js';

/** Takes down what is looked at, act by act; each thing that can be looked at has a number. */
export class Notes {
  private marks = new Marks();

  /** Notes something in the act that is under way. */
  note(what: number): void {
    this.marks.add(what);
  }

  /** Notes all that was looked at before. */
  noteAll(what: Marks): void {
    this.marks.addAll(what);
  }

  /** Does something; gives what comes of it with all that was looked at for it. */
  during<R>(act: () => R): { readonly result: R; readonly seen: Marks } {
    const around = this.marks;
    const seen = new Marks();
    this.marks = seen;
    try {
      return { result: act(), seen };
    } finally {
      this.marks = around;
      around.addAll(seen);
    }
  }
}

/** What to note of a test, by what came of it: undefined where it fails only since nothing is stated; nothing to note for undefined. */
export type Name = (test: VariableTest, outcome: boolean | undefined) => number | undefined;

/**
 * Decides as the interpreter does and tells of every test that it makes of a variable, with its outcome. With whatever else there, it would do the same
 * as long as each of these tests comes out the same.
 */
export class Observed extends Interpreter {
  private readonly behind = new Map<number, Marks>();
  private readonly name: Name;

  /** @param nameFor how to name tests of some codes: those of the workload or of an item */
  constructor(
    program: Program,
    codes: Codes,
    items: ReadonlyMap<string, readonly Codes[]>,
    private readonly notes: Notes,
    private readonly nameFor: (codes: Codes) => Name,
    above?: Observed,
  ) {
    super(program, codes, items, above);
    this.name = nameFor(codes);
  }

  override ofItem(codes: Codes): Observed {
    return new Observed(this.program, codes, this.items, this.notes, this.nameFor, this);
  }

  /** What was looked at for a decision is looked at for all that ask it, though it is worked out once. */
  override decide(number: number): readonly Result[] {
    const before = this.behind.get(number);
    if (before !== undefined) {
      this.notes.noteAll(before);
      return super.decide(number);
    }
    const { result, seen } = this.notes.during(() => super.decide(number));
    this.behind.set(number, seen);
    return result;
  }

  protected override passes(test: VariableTest): boolean {
    const outcome = super.passes(test);
    this.note(test, outcome);
    return outcome;
  }

  protected override stands(test: VariableTest): boolean | undefined {
    const outcome = super.stands(test);
    this.note(test, outcome);
    return outcome;
  }

  private note(test: VariableTest, outcome: boolean | undefined): void {
    const what = this.name(test, outcome);
    if (what !== undefined) this.notes.note(what);
  }
}
