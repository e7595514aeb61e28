import type { Codes } from './codes.js';
import type { Result } from './evaluation.js';
import { Interpreter } from './interpreter.js';
import type { Program } from './program.js';
import type { VariableTest } from './tests.js';

/** Takes down what is looked at, act by act. */
export class Notes<T> {
  private readonly frames: Set<T>[] = [new Set()];

  /** Notes something in the act that is under way. */
  note(what: T): void {
    this.frames.at(-1)?.add(what);
  }

  /** Does something; gives what comes of it with all that was looked at for it. */
  during<R>(act: () => R): { readonly result: R; readonly seen: ReadonlySet<T> } {
    const seen = new Set<T>();
    this.frames.push(seen);
    try {
      return { result: act(), seen };
    } finally {
      this.frames.pop();
      for (const what of seen) this.note(what);
    }
  }
}

/** What to note of a test of some codes, with what came of it: undefined where it fails only since nothing is stated; nothing to note for undefined. */
export type Name<T> = (test: VariableTest, codes: Codes, outcome: boolean | undefined) => T | undefined;

/**
 * Decides as the interpreter does and tells of every test that it makes of a variable, with its outcome. With whatever else there, it would do the same
 * as long as each of these tests comes out the same.
 */
export class Observed<T> extends Interpreter {
  private readonly behind = new Map<number, ReadonlySet<T>>();

  constructor(
    program: Program,
    codes: Codes,
    items: ReadonlyMap<string, readonly Codes[]>,
    private readonly notes: Notes<T>,
    private readonly name: Name<T>,
    above?: Observed<T>,
  ) {
    super(program, codes, items, above);
  }

  override ofItem(codes: Codes): Observed<T> {
    return new Observed(this.program, codes, this.items, this.notes, this.name, this);
  }

  /** What was looked at for a decision is looked at for all that ask it, though it is worked out once. */
  override decide(number: number): readonly Result[] {
    const before = this.behind.get(number);
    if (before !== undefined) {
      for (const what of before) this.notes.note(what);
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
    const what = this.name(test, this.codes, outcome);
    if (what !== undefined) this.notes.note(what);
  }
}
