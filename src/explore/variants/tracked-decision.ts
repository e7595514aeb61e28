import { ownersOf, type Inputs } from '../../decide/inputs/inputs.js';
import type { Option } from '../../decide/stack/choose.js';
import { resolve } from '../../decide/stack/resolve.js';
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
import { choiceOf, groupOf, keyOfPlace, NO_PLACE, type Choice } from './choice.js';
import type { Dependency, DependencyTable, ReadKey } from './dependencies.js';
import { environmentIn, type InputState } from './input-state.js';
import type { Move, Question, Reply } from './question.js';

/** Something with all the looks behind it: it is the same wherever they see the same. */
class Tracked {
  /** The look that told the last point apart. */
  private telling = 0;

  constructor(readonly looks: readonly Dependency[]) {}

  /** Whether all looks see the same at some point that has the same places. */
  holdsAt(point: InputState): boolean {
    // What told another point apart mostly tells this one apart too.
    if (this.looks[this.telling]?.holdsAt(point) === false) return false;
    const telling = this.looks.findIndex((look) => !look.holdsAt(point));
    if (telling < 0) return true;
    this.telling = telling;
    return false;
  }
}

/** What one place offers by itself. */
export class LocalOptions extends Tracked {
  constructor(
    readonly place: PlaceContext,
    /** What the facts put there, the best first, where the rules name nothing that will do. */
    readonly rest: readonly Option[] | undefined,
    readonly marks: BitSet,
    looks: readonly Dependency[],
    /** Whether nothing that stands beside it can keep out what it prefers. */
    private readonly isCertain: boolean,
  ) {
    super(looks);
  }

  /** What is chosen where that does not hang on what stands beside it: what is certain, or nothing where nothing can be. */
  get alone(): TrackedChoice | undefined {
    const preferred = this.place.options.named[0] ?? this.rest?.[0];
    return preferred === undefined || this.isCertain ? new TrackedChoice(choiceOf(preferred), this.looks) : undefined;
  }
}

/** What the facts put in a place instead of what the rules name. */
export class Fallbacks extends Tracked {
  constructor(
    readonly options: readonly Option[],
    readonly marks: BitSet,
    looks: readonly Dependency[],
  ) {
    super(looks);
  }
}

/** What is chosen for one place, and all that this depends on: with any other reply to any other question, the same is chosen. */
export class TrackedChoice extends Tracked {
  private readonly moves = new WeakMap<readonly Move[], readonly Move[]>();
  private sights?: ReadonlySet<ReadKey>;
  private sorted?: ReadonlyMap<Question, readonly Dependency[]>;

  constructor(
    readonly choice: Choice,
    looks: readonly Dependency[],
  ) {
    super(looks);
  }

  /** What was looked at. */
  get seen(): ReadonlySet<ReadKey> {
    return (this.sights ??= new Set(this.looks.flatMap(({ sights }) => sights)));
  }

  /** The questions whose replies were looked at. */
  get questions(): Iterable<Question> {
    return this.byQuestion.keys();
  }

  /** Whether another reply to a question would make no difference to any look, and so none to what is chosen; of several such replies, all together make none. */
  leaves(question: Question, reply: Reply): boolean {
    return this.byQuestion.get(question)?.every((look) => look.same(question, reply)) ?? true;
  }

  /** Of some moves, those that some look would see. */
  seeing(question: Question, moves: readonly Move[]): readonly Move[] {
    return getOrInsert(this.moves, moves, () => moves.filter(({ reply }) => !this.leaves(question, reply)));
  }

  private get byQuestion(): ReadonlyMap<Question, readonly Dependency[]> {
    if (this.sorted !== undefined) return this.sorted;
    const sorted = new Map<Question, Dependency[]>();
    for (const look of this.looks) {
      for (const { question } of look.sights) {
        const list = sorted.get(question);
        if (list === undefined) sorted.set(question, [look]);
        else if (list.at(-1) !== look) list.push(look);
      }
    }
    return (this.sorted = sorted);
  }
}

/** What all runs for one workload share. */
export interface TrackingContext {
  readonly program: Program;
  readonly demands: Demands;
  readonly asOf: string;
  readonly looks: DependencyTable;
  /** Of all runs, which are put together. */
  readonly notes: ReadLog;
  /** The roles for which the demands leave one choice. */
  readonly certain: ReadonlySet<ProgramRole>;
}

/** Decides for some inputs, and tells what each choice depends on; each place is worked out when it is asked for. */
export class TrackedDecision {
  private readonly stack: StackContext;
  private readonly offers = new Map<string, LocalOptions>();
  private readonly rests = new Map<string, Fallbacks>();

  constructor(
    private readonly setting: TrackingContext,
    private readonly inputs: Inputs,
  ) {
    const { program, demands, asOf } = setting;
    this.stack = stackContext(program, inputs, demands, asOf, this.lens());
  }

  /** What there is where there is no place of some key. */
  get nowhere(): TrackedChoice {
    return new TrackedChoice(NO_PLACE, this.setting.looks.always);
  }

  /**
   * What is chosen for some places. What they offer may be remembered of other runs that share their notes, where it holds here too.
   *
   * @param restOf gives what the facts put in a place by its key; only asked where what the rules name cannot run together
   * @returns by the keys of the places
   */
  together(offers: readonly LocalOptions[], restOf: (key: string) => Fallbacks): ReadonlyMap<string, TrackedChoice> {
    const { stack } = this;
    const { looks, notes, program } = this.setting;
    const places = offers.map(({ place, rest }) => {
      const key = keyOfPlace(place);
      const restHere = (): readonly Option[] => {
        if (rest !== undefined) return rest;
        const { options, marks } = restOf(key);
        notes.recordAll(marks);
        return options;
      };
      const { evaluation } = this.place(key);
      return { role: place.role, evaluation, options: { ...place.options, rest: restHere } };
    });
    const { result, seen } = notes.scoped(() => resolve(places, stack.around, program));
    const all = looks.of([...offers.map(({ marks }) => marks), seen]);
    return new Map(
      offers.map((offer, n): [string, TrackedChoice] => [
        keyOfPlace(offer.place),
        offer.alone ?? new TrackedChoice(choiceOf(result.picks[n]), all),
      ]),
    );
  }

  /** What a place offers by itself. */
  offer(key: string): LocalOptions {
    return getOrInsert(this.offers, key, () => {
      const { notes, looks, certain } = this.setting;
      const place = this.place(key);
      const { result, seen } = notes.scoped(() => {
        const { named, rest } = place.options;
        return named.length > 0 ? undefined : rest();
      });
      const isCertain = certain.has(place.role);
      // What is certain hangs on nothing that was looked at to find it.
      const marks = isCertain ? new BitSet() : seen;
      return new LocalOptions(place, result, marks, looks.of([marks]), isCertain);
    });
  }

  /** What the facts put in a place. */
  rest(key: string): Fallbacks {
    // What it offers is not looked at again for the rest.
    const { place, marks } = this.offer(key);
    return getOrInsert(this.rests, key, () => {
      const { notes, looks } = this.setting;
      const { result, seen } = notes.scoped(place.options.rest);
      seen.addAll(marks);
      return new Fallbacks(result, seen, looks.of([seen]));
    });
  }

  private place(key: string): PlaceContext {
    const place = this.stack.places.find((one) => keyOfPlace(one) === key);
    if (place === undefined) throw new RangeError(`no place ${key}`);
    return place;
  }

  /** The keys of a place and of all that it may conflict with; none where there is no such place. */
  group(key: string): readonly string[] {
    return groupOf(key, this.stack, this.setting.program);
  }

  /** The places of the stack, by their keys, in the order of the roles. */
  get places(): string[] {
    return this.stack.places.map(keyOfPlace);
  }

  private lens(): ReadObserver {
    const { inputs } = this;
    const { notes, looks } = this.setting;
    return {
      evaluation: (program, codes, items) => {
        const owners = ownersOf(items, inputs.items);
        return new TrackingInterpreter(program, codes, items, notes, (from) => {
          const lookAt = looks.tests(owners.get(from));
          return (test, outcome) => lookAt(test, from[test.variable.index] !== UNSTATED, outcome)?.number;
        });
      },
      look(role, factor, item, given) {
        notes.record(looks.given(role, factor, item, given).number);
      },
      lookForExisting(technology, exists) {
        notes.record(looks.exists(technology, exists).number);
      },
      lookAround() {
        notes.record(looks.environment(environmentIn(inputs.given)).number);
      },
    };
  }
}
