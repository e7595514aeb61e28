import { Describer } from '../../report/describe.js';
import type { GivenItem } from '../../decide/inputs/inputs.js';
import type { Lang } from '../../language/format.js';
import type { Text } from '../../language/schema/common.js';
import type { InterviewPreset, InterviewQuestion, InterviewReply } from '../../language/schema/results/interview.js';
import type { Factor } from '../../language/schema/knowledge/factor.js';
import type { Collection } from '../../language/schema/knowledge/package.js';
import { figureExamples } from '../../language/values/figure.js';
import type { Value } from '../../language/values/statement.js';
import { listed, typeset, withBrackets } from '../../language/text/text.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import type { Program } from '../../program/ir/program.js';
import type { Decides } from './plan.js';
import { EXPLORE_TEXTS } from '../texts/index.js';
import type { InterviewTexts } from '../texts/texts.js';
import { replyValue, type Question } from '../variants/question.js';
import { NO_LIMIT, NONE } from './decline.js';

/** What knowledge says of a value. */
interface Described {
  readonly meaning?: Text;
  readonly aliases?: readonly string[];
}

/** How many choices a sentence names. */
const MAX_NAMED_CHOICES = 4;

/** Gives the questions of an interview their texts, in one language. */
export class QuestionDescriber {
  private readonly describe: Describer;
  private readonly texts: InterviewTexts;

  constructor(
    private readonly knowledge: KnowledgeBase,
    private readonly lang: Lang,
  ) {
    this.describe = new Describer(knowledge, lang);
    this.texts = EXPLORE_TEXTS[lang].interview;
  }

  /** A question about a factor. */
  factor({ key, factor, item }: Question, decides: Decides | undefined): InterviewQuestion {
    return { ...this.unexplained({ key, factor, ...(item !== undefined && { item }) }), why: this.why(decides) };
  }

  /** A question about what the scenario presets, which somebody wants to change. */
  reconsidered(question: Question, preset: InterviewPreset): InterviewQuestion {
    const why = { text: this.typeset(this.texts.why.preset(preset.text)), between: [] };
    return { ...this.unexplained(question), preset: [preset.value], presetText: preset.text, why };
  }

  /** What a scenario presets for the factor of a question. */
  preset({ key, factor }: Question, value: Value): InterviewPreset {
    const known = this.replies(factor).find((reply) => reply.value === value);
    return {
      key,
      factor: factor.id,
      value: replyValue({ value }) ?? '',
      title: factor.title[this.lang],
      text: this.describe.value(factor, value),
      ...(known?.meaning !== undefined && { meaning: known.meaning }),
    };
  }

  private unexplained({
    key,
    factor,
    item,
  }: Pick<Question, 'key' | 'factor' | 'item'>): Omit<InterviewQuestion, 'why'> {
    const examples = figureExamples(factor, this.knowledge);
    const title = factor.title[this.lang];
    return {
      key,
      factor: factor.id,
      ...(item !== undefined && { item }),
      takes: factor.type === 'quantity' ? 'figure' : factor.type === 'set' ? 'many' : 'one',
      title: item === undefined ? title : this.withItem(title, item),
      text: factor.question[this.lang],
      ...this.about(factor),
      replies: this.replies(factor),
      ...this.decline(factor),
      examples,
      preset: [],
      howToFind: this.howToFind(factor, examples),
    };
  }

  /** The reply that declines a question, unless one of its own does. */
  private decline(factor: Factor): { decline?: InterviewReply } {
    const { none, noScenario, noLimit } = this.texts.decline;
    const isScenario = factor.type === 'choice' && factor.values === 'scenarios';
    const declines = (value: InterviewReply['value'], { title, meaning }: Omit<InterviewReply, 'value'>) => ({
      decline: { value, title, ...(meaning !== undefined && { meaning }) },
    });
    if (factor.type === 'set') return declines([], none);
    if (factor.type === 'quantity') return declines(NO_LIMIT, noLimit);
    return isScenario ? declines(NONE, noScenario) : {};
  }

  /** The question which items a collection has. */
  collection({ id, key, title }: Collection, items: readonly GivenItem[], program: Program): InterviewQuestion {
    const factor = this.knowledge.factors.get(key);
    const preset = items.flatMap(({ given }) => given.find((one) => one.factor.id === key)?.value ?? []);
    const places = program.roles.filter(({ each }) => each === id).map((role) => this.place(role.id));
    return {
      key: id,
      factor: key,
      takes: 'many',
      title: title[this.lang],
      text: this.typeset(this.texts.whichItems(title[this.lang])),
      replies: factor === undefined ? [] : this.replies(factor),
      decline: { value: [], title: this.texts.decline.none.title },
      examples: [],
      preset: [...new Set(preset)],
      ...this.presetText(items),
      why: { text: this.typeset(this.texts.choicePerItem(title[this.lang], places)), between: [] },
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
    return { presetText: listed(named, this.lang, 'and') };
  }

  private replies(factor: Factor): InterviewReply[] {
    const reply = (value: Value, { meaning, aliases }: Described = {}): InterviewReply => ({
      value,
      title: this.describe.value(factor, value),
      ...(meaning && { meaning: meaning[this.lang] }),
      ...(aliases && { aliases }),
    });
    if (factor.type === 'flag') return [reply(true), reply(false)];
    if (factor.type === 'quantity') return [];
    if (factor.type === 'ordinal') return factor.levels.map((level) => reply(level.id, level));
    if (typeof factor.values === 'object') return factor.values.map((value) => reply(value.id, value));
    const { scenarios, outcomeById } = this.knowledge;
    const known = factor.values === 'scenarios' ? scenarios : outcomeById;
    return this.knowledge.values(factor).map(({ id }) => {
      const { summary: meaning, aliases } = known.get(id) ?? {};
      return reply(id, { ...(meaning && { meaning }), ...(aliases && { aliases }) });
    });
  }

  private about(factor: Factor): { about?: string } {
    return factor.description === undefined ? {} : { about: factor.description[this.lang] };
  }

  private why(decides: Decides | undefined): InterviewQuestion['why'] {
    const { why } = this.texts;
    if (decides === undefined) return { text: this.typeset(why.notExcluded), between: [] };
    const { place, between } = decides;
    const [role = '', item] = place.split('/');
    const title = item === undefined ? this.place(role) : this.withItem(this.place(role), item);
    const named = between
      .slice(0, MAX_NAMED_CHOICES)
      .map((combo) => (combo.length === 0 ? this.texts.nothing : this.describe.combo(combo)));
    const [one = '', other = ''] = named;
    const text =
      between.length < 2
        ? why.whetherNeeded(title)
        : between.length === 2
          ? why.between(title, one, other)
          : between.length > MAX_NAMED_CHOICES
            ? why.amongOthers(title, named)
            : why.among(title, named);
    return { text: this.typeset(text), place, between };
  }

  private place(role: string): string {
    return this.knowledge.roles.find(({ id }) => id === role)?.title[this.lang] ?? role;
  }

  /** The title of an item: that of its kind, where the kind is its name. */
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
    if (factor.type === 'quantity') return this.typeset(this.texts.howToFind.figure(examples));
    return this.typeset(this.texts.howToFind.closest);
  }

  private withItem(title: string, item: string): string {
    return this.typeset(withBrackets(title, this.itemTitle(item), this.lang));
  }

  private typeset(text: string): string {
    return typeset(text, this.lang);
  }
}
