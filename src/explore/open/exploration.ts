import type { AnyVocabulary } from '../../language/schema/vocabulary.js';
import type { WorkloadInput } from '../../language/schema/workload.js';
import type { CommonOptions } from '../../language/options.js';
import { Describer, placeTitle } from '../../report/describe.js';
import { readInput, today } from '../../report/recommend.js';
import { DEFAULT_LANG } from '../../language/format.js';
import type { OpenFactor, OpenPlace } from '../../language/schema/results/exploration.js';
import type { AnyRecommendation } from '../../language/schema/results/recommendation.js';
import type { ReadWorkload } from '../../language/values/statement.js';
import { labelled, listed, typeset, withBrackets } from '../../language/text/text.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import { programOf } from '../../program/ir/lower.js';
import { tickTitle, type Tick } from '../map/map-axis.js';
import { EXPLORE_TEXTS } from '../texts/index.js';
import { openQuestions, type OpenQuestion, type OpenQuestions } from './open-questions.js';
import { changeOf, UNSTATED_REPLY, replyValue, type Question, type Reply } from '../variants/question.js';
import type { Changes } from '../variants/changes.js';
import { placeKey, type Choice } from '../variants/choice.js';
import { choiceAt } from '../variants/place-status.js';
import { cellAt, figuresOf, type FigureCell } from '../variants/thresholds.js';
import { WorkloadVariants } from '../variants/workload-variants.js';
import { whatIfRead } from '../what-if/what-if.js';

export interface ExploreOptions extends CommonOptions {
  /** How many variants may be decided for each place to find the open factors; 500 by default. */
  readonly most?: number;
  /** What the counterfactuals may not change: factors, or what is stated of one item. */
  readonly keep?: readonly string[];
  /** Whether long lists of replies are abridged in the conditions of counterfactuals. */
  readonly brief?: boolean;
}

/** What {@link explore} adds to `exploration` of a recommendation. */
export type Exploration = Required<Pick<NonNullable<AnyRecommendation['exploration']>, 'open' | 'whatIf'>>;

/**
 * What would change the recommendation for a workload, for each place of its stack: the factors that are not stated and can matter, alone
 * or jointly with others; and the smallest changes to what is stated.
 *
 * @throws {DiagnosticError} when the workload is not valid
 */
export function explore<V extends AnyVocabulary>(
  knowledge: KnowledgeBase<V>,
  workload: WorkloadInput<V>,
  options: ExploreOptions = {},
): Exploration {
  return exploreRead(knowledge, readInput(knowledge, workload, options), options);
}

/** As {@link explore}, for a workload that is read already. */
export function exploreRead(
  knowledge: KnowledgeBase,
  workload: ReadWorkload,
  { lang = DEFAULT_LANG, asOf = today(), most, keep = [], brief = false }: ExploreOptions = {},
): Exploration {
  const variants = new WorkloadVariants(programOf(knowledge), workload, asOf);
  const describer = new OpenFactorDescriber(variants, new Describer(knowledge, lang));
  const open = variants.decide(variants.unchanged).places.map((decided): OpenPlace => {
    const { role, item, chosen } = decided;
    const place = placeKey(role.id, item?.name);
    const found = openQuestions(variants, place, most);
    return {
      role: role.id,
      ...(item && { name: item.name }),
      title: placeTitle(decided, describer.describe),
      chosen: [...chosen],
      factors: found.open.map((one) => describer.factor(one, place)),
      together: found.jointReplies,
      proven: found.proven,
      decided: found.decided,
      text: describer.proof(found),
    };
  });
  return { open, whatIf: whatIfRead(knowledge, workload, { lang, asOf, keep, brief }).places };
}

/** Describes open questions in one language. */
class OpenFactorDescriber {
  constructor(
    private readonly variants: WorkloadVariants,
    readonly describe: Describer,
  ) {}

  /** @param place its key */
  factor({ question, given, before: without, changes, tried }: OpenQuestion, place: string): OpenFactor {
    const others = [...given];
    const groups = new Map<string, { readonly there: Choice; readonly replies: Reply[] }>();
    for (const { reply, there } of changes) {
      const group = groups.get(there.id) ?? { there, replies: [] };
      groups.set(there.id, group);
      group.replies.push(reply);
    }
    const before = others.map((other) => this.condition(other.question, [other.reply]));
    const instead = others.length === 0 ? undefined : this.title(without, given, place);
    return {
      ...this.named(question),
      with: others.map((other, n) => ({
        ...this.named(other.question),
        value: replyValue(other.reply),
        text: before[n] ?? '',
      })),
      ...(others.length > 0 && { instead: [...(without.chosen ?? [])] }),
      share: Math.round((changes.length / tried) * 1000) / 1000,
      changes: [...groups.values()].map(({ there, replies: [first = UNSTATED_REPLY, ...more] }) => {
        const replies = [first, ...more];
        const title = this.title(there, given.with(changeOf(question, first)), place);
        return {
          values: replies.map(replyValue),
          chosen: [...(there.chosen ?? [])],
          ...(there.candidate?.by && { by: there.candidate.by.technology }),
          title,
          text: this.change([...before, this.condition(question, replies)], title, instead),
        };
      }),
    };
  }

  /** What a search proves. */
  proof({ open, jointReplies, proven, decided }: OpenQuestions): string {
    const texts = EXPLORE_TEXTS[this.describe.lang].open;
    const found = open.length > 0;
    if (proven) return this.typeset(texts.proven(found, decided));
    if (jointReplies === 0) return this.typeset(texts.endedEarly(decided));
    return this.typeset(
      jointReplies === 1 ? texts.endedAlone(found, decided) : texts.endedJointly(found, jointReplies, decided),
    );
  }

  private named({ factor, section, item }: Question): Pick<OpenFactor, 'factor' | 'of' | 'title'> {
    const title = factor.title[this.describe.lang];
    return item === undefined
      ? { factor: factor.id, title }
      : { factor: factor.id, of: `${section}/${item}`, title: withBrackets(title, item, this.describe.lang) };
  }

  /** `Performance: high or extreme`, `Nodes: > 2`. */
  private condition(question: Question, replies: readonly Reply[]): string {
    const { lang } = this.describe;
    const names = this.ticks(question, replies).map((tick) => tickTitle(tick, question, this.describe));
    return labelled(this.named(question).title, listed(names, lang), lang);
  }

  private change(conditions: readonly string[], chosen: string, instead: string | undefined): string {
    const texts = EXPLORE_TEXTS[this.describe.lang].open;
    return this.typeset(
      instead === undefined ? texts.change(conditions, chosen) : texts.changeFrom(conditions, chosen, instead),
    );
  }

  private title(there: Choice, changes: Changes, place: string): string {
    return choiceAt(there, this.variants, changes, place, this.describe).title;
  }

  /** The replies as a map shows them; neighbouring cells of figures make one range. */
  private ticks({ factor }: Question, replies: readonly Reply[]): Tick[] {
    const { figures } = replies.some(({ figure }) => figure)
      ? figuresOf(factor, this.variants.program)
      : { figures: [] };
    const ticks: Tick[] = [];
    let last = -1;
    for (const reply of replies) {
      const at = reply.figure === undefined ? -1 : cellAt(reply.figure.value, figures);
      const cell = figures[at];
      const before = ticks.at(-1);
      if (cell !== undefined && last >= 0 && at === last + 1 && before?.range !== undefined)
        ticks[ticks.length - 1] = { ...before, range: { ...withoutHigh(before.range), ...highOf(cell) } };
      else
        ticks.push({
          reply,
          own: false,
          ...(cell && { range: { ...lowOf(cell), ...highOf(cell) } }),
          ...member(reply),
        });
      last = at;
    }
    return ticks;
  }

  private typeset(text: string): string {
    return typeset(text, this.describe.lang);
  }
}

type Range = NonNullable<Tick['range']>;

const withoutHigh = ({ low }: Range): Range => (low ? { low } : {});

const lowOf = ({ fromBelow, single }: FigureCell): Range =>
  fromBelow ? { low: { text: fromBelow.text, figure: fromBelow.figure, included: single } } : {};

const highOf = ({ fromAbove, single }: FigureCell): Range =>
  fromAbove ? { high: { text: fromAbove.text, figure: fromAbove.figure, included: single } } : {};

/** Of a set, the member that it is about. */
function member({ value }: Reply): Pick<Tick, 'member'> {
  const [id, ...more] = Array.isArray(value) ? (value as readonly string[]) : [];
  return id === undefined || more.length > 0 ? {} : { member: { id, added: true } };
}
