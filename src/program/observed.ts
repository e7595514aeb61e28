import { UNSTATED, type Variable } from './domain.js';
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

/**
 * Decides as the interpreter does and tells of every variable that it looks at. What it does not look at cannot matter: with any other code
 * there, it would do the same.
 */
export class Observed<T> extends Interpreter {
  private readonly behind = new Map<number, ReadonlySet<T>>();

  /** @param name what to note of a variable that is looked for in the codes of the workload or of an item; nothing for undefined */
  constructor(
    program: Program,
    codes: Codes,
    items: ReadonlyMap<string, readonly Codes[]>,
    private readonly notes: Notes<T>,
    private readonly name: (variable: Variable, codes: Codes) => T | undefined,
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

  protected override code(test: VariableTest): number {
    const { variable, fallback } = test;
    this.note(variable);
    if (fallback !== undefined && this.codes[variable.index] === UNSTATED) this.note(fallback);
    return super.code(test);
  }

  private note(variable: Variable): void {
    const what = this.name(variable, this.codes);
    if (what !== undefined) this.notes.note(what);
  }
}
