import type { Inputs } from '../decide/inputs.js';
import { linkedRoles } from '../decide/linked.js';
import { resolve } from '../decide/resolve.js';
import { undecided, type Demands, type Lens, type Undecided, type UndecidedPlace } from '../decide/undecided.js';
import type { Codes } from '../program/codes.js';
import type { Combo } from '../program/combos.js';
import type { Variable } from '../program/domain.js';
import { Notes, Observed } from '../program/observed.js';
import type { Program } from '../program/program.js';
import { questionKey, type Question, type Questions } from './question.js';

/** Something that a decision looked at: what is replied to a question, or of a set whether one member is in it. */
export interface Sight {
  readonly question: Question;
  readonly member?: string;
}

/** What is chosen for one place, and all that this depends on: with any other reply to any other question, the same is chosen. */
export interface Seen {
  /** Undefined where there is no such place. */
  readonly chosen: Combo | undefined;
  readonly seen: ReadonlySet<Sight>;
}

/** In the place of a member: whether anything is stated of a set, be it that it is empty. */
export const STATED = '';

/** The key of a place of the stack: its role, and the name of the item where there is one for each. */
export const placeKey = (role: string, item: string | undefined): string =>
  item === undefined ? role : `${role}/${item}`;

/** Decides for some inputs, and tells what each choice depends on; each place is worked out when it is asked for. */
export class Run {
  private readonly notes = new Notes<Sight>();
  private readonly sights = new Map<string, Sight>();
  private readonly stack: Undecided;
  private readonly alone = new Map<UndecidedPlace, { readonly empty: boolean; readonly seen: ReadonlySet<Sight> }>();
  private readonly resolved = new Map<UndecidedPlace, Seen>();

  constructor(
    private readonly program: Program,
    /** What is given. */
    readonly inputs: Inputs,
    demands: Demands,
    asOf: string,
    private readonly questions: Questions,
    /** The collections of which the workload itself lists items. */
    private readonly listed: ReadonlySet<string>,
  ) {
    // What is asked of the items here has to be known by its key.
    for (const item of inputs.items) questions.of(item);
    this.stack = undecided(program, inputs, demands, asOf, this.lens());
  }

  /** What is chosen for a place, by its key. */
  at(place: string): Seen {
    const n = this.stack.places.findIndex(({ role, item }) => placeKey(role.id, item?.name) === place);
    const found = this.stack.places[n];
    if (found === undefined) return { chosen: undefined, seen: new Set(this.always()) };
    const { empty, seen } = this.byItself(found);
    // Where nothing can be chosen, what stands beside it makes no difference.
    if (empty) return { chosen: [], seen: new Set([...this.always(), ...seen]) };
    return this.among(found);
  }

  /** The places of the stack, by their keys, in the order of the roles. */
  get places(): string[] {
    return this.stack.places.map(({ role, item }) => placeKey(role.id, item?.name));
  }

  private byItself(place: UndecidedPlace): { readonly empty: boolean; readonly seen: ReadonlySet<Sight> } {
    let known = this.alone.get(place);
    if (known === undefined) {
      const { result, seen } = this.notes.during(() => {
        const { named, rest } = place.options;
        return named.length === 0 && rest().length === 0;
      });
      this.alone.set(place, (known = { empty: result, seen }));
    }
    return known;
  }

  /** What is chosen for a place among all that it may conflict with. */
  private among(place: UndecidedPlace): Seen {
    const before = this.resolved.get(place);
    if (before !== undefined) return before;
    const linked = linkedRoles(this.program, place.role);
    const group = this.stack.places.filter((other) => other === place || linked.has(other.role));
    const each = group.map((other) => this.byItself(other));
    const { result, seen } = this.notes.during(() => resolve(group, this.stack.around, this.program));
    const all = new Set([...this.always(), ...each.flatMap((one) => [...one.seen]), ...seen]);
    group.forEach((other, n) => {
      this.resolved.set(other, { chosen: result.picks[n]?.ranked.candidate.combo ?? [], seen: all });
    });
    return this.resolved.get(place) ?? { chosen: [], seen: all };
  }

  /** The scenario and whatever asks for an item by being stated: what there is to decide hangs on them. */
  private always(): Sight[] {
    const collections = [...this.program.knowledge.collections.values()];
    const implying = new Set(collections.flatMap(({ id, impliedBy = [] }) => (this.listed.has(id) ? [] : impliedBy)));
    return this.questions.general
      .filter(({ factor }) => (factor.type === 'choice' && factor.values === 'scenarios') || implying.has(factor.id))
      .map((question) => this.sight(question));
  }

  private sight(question: Question, member?: string): Sight {
    const key = member === undefined ? question.key : `${question.key}#${member}`;
    let sight = this.sights.get(key);
    if (sight === undefined) this.sights.set(key, (sight = { question, ...(member !== undefined && { member }) }));
    return sight;
  }

  private lens(): Lens {
    const { notes, questions, inputs } = this;
    const note = (key: string, member?: string): void => {
      const question = questions.get(key);
      if (question !== undefined) notes.note(this.sight(question, member));
    };
    return {
      evaluation: (program, codes, items) => {
        const named = new Map<Codes, string>();
        for (const [collection, list] of items) {
          const names = inputs.items.filter((item) => item.collection === collection).map(({ name }) => name);
          list.forEach((own, n) => named.set(own, names[n] ?? ''));
        }
        const looked = new Map<Codes, Map<Variable, Sight | undefined>>();
        const sightOf = (variable: Variable, from: Codes): Sight | undefined => {
          const { section, factor, member } = variable;
          const item = program.knowledge.collections.has(section) ? named.get(from) : undefined;
          const question = questions.get(questionKey(section, factor.id, item));
          // What nobody can state is the same in every workload.
          return question && this.sight(question, member);
        };
        return new Observed(program, codes, items, notes, (variable, from) => {
          const here = looked.get(from) ?? new Map<Variable, Sight | undefined>();
          looked.set(from, here);
          if (!here.has(variable)) here.set(variable, sightOf(variable, from));
          return here.get(variable);
        });
      },
      look(factor, item) {
        if (item !== undefined) note(questionKey(item.collection, factor, item.name));
        else for (const section of ['requirements', 'environment']) note(questionKey(section, factor));
      },
      lookForExisting(technology) {
        for (const { key } of questions.inventories) note(key, technology);
      },
      lookAround() {
        // As long as one thing is stated of it, the environment says something.
        const stated = inputs.given.filter(({ section }) => section === 'environment');
        const about =
          stated.length === 0
            ? questions.general
            : stated.map(({ factor }) => ({ key: questionKey('environment', factor.id) }));
        for (const { key } of about)
          if (key.startsWith('environment/')) note(key, questions.get(key)?.factor.type === 'set' ? STATED : undefined);
      },
    };
  }
}
