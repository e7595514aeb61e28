import { listed, withBrackets } from '../language/text/text.js';
import { TYPOGRAPHY } from '../language/texts/index.js';
import type { Lang } from '../language/format.js';
import type { Named } from '../language/schema/results/recommendation.js';
import type { Dimension, Factor } from '../language/schema/knowledge/factor.js';
import { quantityText } from '../language/values/quantity.js';
import { type Value, asList, operators } from '../language/values/statement.js';
import type { KnowledgeBase } from '../load/knowledge.js';
import { parseRef } from '../load/outputs.js';
import { areOutcomes, type Alternatives, type OutcomeSet, type OutputValues } from '../language/outputs/values.js';
import type { Test } from '../language/schema/knowledge/condition.js';
import type { PlaceDecision } from '../decide/stack/decide.js';
import type { Given } from '../decide/inputs/inputs.js';
import { REPORT_TEXTS } from './texts/index.js';
import type { ReportTexts } from './texts/texts.js';

/** Gives the texts of what the knowledge names and of what rules test, in one language. */
export class Describer {
  private readonly texts: ReportTexts;

  constructor(
    readonly knowledge: KnowledgeBase,
    readonly lang: Lang,
  ) {
    this.texts = REPORT_TEXTS[lang];
  }

  /** The title of an outcome; its id where the knowledge has none of that id. */
  outcome = (id: string): string => this.knowledge.outcomeById.get(id)?.title[this.lang] ?? id;

  /** All outcomes of a set: `Docker + Kubernetes`. */
  combo(combo: OutcomeSet): string {
    return combo.length === 0 ? this.texts.nothingExtra : combo.map(this.outcome).join(' + ');
  }

  /** An answer of any kind: figures in a unit of their dimension, texts as they are. */
  values(values: OutputValues, dimension: Dimension | undefined): string {
    if (areOutcomes(values)) return this.answer(values);
    const texts = values.map((value) => (typeof value === 'number' ? quantityText(value, dimension) : String(value)));
    return listed(texts, this.lang, 'and');
  }

  /** `KubeVirt or QEMU/KVM`. */
  answer(answer: Alternatives): string {
    return answer.length === 0
      ? this.texts.noneFits
      : listed(
          answer.map((combo) => this.combo(combo)),
          this.lang,
        );
  }

  /** The title of a value of a factor. */
  value(factor: Factor, value: Value): string {
    if (typeof value === 'boolean') return value ? this.texts.yes : this.texts.no;
    if (typeof value === 'object')
      return value.map((member) => this.value(factor, member)).join(TYPOGRAPHY[this.lang].comma);
    if (factor.type === 'ordinal')
      return factor.levels.find(({ id }) => id === value)?.title[this.lang] ?? String(value);
    if ((factor.type === 'choice' || factor.type === 'set') && typeof factor.values === 'object') {
      return factor.values.find(({ id }) => id === value)?.title[this.lang] ?? String(value);
    }
    if (factor.type === 'choice') return this.knowledge.scenarios.get(String(value))?.title[this.lang] ?? String(value);
    return factor.type === 'set' ? this.outcome(String(value)) : String(value);
  }

  /** What is stated of a factor: its value, its figure, or both, as `5s → seconds`. */
  given({ factor, value, figure }: Given): string {
    if (figure === undefined) return value === undefined ? '' : this.value(factor, value);
    return factor.type === 'quantity' || value === undefined
      ? figure.text
      : `${figure.text} → ${this.value(factor, value)}`;
  }

  /** The sentence of a test: `security is extreme`. */
  test(name: string, test: Test): string {
    const { factors, collections, decisions } = this.knowledge;
    const texts = this.texts.tests;
    const factor = factors.get(name);
    const titled = factor ?? collections.get(name) ?? decisions.get(parseRef(name).decision);
    const subject = titled?.title[this.lang] ?? name;
    const valuesOf = (operand: unknown): string => {
      const values = asList(operand).map((value) =>
        factor === undefined ? this.outcome(String(value)) : this.value(factor, value),
      );
      return listed(values, this.lang);
    };
    const some = operators(test).find(([operator]) => operator === 'some')?.[1];
    if (some !== undefined) {
      const inner = Object.entries(some as Record<string, Test>).map(([each, t]) => this.test(each, t));
      return texts.someItem(subject, inner);
    }
    const requirements = operators(test).flatMap(([operator, operand]) => {
      if (operator === 'some') return [];
      if (operator === 'stated' || operator === 'empty') return texts[operator](operand === true);
      return texts.requirements[operator](valuesOf(operand));
    });
    return texts.sentence(subject, requirements);
  }
}

/** An answer as documents write it: ids, and `{allOf}` for what belongs together. */
export function named(answer: Alternatives): Named[] {
  return answer.map((combo) => (combo.length === 1 && combo[0] !== undefined ? combo[0] : { allOf: [...combo] }));
}

/** The title of a place of the stack: of its role, with the name of its item where it has one. */
export function placeTitle({ role, item }: PlaceDecision, { knowledge, lang }: Describer): string {
  const titled = knowledge.roles.find(({ id }) => id === role.id)?.title[lang] ?? role.id;
  return item === undefined ? titled : withBrackets(titled, item.name, lang);
}

/** A score or a share as documents give it: to four places. */
export const round = (value: number): number => Math.round(value * 10_000) / 10_000;

/** A weight or a weighted sum, as a share of all weights. */
export const share = (value: number, weighed: number): number => (weighed === 0 ? 0 : round(value / weighed));
