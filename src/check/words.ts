import { list, spaced } from '../language/text.js';
import type { Lang } from '../language/format.js';
import type { ProblemCode } from '../language/problems.js';
import type { Factor } from '../language/schema/factor.js';
import { type Describer } from '../decide/describe.js';
import { difference, each, has, sizeOf, type CodeSet } from '../program/codes.js';
import { statable, UNSTATED, valueOf, type Variable } from '../program/domain.js';
import type { ProgramDecision } from '../program/program.js';
import type { Test } from '../language/schema/condition.js';
import type { Found } from './found.js';
import type { SomeTest } from '../program/tests.js';
import type { Point, Region } from './region.js';

/** Puts problems into words, in one language. */
export class ProblemWords {
  /** What was put into words of each variable: the same sets come up again and again. */
  private readonly known = new Map<Variable, Map<string, string>>();

  constructor(private readonly describe: Describer) {}

  private get lang(): Lang {
    return this.describe.lang;
  }

  /** What is wrong, in a sentence. */
  message(found: Found): string {
    const { knowledge, lang } = this.describe;
    const { decision, other, rules = [], factor, levels = [], technology, criterion, says = [] } = found;
    const titled = factor === undefined ? undefined : knowledge.factors.get(factor);
    const names = rules.map(
      ({ origin: { rule, source } }) => `\`${rule}\`${source === undefined ? '' : ` (${source})`}`,
    );
    const [first = '', ...others] = names;
    const text = MESSAGES[lang][found.code]({
      decision: decision === undefined ? '' : this.decision(decision, found.output),
      other: other === undefined ? '' : this.decision(other, found.otherOutput),
      rules: list(names, lang, 'and'),
      first,
      others: list(others, lang, 'and'),
      factor: titled?.title[lang] ?? factor ?? '',
      levels: levels.map((level) =>
        titled === undefined ? level : this.describe.value(titled, valueFor(titled, level)),
      ),
      technology: technology === undefined ? '' : this.describe.outcome(technology),
      criterion: (criterion === undefined ? undefined : knowledge.criteria.get(criterion)?.title[lang]) ?? '',
      says: this.says(says),
      policy: decision?.body.form === 'table' ? decision.body.hitPolicy : '',
      id: found.subject?.id ?? '',
    });
    return lang === 'zh' ? spaced(text) : text;
  }

  says(says: NonNullable<Found['says']>): string[] {
    return says.map((answer) => (answer === null ? SILENCE[this.lang] : this.describe.answer(answer)));
  }

  private decision({ id, outputs }: ProgramDecision, output?: number): string {
    const title = this.describe.knowledge.decisions.get(id)?.title[this.lang] ?? id;
    const named = output === undefined || outputs.length === 1 ? '' : `.${outputs[output] ?? ''}`;
    return QUOTED[this.lang](title, `${id}${named}`);
  }

  /** A region, as what each factor may be. */
  region({ sets, some }: Region): string {
    const parts = [
      ...sets.map(([variable, set]) => this.set(variable, set)),
      ...some.map(([test, holds]) => this.some(test, holds)),
    ];
    return parts.length === 0 ? ANYTHING[this.lang] : this.joined(parts);
  }

  /** An input, as what is stated. */
  point({ codes, some }: Point): string {
    const stated = [...codes].filter(([, code]) => code !== UNSTATED);
    if (stated.length + some.length === 0) return NOTHING[this.lang];
    return this.joined([
      ...stated.map(([variable, code]) =>
        this.once(variable, `= ${String(code)}`, () => this.titled(variable, [this.value(variable, code)])),
      ),
      ...some.map(({ test }) => this.some(test, true)),
    ]);
  }

  private joined(parts: readonly string[]): string {
    return parts.join(this.lang === 'zh' ? '；' : '; ');
  }

  private some({ name, test }: SomeTest, holds: boolean): string {
    return HOLDS[this.lang](this.describe.test(name, test as Test), holds);
  }

  private titled({ factor }: Variable, values: readonly string[]): string {
    const text = `${factor.title[this.lang]}${this.lang === 'zh' ? '：' : ': '}${list(values, this.lang)}`;
    return this.lang === 'zh' ? spaced(text) : text;
  }

  private set(variable: Variable, set: CodeSet): string {
    return this.once(variable, set.join(), () => this.ofSet(variable, set));
  }

  private once(variable: Variable, key: string, words: () => string): string {
    let known = this.known.get(variable);
    if (known === undefined) this.known.set(variable, (known = new Map<string, string>()));
    let text = known.get(key);
    if (text === undefined) known.set(key, (text = words()));
    return text;
  }

  private ofSet(variable: Variable, set: CodeSet): string {
    const { size } = variable;
    const stated = difference(set, [UNSTATED, UNSTATED]);
    const missing = difference(statable(variable), stated);
    const unstated = has(set, UNSTATED);
    const words =
      sizeOf(stated) === 0
        ? []
        : sizeOf(missing) === 0 && !unstated
          ? [STATED[this.lang]]
          : variable.bounds !== undefined
            ? [this.ranges(variable, stated)]
            : sizeOf(missing) < sizeOf(stated) && sizeOf(missing) > 0 && size > 4
              ? [OTHER_THAN[this.lang](list(this.values(variable, missing), this.lang))]
              : this.values(variable, stated);
    return this.titled(variable, [...words, ...(unstated ? [UNSTATED_WORD[this.lang]] : [])]);
  }

  private values(variable: Variable, set: CodeSet): string[] {
    return [...each(set)].map((code) => this.value(variable, code));
  }

  private value(variable: Variable, code: number): string {
    const { factor, member, bounds } = variable;
    if (factor.type === 'set' && member === undefined) return STATED[this.lang];
    if (member !== undefined) return MEMBER[this.lang](this.describe.value(factor, [member]), code === 2);
    const value = valueOf(variable, code);
    if (value === undefined) return '';
    return bounds === undefined ? this.describe.value(factor, value) : this.figure(factor, Number(value));
  }

  /** Figures from bound to bound: odd codes lie between bounds, even ones on a bound. */
  private ranges({ bounds = [], size, factor }: Variable, set: CodeSet): string {
    const figure = (code: number): string => this.figure(factor, bounds[(code - 2) / 2] ?? 0);
    const parts: string[] = [];
    for (let at = 0; at < set.length; at += 2) {
      const [first, last] = [set[at] ?? 0, set[at + 1] ?? 0];
      const ends: string[] = [];
      if (first > 1) ends.push(first % 2 === 0 ? `≥ ${figure(first)}` : `> ${figure(first - 1)}`);
      if (last < size - 1) ends.push(last % 2 === 0 ? `≤ ${figure(last)}` : `< ${figure(last + 1)}`);
      parts.push(
        first === last && first % 2 === 0 ? `= ${figure(first)}` : ends.join(this.lang === 'zh' ? ' 且 ' : ' and '),
      );
    }
    return list(parts, this.lang);
  }

  private figure(factor: Factor, value: number): string {
    const dimension = factor.type === 'quantity' ? this.describe.knowledge.dimensions.get(factor.dimension) : undefined;
    return dimension === undefined || dimension.bare === true ? String(value) : `${String(value)} ${dimension.base}`;
  }
}

/** What a level is as a value of its factor. */
const valueFor = (factor: Factor, level: string): string | boolean | readonly string[] =>
  factor.type === 'flag' ? level === 'true' : factor.type === 'set' ? level.split(',') : level;

const QUOTED = {
  en: (title: string, id: string) => `“${title}” [${id}]`,
  zh: (title: string, id: string) => `“${title}” [${id}]`,
};
const ANYTHING = { en: 'every input', zh: '任何输入' };
const NOTHING = { en: 'nothing stated', zh: '什么都未说明' };
const STATED = { en: 'any value', zh: '任意值' };
const UNSTATED_WORD = { en: 'not stated', zh: '未说明' };
const SILENCE = { en: 'no answer', zh: '不作答' };
const OTHER_THAN = { en: (values: string) => `anything but ${values}`, zh: (values: string) => `除${values}以外` };
const MEMBER = {
  en: (member: string, holds: boolean) => (holds ? `with ${member}` : `without ${member}`),
  zh: (member: string, holds: boolean) => (holds ? `含${member}` : `不含${member}`),
};
const HOLDS = {
  en: (test: string, holds: boolean) => (holds ? test : `it is not so that ${test}`),
  zh: (test: string, holds: boolean) => (holds ? test : `并非${test}`),
};

interface Parts {
  readonly decision: string;
  readonly other: string;
  readonly rules: string;
  readonly first: string;
  readonly others: string;
  readonly factor: string;
  readonly levels: readonly string[];
  readonly technology: string;
  readonly criterion: string;
  readonly says: readonly string[];
  readonly policy: string;
  readonly id: string;
}

const MESSAGES: Readonly<Record<Lang, Readonly<Record<ProblemCode, (p: Parts) => string>>>> = {
  en: {
    gap: (p) => `${p.decision} has no answer for some inputs, and nothing answers in its place`,
    'gap-behind': (p) => `${p.decision} is silent for some inputs; others answer in its place`,
    contradiction: (p) =>
      `${p.rules} hit together, which the hit policy \`${p.policy}\` of ${p.decision} does not allow`,
    'two-answers': (p) =>
      `${p.decision} gives two answers at once: ${p.rules} hit for the same inputs and say ${p.says.join(' and ')}`,
    shadowed: (p) => `${p.first} of ${p.decision} never answers: all of its inputs are hit by ${p.others}`,
    unreachable: (p) =>
      `${p.first} of ${p.decision} never hits: its condition contradicts itself or what stands above it, or waits for an answer that is never given`,
    redundant: (p) =>
      `${p.first} of ${p.decision} changes nothing: wherever it decides, the same is said by ${p.others}`,
    'nothing-left': (p) => `nothing is left for some inputs of ${p.decision}: ${p.rules} have nothing in common`,
    disagreement: (p) =>
      `${p.decision} and ${p.other} contradict each other: ${p.says[0] ?? ''} against ${p.says[1] ?? ''}`,
    'facts-against': (p) =>
      `by the facts, ${p.technology} fails “${p.criterion}”${p.levels.length === 0 ? '' : ` for ${p.factor}: ${p.levels.join(', ')}`}; it is named by ${p.rules} of ${p.decision}`,
    'facts-missing': (p) =>
      `no fact shows that ${p.technology} meets “${p.criterion}” for ${p.factor}: ${p.levels.join(', ')}, as is assumed by ${p.rules} of ${p.decision}`,
    'order-inverted': (p) =>
      `asking more of ${p.factor} gets less in ${p.decision}: ${p.levels[0] ?? ''} gets ${p.says[0] ?? ''}, ${p.levels[1] ?? ''} gets ${p.says[1] ?? ''}, which by the facts reaches a lower level`,
    'forbidden-answer': (p) =>
      `${p.first} of ${p.decision} answers only ${p.says.join('')}, which the package \`${p.id}\` forbids: nothing is left to choose`,
    'silent-sibling': (p) => `${p.decision} never answers, although its like do for the other scenarios`,
    'level-silent': (p) =>
      `“${p.factor}: ${p.levels.join(', ')}” by itself gets no answer from ${p.decision}, while other levels do`,
    'never-matters': (p) =>
      p.decision === ''
        ? `nothing looks at the factor “${p.factor}” [${p.id}]`
        : `no rule of ${p.decision} tells one value of “${p.factor}” from another: each accepts whatever is stated`,
    'level-never-matters': (p) => `nothing tells these values of “${p.factor}” apart: ${p.levels.join(', ')}`,
    'never-answered': (p) => `nothing ever answers ${p.technology} [${p.id}]`,
    'not-proven': (p) =>
      `${p.decision}${p.other === '' ? '' : ` and ${p.other}`}: too many cases to be proven within the budget; its tables are proven one by one`,
    'acknowledges-nothing': (p) => `the tension \`${p.id}\` acknowledges a problem that is not there (any more)`,
  },
  zh: {
    gap: (p) => `${p.decision}对部分输入没有答案，也没有其他决策补上`,
    'gap-behind': (p) => `${p.decision}对部分输入不作答，由其他决策接着回答`,
    contradiction: (p) => `${p.rules}会同时命中，违反了${p.decision}的命中策略 \`${p.policy}\``,
    'two-answers': (p) => `${p.decision}同时给出两个答案：${p.rules}对相同的输入命中，分别为${p.says.join('与')}`,
    shadowed: (p) => `${p.decision}的 ${p.first} 永远轮不到作答：它的所有输入都被${p.others}命中`,
    unreachable: (p) =>
      `${p.decision}的 ${p.first} 永远不会命中：其条件自相矛盾、与上层节点矛盾，或等待一个从不会给出的答案`,
    redundant: (p) => `${p.decision}的 ${p.first} 没有作用：凡由它决定之处，${p.others}的答案都相同`,
    'nothing-left': (p) => `${p.decision}对部分输入没有任何剩余选项：${p.rules}没有交集`,
    disagreement: (p) => `${p.decision}与${p.other}相互矛盾：前者为${p.says[0] ?? ''}，后者为${p.says[1] ?? ''}`,
    'facts-against': (p) =>
      `${p.decision}的${p.rules}提到${p.technology}，但事实表明它不满足“${p.criterion}”${p.levels.length === 0 ? '' : `（${p.factor}：${p.levels.join('、')}）`}`,
    'facts-missing': (p) =>
      `${p.decision}的${p.rules}认为${p.technology}满足“${p.criterion}”（${p.factor}：${p.levels.join('、')}），但没有事实能够证明`,
    'order-inverted': (p) =>
      `在${p.decision}中，对${p.factor}要求越高反而得到越少：${p.levels[0] ?? ''}得到${p.says[0] ?? ''}，${p.levels[1] ?? ''}得到${p.says[1] ?? ''}，而事实表明后者达到的等级更低`,
    'forbidden-answer': (p) =>
      `${p.decision}的 ${p.first} 只给出${p.says.join('')}，而知识包 \`${p.id}\` 禁用了它：没有可选的了`,
    'silent-sibling': (p) => `${p.decision}从不作答，而其他场景的同类决策都会作答`,
    'level-silent': (p) => `仅说明“${p.factor}：${p.levels.join('、')}”时，${p.decision}没有答案，其他等级则有`,
    'never-matters': (p) =>
      p.decision === ''
        ? `没有任何规则或准则用到因素“${p.factor}”[${p.id}]`
        : `${p.decision}中没有规则区分“${p.factor}”的取值：无论说明什么，每条规则都接受`,
    'level-never-matters': (p) => `“${p.factor}”的这些取值没有任何区别：${p.levels.join('、')}`,
    'never-answered': (p) => `没有任何规则会给出${p.technology}[${p.id}]`,
    'not-proven': (p) =>
      `${p.decision}${p.other === '' ? '' : `与${p.other}`}：情形过多，超出证明的预算；其中各表已单独证明`,
    'acknowledges-nothing': (p) => `张力 \`${p.id}\` 所确认的问题并不存在（或已消失）`,
  },
};
