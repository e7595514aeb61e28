import type { Program } from '../../program/ir/program.js';
import type { ProgramCompatibility } from '../../program/ir/compatibility.js';
import type { Evaluation } from '../../program/eval/evaluation.js';

/** A rule of compatibility that speaks of a technology, and the other technology that it concerns. */
export interface Objection {
  readonly rule: ProgramCompatibility;
  readonly technology: string;
  readonly other?: string;
}

/** What runs in one place of the stack. */
export interface Occupant {
  /** With what comes of necessity and with what realises an interface. */
  readonly technologies: readonly string[];
  readonly evaluation: Evaluation;
}

/** Beside the stack: what is there already, what may not be there, and what could still come. */
export interface Surroundings {
  /** Whether a technology runs already. */
  readonly exists: (technology: string) => boolean;
  readonly forbidden: ReadonlySet<string>;
  /** Roles that need something and where nothing is chosen yet. */
  readonly unfilledRoles: ReadonlySet<string>;
}

const NONE: readonly ProgramCompatibility[] = [];

/** Why a technology cannot run here, whatever stands beside it: a need that is known not to be met, or a rule that excludes it. */
export function objectionsTo(technology: string, evaluation: Evaluation): Objection[] {
  const rules = evaluation.program.compatibility.ruling.get(technology) ?? NONE;
  return rules.filter((rule) => excludes(rule, evaluation)).map((rule) => ({ rule, technology }));
}

/** Whether nothing known keeps a technology from running here. */
export function canRun(technology: string, evaluation: Evaluation): boolean {
  const rules = evaluation.program.compatibility.ruling.get(technology);
  return rules?.some((rule) => excludes(rule, evaluation)) !== true;
}

/** How many needs of a technology nothing stated tells to be met. */
export function openNeeds(technology: string, evaluation: Evaluation): number {
  return rulesOf(technology, evaluation).filter(
    ({ relation, with: beside, that }) =>
      relation === 'needs-condition' &&
      beside === undefined &&
      that !== undefined &&
      evaluation.truth(that) === undefined,
  ).length;
}

/** Whether a technology would run here, to no purpose. */
export function isPointless(technology: string, evaluation: Evaluation): boolean {
  return rulesOf(technology, evaluation).some(
    ({ relation, with: beside }) => relation === 'pointless-with' && beside === undefined,
  );
}

function excludes(rule: ProgramCompatibility, evaluation: Evaluation): boolean {
  if (rule.that !== undefined && evaluation.truth(rule.that) !== false) return false;
  return applies(rule, evaluation);
}

/** The rules that speak of a technology and apply here. */
function rulesOf(technology: string, evaluation: Evaluation): readonly ProgramCompatibility[] {
  const all = evaluation.program.compatibility.of.get(technology) ?? NONE;
  return all.length === 0 ? NONE : all.filter((rule) => applies(rule, evaluation));
}

function applies({ when, unless }: ProgramCompatibility, evaluation: Evaluation): boolean {
  if (when !== undefined && evaluation.truth(when) !== true) return false;
  return unless === undefined || evaluation.truth(unless) !== true;
}

/** A conflict between places of the stack, by their numbers. */
export interface StackConflict extends Objection {
  readonly places: readonly number[];
}

/** What of a stack cannot run together: one place excludes what another holds, or requires what none brings. */
export function conflictsIn(
  stack: readonly (Occupant | undefined)[],
  around: Surroundings,
  program: Program,
): StackConflict[] {
  const holders = holdersIn(stack, program);
  return applicableRules(stack, ({ rule, technology }, place, evaluation): StackConflict[] => {
    if (rule.relation === 'excludes' && rule.with !== undefined) {
      return rule.with.flatMap((other) => {
        const there = holders.get(other);
        return there === undefined
          ? []
          : [{ rule, technology, other, places: [place, ...there.filter((n) => n !== place)] }];
      });
    }
    if (rule.relation === 'requires' && requirementState(rule, holders, around, evaluation) === 'absent') {
      return [{ rule, technology, places: [place] }];
    }
    return [];
  });
}

/** What a reader has to see to: conditions that nobody has stated, requirements that an open role may still meet, and what is pointless. */
export function remindersIn(
  stack: readonly (Occupant | undefined)[],
  around: Surroundings,
  program: Program,
): (Objection & { readonly place: number })[] {
  const holders = holdersIn(stack, program);
  return applicableRules(stack, ({ rule, technology }, place, evaluation) => {
    const told = { rule, technology, place };
    switch (rule.relation) {
      case 'needs-condition': {
        if (rule.that !== undefined && evaluation.truth(rule.that) === true) return [];
        if (rule.with === undefined) return [told];
        const other = rule.with.find((name) => holders.has(name));
        return other === undefined ? [] : [{ ...told, other }];
      }
      case 'pointless-with': {
        if (rule.with === undefined) return [told];
        const other = rule.with.find((name) => holders.has(name));
        return other === undefined ? [] : [{ ...told, other }];
      }
      case 'requires':
        return requirementState(rule, holders, around, evaluation) === 'open' ? [told] : [];
      case 'excludes':
        return [];
    }
  });
}

function applicableRules<T>(
  stack: readonly (Occupant | undefined)[],
  say: (objection: Objection, place: number, evaluation: Evaluation) => readonly T[],
): T[] {
  return stack.flatMap((occupant, place) =>
    occupant === undefined
      ? []
      : occupant.technologies.flatMap((technology) =>
          rulesOf(technology, occupant.evaluation).flatMap((rule) =>
            say({ rule, technology }, place, occupant.evaluation),
          ),
        ),
  );
}

/** The places that bring each technology, by its name or by one that it realises. */
function holdersIn(stack: readonly (Occupant | undefined)[], program: Program): Map<string, number[]> {
  const { brings } = program.compatibility;
  const holders = new Map<string, number[]>();
  stack.forEach((occupant, place) => {
    for (const technology of occupant?.technologies ?? []) {
      for (const name of brings.get(technology) ?? [technology]) {
        const places = holders.get(name);
        if (places === undefined) holders.set(name, [place]);
        else if (!places.includes(place)) places.push(place);
      }
    }
  });
  return holders;
}

/** Whether what a rule requires is there, may still come, or is not to be had. */
function requirementState(
  { anyOf = [] }: ProgramCompatibility,
  holders: ReadonlyMap<string, unknown>,
  around: Surroundings,
  evaluation: Evaluation,
): 'present' | 'open' | 'absent' {
  const { program } = evaluation;
  const { broughtBy } = program.compatibility;
  const exists = (name: string): boolean => (broughtBy.get(name) ?? [name]).some(around.exists);
  if (anyOf.some((name) => holders.has(name) || exists(name))) return 'present';
  const { outcomeById } = program.knowledge;
  const mayCome = anyOf.some((name) => {
    const role = outcomeById.get(name)?.role;
    return (
      !around.forbidden.has(name) && role !== undefined && around.unfilledRoles.has(role) && canRun(name, evaluation)
    );
  });
  return mayCome ? 'open' : 'absent';
}
