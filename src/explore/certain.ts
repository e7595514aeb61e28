import { objectionsOf } from '../decide/constraints.js';
import { linkedRoles } from '../decide/linked.js';
import type { Demands } from '../decide/undecided.js';
import { decisionsBehind, rulesOf } from '../program/behind.js';
import type { Program, ProgramRole } from '../program/program.js';

const known = new WeakMap<Demands, ReadonlySet<ProgramRole>>();

/**
 * The roles for which the demands of a workload leave one choice, whatever else is given: something is required by name, only one combination meets all demands,
 * and no rule of compatibility speaks of anything in it or in what may stand in the role.
 */
export function certainRoles(program: Program, demands: Demands): ReadonlySet<ProgramRole> {
  let found = known.get(demands);
  if (found === undefined)
    known.set(demands, (found = new Set(program.roles.filter((role) => isCertain(role, program, demands)))));
  return found;
}

function isCertain(role: ProgramRole, program: Program, { forbid, require }: Demands): boolean {
  const { knowledge, compatibility } = program;
  const fit = program.fit.get(role.id);
  const own = require.filter((id) => knowledge.outcomeById.get(id)?.role === role.id);
  // What an item takes hangs on what the rules name for it, and families may rule out what is required.
  if (own.length === 0 || role.each !== undefined || role.narrowedBy !== undefined || fit === undefined) return false;
  if (linkedRoles(program, role).size > 0) return false;
  const constraints = { forbid: new Set(forbid), require: own };
  const meets = (all: typeof fit.candidates): typeof fit.candidates =>
    all.filter((candidate) => objectionsOf(candidate, constraints, knowledge).length === 0);
  const [only, ...others] = meets(fit.candidates);
  if (only === undefined || others.length > 0 || only.isInterface) return false;
  const rules = decisionsBehind(program, [role.decision]).flatMap(rulesOf);
  const answered = rules.flatMap(({ answers = [] }) => answers.flatMap((combos) => combos ?? []));
  const named = answered.filter((combo) => combo.length > 0 && meets(fit.of(combo)).length > 0);
  return (
    named.every((combo) => String(combo) === String(only.combo)) &&
    only.carried.every((name) => !compatibility.of.has(name))
  );
}
