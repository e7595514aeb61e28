import type { OutputValue } from '../../language/outputs/values.js';
import { getOrInsert } from '../../language/get-or-insert.js';
import type { Result } from '../../program/eval/evaluation.js';
import { Interpreter } from '../../program/eval/interpreter.js';
import type { Program, ProgramDecision } from '../../program/ir/program.js';
import { UNSTATED, type Variable } from '../../program/ir/domain.js';
import type { SomeTest, VariableTest } from '../../program/ir/tests.js';
import type { Composition, Part } from './composition.js';
import { delegatedDecisions } from '../../program/ir/call-graph.js';

/** Which of its joint results a part has. There is one such choice for each combination of values that these depend on otherwise. */
export interface PartChoice {
  readonly kind: 'choice';
  readonly part: Part;
  readonly options: readonly JointResult[];
}

/** One of the joint results, and an input that has it: the codes of the private variables. */
export interface JointResult {
  /** The results of each decision of the part. */
  readonly results: readonly (readonly Result<OutputValue>[])[];
  /** The positions of these results among those of each decision. */
  readonly values: readonly number[];
  readonly example: ReadonlyMap<Variable, number>;
}

/** What an evaluation can read: the code of a variable, whether a test of items holds, or which result a decision has. */
export type TrieRead = Variable | SomeTest | PartChoice;

export const isChoice = (read: TrieRead): read is PartChoice => 'kind' in read && read.kind === 'choice';

/** A node of a trie of reads: what is read next and, by the value found, the node that follows; or what was found in the end. */
interface TrieNode<T> {
  read?: TrieRead;
  readonly next: Map<number, TrieNode<T>>;
  found?: T;
}

/** The results of one decision, by output. */
type Results = readonly Result<OutputValue>[];

/** The tries of the decisions that others delegate to or read, and of the parts. They grow with the paths that are evaluated. */
export class DecisionTries {
  private readonly decisions = new Map<number, TrieNode<Results>>();
  private readonly parts = new Map<Part, TrieNode<PartChoice>>();

  constructor(private readonly read: ReadonlySet<number>) {}

  /** The trie of a decision that is evaluated input by input; undefined where nothing reads it. */
  ofDecision({ number }: ProgramDecision): TrieNode<Results> | undefined {
    return this.read.has(number) ? getOrInsert(this.decisions, number, () => ({ next: new Map() })) : undefined;
  }

  /** The trie of the joint results that a part can have. */
  ofPart(part: Part): TrieNode<PartChoice> {
    return getOrInsert(this.parts, part, () => ({ next: new Map() }));
  }
}

const known = new WeakMap<Program, Map<string, DecisionTries>>();

/**
 * The tries of a program, which are kept from call to call.
 *
 * @param inherited the variables of the workload that items inherit; evaluations with different ones take different paths and have their own tries
 * @param composition the same holds for the decisions that are taken as wholes
 */
export function decisionTriesOf(
  program: Program,
  inherited: ReadonlySet<Variable>,
  { signature }: Composition,
): DecisionTries {
  const key = [...inherited].map(({ index }) => index).sort((a, b) => a - b);
  return getOrInsert(
    getOrInsert(known, program, () => new Map<string, DecisionTries>()),
    `${key.join()} ${signature}`,
    () => new DecisionTries(delegatedDecisions(program)),
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
  /** The decisions whose reads are among these. */
  private counted = new Set<number>();
  /** By decision, all that its evaluation has read. */
  private readonly readsOf = new Map<number, ReadonlyMap<TrieRead, number>>();

  protected abstract readonly tries: DecisionTries;
  protected abstract readonly inherited: ReadonlySet<Variable>;

  /** The value of a read; undefined where it is not known. A test of items has 1 where it holds, else 0; a choice has the position of an option. */
  protected abstract knownValue(read: TrieRead): number | undefined;

  /** The part that a decision is taken as here; undefined where it is evaluated input by input. */
  protected abstract partOf(decision: ProgramDecision): Part | undefined;

  /** The results that a part can have with all else as it is known here. Stops at the first unknown that is not private to the part. */
  protected abstract choiceOf(part: Part): PartChoice;

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
  override decide(number: number): Results {
    // A table tests one decision in many rules.
    if (this.counted.has(number)) return super.decide(number);
    const [around, counted] = [this.reads, this.counted];
    const before = this.readsOf.get(number);
    this.reads = new Map(before);
    this.counted = new Set();
    try {
      const results = super.decide(number);
      this.readsOf.set(number, this.reads);
      counted.add(number);
      return results;
    } finally {
      for (const [read, value] of this.reads) around.set(read, value);
      this.reads = around;
      this.counted = counted;
    }
  }

  protected override evaluate(decision: ProgramDecision): Results {
    const part = this.partOf(decision);
    if (part !== undefined) {
      const choice = this.memoized(this.tries.ofPart(part), () => this.choiceOf(part));
      const option = choice.options[choice.options.length === 1 ? 0 : this.readValue(choice)];
      const results = option?.results[part.heads.findIndex((head) => head.decision === decision)];
      if (results === undefined) throw new RangeError(`${decision.id} has no such result`);
      return results;
    }
    const start = this.tries.ofDecision(decision);
    return start === undefined ? super.evaluate(decision) : this.memoized(start, () => super.evaluate(decision));
  }

  /** What a trie has for the values that are read; computed where it has nothing yet. */
  private memoized<T>(start: TrieNode<T>, compute: () => T): T {
    let node: TrieNode<T> | undefined = start;
    while (node?.read !== undefined) node = node.next.get(this.readValue(node.read));
    if (node?.found !== undefined) return node.found;
    let found: T | undefined;
    try {
      return (found = compute());
    } finally {
      this.remember(start, found);
    }
  }

  /** All that was read so far, with the values found. */
  protected get allReads(): ReadonlyMap<TrieRead, number> {
    return this.reads;
  }

  /** Adds the reads of an evaluation to a trie, with what it found or, without that, the unknown that stopped it. */
  private remember<T>(start: TrieNode<T>, found: T | undefined): void {
    let node = start;
    for (const [read, value] of this.reads) {
      node.read = read;
      node = getOrInsert(node.next, value, (): TrieNode<T> => ({ next: new Map() }));
    }
    if (found !== undefined) node.found = found;
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

  protected readValue(read: TrieRead): number {
    const value = this.knownValue(read);
    if (value === undefined) {
      this.missing = read;
      throw STOP;
    }
    this.reads.set(read, value);
    return value;
  }
}
