import { DEFAULT_LANG } from '../../language/format.js';
import { readInput, today } from '../../report/recommend.js';
import type { Inputs } from '../../decide/inputs/inputs.js';
import { DiagnosticError, Diagnostics, spanOfText } from '../../language/diagnostics/diagnostic.js';
import type { CommonOptions } from '../../language/options.js';
import type { Factor } from '../../language/schema/knowledge/factor.js';
import type { Collection } from '../../language/schema/knowledge/package.js';
import type { Expected, InterviewPreset, InterviewQuestion, Tried } from '../../language/schema/results/interview.js';
import type { AnyVocabulary, BuiltinVocabulary } from '../../language/schema/vocabulary.js';
import type { AnyWorkload, Workload, WorkloadInput } from '../../language/schema/workload.js';
import { readStated } from '../../language/values/value.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import { programOf } from '../../program/ir/lower.js';
import type { Program } from '../../program/ir/program.js';
import { declined, isNone } from './decline.js';
import { withItems, withReply } from './document.js';
import { impliedReplies } from './implied.js';
import { Implications } from '../../decide/inputs/implied.js';
import { Lookahead } from './lookahead.js';
import { planNext, type Plan } from './plan.js';
import { checkPriors, type Priors } from './priors.js';
import { QuestionDescriber } from './describe-questions.js';
import { maxQuestions, estimatedQuestions, steadied } from './question-counts.js';
import { isScenario, type Question } from '../variants/question.js';
import { WorkloadVariants } from '../variants/workload-variants.js';
import { ownPart } from '../../language/get-or-insert.js';

export interface InterviewOptions<V extends AnyVocabulary = BuiltinVocabulary> extends CommonOptions {
  /** What is stated already; nothing by default. */
  readonly workload?: WorkloadInput<V>;
  /** How probable each value of a factor is taken to be, such as `{scenario: {serverless: 3, edge: 1}}`; all alike by default. */
  readonly priors?: Priors;
  /** The best way is worked out where it takes no more points than these; a cheaper way is taken beyond. 150 by default: some tenths of a second. */
  readonly exactly?: number;
}

/** A point of an interview. It never changes: a reply gives the next one. */
export interface Interview<V extends AnyVocabulary = BuiltinVocabulary> {
  /** What to ask now; undefined when nothing is left to ask. */
  readonly question: InterviewQuestion | undefined;
  readonly done: boolean;
  /** When it is done: whether it is proven that nothing else can be chosen, or only that nothing was found that would. */
  readonly proven: boolean;
  /** When it is done and not proven: how many points a proof was looked for at, and how many full sets of replies were drawn, none of which chooses otherwise. */
  readonly tried: Tried | undefined;
  /** How many questions were put so far. */
  readonly asked: number;
  /** How many questions are expected from here on, the present one included. */
  readonly expected: Expected;
  /** What the scenario presets and is not stated. */
  readonly presets: readonly InterviewPreset[];
  /** What is stated so far, as a valid workload. */
  readonly workload: Workload<V>;
  /**
   * Takes a reply: a value, yes or no, values, or a figure with its unit, as a workload states it. An empty list states that there are none, as does `none`; `no limit`
   * leaves a figure unstated, and it is not asked for again. A reply also states what it implies.
   *
   * @throws {DiagnosticError} when it is not a reply to the question
   */
  reply(written: unknown): Interview<V>;
  /** Leaves the question unanswered, and what the scenario presets as it is; it is not asked again. */
  dontKnow(): Interview<V>;
  /**
   * Asks next for what the scenario presets. This is no question more: only its reply counts.
   *
   * @param key that of one of the presets
   * @throws {RangeError} when nothing is preset there
   */
  reconsider(key: string): Interview<V>;
  /** The point before the last question; this one at the beginning. */
  back(): Interview<V>;
}

/** An interview by any knowledge. */
export type AnyInterview = Interview<AnyVocabulary>;

/** How many states the exact search may visit while somebody waits for the next question; more where no facts are ranked, since each then takes less. */
const DEFAULT_EXACT_STATES = 150;
const DEFAULT_EXACT_STATES_WITHOUT_FACTS = 10_000;

/**
 * Begins an interview: the fewest questions that determine what is chosen for every place of the stack. A question is asked only where its reply may make another
 * choice; what would change no more than a verdict is not asked. Who does not know leaves the factor unstated.
 *
 * @throws {DiagnosticError} when the workload that it begins with or the priors are not valid
 */
export function startInterview<V extends AnyVocabulary>(
  knowledge: KnowledgeBase<V>,
  options: InterviewOptions<V> = {},
): Interview<V> {
  const { workload = {}, lang = DEFAULT_LANG, asOf = today(), priors = {} } = options;
  const { exactly = knowledge.criteria.size > 0 ? DEFAULT_EXACT_STATES : DEFAULT_EXACT_STATES_WITHOUT_FACTS } = options;
  const report = new Diagnostics();
  checkPriors(priors, knowledge, report);
  if (report.failed) throw new DiagnosticError(report.all);
  const read = readInput(knowledge, workload, { lang, asOf });
  const setting: InterviewContext = {
    knowledge,
    implications: new Implications(knowledge),
    program: programOf(knowledge),
    words: new QuestionDescriber(knowledge, lang),
    asOf,
    priors,
    exactly,
  };
  // The reader has checked what the types promise.
  return new InterviewState(setting, read.document, new Set(), {}) as AnyInterview as Interview<V>;
}

interface InterviewContext {
  readonly knowledge: KnowledgeBase;
  readonly implications: Implications;
  readonly program: Program;
  readonly words: QuestionDescriber;
  readonly asOf: string;
  readonly priors: Priors;
  readonly exactly: number;
}

type NextStep = (Plan & { readonly collection?: undefined }) | { readonly collection: Collection };

/** Where a point of an interview comes from, and what is asked there whatever decides. */
interface Origins {
  readonly previous?: InterviewState;
  readonly reconsidered?: Question;
}

class InterviewState implements AnyInterview {
  private readonly variants: WorkloadVariants;
  private readonly inputs: Inputs;
  private readonly lookahead: Lookahead;
  private step?: NextStep;
  private described?: { readonly question: InterviewQuestion | undefined };
  private expectation?: Expected;

  constructor(
    private readonly setting: InterviewContext,
    readonly workload: AnyWorkload,
    /** The keys of the questions that were put and met with "don't know" or declined. */
    private readonly unansweredKeys: ReadonlySet<string>,
    private readonly origins: Origins,
  ) {
    const { knowledge, program, implications, asOf, priors } = setting;
    const { previous } = origins;
    // Who does not know changes no workload, so what was worked out for it remains.
    this.variants =
      previous?.workload === workload
        ? previous.variants
        : new WorkloadVariants(program, readInput(knowledge, workload, { asOf }), asOf);
    this.inputs = this.variants.inputs(this.variants.unchanged);
    this.lookahead = new Lookahead(program, implications, this.variants, unansweredKeys, priors);
  }

  get question(): InterviewQuestion | undefined {
    this.described ??= { question: this.describe(this.nextStep) };
    return this.described.question;
  }

  get done(): boolean {
    return this.nextStep.collection === undefined && this.nextStep.question === undefined;
  }

  get proven(): boolean {
    return this.nextStep.collection === undefined && this.nextStep.proven;
  }

  get tried(): Tried | undefined {
    return this.nextStep.collection === undefined ? this.nextStep.tried : undefined;
  }

  get asked(): number {
    const { previous, reconsidered } = this.origins;
    return previous === undefined ? 0 : previous.asked + Number(reconsidered === undefined);
  }

  get presets(): readonly InterviewPreset[] {
    const { words } = this.setting;
    const { general } = this.variants.questions;
    return this.inputs.given.flatMap(({ factor, value, origin }) => {
      const question = general.find((one) => one.factor === factor);
      return origin !== 'scenario' || value === undefined || question === undefined
        ? []
        : [words.preset(question, value)];
    });
  }

  get expected(): Expected {
    return (this.expectation ??= this.expect());
  }

  private expect(): Expected {
    const { nextStep: next, lookahead, inputs, workload, setting, origins } = this;
    const { program } = setting;
    const { length: lists } = this.unlistedCollections;
    if (next.collection === undefined && next.expected !== undefined && lists === 0) return next.expected;
    const isAsking = next.collection === undefined && next.question !== undefined;
    const atLeast = lists + Number(isAsking);
    const atMost =
      maxQuestions(lookahead, { program, workload, inputs, unlisted: this.unlistedCollections }) +
      Number(origins.reconsidered !== undefined);
    const about = steadied(lists + estimatedQuestions(lookahead, program), origins.previous?.expected);
    return { exact: false, atLeast, atMost, about: Math.min(atMost, Math.max(atLeast, about)) };
  }

  reply(written: unknown): AnyInterview {
    const { nextStep: next, workload, setting } = this;
    const { knowledge } = setting;
    if (next.collection !== undefined) {
      const { id, key } = next.collection;
      const items = isNone(written) ? [] : this.readValues(key, asReplies(written));
      return this.withReplied(withItems(workload, id, items), knowledge.factors.get(key));
    }
    const { question } = next;
    if (question === undefined) return this;
    const { factor, section } = question;
    const said = declined(factor, written, knowledge);
    if (said === 'nothing') return this.dontKnow();
    const [value] = said === undefined ? this.readValues(factor.id, [written]) : [said.states];
    const collection = knowledge.collections.get(section);
    return this.withReplied(withReply(workload, question, value, this.inputs.items, collection), factor);
  }

  dontKnow(): AnyInterview {
    const key = this.nextKey;
    return key === undefined
      ? this
      : new InterviewState(this.setting, this.workload, new Set([...this.unansweredKeys, key]), { previous: this });
  }

  reconsider(key: string): AnyInterview {
    const reconsidered = this.variants.questions.general.find((one) => one.key === key);
    if (reconsidered === undefined || !this.presets.some((preset) => preset.key === key))
      throw new RangeError(`nothing is preset for ${key}`);
    return new InterviewState(this.setting, this.workload, this.unansweredKeys, { previous: this, reconsidered });
  }

  back(): AnyInterview {
    return this.origins.previous ?? this;
  }

  /** The point after a reply, which also states what it implies. */
  private withReplied(workload: AnyWorkload, replied: Factor | undefined): InterviewState {
    const { setting, unansweredKeys } = this;
    const { knowledge, implications } = setting;
    const next = new InterviewState(setting, workload, unansweredKeys, { previous: this });
    const implied = replied === undefined ? [] : impliedReplies(implications, next.variants, replied);
    const whole = implied.reduce(
      (all, { question, value }) =>
        withReply(all, question, value, next.inputs.items, knowledge.collections.get(question.section)),
      workload,
    );
    return whole === workload ? next : new InterviewState(setting, whole, unansweredKeys, { previous: this });
  }

  private get nextKey(): string | undefined {
    const { nextStep: next } = this;
    return next.collection === undefined ? next.question?.key : next.collection.id;
  }

  /** Collections that roles are filled for and of which nothing is listed. */
  private get unlistedCollections(): Collection[] {
    const { knowledge, program } = this.setting;
    const used = new Set(program.roles.map(({ each }) => each));
    return [...knowledge.collections.values()].filter(
      ({ id }) => used.has(id) && !this.unansweredKeys.has(id) && ownPart(this.workload.requirements, id) === undefined,
    );
  }

  /** What to ask next: which scenario comes closest, since it presets items; then which items there are, since each is a place; then what decides. */
  private get nextStep(): NextStep {
    return (this.step ??= this.next());
  }

  private next(): NextStep {
    const { lookahead, setting, variants, origins } = this;
    if (origins.reconsidered !== undefined)
      return { question: origins.reconsidered, decides: undefined, proven: false };
    const [collection] = this.unlistedCollections;
    const waits = collection === undefined || lookahead.at(variants.unchanged).open.some(isScenario);
    return waits ? planNext(lookahead, setting.exactly) : { collection };
  }

  private describe(next: NextStep): InterviewQuestion | undefined {
    const { words, program } = this.setting;
    if (next.collection !== undefined) {
      const { collection } = next;
      const items = this.inputs.items.filter((item) => item.collection === collection.id);
      return words.collection(collection, items, program);
    }
    const { question } = next;
    if (question === undefined) return undefined;
    const preset = this.origins.reconsidered && this.presets.find(({ key }) => key === question.key);
    return preset === undefined ? words.factor(question, next.decides) : words.reconsidered(question, preset);
  }

  /** Reads what is written as values of a factor; gives them as the workload is to hold them: figures as they were written. */
  private readValues(factorId: string, written: readonly unknown[]): readonly unknown[] {
    const { knowledge } = this.setting;
    const factor = knowledge.factors.get(factorId);
    if (factor === undefined) throw new RangeError(`no factor ${factorId}`);
    const report = new Diagnostics();
    const values = written.map((one) => {
      const text = typeof one === 'string' ? one : undefined;
      const span = text === undefined ? undefined : spanOfText(factorId, text);
      const read = readStated(factor, one, knowledge, report, () => span);
      return read?.figure === undefined ? read?.value : one;
    });
    if (report.failed) throw new DiagnosticError(report.all);
    return values;
  }
}

/** What is listed: an array, or names with commas between. */
function asReplies(written: unknown): readonly unknown[] {
  if (typeof written !== 'string') return Array.isArray(written) ? (written as readonly unknown[]) : [written];
  const names = written.split(',').map((one) => one.trim());
  return names.filter((name) => name !== '');
}
