import type { Lang } from '../../language/format.js';
import { getOrInsert } from '../../language/get-or-insert.js';
import type { Test } from '../../language/schema/knowledge/condition.js';
import type { Factor } from '../../language/schema/knowledge/factor.js';
import { labelled, listed, typeset } from '../../language/text/text.js';
import { TYPOGRAPHY } from '../../language/texts/index.js';
import { quantityText } from '../../language/values/quantity.js';
import { difference, each, has, sizeOf, type CodeSet } from '../../program/ir/codes.js';
import { UNSTATED, valueOf, type Variable } from '../../program/ir/domain.js';
import type { SomeTest } from '../../program/ir/tests.js';
import type { Describer } from '../../report/describe.js';
import type { OutputValues } from '../../language/outputs/values.js';
import type { Assignment, Region, RegionAnswers } from '../geometry/region.js';
import { CHECK_TEXTS } from './texts/index.js';
import type { CheckTexts } from './texts/texts.js';

/** A factor with at least so many codes may be described by the values that are excluded, where these are fewer. */
const MIN_VALUES_FOR_COMPLEMENT = 5;

/** Describes inputs in one language: regions by what each factor may be, single inputs by what they state. */
export class InputWords {
  /** By variable, the texts of its code sets. The same sets occur in many boxes. */
  private readonly known = new Map<Variable, Map<string, string>>();
  private readonly texts: CheckTexts;

  constructor(private readonly describe: Describer) {
    this.texts = CHECK_TEXTS[describe.lang];
  }

  private get lang(): Lang {
    return this.describe.lang;
  }

  /** A region: `Vehicle: a van; Permit: yes`. */
  region({ sets, some, answers = [] }: Region): string {
    const parts = [
      ...answers.map((one) => this.answers(one)),
      ...sets.map(([variable, set]) => this.once(variable, set.join(), () => this.set(variable, set))),
      ...some.map(([test, holds]) => this.some(test, holds)),
    ];
    return parts.length === 0 ? this.texts.everyInput : this.joined(parts);
  }

  /** An input, by what it states. */
  point({ codes, some }: Assignment): string {
    const stated = [...codes].filter(([, code]) => code !== UNSTATED);
    if (stated.length + some.length === 0) return this.texts.nothingStated;
    return this.joined([
      ...stated.map(([variable, code]) =>
        this.once(variable, `= ${String(code)}`, () => this.titled(variable, [this.value(variable, code)])),
      ),
      ...some.map(({ test }) => this.some(test, true)),
    ]);
  }

  /** What a decision answers: `Reach: local or none`; with several outputs, each under its name. */
  private answers({ decision, oneOf }: RegionAnswers): string {
    const { lang, knowledge } = this.describe;
    const title = knowledge.decisions.get(decision.id)?.title[lang] ?? decision.id;
    const [single, ...others] = decision.outputs;
    const texts = oneOf.map((results) =>
      others.length === 0 && single !== undefined
        ? this.answer(results[0] ?? null)
        : decision.outputs.map((name, n) => labelled(name, this.answer(results[n] ?? null), lang)).join(' + '),
    );
    return typeset(labelled(title, listed([...new Set(texts)], lang), lang), lang);
  }

  private answer(values: OutputValues | null): string {
    return values === null ? this.texts.noResult : this.describe.values(values, undefined);
  }

  private joined(parts: readonly string[]): string {
    return parts.join(TYPOGRAPHY[this.lang].semicolon);
  }

  private some({ name, test }: SomeTest, holds: boolean): string {
    return this.texts.holds(this.describe.test(name, test as Test), holds);
  }

  private titled({ factor }: Variable, values: readonly string[]): string {
    return typeset(labelled(factor.title[this.lang], listed(values, this.lang), this.lang), this.lang);
  }

  /** The text under a key of a variable, which is computed at the first call only. */
  private once(variable: Variable, key: string, text: () => string): string {
    return getOrInsert(
      getOrInsert(this.known, variable, () => new Map<string, string>()),
      key,
      text,
    );
  }

  private set(variable: Variable, set: CodeSet): string {
    const { size } = variable;
    const stated = difference(set, [UNSTATED, UNSTATED]);
    const missing = difference(variable.statable, stated);
    const unstated = has(set, UNSTATED);
    const parts =
      sizeOf(stated) === 0
        ? []
        : sizeOf(missing) === 0 && !unstated
          ? [this.texts.anyValue]
          : variable.bounds !== undefined
            ? [this.ranges(variable, stated)]
            : sizeOf(missing) < sizeOf(stated) && sizeOf(missing) > 0 && size >= MIN_VALUES_FOR_COMPLEMENT
              ? [this.texts.otherThan(listed(this.values(variable, missing), this.lang))]
              : this.values(variable, stated);
    return this.titled(variable, [...parts, ...(unstated ? [this.texts.notStated] : [])]);
  }

  private values(variable: Variable, set: CodeSet): string[] {
    return [...each(set)].map((code) => this.value(variable, code));
  }

  private value(variable: Variable, code: number): string {
    const { factor, member, bounds } = variable;
    if (factor.type === 'set' && member === undefined) return this.texts.anyValue;
    if (member !== undefined) return this.texts.member(this.describe.value(factor, [member]), code === 2);
    const value = valueOf(variable, code);
    if (value === undefined) return '';
    return bounds === undefined ? this.describe.value(factor, value) : this.figure(factor, Number(value));
  }

  /** Ranges of figures. An even code is a bound itself, an odd code is what lies between two bounds. */
  private ranges({ bounds = [], size, factor }: Variable, set: CodeSet): string {
    const figure = (code: number): string => this.figure(factor, bounds[(code - 2) / 2] ?? 0);
    const parts: string[] = [];
    for (let at = 0; at < set.length; at += 2) {
      const [first, last] = [set[at] ?? 0, set[at + 1] ?? 0];
      const isFigure = first === last && first % 2 === 0;
      const from = first > 1 ? (first % 2 === 0 ? `≥ ${figure(first)}` : `> ${figure(first - 1)}`) : undefined;
      const to = last < size - 1 ? (last % 2 === 0 ? `≤ ${figure(last)}` : `< ${figure(last + 1)}`) : undefined;
      if (isFigure) parts.push(`= ${figure(first)}`);
      else if (from !== undefined && to !== undefined) parts.push(this.texts.range(from, to));
      else parts.push(from ?? to ?? '');
    }
    return listed(parts, this.lang);
  }

  private figure(factor: Factor, value: number): string {
    const dimension = factor.type === 'quantity' ? this.describe.knowledge.dimensions.get(factor.dimension) : undefined;
    return quantityText(value, dimension);
  }
}
