import { DiagnosticError, Diagnostics } from '../language/diagnostic.js';
import { nearest } from '../language/nearest.js';
import type { KnowledgeBase } from '../load/knowledge.js';
import { parseRef } from '../load/outputs.js';
import { Border, type Stated } from './border.js';
import type { AnyOf } from './combos.js';
import { Compiled, straight, type Straight } from './compiled.js';
import type { Evaluation } from './evaluation.js';
import { FewRules } from './few-rules.js';
import { programOf } from './lower.js';
import type { ProgramDecision } from './program.js';
import { SettledTrace } from './settled-trace.js';
import { trace, type Tell, type TracedDecision, type TracedMiss } from './trace.js';

/** Every decision that was asked, the one in question first. */
export type DecisionTrace = readonly TracedDecision[];

/** One decision as a function: what is stated in, the answer out. */
export interface DecisionFunction {
  /**
   * The combinations that the decision answers, the preferred first, each a list of outcomes; none at all where nothing fits all rules, and null where it is silent.
   *
   * @throws {DiagnosticError} when a name is no factor, or a value none of its factor
   */
  (stated: Stated): AnyOf | null;
  /** Why: every decision that was asked and every rule of it, worked out anew. */
  trace(stated: Stated): DecisionTrace;
}

/**
 * One decision of some knowledge as a fast function from plain objects. It knows what is stated and nothing else: no presets of a scenario,
 * no facts, no constraints; those are for `recommend`. Of a decision that is made for each item, the factors of the item are stated beside the others.
 *
 * @param decision its id, with `.output` where it has several
 * @throws {DiagnosticError} when there is no such decision or output
 */
export function decisionOf(knowledge: KnowledgeBase, decision: string): DecisionFunction {
  const program = programOf(knowledge);
  const { found, output } = referred(program.decisions, decision);
  const border = new Border(program, found.each);
  const codes = new Int32Array(program.variables.length);
  const direct = straight(program, found, output);
  if (direct !== undefined) {
    const answer = answering(direct, border, codes, output);
    let explained: SettledTrace | undefined;
    return Object.assign(answer, {
      trace(stated: Stated): DecisionTrace {
        border.encode(stated, codes);
        explained ??= new SettledTrace(direct.body, output, direct.failures());
        const told = explained.of(codes, stated);
        return [{ decision: nameOf(found, output), answer: direct.decide(codes)[output]?.answer ?? null, ...told }];
      },
    });
  }
  const answer = (stated: Stated): AnyOf | null => {
    const items = border.encode(stated, codes);
    return new Compiled(program, codes, items).decide(found.number)[output]?.answer ?? null;
  };
  return Object.assign(answer, {
    trace(stated: Stated): DecisionTrace {
      const items = border.encode(stated, codes);
      const evaluation = new Compiled(program, codes, items);
      return trace(evaluation, found.number, output, telling(stated, evaluation)).map((asked): TracedDecision => ({
        decision: nameOf(asked.decision, asked.output),
        answer: asked.answer,
        hits: asked.hits.map(({ rule, says }) => ({ rule: rule.origin, says })),
        misses: asked.misses,
      }));
    },
  });
}

/** A decision that what is stated settles by itself: rule by rule while it is read where the rules are few, else by its codes. */
function answering(
  { decide, few }: Straight,
  border: Border,
  codes: Int32Array,
  output: number,
): (stated: Stated) => AnyOf | null {
  const rules = few && FewRules.of(border, few.accepting, codes.length);
  if (few === undefined || rules === undefined) {
    return (stated) => {
      border.encode(stated, codes);
      return decide(codes)[output]?.answer ?? null;
    };
  }
  const { answer } = few;
  return (stated) => answer(rules.hitting(stated));
}

/** Says of a rule why it did not hit, with what is stated. */
function telling(stated: Stated, evaluation: Evaluation): Tell<TracedMiss> {
  return ({ origin: rule }, why) => {
    if (why.kind === 'silence') return { rule, factor: why.decision.id, test: 'answers', saw: null };
    const { name: factor, test } = why;
    const saw = why.kind === 'outcome' ? evaluation.decide(why.decision)[why.output]?.answer : stated[factor];
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
