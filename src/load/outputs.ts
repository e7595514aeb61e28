import type { Ask, Decision } from '../language/schema/knowledge/decision.js';

/** The output of a decision that has only one. */
const OUTCOME = 'outcome';

/** The names of what a decision answers. */
export function outputsOf(decision: Decision): readonly string[] {
  if (decision.vote !== undefined) return ['winner', 'elected'];
  return decision.outputs ?? [OUTCOME];
}

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

/** The decisions that an ask may reach: one, or those that scenarios fill the slot with. */
export function askedDecisions(
  ask: Ask,
  scenarios: ReadonlyMap<string, { readonly decisions?: Readonly<Record<string, string>> }>,
): (DecisionRef & { readonly scenario?: string })[] {
  if (typeof ask === 'string') return [parseRef(ask)];
  return [...scenarios].flatMap(([scenario, { decisions = {} }]) => {
    const decision = decisions[ask.scenario];
    return decision === undefined
      ? []
      : [{ decision, scenario, ...(ask.output !== undefined && { output: ask.output }) }];
  });
}
