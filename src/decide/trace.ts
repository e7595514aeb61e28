import type { Asked } from '../language/schema/recommendation.js';
import type { Test } from '../language/schema/condition.js';
import { canonical } from '../language/canonical.js';
import type { ProgramDecision, ProgramRule } from '../program/program.js';
import type { Tests } from '../program/tests.js';
import { named, type Describer } from './describe.js';
import type { Decided } from './decide.js';
import type { Evaluation, Failure } from '../program/evaluation.js';
import type { Given } from './inputs.js';

type Miss = Asked['misses'][number];

/**
 * Every decision that was asked for a role, in the order of asking: the rules that hit, and for each other rule the first test that
 * failed with the value that it saw.
 */
export function traceOf({ role, evaluation, item }: Decided, given: readonly Given[], describe: Describer): Asked[] {
  return new Tracer(evaluation, [...(item?.given ?? []), ...given], describe).run(role.decision, role.output);
}

class Tracer {
  private readonly asked: Asked[] = [];
  private readonly seen = new Set<string>();

  constructor(
    private readonly evaluation: Evaluation,
    private readonly given: readonly Given[],
    private readonly describe: Describer,
  ) {}

  run(decision: number, output: number): Asked[] {
    this.ask(decision, output);
    return this.asked;
  }

  private decision(number: number): ProgramDecision {
    const decision = this.evaluation.program.decisions[number];
    if (decision === undefined) throw new RangeError(`no decision ${String(number)}`);
    return decision;
  }

  private ask(number: number, output: number): void {
    const decision = this.decision(number);
    const key = `${String(number)} ${String(output)}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    const answer = this.evaluation.decide(number)[output]?.answer ?? null;
    const single = decision.outputs.length === 1;
    const id = single ? decision.id : `${decision.id}.${decision.outputs[output] ?? ''}`;
    const title = this.describe.knowledge.decisions.get(decision.id)?.title[this.describe.lang] ?? decision.id;
    const entry: Asked = { decision: id, title, hits: [], misses: [], outcome: answer === null ? null : named(answer) };
    this.asked.push(entry);
    const { body } = decision;
    if (body.form === 'table') {
      for (const rule of body.rules) {
        const done = body.hitPolicy === 'first' && entry.hits.length > 0;
        if (done) break;
        this.rule(rule, output, entry);
      }
    } else if (body.form === 'tree') this.node(body.root, output, entry);
    else {
      for (const theirs of [body.within, body.ballot, body.elect]) this.ask(body.table, theirs);
      for (const { rule, says } of this.evaluation.decide(number)[output]?.hits ?? []) {
        entry.hits.push({ rule: rule.id, ...sourced(rule), outcome: named(says) });
      }
    }
  }

  private rule(rule: ProgramRule, output: number, entry: Asked): boolean {
    this.dependencies(rule.tests);
    const failure = this.evaluation.failure(rule.tests);
    if (failure !== undefined) {
      entry.misses.push({ rule: rule.id, ...sourced(rule), ...this.miss(failure) });
      return false;
    }
    if (rule.ask === undefined) {
      const says = rule.answers?.[output];
      if (says != null) entry.hits.push({ rule: rule.id, ...sourced(rule), outcome: named(says) });
      return true;
    }
    const theirs = rule.ask.outputs[output] ?? 0;
    this.ask(rule.ask.decision, theirs);
    const answer = this.evaluation.decide(rule.ask.decision)[theirs]?.answer ?? null;
    if (answer !== null) entry.hits.push({ rule: rule.id, ...sourced(rule), outcome: named(answer) });
    else {
      const { id } = this.decision(rule.ask.decision);
      const title = this.describe.knowledge.decisions.get(id)?.title[this.describe.lang] ?? id;
      entry.misses.push({
        rule: rule.id,
        ...sourced(rule),
        factor: id,
        test: 'answers',
        saw: null,
        text: SILENT[this.describe.lang](title),
      });
    }
    return true;
  }

  private node(node: ProgramRule, output: number, entry: Asked): void {
    if (this.rule(node, output, entry)) for (const branch of node.branches ?? []) this.node(branch, output, entry);
  }

  /** Tests that look at other decisions ask those. */
  private dependencies(tests: Tests): void {
    for (const { decision, output } of tests.outcomes) this.ask(decision, output);
  }

  private miss(failure: Failure): Pick<Miss, 'factor' | 'test' | 'saw' | 'text'> {
    const { name, test } = failure;
    const { saw, shown } = this.saw(failure);
    return {
      factor: name,
      test: canonical(test),
      saw,
      text: SAW[this.describe.lang](this.describe.test(name, test as Test), shown),
    };
  }

  /** What a failed test found, as data and in words. */
  private saw(failure: Failure): { saw: Miss['saw']; shown?: string } {
    if ('accepts' in failure) {
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
    if (!('decision' in failure)) return { saw: null };
    const answer = this.evaluation.decide(failure.decision)[failure.output]?.answer ?? null;
    return answer === null
      ? { saw: null }
      : { saw: answer.map((combo) => combo.join('+')), shown: this.describe.answer(answer) };
  }
}

function sourced({ rule }: ProgramRule): { source?: string } {
  return rule.source === undefined ? {} : { source: rule.source };
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
