import { getOrInsert } from '../../language/get-or-insert.js';
import { intersection, range, unionOfCodes, type CodeSet } from '../../program/ir/codes.js';
import { UNSTATED, type Variable } from '../../program/ir/domain.js';
import {
  areOutcomes,
  sameAnswer,
  type Alternatives,
  type OutputValue,
  type OutputValues,
} from '../../language/outputs/values.js';
import type { Result } from '../../program/eval/evaluation.js';
import { transitiveDependencies, allRules } from '../../program/ir/call-graph.js';
import { ruleOutput } from '../../program/eval/interpreter.js';
import type { Program, ProgramDecision, ProgramRule } from '../../program/ir/program.js';
import { distinguishedClasses } from '../../program/ir/classes.js';
import { itemsOf } from './items.js';
import type { Assignment, Region } from '../geometry/region.js';
import { compositionOf, NO_PARTS, type Composition, type ResultsOf } from './composition.js';
import { decisionTriesOf } from './decision-trie.js';
import {
  codesKnown,
  NOTHING_KNOWN,
  Probe,
  setsOf,
  splitBy,
  TOO_MANY,
  withSet,
  type Known,
  type ProbeContext,
} from './probe.js';

/** One output of a decision. */
export interface ProofTarget {
  readonly decision: number;
  readonly output: number;
}

/** A set of inputs for which the evaluation takes the same path, with its results. */
export interface Case {
  readonly region: Region;
  /** The decisions that were taken as wholes, each with the position of its results among all of its results. They restrict the region. */
  readonly chosen: readonly (readonly [results: ResultsOf, value: number])[];
  /** One input of the region. */
  readonly example: Assignment;
  /** By target. */
  readonly results: readonly Result<OutputValue>[];
  /** The rules of the subject that hit. */
  readonly hitRules: readonly ProgramRule[];
  /** Of a subject that is a table: by output, the rules that answer, as many as its hit policy reads. */
  readonly answering: readonly (readonly RuleAnswer[])[];
}

/** A rule of a table, and its answer for one output. */
export interface RuleAnswer {
  readonly rule: ProgramRule;
  readonly answer: OutputValues;
}

/** The outcome sets that a result allows; null where there is no result, or where it is of figures or texts. */
export function alternativesIn(result: Result<OutputValue> | undefined): Alternatives | null {
  const answer = result?.answer ?? null;
  return answer !== null && areOutcomes(answer) ? answer : null;
}

/** The cases of some decisions. If complete, every input is in exactly one of them. */
export interface Cases {
  readonly all: readonly Case[];
  /** Whether all cases were examined; false where there were too many, or the search ended early. */
  readonly complete: boolean;
  /** All codes of a variable in these cases. `UNSTATED` is one of them only where it makes a case of its own. */
  readonly domainOf: (variable: Variable) => CodeSet;
}

/** What `casesOf` examines. */
export interface CaseOptions {
  /** Whether inputs may leave factors unstated; else everything that is read is stated. */
  readonly allowUnstated: boolean;
  /** By variable, the codes that inputs are restricted to. */
  readonly given?: ReadonlyMap<Variable, CodeSet>;
  /** A table or tree for which each case lists the rules that hit and answer. */
  readonly subject?: ProgramDecision;
  /** The search stops where there are more cases than these. */
  readonly maxCases?: number;
  /**
   * How cases are found: `inputs` examines the decisions that others read input by input, `wholes` examines what depends on them once for each of their
   * joint results. By default, the former where that takes few cases, so that problems are described by factors alone; else the latter.
   */
  readonly method?: 'inputs' | 'wholes';
  /** Pairs of decisions. Inputs for which both of each pair answer the same are left out. */
  readonly apart?: readonly (readonly [number, number])[];
  /** Whether a case ends the search. */
  readonly isEnough?: (one: Case) => boolean;
}

/** At most so many cases are examined, which takes about a second; fewer where each of them reads many rules. */
const MAX_CASES = 20_000;
const MAX_RULE_READS = 8_000_000;
/** At most so many inputs are tried in all to enumerate the results of decisions that are taken as wholes. */
const MAX_INPUTS_OF_PARTS = 100_000;
/** The share of the cases that may be examined input by input before decisions are taken as wholes. */
const FIRST_SHARE = 1 / 4;

/**
 * Evaluates decisions for all inputs by symbolic execution. The interpreter starts with nothing known. The first unknown that it reads is split
 * into sets of codes that no test of the decisions distinguishes, and each set is evaluated further, until nothing unknown is read. So the
 * results of every case are those of the interpreter itself, and what a case does not read does not matter there.
 *
 * @param targets the outputs to evaluate; each case has their results in this order
 */
export function casesOf(program: Program, targets: readonly ProofTarget[], options: CaseOptions): Cases {
  const { subject, method } = options;
  const numbers = targets.map(({ decision }) => decision);
  const evaluated = transitiveDependencies(program, subject === undefined ? numbers : [...numbers, subject.number]);
  const { maxCases: maxCases = caseBudget(evaluated) } = options;
  const search = new Search(program, targets, evaluated, options);
  const { composition } = search;
  if (method === 'inputs' || composition.parts.size === 0) return search.run(NO_PARTS, maxCases);
  if (method === 'wholes') return search.run(composition, maxCases);
  // What took too many cases once will do so again.
  const key = `${[...search.roots].join()} ${composition.signature}`;
  const large = getOrInsert(tooLarge, program, () => new Set<string>());
  if (!large.has(key)) {
    const first = search.run(NO_PARTS, Math.ceil(maxCases * FIRST_SHARE));
    if (!first.exceeded) return first;
    large.add(key);
  }
  const second = search.run(composition, maxCases);
  return second.exceeded ? search.run(NO_PARTS, maxCases) : second;
}

/** By program, the searches that took too many cases input by input. */
const tooLarge = new WeakMap<Program, Set<string>>();

/** Cases, and whether there were more than may be examined. */
interface BoundedCases extends Cases {
  readonly exceeded: boolean;
}

/** One proof, which can be tried in several ways. */
class Search {
  readonly roots: ReadonlySet<number>;
  readonly composition: Composition;
  private readonly classes: ReadonlyMap<Variable, readonly CodeSet[]>;
  private readonly inherited: ReadonlySet<Variable>;
  private readonly given: ReadonlyMap<Variable, CodeSet>;

  constructor(
    private readonly program: Program,
    private readonly targets: readonly ProofTarget[],
    evaluated: readonly ProgramDecision[],
    private readonly options: CaseOptions,
  ) {
    const { subject, given = new Map<Variable, CodeSet>() } = options;
    this.given = given;
    const classes = (this.classes = distinguishedClasses(evaluated, options.allowUnstated));
    this.inherited = new Set(fallbacksOf(evaluated).filter((fallback) => classes.has(fallback)));
    const numbers = targets.map(({ decision }) => decision);
    const roots = (this.roots = new Set(subject === undefined ? numbers : [...numbers, subject.number]));
    this.composition =
      options.method === 'inputs' ? NO_PARTS : compositionOf(program, { evaluated, roots, classes, given });
  }

  run(composition: Composition, maxCases: number): BoundedCases {
    const { program, classes, inherited } = this;
    const { isEnough = () => false } = this.options;
    const tries = decisionTriesOf(program, inherited, composition);
    const context: ProbeContext = { program, tries, inherited, composition, classes, inputsLeft: MAX_INPUTS_OF_PARTS };
    const domainOf = (variable: Variable): CodeSet =>
      classes.get(variable)?.reduce(unionOfCodes, []) ?? range(UNSTATED, variable.size - 1);
    const all: Case[] = [];
    const open = startingWith(this.given, classes);
    try {
      for (let known = open.pop(); known !== undefined; known = open.pop()) {
        if (all.length + open.length > maxCases) return { all, complete: false, exceeded: true, domainOf };
        const found = this.examine(known, new Probe(context, known));
        if (Array.isArray(found)) open.push(...found.toReversed());
        else if (found !== undefined) {
          all.push(found);
          if (isEnough(found)) return { all, complete: false, exceeded: false, domainOf };
        }
      }
    } catch (error) {
      if (error !== TOO_MANY) throw error;
      return { all, complete: false, exceeded: true, domainOf };
    }
    return { all, complete: true, exceeded: false, domainOf };
  }

  /** The case of what is known, none where no input is so; or what there is to be known where something unknown is read. */
  private examine(known: Known, probe: Probe): Case | undefined | Known[] {
    const { targets } = this;
    const { subject, apart = [] } = this.options;
    // Where all of these answer the same, the targets need not be evaluated.
    const areAlike = (): boolean =>
      apart.length > 0 && apart.every(([one, other]) => sameAnswers(probe.decide(one), probe.decide(other)));
    const missing = probe.firstMissing(() => {
      if (areAlike()) return;
      for (const { decision } of targets) probe.decide(decision);
      // The tests of all rules of the subject are read, also of rules that the result does not depend on.
      if (subject?.body.form === 'table') for (const { tests } of subject.body.rules) probe.failure(tests);
    });
    if (missing !== undefined) return splitBy(missing, known, this.classes);
    const found = areAlike() ? undefined : caseOf(known);
    if (found === undefined) return undefined;
    const results = targets.flatMap(({ decision, output }) => probe.decide(decision)[output] ?? []);
    return { ...found, results, ...rulesIn(probe, subject) };
  }
}

/** Whether two decisions have the same answers, output by output. */
const sameAnswers = (one: readonly Result<OutputValue>[], other: readonly Result<OutputValue>[]): boolean =>
  one.every(({ answer }, output) => sameAnswer(answer, other[output]?.answer ?? null));

/** How many cases may be examined, given the rules that each reads. */
function caseBudget(evaluated: readonly ProgramDecision[]): number {
  const rules = evaluated.reduce((sum, decision) => sum + allRules(decision).length, 0);
  return Math.min(MAX_CASES, Math.ceil(MAX_RULE_READS / Math.max(1, rules)));
}

/** The restrictions to start from, split by the classes that tests distinguish. */
function startingWith(
  given: ReadonlyMap<Variable, CodeSet>,
  classes: ReadonlyMap<Variable, readonly CodeSet[]>,
): Known[] {
  return [...given].reduce<Known[]>(
    (all, [variable, set]) => {
      const parts = (classes.get(variable) ?? [set]).map((one) => intersection(one, set));
      return all.flatMap((known) =>
        parts.flatMap((part) => (part.length === 0 ? [] : [withSet(known, variable, part)])),
      );
    },
    [NOTHING_KNOWN],
  );
}

/** The variables of the workload that items inherit. */
function fallbacksOf(evaluated: readonly ProgramDecision[]): Variable[] {
  const tests = evaluated.flatMap((decision) => allRules(decision).flatMap((rule) => rule.tests.variables));
  return tests.flatMap(({ fallback }) => fallback ?? []);
}

/** The rules of the subject that hit and answer. All outputs have been evaluated by then, so this reads nothing unknown. */
function rulesIn(probe: Probe, subject: ProgramDecision | undefined): Pick<Case, 'hitRules' | 'answering'> {
  if (subject === undefined || subject.body.form === 'vote') return { hitRules: [], answering: [] };
  const holds = ({ tests }: ProgramRule): boolean => probe.failure(tests) === undefined;
  if (subject.body.form === 'tree') {
    const reached = (node: ProgramRule): ProgramRule[] =>
      holds(node) ? [node, ...(node.branches ?? []).flatMap(reached)] : [];
    return { hitRules: reached(subject.body.root), answering: [] };
  }
  const { rules, policies } = subject.body;
  const hitRules = rules.filter(holds);
  const answering = policies.map(({ relevantHits }, output) => {
    const found: RuleAnswer[] = [];
    for (const rule of hitRules) {
      if (found.length === relevantHits) break;
      const { answer } = ruleOutput(probe, subject, rule, output);
      if (answer !== null) found.push({ rule, answer });
    }
    return found;
  });
  return { hitRules, answering };
}

/** The region and the example of what is known; undefined where no items can satisfy the tests of items as assumed. */
function caseOf(known: Known): Pick<Case, 'region' | 'example' | 'chosen'> | undefined {
  const sets = [...setsOf(known)].reverse();
  const codes = codesKnown(known);
  const items = itemsOf(known.some, codes);
  return (
    items && {
      region: { sets: sets.map(({ variable, set }) => [variable, set]), some: [...known.some] },
      chosen: [...known.choices].flatMap(([{ part, options }, n]) =>
        part.heads.map((head, place) => [head, options[n]?.values[place] ?? 0] as const),
      ),
      example: { codes, some: items },
    }
  );
}

/** Whether a rule answers an output, or delegates to a decision of which some rule does. */
export function mayAnswer(
  { ask, answers }: ProgramRule,
  output: number,
  { decisions }: Pick<Program, 'decisions'>,
): boolean {
  if (ask === undefined) return answers?.[output] != null;
  const delegate = decisions[ask.decision];
  const theirs = ask.outputs[output] ?? -1;
  return (
    delegate?.body.form === 'vote' ||
    (delegate !== undefined && allRules(delegate).some((rule) => mayAnswer(rule, theirs, { decisions })))
  );
}

/** The variables that a decision and all decisions that it depends on read. */
export function variablesReadBy(program: Program, { number }: ProgramDecision): Variable[] {
  const found = new Set<Variable>();
  for (const decision of transitiveDependencies(program, [number])) {
    for (const { tests } of allRules(decision)) for (const { variable } of tests.variables) found.add(variable);
  }
  return [...found];
}

/** By variable, the codes that some tests leave. */
export type PathCondition = ReadonlyMap<Variable, CodeSet>;

/** The path condition of a rule: what its tests leave of the condition of the nodes above it. */
export function narrow({ tests }: ProgramRule, above: PathCondition): PathCondition {
  const here = new Map(above);
  for (const { variable, fallback, accepts } of tests.variables) {
    // An item may inherit the value from the workload, so its own variable is not restricted.
    if (fallback === undefined) here.set(variable, intersection(here.get(variable) ?? accepts, accepts));
  }
  return here;
}
