import {
  decideInputs,
  type DecisionRequest,
  type PlaceDecision,
  type StackDecision,
} from '../../decide/stack/decide.js';
import { gather, type Given, type GivenItem, type Inputs } from '../../decide/inputs/inputs.js';
import type { Statement } from '../../language/values/statement.js';
import { ReadLog } from '../../program/eval/tracking-interpreter.js';
import type { Program } from '../../program/ir/program.js';
import { getOrInsert } from '../../language/get-or-insert.js';
import { DependencyTable } from './dependencies.js';
import { ChoiceCache, CacheEntry } from './choice-cache.js';
import { itemKey, InputState } from './input-state.js';
import {
  isNothing,
  isScenario,
  NOTHING,
  questionKey,
  Questions,
  SECTIONS,
  type Question,
  type Reply,
} from './question.js';
import { rolesWithForcedChoice } from './forced-choices.js';
import { Changes } from './changes.js';
import { placeKey, UntrackedDecision, type Choice } from './choice.js';
import { TrackedDecision, type TrackingContext, type TrackedChoice } from './tracked-decision.js';

/** What there is to decide. */
interface Frame {
  readonly inputs: Inputs;
  readonly point: InputState;
  /** What stands to the questions, as far as it was asked for. */
  readonly replies: Map<Question, Reply>;
  readonly memory: ChoiceCache;
}

/** Where some changes lead. */
interface Site {
  readonly frame: Frame;
  readonly spot: CacheEntry;
}

/** A workload, and what would be decided for it if it stated something else. */
export class WorkloadVariants {
  readonly questions: Questions;
  /** Those whose replies bring items or take them away. */
  readonly bringing: readonly Question[];
  /** No changes; all others are made from it. */
  readonly unchanged = Changes.none();
  private readonly setting: TrackingContext;
  /** Factors that ask for an item by being stated. */
  private readonly implying: ReadonlySet<string>;
  /** Questions whose replies bring items or take them away, and those that are put twice of a workload. */
  private readonly structural: ReadonlySet<Question>;
  private readonly runs = new Map<Changes, TrackedDecision>();
  /** By the items that there are. */
  private readonly memories = new Map<string, ChoiceCache>();
  private readonly frames = new Map<Changes, Frame>();
  private readonly sites = new Map<Changes, Site>();

  constructor(
    readonly program: Program,
    readonly workload: DecisionRequest,
    readonly asOf: string,
  ) {
    this.questions = new Questions(program);
    const listed = new Set([...workload.items.map(({ collection }) => collection), ...workload.empty]);
    const collections = [...program.knowledge.collections.values()].filter(({ id }) => !listed.has(id));
    this.implying = new Set(collections.flatMap(({ impliedBy = [] }) => impliedBy));
    this.bringing = this.questions.general.filter((question) => this.bringsItems(question));
    this.setting = {
      program,
      demands: workload,
      asOf,
      looks: new DependencyTable(this.questions, this.bringing),
      notes: new ReadLog(),
      certain: rolesWithForcedChoice(program, workload),
    };
    const askedTwice = this.questions.general.filter(({ factor }) =>
      SECTIONS.every((section) => factor.askedOf.includes(section)),
    );
    this.structural = new Set([...this.bringing, ...askedTwice]);
  }

  /** Whether a reply to a question may bring items or take them away: which scenario it is, or what asks for an item by being stated. */
  bringsItems(question: Question): boolean {
    return isScenario(question) || this.implying.has(question.factor.id);
  }

  /** What is given with some changes. */
  inputs(changes: Changes): Inputs {
    const { workload, program } = this;
    if (changes.size === 0) return gather(workload, program.knowledge);
    const changed = new Set([...changes].map(({ question }) => question.key));
    const left = workload.statements.filter(({ section, factor }) => !changed.has(questionKey(section, factor.id)));
    const stated = [...changes].flatMap(({ question, reply }): Statement[] => {
      const { factor, section, item } = question;
      return item !== undefined || isNothing(reply) ? [] : [{ factor, section, ...withoutLimit(reply) }];
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
    return this.decide(changes).roles.find(({ role, item }) => placeKey(role.id, item?.name) === place);
  }

  /** What is chosen for a place with some changes, and what this depends on; what shows all looks of an earlier decision the same is not decided again. */
  at(changes: Changes, place: string): TrackedChoice {
    const { frame, spot } = this.site(changes);
    let run: TrackedDecision | undefined;
    return frame.memory.at(place, spot, () => (run ??= this.newRun(spot.point.inputs())));
  }

  /** What is chosen for a place with some changes; quicker than {@link at} for whoever does not ask what it depends on. */
  choice(changes: Changes, place: string): Choice {
    const { program, workload, asOf } = this;
    const { frame, spot } = this.site(changes);
    return frame.memory.choice(place, spot, () => new UntrackedDecision(program, spot.point.inputs(), workload, asOf));
  }

  private site(changes: Changes): Site {
    return getOrInsert(this.sites, changes, () => {
      const { before, last } = changes;
      if (before !== undefined && last !== undefined && !this.structural.has(last.question)) {
        const { frame, spot } = this.site(before);
        return { frame, spot: new CacheEntry(spot.point.with(last)) };
      }
      const structural = changes.filter(({ question }) => this.structural.has(question));
      const frame = getOrInsert(this.frames, structural, () => this.newFrame(structural));
      const plain = [...changes].filter(({ question }) => !this.structural.has(question));
      return { frame, spot: new CacheEntry(plain.reduce((point, change) => point.with(change), frame.point)) };
    });
  }

  private newFrame(structural: Changes): Frame {
    const inputs = this.inputs(structural);
    for (const item of inputs.items) this.questions.of(item);
    const memory = getOrInsert(this.memories, inputs.items.map(itemKey).join(), () => new ChoiceCache());
    return { inputs, point: InputState.of(this.program, inputs), memory, replies: new Map() };
  }

  /** Decides with some changes, telling what each choice depends on; the same changes are decided once. */
  run(changes: Changes): TrackedDecision {
    return getOrInsert(this.runs, changes, () => this.newRun(this.inputs(changes)));
  }

  private newRun(inputs: Inputs): TrackedDecision {
    // What is asked of the items here has to be known by its key.
    for (const item of inputs.items) this.questions.of(item);
    return new TrackedDecision(this.setting, inputs);
  }

  /** The reply that stands to a question with some changes, of which none answers it. */
  without(question: Question, changes: Changes): Reply {
    const { inputs, replies } = this.site(changes).frame;
    return getOrInsert(replies, question, () => this.standing(question, inputs));
  }

  /** The reply that stands to a question: what is stated, else what the scenario presets. */
  standing({ section, factor, item }: Question, { given, items }: Pick<Inputs, 'given' | 'items'>): Reply {
    const all =
      item === undefined ? given : items.find((one) => one.collection === section && one.name === item)?.given;
    const found = all?.find((one) => one.factor === factor && one.section === section && one.origin !== 'typical');
    return found === undefined ? NOTHING : { value: found.value, ...(found.figure && { figure: found.figure }) };
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
    isNothing(reply) ? [] : [{ factor, section, origin: 'stated', ...withoutLimit(reply) }],
  );
  return { ...item, given: [...given, ...stated] };
}
