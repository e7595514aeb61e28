import { outcomeSetsOf } from '../../program/ir/answers.js';
import { objectionsOf, runsOn } from '../../decide/stack/constraints.js';
import { mayTouchOthers } from '../../decide/stack/role-interactions.js';
import type { Demands } from '../../decide/stack/place-context.js';
import { transitiveDependencies, allRules } from '../../program/ir/call-graph.js';
import type { OutcomeSet } from '../../language/outputs/values.js';
import type { Candidate } from '../../program/ir/fit.js';
import type { Program, ProgramRole } from '../../program/ir/program.js';

/**
 * Finds the roles for which the demands of a workload leave one choice, whatever its inputs are. Where something of the role is required by name, `optionsFor`
 * (`decide/stack/choose.ts`) prefers an answer of the rules that meets all demands, else a listed combination. The choice is forced if
 *
 * - exactly one listed combination meets the demands,
 * - no other answer of the rules meets them, nor does a union of several answers,
 * - no rule of compatibility is about its technologies or links them with others.
 */
export function rolesWithForcedChoice(program: Program, demands: Demands): ReadonlySet<ProgramRole> {
  return new Set(program.roles.filter((role) => isForced(role, program, demands)));
}

function isForced(role: ProgramRole, program: Program, { forbid, require }: Demands): boolean {
  const { knowledge, compatibility } = program;
  const fit = program.fit.get(role.id);
  const required = require.filter((id) => knowledge.outcomeById.get(id)?.role === role.id);
  if (fit === undefined || required.length === 0) return false;
  // What an item takes depends on what the rules name for it, and the remaining families may exclude what is required.
  if (role.each !== undefined || role.narrowedBy !== undefined) return false;
  const constraints = { forbid: new Set(forbid), require: required };
  const meeting = fit.candidates.filter((one) => objectionsOf(one, constraints, knowledge).length === 0);
  const [only] = meeting;
  // The realisation of an interface depends on the environment.
  if (only === undefined || meeting.length > 1 || only.isInterface) return false;
  return (
    isOnlyPossibleAnswer(only, required, role, program) &&
    !mayTouchOthers(only, program) &&
    only.carried.every((name) => !compatibility.of.has(name))
  );
}

/** Whether no other answer of the rules, and no union of answers, contains everything that is required. */
function isOnlyPossibleAnswer(
  only: Candidate,
  required: readonly string[],
  { decision }: ProgramRole,
  program: Program,
): boolean {
  const { knowledge } = program;
  const decisions = transitiveDependencies(program, [decision]);
  const answers = decisions
    .flatMap(allRules)
    .flatMap(outcomeSetsOf)
    .filter((combo) => combo.length > 0);
  const others = answers.filter((combo) => String(combo) !== String(only.combo));
  const holds = (combo: OutcomeSet): boolean => {
    const named = combo.flatMap((id) => [id, ...(knowledge.realisations.get(id) ?? [])]);
    const held = new Set(named.flatMap((id) => [id, ...runsOn(id, knowledge)]));
    return required.every((id) => held.has(id));
  };
  const unites = decisions.some(
    ({ body }) => body.form !== 'table' || body.policies.some(({ joinsOutcomes }) => joinsOutcomes === true),
  );
  return unites ? others.length === 0 || !holds(answers.flat()) : !others.some(holds);
}
