import { getOrInsert } from '../../language/get-or-insert.js';
import type { OutputValue } from '../../language/outputs/values.js';
import { has, range, type Codes, type CodeSet } from '../../program/ir/codes.js';
import { UNSTATED, type Variable } from '../../program/ir/domain.js';
import type { Result } from '../../program/eval/evaluation.js';
import type { Program, ProgramDecision } from '../../program/ir/program.js';
import type { SomeTest } from '../../program/ir/tests.js';
import { codeIn } from '../geometry/region.js';
import type { Composition, Part, ResultsOf } from './composition.js';
import {
  isChoice,
  MemoInterpreter,
  type PartChoice,
  type JointResult,
  type DecisionTries,
  type TrieRead,
} from './decision-trie.js';

const UNKNOWN = -1;

/** A variable with its known codes and one of them. The list of earlier ones is shared between cases. */
interface KnownSet {
  readonly variable: Variable;
  readonly set: CodeSet;
  readonly code: number;
  readonly before: KnownSet | undefined;
}

/** What is known of an input while it is examined. */
export interface Known {
  readonly last: KnownSet | undefined;
  readonly some: ReadonlyMap<SomeTest, boolean>;
  readonly choices: ReadonlyMap<PartChoice, number>;
}

export const NOTHING_KNOWN: Known = { last: undefined, some: new Map(), choices: new Map() };

export const withSet = ({ last: before, ...known }: Known, variable: Variable, set: CodeSet): Known => ({
  ...known,
  last: { variable, set, code: codeIn(set), before },
});

/** The known sets of variables, the last first. */
export function* setsOf({ last }: Pick<Known, 'last'>): Iterable<KnownSet> {
  for (let one = last; one !== undefined; one = one.before) yield one;
}

/** The codes of one input that is as known. */
export const codesKnown = (known: Known): Map<Variable, number> =>
  new Map([
    ...[...setsOf(known)].reverse().map(({ variable, code }) => [variable, code] as const),
    ...[...known.choices].flatMap(([{ options }, n]) => [...(options[n]?.example ?? [])]),
  ]);

/** All that can be found where something unknown is read. */
export function splitBy(missing: TrieRead, known: Known, classes: Classes): Known[] {
  if (isChoice(missing)) {
    return missing.options.map((_, n) => ({ ...known, choices: new Map([...known.choices, [missing, n]]) }));
  }
  if ('kind' in missing) {
    return [true, false].map((holds) => ({ ...known, some: new Map([...known.some, [missing, holds]]) }));
  }
  return possibleClasses(missing, classes.get(missing) ?? [], known).map((set) => withSet(known, missing, set));
}

/** By variable, its classes: disjoint code sets within which no test distinguishes. */
type Classes = ReadonlyMap<Variable, readonly CodeSet[]>;

/** The classes that are possible for a member of a set factor, given the other members: all are stated or none is. */
function possibleClasses({ factor, section }: Variable, classes: readonly CodeSet[], known: Known): readonly CodeSet[] {
  if (factor.type !== 'set') return classes;
  const other = [...setsOf(known)].find(({ variable }) => variable.factor === factor && variable.section === section);
  if (other === undefined) return classes;
  return has(other.set, UNSTATED) ? [range(UNSTATED, UNSTATED)] : classes.filter((set) => !has(set, UNSTATED));
}

/** Thrown where there are too many inputs of a part to enumerate its results. It is one object, as it carries nothing. */
export const TOO_MANY = new Error('there are too many cases');

/** What all probes of one examination share. */
export interface ProbeContext {
  readonly program: Program;
  readonly tries: DecisionTries;
  readonly inherited: ReadonlySet<Variable>;
  readonly composition: Composition;
  readonly classes: Classes;
  /** How many more inputs of parts may be evaluated. */
  inputsLeft: number;
}

/** Evaluates decisions for what is known. */
export class Probe extends MemoInterpreter {
  protected readonly tries: DecisionTries;
  protected readonly inherited: ReadonlySet<Variable>;

  /**
   * @param around what a part is enumerated for
   * @param enumerated that part
   */
  constructor(
    private readonly context: ProbeContext,
    private readonly known: Known,
    private readonly around?: Probe,
    private readonly enumerated?: Part,
  ) {
    const codes: Codes = around?.codes.slice() ?? new Int32Array(context.program.variables.length).fill(UNKNOWN);
    for (const { variable, code } of setsOf(known)) codes[variable.index] = code;
    super(context.program, codes, new Map());
    this.tries = context.tries;
    this.inherited = context.inherited;
  }

  protected override knownValue(read: TrieRead): number | undefined {
    if (isChoice(read)) return this.known.choices.get(read) ?? this.around?.knownValue(read);
    if ('kind' in read) {
      const holds = this.known.some.get(read);
      return holds === undefined ? this.around?.knownValue(read) : Number(holds);
    }
    const code = this.codes[read.index] ?? UNKNOWN;
    return code === UNKNOWN ? undefined : code;
  }

  protected override partOf({ number }: ProgramDecision): Part | undefined {
    return this.context.composition.parts.get(number)?.find((part) => !this.isEnumerated(part));
  }

  private isEnumerated(part: Part): boolean {
    return this.enumerated === part || this.around?.isEnumerated(part) === true;
  }

  protected override choiceOf(part: Part): PartChoice {
    const isInner = (read: TrieRead): boolean => {
      if (isChoice(read)) return read.part.heads.every(({ decision }) => part.inside.has(decision.number));
      return !('kind' in read) && part.privates.has(read);
    };
    const options = new Map<string, JointResult>();
    const open: Known[] = [NOTHING_KNOWN];
    for (let known = open.pop(); known !== undefined; known = open.pop()) {
      if (this.context.inputsLeft-- <= 0) throw TOO_MANY;
      const inner = new Probe(this.context, known, this, part);
      const missing = inner.firstMissing(() => {
        for (const { decision } of part.heads) inner.decide(decision.number);
      });
      // What it depends on otherwise, this evaluation depends on.
      for (const read of inner.allReads.keys()) if (!isInner(read)) this.readValue(read);
      if (missing === undefined) {
        const results = part.heads.map(({ decision }) => inner.decide(decision.number));
        const values = part.heads.map((head, n) => valueIn(head, results[n] ?? []));
        const key = values.join();
        if (!options.has(key)) options.set(key, { values, results, example: codesKnown(known) });
      } else if (isInner(missing)) {
        open.push(...splitBy(missing, known, this.context.classes).toReversed());
      } else this.readValue(missing);
    }
    return { kind: 'choice', part, options: [...options.values()] };
  }
}

/** The position of results among those of a decision; new ones are added. */
function valueIn({ values, delegated }: ResultsOf, results: readonly Result<OutputValue>[]): number {
  const key = JSON.stringify(
    results.map(({ answer, hits }) => [answer, delegated ? hits.map(({ rule }) => rule.id) : hits.length > 0]),
  );
  getOrInsert(values, key, () => results);
  return [...values.keys()].indexOf(key);
}
