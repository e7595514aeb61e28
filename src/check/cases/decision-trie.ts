import type { OutputValue } from '../../language/outputs/values.js';
import { getOrInsert } from '../../language/get-or-insert.js';
import type { Result } from '../../program/eval/evaluation.js';
import { Interpreter } from '../../program/eval/interpreter.js';
import type { Program, ProgramDecision } from '../../program/ir/program.js';
import { UNSTATED, type Variable } from '../../program/ir/domain.js';
import type { SomeTest, VariableTest } from '../../program/ir/tests.js';
import { delegatedDecisions } from '../../program/ir/call-graph.js';

/** What can be looked at: the code of a variable, or whether a test of items holds. */
export type TrieRead = Variable | SomeTest;

/** A point on the way to an answer: what is looked at there and where each thing that is seen leads, or the answer. */
interface Step {
  looksAt?: TrieRead;
  readonly next: Map<number, Step>;
  results?: readonly Result<OutputValue>[];
}

/** The ways to the answers of decisions, as far as they were gone: of those that other decisions ask, by their numbers. */
export type DecisionTrie = ReadonlyMap<number, Step>;

const known = new WeakMap<Program, Map<string, DecisionTrie>>();

/**
 * The ways that were gone in a program before.
 *
 * @param inherited the variables that are looked at in the place of others where nothing is stated of these; elsewhere, other ways are gone
 */
export function decisionTriesOf(program: Program, inherited: ReadonlySet<Variable>): DecisionTrie {
  const key = [...inherited].map(({ index }) => index).sort((a, b) => a - b);
  return getOrInsert(
    getOrInsert(known, program, () => new Map<string, DecisionTrie>()),
    key.join(),
    () => new Map([...delegatedDecisions(program)].map((number) => [number, { next: new Map() }])),
  );
}

/** Forgets the ways that were gone in a program: they take more memory than all else that is known of it. */
export const clearTries = (program: Program): void => void known.delete(program);

/** Thrown where something is looked at that is not known; one for all, since it is thrown for every case. */
const STOP = new Error('something is looked at that is not known');

/** Decides on what is known, stops at the first thing that it would have to know besides, and works out nothing that was worked out before. */
export abstract class MemoInterpreter extends Interpreter {
  private missing: TrieRead | undefined;
  /** What was seen for the decision that is under way, in order. */
  private way = new Map<TrieRead, number>();
  /** What was seen for each decision. */
  private readonly behind = new Map<number, ReadonlyMap<TrieRead, number>>();

  protected abstract readonly ways: DecisionTrie;
  protected abstract readonly inherited: ReadonlySet<Variable>;

  /** What is seen; undefined where it is not known. A test of items sees 1 where it holds, else 0. */
  protected abstract see(sight: TrieRead): number | undefined;

  /** The first thing that has to be known to do something; undefined where it was done. */
  firstMissing(act: () => void): TrieRead | undefined {
    try {
      act();
    } catch (error) {
      if (error !== STOP) throw error;
    }
    return this.missing;
  }

  /** What was seen for a decision was seen for all that ask it, though it is worked out once. */
  override decide(number: number): readonly Result<OutputValue>[] {
    const around = this.way;
    const before = this.behind.get(number);
    this.way = new Map(before);
    try {
      const results = super.decide(number);
      this.behind.set(number, this.way);
      return results;
    } finally {
      for (const [sight, saw] of this.way) around.set(sight, saw);
      this.way = around;
    }
  }

  protected override evaluate(decision: ProgramDecision): readonly Result<OutputValue>[] {
    const start = this.ways.get(decision.number);
    if (start === undefined) return super.evaluate(decision);
    let step: Step | undefined = start;
    while (step?.looksAt !== undefined) step = step.next.get(this.look(step.looksAt));
    if (step?.results !== undefined) return step.results;
    let results: readonly Result<OutputValue>[] | undefined;
    try {
      return (results = super.evaluate(decision));
    } finally {
      this.remember(start, results);
    }
  }

  private remember(start: Step, results: readonly Result<OutputValue>[] | undefined): void {
    let step = start;
    for (const [sight, saw] of this.way) {
      step.looksAt = sight;
      step = getOrInsert(step.next, saw, (): Step => ({ next: new Map() }));
    }
    if (results !== undefined) step.results = results;
    else if (this.missing !== undefined) step.looksAt = this.missing;
  }

  protected override someHolds(test: SomeTest): boolean {
    return this.look(test) === 1;
  }

  protected override code({ variable, fallback }: VariableTest): number {
    const code = this.look(variable);
    // Where nothing else looks at the requirement, stating it there or of the item is the same input.
    return code === UNSTATED && fallback !== undefined && this.inherited.has(fallback) ? this.look(fallback) : code;
  }

  private look(sight: TrieRead): number {
    const saw = this.see(sight);
    if (saw === undefined) {
      this.missing = sight;
      throw STOP;
    }
    this.way.set(sight, saw);
    return saw;
  }
}
