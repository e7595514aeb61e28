import { getOrInsert } from '../../language/get-or-insert.js';
import { sameAnswer } from '../../language/outputs/values.js';
import { allRules, transitiveDependencies } from '../ir/call-graph.js';
import { distinguishedClasses } from '../ir/classes.js';
import { each, type Codes, type CodeSet } from '../ir/codes.js';
import { codeAt, UNSTATED, type Variable } from '../ir/domain.js';
import type { Program, ProgramRule } from '../ir/program.js';
import type { VariableTest } from '../ir/tests.js';
import type { Evaluation, Hit, Result } from './evaluation.js';
import { Interpreter } from './interpreter.js';

/** What a decision answers where all that it reads is stated: its different results over all completions of an input. */
export interface Completions {
  /** One result for each answer, null included; its hits are those of every completion with this answer. */
  readonly results: readonly Result[];
  /** What is not stated and is read in some completion, in the order of reading. */
  readonly over: readonly Variable[];
  /** Whether these are all; false where there are too many completions, or where an answer depends on which items there are. */
  readonly isComplete: boolean;
}

/** Tests that may be read for one input: some hundredths of a second. */
const MAX_TESTS = 1_000_000;

/** When to end before all completions are examined. */
export interface CompletionOptions {
  /** Whether the answers so far are enough. */
  readonly isEnough?: (results: readonly Result[]) => boolean;
  /** What the decision may read and is not stated can be stated in no more ways than these. */
  readonly maxCompletions?: number;
}

/**
 * Evaluates an output of a decision over all completions of what is not stated, by symbolic execution: what is not stated and is read first is
 * split into the classes that no test of the decision distinguishes, and each is evaluated further. The items that there are stay as they are.
 */
export function completionsOf(
  evaluation: Evaluation,
  decision: number,
  output: number,
  { isEnough = () => false, maxCompletions = Infinity }: CompletionOptions = {},
): Completions {
  const scope = scopeOf(evaluation.program, decision);
  const results: Result[] = [];
  const over = new Set<Variable>();
  if (waysToState(scope, evaluation) > maxCompletions) return { results, over: [], isComplete: false };
  let [tests, examined] = [0, 0];
  const recorded = new Map<Evaluation, Set<VariableTest>>();
  const open: (readonly Assigned[])[] = [[]];
  for (let known = open.pop(); known !== undefined;) {
    const completion = new Completion(new Map(known), recorded);
    const result = completion.evaluate(() =>
      new CompletedInterpreter(evaluation, completion).outcomes(decision, output),
    );
    tests += completion.tests;
    const { unknown } = completion;
    if (tests > MAX_TESTS || completion.readsItems) return { results, over: [...over], isComplete: false };
    if (result !== undefined) {
      join(results, result);
      if (isEnough(results)) return { results, over: [...over], isComplete: false };
      examined++;
    } else if (unknown !== undefined) {
      const codes = scope.codes.get(unknown) ?? [];
      over.add(unknown);
      for (const code of examined === 1 ? codes : codes.toReversed()) open.push([...known, [unknown, code]]);
    }
    // The second completion is the one farthest from the first: it has another answer soonest.
    known = examined === 1 && result !== undefined ? open.shift() : open.pop();
  }
  return { results: inOrder(results, scope), over: [...over], isComplete: true };
}

type Assigned = readonly [variable: Variable, code: number];

/** Adds a result to those with other answers; one with the same answer takes its hits. */
function join(results: Result[], { answer, hits }: Result): void {
  const at = results.findIndex((one) => sameAnswer(one.answer, answer));
  const before = results[at];
  if (before === undefined) results.push({ answer, hits });
  else results[at] = { answer, hits: [...new Map([...before.hits, ...hits].map((hit) => [hit.rule, hit])).values()] };
}

/** What a decision depends on, as far as completions need it. */
interface Scope {
  /** By variable: a code that can be stated, of each class that no test of the decision distinguishes. */
  readonly codes: ReadonlyMap<Variable, readonly number[]>;
  /** The places of the rules, in the order in which they are written. */
  readonly places: ReadonlyMap<ProgramRule, number>;
}

const scopes = new WeakMap<Program, Map<number, Scope>>();

function scopeOf(program: Program, decision: number): Scope {
  const ofProgram = getOrInsert(scopes, program, () => new Map<number, Scope>());
  return getOrInsert(ofProgram, decision, () => {
    const evaluated = transitiveDependencies(program, [decision]);
    const classes = distinguishedClasses(evaluated, false);
    const statable = (set: CodeSet): number[] => [...each(set)].filter((code) => code !== UNSTATED).slice(0, 1);
    return {
      codes: new Map([...classes].map(([variable, sets]) => [variable, sets.flatMap(statable)])),
      places: new Map(evaluated.flatMap(allRules).map((rule, n) => [rule, n])),
    };
  });
}

/** In how many ways what a decision may read and is not stated can be stated. */
function waysToState({ codes }: Scope, { codes: stated }: Evaluation): number {
  let ways = 1;
  for (const [{ index }, classes] of codes) if (stated[index] === UNSTATED) ways *= classes.length;
  return ways;
}

/** Results and their hits in the order in which the rules are written; a result without a rule comes last. */
function inOrder(results: readonly Result[], { places }: Scope): readonly Result[] {
  const placeOf = ({ rule }: Hit): number => places.get(rule) ?? Infinity;
  const first = ({ hits: [hit] }: Result): number => (hit === undefined ? Infinity : placeOf(hit));
  return results
    .map(({ answer, hits }) => ({ answer, hits: [...hits].sort((a, b) => placeOf(a) - placeOf(b)) }))
    .sort((a, b) => compare(first(a), first(b)));
}

const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

/** Thrown where an evaluation cannot go on; one for all, since making an error takes long. */
const INCOMPLETE = new Error('an input is not complete');

/** One completion of an input, and what its evaluation meets. */
class Completion {
  /** What is read, not stated and not assigned either. */
  unknown: Variable | undefined;
  /** Whether the answer depends on which items there are. */
  readsItems = false;
  /** How many tests were read. */
  tests = 0;

  /** @param recorded the tests whose reads are recorded already, by the evaluation that records them */
  constructor(
    private readonly assigned: ReadonlyMap<Variable, number>,
    private readonly recorded: Map<Evaluation, Set<VariableTest>>,
  ) {}

  /** Records a read of an evaluation, once for all completions. */
  record(test: VariableTest, base: Evaluation): void {
    if (base.recordRead === undefined) return;
    const before = getOrInsert(this.recorded, base, () => new Set());
    if (before.has(test)) return;
    before.add(test);
    const { variable, fallback } = test;
    if (codeAt(base.codes, variable, fallback) === UNSTATED) base.recordUnstated?.(variable, fallback);
    else base.recordRead(test);
  }

  /** A result; undefined where something unknown is read first, or items are. */
  evaluate(run: () => Result): Result | undefined {
    try {
      return run();
    } catch (error) {
      if (error === INCOMPLETE) return undefined;
      throw error;
    }
  }

  /** Codes in which what is not stated is as this completion has it. */
  codes(of: Codes): Codes {
    const codes = of.slice();
    for (const [{ index }, code] of this.assigned) if (codes[index] === UNSTATED) codes[index] = code;
    return codes;
  }
}

/** Interprets a completion of an input. Its reads are recorded by the evaluation of the input itself, where that one records reads. */
class CompletedInterpreter extends Interpreter {
  constructor(
    private readonly base: Evaluation,
    private readonly completion: Completion,
  ) {
    const { above } = base;
    super(base.program, completion.codes(base.codes), base.items, above && new CompletedInterpreter(above, completion));
  }

  protected override code(test: VariableTest): number {
    const { completion, base } = this;
    completion.tests++;
    const code = super.code(test);
    completion.record(test, base);
    if (code !== UNSTATED) return code;
    completion.unknown = test.variable;
    throw INCOMPLETE;
  }

  protected override someHolds(): boolean {
    this.completion.readsItems = true;
    throw INCOMPLETE;
  }
}
