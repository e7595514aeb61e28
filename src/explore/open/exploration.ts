import type { CommonOptions } from '../../language/options.js';
import { Describer, ofItem, placeTitle } from '../../report/describe.js';
import { readInput, today, type WorkloadInput } from '../../report/recommend.js';
import type { Lang } from '../../language/format.js';
import type { OpenFactor, OpenPlace } from '../../language/schema/results/exploration.js';
import type { Recommendation } from '../../language/schema/results/recommendation.js';
import type { ReadWorkload } from '../../language/values/statement.js';
import { listed, spaced } from '../../language/text/text.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import { programOf } from '../../program/ir/lower.js';
import { tickTitle, type Tick } from '../map/map-axis.js';
import { openQuestions, type OpenQuestion, type OpenQuestions } from './open-questions.js';
import { changeOf, UNSTATED_REPLY, replyValue, type Question, type Reply } from '../variants/question.js';
import type { Changes } from '../variants/changes.js';
import { placeKey, type Choice } from '../variants/choice.js';
import { choiceAt } from '../variants/place-status.js';
import { cellAt, figuresOf, type FigureCell } from '../variants/thresholds.js';
import { WorkloadVariants } from '../variants/workload-variants.js';
import { whatIfRead } from '../what-if/what-if.js';

export interface ExploreOptions extends CommonOptions {
  /** How many variations may be decided for each place to find the open factors; 500 by default. */
  readonly most?: number;
  /** Whether long lists of replies are cut short in the conditions of flips. */
  readonly brief?: boolean;
}

/** What {@link explore} adds to `exploration` of a recommendation. */
export type Exploration = Required<Pick<NonNullable<Recommendation['exploration']>, 'open' | 'whatIf'>>;

/**
 * What would change the answer to a workload, for each place of its stack: the factors that are not stated and can matter, by themselves or together with others, and the smallest
 * changes to what is stated.
 *
 * @throws {DiagnosticError} when the workload is not valid
 */
export function explore(knowledge: KnowledgeBase, workload: WorkloadInput, options: ExploreOptions = {}): Exploration {
  return exploreRead(knowledge, readInput(knowledge, workload, options), options);
}

/** As {@link explore}, for a workload that is read already. */
export function exploreRead(
  knowledge: KnowledgeBase,
  workload: ReadWorkload,
  { lang = 'en', asOf = today(), most, brief = false }: ExploreOptions = {},
): Exploration {
  const variations = new WorkloadVariants(programOf(knowledge), workload, asOf);
  const words = new OpenWords(variations, new Describer(knowledge, lang));
  const open = variations.decide(variations.unchanged).places.map((decided): OpenPlace => {
    const { role, item, chosen } = decided;
    const place = placeKey(role.id, item?.name);
    const found = openQuestions(variations, place, most);
    return {
      role: role.id,
      ...(item && { name: item.name }),
      title: placeTitle(decided, words.describe),
      chosen: [...chosen],
      factors: found.open.map((one) => words.factor(one, place)),
      together: found.together,
      proven: found.proven,
      decided: found.decided,
      text: words.proof(found),
    };
  });
  return { open, whatIf: whatIfRead(knowledge, workload, { lang, asOf, brief }).places };
}

/** Puts open questions into words, in one language. */
class OpenWords {
  constructor(
    private readonly variations: WorkloadVariants,
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
    const before = others.map((other) => this.said(other.question, [other.reply]));
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
          text: this.change([...before, this.said(question, replies)], title, instead),
        };
      }),
    };
  }

  /** What a search proves. */
  proof({ open, together, proven, decided }: OpenQuestions): string {
    return this.spaced(TEXTS[this.describe.lang][proven ? 'proven' : 'searched'](open.length > 0, decided, together));
  }

  private named({ factor, section, item }: Question): Pick<OpenFactor, 'factor' | 'of' | 'title'> {
    const title = factor.title[this.describe.lang];
    return item === undefined
      ? { factor: factor.id, title }
      : { factor: factor.id, of: `${section}/${item}`, title: ofItem(title, item, this.describe.lang) };
  }

  /** `Performance: high or extreme`, `Nodes: > 2`. */
  private said(question: Question, replies: readonly Reply[]): string {
    const { lang } = this.describe;
    const names = this.ticks(question, replies).map((tick) => tickTitle(tick, question, this.describe));
    return `${this.named(question).title}${lang === 'zh' ? '：' : ': '}${listed(names, lang)}`;
  }

  private change(conditions: readonly string[], chosen: string, instead: string | undefined): string {
    const texts = TEXTS[this.describe.lang];
    const after = instead === undefined ? '' : texts.otherwise(instead);
    return this.spaced(`${conditions.join(texts.and)} → ${chosen}${after}`);
  }

  private title(there: Choice, changes: Changes, place: string): string {
    return choiceAt(there, this.variations, changes, place, this.describe).title;
  }

  /** The replies as a map shows them; of figures, cells side by side are one range. */
  private ticks({ factor }: Question, replies: readonly Reply[]): Tick[] {
    const { figures } = replies.some(({ figure }) => figure)
      ? figuresOf(factor, this.variations.program)
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

  private spaced(text: string): string {
    return this.describe.lang === 'zh' ? spaced(text) : text;
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

interface Texts {
  readonly and: string;
  readonly otherwise: (title: string) => string;
  readonly proven: (some: boolean, decided: number) => string;
  readonly searched: (some: boolean, decided: number, together: number) => string;
}

const TEXTS: Readonly<Record<Lang, Texts>> = {
  en: {
    and: '; ',
    otherwise: (title) => ` (else ${title})`,
    proven: (some, decided) =>
      `Proven: ${some ? 'no other' : 'no'} unanswered factor can change it (${variations(decided)} decided).`,
    searched: (some, decided, together) =>
      together === 0
        ? `The search ended before every single reply was tried (${variations(decided)} decided).`
        : `${some ? 'No other' : 'No'} unanswered factor changes it ${together === 1 ? 'by itself' : `with up to ${String(together)} replies together`}; the search ended there (${variations(decided)} decided).`,
  },
  zh: {
    and: '；',
    otherwise: (title) => `（否则为${title}）`,
    proven: (some, decided) =>
      `已证明：${some ? '其他' : ''}未回答的因素都不会改变它（共判定 ${String(decided)} 种变化）。`,
    searched: (some, decided, together) =>
      together === 0
        ? `尚未试完每一项回答，搜索就已结束（共判定 ${String(decided)} 种变化）。`
        : `${together === 1 ? '' : `至多 ${String(together)} 项回答合在一起时，`}${some ? '其他' : ''}未回答的因素${together === 1 ? '单独' : ''}都不会改变它；搜索到此为止（共判定 ${String(decided)} 种变化）。`,
  },
};

const variations = (count: number): string => `${String(count)} variation${count === 1 ? '' : 's'}`;
