import { areOutcomes, type Alternatives, type OutputValues } from '../language/outputs/values.js';
import type { EvaluatedDecision } from '../language/schema/results/recommendation.js';
import type { Test } from '../language/schema/knowledge/condition.js';
import { canonical } from '../language/values/json-text.js';
import type { Evaluation, Failure } from '../program/eval/evaluation.js';
import type { ProgramRule } from '../program/ir/program.js';
import { trace, type EvaluatedOutput, type NoResultOfDelegate } from '../program/eval/trace.js';
import { named, type Describer } from './describe.js';
import type { PlaceDecision } from '../decide/stack/decide.js';
import type { Given } from '../decide/inputs/inputs.js';
import { REPORT_TEXTS } from './texts/index.js';

/**
 * Every decision that was evaluated for a role, in the order of evaluation: the rules that hit, and for each other rule the first test
 * that failed with the value found.
 */
export function traceOf(
  { role, evaluation, item }: PlaceDecision,
  given: readonly Given[],
  describe: Describer,
): EvaluatedDecision[] {
  const describer = new TraceDescriber(evaluation, [...(item?.given ?? []), ...given], describe);
  return trace(evaluation, role.decision, role.output, (rule, why) => describer.miss(rule, why)).map((evaluated) =>
    describer.evaluated(evaluated),
  );
}

/** What a decision behind a role answers is outcomes, as linking ensures. */
const alternatives = (values: OutputValues): Alternatives => (areOutcomes(values) ? values : []);

type Miss = EvaluatedDecision['misses'][number];

/** The condition of a rule that does not hold, in sentences. */
export interface RuleCondition {
  readonly where: readonly string[];
  readonly holding: readonly string[];
  /** What is the case in place of other tests. */
  readonly instead: readonly string[];
  /** The titles of the factors that the rest of the tests ask for. */
  readonly notStated: readonly string[];
}

/** Describes what was evaluated, and why a rule did not hit. */
export class TraceDescriber {
  constructor(
    private readonly evaluation: Evaluation,
    private readonly given: readonly Given[],
    private readonly describe: Describer,
  ) {}

  evaluated({ decision, output, answer, hits, misses }: EvaluatedOutput<Miss>): EvaluatedDecision {
    const single = decision.outputs.length === 1;
    return {
      decision: single ? decision.id : `${decision.id}.${decision.outputs[output] ?? ''}`,
      title: this.title(decision.id),
      hits: hits.map(({ rule, answer: own }) => ({ ...rule.origin, outcome: named(alternatives(own)) })),
      misses: [...misses],
      outcome: answer === null ? null : named(alternatives(answer)),
    };
  }

  private title(decision: string): string {
    return this.describe.knowledge.decisions.get(decision)?.title[this.describe.lang] ?? decision;
  }

  miss({ origin }: ProgramRule, why: Failure | NoResultOfDelegate): Miss {
    const texts = REPORT_TEXTS[this.describe.lang].trace;
    if (why.kind === 'no-result') {
      const { id } = why.decision;
      return { ...origin, factor: id, test: 'answers', saw: null, text: texts.noResult(this.title(id)) };
    }
    const { name, test } = why;
    const { saw, text: found } = this.found(why);
    const required = this.describe.test(name, test as Test);
    const text = found === undefined ? texts.nothingStated(required) : texts.otherValue(required, found);
    return { ...origin, factor: name, test: canonical(test), saw, text };
  }

  /** The condition of a rule in words: all of its tests, those that hold, and of each other one what is found in its place, if anything. */
  condition({ tests: { variables, outcomes, some } }: ProgramRule): RuleCondition {
    const none = { variables: [], outcomes: [], some: [] };
    const failures = [
      ...variables.map((test) => ({ test, failure: this.evaluation.failure({ ...none, variables: [test] }) })),
      ...outcomes.map((test) => ({ test, failure: this.evaluation.failure({ ...none, outcomes: [test] }) })),
      ...some.map((test) => ({ test, failure: this.evaluation.failure({ ...none, some: [test] }) })),
    ];
    // A test object with two operators makes one sentence.
    const byText = new Map<string, Failure | undefined>();
    for (const { test, failure } of failures) {
      const text = this.describe.test(test.name, test.test as Test);
      byText.set(text, byText.get(text) ?? failure);
    }
    const all = [...byText];
    const failed = all.flatMap(([text, failure]) => (failure === undefined ? [] : [this.insteadOf(text, failure)]));
    return {
      where: all.map(([text]) => text),
      holding: all.flatMap(([text, failure]) => (failure === undefined ? [text] : [])),
      instead: failed.flatMap(({ sentence }) => sentence ?? []),
      notStated: [...new Set(failed.flatMap(({ notStated }) => notStated ?? []))],
    };
  }

  /** What is the case where a test does not hold: a sentence, or the factor that is not stated. */
  private insteadOf(text: string, failure: Failure): { readonly sentence?: string; readonly notStated?: string } {
    const texts = REPORT_TEXTS[this.describe.lang].trace;
    if (failure.kind !== 'variable') return { sentence: texts.doesNotHold(text) };
    const title = failure.variable.factor.title[this.describe.lang];
    const found = this.found(failure).text;
    return found === undefined ? { notStated: title } : { sentence: texts.isFound(title, found) };
  }

  /** What a failed test found, as data and as a text. */
  private found(failure: Failure): { saw: Miss['saw']; text?: string } {
    if (failure.kind === 'variable') {
      const { variable, fallback } = failure;
      const sections = [variable.section, ...(fallback === undefined ? [] : [fallback.section])];
      for (const section of sections) {
        const found = this.given.find(
          (g) => g.factor === variable.factor && g.section === section && g.origin !== 'typical',
        );
        if (found?.value !== undefined) {
          const saw = typeof found.value === 'object' ? [...found.value] : found.value;
          return { saw, text: this.describe.given(found) };
        }
      }
      return { saw: null };
    }
    if (failure.kind === 'some') return { saw: null };
    const answer = this.evaluation.outcomes(failure.decision, failure.output).answer;
    return answer === null
      ? { saw: null }
      : { saw: answer.map((combo) => combo.join('+')), text: this.describe.answer(answer) };
  }
}
