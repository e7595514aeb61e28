import { DiagnosticError, Diagnostics } from '../../language/diagnostics/diagnostic.js';
import { nearest } from '../../language/diagnostics/nearest.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import { parseRef } from '../../load/outputs.js';
import { InputEncoder, type StatedInputs } from './input-encoder.js';
import type { OutcomeSet, OutputValue } from '../../language/outputs/values.js';
import { CompiledEvaluation, compiledTable } from './compiled.js';
import type { Evaluation, Result } from '../eval/evaluation.js';
import { programOf } from '../ir/lower.js';
import { isTable, type ProgramDecision } from '../ir/program.js';
import { TableTrace } from './table-trace.js';
import { trace, type DescribeMiss, type TracedDecision, type TracedMiss } from '../eval/trace.js';
import { ownPart } from '../../language/get-or-insert.js';

/** Every decision that was evaluated, the one in question first. */
export type DecisionTrace = readonly TracedDecision[];

/** One decision as a function from what is stated to the answer. `V` is what its output is: lists of outcomes, unless it declares figures or texts. */
export interface DecisionFunction<V extends OutputValue = OutcomeSet> {
  /**
   * The values that the decision answers; null where it has no result. Of outcomes: the combinations that are allowed, the preferred one first, and an
   * empty list where nothing satisfies all rules. Of figures: in the base unit of their dimension. A single value is a list of one.
   *
   * @throws {DiagnosticError} when a name is no factor, or a value none of its factor
   */
  (stated: StatedInputs): readonly V[] | null;
  /** Explains the answer: every decision that was evaluated, with its rules that hit and, for each other rule, the first test that failed. */
  trace(stated: StatedInputs): DecisionTrace;
}

/**
 * One decision of some knowledge as a fast function from plain objects. It knows what is stated and nothing else: no presets of a scenario,
 * no facts, no constraints; those are for `recommend`. Of a decision that is made for each item, the factors of the item are stated alongside the others.
 *
 * @param decision its id, with `.output` where it has several
 * @throws {DiagnosticError} when there is no such decision or output
 */
export function decisionOf<V extends OutputValue = OutcomeSet>(
  knowledge: KnowledgeBase,
  decision: string,
): DecisionFunction<V> {
  const program = programOf(knowledge);
  const { found, output } = referred(program.decisions, decision);
  const encoder = new InputEncoder(program, found.each);
  const codes = new Int32Array(program.variables.length);
  // What an output is, the caller knows from the knowledge.
  const answerOf = (results: readonly Result<OutputValue>[]): readonly V[] | null =>
    (results[output]?.answer ?? null) as readonly V[] | null;
  const evaluationOf = (stated: StatedInputs): CompiledEvaluation =>
    new CompiledEvaluation(program, codes, encoder.encode(stated, codes));
  const explain = (stated: StatedInputs): DecisionTrace => {
    const evaluation = evaluationOf(stated);
    return trace(evaluation, found.number, output, missOf(stated, evaluation)).map((traced): TracedDecision => ({
      decision: nameOf(traced.decision, traced.output),
      answer: traced.answer,
      hits: traced.hits.map((hit) => ({ rule: hit.rule.origin, says: hit.answer })),
      misses: traced.misses,
    }));
  };
  const table = isTable(found) ? compiledTable(program, found) : undefined;
  if (!isTable(found) || table?.isPure !== true) {
    const decide = (stated: StatedInputs): readonly V[] | null => answerOf(evaluationOf(stated).decide(found.number));
    return Object.assign(decide, { trace: explain });
  }
  const decide = (stated: StatedInputs): readonly V[] | null => {
    encoder.encode(stated, codes);
    return answerOf(table.evaluate(codes, undefined));
  };
  let fast: TableTrace | null | undefined;
  return Object.assign(decide, {
    trace(stated: StatedInputs): DecisionTrace {
      if (fast === undefined) fast = TableTrace.of(found.body, output) ?? null;
      if (fast === null) return explain(stated);
      const answer = decide(stated);
      return [{ decision: nameOf(found, output), answer, ...fast.of(codes, stated) }];
    },
  });
}

/** Describes why a rule did not hit, with the value that is stated. */
function missOf(stated: StatedInputs, evaluation: Evaluation): DescribeMiss<TracedMiss> {
  return ({ origin: rule }, why) => {
    if (why.kind === 'no-result') return { rule, factor: why.decision.id, test: 'answers', saw: null };
    const { name: factor, test } = why;
    const saw = why.kind === 'outcome' ? evaluation.decide(why.decision)[why.output]?.answer : ownPart(stated, factor);
    return { rule, factor, test, saw: saw ?? null };
  };
}

function referred(decisions: readonly ProgramDecision[], name: string): { found: ProgramDecision; output: number } {
  const ref = parseRef(name);
  const found = decisions.find(({ id }) => id === ref.decision);
  const output =
    found === undefined
      ? -1
      : ref.output === undefined && found.outputs.length === 1
        ? 0
        : found.outputs.indexOf(ref.output ?? '');
  if (found !== undefined && output >= 0) return { found, output };
  const report = new Diagnostics();
  const expected = found?.outputs ?? [];
  if (found === undefined)
    report.add('unknown-reference', { what: 'decision', name }, undefined, nearest(ref.decision, decisions));
  else if (ref.output === undefined) report.add('output-needed', { decision: found.id, expected });
  else
    report.add(
      'output-unknown',
      { decision: found.id, output: ref.output, expected },
      undefined,
      nearest(
        ref.output,
        expected.map((id) => ({ id })),
      ),
    );
  throw new DiagnosticError(report.all);
}

const nameOf = ({ id, outputs }: ProgramDecision, output: number): string =>
  outputs.length === 1 ? id : `${id}.${outputs[output] ?? ''}`;
