import {
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
import { isNothing, type Change, type Question, type Reply } from './question.js';

/** What tells an item from the others, and from the workload itself, which has none. */
export const itemKey = ({ collection, name }: GivenItem): string => `${collection}/${name}`;

/** The key of the item that a question is put of; '' for the workload. */
const placeOf = ({ section, item }: Question): string => (item === undefined ? '' : `${section}/${item}`);

/** The factors by which something is said of the environment. */
export function environmentIn(given: readonly Given[]): string[] {
  return given.flatMap(({ section, factor }) => (section === 'environment' ? [factor.id] : [])).sort();
}

/** A reply as it is given. */
export function givenOf({ factor, section }: Question, { value, figure }: Reply): Given {
  return { factor, section, value, origin: 'stated', ...(figure && { figure }) };
}

/** What is given, as decisions look at it. */
export class InputState {
  private around?: readonly string[];
  private running?: ReadonlySet<string>;

  private constructor(
    private readonly program: Program,
    private readonly before: Inputs,
    /** Before the changes; by the key of the item, those of the workload itself under ''. */
    private readonly coded: ReadonlyMap<string, Codes>,
    private readonly stated: ReadonlyMap<string, ReadonlyMap<string, Given>>,
    /** What was changed since, each question once; undefined for what is not given any more. */
    private readonly changed: readonly { readonly question: Question; readonly given: Given | undefined }[],
  ) {}

  /** What is given by some inputs. */
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

  /** With another reply to a question that is not changed yet, brings no item and takes none away, and is not of a factor that is asked twice of a workload. */
  with({ question, reply }: Change): InputState {
    const given = isNothing(reply) ? this.preset(question) : givenOf(question, reply);
    return new InputState(this.program, this.before, this.coded, this.stated, [...this.changed, { question, given }]);
  }

  /** What the scenario gives where nothing is stated. */
  private preset({ factor, item }: Question): Given | undefined {
    return item === undefined ? presetOf(factor, this.before.scenario) : undefined;
  }

  /** The code of a variable, of an item by its key or of the workload. */
  code(item: string, variable: Variable): number {
    const { factor, section } = variable;
    for (const { question, given } of this.changed) {
      if (question.factor !== factor || (question.item !== undefined && placeOf(question) !== item)) continue;
      if (given?.section === section && given.origin !== 'typical') return codeOf(variable, given.value);
      if (question.section === section) return UNSTATED;
    }
    return this.coded.get(item)?.[variable.index] ?? UNSTATED;
  }

  /**
   * All that is given, as decisions look at it: they look neither at what departs from the scenario, which is told as before the changes, nor at whether a level came
   * of a figure.
   */
  inputs(): Inputs {
    if (this.changed.length === 0) return this.before;
    const items = this.before.items.map((item) => ({ ...item, given: this.changedIn(itemKey(item), item.given) }));
    return { ...this.before, given: this.changedIn('', this.before.given), items };
  }

  private changedIn(at: string, given: readonly Given[]): readonly Given[] {
    const mine = this.changed.filter(({ question }) => placeOf(question) === at);
    if (mine.length === 0) return given;
    const left = given.filter(({ factor }) => !mine.some(({ question }) => question.factor === factor));
    return [...left, ...mine.flatMap((one) => one.given ?? [])];
  }

  /** What is given of a factor for an item by itself, or for the workload. */
  given(factor: string, item: string): Given | undefined {
    for (const { question, given } of this.changed) {
      if (question.factor.id === factor && placeOf(question) === item) return given;
    }
    return this.stated.get(item)?.get(factor);
  }

  /** What runs already. */
  get existing(): ReadonlySet<string> {
    return (this.running ??= existingIn({ given: this.all(isInventory) }));
  }

  /** The factors by which something is said of the environment. */
  get environment(): readonly string[] {
    return (this.around ??= environmentIn(this.all(() => true)));
  }

  private all(of: (factor: Given['factor']) => boolean): Given[] {
    const changed = this.changed.filter(({ question }) => question.item === undefined);
    const kept = this.before.given.filter(
      ({ factor }) => of(factor) && !changed.some(({ question }) => question.factor === factor),
    );
    return [...kept, ...changed.flatMap(({ given }) => (given !== undefined && of(given.factor) ? [given] : []))];
  }
}
