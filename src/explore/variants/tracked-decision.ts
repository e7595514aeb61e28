import { ownersOf, type Inputs } from '../../decide/inputs/inputs.js';
import type { Option } from '../../decide/stack/choose.js';
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

/** Something with all the looks behind it: it is the same wherever they see the same. */
class Tracked {
  /** The look that told the last point apart. */
  private lastChanged = 0;

  constructor(readonly dependencies: readonly Dependency[]) {}

  /** Whether all looks see the same at some point that has the same places. */
  holdsIn(point: InputState): boolean {
    // What told another point apart mostly tells this one apart too.
    if (this.dependencies[this.lastChanged]?.holdsIn(point) === false) return false;
    const telling = this.dependencies.findIndex((look) => !look.holdsIn(point));
    if (telling < 0) return true;
    this.lastChanged = telling;
    return false;
  }
}

/** What one place offers by itself. */
export class LocalOptions extends Tracked {
  constructor(
    readonly place: PlaceContext,
    /** What the facts put there, the best first, where the rules name nothing that will do. */
    readonly fallbacks: readonly Option[] | undefined,
    readonly reads: BitSet,
    looks: readonly Dependency[],
    /** Whether nothing that stands beside it can keep out what it prefers. */
    private readonly isForced: boolean,
  ) {
    super(looks);
  }

  /** What is chosen where that does not hang on what stands beside it: what is certain, or nothing where nothing can be. */
  get independentChoice(): TrackedChoice | undefined {
    const preferred = this.place.options.named[0] ?? this.fallbacks?.[0];
    return preferred === undefined || this.isForced
      ? new TrackedChoice(choiceOf(preferred), this.dependencies)
      : undefined;
  }
}

/** What the facts put in a place instead of what the rules name. */
export class Fallbacks extends Tracked {
  constructor(
    readonly options: readonly Option[],
    readonly reads: BitSet,
    looks: readonly Dependency[],
  ) {
    super(looks);
  }
}

/** What is chosen for one place, and all that this depends on: with any other reply to any other question, the same is chosen. */
export class TrackedChoice extends Tracked {
  private readonly cachedRelevantMoves = new WeakMap<readonly Move[], readonly Move[]>();
  private cachedReadSet?: ReadonlySet<ReadKey>;
  private cachedByQuestion?: ReadonlyMap<Question, readonly Dependency[]>;

  constructor(
    readonly choice: Choice,
    looks: readonly Dependency[],
  ) {
    super(looks);
  }

  /** What was looked at. */
  get readSet(): ReadonlySet<ReadKey> {
    return (this.cachedReadSet ??= new Set(this.dependencies.flatMap(({ keys }) => keys)));
  }

  /** The questions whose replies were looked at. */
  get questions(): Iterable<Question> {
    return this.byQuestion.keys();
  }

  /** Whether another reply to a question would make no difference to any look, and so none to what is chosen; of several such replies, all together make none. */
  isUnaffectedBy(question: Question, reply: Reply): boolean {
    return this.byQuestion.get(question)?.every((look) => look.unaffectedBy(question, reply)) ?? true;
  }

  /** Of some moves, those that some look would see. */
  relevantMoves(question: Question, moves: readonly Move[]): readonly Move[] {
    return getOrInsert(this.cachedRelevantMoves, moves, () =>
      moves.filter(({ reply }) => !this.isUnaffectedBy(question, reply)),
    );
  }

  private get byQuestion(): ReadonlyMap<Question, readonly Dependency[]> {
    if (this.cachedByQuestion !== undefined) return this.cachedByQuestion;
    const sorted = new Map<Question, Dependency[]>();
    for (const look of this.dependencies) {
      for (const { question } of look.keys) {
        const list = sorted.get(question);
        if (list === undefined) sorted.set(question, [look]);
        else if (list.at(-1) !== look) list.push(look);
      }
    }
    return (this.cachedByQuestion = sorted);
  }
}

/** What all runs for one workload share. */
export interface TrackingContext {
  readonly program: Program;
  readonly demands: Demands;
  readonly asOf: string;
  readonly dependencies: DependencyTable;
  /** Of all runs, which are put together. */
  readonly readLog: ReadLog;
  /** The roles for which the demands leave one choice. */
  readonly forcedRoles: ReadonlySet<ProgramRole>;
}

/** Decides for some inputs, and tells what each choice depends on; each place is worked out when it is asked for. */
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

  /** What there is where there is no place of some key. */
  get absent(): TrackedChoice {
    return new TrackedChoice(NO_PLACE, this.context.dependencies.ofPlaces);
  }

  /**
   * What is chosen for some places. What they offer may be remembered of other runs that share their notes, where it holds here too.
   *
   * @param restOf gives what the facts put in a place by its key; only asked where what the rules name cannot run together
   * @returns by the keys of the places
   */
  resolveJointly(
    offers: readonly LocalOptions[],
    restOf: (key: string) => Fallbacks,
  ): ReadonlyMap<string, TrackedChoice> {
    const { stack } = this;
    const { dependencies, readLog, program } = this.context;
    const places = offers.map(({ place, fallbacks }): Place => {
      const key = keyOfPlace(place);
      const restHere = (): readonly Option[] => {
        if (fallbacks !== undefined) return fallbacks;
        const { options, reads } = restOf(key);
        readLog.recordAll(reads);
        return options;
      };
      const { evaluation } = this.place(key);
      return { role: place.role, evaluation, options: { ...place.options, fallbacks: restHere } };
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

  /** What a place offers by itself. */
  localOptions(key: string): LocalOptions {
    return getOrInsert(this.localOptionsByPlace, key, () => {
      const { readLog, dependencies, forcedRoles } = this.context;
      const place = this.place(key);
      const { result, seen } = readLog.scoped(() => {
        const { named, fallbacks } = place.options;
        return named.length > 0 ? undefined : fallbacks();
      });
      const isCertain = forcedRoles.has(place.role);
      // What is certain hangs on nothing that was looked at to find it.
      const marks = isCertain ? new BitSet() : seen;
      return new LocalOptions(place, result, marks, dependencies.withNumbers([marks]), isCertain);
    });
  }

  /** What the facts put in a place. */
  fallbacks(key: string): Fallbacks {
    // What it offers is not looked at again for the rest.
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

  /** The keys of a place and of all that it may conflict with; none where there is no such place. */
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
          const lookAt = dependencies.onTest(owners.get(from));
          return (test, outcome) => lookAt(test, from[test.variable.index] !== UNSTATED, outcome)?.number;
        });
      },
      readFactor(role, factor, item, given) {
        readLog.record(dependencies.onInput(role, factor, item, given).number);
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
