import { has, intersection, range, unionOfCodes, type CodeSet, type Codes } from '../../program/ir/codes.js';
import { UNSTATED, type Variable } from '../../program/ir/domain.js';
import { areOutcomes, type Alternatives, type OutputValue, type OutputValues } from '../../language/outputs/values.js';
import type { Result } from '../../program/eval/evaluation.js';
import { transitiveDependencies, allRules } from '../../program/ir/call-graph.js';
import { ruleOutput } from '../../program/eval/interpreter.js';
import type { Program, ProgramDecision, ProgramRule } from '../../program/ir/program.js';
import type { SomeTest } from '../../program/ir/tests.js';
import { distinguishedClasses } from '../../program/ir/classes.js';
import { itemsOf } from './items.js';
import { codeIn, type Assignment, type Region } from '../geometry/region.js';
import { MemoInterpreter, decisionTriesOf, type TrieRead, type DecisionTrie } from './decision-trie.js';

/** One output of a decision. */
export interface ProofTarget {
  readonly decision: number;
  readonly output: number;
}

/** A set of inputs for which the evaluation takes the same path, with its results. */
export interface Case {
  readonly region: Region;
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
  /** Whether a case ends the search. */
  readonly isEnough?: (one: Case) => boolean;
}

const UNKNOWN = -1;
/** At most so many cases are examined, which takes about a second; fewer where each of them reads many rules. */
const MAX_CASES = 20_000;
const MAX_RULE_READS = 8_000_000;

/**
 * Evaluates decisions for all inputs by symbolic execution. The interpreter starts with nothing known. The first unknown that it reads is split
 * into sets of codes that no test of the decisions distinguishes, and each set is evaluated further, until nothing unknown is read. So the
 * results of every case are those of the interpreter itself, and what a case does not read does not matter there.
 *
 * @param targets the outputs to evaluate; each case has their results in this order
 */
export function casesOf(program: Program, targets: readonly ProofTarget[], options: CaseOptions): Cases {
  const { given = new Map<Variable, CodeSet>(), allowUnstated, subject, isEnough = () => false } = options;
  const numbers = targets.map(({ decision }) => decision);
  const evaluated = transitiveDependencies(program, subject === undefined ? numbers : [...numbers, subject.number]);
  const { maxCases: maxCases = caseBudget(evaluated) } = options;
  const classes = distinguishedClasses(evaluated, allowUnstated);
  const domainOf = (variable: Variable): CodeSet =>
    classes.get(variable)?.reduce(unionOfCodes, []) ?? range(UNSTATED, variable.size - 1);
  const all: Case[] = [];
  const open = startingWith(given, classes);
  const inherited = new Set(fallbacksOf(evaluated).filter((fallback) => classes.has(fallback)));
  const tries = decisionTriesOf(program, inherited);
  for (let known = open.pop(); known !== undefined; known = open.pop()) {
    if (all.length + open.length > maxCases) return { all, complete: false, domainOf };
    const probe = new Probe(program, known, tries, inherited);
    const missing = probe.firstMissing(() => {
      for (const { decision } of targets) probe.decide(decision);
      // The tests of all rules of the subject are read, also of rules that the result does not depend on.
      if (subject?.body.form === 'table') for (const { tests } of subject.body.rules) probe.failure(tests);
    });
    if (missing === undefined) {
      const results = targets.flatMap(({ decision, output }) => probe.decide(decision)[output] ?? []);
      const found = caseOf(known);
      if (found === undefined) continue;
      const one = { ...found, results, ...rulesIn(probe, subject) };
      all.push(one);
      if (isEnough(one)) return { all, complete: false, domainOf };
    } else if ('kind' in missing) {
      for (const holds of [false, true]) open.push({ ...known, some: new Map([...known.some, [missing, holds]]) });
    } else {
      for (const set of possibleClasses(missing, classes.get(missing) ?? [], known).toReversed())
        open.push(withSet(known, missing, set));
    }
  }
  return { all, complete: true, domainOf };
}

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
    [{ last: undefined, some: new Map() }],
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

/** A variable with its known codes and one of them. The list of earlier ones is shared between cases. */
interface KnownSet {
  readonly variable: Variable;
  readonly set: CodeSet;
  readonly code: number;
  readonly before: KnownSet | undefined;
}

interface Known {
  readonly last: KnownSet | undefined;
  readonly some: ReadonlyMap<SomeTest, boolean>;
}

const withSet = ({ last: before, some }: Known, variable: Variable, set: CodeSet): Known => ({
  last: { variable, set, code: codeIn(set), before },
  some,
});

/** The known sets of variables, the last first. */
function* setsOf({ last }: Known): Iterable<KnownSet> {
  for (let one = last; one !== undefined; one = one.before) yield one;
}

/** The region and the example of what is known; undefined where no items can satisfy the tests of items as assumed. */
function caseOf(known: Known): Pick<Case, 'region' | 'example'> | undefined {
  const sets = [...setsOf(known)].reverse();
  const codes = new Map(sets.map(({ variable, code }) => [variable, code]));
  const items = itemsOf(known.some, codes);
  return (
    items && {
      region: { sets: sets.map(({ variable, set }) => [variable, set]), some: [...known.some] },
      example: { codes, some: items },
    }
  );
}

/** The classes that are possible for a member of a set factor, given the other members: all are stated or none is. */
function possibleClasses({ factor, section }: Variable, classes: readonly CodeSet[], known: Known): readonly CodeSet[] {
  if (factor.type !== 'set') return classes;
  const other = [...setsOf(known)].find(({ variable }) => variable.factor === factor && variable.section === section);
  if (other === undefined) return classes;
  return has(other.set, UNSTATED) ? [range(UNSTATED, UNSTATED)] : classes.filter((set) => !has(set, UNSTATED));
}

/** Evaluates decisions for what is known. */
class Probe extends MemoInterpreter {
  constructor(
    program: Program,
    private readonly known: Known,
    protected readonly tries: DecisionTrie,
    protected readonly inherited: ReadonlySet<Variable>,
  ) {
    const codes: Codes = new Int32Array(program.variables.length).fill(UNKNOWN);
    for (const { variable, code } of setsOf(known)) codes[variable.index] = code;
    super(program, codes, new Map());
  }

  protected override knownValue(read: TrieRead): number | undefined {
    if ('kind' in read) {
      const holds = this.known.some.get(read);
      return holds === undefined ? undefined : Number(holds);
    }
    const code = this.codes[read.index] ?? UNKNOWN;
    return code === UNKNOWN ? undefined : code;
  }
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
