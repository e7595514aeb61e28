import type { KnowledgeBase } from '../../load/knowledge.js';
import type { Codes } from '../../program/ir/codes.js';
import type { OutcomeSet } from '../../language/outputs/values.js';
import { CompiledEvaluation } from '../../program/compile/compiled.js';
import { type Evaluation, type Result } from '../../program/eval/evaluation.js';
import { entailmentOf, type Entailment } from '../../program/compile/entailment.js';
import type { RoleFit } from '../../program/ir/fit.js';
import { monthOf } from '../../program/ir/freshness.js';
import type { Program, ProgramRole } from '../../program/ir/program.js';
import { factorsRead, OMITTED, optionsFor, type Options, type Weighed } from './choose.js';
import { openNeeds, type Surroundings } from './compatible.js';
import { FeasibleSet } from './feasible.js';
import { RoleOpinion, type FitSettings } from '../fit/fit.js';
import { encode, isInventory, type Given, type GivenItem, type Inputs } from '../inputs/inputs.js';
import type { InputLookup } from '../inputs/requirements.js';
import { ownPart } from '../../language/get-or-insert.js';

/** What a workload demands apart from its inputs. */
export interface Demands {
  readonly forbid: readonly string[];
  readonly require: readonly string[];
  readonly omit: readonly string[];
  readonly weights: ReadonlyMap<string, number>;
}

/** Notices what a decision reads. A caller that needs to know what a choice depends on gives its own observer. */
export interface ReadObserver {
  evaluation(program: Program, codes: Codes, items: ReadonlyMap<string, readonly Codes[]>): Evaluation;
  /** The fit of a role reads a factor, of an item or of the workload. */
  readFactor(role: RoleFit, factor: string, item: GivenItem | undefined, given: Given | undefined): void;
  /** The decision reads whether a technology runs already, and finds whether it does. */
  readExisting(technology: string, exists: boolean): void;
  /** The decision reads whether anything is stated about the environment. */
  readEnvironment(): void;
}

const NO_OBSERVER: ReadObserver = {
  evaluation: (program, codes, items) => new CompiledEvaluation(program, codes, items),
  readFactor: () => undefined,
  readExisting: () => undefined,
  readEnvironment: () => undefined,
};

/** The places of a stack before their conflicts are resolved, and what they share. */
export interface StackContext {
  readonly evaluation: Evaluation;
  readonly places: readonly PlaceContext[];
  readonly surroundings: Pick<Surroundings, 'exists' | 'forbidden'>;
}

/** Makes the places of a stack; each part of a place is computed on demand. */
export function stackContext(
  program: Program,
  inputs: Inputs,
  demands: Demands,
  asOf: string,
  observer: ReadObserver = NO_OBSERVER,
): StackContext {
  const { knowledge } = program;
  const { codes, items } = encode(inputs, program);
  const evaluation = observer.evaluation(program, codes, items);
  let existing: ReadonlySet<string> | undefined;
  const exists = (technology: string): boolean => {
    existing ??= existingIn(inputs);
    const found = existing.has(technology);
    observer.readExisting(technology, found);
    return found;
  };
  // What realises an interface can be named if the environment is stated, or if a realisation is required by name.
  const isStated = inputs.given.some(({ section }) => section === 'environment');
  const isRequired = demands.require.some((id) => (knowledge.technologies.get(id)?.realises ?? []).length > 0);
  const shared: Shared = {
    program,
    demands,
    observer: observer,
    exists,
    forbid: new Set(demands.forbid),
    given: byFactor(inputs.given),
    ofScenario: ofScenario(inputs),
    settings: { month: monthOf(asOf), weights: demands.weights },
    isNamedForItem: (outcome) =>
      places.some(({ item, result }) => item !== undefined && isNamedFor(outcome, result, knowledge)),
    isEnvironmentStated: () => {
      if (isRequired) return true;
      observer.readEnvironment();
      return isStated;
    },
  };
  // Equal items are worked out once, unless a name is required or reads are recorded, which are about each item.
  const mayShare = demands.require.length === 0 && observer === NO_OBSERVER;
  const places: readonly PlaceContext[] = program.roles.flatMap((role) => {
    const known = new Map<string, PlaceContext>();
    return placesOf(role, inputs, evaluation, items).map(([item, here]) => {
      const key = item === undefined ? '' : givenKey(item);
      const place = new PlaceContext(shared, role, item, here, mayShare ? known.get(key) : undefined);
      known.set(key, place);
      return place;
    });
  });
  return {
    evaluation,
    places,
    surroundings: { exists, forbidden: new Set([...shared.forbid, ...knowledge.forbidden]) },
  };
}

/** By factor: what the scenario takes as typical, and what is stated within its presets. */
function ofScenario({ scenario, given, departures }: Inputs): ReadonlyMap<string, unknown> {
  const kept = given.filter(
    ({ factor }) =>
      ownPart(scenario?.presets, factor.id) !== undefined && !departures.some((one) => one.factor === factor),
  );
  return new Map([
    ...Object.entries(scenario?.typical ?? {}),
    ...kept.map(({ factor, value }) => [factor.id, value] as const),
  ]);
}

interface Shared {
  readonly program: Program;
  readonly demands: Demands;
  readonly observer: ReadObserver;
  readonly exists: Surroundings['exists'];
  readonly forbid: ReadonlySet<string>;
  readonly given: ReadonlyMap<string, Given>;
  readonly ofScenario: ReadonlyMap<string, unknown>;
  readonly settings: Omit<FitSettings, 'openNeeds'>;
  /** Whether the rules name an outcome for any item. */
  readonly isNamedForItem: (outcome: string) => boolean;
  readonly isEnvironmentStated: () => boolean;
}

/** One role, or one item of a role that is filled for each item: the results of the rules and the facts, without regard to other places. */
export class PlaceContext {
  private cachedResult?: Result;
  private cachedEntailment?: Entailment | null;
  private cachedOpinion?: RoleOpinion;
  private cachedFeasible?: FeasibleSet;
  private cachedOptions?: Options;
  private cachedFamilies?: { readonly families: readonly string[] | undefined };

  constructor(
    private readonly shared: Shared,
    readonly role: ProgramRole,
    readonly item: GivenItem | undefined,
    readonly evaluation: Evaluation,
    /** The place of an equal item, which has all that does not depend on other places. */
    private readonly twin?: PlaceContext,
  ) {}

  /** The answer of the guide: what its rules answer for what is stated, else what they answer however the rest is stated. */
  get result(): Result {
    return (this.cachedResult ??= this.twin?.result ?? this.entailment?.result ?? this.stated);
  }

  /** What the rules answer for what is stated. */
  private get stated(): Result {
    return this.evaluation.outcomes(this.role.decision, this.role.output);
  }

  /** The answer that the rules have however what is not stated is stated; undefined where what is stated decides, or where it is open. */
  get entailment(): Entailment | undefined {
    if (this.twin !== undefined) return this.twin.entailment;
    if (this.cachedEntailment !== undefined) return this.cachedEntailment ?? undefined;
    const { role, evaluation, stated } = this;
    const isOpen = stated.answer === null && stated.hits.length === 0;
    const found = isOpen ? entailmentOf(evaluation, role.decision, role.output) : undefined;
    this.cachedEntailment = found ?? null;
    return found;
  }

  /** The verdicts and the ranking by the facts. */
  get opinion(): RoleOpinion {
    return (this.cachedOpinion ??=
      this.twin?.opinion ??
      new RoleOpinion(this.fit, this.inputLookup(), this.evaluation, {
        ...this.shared.settings,
        openNeeds: (technology) => openNeeds(technology, this.evaluation, this.shared.exists),
      }));
  }

  /** The candidates that can be chosen here. */
  get feasible(): FeasibleSet {
    if (this.twin !== undefined) return this.twin.feasible;
    if (this.cachedFeasible !== undefined) return this.cachedFeasible;
    const { isEnvironmentStated, exists, forbid } = this.shared;
    const constraints = { forbid, require: this.requiredHere() };
    return (this.cachedFeasible = new FeasibleSet(
      this.opinion,
      this.fit,
      constraints,
      isEnvironmentStated,
      exists,
      this.evaluation,
    ));
  }

  /** What can be chosen for the place, whatever the other places contain. */
  get options(): Options {
    if (this.isOmitted) return OMITTED;
    if (this.twin !== undefined) return this.twin.options;
    if (this.cachedOptions !== undefined) return this.cachedOptions;
    const { role, evaluation, families } = this;
    const { forbid, ofScenario } = this.shared;
    const constraints = { forbid, require: this.requiredHere(), families, optional: role.optional, ofScenario };
    return (this.cachedOptions = withFamilyConflict(
      optionsFor(this.result, this.feasible, role.id, constraints, evaluation),
      role,
      evaluation,
    ));
  }

  /** Whether the workload wants nothing for the role. */
  get isOmitted(): boolean {
    return this.shared.demands.omit.includes(this.role.id);
  }

  /** What the answer of the guide takes into account. */
  get weighed(): Weighed {
    return { read: factorsRead(this.result.hits), ofScenario: this.shared.ofScenario };
  }

  /** The families that remain where the guide names no technology. */
  get families(): readonly string[] | undefined {
    if (this.twin !== undefined) return this.twin.families;
    this.cachedFamilies ??= { families: familiesOf(this.role, this.result, this.evaluation) };
    return this.cachedFamilies.families;
  }

  private get fit(): RoleFit {
    const fit = this.shared.program.fit.get(this.role.id);
    if (fit === undefined) throw new RangeError(`no role ${this.role.id}`);
    return fit;
  }

  /**
   * The requirements by name for this place. In a role that is filled for each item, an item takes a requirement if the rules name it there; one that they name for no
   * item goes to every item that it suits in kind. Other items are free.
   */
  private requiredHere(): readonly string[] {
    const { isNamedForItem, program, demands } = this.shared;
    const { knowledge } = program;
    const { require } = demands;
    if (require.length === 0) return require;
    if (this.item === undefined) return require.filter((id) => knowledge.outcomeById.get(id)?.role === this.role.id);
    return require.filter((id) => (isNamedForItem(id) ? isNamedFor(id, this.result, knowledge) : this.suitsInKind(id)));
  }

  /** Whether something that people run with an outcome, or that is realised by it, fails no demand that the facts never pass over. */
  private suitsInKind(outcome: string): boolean {
    return this.fit.candidates.some(
      (candidate) =>
        (candidate.combo.includes(outcome) || candidate.members.includes(outcome)) &&
        !this.opinion.isFiltered(candidate),
    );
  }

  /** Gives the input of a factor here: that of the item itself, else that of the workload unless the factor belongs to items alone. */
  private inputLookup(): InputLookup {
    const { observer } = this.shared;
    const { item, fit } = this;
    const ofWorkload = (id: string): Given | undefined => {
      const above = this.shared.given.get(id);
      observer.readFactor(fit, id, undefined, above);
      return above;
    };
    if (item === undefined) return ofWorkload;
    const own = byFactor(item.given);
    return (id) => {
      const here = own.get(id);
      observer.readFactor(fit, id, item, here);
      if (here !== undefined) return here;
      const above = ofWorkload(id);
      const isShared =
        above !== undefined && (above.factor.inherited === true || !above.factor.askedOf.includes(item.collection));
      return isShared ? above : undefined;
    };
  }
}

/** What is given of an item, whatever its name: items with the same are decided alike. */
export const givenKey = ({ given }: GivenItem): string =>
  given
    .map(({ factor, value, figure, origin }) => `${factor.id}=${String(value)} ${figure?.text ?? ''} ${origin}`)
    .join('\n');

/** Inputs by factor; a later one replaces an earlier one. */
export const byFactor = (given: readonly Given[]): ReadonlyMap<string, Given> =>
  new Map(given.map((one) => [one.factor.id, one]));

function placesOf(
  role: ProgramRole,
  inputs: Inputs,
  evaluation: Evaluation,
  codes: ReturnType<typeof encode>['items'],
): (readonly [GivenItem | undefined, Evaluation])[] {
  if (role.each === undefined) return [[undefined, evaluation]];
  const own = codes.get(role.each) ?? [];
  return inputs.items
    .filter(({ collection }) => collection === role.each)
    .map((item, n) => [item, evaluation.ofItem(own[n] ?? evaluation.codes)] as const);
}

/** The technologies that run already: all members of the given sets of outcomes. */
export function existingIn({ given }: Pick<Inputs, 'given'>): Set<string> {
  return new Set(given.flatMap(({ factor, value }) => (isInventory(factor) && typeof value === 'object' ? value : [])));
}

/** The families that remain by what is stated, where the guide itself has no result. */
function familiesOf(
  { narrowedBy }: ProgramRole,
  { answer }: Result,
  evaluation: Evaluation,
): readonly string[] | undefined {
  if (narrowedBy === undefined || answer !== null) return undefined;
  const left = evaluation.outcomes(narrowedBy.decision, narrowedBy.output).answer?.flat() ?? [];
  return left.length === 0 ? undefined : left;
}

/** Turns the options into a conflict where what is required by name belongs only to families that are ruled out by what is stated. */
function withFamilyConflict(options: Options, { narrowedBy }: ProgramRole, evaluation: Evaluation): Options {
  const [first] = options.named;
  if (first?.status !== 'required' || narrowedBy === undefined) return options;
  const { outcomeById } = evaluation.program.knowledge;
  const admitted = evaluation.outcomes(narrowedBy.decision, narrowedBy.output).answer?.flat() ?? [];
  const families = first.ranked.candidate.combo.flatMap((id) => outcomeById.get(id)?.family ?? []);
  if (admitted.length === 0 || families.some((family) => admitted.includes(family))) return options;
  return { ...options, named: [], fallbacks: () => [], statusOfNone: 'conflict' };
}

/** Whether the rules name a technology for an item, by its own name or by that of an interface that it realises. */
const isNamedFor = (id: string, { answer, hits }: Result, { technologies }: KnowledgeBase): boolean =>
  [id, ...(technologies.get(id)?.realises ?? [])].some((name) =>
    (answer ?? []).some((combo: OutcomeSet) => combo.includes(name)),
  ) || hits.some(({ rule: { rule } }) => [...(rule.alternatives ?? []), ...(rule.implementations ?? [])].includes(id));
