import { each, has, range, union, type CodeSet, type Codes } from '../program/codes.js';
import { statable, UNSTATED, type Variable } from '../program/domain.js';
import type { AnyOf } from '../program/combos.js';
import type { Result } from '../program/evaluation.js';
import { decisionsBehind, rulesOf } from '../program/behind.js';
import { enough } from '../program/hit-policy.js';
import { Interpreter, says } from '../program/interpreter.js';
import type { Program, ProgramDecision, ProgramRule, TableDecision } from '../program/program.js';
import type { SomeTest, Tests, VariableTest } from '../program/tests.js';
import { itemsOf } from './items.js';
import { codeIn, type Point, type Region } from './region.js';

/** One output of a decision. */
export interface Target {
  readonly decision: number;
  readonly output: number;
}

/** Inputs that are all decided alike, and how. */
export interface Case {
  readonly region: Region;
  readonly point: Point;
  /** By target. */
  readonly results: readonly Result[];
  /** Of the table in question: the rules that hit, and for each output those that speak, as far as the hit policy looks at them. */
  readonly met: readonly ProgramRule[];
  readonly spoken: readonly (readonly Spoken[])[];
}

/** A rule of a table, and what it says. */
export interface Spoken {
  readonly rule: ProgramRule;
  readonly says: AnyOf;
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
  /** A table among the targets, of which each case tells what its own rules do. */
  readonly table?: TableDecision;
  /** No more cases than these. */
  readonly most?: number;
}

const UNREAD = -1;
/** As many cases as are worked out within a second or so. */
const MOST = 20_000;

/**
 * Proves by cases: the interpreter decides without being told anything; what it asks first is split into the sets of codes that no test of the
 * decisions tells apart, and each is decided on, until nothing more is asked. So every case is an answer of the interpreter itself, and what it never asks for
 * does not matter there.
 */
export function casesOf(program: Program, targets: readonly Target[], options: CaseOptions): Cases {
  const { given = new Map<Variable, CodeSet>(), most = MOST, partly, table } = options;
  const classes = classesBehind(program, targets, partly);
  const domainOf = (variable: Variable): CodeSet =>
    classes.get(variable)?.reduce(union, []) ?? range(UNSTATED, variable.size - 1);
  const all: Case[] = [];
  const open: Known[] = [{ sets: given, some: new Map() }];
  for (let known = open.pop(); known !== undefined; known = open.pop()) {
    if (all.length + open.length > most) return { all, complete: false, domainOf };
    const probe = new Probe(program, known, classes);
    const results: Result[] = [];
    for (const { decision, output } of targets) {
      const result = probe.decide(decision)[output];
      if (probe.asked !== undefined) break;
      if (result !== undefined) results.push(result);
    }
    // What a table's rules do is told of all of them, also of those that the answer does not wait for.
    for (const { tests } of table?.body.rules ?? []) if (probe.asked === undefined) probe.failure(tests);
    const { asked } = probe;
    if (asked === undefined) {
      const found = caseOf(known);
      if (found !== undefined) all.push({ ...found, results, ...rulesIn(probe, table) });
    } else if ('kind' in asked) {
      for (const holds of [false, true]) open.push({ ...known, some: new Map([...known.some, [asked, holds]]) });
    } else {
      for (const set of possibleClasses(asked, classes.get(asked) ?? [], known).toReversed())
        open.push({ ...known, sets: new Map([...known.sets, [asked, set]]) });
    }
  }
  return { all, complete: true, domainOf };
}

/** What the rules of a table do, once it has been asked for all outputs: nothing more is looked at than was for that. */
function rulesIn(probe: Probe, table: TableDecision | undefined): Pick<Case, 'met' | 'spoken'> {
  if (table === undefined) return { met: [], spoken: [] };
  const { rules, hitPolicy } = table.body;
  const met = rules.filter(({ tests }) => probe.failure(tests) === undefined);
  const spoken = table.outputs.map((_, output) => {
    const found: Spoken[] = [];
    for (const rule of met) {
      if (found.length === enough(hitPolicy)) break;
      const { answer } = says(probe, table, rule, output);
      if (answer !== null) found.push({ rule, says: answer });
    }
    return found;
  });
  return { met, spoken };
}

interface Known {
  readonly sets: ReadonlyMap<Variable, CodeSet>;
  readonly some: ReadonlyMap<SomeTest, boolean>;
}

/** What is known as a case; none where no items can be as the tests of items would have them. */
function caseOf({ sets, some }: Known): Pick<Case, 'region' | 'point'> | undefined {
  const codes = new Map([...sets].map(([variable, set]) => [variable, codeIn(set)]));
  const items = itemsOf(some, codes);
  return items && { region: { sets: [...sets], some: [...some] }, point: { codes, some: items } };
}

/** The classes that a member of a set can be in, after what is known of the other members: all are stated or none is. */
function possibleClasses(
  { factor, section }: Variable,
  classes: readonly CodeSet[],
  { sets }: Known,
): readonly CodeSet[] {
  if (factor.type !== 'set') return classes;
  const other = [...sets].find(([known]) => known.factor === factor && known.section === section);
  if (other === undefined) return classes;
  return has(other[1], UNSTATED) ? [range(UNSTATED, UNSTATED)] : classes.filter((set) => !has(set, UNSTATED));
}

/** Decides on what is known, and notes the first thing that it would have to know besides. */
class Probe extends Interpreter {
  asked: Variable | SomeTest | undefined;

  constructor(
    program: Program,
    private readonly known: Known,
    private readonly classes: ReadonlyMap<Variable, unknown>,
  ) {
    const codes: Codes = new Int32Array(program.variables.length).fill(UNREAD);
    for (const [{ index }, set] of known.sets) codes[index] = codeIn(set);
    super(program, codes, new Map());
  }

  protected override someHolds(test: SomeTest): boolean {
    const holds = this.known.some.get(test);
    if (holds === undefined) this.asked ??= test;
    return holds === true;
  }

  protected override code({ variable, fallback }: VariableTest): number {
    return this.read(variable, fallback);
  }

  private read(variable: Variable, fallback: Variable | undefined): number {
    const code = this.codes[variable.index] ?? UNREAD;
    if (code === UNREAD) this.asked ??= variable;
    // Where nothing else looks at the requirement, stating it there or of the item is the same input.
    return code === UNSTATED && fallback !== undefined && this.classes.has(fallback)
      ? this.read(fallback, undefined)
      : code;
  }
}

/** The codes of a variable in the sets that some tests do not tell apart; `apart` has what is not stated be one by itself. */
function classesOf(variable: Variable, tests: readonly CodeSet[], partly: boolean, apart: boolean): CodeSet[] {
  const classes = new Map<string, number[]>();
  const all = statable(variable);
  for (const code of partly ? [UNSTATED, ...each(all)] : each(all)) {
    const stated = apart && code !== UNSTATED;
    const key = `${String(stated)} ${tests.map((accepts) => Number(has(accepts, code))).join('')}`;
    const ranges = classes.get(key);
    if (ranges === undefined) classes.set(key, [code, code]);
    else if (ranges.at(-1) === code - 1) ranges[ranges.length - 1] = code;
    else ranges.push(code, code);
  }
  return [...classes.values()];
}

/** For each variable that the decisions behind some targets test, its classes. */
function classesBehind(program: Program, targets: readonly Target[], partly: boolean): Map<Variable, CodeSet[]> {
  const numbers = targets.map(({ decision }) => decision);
  const found = new Map<Variable, Map<string, CodeSet>>();
  const fallbacks = new Map<Variable, Variable>();
  const look = ({ variables, some }: Tests): void => {
    for (const { variable, fallback, accepts } of variables) {
      if (fallback !== undefined) fallbacks.set(variable, fallback);
      const sets = found.get(variable) ?? new Map<string, CodeSet>();
      found.set(variable, sets.set(String(accepts), accepts));
    }
    for (const { tests } of some) look(tests);
  };
  for (const decision of decisionsBehind(program, numbers)) for (const { tests } of rulesOf(decision)) look(tests);
  // An item may have it from the requirements, where something else looks at it too.
  for (const [variable, fallback] of fallbacks) {
    for (const [key, accepts] of found.get(variable) ?? []) found.get(fallback)?.set(key, accepts);
  }
  const inherits = (variable: Variable): boolean => {
    const fallback = fallbacks.get(variable);
    return fallback !== undefined && found.has(fallback);
  };
  // That nothing is stated counts where a test asks that, of any member of a set.
  const asked = new Set(
    [...found].flatMap(([{ factor }, sets]) => ([...sets.values()].some((set) => has(set, UNSTATED)) ? [factor] : [])),
  );
  return new Map(
    [...found].map(([variable, sets]) => [
      variable,
      classesOf(
        variable,
        [...sets.values()],
        partly || asked.has(variable.factor),
        variable.factor.type === 'set' || inherits(variable),
      ),
    ]),
  );
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
    (asked !== undefined && rulesOf(asked).some((rule) => mayAnswer(rule, theirs, { decisions })))
  );
}

/** The variables that a decision, and all that it asks, look at. */
export function variablesBehind(program: Program, { number }: ProgramDecision): Variable[] {
  const found = new Set<Variable>();
  for (const decision of decisionsBehind(program, [number])) {
    for (const { tests } of rulesOf(decision)) for (const { variable } of tests.variables) found.add(variable);
  }
  return [...found];
}
