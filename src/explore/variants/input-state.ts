import {
  departuresIn,
  encode,
  isInventory,
  ownersOf,
  presetOf,
  type Given,
  type GivenItem,
  type Inputs,
} from '../../decide/inputs/inputs.js';
import { byFactor, existingIn } from '../../decide/stack/place-context.js';
import type { Codes } from '../../program/ir/codes.js';
import { codeOf, UNSTATED, type Variable } from '../../program/ir/domain.js';
import type { Program } from '../../program/ir/program.js';
import { isUnstated, type Change, type Question, type Reply } from './question.js';

/** The key of an item, unique among all items; the workload itself has the key ''. */
export const itemKey = ({ collection, name }: GivenItem): string => `${collection}/${name}`;

/** The key of the item that a question is put of; '' for the workload. */
const itemOf = ({ section, item }: Question): string => (item === undefined ? '' : `${section}/${item}`);

/** The ids of the factors that are stated of the environment, sorted. */
export function environmentIn(given: readonly Given[]): string[] {
  return given.flatMap(({ section, factor }) => (section === 'environment' ? [factor.id] : [])).sort();
}

/** A reply as an input of a decision. */
export function givenOf({ factor, section }: Question, { value, figure }: Reply): Given {
  return { factor, section, value, origin: 'stated', ...(figure && { figure }) };
}

/** The inputs of a decision: those of a base, with some replies changed. Cheap to make, since only what is read is computed. */
export class InputState {
  private cachedEnvironment?: readonly string[];
  private cachedExisting?: ReadonlySet<string>;

  private constructor(
    private readonly program: Program,
    private readonly base: Inputs,
    /** The codes of the base, by the key of the item. */
    private readonly codes: ReadonlyMap<string, Codes>,
    private readonly givenByItem: ReadonlyMap<string, ReadonlyMap<string, Given>>,
    /** The changed questions, each once; undefined for a factor that is no longer given. */
    private readonly replaced: readonly { readonly question: Question; readonly given: Given | undefined }[],
  ) {}

  /** The state of some inputs, without changes. */
  static of(program: Program, inputs: Inputs): InputState {
    const { codes, items } = encode(inputs, program);
    const coded = new Map([['', codes]]);
    const stated = new Map([['', byFactor(inputs.given)]]);
    for (const [own, item] of ownersOf(items, inputs.items)) {
      coded.set(itemKey(item), own);
      stated.set(itemKey(item), byFactor(item.given));
    }
    return new InputState(program, inputs, coded, stated, []);
  }

  /** The state with another reply to a question. The question must not be changed yet, must not create or remove items, and its factor must belong to one section only. */
  with({ question, reply }: Change): InputState {
    const given = isUnstated(reply) ? this.preset(question) : givenOf(question, reply);
    return new InputState(this.program, this.base, this.codes, this.givenByItem, [
      ...this.replaced,
      { question, given },
    ]);
  }

  /** What the scenario gives for a question of the workload that is not stated. */
  private preset({ factor, item }: Question): Given | undefined {
    return item === undefined ? presetOf(factor, this.base.scenario) : undefined;
  }

  /** The code of a variable, of an item by its key or of the workload. */
  code(item: string, variable: Variable): number {
    const { factor, section } = variable;
    for (const { question, given } of this.replaced) {
      if (question.factor !== factor || (question.item !== undefined && itemOf(question) !== item)) continue;
      if (given?.section === section && given.origin !== 'typical') return codeOf(variable, given.value);
      if (question.section === section) return UNSTATED;
    }
    return this.codes.get(item)?.[variable.index] ?? UNSTATED;
  }

  /** The inputs for a decision. A level that came from a figure counts as stated: no decision distinguishes these. */
  inputs(): Inputs {
    if (this.replaced.length === 0) return this.base;
    const items = this.base.items.map((item) => ({ ...item, given: this.withReplaced(itemKey(item), item.given) }));
    const given = this.withReplaced('', this.base.given);
    const departures = departuresIn(given, this.base.scenario, this.program.knowledge);
    return { ...this.base, given, items, departures };
  }

  private withReplaced(at: string, given: readonly Given[]): readonly Given[] {
    const mine = this.replaced.filter(({ question }) => itemOf(question) === at);
    if (mine.length === 0) return given;
    const left = given.filter(({ factor }) => !mine.some(({ question }) => question.factor === factor));
    return [...left, ...mine.flatMap((one) => one.given ?? [])];
  }

  /** The input of a factor, by its id, for an item by itself or for the workload. */
  given(factor: string, item: string): Given | undefined {
    for (const { question, given } of this.replaced) {
      if (question.factor.id === factor && itemOf(question) === item) return given;
    }
    return this.givenByItem.get(item)?.get(factor);
  }

  /** The technologies that run already. */
  get existing(): ReadonlySet<string> {
    return (this.cachedExisting ??= existingIn({ given: this.givenWhere(isInventory) }));
  }

  /** The ids of the factors that are stated of the environment, sorted. */
  get environment(): readonly string[] {
    return (this.cachedEnvironment ??= environmentIn(this.givenWhere(() => true)));
  }

  private givenWhere(of: (factor: Given['factor']) => boolean): Given[] {
    const changed = this.replaced.filter(({ question }) => question.item === undefined);
    const kept = this.base.given.filter(
      ({ factor }) => of(factor) && !changed.some(({ question }) => question.factor === factor),
    );
    return [...kept, ...changed.flatMap(({ given }) => (given !== undefined && of(given.factor) ? [given] : []))];
  }
}
