import { allRules, transitiveDependencies } from '../../program/ir/call-graph.js';
import { getOrInsert } from '../../language/get-or-insert.js';
import type { OutputValue } from '../../language/outputs/values.js';
import type { CodeSet } from '../../program/ir/codes.js';
import type { Variable } from '../../program/ir/domain.js';
import type { Result } from '../../program/eval/evaluation.js';
import type { Program, ProgramDecision } from '../../program/ir/program.js';
import type { Tests } from '../../program/ir/tests.js';

/** The results of a decision that were found so far, each under a text that is the same for equal results. */
export interface ResultsOf {
  readonly decision: ProgramDecision;
  /** Whether rules delegate to it, so that the rules behind its results count and not only its answers. */
  readonly delegated: boolean;
  readonly values: Map<string, readonly Result<OutputValue>[]>;
}

/**
 * Decisions that a proof takes as a whole: what depends on them is examined once for each of their joint results, not once for each input of theirs.
 * This is exact, since nothing else reads their private variables: with the other variables fixed, each joint result occurs together with
 * everything else.
 */
export interface Part {
  readonly heads: readonly ResultsOf[];
  /** The variables that only these decisions, and decisions that only they depend on, read. */
  readonly privates: ReadonlySet<Variable>;
  /** The numbers of these decisions and of those that only they depend on. */
  readonly inside: ReadonlySet<number>;
}

/** What a proof takes as wholes. */
export interface Composition {
  /** By the number of a decision: what it is taken as a part of, the larger first. Where that is being enumerated, it is taken as the smaller. */
  readonly parts: ReadonlyMap<number, readonly Part[]>;
  /** The same for compositions under which evaluations take the same paths. */
  readonly signature: string;
}

/** Nothing is taken as a whole. */
export const NO_PARTS: Composition = { parts: new Map(), signature: '' };

/** What is needed to see which decisions can be taken as wholes. */
interface Examined {
  readonly evaluated: readonly ProgramDecision[];
  /** The decisions whose results are wanted: they are examined input by input. */
  readonly roots: ReadonlySet<number>;
  readonly classes: ReadonlyMap<Variable, readonly CodeSet[]>;
  /** Variables that inputs are restricted in, so that they are never private. */
  readonly given: ReadonlyMap<Variable, CodeSet>;
}

/** What a decision reads by itself. */
interface Reads {
  readonly variables: ReadonlySet<Variable>;
  readonly decisions: ReadonlySet<number>;
  readonly delegates: ReadonlySet<number>;
  /** Variables that items inherit; what items inherit is not independent of the items. */
  readonly inherited: ReadonlySet<Variable>;
}

const known = new WeakMap<Program, Map<string, Composition>>();

/**
 * Finds the decisions that a proof can take as wholes: each by itself with the variables that only it depends on, and before that those that the
 * roots read jointly, where they share variables with one another and not with the roots.
 */
export function compositionOf(program: Program, examined: Examined): Composition {
  const { evaluated, classes } = examined;
  if (evaluated.length < 2) return NO_PARTS;
  const graph = new Graph(program, examined);
  const single = evaluated.flatMap((decision) =>
    examined.roots.has(decision.number) ? [] : graph.partOf([decision.number]),
  );
  const joint = graph.groupsBelowRoots().flatMap((heads) => graph.partOf(heads));
  const all = [...joint, ...single];
  if (all.length === 0) return NO_PARTS;
  const signature = JSON.stringify(
    all.map(({ heads, privates, inside }) => [
      heads.map(({ decision, delegated }) => [decision.number, delegated]),
      [...inside],
      [...privates].map((variable) => [variable.index, classes.get(variable)]),
    ]),
  );
  const parts = new Map<number, Part[]>();
  for (const part of all) {
    for (const { decision } of part.heads) getOrInsert(parts, decision.number, (): Part[] => []).push(part);
  }
  // The same object each time, so that its results keep their order.
  return getOrInsert(
    getOrInsert(known, program, () => new Map<string, Composition>()),
    signature,
    () => ({ parts, signature }),
  );
}

/** How many combinations of classes some variables have. */
const sizeOf = (variables: Iterable<Variable>, classes: ReadonlyMap<Variable, readonly CodeSet[]>): number =>
  [...variables].reduce((product, variable) => product * Math.max(1, classes.get(variable)?.length ?? 1), 1);

/** Which decision reads what. */
class Graph {
  private readonly reads: ReadonlyMap<number, Reads>;
  private readonly users = new Map<Variable, Set<number>>();
  private readonly callers = new Map<number, Set<number>>();
  /** Variables that are never private. */
  private readonly pinned: ReadonlySet<Variable>;
  private readonly results = new Map<number, ResultsOf>();

  constructor(
    private readonly program: Program,
    private readonly examined: Examined,
  ) {
    const { evaluated, given } = examined;
    this.reads = new Map(evaluated.map((decision) => [decision.number, readsOf(decision, program)]));
    for (const [number, { variables, decisions }] of this.reads) {
      for (const variable of variables) getOrInsert(this.users, variable, () => new Set<number>()).add(number);
      for (const callee of decisions) getOrInsert(this.callers, callee, () => new Set<number>()).add(number);
    }
    const inherited = [...this.reads.values()].flatMap((one) => [...one.inherited]);
    this.pinned = new Set([...given.keys(), ...inherited]);
  }

  /** Some decisions as one part; none where they have too little of their own for that to be worth it. */
  partOf(heads: readonly number[]): Part[] {
    const { classes } = this.examined;
    const inside = this.insideOf(heads);
    const all = this.variablesIn(inside);
    const isPrivate = (variable: Variable): boolean =>
      !this.pinned.has(variable) && [...(this.users.get(variable) ?? [])].every((number) => inside.has(number));
    // The members of a set factor are stated jointly, so they are private jointly.
    const privates = new Set([...all].filter((variable) => groupOf(variable, classes).every(isPrivate)));
    const shared = [...all].filter((variable) => !privates.has(variable));
    if (privates.size === 0 || sizeOf(privates, classes) < sizeOf(shared, classes)) return [];
    return [{ heads: heads.flatMap((number) => this.resultsOf(number)), inside, privates }];
  }

  /** The decisions that the roots read and that share variables, in groups of two at least. */
  groupsBelowRoots(): number[][] {
    const { roots } = this.examined;
    const below = new Set([...roots].flatMap((root) => [...(this.reads.get(root)?.decisions ?? [])]));
    const ofRoots = this.variablesIn(roots);
    let groups: { heads: number[]; variables: ReadonlySet<Variable> }[] = [];
    for (const number of below) {
      if (roots.has(number)) continue;
      const closure = new Set(transitiveDependencies(this.program, [number]).map((one) => one.number));
      const own = new Set([...this.variablesIn(closure)].filter((one) => !ofRoots.has(one) && !this.pinned.has(one)));
      const joined = groups.filter(({ variables }) => [...own].some((variable) => variables.has(variable)));
      groups = [
        ...groups.filter((group) => !joined.includes(group)),
        {
          heads: [...joined.flatMap(({ heads }) => heads), number],
          variables: new Set([...joined.flatMap(({ variables }) => [...variables]), ...own]),
        },
      ];
    }
    return groups.flatMap(({ heads }) => (heads.length > 1 ? [heads] : []));
  }

  private resultsOf(number: number): ResultsOf[] {
    const decision = this.program.decisions[number];
    if (decision === undefined) return [];
    const delegated = [...this.reads.values()].some(({ delegates }) => delegates.has(number));
    return [getOrInsert(this.results, number, () => ({ decision, delegated, values: new Map() }))];
  }

  private variablesIn(numbers: Iterable<number>): Set<Variable> {
    return new Set([...numbers].flatMap((number) => [...(this.reads.get(number)?.variables ?? [])]));
  }

  /** Some decisions, and those of which everything that depends on them is among these: nothing else sees their results. */
  private insideOf(heads: readonly number[]): ReadonlySet<number> {
    const inside = new Set(transitiveDependencies(this.program, heads).map(({ number }) => number));
    for (let before = Infinity; before > inside.size;) {
      before = inside.size;
      for (const one of inside) {
        const isSeen =
          this.examined.roots.has(one) || [...(this.callers.get(one) ?? [])].some((caller) => !inside.has(caller));
        if (!heads.includes(one) && isSeen) inside.delete(one);
      }
    }
    return inside;
  }
}

function readsOf(decision: ProgramDecision, { decisions }: Program): Reads {
  const variables = new Set<Variable>();
  const called = new Set<number>();
  const delegates = new Set<number>();
  const inherited = new Set<Variable>();
  const ofItems = ({ variables: tested, some }: Tests): void => {
    for (const { variable, fallback } of tested) for (const one of [variable, fallback]) if (one) inherited.add(one);
    some.forEach(({ tests }) => {
      ofItems(tests);
    });
  };
  const { body } = decision;
  const polled = body.form === 'vote' ? decisions[body.table] : undefined;
  if (body.form === 'vote') called.add(body.table);
  // A vote tests the rules of the table that it polls.
  for (const { tests, ask } of [...allRules(decision), ...(polled === undefined ? [] : allRules(polled))]) {
    for (const { variable, fallback } of tests.variables) {
      variables.add(variable);
      if (fallback === undefined) continue;
      variables.add(fallback);
      inherited.add(variable).add(fallback);
    }
    for (const outcome of tests.outcomes) called.add(outcome.decision);
    for (const one of tests.some) ofItems(one.tests);
    if (ask === undefined) continue;
    called.add(ask.decision);
    delegates.add(ask.decision);
  }
  return { variables, decisions: called, delegates, inherited };
}

/** The variables that are stated jointly with one. */
const groupOf = (variable: Variable, classes: ReadonlyMap<Variable, unknown>): readonly Variable[] =>
  variable.factor.type === 'set'
    ? [...classes.keys()].filter(({ factor, section }) => factor === variable.factor && section === variable.section)
    : [variable];
