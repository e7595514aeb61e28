import { encode, isInventory, ownersOf, presetOf, type Given, type GivenItem, type Inputs } from '../decide/inputs.js';
import { byFactor, existingIn } from '../decide/undecided.js';
import type { Codes } from '../program/codes.js';
import { codeOf, UNSTATED } from '../program/domain.js';
import type { Program } from '../program/program.js';
import { isNothing, type Question, type Reply } from './question.js';

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
export class Point {
  private around?: readonly string[];
  private running?: ReadonlySet<string>;
  private readonly recoded = new Map<string, Codes>();

  private constructor(
    private readonly program: Program,
    private readonly before: Inputs,
    /** Before the changes; by the key of the item, those of the workload itself under ''. */
    private readonly coded: ReadonlyMap<string, Codes>,
    private readonly stated: ReadonlyMap<string, ReadonlyMap<string, Given>>,
    /** What was changed since, by the key of the question; undefined for what is not given any more. */
    private readonly changed: ReadonlyMap<string, { readonly question: Question; readonly given: Given | undefined }>,
  ) {}

  /** What is given by some inputs. */
  static of(program: Program, inputs: Inputs): Point {
    const { codes, items } = encode(inputs, program);
    const coded = new Map([['', codes]]);
    const stated = new Map([['', byFactor(inputs.given)]]);
    for (const [own, item] of ownersOf(items, inputs.items)) {
      coded.set(itemKey(item), own);
      stated.set(itemKey(item), byFactor(item.given));
    }
    return new Point(program, inputs, coded, stated, new Map());
  }

  /** With other replies to questions that bring no item and take none away, none of a factor that is asked twice of a workload. */
  with(changes: Iterable<{ readonly question: Question; readonly reply: Reply }>): Point {
    const changed = new Map(this.changed);
    for (const { question, reply } of changes) {
      changed.set(question.key, {
        question,
        given: isNothing(reply) ? this.preset(question) : givenOf(question, reply),
      });
    }
    return new Point(this.program, this.before, this.coded, this.stated, changed);
  }

  /** What the scenario gives where nothing is stated. */
  private preset({ factor, item }: Question): Given | undefined {
    return item === undefined ? presetOf(factor, this.before.scenario) : undefined;
  }

  /** The codes of an item by its key, or of the workload. */
  codes(item: string): Codes {
    // Asked for by every look, where a function made for each would be felt.
    let codes = this.recoded.get(item);
    if (codes === undefined) this.recoded.set(item, (codes = this.recode(item)));
    return codes;
  }

  private recode(item: string): Codes {
    const { lookup } = this.program;
    const before = this.coded.get(item);
    if (before === undefined) throw new RangeError(`no item ${item}`);
    if (this.changed.size === 0) return before;
    const codes = before.slice();
    for (const { question, given } of this.changed.values()) {
      const { factor, section } = question;
      if (question.item !== undefined && `${section}/${question.item}` !== item) continue;
      for (const { index } of lookup.get(section)?.get(factor) ?? []) codes[index] = UNSTATED;
      if (given === undefined || given.origin === 'typical') continue;
      for (const variable of lookup.get(given.section)?.get(factor) ?? [])
        codes[variable.index] = codeOf(variable, given.value);
    }
    return codes;
  }

  /**
   * All that is given, as decisions look at it: they look neither at what departs from the scenario, which is told as before the changes, nor at whether a level came
   * of a figure.
   */
  inputs(): Inputs {
    if (this.changed.size === 0) return this.before;
    const items = this.before.items.map((item) => ({ ...item, given: this.changedIn(itemKey(item), item.given) }));
    return { ...this.before, given: this.changedIn('', this.before.given), items };
  }

  private changedIn(at: string, given: readonly Given[]): readonly Given[] {
    const mine = [...this.changed.values()].filter(({ question }) => placeOf(question) === at);
    if (mine.length === 0) return given;
    const left = given.filter(({ factor }) => !mine.some(({ question }) => question.factor === factor));
    return [...left, ...mine.flatMap((one) => one.given ?? [])];
  }

  /** What is given of a factor for an item by itself, or for the workload. */
  given(factor: string, item: string): Given | undefined {
    for (const { question, given } of this.changed.values()) {
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
    const changed = [...this.changed.values()].filter(({ question }) => question.item === undefined);
    const kept = this.before.given.filter(
      ({ factor }) => of(factor) && !changed.some(({ question }) => question.factor === factor),
    );
    return [...kept, ...changed.flatMap(({ given }) => (given !== undefined && of(given.factor) ? [given] : []))];
  }
}
