import type { OutputValue } from '../../language/outputs/values.js';
import { getOrInsert } from '../../language/get-or-insert.js';
import type { Result } from '../../program/eval/evaluation.js';
import { Interpreter } from '../../program/eval/interpreter.js';
import type { Program, ProgramDecision } from '../../program/ir/program.js';
import { UNSTATED, type Variable } from '../../program/ir/domain.js';
import type { SomeTest, VariableTest } from '../../program/ir/tests.js';
import { delegatedDecisions } from '../../program/ir/call-graph.js';

/** What an evaluation can read: the code of a variable, or whether a test of items holds. */
export type TrieRead = Variable | SomeTest;

/** A node of a trie of reads: what is read next and, by the value found, the node that follows; or the results. */
interface TrieNode {
  read?: TrieRead;
  readonly next: Map<number, TrieNode>;
  results?: readonly Result<OutputValue>[];
}

/** The tries of the decisions that others delegate to or read, by number. A trie grows with the paths that are evaluated. */
export type DecisionTrie = ReadonlyMap<number, TrieNode>;

const known = new WeakMap<Program, Map<string, DecisionTrie>>();

/**
 * The tries of a program, which are kept from call to call.
 *
 * @param inherited the variables of the workload that items inherit; evaluations with different ones take different paths and have their own tries
 */
export function decisionTriesOf(program: Program, inherited: ReadonlySet<Variable>): DecisionTrie {
  const key = [...inherited].map(({ index }) => index).sort((a, b) => a - b);
  return getOrInsert(
    getOrInsert(known, program, () => new Map<string, DecisionTrie>()),
    key.join(),
    () => new Map([...delegatedDecisions(program)].map((number) => [number, { next: new Map() }])),
  );
}

/** Drops the tries of a program: they take more memory than everything else that is stored of it. */
export const clearTries = (program: Program): void => void known.delete(program);

/** Thrown when an evaluation reads something unknown. It is one object, since it is thrown for every case. */
const STOP = new Error('an unknown value was read');

/** An interpreter over partly known inputs: it stops at the first unknown read, and looks results up in tries instead of computing them twice. */
export abstract class MemoInterpreter extends Interpreter {
  private missing: TrieRead | undefined;
  /** The reads of the decision that is being evaluated, in order, with the values found. */
  private reads = new Map<TrieRead, number>();
  /** By decision, all that its evaluation has read. */
  private readonly readsOf = new Map<number, ReadonlyMap<TrieRead, number>>();

  protected abstract readonly tries: DecisionTrie;
  protected abstract readonly inherited: ReadonlySet<Variable>;

  /** The value of a read; undefined where it is not known. A test of items has 1 where it holds, else 0. */
  protected abstract knownValue(read: TrieRead): number | undefined;

  /** Runs `act` and returns the first unknown that it reads; undefined where it completes. */
  firstMissing(act: () => void): TrieRead | undefined {
    try {
      act();
    } catch (error) {
      if (error !== STOP) throw error;
    }
    return this.missing;
  }

  /** Evaluates a decision once. Its reads count for every decision that depends on it. */
  override decide(number: number): readonly Result<OutputValue>[] {
    const around = this.reads;
    const before = this.readsOf.get(number);
    this.reads = new Map(before);
    try {
      const results = super.decide(number);
      this.readsOf.set(number, this.reads);
      return results;
    } finally {
      for (const [read, value] of this.reads) around.set(read, value);
      this.reads = around;
    }
  }

  protected override evaluate(decision: ProgramDecision): readonly Result<OutputValue>[] {
    const start = this.tries.get(decision.number);
    if (start === undefined) return super.evaluate(decision);
    let node: TrieNode | undefined = start;
    while (node?.read !== undefined) node = node.next.get(this.readValue(node.read));
    if (node?.results !== undefined) return node.results;
    let results: readonly Result<OutputValue>[] | undefined;
    try {
      return (results = super.evaluate(decision));
    } finally {
      this.remember(start, results);
    }
  }

  /** Adds the reads of an evaluation to a trie, with its results or, without any, the unknown that stopped it. */
  private remember(start: TrieNode, results: readonly Result<OutputValue>[] | undefined): void {
    let node = start;
    for (const [read, value] of this.reads) {
      node.read = read;
      node = getOrInsert(node.next, value, (): TrieNode => ({ next: new Map() }));
    }
    if (results !== undefined) node.results = results;
    else if (this.missing !== undefined) node.read = this.missing;
  }

  protected override someHolds(test: SomeTest): boolean {
    return this.readValue(test) === 1;
  }

  protected override code({ variable, fallback }: VariableTest): number {
    const code = this.readValue(variable);
    // Where nothing else reads the requirement, stating it in the workload or for the item is the same input.
    return code === UNSTATED && fallback !== undefined && this.inherited.has(fallback)
      ? this.readValue(fallback)
      : code;
  }

  private readValue(read: TrieRead): number {
    const value = this.knownValue(read);
    if (value === undefined) {
      this.missing = read;
      throw STOP;
    }
    this.reads.set(read, value);
    return value;
  }
}
