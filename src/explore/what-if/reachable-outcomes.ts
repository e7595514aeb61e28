import { outcomeSetsOf } from '../../program/ir/answers.js';
import type { Demands } from '../../decide/stack/place-context.js';
import { transitiveDependencies, allRules } from '../../program/ir/call-graph.js';
import type { Program, ProgramRole } from '../../program/ir/program.js';

/**
 * All that may be in a choice for a role, and perhaps more, whatever a workload states besides its demands: what the rules answer or name second; and what can
 * run, save where only what the rules name is chosen, which is where the role is optional and nothing is required (see `optionsFor` in `decide/choose.ts`).
 */
export function reachableOutcomes(role: ProgramRole, program: Program, { require }: Demands): ReadonlySet<string> {
  const { knowledge, fit } = program;
  const named = transitiveDependencies(program, [role.decision])
    .flatMap(allRules)
    .flatMap((rule) => [...outcomeSetsOf(rule).flat(), ...(rule.rule.alternatives ?? [])]);
  const isNamedOnly = role.optional && require.length === 0;
  const listed = isNamedOnly
    ? []
    : (fit.get(role.id)?.candidates ?? []).flatMap(({ combo, members }) => [...combo, ...members]);
  return new Set([...named, ...listed].flatMap((id) => [id, ...(knowledge.realisations.get(id) ?? [])]));
}
