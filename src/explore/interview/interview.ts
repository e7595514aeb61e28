import { DEFAULT_LANG } from '../../language/format.js';
import { readInput, today } from '../../report/recommend.js';
import type { Inputs } from '../../decide/inputs/inputs.js';
import { DiagnosticError, Diagnostics, spanOfText } from '../../language/diagnostics/diagnostic.js';
import type { CommonOptions } from '../../language/options.js';
import type { Collection } from '../../language/schema/knowledge/package.js';
import type { Expected, InterviewQuestion, Tried } from '../../language/schema/results/interview.js';
import type { AnyVocabulary, BuiltinVocabulary } from '../../language/schema/vocabulary.js';
import type { AnyWorkload, Workload, WorkloadInput } from '../../language/schema/workload.js';
import { readStated } from '../../language/values/value.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import { programOf } from '../../program/ir/lower.js';
import type { Program } from '../../program/ir/program.js';
import { withItems, withReply } from './document.js';
import { Lookahead } from './lookahead.js';
import { planNext, type Plan } from './plan.js';
import { checkPriors, type Priors } from './priors.js';
import { QuestionDescriber } from './describe-questions.js';
import { isScenario } from '../variants/question.js';
import { WorkloadVariants } from '../variants/workload-variants.js';

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
  /** What is stated so far, as a valid workload. */
  readonly workload: Workload<V>;
  /**
   * Takes a reply: a value, yes or no, values, or a figure with its unit, as a workload states it. An empty list states that there are none.
   *
   * @throws {DiagnosticError} when it is not a reply to the question
   */
  reply(written: unknown): Interview<V>;
  /** Leaves the question unanswered, and what the scenario presets as it is; it is not asked again. */
  dontKnow(): Interview<V>;
  /** The point before the last question; this one at the beginning. */
  back(): Interview<V>;
}

/** An interview by any knowledge. */
export type AnyInterview = Interview<AnyVocabulary>;

/** How many states the exact search may visit while somebody waits for the next question. */
const DEFAULT_EXACT_STATES = 150;

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
  const { workload = {}, lang = DEFAULT_LANG, asOf = today(), priors = {}, exactly = DEFAULT_EXACT_STATES } = options;
  const report = new Diagnostics();
  checkPriors(priors, knowledge, report);
  if (report.failed) throw new DiagnosticError(report.all);
  const read = readInput(knowledge, workload, { lang, asOf });
  const setting: InterviewContext = {
    knowledge,
    program: programOf(knowledge),
    words: new QuestionDescriber(knowledge, lang),
    asOf,
    priors,
    exactly,
  };
  // The reader has checked what the types promise.
  return new InterviewState(setting, read.document, new Set(), undefined) as AnyInterview as Interview<V>;
}

interface InterviewContext {
  readonly knowledge: KnowledgeBase;
  readonly program: Program;
  readonly words: QuestionDescriber;
  readonly asOf: string;
  readonly priors: Priors;
  readonly exactly: number;
}

type NextStep = (Plan & { readonly collection?: undefined }) | { readonly collection: Collection };

class InterviewState implements AnyInterview {
  private readonly variants: WorkloadVariants;
  private readonly inputs: Inputs;
  private step?: NextStep;
  private described?: { readonly question: InterviewQuestion | undefined };

  constructor(
    private readonly setting: InterviewContext,
    readonly workload: AnyWorkload,
    /** The keys of the questions that were put and met with "don't know". */
    private readonly unansweredKeys: ReadonlySet<string>,
    private readonly previous: InterviewState | undefined,
  ) {
    const { knowledge, program, asOf } = setting;
    // Who does not know changes no workload, so what was worked out for it remains.
    this.variants =
      previous?.workload === workload
        ? previous.variants
        : new WorkloadVariants(program, readInput(knowledge, workload, { asOf }), asOf);
    this.inputs = this.variants.inputs(this.variants.unchanged);
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
    return this.previous === undefined ? 0 : this.previous.asked + 1;
  }

  get expected(): Expected {
    const { nextStep: next } = this;
    const lists = this.unlistedCollections.length;
    const atMost = this.maxQuestions;
    if (next.collection !== undefined) return { exact: false, atLeast: lists, atMost };
    if (lists === 0) return next.expected;
    return { exact: false, atLeast: lists + (next.question === undefined ? 0 : 1), atMost };
  }

  /**
   * How many questions are open; and of each collection of which nothing is stated, which items there are and all questions of as many as there may be: one of each
   * kind, or what a scenario presets. No interview asks more, unless somebody lists a kind twice.
   */
  private get maxQuestions(): number {
    const { knowledge, program } = this.setting;
    const { variants, inputs, unansweredKeys: unknown, workload } = this;
    const { questions } = variants;
    const isOpen = new Lookahead(program, variants, unknown, {}).isOpenAt(variants.unchanged);
    const mayCome = variants.itemCreating.some(isOpen);
    const isListed = (id: string): boolean => this.unlistedCollections.some((collection) => collection.id === id);
    const coming = [...knowledge.collections.values()].filter(
      ({ id }) => workload.requirements?.[id] === undefined && (mayCome || isListed(id)),
    );
    const ofComing = coming.map(({ id, key, impliedBy = [] }) => {
      const kind = knowledge.factors.get(key);
      const preset = [...knowledge.scenarios.values()].map(({ items }) => items?.[id]?.length ?? 0);
      const items = Math.max(kind === undefined ? 0 : knowledge.values(kind).length, ...preset) + impliedBy.length;
      // What an item is, is what is listed; what it inherits is asked once, for the workload.
      const own = [...knowledge.factors.values()].filter(
        ({ id: factor, askedOf, inherited = false }) =>
          askedOf.includes(id) && factor !== key && !(inherited && askedOf.includes('requirements')),
      );
      return Number(isListed(id)) + items * own.length;
    });
    const here = inputs.items.filter((item) => !coming.some(({ id }) => id === item.collection));
    const open = [...questions.general, ...here.flatMap((item) => questions.of(item))].filter(isOpen);
    return ofComing.reduce((sum, count) => sum + count, open.length);
  }

  reply(written: unknown): AnyInterview {
    const { nextStep: next, workload, setting } = this;
    const { knowledge } = setting;
    if (next.collection !== undefined) {
      const items = this.readValues(next.collection.key, asReplies(written));
      return this.withWorkload(withItems(workload, next.collection.id, items));
    }
    const { question } = next;
    if (question === undefined) return this;
    const collection = knowledge.collections.get(question.section);
    const [value] = this.readValues(question.factor.id, [written]);
    return this.withWorkload(withReply(workload, question, value, this.inputs.items, collection));
  }

  dontKnow(): AnyInterview {
    const key = this.nextKey;
    return key === undefined
      ? this
      : new InterviewState(this.setting, this.workload, new Set([...this.unansweredKeys, key]), this);
  }

  back(): AnyInterview {
    return this.previous ?? this;
  }

  private withWorkload(workload: AnyWorkload): InterviewState {
    return new InterviewState(this.setting, workload, this.unansweredKeys, this);
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
      ({ id }) => used.has(id) && !this.unansweredKeys.has(id) && this.workload.requirements?.[id] === undefined,
    );
  }

  /** What to ask next: which scenario comes closest, since it presets items; then which items there are, since each is a place; then what decides. */
  private get nextStep(): NextStep {
    if (this.step !== undefined) return this.step;
    const { program, priors, exactly } = this.setting;
    const lookahead = new Lookahead(program, this.variants, this.unansweredKeys, priors);
    const [collection] = this.unlistedCollections;
    const waits = collection === undefined || lookahead.at(this.variants.unchanged).open.some(isScenario);
    return (this.step = waits ? planNext(lookahead, { exactly, most: this.maxQuestions }) : { collection });
  }

  private describe(next: NextStep): InterviewQuestion | undefined {
    const { words, program } = this.setting;
    if (next.collection !== undefined) {
      const { collection } = next;
      const items = this.inputs.items.filter((item) => item.collection === collection.id);
      return words.collection(collection, items, program);
    }
    return next.question && words.factor(next.question, next.decides);
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
