import { SECTIONS, type Given, type GivenItem } from '../../decide/inputs/inputs.js';
import { requirementKey } from '../../decide/inputs/requirements.js';
import { has, type CodeSet } from '../../program/ir/codes.js';
import { codeOf, UNSTATED } from '../../program/ir/domain.js';
import { BitSet } from '../../program/ir/bit-set.js';
import type { TestOutcome } from '../../program/eval/tracking-interpreter.js';
import type { RoleFit } from '../../program/ir/fit.js';
import type { VariableTest } from '../../program/ir/tests.js';
import { getOrInsert } from '../../language/get-or-insert.js';
import { givenOf, itemKey, type InputState } from './input-state.js';
import { isUnstated, questionKey, type Question, type Questions, type Reply } from './question.js';

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
  readonly keys: readonly ReadKey[];
  /**
   * Whether the look would see the same if another reply were given to one of its questions. If it says so of several replies, each by itself, they may be
   * given together; it may say no where it would see the same.
   */
  readonly unaffectedBy: (question: Question, reply: Reply) => boolean;
  /** Whether the look sees the same at some point, by the same questions. */
  readonly holdsIn: (point: InputState) => boolean;
}

/**
 * A look by a test of a variable; undefined where nobody can state what it looks at, so that it sees the same in every workload.
 *
 * @param stated whether the variable itself is stated, so that its fallback is not looked at
 */
export type DependencyOf = (test: VariableTest, stated: boolean, outcome: TestOutcome) => Dependency | undefined;

/** Outcomes of tests that looked at the fallback. */
const BY_FALLBACK: Readonly<Record<TestOutcome, string>> = {
  holds: 'holds by fallback',
  fails: 'fails by fallback',
  refuted: 'refuted by fallback',
  open: 'open by fallback',
};

/** Whether a test comes out like that with some code. */
const HAS_OUTCOME: Readonly<Record<TestOutcome, (accepts: CodeSet, code: number) => boolean>> = {
  holds: has,
  fails: (accepts, code) => !has(accepts, code),
  refuted: (accepts, code) => code !== UNSTATED && !has(accepts, code),
  open: (accepts, code) => code === UNSTATED && !has(accepts, code),
};

/** All looks there can be at the replies to some questions, each made once, so that those of several runs can be compared. */
export class DependencyTable {
  /** The scenario and whatever asks for an item by being stated: what there is to decide hangs on them. */
  readonly ofPlaces: readonly Dependency[];
  private readonly readKeys = new Map<Question, Map<string | undefined, ReadKey>>();
  private readonly onInputs = new Map<RoleFit, Map<string, Dependency>>();
  private readonly onExisting = new Map<string, Dependency>();
  private readonly onEnvironment = new Map<string, Dependency>();
  private readonly onTests = new Map<string, Dependency>();
  private readonly testLookups = new Map<string, DependencyOf>();
  /** By their numbers. */
  private readonly all: Dependency[] = [];

  /** @param bringing with another reply to these, there is more or less to decide */
  constructor(
    private readonly questions: Questions,
    bringing: readonly Question[],
  ) {
    this.ofPlaces = bringing.map((question) =>
      this.register({
        keys: [this.readKey(question)],
        unaffectedBy: () => false,
        holdsIn: () => true,
      }),
    );
  }

  /** The looks with some numbers, and those that everything hangs on. */
  withNumbers(numbers: readonly BitSet[]): readonly Dependency[] {
    const marks = new BitSet();
    for (const { number } of this.ofPlaces) marks.add(number);
    for (const some of numbers) marks.addAll(some);
    return [...marks].flatMap((number) => this.all[number] ?? []);
  }

  /** At what is given of a factor, for the workload or for an item: what a role is asked for by it. */
  onInput(role: RoleFit, factor: string, item: GivenItem | undefined, given: Given | undefined): Dependency {
    const saw = requirementKey(role, factor, given);
    const at = item === undefined ? '' : itemKey(item);
    const ofRole = getOrInsert(this.onInputs, role, () => new Map<string, Dependency>());
    return getOrInsert(ofRole, `${factor} ${at} ${saw}`, () =>
      this.register({
        keys: this.questionsAbout(factor, item).map((question) => this.readKey(question)),
        unaffectedBy: (question, reply) =>
          !isUnstated(reply) && requirementKey(role, factor, givenOf(question, reply)) === saw,
        holdsIn: (point) => requirementKey(role, factor, point.given(factor, at)) === saw,
      }),
    );
  }

  private questionsAbout(factor: string, item: GivenItem | undefined): Question[] {
    const keys =
      item === undefined
        ? SECTIONS.map((section) => questionKey(section, factor))
        : [questionKey(item.collection, factor, item.name)];
    return keys.flatMap((key) => this.questions.get(key) ?? []);
  }

  /** At whether a technology runs already. */
  onTechnology(technology: string, saw: boolean): Dependency {
    const key = `${technology} ${String(saw)}`;
    return getOrInsert(this.onExisting, key, () =>
      this.register({
        keys: this.questions.inventories.map((question) => this.readKey(question, technology)),
        unaffectedBy: (_, { value }) => (Array.isArray(value) && value.includes(technology)) === saw,
        holdsIn: (point) => point.existing.has(technology) === saw,
      }),
    );
  }

  /** At whether the environment says anything at all, as these factors of it do. */
  onStatedEnvironment(stated: readonly string[]): Dependency {
    const saw = stated.length > 0;
    const key = stated.join();
    return getOrInsert(this.onEnvironment, key, () =>
      this.register({
        // As long as one thing is stated of it, the environment says something.
        keys: this.questions.general
          .filter(({ section, factor }) => section === 'environment' && (!saw || stated.includes(factor.id)))
          .map((question) => this.readKey(question, question.factor.type === 'set' ? ANY_MEMBER : undefined)),
        unaffectedBy: (_, reply) => saw && !isUnstated(reply),
        holdsIn: (point) => point.environment.join() === key,
      }),
    );
  }

  /**
   * How tests of variables look, each at the variable or at its fallback.
   *
   * @param item whose codes are looked at; undefined for those of the workload
   */
  onTest(item: GivenItem | undefined): DependencyOf {
    return getOrInsert(this.testLookups, item === undefined ? '' : itemKey(item), () => {
      const known = new Map<VariableTest, Map<string, Dependency | null>>();
      return (test, stated, outcome) => {
        const isOwn = stated || test.fallback === undefined;
        const seen = isOwn ? outcome : BY_FALLBACK[outcome];
        const before = known.get(test)?.get(seen);
        if (before !== undefined) return before ?? undefined;
        const look = this.newTestDependency(test, item, isOwn, outcome);
        getOrInsert(known, test, () => new Map<string, Dependency | null>()).set(seen, look ?? null);
        return look;
      };
    });
  }

  private newTestDependency(
    { variable, fallback, accepts }: VariableTest,
    item: GivenItem | undefined,
    isOwn: boolean,
    outcome: TestOutcome,
  ): Dependency | undefined {
    const place = item === undefined ? '' : itemKey(item);
    const own = this.questions.about(variable, item);
    const other = isOwn || fallback === undefined ? undefined : this.questions.about(fallback, item);
    const sights = [
      ...(own === undefined ? [] : [this.readKey(own, variable.member)]),
      ...(other === undefined ? [] : [this.readKey(other, fallback?.member)]),
    ];
    if (sights.length === 0) return undefined;
    const comesOut = HAS_OUTCOME[outcome];
    // Two rules may test the same.
    const key = `${place} ${outcome} ${String(isOwn)} ${String(variable.index)} ${String(fallback?.index)} ${accepts.join()}`;
    return getOrInsert(this.onTests, key, () =>
      this.register({
        keys: sights,
        // In place of what is not stated may come what the scenario presets, or the fallback.
        unaffectedBy: (question, { value }) =>
          value !== undefined && comesOut(accepts, codeOf(question === own ? variable : (fallback ?? variable), value)),
        holdsIn: (point) => {
          const code = point.code(place, variable);
          if (fallback === undefined) return comesOut(accepts, code);
          if ((code !== UNSTATED) !== isOwn) return false;
          return comesOut(accepts, isOwn ? code : point.code(place, fallback));
        },
      }),
    );
  }

  private register(look: Omit<Dependency, 'number'>): Dependency {
    const numbered = { number: this.all.length, ...look };
    this.all.push(numbered);
    return numbered;
  }

  private readKey(question: Question, member?: string): ReadKey {
    const members = getOrInsert(this.readKeys, question, () => new Map<string | undefined, ReadKey>());
    return getOrInsert(members, member, () => ({ question, ...(member !== undefined && { member }) }));
  }
}
