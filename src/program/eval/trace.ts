import type { OutputValues } from '../../language/outputs/values.js';
import type { Evaluation, Failure } from './evaluation.js';
import type { ProgramDecision, ProgramRule, ProgramTable, RuleOrigin } from '../ir/program.js';
import type { Tests } from '../ir/tests.js';

/** One decision that was asked, with all of its rules that were looked at. */
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
  /** As the rule writes it; `answers` where the rule asks a decision that is silent. */
  readonly test: unknown;
  /** What was found there; null for nothing. */
  readonly saw: unknown;
}

/** One output of a decision that was asked; `M` tells why a rule did not hit. */
export interface EvaluatedOutput<M> {
  readonly decision: ProgramDecision;
  readonly output: number;
  readonly answer: OutputValues | null;
  readonly hits: readonly { readonly rule: ProgramRule; readonly says: OutputValues }[];
  readonly misses: readonly M[];
}

/** The decision that a rule asks has no answer. */
export interface NoResultOfDelegate {
  readonly kind: 'silence';
  readonly decision: ProgramDecision;
}

/** Tells why a rule did not hit: the first test that failed, or the silence of the decision that it asks. */
export type DescribeMiss<M> = (rule: ProgramRule, why: Failure | NoResultOfDelegate) => M;

/**
 * Every output that was asked to answer one, in the order of asking, with each rule that hit and, for each that did not, why. Nothing
 * of this is recorded while deciding; it is worked out anew.
 */
export function trace<M>(
  evaluation: Evaluation,
  decision: number,
  output: number,
  tell: DescribeMiss<M>,
): EvaluatedOutput<M>[] {
  const tracer = new Tracer(evaluation, tell);
  tracer.ask(decision, output);
  return tracer.asked;
}

interface Entry<M> extends EvaluatedOutput<M> {
  readonly hits: EvaluatedOutput<M>['hits'][number][];
  readonly misses: M[];
}

class Tracer<M> {
  readonly asked: Entry<M>[] = [];
  private readonly seen = new Set<string>();

  constructor(
    private readonly evaluation: Evaluation,
    private readonly tell: DescribeMiss<M>,
  ) {}

  ask(number: number, output: number): void {
    const decision = this.decision(number);
    const key = `${String(number)} ${String(output)}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    const result = this.evaluation.decide(number)[output];
    const entry: Entry<M> = { decision, output, answer: result?.answer ?? null, hits: [], misses: [] };
    this.asked.push(entry);
    const { body } = decision;
    if (body.form === 'table') this.table(body, output, entry);
    else if (body.form === 'tree') this.node(body.root, output, entry);
    else {
      for (const theirs of [body.within, body.ballot, body.elect]) this.ask(body.table, theirs);
      for (const { rule, says } of result?.hits ?? []) entry.hits.push({ rule, says });
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
      if (failure === undefined) this.says(rule, output, entry);
      else entry.misses.push(this.tell(rule, failure));
    }
  }

  private node(node: ProgramRule, output: number, entry: Entry<M>): void {
    this.dependencies(node.tests);
    const failure = this.evaluation.failure(node.tests);
    if (failure === undefined) {
      this.says(node, output, entry);
      for (const branch of node.branches ?? []) this.node(branch, output, entry);
    } else entry.misses.push(this.tell(node, failure));
  }

  /** A rule whose tests hold. */
  private says(rule: ProgramRule, output: number, entry: Entry<M>): void {
    const { ask } = rule;
    const theirs = ask?.outputs[output] ?? 0;
    if (ask !== undefined) this.ask(ask.decision, theirs);
    const says = ask === undefined ? rule.answers?.[output] : this.evaluation.decide(ask.decision)[theirs]?.answer;
    if (says != null) entry.hits.push({ rule, says });
    else if (ask !== undefined)
      entry.misses.push(this.tell(rule, { kind: 'silence', decision: this.decision(ask.decision) }));
  }

  /** Tests that look at other decisions ask those. */
  private dependencies({ outcomes }: Tests): void {
    for (const { decision, output } of outcomes) this.ask(decision, output);
  }
}
