import { ownersOf, type Inputs } from '../../decide/inputs/inputs.js';
import type { Option } from '../../decide/stack/choose.js';
import { mayTouchOthers } from '../../decide/stack/role-interactions.js';
import { resolve, type Place } from '../../decide/stack/resolve.js';
import {
  stackContext,
  type Demands,
  type ReadObserver,
  type StackContext,
  type PlaceContext,
} from '../../decide/stack/place-context.js';
import { UNSTATED } from '../../program/ir/domain.js';
import { BitSet } from '../../program/ir/bit-set.js';
import { type ReadLog, TrackingInterpreter } from '../../program/eval/tracking-interpreter.js';
import type { Program, ProgramRole } from '../../program/ir/program.js';
import { getOrInsert } from '../../language/get-or-insert.js';
import { choiceOf, interactingPlaces, keyOfPlace, NO_PLACE, type Choice } from './choice.js';
import type { Dependency, DependencyTable, ReadKey } from './dependencies.js';
import { environmentIn, type InputState } from './input-state.js';
import type { Move, Question, Reply } from './question.js';

/** A result with all its dependencies: it is the same wherever all of them hold. */
class Tracked {
  /** The index of the dependency that failed last; it often fails for the next input state, too. */
  private lastFailed = 0;

  constructor(readonly dependencies: readonly Dependency[]) {}

  /** Whether all dependencies hold in an input state that has the same places. */
  holdsIn(state: InputState): boolean {
    if (this.dependencies[this.lastFailed]?.holdsIn(state) === false) return false;
    const failed = this.dependencies.findIndex((dependency) => !dependency.holdsIn(state));
    if (failed < 0) return true;
    this.lastFailed = failed;
    return false;
  }
}

/** The options of one place, without regard to other places. */
export class LocalOptions extends Tracked {
  constructor(
    readonly place: PlaceContext,
    /** The fallbacks, the best first; undefined where the rules name an option. */
    readonly fallbacks: readonly Option[] | undefined,
    readonly reads: BitSet,
    dependencies: readonly Dependency[],
    /** Whether the preferred option is chosen whatever the other places contain. */
    private readonly isForced: boolean,
  ) {
    super(dependencies);
  }

  /** The choice where it does not depend on other places: a forced one, one that nothing is linked with, or none because there is no option. Undefined elsewhere. */
  get independentChoice(): TrackedChoice | undefined {
    const { options, evaluation } = this.place;
    const preferred = options.named[0] ?? this.fallbacks?.[0];
    return preferred === undefined || this.isForced || !mayTouchOthers(preferred.ranked.candidate, evaluation.program)
      ? new TrackedChoice(choiceOf(preferred), this.dependencies)
      : undefined;
  }
}

/** The candidates that the facts put in a place in place of what the rules name. */
export class Fallbacks extends Tracked {
  constructor(
    readonly options: readonly Option[],
    readonly reads: BitSet,
    dependencies: readonly Dependency[],
  ) {
    super(dependencies);
  }
}

/** The choice for one place with its read set: a reply to a question that is not in it makes no difference. */
export class TrackedChoice extends Tracked {
  private readonly cachedRelevantMoves = new WeakMap<readonly Move[], readonly Move[]>();
  private cachedReadSet?: ReadonlySet<ReadKey>;
  private cachedByQuestion?: ReadonlyMap<Question, readonly Dependency[]>;

  constructor(
    readonly choice: Choice,
    dependencies: readonly Dependency[],
  ) {
    super(dependencies);
  }

  /** What was read. */
  get readSet(): ReadonlySet<ReadKey> {
    return (this.cachedReadSet ??= new Set(this.dependencies.flatMap(({ keys }) => keys)));
  }

  /** The questions whose replies were read. */
  get questions(): Iterable<Question> {
    return this.byQuestion.keys();
  }

  /** Whether another reply to a question leaves all dependencies, and so the choice, as they are. Several replies for which this holds make no difference jointly, either. */
  isUnaffectedBy(question: Question, reply: Reply): boolean {
    return this.byQuestion.get(question)?.every((dependency) => dependency.unaffectedBy(question, reply)) ?? true;
  }

  /** The moves of a list that change some dependency. */
  relevantMoves(question: Question, moves: readonly Move[]): readonly Move[] {
    return getOrInsert(this.cachedRelevantMoves, moves, () =>
      moves.filter(({ reply }) => !this.isUnaffectedBy(question, reply)),
    );
  }

  private get byQuestion(): ReadonlyMap<Question, readonly Dependency[]> {
    if (this.cachedByQuestion !== undefined) return this.cachedByQuestion;
    const sorted = new Map<Question, Dependency[]>();
    for (const dependency of this.dependencies) {
      for (const { question } of dependency.keys) {
        const list = sorted.get(question);
        if (list === undefined) sorted.set(question, [dependency]);
        else if (list.at(-1) !== dependency) list.push(dependency);
      }
    }
    return (this.cachedByQuestion = sorted);
  }
}

/** What all tracked decisions for one workload share. */
export interface TrackingContext {
  readonly program: Program;
  readonly demands: Demands;
  readonly asOf: string;
  readonly dependencies: DependencyTable;
  /** Of all decisions, so that their read sets can be joined. */
  readonly readLog: ReadLog;
  /** The roles for which the demands leave one choice. */
  readonly forcedRoles: ReadonlySet<ProgramRole>;
}

/** Decides for some inputs, and records what each choice depends on; each place is computed on demand. */
export class TrackedDecision {
  private readonly stack: StackContext;
  private readonly localOptionsByPlace = new Map<string, LocalOptions>();
  private readonly fallbacksByPlace = new Map<string, Fallbacks>();

  constructor(
    private readonly context: TrackingContext,
    private readonly inputs: Inputs,
  ) {
    const { program, demands, asOf } = context;
    this.stack = stackContext(program, inputs, demands, asOf, this.observer());
  }

  /** The choice for a key of which there is no place. */
  get absent(): TrackedChoice {
    return new TrackedChoice(NO_PLACE, this.context.dependencies.ofPlaces);
  }

  /**
   * Chooses for some places jointly. Their options may come from other decisions of the same context, if they hold here.
   *
   * @param fallbacksOf gives the fallbacks of a place by its key; called only if the options that the rules name conflict
   * @returns the choices by the keys of the places
   */
  resolveJointly(
    offers: readonly LocalOptions[],
    fallbacksOf: (key: string) => Fallbacks,
  ): ReadonlyMap<string, TrackedChoice> {
    const { stack } = this;
    const { dependencies, readLog, program } = this.context;
    const places = offers.map(({ place, fallbacks }): Place => {
      const key = keyOfPlace(place);
      const fallbacksHere = (): readonly Option[] => {
        if (fallbacks !== undefined) return fallbacks;
        const { options, reads } = fallbacksOf(key);
        readLog.recordAll(reads);
        return options;
      };
      const { evaluation } = this.place(key);
      return { role: place.role, evaluation, options: { ...place.options, fallbacks: fallbacksHere } };
    });
    const { result, seen } = readLog.scoped(() => resolve(places, stack.surroundings, program));
    const all = dependencies.withNumbers([...offers.map(({ reads }) => reads), seen]);
    return new Map(
      offers.map((offer, n): [string, TrackedChoice] => [
        keyOfPlace(offer.place),
        offer.independentChoice ?? new TrackedChoice(choiceOf(result.picks[n]), all),
      ]),
    );
  }

  /** The options of a place, without regard to other places. */
  localOptions(key: string): LocalOptions {
    return getOrInsert(this.localOptionsByPlace, key, () => {
      const { readLog, dependencies, forcedRoles } = this.context;
      const place = this.place(key);
      const { result, seen } = readLog.scoped(() => {
        const { named, fallbacks } = place.options;
        return named.length > 0 ? undefined : fallbacks();
      });
      const isCertain = forcedRoles.has(place.role);
      // A forced choice depends on nothing that was read to find it.
      const marks = isCertain ? new BitSet() : seen;
      return new LocalOptions(place, result, marks, dependencies.withNumbers([marks]), isCertain);
    });
  }

  /** The candidates that the facts put in a place. */
  fallbacks(key: string): Fallbacks {
    // The fallbacks also depend on what the options read.
    const { place, reads } = this.localOptions(key);
    return getOrInsert(this.fallbacksByPlace, key, () => {
      const { readLog, dependencies } = this.context;
      const { result, seen } = readLog.scoped(place.options.fallbacks);
      seen.addAll(reads);
      return new Fallbacks(result, seen, dependencies.withNumbers([seen]));
    });
  }

  private place(key: string): PlaceContext {
    const place = this.stack.places.find((one) => keyOfPlace(one) === key);
    if (place === undefined) throw new RangeError(`no place ${key}`);
    return place;
  }

  /** The keys of a place and of all places that it may conflict with; empty if there is no such place. */
  interactingPlaces(key: string): readonly string[] {
    return interactingPlaces(key, this.stack, this.context.program);
  }

  /** The places of the stack, by their keys, in the order of the roles. */
  get places(): string[] {
    return this.stack.places.map(keyOfPlace);
  }

  private observer(): ReadObserver {
    const { inputs } = this;
    const { readLog, dependencies } = this.context;
    return {
      evaluation: (program, codes, items) => {
        const owners = ownersOf(items, inputs.items);
        return new TrackingInterpreter(program, codes, items, readLog, (from) => {
          const dependencyOf = dependencies.onTest(owners.get(from));
          return (test, outcome) => dependencyOf(test, from[test.variable.index] !== UNSTATED, outcome)?.number;
        });
      },
      readFactor(role, factor, item, given) {
        const dependency = dependencies.onInput(role, factor, item, given);
        if (dependency !== undefined) readLog.record(dependency.number);
      },
      readExisting(technology, exists) {
        readLog.record(dependencies.onTechnology(technology, exists).number);
      },
      readEnvironment() {
        readLog.record(dependencies.onStatedEnvironment(environmentIn(inputs.given)).number);
      },
    };
  }
}
