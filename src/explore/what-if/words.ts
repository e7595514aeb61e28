import { ofItem, type Describer } from '../../report/describe.js';
import type { Lang } from '../../language/format.js';
import type { Factor } from '../../language/schema/knowledge/factor.js';
import { listed, spaced } from '../../language/text/text.js';
import { isUnstated, type Question, type Reply } from '../variants/question.js';
import type { Distance, Counterfactuals } from './counterfactuals.js';

/** Puts changes and what follows from them into words, in one language. */
export class ExploreWords {
  constructor(private readonly describe: Describer) {}

  private get lang(): Lang {
    return this.describe.lang;
  }

  /** A question by the title of its factor, with the item that it is asked of: `IOPS (ledger)`. */
  question({ factor, item }: Question): string {
    const title = factor.title[this.lang];
    return item === undefined ? title : ofItem(title, item, this.lang);
  }

  /** What is replied: `medium`, `300k`, `not stated`. */
  reply({ factor }: Question, reply: Reply): string {
    if (isUnstated(reply)) return TEXTS[this.lang].unstated;
    if (reply.figure !== undefined) return reply.figure.text;
    const { value = '' } = reply;
    if (Array.isArray(value) && value.length === 0) return TEXTS[this.lang].none;
    return this.describe.value(factor, value);
  }

  /** `Security falls to medium`; several replies to a question in one phrase. */
  change(question: Question, from: Reply, to: readonly Reply[], brief = false): string {
    const { kinds } = TEXTS[this.lang];
    const names = new Map<Kind, string[]>();
    for (const reply of to) {
      const kind = kindOf(question.factor, from, reply);
      names.set(kind, [...(names.get(kind) ?? []), this.named(kind, question, from, reply)]);
    }
    const said = [...names].map(([kind, some]) => kinds[kind](this.few(some, brief)));
    return `${this.question(question)}${this.lang === 'zh' ? '' : ' '}${listed(said, this.lang)}`;
  }

  /** `a, b or c`; of many, the first and how many others there are. */
  private few(names: readonly string[], brief: boolean): string {
    const others = names.length - FEW;
    if (!brief || others < 2) return listed(names, this.lang);
    return listed([...names.slice(0, FEW), TEXTS[this.lang].others(others)], this.lang);
  }

  /** `Security falls to medium and KVM becomes no`. */
  together(changes: readonly string[]): string {
    return this.said(changes.length < 2 ? changes.join('') : TEXTS[this.lang].together(changes));
  }

  /** What a search proves. */
  proof({ flips, proven, beyond, decided }: Counterfactuals, distance: Distance | undefined): string {
    const texts = TEXTS[this.lang];
    if (distance !== undefined && proven) return this.said(texts.smallest(distance, decided));
    if (distance !== undefined) return this.said(texts.some(distance, decided));
    if (proven || beyond === undefined || flips.length > 0) return this.said(texts.nothing(decided));
    return this.said(texts.beyond(beyond, decided));
  }

  /** That what is asked for is chosen as it is. */
  already(title: string): string {
    return this.said(TEXTS[this.lang].already(title));
  }

  /** That the constraints rule it out. */
  forbidden(title: string): string {
    return this.said(TEXTS[this.lang].forbidden(title));
  }

  /** That neither the rules nor what can run instead ever bring it. */
  outOfReach(title: string): string {
    return this.said(TEXTS[this.lang].outOfReach(title));
  }

  private named(kind: Kind, question: Question, from: Reply, to: Reply): string {
    if (to.limit !== undefined && kind in FIGURES) return to.limit.text;
    if (kind === 'gains' || kind === 'loses') {
      const [before, after] = [membersOf(from), membersOf(to)];
      const [more, less] = kind === 'gains' ? [after, before] : [before, after];
      const members = more.filter((member) => !less.includes(member));
      return listed(
        members.map((member) => this.describe.value(question.factor, member)),
        this.lang,
        'and',
      );
    }
    return this.reply(question, to);
  }

  private said(text: string): string {
    return this.lang === 'zh' ? spaced(text) : text;
  }
}

type Kind =
  'falls' | 'rises' | 'becomes' | 'stated' | 'withdrawn' | 'gains' | 'loses' | 'below' | 'atMost' | 'atLeast' | 'above';

const FIGURES = { below: true, atMost: true, atLeast: true, above: true };

const membersOf = ({ value }: Reply): readonly string[] => (Array.isArray(value) ? (value as readonly string[]) : []);

function kindOf(factor: Factor, from: Reply, to: Reply): Kind {
  if (isUnstated(to)) return 'withdrawn';
  if (to.limit !== undefined) return to.limit.relation;
  if (isUnstated(from)) return 'stated';
  if (factor.type === 'set') return membersOf(to).length > membersOf(from).length ? 'gains' : 'loses';
  if (factor.type !== 'ordinal') return 'becomes';
  const at = (reply: Reply): number => factor.levels.findIndex(({ id }) => id === reply.value);
  return at(to) < at(from) ? 'falls' : 'rises';
}

/** As many replies are named where many are cut short. */
const FEW = 5;

interface Texts {
  readonly others: (count: number) => string;
  readonly together: (changes: readonly string[]) => string;
  readonly unstated: string;
  readonly none: string;
  readonly kinds: Readonly<Record<Kind, (names: string) => string>>;
  readonly smallest: (distance: Distance, decided: number) => string;
  readonly some: (distance: Distance, decided: number) => string;
  readonly nothing: (decided: number) => string;
  readonly beyond: (distance: Distance, decided: number) => string;
  readonly already: (title: string) => string;
  readonly forbidden: (title: string) => string;
  readonly outOfReach: (title: string) => string;
}

const many = (count: number, one: string): string => `${String(count)} ${one}${count === 1 ? '' : 's'}`;

const TEXTS: Readonly<Record<Lang, Texts>> = {
  en: {
    others: (count) => `one of ${String(count)} others`,
    together: (changes) => `${changes.slice(0, -1).join(', ')}, and at the same time ${changes.at(-1) ?? ''}`,
    unstated: 'not stated',
    none: 'none',
    kinds: {
      falls: (names) => `falls to ${names}`,
      rises: (names) => `rises to ${names}`,
      becomes: (names) => `becomes ${names}`,
      stated: (names) => `is stated as ${names}`,
      withdrawn: () => 'is not stated',
      gains: (names) => `gains ${names}`,
      loses: (names) => `loses ${names}`,
      below: (names) => `is under ${names}`,
      atMost: (names) => `is ${names} at most`,
      atLeast: (names) => `is ${names} at least`,
      above: (names) => `is over ${names}`,
    },
    smallest: ({ factors, levels }, decided) =>
      factors + levels === 2
        ? `Proven: a single step changes it, and no other single step does (${many(decided, 'variation')} decided).`
        : `Proven: nothing less than ${many(factors, 'factor')} and ${many(levels, 'level')} changes it (${many(decided, 'variation')} decided).`,
    some: ({ factors, levels }, decided) =>
      `Nothing less than ${many(factors, 'factor')} and ${many(levels, 'level')} changes it; there may be more that does as much (${many(decided, 'variation')} decided).`,
    nothing: (decided) =>
      `Proven: nothing that a workload can state would change it, the constraints as they are (${many(decided, 'variation')} decided).`,
    beyond: ({ factors, levels }, decided) =>
      `Nothing less than ${many(factors, 'factor')} and ${many(levels, 'level')} changes it; the search ended there (${many(decided, 'variation')} decided).`,
    already: (title) => `${title} is chosen as it is.`,
    forbidden: (title) => `Proven: ${title} is forbidden, so nothing would as long as it is.`,
    outOfReach: (title) =>
      `Proven: nothing that a workload can state would, the constraints as they are: no rule names ${title} for this place, and it does not stand in for what rules name.`,
  },
  zh: {
    others: (count) => `其余 ${String(count)} 项之一`,
    together: (changes) => `${changes.slice(0, -1).join('，')}，同时${changes.at(-1) ?? ''}`,
    unstated: '未说明',
    none: '无',
    kinds: {
      falls: (names) => `降为${names}`,
      rises: (names) => `升为${names}`,
      becomes: (names) => `改为${names}`,
      stated: (names) => `说明为${names}`,
      withdrawn: () => '不作说明',
      gains: (names) => `增加 ${names}`,
      loses: (names) => `去掉 ${names}`,
      below: (names) => `低于 ${names}`,
      atMost: (names) => `不超过 ${names}`,
      atLeast: (names) => `不少于 ${names}`,
      above: (names) => `超过 ${names}`,
    },
    smallest: ({ factors, levels }, decided) =>
      factors + levels === 2
        ? `已证明：只改一处就会变，且其他任何一处改动都不会（共判定 ${String(decided)} 种变化）。`
        : `已证明：至少要改变 ${String(factors)} 个因素、${String(levels)} 级，答案才会改变（共判定 ${String(decided)} 种变化）。`,
    some: ({ factors, levels }, decided) =>
      `至少要改变 ${String(factors)} 个因素、${String(levels)} 级，答案才会改变；同样小的改变可能不止这些（共判定 ${String(decided)} 种变化）。`,
    nothing: (decided) =>
      `已证明：约束不变时，无论工作负载说明什么，都不会改变它（共判定 ${String(decided)} 种变化）。`,
    beyond: ({ factors, levels }, decided) =>
      `至少要改变 ${String(factors)} 个因素、${String(levels)} 级，答案才可能改变；搜索到此为止（共判定 ${String(decided)} 种变化）。`,
    already: (title) => `现在选用的就是${title}。`,
    forbidden: (title) => `已证明：${title}已被禁用，只要仍被禁用就不会选用。`,
    outOfReach: (title) =>
      `已证明：约束不变时，无论工作负载说明什么，都不会选用${title}：此处没有规则提名它，它也不会顶替规则提名的选项。`,
  },
};
