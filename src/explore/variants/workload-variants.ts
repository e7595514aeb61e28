import {
  decideInputs,
  type DecisionRequest,
  type PlaceDecision,
  type StackDecision,
} from '../../decide/stack/decide.js';
import { gather, SECTIONS, type Given, type GivenItem, type Inputs } from '../../decide/inputs/inputs.js';
import { Implications } from '../../decide/inputs/implied.js';
import type { Statement } from '../../language/values/statement.js';
import { ReadLog } from '../../program/eval/tracking-interpreter.js';
import type { Program } from '../../program/ir/program.js';
import { getOrInsert } from '../../language/get-or-insert.js';
import { DependencyTable } from './dependencies.js';
import { ChoiceCache, CacheEntry } from './choice-cache.js';
import { itemKey, InputState } from './input-state.js';
import {
  isUnstated,
  isScenario,
  UNSTATED_REPLY,
  questionKey,
  Questions,
  type Question,
  type Reply,
} from './question.js';
import { rolesWithForcedChoice } from './forced-choices.js';
import { Changes } from './changes.js';
import { placeKey, UntrackedDecision, type Choice } from './choice.js';
import { TrackedDecision, type TrackingContext, type TrackedChoice } from './tracked-decision.js';

/** The variants that have the same items and presets. */
interface VariantFrame {
  readonly inputs: Inputs;
  readonly state: InputState;
  /** The current replies to questions, as far as they were read. */
  readonly replies: Map<Question, Reply>;
  readonly cache: ChoiceCache;
}

/** The input state that some changes lead to. */
interface Variant {
  readonly frame: VariantFrame;
  readonly entry: CacheEntry;
}

/** A workload, and the decisions for it with other replies. Equal changes share one decision. */
export class WorkloadVariants {
  readonly questions: Questions;
  /** The questions whose replies create or remove items. */
  readonly itemCreating: readonly Question[];
  /** No changes; all other changes are made from it. */
  readonly unchanged = Changes.none();
  private readonly context: TrackingContext;
  /** The factors that create an item when they are stated. */
  private readonly implying: ReadonlySet<string>;
  /** The questions whose replies create or remove items, and those of factors that belong to both sections. */
  private readonly structural: ReadonlySet<Question>;
  private readonly trackedDecisions = new Map<Changes, TrackedDecision>();
  /** By the keys of the items. */
  private readonly caches = new Map<string, ChoiceCache>();
  private readonly frames = new Map<Changes, VariantFrame>();
  private readonly variants = new Map<Changes, Variant>();
  private readonly implications: Implications;
  /** Which questions are implied with some changes. */
  private readonly implied = new Map<Changes, Map<Question, boolean>>();

  constructor(
    readonly program: Program,
    readonly workload: DecisionRequest,
    readonly asOf: string,
  ) {
    this.questions = new Questions(program);
    this.implications = new Implications(program.knowledge);
    const listed = new Set([...workload.items.map(({ collection }) => collection), ...workload.empty]);
    const collections = [...program.knowledge.collections.values()].filter(({ id }) => !listed.has(id));
    this.implying = new Set(collections.flatMap(({ impliedBy = [] }) => impliedBy));
    this.itemCreating = this.questions.general.filter((question) => this.createsItems(question));
    this.context = {
      program,
      demands: workload,
      asOf,
      dependencies: new DependencyTable(this.questions, this.itemCreating),
      readLog: new ReadLog(),
      forcedRoles: rolesWithForcedChoice(program, workload),
    };
    const inBothSections = this.questions.general.filter(({ factor }) =>
      SECTIONS.every((section) => factor.askedOf.includes(section)),
    );
    this.structural = new Set([...this.itemCreating, ...inBothSections]);
  }

  /** Whether a reply to a question may create or remove items: one to the scenario, or to a factor that creates an item when it is stated. */
  createsItems(question: Question): boolean {
    return isScenario(question) || this.implying.has(question.factor.id);
  }

  /** The inputs with some changes. */
  inputs(changes: Changes): Inputs {
    const { workload, program } = this;
    if (changes.size === 0) return gather(workload, program.knowledge);
    const changed = new Set([...changes].map(({ question }) => question.key));
    const left = workload.statements.filter(({ section, factor }) => !changed.has(questionKey(section, factor.id)));
    const stated = [...changes].flatMap(({ question, reply }): Statement[] => {
      const { factor, section, item } = question;
      return item !== undefined || isUnstated(reply) ? [] : [{ factor, section, ...withoutLimit(reply) }];
    });
    const { items, ...inputs } = gather({ ...workload, statements: [...left, ...stated] }, program.knowledge);
    return { ...inputs, items: items.map((item) => changedItem(item, changes)) };
  }

  /** Decides with some changes. */
  decide(changes: Changes): StackDecision {
    return decideInputs(this.program, this.inputs(changes), this.workload, this.asOf);
  }

  /** The decision about one place with some changes, in full; undefined where there is no such place. */
  placeAt(changes: Changes, place: string): PlaceDecision | undefined {
    return this.decide(changes).places.find(({ role, item }) => placeKey(role.id, item?.name) === place);
  }

  /** The choice for a place with some changes, with its read set. Where all dependencies of an earlier choice hold, nothing is decided again. */
  tracked(changes: Changes, place: string): TrackedChoice {
    const { frame, entry } = this.variant(changes);
    let run: TrackedDecision | undefined;
    return frame.cache.tracked(place, entry, () => (run ??= this.newTrackedDecision(entry.state.inputs())));
  }

  /** The choice for a place with some changes, without its read set; quicker than {@link tracked}. */
  choice(changes: Changes, place: string): Choice {
    const { program, workload, asOf } = this;
    const { frame, entry } = this.variant(changes);
    return frame.cache.choice(place, entry, () => new UntrackedDecision(program, entry.state.inputs(), workload, asOf));
  }

  private variant(changes: Changes): Variant {
    return getOrInsert(this.variants, changes, () => {
      const { before, last } = changes;
      if (before !== undefined && last !== undefined && !this.structural.has(last.question)) {
        const { frame, entry } = this.variant(before);
        return { frame, entry: new CacheEntry(entry.state.with(last)) };
      }
      const structural = changes.filter(({ question }) => this.structural.has(question));
      const frame = getOrInsert(this.frames, structural, () => this.newFrame(structural));
      const plain = [...changes].filter(({ question }) => !this.structural.has(question));
      return { frame, entry: new CacheEntry(plain.reduce((point, change) => point.with(change), frame.state)) };
    });
  }

  private newFrame(structural: Changes): VariantFrame {
    const inputs = this.inputs(structural);
    for (const item of inputs.items) this.questions.of(item);
    const memory = getOrInsert(this.caches, inputs.items.map(itemKey).join(), () => new ChoiceCache());
    return { inputs, state: InputState.of(this.program, inputs), cache: memory, replies: new Map() };
  }

  /** Decides with some changes and records what each choice depends on; the same changes are decided once. */
  trackedDecision(changes: Changes): TrackedDecision {
    return getOrInsert(this.trackedDecisions, changes, () => this.newTrackedDecision(this.inputs(changes)));
  }

  private newTrackedDecision(inputs: Inputs): TrackedDecision {
    // The questions of these items have to be known by their keys.
    for (const item of inputs.items) this.questions.of(item);
    return new TrackedDecision(this.context, inputs);
  }

  /** The current reply to a question that none of some changes replies to. */
  defaultReply(question: Question, changes: Changes): Reply {
    const { inputs, replies } = this.variant(changes).frame;
    return getOrInsert(replies, question, () => this.currentReply(question, inputs));
  }

  /** Whether what is given with some changes says a reply to a question in other words, such as that objects are not mounted. What is stated itself is not implied. */
  isImplied(question: Question, changes: Changes): boolean {
    if (!this.implications.isImplied(question.factor)) return false;
    const others = changes.get(question) === undefined ? changes : changes.filter((one) => one.question !== question);
    const known = getOrInsert(this.implied, others, () => new Map<Question, boolean>());
    return getOrInsert(known, question, () => {
      const inputs = this.inputs(others);
      return (
        isUnstated(this.currentReply(question, inputs)) &&
        this.implications.valueOf(question, inputs, this.workload.empty) !== undefined
      );
    });
  }

  /** The current reply to a question: what is stated, else what the scenario presets. */
  currentReply({ section, factor, item }: Question, { given, items }: Pick<Inputs, 'given' | 'items'>): Reply {
    const all =
      item === undefined ? given : items.find((one) => one.collection === section && one.name === item)?.given;
    const found = all?.find((one) => one.factor === factor && one.section === section && one.origin !== 'typical');
    return found === undefined ? UNSTATED_REPLY : { value: found.value, ...(found.figure && { figure: found.figure }) };
  }
}

function withoutLimit({ value, figure }: Reply): Pick<Statement, 'value' | 'figure'> {
  return { value, ...(figure && { figure }) };
}

function changedItem(item: GivenItem, changes: Changes): GivenItem {
  const mine = [...changes].filter(
    ({ question }) => question.item === item.name && question.section === item.collection,
  );
  if (mine.length === 0) return item;
  const given = item.given.filter(({ factor }) => !mine.some(({ question }) => question.factor === factor));
  const stated = mine.flatMap(({ question: { factor, section }, reply }): Given[] =>
    isUnstated(reply) ? [] : [{ factor, section, origin: 'stated', ...withoutLimit(reply) }],
  );
  return { ...item, given: [...given, ...stated] };
}
