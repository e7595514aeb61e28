import type { EvaluatedDecision } from '../language/schema/results/recommendation.js';
import type { Test } from '../language/schema/knowledge/condition.js';
import { canonical } from '../language/values/canonical.js';
import type { Evaluation, Failure } from '../program/eval/evaluation.js';
import type { ProgramRule } from '../program/ir/program.js';
import { trace, type EvaluatedOutput, type NoResultOfDelegate } from '../program/eval/trace.js';
import { named, type Describer } from './describe.js';
import type { PlaceDecision } from '../decide/stack/decide.js';
import type { Given } from '../decide/inputs/inputs.js';

/**
 * Every decision that was asked for a role, in the order of asking: the rules that hit, and for each other rule the first test that
 * failed with the value that it saw.
 */
export function traceOf(
  { role, evaluation, item }: PlaceDecision,
  given: readonly Given[],
  describe: Describer,
): EvaluatedDecision[] {
  const words = new Words(evaluation, [...(item?.given ?? []), ...given], describe);
  return trace(evaluation, role.decision, role.output, (rule, why) => words.miss(rule, why)).map((asked) =>
    words.asked(asked),
  );
}

type Miss = EvaluatedDecision['misses'][number];

class Words {
  constructor(
    private readonly evaluation: Evaluation,
    private readonly given: readonly Given[],
    private readonly describe: Describer,
  ) {}

  asked({ decision, output, answer, hits, misses }: EvaluatedOutput<Miss>): EvaluatedDecision {
    const single = decision.outputs.length === 1;
    return {
      decision: single ? decision.id : `${decision.id}.${decision.outputs[output] ?? ''}`,
      title: this.title(decision.id),
      hits: hits.map(({ rule, says }) => ({ ...rule.origin, outcome: named(says) })),
      misses: [...misses],
      outcome: answer === null ? null : named(answer),
    };
  }

  private title(decision: string): string {
    return this.describe.knowledge.decisions.get(decision)?.title[this.describe.lang] ?? decision;
  }

  miss({ origin }: ProgramRule, why: Failure | NoResultOfDelegate): Miss {
    const { lang } = this.describe;
    if (why.kind === 'silence') {
      const { id } = why.decision;
      return { ...origin, factor: id, test: 'answers', saw: null, text: SILENT[lang](this.title(id)) };
    }
    const { name, test } = why;
    const { saw, shown } = this.saw(why);
    const text = SAW[lang](this.describe.test(name, test as Test), shown);
    return { ...origin, factor: name, test: canonical(test), saw, text };
  }

  /** What a failed test found, as data and in words. */
  private saw(failure: Failure): { saw: Miss['saw']; shown?: string } {
    if (failure.kind === 'variable') {
      const { variable, fallback } = failure;
      const sections = [variable.section, ...(fallback === undefined ? [] : [fallback.section])];
      for (const section of sections) {
        const found = this.given.find(
          (g) => g.factor === variable.factor && g.section === section && g.origin !== 'typical',
        );
        if (found?.value !== undefined) {
          const saw = typeof found.value === 'object' ? [...found.value] : found.value;
          return { saw, shown: this.describe.given(found) };
        }
      }
      return { saw: null };
    }
    if (failure.kind === 'some') return { saw: null };
    const answer = this.evaluation.decide(failure.decision)[failure.output]?.answer ?? null;
    return answer === null
      ? { saw: null }
      : { saw: answer.map((combo) => combo.join('+')), shown: this.describe.answer(answer) };
  }
}

const SAW = {
  en: (asked: string, saw: string | undefined) =>
    `asks that ${asked}; ${saw === undefined ? 'nothing is stated' : `it is ${saw}`}`,
  zh: (asked: string, saw: string | undefined) => `要求${asked}；${saw === undefined ? '实际未说明' : `实际为${saw}`}`,
};
const SILENT = {
  en: (decision: string) => `“${decision}” is silent`,
  zh: (decision: string) => `“${decision}”没有给出答案`,
};
