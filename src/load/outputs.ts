import type { OutputKind } from '../language/outputs/values.js';
import { findHitPolicy } from '../language/outputs/hit-policies/registry.js';
import type { Text } from '../language/schema/common.js';
import type { Ask, Decision, OutputAnswer } from '../language/schema/knowledge/decision.js';
import { ownPart } from '../language/get-or-insert.js';

/** The output of a decision that has only one. */
const OUTCOME = 'outcome';

/** What an output of a decision is. */
export interface OutputDeclaration {
  readonly type: OutputKind;
  readonly title?: Text;
  /** Of a quantity. */
  readonly dimension?: string;
  /** All values that a rule may have, the one of the highest priority first. */
  readonly values?: readonly OutputAnswer[];
}

/** The names of the outputs of a decision. */
export function outputsOf({ vote, outputs }: Decision): readonly string[] {
  if (vote !== undefined) return ['winner', 'elected'];
  if (outputs === undefined) return [OUTCOME];
  return isNames(outputs) ? outputs : Object.keys(outputs);
}

/** What the rules of a decision have for an output: outcomes, where it declares nothing else. */
export function declarationOf({ outputs }: Decision, output: string): OutputDeclaration {
  const declared = outputs === undefined || isNames(outputs) ? undefined : ownPart(outputs, output);
  return declared ?? { type: 'outcome' };
}

/** What a decision answers for an output, in words that are the same only for what can be exchanged: `outcome`, `quantity money`, `text`, `count`. */
export function answerTypeOf(decision: Decision, output: string): string {
  const { hitPolicy, aggregate } = decision.table ?? {};
  const combined = typeof aggregate === 'object' ? ownPart(aggregate, output) : aggregate;
  if (hitPolicy !== undefined && findHitPolicy(hitPolicy, combined)?.counts === true) return 'count';
  return typeName(declarationOf(decision, output));
}

/** The type of a declared output: `quantity money`. */
export const typeName = ({ type, dimension }: OutputDeclaration): string =>
  dimension === undefined ? type : `${type} ${dimension}`;

const isNames = (outputs: NonNullable<Decision['outputs']>): outputs is readonly string[] => Array.isArray(outputs);

/** A decision by name, with the output meant (undefined: the only one). */
export interface DecisionRef {
  readonly decision: string;
  readonly output?: string;
}

/** Takes `family.elected` apart. */
export function parseRef(ref: string): DecisionRef {
  const [decision = '', output] = ref.split('.');
  return output === undefined ? { decision } : { decision, output };
}

/**
 * The output that a rule takes from a decision that it delegates to, for one of its own: the one that it names; of a decision with the same outputs, its
 * own; else the only one (undefined).
 */
export function delegatedOutput(
  decision: Decision,
  delegate: Decision,
  named: string | undefined,
  own: string,
): string | undefined {
  return named === undefined && String(outputsOf(delegate)) === String(outputsOf(decision)) ? own : named;
}

/** The decisions that a rule may delegate to: one, or those that scenarios fill the slot with. */
export function delegatesOf(
  ask: Ask,
  scenarios: ReadonlyMap<string, { readonly decisions?: Readonly<Record<string, string>> }>,
): (DecisionRef & { readonly scenario?: string })[] {
  if (typeof ask === 'string') return [parseRef(ask)];
  return [...scenarios].flatMap(([scenario, { decisions = {} }]) => {
    const decision = ownPart(decisions, ask.scenario);
    return decision === undefined
      ? []
      : [{ decision, scenario, ...(ask.output !== undefined && { output: ask.output }) }];
  });
}
