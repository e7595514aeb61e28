import type { Given, GivenItem } from '../../decide/inputs/inputs.js';
import { requirementKey } from '../../decide/inputs/requirements.js';
import { has, type CodeSet } from '../../program/ir/codes.js';
import { codeOf, UNSTATED } from '../../program/ir/domain.js';
import { BitSet } from '../../program/ir/bit-set.js';
import type { TestOutcome } from '../../program/eval/tracking-interpreter.js';
import type { RoleFit } from '../../program/ir/fit.js';
import type { VariableTest } from '../../program/ir/tests.js';
import { getOrInsert } from '../../language/get-or-insert.js';
import { givenOf, itemKey, type InputState } from './input-state.js';
import { isNothing, questionKey, SECTIONS, type Question, type Questions, type Reply } from './question.js';

/** Something that a decision looked at: what is replied to a question, or of a set whether one member is in it. */
export interface ReadKey {
  readonly question: Question;
  readonly member?: string;
}

/** In the place of a member: whether anything is stated of a set, be it that it is empty. */
export const ANY_MEMBER = '';

/** One look of a decision at what is given, and what it saw. */
export interface Dependency {
  readonly number: number;
  readonly sights: readonly ReadKey[];
  /**
   * Whether the look would see the same if another reply were given to one of its questions. If it says so of several replies, each by itself, they may be
   * given together; it may say no where it would see the same.
   */
  readonly same: (question: Question, reply: Reply) => boolean;
  /** Whether the look sees the same at some point, by the same questions. */
  readonly holdsAt: (point: InputState) => boolean;
}

/**
 * A look by a test of a variable; undefined where nobody can state what it looks at, so that it sees the same in every workload.
 *
 * @param stated whether the variable itself is stated, so that its fallback is not looked at
 */
export type DependencyOf = (test: VariableTest, stated: boolean, outcome: TestOutcome) => Dependency | undefined;

/** Outcomes of tests that looked at the fallback. */
const FALLEN: Readonly<Record<TestOutcome, string>> = {
  holds: 'holds by fallback',
  fails: 'fails by fallback',
  refuted: 'refuted by fallback',
  open: 'open by fallback',
};

/** Whether a test comes out like that with some code. */
const COMES_OUT: Readonly<Record<TestOutcome, (accepts: CodeSet, code: number) => boolean>> = {
  holds: has,
  fails: (accepts, code) => !has(accepts, code),
  refuted: (accepts, code) => code !== UNSTATED && !has(accepts, code),
  open: (accepts, code) => code === UNSTATED && !has(accepts, code),
};

/** All looks there can be at the replies to some questions, each made once, so that those of several runs can be compared. */
export class DependencyTable {
  /** The scenario and whatever asks for an item by being stated: what there is to decide hangs on them. */
  readonly always: readonly Dependency[];
  private readonly sights = new Map<Question, Map<string | undefined, ReadKey>>();
  private readonly demands = new Map<RoleFit, Map<string, Dependency>>();
  private readonly existing = new Map<string, Dependency>();
  private readonly around = new Map<string, Dependency>();
  private readonly tested = new Map<string, Dependency>();
  private readonly testing = new Map<string, DependencyOf>();
  /** By their numbers. */
  private readonly all: Dependency[] = [];

  /** @param bringing with another reply to these, there is more or less to decide */
  constructor(
    private readonly questions: Questions,
    bringing: readonly Question[],
  ) {
    this.always = bringing.map((question) =>
      this.look({
        sights: [this.sight(question)],
        same: () => false,
        holdsAt: () => true,
      }),
    );
  }

  /** The looks with some numbers, and those that everything hangs on. */
  of(numbers: readonly BitSet[]): readonly Dependency[] {
    const marks = new BitSet();
    for (const { number } of this.always) marks.add(number);
    for (const some of numbers) marks.addAll(some);
    return [...marks].flatMap((number) => this.all[number] ?? []);
  }

  /** At what is given of a factor, for the workload or for an item: what a role is asked for by it. */
  given(role: RoleFit, factor: string, item: GivenItem | undefined, given: Given | undefined): Dependency {
    const saw = requirementKey(role, factor, given);
    const at = item === undefined ? '' : itemKey(item);
    const ofRole = getOrInsert(this.demands, role, () => new Map<string, Dependency>());
    return getOrInsert(ofRole, `${factor} ${at} ${saw}`, () =>
      this.look({
        sights: this.asking(factor, item).map((question) => this.sight(question)),
        same: (question, reply) => !isNothing(reply) && requirementKey(role, factor, givenOf(question, reply)) === saw,
        holdsAt: (point) => requirementKey(role, factor, point.given(factor, at)) === saw,
      }),
    );
  }

  private asking(factor: string, item: GivenItem | undefined): Question[] {
    const keys =
      item === undefined
        ? SECTIONS.map((section) => questionKey(section, factor))
        : [questionKey(item.collection, factor, item.name)];
    return keys.flatMap((key) => this.questions.get(key) ?? []);
  }

  /** At whether a technology runs already. */
  exists(technology: string, saw: boolean): Dependency {
    const key = `${technology} ${String(saw)}`;
    return getOrInsert(this.existing, key, () =>
      this.look({
        sights: this.questions.inventories.map((question) => this.sight(question, technology)),
        same: (_, { value }) => (Array.isArray(value) && value.includes(technology)) === saw,
        holdsAt: (point) => point.existing.has(technology) === saw,
      }),
    );
  }

  /** At whether the environment says anything at all, as these factors of it do. */
  environment(stated: readonly string[]): Dependency {
    const saw = stated.length > 0;
    const key = stated.join();
    return getOrInsert(this.around, key, () =>
      this.look({
        // As long as one thing is stated of it, the environment says something.
        sights: this.questions.general
          .filter(({ section, factor }) => section === 'environment' && (!saw || stated.includes(factor.id)))
          .map((question) => this.sight(question, question.factor.type === 'set' ? ANY_MEMBER : undefined)),
        same: (_, reply) => saw && !isNothing(reply),
        holdsAt: (point) => point.environment.join() === key,
      }),
    );
  }

  /**
   * How tests of variables look, each at the variable or at its fallback.
   *
   * @param item whose codes are looked at; undefined for those of the workload
   */
  tests(item: GivenItem | undefined): DependencyOf {
    return getOrInsert(this.testing, item === undefined ? '' : itemKey(item), () => {
      const known = new Map<VariableTest, Map<string, Dependency | null>>();
      return (test, stated, outcome) => {
        const isOwn = stated || test.fallback === undefined;
        const seen = isOwn ? outcome : FALLEN[outcome];
        const before = known.get(test)?.get(seen);
        if (before !== undefined) return before ?? undefined;
        const look = this.newTest(test, item, isOwn, outcome);
        getOrInsert(known, test, () => new Map<string, Dependency | null>()).set(seen, look ?? null);
        return look;
      };
    });
  }

  private newTest(
    { variable, fallback, accepts }: VariableTest,
    item: GivenItem | undefined,
    isOwn: boolean,
    outcome: TestOutcome,
  ): Dependency | undefined {
    const place = item === undefined ? '' : itemKey(item);
    const own = this.questions.about(variable, item);
    const other = isOwn || fallback === undefined ? undefined : this.questions.about(fallback, item);
    const sights = [
      ...(own === undefined ? [] : [this.sight(own, variable.member)]),
      ...(other === undefined ? [] : [this.sight(other, fallback?.member)]),
    ];
    if (sights.length === 0) return undefined;
    const comesOut = COMES_OUT[outcome];
    // Two rules may test the same.
    const key = `${place} ${outcome} ${String(isOwn)} ${String(variable.index)} ${String(fallback?.index)} ${accepts.join()}`;
    return getOrInsert(this.tested, key, () =>
      this.look({
        sights,
        // In place of what is not stated may come what the scenario presets, or the fallback.
        same: (question, { value }) =>
          value !== undefined && comesOut(accepts, codeOf(question === own ? variable : (fallback ?? variable), value)),
        holdsAt: (point) => {
          const code = point.code(place, variable);
          if (fallback === undefined) return comesOut(accepts, code);
          if ((code !== UNSTATED) !== isOwn) return false;
          return comesOut(accepts, isOwn ? code : point.code(place, fallback));
        },
      }),
    );
  }

  private look(look: Omit<Dependency, 'number'>): Dependency {
    const numbered = { number: this.all.length, ...look };
    this.all.push(numbered);
    return numbered;
  }

  private sight(question: Question, member?: string): ReadKey {
    const members = getOrInsert(this.sights, question, () => new Map<string | undefined, ReadKey>());
    return getOrInsert(members, member, () => ({ question, ...(member !== undefined && { member }) }));
  }
}
