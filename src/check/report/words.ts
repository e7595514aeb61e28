import { quantityText } from '../../language/values/quantity.js';
import { listed, spaced } from '../../language/text/text.js';
import type { Lang } from '../../language/format.js';
import type { Factor } from '../../language/schema/knowledge/factor.js';
import { type Describer } from '../../report/describe.js';
import { difference, each, has, sizeOf, type CodeSet } from '../../program/ir/codes.js';
import { UNSTATED, valueOf, type Variable } from '../../program/ir/domain.js';
import type { ProgramDecision } from '../../program/ir/program.js';
import type { Acknowledgement } from '../../language/schema/knowledge/package.js';
import type { Test } from '../../language/schema/knowledge/condition.js';
import type { Problem } from '../rules/problem.js';
import type { SomeTest } from '../../program/ir/tests.js';
import { MESSAGES, UNPROVEN } from './messages.js';
import type { Assignment, Region } from '../geometry/region.js';

/** Puts problems into words, in one language. */
export class ProblemWords {
  /** What was put into words of each variable: the same sets come up again and again. */
  private readonly known = new Map<Variable, Map<string, string>>();

  constructor(private readonly describe: Describer) {}

  private get lang(): Lang {
    return this.describe.lang;
  }

  /** What is wrong, in a sentence. */
  message(found: Problem): string {
    const { knowledge, lang } = this.describe;
    const { decision, other, rules = [], factor, levels = [], technology, criterion, says = [], unproven = [] } = found;
    const titled = factor === undefined ? undefined : knowledge.factors.get(factor);
    const names = rules.map(
      ({ origin: { rule, source } }) => `\`${rule}\`${source === undefined ? '' : ` (${source})`}`,
    );
    const [first = '', ...others] = names;
    const said = this.says(says);
    const tests = rules[0]?.tests;
    const text = MESSAGES[lang][found.code]({
      decision: decision === undefined ? '' : this.decision(decision, found.output),
      other: other === undefined ? '' : this.decision(other, found.otherOutput),
      rules: abridged(names, lang),
      first,
      others: abridged(others, lang),
      factor: titled?.title[lang] ?? factor ?? '',
      levels: levels.map((level) =>
        titled === undefined ? level : this.describe.value(titled, valueFor(titled, level)),
      ),
      technology: technology === undefined ? '' : this.describe.outcome(technology),
      criterion: (criterion === undefined ? undefined : knowledge.criteria.get(criterion)?.title[lang]) ?? '',
      says: said,
      saying: listed(said, lang, 'and'),
      count: rules.length,
      catchesAll: tests !== undefined && tests.variables.length + tests.outcomes.length + tests.some.length === 0,
      policy: decision?.body.form === 'table' ? decision.body.policy.id : '',
      id: found.subject?.id ?? '',
      acknowledged: found.acknowledges === undefined ? '' : acknowledged(found.acknowledges),
      unproven: listed(
        unproven.map((code) => UNPROVEN[lang][code] ?? code),
        lang,
      ),
    });
    return lang === 'zh' ? spaced(text) : text;
  }

  says(says: NonNullable<Problem['says']>): string[] {
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
  point({ codes, some }: Assignment): string {
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
    const text = `${factor.title[this.lang]}${this.lang === 'zh' ? '：' : ': '}${listed(values, this.lang)}`;
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
    const missing = difference(variable.statable, stated);
    const unstated = has(set, UNSTATED);
    const words =
      sizeOf(stated) === 0
        ? []
        : sizeOf(missing) === 0 && !unstated
          ? [STATED[this.lang]]
          : variable.bounds !== undefined
            ? [this.ranges(variable, stated)]
            : sizeOf(missing) < sizeOf(stated) && sizeOf(missing) > 0 && size > 4
              ? [OTHER_THAN[this.lang](listed(this.values(variable, missing), this.lang))]
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
    return listed(parts, this.lang);
  }

  private figure(factor: Factor, value: number): string {
    const dimension = factor.type === 'quantity' ? this.describe.knowledge.dimensions.get(factor.dimension) : undefined;
    return quantityText(value, dimension);
  }
}

/** So many names are told where there are more; the document lists all. */
const NAMED = 5;

function abridged(names: readonly string[], lang: Lang): string {
  const more = names.length - NAMED;
  return listed(more < 2 ? names : [...names.slice(0, NAMED), MORE[lang](more)], lang, 'and');
}

/** What a tension acknowledges, as it is written: the kind of problem, and the names. */
function acknowledged(one: Acknowledgement): string {
  const { problem, decisions = [], rules = [], scenario = [], factor = [], levels = [] } = one;
  const { technology = [], criterion = [] } = one;
  const names = [decisions, rules, scenario, factor, levels, technology, criterion].flat();
  return [problem, ...names].map((name) => `\`${name}\``).join(' ');
}

/** What a level is as a value of its factor. */
const valueFor = (factor: Factor, level: string): string | boolean | readonly string[] =>
  factor.type === 'flag' ? level === 'true' : factor.type === 'set' ? level.split(',') : level;

const QUOTED = {
  en: (title: string, id: string) => `“${title}” [${id}]`,
  zh: (title: string, id: string) => `“${title}” [${id}]`,
};
const MORE = {
  en: (count: number) => `${String(count)} more`,
  zh: (count: number) => `另外 ${String(count)} 条`,
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
