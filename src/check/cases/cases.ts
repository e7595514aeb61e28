import { has, intersection, range, unionOfCodes, type CodeSet, type Codes } from '../../program/ir/codes.js';
import { UNSTATED, type Variable } from '../../program/ir/domain.js';
import { areOutcomes, type Alternatives, type OutputValue, type OutputValues } from '../../language/outputs/values.js';
import type { Result } from '../../program/eval/evaluation.js';
import { transitiveDependencies, allRules } from '../../program/ir/call-graph.js';
import { ruleOutput } from '../../program/eval/interpreter.js';
import type { Program, ProgramDecision, ProgramRule } from '../../program/ir/program.js';
import type { SomeTest } from '../../program/ir/tests.js';
import { classesBehind } from './classes.js';
import { itemsOf } from './items.js';
import { codeIn, type Assignment, type Region } from '../geometry/region.js';
import { MemoInterpreter, decisionTriesOf, type TrieRead, type DecisionTrie } from './decision-trie.js';

/** One output of a decision. */
export interface ProofTarget {
  readonly decision: number;
  readonly output: number;
}

/** Inputs that are all decided alike, and how. */
export interface Case {
  readonly region: Region;
  readonly point: Assignment;
  /** By target. */
  readonly results: readonly Result<OutputValue>[];
  /** Of the table or tree in question: the rules that hit, and of a table, for each output, those that speak, as far as the hit policy looks at them. */
  readonly met: readonly ProgramRule[];
  readonly spoken: readonly (readonly DefinedOutput[])[];
}

/** A rule of a table, and what it says. */
export interface DefinedOutput {
  readonly rule: ProgramRule;
  readonly answer: OutputValues;
}

/** The outcome sets that a result allows; null where there is no result, or where it is of figures or texts. */
export function alternativesIn(result: Result<OutputValue> | undefined): Alternatives | null {
  const answer = result?.answer ?? null;
  return answer !== null && areOutcomes(answer) ? answer : null;
}

/** All cases of some decisions: together they hold every input, and no two share one. */
export interface Cases {
  readonly all: readonly Case[];
  /** Whether the budget was enough for all of them. */
  readonly complete: boolean;
  /** All that an input may be in a variable; that it is not stated only where that is an input of its own. */
  readonly domainOf: (variable: Variable) => CodeSet;
}

export interface CaseOptions {
  /** Whether inputs may leave things unstated; else everything that is looked at is stated. */
  readonly partly: boolean;
  /** What is known from the start. */
  readonly given?: ReadonlyMap<Variable, CodeSet>;
  /** A table or tree among the targets, of which each case tells what its own rules do. */
  readonly subject?: ProgramDecision;
  /** No more cases than these. */
  readonly most?: number;
  /** Whether a case is what was sought, after which no more are tried. */
  readonly isEnough?: (one: Case) => boolean;
}

const UNREAD = -1;
/** As many cases as are worked out within a second or so; fewer, where many rules are read for each. */
const MOST = 20_000;
const MOST_READ = 8_000_000;

/**
 * Proves by cases: the interpreter decides without being told anything; what it asks first is split into the sets of codes that no test of the
 * decisions tells apart, and each is decided on, until nothing more is asked. So every case is an answer of the interpreter itself, and what it never asks for
 * does not matter there.
 */
export function casesOf(program: Program, targets: readonly ProofTarget[], options: CaseOptions): Cases {
  const { given = new Map<Variable, CodeSet>(), partly, subject, isEnough = () => false } = options;
  const numbers = targets.map(({ decision }) => decision);
  const behind = transitiveDependencies(program, subject === undefined ? numbers : [...numbers, subject.number]);
  const { most = mostOf(behind) } = options;
  const classes = classesBehind(behind, partly);
  const domainOf = (variable: Variable): CodeSet =>
    classes.get(variable)?.reduce(unionOfCodes, []) ?? range(UNSTATED, variable.size - 1);
  const all: Case[] = [];
  const open = startingWith(given, classes);
  const inherited = new Set(fallbacksOf(behind).filter((fallback) => classes.has(fallback)));
  const ways = decisionTriesOf(program, inherited);
  for (let known = open.pop(); known !== undefined; known = open.pop()) {
    if (all.length + open.length > most) return { all, complete: false, domainOf };
    const probe = new Probe(program, known, ways, inherited);
    const asked = probe.firstMissing(() => {
      for (const { decision } of targets) probe.decide(decision);
      // What a table's rules do is told of all of them, also of those that the answer does not wait for.
      if (subject?.body.form === 'table') for (const { tests } of subject.body.rules) probe.failure(tests);
    });
    if (asked === undefined) {
      const results = targets.flatMap(({ decision, output }) => probe.decide(decision)[output] ?? []);
      const found = caseOf(known);
      if (found === undefined) continue;
      const one = { ...found, results, ...rulesIn(probe, subject) };
      all.push(one);
      if (isEnough(one)) return { all, complete: false, domainOf };
    } else if ('kind' in asked) {
      for (const holds of [false, true]) open.push({ ...known, some: new Map([...known.some, [asked, holds]]) });
    } else {
      for (const set of possibleClasses(asked, classes.get(asked) ?? [], known).toReversed())
        open.push(withSet(known, asked, set));
    }
  }
  return { all, complete: true, domainOf };
}

function mostOf(behind: readonly ProgramDecision[]): number {
  const rules = behind.reduce((sum, decision) => sum + allRules(decision).length, 0);
  return Math.min(MOST, Math.ceil(MOST_READ / Math.max(1, rules)));
}

/** What is given, as far as tests tell it apart: one beginning for each class. */
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

/** What items take from the workload. */
function fallbacksOf(behind: readonly ProgramDecision[]): Variable[] {
  const tests = behind.flatMap((decision) => allRules(decision).flatMap((rule) => rule.tests.variables));
  return tests.flatMap(({ fallback }) => fallback ?? []);
}

/** What the rules of a table or tree do, once it has been asked for all outputs: nothing more is looked at than was for that. */
function rulesIn(probe: Probe, subject: ProgramDecision | undefined): Pick<Case, 'met' | 'spoken'> {
  if (subject === undefined || subject.body.form === 'vote') return { met: [], spoken: [] };
  const holds = ({ tests }: ProgramRule): boolean => probe.failure(tests) === undefined;
  if (subject.body.form === 'tree') {
    const reached = (node: ProgramRule): ProgramRule[] =>
      holds(node) ? [node, ...(node.branches ?? []).flatMap(reached)] : [];
    return { met: reached(subject.body.root), spoken: [] };
  }
  const { rules, policies } = subject.body;
  const met = rules.filter(holds);
  const spoken = policies.map(({ relevantHits }, output) => {
    const found: DefinedOutput[] = [];
    for (const rule of met) {
      if (found.length === relevantHits) break;
      const { answer } = ruleOutput(probe, subject, rule, output);
      if (answer !== null) found.push({ rule, answer });
    }
    return found;
  });
  return { met, spoken };
}

/** A set of codes that a variable is known to be in, and one of them. What was known before is shared by all that comes after. */
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

/** What is known of variables, the last first. */
function* setsOf({ last }: Known): Iterable<KnownSet> {
  for (let one = last; one !== undefined; one = one.before) yield one;
}

/** What is known as a case; none where no items can be as the tests of items would have them. */
function caseOf(known: Known): Pick<Case, 'region' | 'point'> | undefined {
  const sets = [...setsOf(known)].reverse();
  const codes = new Map(sets.map(({ variable, code }) => [variable, code]));
  const items = itemsOf(known.some, codes);
  return (
    items && {
      region: { sets: sets.map(({ variable, set }) => [variable, set]), some: [...known.some] },
      point: { codes, some: items },
    }
  );
}

/** The classes that a member of a set can be in, after what is known of the other members: all are stated or none is. */
function possibleClasses({ factor, section }: Variable, classes: readonly CodeSet[], known: Known): readonly CodeSet[] {
  if (factor.type !== 'set') return classes;
  const other = [...setsOf(known)].find(({ variable }) => variable.factor === factor && variable.section === section);
  if (other === undefined) return classes;
  return has(other.set, UNSTATED) ? [range(UNSTATED, UNSTATED)] : classes.filter((set) => !has(set, UNSTATED));
}

/** Decides on what is known. */
class Probe extends MemoInterpreter {
  constructor(
    program: Program,
    private readonly known: Known,
    protected readonly ways: DecisionTrie,
    protected readonly inherited: ReadonlySet<Variable>,
  ) {
    const codes: Codes = new Int32Array(program.variables.length).fill(UNREAD);
    for (const { variable, code } of setsOf(known)) codes[variable.index] = code;
    super(program, codes, new Map());
  }

  protected override see(sight: TrieRead): number | undefined {
    if ('kind' in sight) {
      const holds = this.known.some.get(sight);
      return holds === undefined ? undefined : Number(holds);
    }
    const code = this.codes[sight.index] ?? UNREAD;
    return code === UNREAD ? undefined : code;
  }
}

/** Whether a rule answers an output, or asks a decision of which some rule does. */
export function mayAnswer(
  { ask, answers }: ProgramRule,
  output: number,
  { decisions }: Pick<Program, 'decisions'>,
): boolean {
  if (ask === undefined) return answers?.[output] != null;
  const asked = decisions[ask.decision];
  const theirs = ask.outputs[output] ?? -1;
  return (
    asked?.body.form === 'vote' ||
    (asked !== undefined && allRules(asked).some((rule) => mayAnswer(rule, theirs, { decisions })))
  );
}

/** The variables that a decision, and all that it asks, look at. */
export function variablesBehind(program: Program, { number }: ProgramDecision): Variable[] {
  const found = new Set<Variable>();
  for (const decision of transitiveDependencies(program, [number])) {
    for (const { tests } of allRules(decision)) for (const { variable } of tests.variables) found.add(variable);
  }
  return [...found];
}
