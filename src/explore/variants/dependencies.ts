import { SECTIONS, type Given, type GivenItem } from '../../decide/inputs/inputs.js';
import { requirementKey } from '../../decide/inputs/requirements.js';
import { has } from '../../program/ir/codes.js';
import { codeOf, UNSTATED } from '../../program/ir/domain.js';
import { BitSet } from '../../program/ir/bit-set.js';
import type { TestOutcome } from '../../program/eval/tracking-interpreter.js';
import type { RoleFit } from '../../program/ir/fit.js';
import { knownTruthOf, type VariableTest } from '../../program/ir/tests.js';
import { getOrInsert } from '../../language/get-or-insert.js';
import { givenOf, itemKey, type InputState } from './input-state.js';
import { isUnstated, questionKey, type Question, type Questions, type Reply } from './question.js';

/** Something that a decision reads: the reply to a question, or whether one member is in a set. */
export interface ReadKey {
  readonly question: Question;
  readonly member?: string;
}

/** Takes the place of a member: whether a set is stated at all, even as an empty one. */
export const ANY_MEMBER = '';

/** One read of a decision, and what it found. */
export interface Dependency {
  readonly number: number;
  readonly keys: readonly ReadKey[];
  /**
   * Whether the read finds the same with another reply to one of its questions. Several replies for which this holds leave it the same jointly. False is allowed
   * where the read would find the same.
   */
  readonly unaffectedBy: (question: Question, reply: Reply) => boolean;
  /** Whether the read finds the same in an input state with the same places. */
  readonly holdsIn: (state: InputState) => boolean;
}

/**
 * The dependency of a test of a variable; undefined where no question can change the variable, so that the test is the same in every workload.
 *
 * @param stated whether the variable itself is stated, so that its fallback is not read
 */
export type DependencyOf = (test: VariableTest, stated: boolean, outcome: TestOutcome) => Dependency | undefined;

/** Keys of the outcomes of tests that read the fallback. */
const BY_FALLBACK: Readonly<Record<TestOutcome, string>> = {
  holds: 'holds by fallback',
  fails: 'fails by fallback',
  refuted: 'refuted by fallback',
  open: 'open by fallback',
};

/** Whether a test has an outcome for a code. */
const HAS_OUTCOME: Readonly<Record<TestOutcome, (test: VariableTest, code: number) => boolean>> = {
  holds: ({ accepts }, code) => has(accepts, code),
  fails: ({ accepts }, code) => !has(accepts, code),
  refuted: (test, code) => knownTruthOf(test, code) === false,
  open: (test, code) => knownTruthOf(test, code) === undefined,
};

/** All dependencies on the replies to some questions. Equal ones are the same object, so that the dependencies of several decisions can be compared. */
export class DependencyTable {
  /** The dependencies that determine which places exist: on the scenario, and on factors that create items. */
  readonly ofPlaces: readonly Dependency[];
  private readonly readKeys = new Map<Question, Map<string | undefined, ReadKey>>();
  private readonly onInputs = new Map<RoleFit, Map<string, Dependency>>();
  private readonly onExisting = new Map<string, Dependency>();
  private readonly onEnvironment = new Map<string, Dependency>();
  private readonly onTests = new Map<string, Dependency>();
  private readonly testLookups = new Map<string, DependencyOf>();
  /** By their numbers. */
  private readonly all: Dependency[] = [];

  /** @param itemCreating the questions whose replies create or remove places */
  constructor(
    private readonly questions: Questions,
    itemCreating: readonly Question[],
  ) {
    this.ofPlaces = itemCreating.map((question) =>
      this.register({
        keys: [this.readKey(question)],
        unaffectedBy: () => false,
        holdsIn: () => true,
      }),
    );
  }

  /** The dependencies with some numbers, and those that every choice has. */
  withNumbers(numbers: readonly BitSet[]): readonly Dependency[] {
    const all = new BitSet();
    for (const { number } of this.ofPlaces) all.add(number);
    for (const some of numbers) all.addAll(some);
    return [...all].flatMap((number) => this.all[number] ?? []);
  }

  /** On what the input of a factor demands of a role, for the workload or for an item; undefined where no question asks for the factor there. */
  onInput(
    role: RoleFit,
    factor: string,
    item: GivenItem | undefined,
    given: Given | undefined,
  ): Dependency | undefined {
    const questions = this.questionsAbout(factor, item);
    if (questions.length === 0) return undefined;
    const found = requirementKey(role, factor, given);
    const at = item === undefined ? '' : itemKey(item);
    const ofRole = getOrInsert(this.onInputs, role, () => new Map<string, Dependency>());
    return getOrInsert(ofRole, `${factor} ${at} ${found}`, () =>
      this.register({
        keys: questions.map((question) => this.readKey(question)),
        unaffectedBy: (question, reply) =>
          !isUnstated(reply) && requirementKey(role, factor, givenOf(question, reply)) === found,
        holdsIn: (state) => requirementKey(role, factor, state.given(factor, at)) === found,
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

  /** On whether a technology runs already. */
  onTechnology(technology: string, found: boolean): Dependency {
    const key = `${technology} ${String(found)}`;
    return getOrInsert(this.onExisting, key, () =>
      this.register({
        keys: this.questions.inventories.map((question) => this.readKey(question, technology)),
        unaffectedBy: (_, { value }) => (Array.isArray(value) && value.includes(technology)) === found,
        holdsIn: (state) => state.existing.has(technology) === found,
      }),
    );
  }

  /** On whether anything is stated about the environment; takes the factors of it that are stated. */
  onStatedEnvironment(stated: readonly string[]): Dependency {
    const found = stated.length > 0;
    const key = stated.join();
    return getOrInsert(this.onEnvironment, key, () =>
      this.register({
        // The environment is stated as long as one factor of it is.
        keys: this.questions.general
          .filter(({ section, factor }) => section === 'environment' && (!found || stated.includes(factor.id)))
          .map((question) => this.readKey(question, question.factor.type === 'set' ? ANY_MEMBER : undefined)),
        unaffectedBy: (_, reply) => found && !isUnstated(reply),
        holdsIn: (state) => state.environment.join() === key,
      }),
    );
  }

  /**
   * Gives the dependencies of tests, each on the variable or on its fallback.
   *
   * @param item whose codes are read; undefined for those of the workload
   */
  onTest(item: GivenItem | undefined): DependencyOf {
    return getOrInsert(this.testLookups, item === undefined ? '' : itemKey(item), () => {
      const known = new Map<VariableTest, Map<string, Dependency | null>>();
      return (test, stated, outcome) => {
        const isOwn = stated || test.fallback === undefined;
        const seen = isOwn ? outcome : BY_FALLBACK[outcome];
        const before = known.get(test)?.get(seen);
        if (before !== undefined) return before ?? undefined;
        const dependency = this.newTestDependency(test, item, isOwn, outcome);
        getOrInsert(known, test, () => new Map<string, Dependency | null>()).set(seen, dependency ?? null);
        return dependency;
      };
    });
  }

  private newTestDependency(
    test: VariableTest,
    item: GivenItem | undefined,
    isOwn: boolean,
    outcome: TestOutcome,
  ): Dependency | undefined {
    const { variable, fallback, accepts, requiresStated } = test;
    const place = item === undefined ? '' : itemKey(item);
    const own = this.questions.about(variable, item);
    const other = isOwn || fallback === undefined ? undefined : this.questions.about(fallback, item);
    const keys = [
      ...(own === undefined ? [] : [this.readKey(own, variable.member)]),
      ...(other === undefined ? [] : [this.readKey(other, fallback?.member)]),
    ];
    if (keys.length === 0) return undefined;
    const comesOut = HAS_OUTCOME[outcome];
    // Two rules may test the same.
    const key = `${place} ${outcome} ${String(isOwn)} ${String(variable.index)} ${String(fallback?.index)} ${accepts.join()} ${String(requiresStated)}`;
    return getOrInsert(this.onTests, key, () =>
      this.register({
        keys,
        // A reply that states nothing may be replaced by a preset of the scenario, or by the fallback.
        unaffectedBy: (question, { value }) =>
          value !== undefined && comesOut(test, codeOf(question === own ? variable : (fallback ?? variable), value)),
        holdsIn: (state) => {
          const code = state.code(place, variable);
          if (fallback === undefined) return comesOut(test, code);
          if ((code !== UNSTATED) !== isOwn) return false;
          return comesOut(test, isOwn ? code : state.code(place, fallback));
        },
      }),
    );
  }

  private register(dependency: Omit<Dependency, 'number'>): Dependency {
    const numbered = { number: this.all.length, ...dependency };
    this.all.push(numbered);
    return numbered;
  }

  private readKey(question: Question, member?: string): ReadKey {
    const members = getOrInsert(this.readKeys, question, () => new Map<string | undefined, ReadKey>());
    return getOrInsert(members, member, () => ({ question, ...(member !== undefined && { member }) }));
  }
}
