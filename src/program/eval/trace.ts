import type { OutputValues } from '../../language/outputs/values.js';
import type { Evaluation, Failure } from './evaluation.js';
import type { ProgramDecision, ProgramRule, ProgramTable, RuleOrigin } from '../ir/program.js';
import type { Tests } from '../ir/tests.js';

/** One decision that was evaluated, with all of its rules that were read. */
export interface TracedDecision {
  /** The decision, with `.output` where it has several. */
  readonly decision: string;
  readonly answer: OutputValues | null;
  readonly hits: readonly { readonly rule: RuleOrigin; readonly says: OutputValues }[];
  readonly misses: readonly TracedMiss[];
}

/** A rule that did not hit, and its first test that failed. */
export interface TracedMiss {
  readonly rule: RuleOrigin;
  /** What was tested: a factor, a collection or another decision. */
  readonly factor: string;
  /** As the rule writes it; `answers` where the rule delegates to a decision without a result. */
  readonly test: unknown;
  /** The value that the test read; null for none. */
  readonly saw: unknown;
}

/** One output of a decision that was evaluated; `M` describes why a rule did not hit. */
export interface EvaluatedOutput<M> {
  readonly decision: ProgramDecision;
  readonly output: number;
  readonly answer: OutputValues | null;
  readonly hits: readonly { readonly rule: ProgramRule; readonly answer: OutputValues }[];
  readonly misses: readonly M[];
}

/** The decision that a rule delegates to has no result. */
export interface NoResultOfDelegate {
  readonly kind: 'no-result';
  readonly decision: ProgramDecision;
}

/** Describes why a rule did not hit: the first test that failed, or a delegate without a result. */
export type DescribeMiss<M> = (rule: ProgramRule, why: Failure | NoResultOfDelegate) => M;

/**
 * Every output that was evaluated for one output, in the order of evaluation, with each rule that hit and, for each other rule, why it did not.
 * Nothing is recorded while deciding; the trace is computed afterwards.
 *
 * @param describe describes why a rule did not hit
 */
export function trace<M>(
  evaluation: Evaluation,
  decision: number,
  output: number,
  describe: DescribeMiss<M>,
): EvaluatedOutput<M>[] {
  const tracer = new Tracer(evaluation, describe);
  tracer.visit(decision, output);
  return tracer.entries;
}

interface Entry<M> extends EvaluatedOutput<M> {
  readonly hits: EvaluatedOutput<M>['hits'][number][];
  readonly misses: M[];
}

class Tracer<M> {
  readonly entries: Entry<M>[] = [];
  private readonly seen = new Set<string>();

  constructor(
    private readonly evaluation: Evaluation,
    private readonly describe: DescribeMiss<M>,
  ) {}

  /** Adds an output, and all that it depends on, unless it is there already. */
  visit(number: number, output: number): void {
    const decision = this.decision(number);
    const key = `${String(number)} ${String(output)}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    const result = this.evaluation.decide(number)[output];
    const entry: Entry<M> = { decision, output, answer: result?.answer ?? null, hits: [], misses: [] };
    this.entries.push(entry);
    const { body } = decision;
    if (body.form === 'table') this.table(body, output, entry);
    else if (body.form === 'tree') this.node(body.root, output, entry);
    else {
      for (const theirs of [body.within, body.ballot, body.elect]) this.visit(body.table, theirs);
      for (const { rule, answer } of result?.hits ?? []) entry.hits.push({ rule, answer });
    }
  }

  private decision(number: number): ProgramDecision {
    const decision = this.evaluation.program.decisions[number];
    if (decision === undefined) throw new RangeError(`no decision ${String(number)}`);
    return decision;
  }

  private table(table: ProgramTable, output: number, entry: Entry<M>): void {
    for (const rule of table.rules) {
      if (table.policy.relevantHits === 1 && entry.hits.length > 0) return;
      this.dependencies(rule.tests);
      const failure = this.evaluation.failure(rule.tests);
      if (failure === undefined) this.hit(rule, output, entry);
      else entry.misses.push(this.describe(rule, failure));
    }
  }

  private node(node: ProgramRule, output: number, entry: Entry<M>): void {
    this.dependencies(node.tests);
    const failure = this.evaluation.failure(node.tests);
    if (failure === undefined) {
      this.hit(node, output, entry);
      for (const branch of node.branches ?? []) this.node(branch, output, entry);
    } else entry.misses.push(this.describe(node, failure));
  }

  /** Adds a rule whose tests hold. */
  private hit(rule: ProgramRule, output: number, entry: Entry<M>): void {
    const { ask } = rule;
    const theirs = ask?.outputs[output] ?? 0;
    if (ask !== undefined) this.visit(ask.decision, theirs);
    const answer = ask === undefined ? rule.answers?.[output] : this.evaluation.decide(ask.decision)[theirs]?.answer;
    if (answer != null) entry.hits.push({ rule, answer });
    else if (ask !== undefined)
      entry.misses.push(this.describe(rule, { kind: 'no-result', decision: this.decision(ask.decision) }));
  }

  /** Visits the decisions whose outcomes are tested. */
  private dependencies({ outcomes }: Tests): void {
    for (const { decision, output } of outcomes) this.visit(decision, output);
  }
}
