import { alternativesOfRule, outcomeSetsOf } from '../../program/ir/answers.js';
import { transitiveDependencies, allRules } from '../../program/ir/call-graph.js';
import type { ProgramCompatibility } from '../../program/ir/compatibility.js';
import type { Candidate } from '../../program/ir/fit.js';
import type { Program, ProgramRole } from '../../program/ir/program.js';
import { technologiesOf } from './resolve.js';
import type { Demands } from './place-context.js';

const known = new WeakMap<Program, ReadonlyMap<ProgramRole, ReadonlySet<ProgramRole>>>();

/**
 * Gives the roles whose choices may conflict with the choice for a role, directly or through other roles; the role itself is among them if two of its items may
 * conflict. The choices for all other roles have no effect on it. These are the connected components of the graph of requirements and exclusions.
 */
export function interactingRoles(program: Program, role: ProgramRole): ReadonlySet<ProgramRole> {
  let all = known.get(program);
  if (all === undefined) known.set(program, (all = interactionsIn(program)));
  return all.get(role) ?? new Set();
}

const touching = new WeakMap<Candidate, boolean>();

/**
 * Whether a rule links a candidate with anything that a role of the stack may contain: one of its own technologies requires or excludes that, or the other way round. The
 * choice of a candidate that nothing is linked with does not depend on the choices for other places.
 */
export function mayTouchOthers(candidate: Candidate, program: Program): boolean {
  let found = touching.get(candidate);
  if (found === undefined) touching.set(candidate, (found = isLinked(candidate, program)));
  return found;
}

function isLinked(candidate: Candidate, program: Program): boolean {
  const { compatibility } = program;
  const own = technologiesOf(candidate);
  const provided = new Set(own.flatMap((name) => compatibility.provides.get(name) ?? [name]));
  for (const rules of compatibility.of.values()) {
    for (const rule of rules) {
      if (!isLink(rule)) continue;
      const isOwn = rule.of.some((name) => own.includes(name));
      const named = othersNamedIn(rule);
      if (isOwn ? named.length > 0 : named.some((name) => provided.has(name))) return true;
    }
  }
  return false;
}

/** Whether a rule can make choices for two places conflict. */
const isLink = ({ relation }: ProgramCompatibility): boolean => relation === 'requires' || relation === 'excludes';
const othersNamedIn = ({ with: others = [], anyOf = [] }: ProgramCompatibility): readonly string[] => [
  ...others,
  ...anyOf,
];

function interactionsIn(program: Program): Map<ProgramRole, Set<ProgramRole>> {
  const { compatibility, roles } = program;
  const technologies = new Map(roles.map((role) => [role, technologiesIn(role, program)]));
  const holding = (names: readonly string[]): ProgramRole[] =>
    roles.filter((role) => names.some((name) => technologies.get(role)?.has(name)));
  const direct = new Map(roles.map((role) => [role, new Set<ProgramRole>()]));
  for (const rules of compatibility.of.values()) {
    for (const rule of rules) {
      if (!isLink(rule)) continue;
      const affected = holding(
        othersNamedIn(rule).flatMap((name) => [name, ...(compatibility.providersOf.get(name) ?? [])]),
      );
      for (const one of holding(rule.of)) {
        for (const other of affected) {
          direct.get(one)?.add(other);
          direct.get(other)?.add(one);
        }
      }
    }
  }
  return new Map(roles.map((role) => [role, reachableFrom(role, direct)]));
}

function reachableFrom(
  from: ProgramRole,
  direct: ReadonlyMap<ProgramRole, ReadonlySet<ProgramRole>>,
): Set<ProgramRole> {
  const found = new Set<ProgramRole>();
  const open = [from];
  for (let role = open.pop(); role !== undefined; role = open.pop()) {
    for (const other of direct.get(role) ?? []) {
      if (found.has(other)) continue;
      found.add(other);
      open.push(other);
    }
  }
  return found;
}

/** Every technology that a role may contain: its candidates and what its rules name, with what these run on and what realises them. */
export function technologiesIn(role: ProgramRole, program: Program): Set<string> {
  const { knowledge, fit } = program;
  const alternatives = transitiveDependencies(program, [role.decision]).flatMap((decision) =>
    allRules(decision).flatMap(({ rule }) => [...(rule.alternatives ?? []), ...(rule.implementations ?? [])]),
  );
  const roleOf = (id: string): string | undefined => knowledge.outcomeById.get(id)?.role;
  const own = [
    ...alternatives.filter((id) => (roleOf(id) ?? role.id) === role.id),
    ...knowledge.outcomes.map(({ id }) => id).filter((id) => roleOf(id) === role.id),
  ];
  const runnable = (fit.get(role.id)?.candidates ?? []).flatMap(({ combo, carried }) => [...combo, ...carried]);
  const all = [...possibleAnswers(role, program), ...own, ...runnable].flatMap((id) => [
    id,
    ...(knowledge.realisations.get(id) ?? []),
  ]);
  return new Set(all.flatMap((id) => [id, ...(knowledge.technologies.get(id)?.runsOn ?? [])]));
}

/**
 * All that may be in a choice for a role, and perhaps more, whatever a workload states besides its demands: what the rules answer or name second; and what can
 * run, save where only what the rules name is chosen, which is where the role is optional and nothing is required (see `optionsFor` in `decide/choose.ts`).
 */
export function reachableOutcomes(role: ProgramRole, program: Program, { require }: Demands): ReadonlySet<string> {
  const { knowledge, fit } = program;
  const named = transitiveDependencies(program, [role.decision])
    .flatMap(allRules)
    .flatMap((rule) => {
      const { alternatives = [], implementations = [] } = rule.rule;
      return [...outcomeSetsOf(rule).flat(), ...alternatives, ...implementations];
    });
  const isNamedOnly = role.optional && require.length === 0;
  const listed = isNamedOnly
    ? []
    : (fit.get(role.id)?.candidates ?? []).flatMap(({ combo, members }) => [...combo, ...members]);
  return new Set([...named, ...listed].flatMap((id) => [id, ...(knowledge.realisations.get(id) ?? [])]));
}

/** Every outcome that an output of a decision may contain, by its own rules or by decisions that it delegates to. */
function possibleAnswers(
  { decision, output }: Pick<ProgramRole, 'decision' | 'output'>,
  program: Program,
): Set<string> {
  const found = new Set<string>();
  const seen = new Set<string>();
  const visit = (number: number, at: number): void => {
    const delegate = program.decisions[number];
    const key = `${String(number)}.${String(at)}`;
    if (delegate === undefined || seen.has(key)) return;
    seen.add(key);
    // The result of a vote is one of the candidates within, then what it elects.
    if (delegate.body.form === 'vote')
      visit(delegate.body.table, at === 0 ? delegate.body.within : delegate.body.elect);
    for (const rule of allRules(delegate)) {
      const { ask } = rule;
      for (const combo of alternativesOfRule(rule, at) ?? []) for (const id of combo) found.add(id);
      if (ask !== undefined) visit(ask.decision, ask.outputs[at] ?? 0);
    }
  };
  visit(decision, output);
  return found;
}
