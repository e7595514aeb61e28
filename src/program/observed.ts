import { UNSTATED, type Variable } from './domain.js';
import type { Codes } from './codes.js';
import type { Result } from './evaluation.js';
import { Interpreter } from './interpreter.js';
import type { Program } from './program.js';
import type { VariableTest } from './tests.js';

/** Something that was looked at: a variable, and the codes of the item or of the workload that it was looked for in. */
export interface Look {
  readonly variable: Variable;
  readonly codes: Codes;
}

/** Takes down what is looked at, act by act. */
export class Notes<T> {
  private frames: Set<T>[] = [new Set()];

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

/**
 * Decides as the interpreter does and tells of every variable that it looks at. What it does not look at cannot matter: with any other code
 * there, it would do the same.
 */
export class Observed extends Interpreter {
  private readonly behind = new Map<number, ReadonlySet<Look>>();
  /** One look for each variable, so that sets hold it once. */
  private readonly looks: Look[] = [];

  constructor(
    program: Program,
    codes: Codes,
    items: ReadonlyMap<string, readonly Codes[]>,
    readonly notes: Notes<Look>,
    above?: Observed,
  ) {
    super(program, codes, items, above);
  }

  override ofItem(codes: Codes): Observed {
    return new Observed(this.program, codes, this.items, this.notes, this);
  }

  /** What was looked at for a decision is looked at for all that ask it, though it is worked out once. */
  override decide(number: number): readonly Result[] {
    const before = this.behind.get(number);
    if (before !== undefined) {
      for (const look of before) this.notes.note(look);
      return super.decide(number);
    }
    const { result, seen } = this.notes.during(() => super.decide(number));
    this.behind.set(number, seen);
    return result;
  }

  protected override code(test: VariableTest): number {
    const { variable, fallback } = test;
    this.notes.note(this.look(variable));
    if (fallback !== undefined && this.codes[variable.index] === UNSTATED) this.notes.note(this.look(fallback));
    return super.code(test);
  }

  private look(variable: Variable): Look {
    return (this.looks[variable.index] ??= { variable, codes: this.codes });
  }
}
