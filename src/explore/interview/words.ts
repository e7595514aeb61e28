import { Describer } from '../../report/describe.js';
import type { GivenItem } from '../../decide/inputs/inputs.js';
import type { Lang } from '../../language/format.js';
import type { Text } from '../../language/schema/common.js';
import type { Factor } from '../../language/schema/knowledge/factor.js';
import type { Collection } from '../../language/schema/knowledge/package.js';
import type { Value } from '../../language/values/statement.js';
import { listed, spaced } from '../../language/text/text.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import type { Program } from '../../program/ir/program.js';
import type { Decides } from './plan.js';
import type { Question } from '../variants/question.js';
import { dimensionOf } from '../variants/thresholds.js';

/** A reply that a question offers. */
export interface InterviewReply {
  /** What to give to `reply`. */
  readonly value: Value;
  readonly title: string;
  readonly meaning?: string;
}

/** A question of an interview, in words. */
export interface InterviewQuestion {
  /** Where its reply stands: `requirements/security`, or `data/ledger/iops` for an item; for a list of items the id of the collection. */
  readonly key: string;
  /** The factor, or the one that says what each item is. */
  readonly factor: string;
  readonly item?: string;
  /** What it takes: one of the replies, any number of them, or a figure; `one` may take a figure as well, where there are `examples`. */
  readonly takes: 'one' | 'many' | 'figure';
  readonly title: string;
  readonly text: string;
  readonly about?: string;
  readonly replies: readonly InterviewReply[];
  /** Figures as they may be written. */
  readonly examples: readonly string[];
  /** Of a list of items: those that the scenario brings where none are stated. */
  readonly preset: readonly Value[];
  /** All that the scenario brings where no items are stated, in words. */
  readonly presetText?: string;
  /** What it may decide. */
  readonly why: {
    readonly text: string;
    /** The place of the stack, as `runtime` or `storage/ledger`; none where it is not known. */
    readonly place?: string;
    /** The choices that its replies lead to, in ids. */
    readonly between: readonly (readonly string[])[];
  };
  /** How to find the answer. */
  readonly howToFind: string;
}

/** As many choices are named in a sentence. */
const NAMED = 4;

/** Puts questions into the words of one language. */
export class InterviewWords {
  private readonly describe: Describer;

  constructor(
    private readonly knowledge: KnowledgeBase,
    private readonly lang: Lang,
  ) {
    this.describe = new Describer(knowledge, lang);
  }

  /** A question about a factor. */
  factor({ key, factor, item }: Question, decides: Decides | undefined): InterviewQuestion {
    const examples = dimensionOf(factor, this.knowledge)?.examples ?? [];
    const title = factor.title[this.lang];
    return {
      key,
      factor: factor.id,
      ...(item !== undefined && { item }),
      takes: factor.type === 'quantity' ? 'figure' : factor.type === 'set' ? 'many' : 'one',
      title: item === undefined ? title : this.say('ofItem', title, this.itemTitle(item)),
      text: factor.question[this.lang],
      ...this.about(factor),
      replies: this.replies(factor),
      examples,
      preset: [],
      why: this.why(decides),
      howToFind: this.howToFind(factor, examples),
    };
  }

  /** The question which items there are. */
  collection({ id, key, title }: Collection, items: readonly GivenItem[], program: Program): InterviewQuestion {
    const factor = this.knowledge.factors.get(key);
    const preset = items.flatMap(({ given }) => given.find((one) => one.factor.id === key)?.value ?? []);
    const places = program.roles.filter(({ each }) => each === id).map((role) => this.place(role.id));
    return {
      key: id,
      factor: key,
      takes: 'many',
      title: title[this.lang],
      text: this.say('which', title[this.lang]),
      replies: factor === undefined ? [] : this.replies(factor),
      examples: [],
      preset: [...new Set(preset)],
      ...this.presetText(items),
      why: { text: this.say('each', title[this.lang], listed(places, this.lang, 'and')), between: [] },
      howToFind: factor === undefined ? '' : this.howToFind(factor, []),
    };
  }

  private presetText(items: readonly GivenItem[]): { presetText?: string } {
    if (!items.some(({ given }) => given.some(({ origin }) => origin === 'scenario'))) return {};
    const named = items.map(({ given }) =>
      given
        .flatMap(
          ({ factor, value, figure }) =>
            figure?.text ?? (value === undefined ? [] : this.describe.value(factor, value)),
        )
        .join(' '),
    );
    return { presetText: listed(named, this.lang) };
  }

  private replies(factor: Factor): InterviewReply[] {
    const reply = (value: Value, meaning?: Text): InterviewReply => ({
      value,
      title: this.describe.value(factor, value),
      ...(meaning && { meaning: meaning[this.lang] }),
    });
    if (factor.type === 'flag') return [reply(true), reply(false)];
    if (factor.type === 'quantity') return [];
    if (factor.type === 'ordinal') return factor.levels.map(({ id, meaning }) => reply(id, meaning));
    if (typeof factor.values === 'object') return factor.values.map(({ id, meaning }) => reply(id, meaning));
    const { scenarios, outcomeById } = this.knowledge;
    const of = (id: string): Text | undefined =>
      (factor.values === 'scenarios' ? scenarios : outcomeById).get(id)?.summary;
    return this.knowledge.values(factor).map(({ id }) => reply(id, of(id)));
  }

  private about(factor: Factor): { about?: string } {
    return factor.description === undefined ? {} : { about: factor.description[this.lang] };
  }

  private why(decides: Decides | undefined): InterviewQuestion['why'] {
    if (decides === undefined) return { text: this.say('perhaps'), between: [] };
    const { place, between } = decides;
    const [role = '', item] = place.split('/');
    const title = item === undefined ? this.place(role) : this.say('ofItem', this.place(role), this.itemTitle(item));
    const named = between
      .slice(0, NAMED)
      .map((combo) => (combo.length === 0 ? this.say('nothing') : this.describe.combo(combo)));
    const text =
      between.length < 2
        ? this.say('whether', title)
        : between.length > NAMED
          ? this.say('among', title, named.join(this.lang === 'zh' ? '、' : ', '))
          : this.say(
              between.length === 2 ? 'between' : 'of',
              title,
              listed(named, this.lang, this.lang === 'zh' ? 'or' : 'and'),
            );
    return { text, place, between };
  }

  private place(role: string): string {
    return this.knowledge.roles.find(({ id }) => id === role)?.title[this.lang] ?? role;
  }

  /** An item is mostly called by what it is. */
  private itemTitle(name: string): string {
    const keys = [...this.knowledge.collections.values()].map(({ key }) => this.knowledge.factors.get(key));
    for (const factor of keys) {
      if (factor !== undefined && this.knowledge.values(factor).some(({ id }) => id === name))
        return this.describe.value(factor, name);
    }
    return name;
  }

  private howToFind(factor: Factor, examples: readonly string[]): string {
    if (factor.howToFind !== undefined) return factor.howToFind[this.lang];
    if (factor.type === 'quantity') return this.say('figure', listed(examples, this.lang));
    return this.say('closest');
  }

  private say(which: keyof typeof SENTENCES, ...words: readonly string[]): string {
    const text = SENTENCES[which][this.lang].replaceAll(/\{(\d)\}/g, (_, n: string) => words[Number(n)] ?? '');
    return this.lang === 'zh' ? spaced(text) : text;
  }
}

/** What is said, with places for names. */
const SENTENCES = {
  ofItem: { en: '{0} ({1})', zh: '{0}（{1}）' },
  which: { en: 'Which {0} are there?', zh: '有哪些{0}？' },
  each: { en: 'Each of the {0} gets a choice of its own: {1}.', zh: '每一项{0}都要单独作出选择：{1}。' },
  between: { en: 'For {0}, it decides between {1}.', zh: '在{0}方面，它决定选用{1}。' },
  of: { en: 'For {0}, it decides among {1}.', zh: '在{0}方面，它决定选用{1}。' },
  among: { en: 'For {0}, it decides among {1} and others.', zh: '在{0}方面，它决定在{1}等选项中选用哪个。' },
  whether: { en: 'It decides whether {0} is needed.', zh: '它决定是否需要{0}。' },
  nothing: { en: 'nothing', zh: '不选' },
  perhaps: { en: 'It is not proven to make no difference.', zh: '尚不能证明它对结果没有影响。' },
  figure: { en: 'A rough figure with its unit will do, such as {0}.', zh: '写出大致数值和单位即可，如{0}。' },
  closest: {
    en: 'Take the reply that comes closest; whoever runs the workload can tell.',
    zh: '选择最接近的一项；不确定时可询问该工作负载的负责人。',
  },
} as const;
