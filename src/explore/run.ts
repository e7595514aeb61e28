import { ownersOf, type Inputs } from '../decide/inputs.js';
import { linkedRoles } from '../decide/linked.js';
import type { Option } from '../decide/choose.js';
import { conflictsAmong, preferredOf, resolve } from '../decide/resolve.js';
import { undecided, type Demands, type Lens, type Undecided, type UndecidedPlace } from '../decide/undecided.js';
import type { Combo } from '../program/combos.js';
import type { Candidate } from '../program/fit.js';
import { UNSTATED } from '../program/domain.js';
import type { Marks } from '../program/marks.js';
import { type Notes, Observed } from '../program/observed.js';
import type { Program } from '../program/program.js';
import { kept } from './kept.js';
import type { Look, Looks, Sight } from './looks.js';
import { environmentIn, type Point } from './point.js';
import type { Move, Question, Reply } from './question.js';

/** Something with all the looks behind it: it is the same wherever they see the same. */
class Held {
  /** The look that told the last point apart. */
  private telling = 0;

  constructor(readonly looks: readonly Look[]) {}

  /** Whether all looks see the same at some point that has the same places. */
  holdsAt(point: Point): boolean {
    // What told another point apart mostly tells this one apart too.
    if (this.looks[this.telling]?.holdsAt(point) === false) return false;
    const telling = this.looks.findIndex((look) => !look.holdsAt(point));
    if (telling < 0) return true;
    this.telling = telling;
    return false;
  }
}

/** What one place offers by itself. */
export class Offer extends Held {
  constructor(
    readonly place: UndecidedPlace,
    /** What it prefers; undefined where nothing can be chosen. */
    readonly preferred: Option | undefined,
    private readonly run: Run,
    readonly marks: Marks,
  ) {
    super(run.looks.of([marks]));
  }

  /** Where nothing can be chosen, what stands beside it makes no difference. */
  get empty(): Seen {
    return new Seen('nothing', this.looks);
  }

  /**
   * What is chosen for some places, this one among them, if what each prefers can run together; undefined where it cannot. They may be of several runs that share
   * their notes: what is chosen is so where all looks see the same.
   */
  beside(offers: readonly Offer[]): Seen[] | undefined {
    const { looks, notes, around } = this.run;
    const places = offers.map(({ place }) => place);
    const picks = offers.map(({ preferred }) => preferred);
    const { result, seen } = notes.during(() => conflictsAmong(places, picks, around, this.place.evaluation.program));
    if (result.length > 0) return undefined;
    const all = looks.of([...offers.map(({ marks }) => marks), seen]);
    return offers.map((offer) =>
      offer.preferred === undefined ? offer.empty : new Seen(offer.preferred.ranked.candidate, all),
    );
  }
}

/** What is chosen for one place, and all that this depends on: with any other reply to any other question, the same is chosen. */
export class Seen extends Held {
  private readonly moves = new WeakMap<readonly Move[], readonly Move[]>();
  private sights?: ReadonlySet<Sight>;
  private sorted?: ReadonlyMap<Question, readonly Look[]>;

  constructor(
    private readonly choice: Candidate | 'nothing' | 'no place',
    looks: readonly Look[],
  ) {
    super(looks);
  }

  /** Whether there is such a place. */
  get exists(): boolean {
    return this.choice !== 'no place';
  }

  /** What is chosen, with what realises an interface in it; undefined where nothing is. */
  get candidate(): Candidate | undefined {
    return typeof this.choice === 'string' ? undefined : this.choice;
  }

  /** The outcomes that are chosen; undefined where there is no such place. */
  get chosen(): Combo | undefined {
    return this.exists ? (this.candidate?.combo ?? []) : undefined;
  }

  /** The same for the same choice, such as `s3@ceph-rgw`. */
  get id(): string {
    return this.candidate?.id ?? '';
  }

  /** What was looked at. */
  get seen(): ReadonlySet<Sight> {
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
    return kept(this.moves, moves, () => moves.filter(({ reply }) => !this.leaves(question, reply)));
  }

  private get byQuestion(): ReadonlyMap<Question, readonly Look[]> {
    if (this.sorted !== undefined) return this.sorted;
    const sorted = new Map<Question, Look[]>();
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

/** The key of a place of the stack: its role, and the name of the item where there is one for each. */
export const placeKey = (role: string, item: string | undefined): string =>
  item === undefined ? role : `${role}/${item}`;

/** Decides for some inputs, and tells what each choice depends on; each place is worked out when it is asked for. */
export class Run {
  private readonly stack: Undecided;
  private readonly offers = new Map<string, Offer>();
  private readonly resolved = new Map<string, Seen>();

  /** @param notes of this run, and of others that it is put together with */
  constructor(
    private readonly program: Program,
    /** What is given. */
    readonly inputs: Inputs,
    demands: Demands,
    asOf: string,
    readonly looks: Looks,
    readonly notes: Notes,
  ) {
    this.stack = undecided(program, inputs, demands, asOf, this.lens());
  }

  /** What is chosen for a place, by its key. */
  at(place: string): Seen {
    const found = this.offer(place);
    if (found === undefined) return new Seen('no place', this.looks.always);
    if (found.preferred === undefined) return found.empty;
    if (!this.resolved.has(place)) this.resolve(this.group(place));
    return this.resolved.get(place) ?? found.empty;
  }

  /** What a place offers by itself; undefined where there is no such place. */
  offer(key: string): Offer | undefined {
    const place = this.stack.places.find((one) => keyOf(one) === key);
    return (
      place &&
      kept(this.offers, key, () => {
        const { result, seen } = this.notes.during(() => preferredOf(place.options));
        return new Offer(place, result, this, seen);
      })
    );
  }

  /** The keys of a place and of all that it may conflict with; none where there is no such place. */
  group(key: string): readonly string[] {
    const place = this.stack.places.find((one) => keyOf(one) === key);
    if (place === undefined) return [];
    const linked = linkedRoles(this.program, place.role);
    return this.stack.places.filter((other) => other === place || linked.has(other.role)).map(keyOf);
  }

  /** The places of the stack, by their keys, in the order of the roles. */
  get places(): string[] {
    return this.stack.places.map(keyOf);
  }

  /** What stands beside the places. */
  get around(): Undecided['around'] {
    return this.stack.around;
  }

  /** What was worked out for one place is not looked at again for another: so all of a group are resolved at once. */
  private resolve(group: readonly string[]): void {
    const offers = group.flatMap((key) => this.offer(key) ?? []);
    const places = offers.map(({ place }) => place);
    const { result, seen } = this.notes.during(() => resolve(places, this.around, this.program));
    const looks = this.looks.of([...offers.map(({ marks }) => marks), seen]);
    offers.forEach((offer, n) => {
      const choice = result.picks[n]?.ranked.candidate ?? 'nothing';
      this.resolved.set(keyOf(offer.place), offer.preferred === undefined ? offer.empty : new Seen(choice, looks));
    });
  }

  private lens(): Lens {
    const { notes, looks, inputs } = this;
    return {
      evaluation: (program, codes, items) => {
        const owners = ownersOf(items, inputs.items);
        return new Observed(program, codes, items, notes, (from) => {
          const lookAt = looks.tests(owners.get(from));
          return (test, outcome) => lookAt(test, from[test.variable.index] !== UNSTATED, outcome)?.number;
        });
      },
      look(role, factor, item, given) {
        notes.note(looks.given(role, factor, item, given).number);
      },
      lookForExisting(technology, exists) {
        notes.note(looks.exists(technology, exists).number);
      },
      lookAround() {
        notes.note(looks.environment(environmentIn(inputs.given)).number);
      },
    };
  }
}

const keyOf = ({ role, item }: UndecidedPlace): string => placeKey(role.id, item?.name);
