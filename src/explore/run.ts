import type { GivenItem, Inputs } from '../decide/inputs.js';
import { linkedRoles } from '../decide/linked.js';
import { resolve } from '../decide/resolve.js';
import { undecided, type Demands, type Lens, type Undecided, type UndecidedPlace } from '../decide/undecided.js';
import type { Codes } from '../program/codes.js';
import type { Combo } from '../program/combos.js';
import { UNSTATED } from '../program/domain.js';
import type { Marks } from '../program/marks.js';
import { Notes, Observed } from '../program/observed.js';
import type { Program } from '../program/program.js';
import { kept } from './kept.js';
import type { Look, Looks, Sight } from './looks.js';
import { environmentIn, type Point } from './point.js';
import type { Question, Reply } from './question.js';

/** What is chosen for one place, and all that this depends on: with any other reply to any other question, the same is chosen. */
export class Seen {
  private sights?: ReadonlySet<Sight>;
  private sorted?: ReadonlyMap<Question, readonly Look[]>;

  constructor(
    /** Undefined where there is no such place. */
    readonly chosen: Combo | undefined,
    private readonly looks: readonly Look[],
  ) {}

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

  /** Whether all looks see the same at some point that has the same places, so that the same is chosen there. */
  holdsAt(point: Point): boolean {
    return this.looks.every((look) => look.holdsAt(point));
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
  private readonly notes = new Notes();
  private readonly stack: Undecided;
  private readonly alone = new Map<UndecidedPlace, { readonly empty: boolean; readonly seen: Marks }>();
  private readonly resolved = new Map<string, ReadonlyMap<string, Seen>>();

  constructor(
    private readonly program: Program,
    /** What is given. */
    readonly inputs: Inputs,
    demands: Demands,
    asOf: string,
    private readonly looks: Looks,
  ) {
    this.stack = undecided(program, inputs, demands, asOf, this.lens());
  }

  /** What is chosen for a place, by its key. */
  at(place: string): Seen {
    return this.with(place).get(place) ?? new Seen(undefined, this.looks.always);
  }

  /** What is chosen for a place and for all that it may conflict with, by their keys; nothing where there is no such place. */
  with(place: string): ReadonlyMap<string, Seen> {
    const found = this.stack.places.find((one) => keyOf(one) === place);
    if (found === undefined) return new Map();
    if (this.byItself(found).empty) return new Map([[place, this.empty(found)]]);
    return kept(this.resolved, place, () => this.among(found));
  }

  /** The places of the stack, by their keys, in the order of the roles. */
  get places(): string[] {
    return this.stack.places.map(keyOf);
  }

  private byItself(place: UndecidedPlace): { readonly empty: boolean; readonly seen: Marks } {
    return kept(this.alone, place, () => {
      const { result, seen } = this.notes.during(() => {
        const { named, rest } = place.options;
        return named.length === 0 && rest().length === 0;
      });
      return { empty: result, seen };
    });
  }

  private among(place: UndecidedPlace): ReadonlyMap<string, Seen> {
    const linked = linkedRoles(this.program, place.role);
    const group = this.stack.places.filter((other) => other === place || linked.has(other.role));
    const each = group.map((other) => this.byItself(other).seen);
    const { result, seen } = this.notes.during(() => resolve(group, this.stack.around, this.program));
    const looks = this.looks.of([...each, seen]);
    return new Map(
      group.map((other, n) => {
        const chosen = result.picks[n]?.ranked.candidate.combo ?? [];
        return [keyOf(other), this.byItself(other).empty ? this.empty(other) : new Seen(chosen, looks)];
      }),
    );
  }

  /** Where nothing can be chosen, what stands beside it makes no difference. */
  private empty(place: UndecidedPlace): Seen {
    return new Seen([], this.looks.of([this.byItself(place).seen]));
  }

  private lens(): Lens {
    const { notes, looks, inputs } = this;
    return {
      evaluation: (program, codes, items) => {
        const itemOf = new Map<Codes, GivenItem>();
        for (const [collection, list] of items) {
          const here = inputs.items.filter((item) => item.collection === collection);
          here.forEach((item, n) => itemOf.set(list[n] ?? codes, item));
        }
        return new Observed(program, codes, items, notes, (from) => {
          const lookAt = looks.tests(itemOf.get(from));
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
