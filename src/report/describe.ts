import { listed as joined } from '../language/text/text.js';
import type { Lang } from '../language/format.js';
import type { Named } from '../language/schema/results/recommendation.js';
import type { Factor } from '../language/schema/knowledge/factor.js';
import type { Value } from '../language/values/statement.js';
import { asList, operators } from '../language/values/condition.js';
import type { KnowledgeBase } from '../load/knowledge.js';
import { parseRef } from '../load/outputs.js';
import type { Alternatives, OutcomeSet } from '../language/outputs/values.js';
import type { Test } from '../language/schema/knowledge/condition.js';
import type { PlaceDecision } from '../decide/stack/decide.js';
import type { Given } from '../decide/inputs/inputs.js';

/** Puts the names of the knowledge into words, in one language. */
export class Describer {
  constructor(
    readonly knowledge: KnowledgeBase,
    readonly lang: Lang,
  ) {}

  /** The title of an outcome. */
  outcome = (id: string): string => this.knowledge.outcomeById.get(id)?.title[this.lang] ?? id;

  combo(combo: OutcomeSet): string {
    return combo.length === 0 ? NOTHING[this.lang] : combo.map(this.outcome).join(' + ');
  }

  /** `KubeVirt or QEMU/KVM`. */
  answer(answer: Alternatives): string {
    return answer.length === 0
      ? NONE_LEFT[this.lang]
      : joined(
          answer.map((combo) => this.combo(combo)),
          this.lang,
        );
  }

  /** The title of a value of a factor. */
  value(factor: Factor, value: Value): string {
    if (typeof value === 'boolean') return YES_NO[this.lang][Number(value)] ?? '';
    if (typeof value === 'object') return value.map((member) => this.value(factor, member)).join(', ');
    if (factor.type === 'ordinal')
      return factor.levels.find(({ id }) => id === value)?.title[this.lang] ?? String(value);
    if ((factor.type === 'choice' || factor.type === 'set') && typeof factor.values === 'object') {
      return factor.values.find(({ id }) => id === value)?.title[this.lang] ?? String(value);
    }
    if (factor.type === 'choice') return this.knowledge.scenarios.get(String(value))?.title[this.lang] ?? String(value);
    return factor.type === 'set' ? this.outcome(String(value)) : String(value);
  }

  given({ factor, value, figure }: Given): string {
    if (figure === undefined) return value === undefined ? '' : this.value(factor, value);
    return factor.type === 'quantity' || value === undefined
      ? figure.text
      : `${figure.text} → ${this.value(factor, value)}`;
  }

  /** A test of a rule in words: `security is extreme`. */
  test(name: string, test: Test): string {
    const { factors, collections, decisions } = this.knowledge;
    const factor = factors.get(name);
    const titled = factor ?? collections.get(name) ?? decisions.get(parseRef(name).decision);
    const subject = titled?.title[this.lang] ?? name;
    const words = (operand: unknown): string => {
      const values = asList(operand).map((value) =>
        factor === undefined ? this.outcome(String(value)) : this.value(factor, value),
      );
      return joined(values, this.lang);
    };
    const some = operators(test).find(([operator]) => operator === 'some')?.[1];
    if (some !== undefined) {
      const inner = Object.entries(some as Record<string, Test>).map(([each, t]) => this.test(each, t));
      return SOME[this.lang](subject, inner.join(COMMA[this.lang]));
    }
    const phrases = operators(test).map(([operator, operand]) => {
      if (operator === 'some') return '';
      return operator === 'stated' || operator === 'empty'
        ? PHRASES[this.lang][operator](String(operand))
        : PHRASES[this.lang][operator](words(operand));
    });
    const space = this.lang === 'zh' ? '' : ' ';
    return `${subject}${space}${phrases.join(COMMA[this.lang])}`;
  }
}

const NOTHING = { en: 'nothing extra', zh: '无需额外组件' };
const NONE_LEFT = { en: 'none fits', zh: '无一符合' };
const YES_NO = { en: ['no', 'yes'], zh: ['否', '是'] };
const SOME = {
  en: (subject: string, inner: string) => `among the ${subject}, ${inner}`,
  zh: (subject: string, inner: string) => `${subject}中有一项${inner}`,
};
const COMMA = { en: ', ', zh: '，' };

type Phrase = (operand: string) => string;
const PHRASES: Record<
  Lang,
  Record<
    'equals' | 'not' | 'atLeast' | 'atMost' | 'above' | 'below' | 'includes' | 'excludes' | 'stated' | 'empty',
    Phrase
  >
> = {
  en: {
    equals: (v) => `is ${v}`,
    not: (v) => `is not ${v}`,
    atLeast: (v) => `is at least ${v}`,
    atMost: (v) => `is at most ${v}`,
    above: (v) => `is above ${v}`,
    below: (v) => `is below ${v}`,
    includes: (v) => `includes ${v}`,
    excludes: (v) => `does not include ${v}`,
    stated: (v) => (v === 'true' ? 'is stated' : 'is not stated'),
    empty: (v) => (v === 'true' ? 'leaves nothing that fits all' : 'leaves something that fits all'),
  },
  zh: {
    equals: (v) => `为${v}`,
    not: (v) => `不为${v}`,
    atLeast: (v) => `至少为${v}`,
    atMost: (v) => `至多为${v}`,
    above: (v) => `高于${v}`,
    below: (v) => `低于${v}`,
    includes: (v) => `包含${v}`,
    excludes: (v) => `不包含${v}`,
    stated: (v) => (v === 'true' ? '已说明' : '未说明'),
    empty: (v) => (v === 'true' ? '没有同时满足所有要求的选项' : '有同时满足所有要求的选项'),
  },
};

/** An answer as documents write it: ids, and `{allOf}` for what belongs together. */
export function named(answer: Alternatives): Named[] {
  return answer.map((combo) => (combo.length === 1 && combo[0] !== undefined ? combo[0] : { allOf: [...combo] }));
}

/** A place of the stack, as a reader knows it. */
export function placeTitle({ role, item }: PlaceDecision, { knowledge, lang }: Describer): string {
  const titled = knowledge.roles.find(({ id }) => id === role.id)?.title[lang] ?? role.id;
  return item === undefined ? titled : ofItem(titled, item.name, lang);
}

/** A score or a share as documents give it: to four places. */
export const round = (value: number): number => Math.round(value * 10_000) / 10_000;

/** Something of one item: `Storage (ledger)`. */
export const ofItem = (title: string, item: string, lang: Lang): string =>
  lang === 'zh' ? `${title}（${item}）` : `${title} (${item})`;
