import { has, range, type CodeSet, type Codes } from '../program/codes.js';
import { UNSTATED, type Variable } from '../program/domain.js';
import type { Result } from '../program/evaluation.js';
import { Interpreter } from '../program/interpreter.js';
import { decisionsBehind, rulesOf } from '../program/behind.js';
import type { Program, ProgramDecision } from '../program/program.js';
import type { SomeTest, Tests, VariableTest } from '../program/tests.js';
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
}

/** All cases of some decisions: together they hold every input, and no two share one. */
export interface Cases {
  readonly all: readonly Case[];
  /** Whether the budget was enough for all of them. */
  readonly complete: boolean;
}

export interface CaseOptions {
  /** Whether inputs may leave things unstated; else everything that is looked at is stated. */
  readonly partly: boolean;
  /** What is known from the start. */
  readonly given?: ReadonlyMap<Variable, CodeSet>;
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
  const { given = new Map<Variable, CodeSet>(), most = MOST, partly } = options;
  const classes = classesBehind(program, targets, partly);
  const all: Case[] = [];
  const open: Known[] = [{ sets: given, some: new Map() }];
  for (let known = open.pop(); known !== undefined; known = open.pop()) {
    if (all.length + open.length > most) return { all, complete: false };
    const probe = new Probe(program, known);
    const results: Result[] = [];
    for (const { decision, output } of targets) {
      const result = probe.decide(decision)[output];
      if (probe.asked !== undefined) break;
      if (result !== undefined) results.push(result);
    }
    const { asked } = probe;
    if (asked === undefined) all.push({ ...caseOf(known), results });
    else if ('kind' in asked) {
      for (const holds of [false, true]) open.push({ ...known, some: new Map([...known.some, [asked, holds]]) });
    } else {
      for (const set of classes.get(asked)?.toReversed() ?? [])
        open.push({ ...known, sets: new Map([...known.sets, [asked, set]]) });
    }
  }
  return { all, complete: true };
}

interface Known {
  readonly sets: ReadonlyMap<Variable, CodeSet>;
  readonly some: ReadonlyMap<SomeTest, boolean>;
}

function caseOf({ sets, some }: Known): Omit<Case, 'results'> {
  return {
    region: { sets: [...sets], some: [...some] },
    point: {
      codes: new Map([...sets].map(([variable, set]) => [variable, codeIn(set)])),
      some: [...some].flatMap(([test, holds]) => (holds ? [test] : [])),
    },
  };
}

/** Decides on what is known, and notes the first thing that it would have to know besides. */
class Probe extends Interpreter {
  asked: Variable | SomeTest | undefined;

  constructor(
    program: Program,
    private readonly known: Known,
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
    const code = this.codes[variable.index] ?? UNREAD;
    if (code === UNREAD) this.asked ??= variable;
    // What an item does not state itself is looked for nowhere else: stating it of the item is the same input.
    return code === UNSTATED && fallback !== undefined ? UNSTATED : code;
  }
}

/** The codes of a variable in the sets that some tests do not tell apart; what is not stated counts among them where inputs may leave things out. */
function classesOf({ size }: Variable, tests: readonly CodeSet[], partly: boolean): CodeSet[] {
  const asksStated = tests.some((accepts) => accepts[0] === UNSTATED);
  const classes = new Map<string, number[]>();
  for (let code = partly || asksStated ? UNSTATED : 1; code < size; code++) {
    const key = tests.map((accepts) => Number(has(accepts, code))).join('');
    const ranges = classes.get(key);
    if (ranges === undefined) classes.set(key, [code, code]);
    else if (ranges.at(-1) === code - 1) ranges[ranges.length - 1] = code;
    else ranges.push(code, code);
  }
  return classes.size === 0 ? [range(0, 0)] : [...classes.values()];
}

/** For each variable that the decisions behind some targets test, its classes. */
function classesBehind(program: Program, targets: readonly Target[], partly: boolean): Map<Variable, CodeSet[]> {
  const numbers = targets.map(({ decision }) => decision);
  const found = new Map<Variable, Map<string, CodeSet>>();
  const look = ({ variables, some }: Tests): void => {
    for (const { variable, accepts } of variables) {
      const sets = found.get(variable) ?? new Map<string, CodeSet>();
      found.set(variable, sets.set(String(accepts), accepts));
    }
    for (const { tests } of some) look(tests);
  };
  for (const decision of decisionsBehind(program, numbers)) for (const { tests } of rulesOf(decision)) look(tests);
  return new Map([...found].map(([variable, sets]) => [variable, classesOf(variable, [...sets.values()], partly)]));
}

/** The variables that a decision, and all that it asks, look at. */
export function variablesBehind(program: Program, { number }: ProgramDecision): Variable[] {
  const rules = decisionsBehind(program, [number]).flatMap((one) => rulesOf(one));
  return [...new Set(rules.flatMap(({ tests }) => tests.variables.map(({ variable }) => variable)))];
}
