import type { Program } from '../../program/ir/program.js';
import type { ProgramCompatibility } from '../../program/ir/compatibility.js';
import { penaltyOf, POINTLESS, UNSTATED_WORKLOAD } from '../fit/order.js';
import type { Tests } from '../../program/ir/tests.js';
import type { Evaluation } from '../../program/eval/evaluation.js';

/** A rule of compatibility about a technology, and the other technology that it names. */
export interface Objection {
  readonly rule: ProgramCompatibility;
  readonly technology: string;
  readonly other?: string;
}

/** What is chosen for one place of the stack. */
export interface Occupant {
  /** Includes what the chosen technologies run on, and what realises an interface. */
  readonly technologies: readonly string[];
  readonly evaluation: Evaluation;
}

/** What the stack depends on apart from its own places. */
export interface Surroundings {
  /** Whether a technology runs already. */
  readonly exists: (technology: string) => boolean;
  readonly forbidden: ReadonlySet<string>;
  /** The roles that need something and have no choice yet. */
  readonly unfilledRoles: ReadonlySet<string>;
}

const NONE: readonly ProgramCompatibility[] = [];

/** The rules that keep a technology from running here, whatever else is in the stack: a need that is known not to be met, or an exclusion. */
export function objectionsTo(technology: string, evaluation: Evaluation): Objection[] {
  const rules = evaluation.program.compatibility.ruling.get(technology) ?? NONE;
  return rules.filter((rule) => excludes(rule, evaluation)).map((rule) => ({ rule, technology }));
}

/** Whether nothing known keeps a technology from running here. */
export function canRun(technology: string, evaluation: Evaluation): boolean {
  const rules = evaluation.program.compatibility.ruling.get(technology);
  return rules?.some((rule) => excludes(rule, evaluation)) !== true;
}

/**
 * What counts against a technology in addition to the demands, as a penalty: a need of the environment that is not stated to be met as a condition, a need of the
 * workload itself, such as that it is compiled to WebAssembly, as more than what is unknown, and that it has no purpose here as more than any of these conditions. What runs already has what it needs.
 *
 * @param exists whether a technology runs already
 */
export function openNeeds(technology: string, evaluation: Evaluation, exists: Surroundings['exists']): number {
  let sum = 0;
  for (const rule of rulesOf(technology, evaluation))
    if (isPointlessHere(rule)) sum += POINTLESS;
    else if (isOpenNeed(rule, technology, evaluation, exists)) sum += weightOfNeed(rule);
  return sum;
}

/** The needs of a technology that are not stated to be met, and would exclude it if they were stated not to be. What runs already has what it needs. */
export function unstatedNeeds(
  technology: string,
  evaluation: Evaluation,
  exists: Surroundings['exists'],
): readonly Need[] {
  return rulesOf(technology, evaluation).filter((rule) => isOpenNeed(rule, technology, evaluation, exists));
}

const isOpenNeed = (
  rule: ProgramCompatibility,
  technology: string,
  evaluation: Evaluation,
  exists: Surroundings['exists'],
): rule is Need => isNeed(rule) && evaluation.truth(rule.that) === undefined && !exists(technology);

/** How much a need counts that is not stated to be met. */
export const weightOfNeed = ({ that }: { readonly that: Tests }): number =>
  that.variables.some(({ variable }) => variable.section === 'environment')
    ? penaltyOf('conditional')
    : UNSTATED_WORKLOAD;

/** The rules by which a technology would run here, but without purpose. */
export const pointlessBy = (technology: string, evaluation: Evaluation): readonly ProgramCompatibility[] =>
  rulesOf(technology, evaluation).filter(isPointlessHere);

/** Whether a technology would run here, but without purpose. */
export const isPointless = (technology: string, evaluation: Evaluation): boolean =>
  pointlessBy(technology, evaluation).length > 0;

/** A rule that states what a technology needs of the workload or its environment. */
type Need = ProgramCompatibility & { readonly that: Tests };

/** Whether a rule states a need of a technology that does not depend on other technologies. */
export const isNeed = (rule: ProgramCompatibility): rule is Need =>
  rule.relation === 'needs-condition' && rule.with === undefined && rule.that !== undefined;

/** Whether a rule states that a technology has no purpose, whatever else is in the stack. */
export const isPointlessHere = ({ relation, with: others }: ProgramCompatibility): boolean =>
  relation === 'pointless-with' && others === undefined;

function excludes(rule: ProgramCompatibility, evaluation: Evaluation): boolean {
  if (rule.that !== undefined && evaluation.truth(rule.that) !== false) return false;
  return applies(rule, evaluation);
}

/** The rules about a technology that apply here. */
function rulesOf(
  technology: string,
  evaluation: Evaluation,
  rules: ReadonlyMap<string, readonly ProgramCompatibility[]> = evaluation.program.compatibility.of,
): readonly ProgramCompatibility[] {
  const all = rules.get(technology) ?? NONE;
  return all.length === 0 ? NONE : all.filter((rule) => applies(rule, evaluation));
}

function applies({ when, unless }: ProgramCompatibility, evaluation: Evaluation): boolean {
  if (when !== undefined && evaluation.truth(when) !== true) return false;
  return unless === undefined || evaluation.truth(unless) !== true;
}

/** A conflict between places of the stack. */
export interface StackConflict extends Objection {
  /** The indexes of the places involved, that of the rule first. */
  readonly places: readonly number[];
}

/** The conflicts in a stack: one place excludes what another contains, or requires what no place provides. */
export function conflictsIn(
  stack: readonly (Occupant | undefined)[],
  around: Surroundings,
  program: Program,
): StackConflict[] {
  const holders = holdersIn(stack, program);
  const { linking } = program.compatibility;
  return applicableRules(stack, linking, ({ rule, technology }, place, evaluation): StackConflict[] => {
    if (rule.relation === 'excludes' && rule.with !== undefined) {
      return rule.with.flatMap((other) => {
        const holding = holders.get(other);
        return holding === undefined
          ? []
          : [{ rule, technology, other, places: [place, ...holding.filter((n) => n !== place)] }];
      });
    }
    if (rule.relation === 'requires' && requirementState(rule, holders, around, evaluation) === 'absent') {
      return [{ rule, technology, places: [place] }];
    }
    return [];
  });
}

/** The rules of what is chosen for a place that apply there and exclude or require other technologies; a rule of two technologies twice. */
export function linkingRules(occupant: Occupant | undefined): readonly ProgramCompatibility[] {
  if (occupant === undefined) return NONE;
  const { technologies, evaluation } = occupant;
  return technologies.flatMap((technology) =>
    rulesOf(technology, evaluation, evaluation.program.compatibility.linking),
  );
}

/** What a reader has to take care of: conditions that are not stated, requirements that an unfilled role may still meet, and technologies without purpose. */
export function remindersIn(
  stack: readonly (Occupant | undefined)[],
  around: Surroundings,
  program: Program,
): (Objection & { readonly place: number })[] {
  const holders = holdersIn(stack, program);
  return applicableRules(stack, program.compatibility.of, ({ rule, technology }, place, evaluation) => {
    const reminder = { rule, technology, place };
    switch (rule.relation) {
      case 'needs-condition': {
        if (rule.that !== undefined && evaluation.truth(rule.that) === true) return [];
        if (isNeed(rule) && around.exists(technology)) return [];
        if (rule.with === undefined) return [reminder];
        const other = rule.with.find((name) => holders.has(name));
        return other === undefined ? [] : [{ ...reminder, other }];
      }
      case 'pointless-with': {
        if (rule.with === undefined) return [reminder];
        const other = rule.with.find((name) => holders.has(name));
        return other === undefined ? [] : [{ ...reminder, other }];
      }
      case 'requires':
        return requirementState(rule, holders, around, evaluation) === 'open' ? [reminder] : [];
      case 'excludes':
        return [];
    }
  });
}

/** What a function gives for each of some rules that applies to a technology of the stack. */
function applicableRules<T>(
  stack: readonly (Occupant | undefined)[],
  rules: ReadonlyMap<string, readonly ProgramCompatibility[]>,
  resultsOf: (objection: Objection, place: number, evaluation: Evaluation) => readonly T[],
): T[] {
  return stack.flatMap((occupant, place) =>
    occupant === undefined
      ? []
      : occupant.technologies.flatMap((technology) =>
          rulesOf(technology, occupant.evaluation, rules).flatMap((rule) =>
            resultsOf({ rule, technology }, place, occupant.evaluation),
          ),
        ),
  );
}

/** The indexes of the places that provide each technology, by its own name or by that of an interface. */
function holdersIn(stack: readonly (Occupant | undefined)[], program: Program): Map<string, number[]> {
  const { provides } = program.compatibility;
  const holders = new Map<string, number[]>();
  stack.forEach((occupant, place) => {
    for (const technology of occupant?.technologies ?? []) {
      for (const name of provides.get(technology) ?? [technology]) {
        const places = holders.get(name);
        if (places === undefined) holders.set(name, [place]);
        else if (!places.includes(place)) places.push(place);
      }
    }
  });
  return holders;
}

/** Whether what a rule requires is present, may still be chosen for an unfilled role (`open`), or is absent. */
export function requirementState(
  { anyOf = [] }: ProgramCompatibility,
  holders: { has(name: string): boolean },
  around: Surroundings,
  evaluation: Evaluation,
): 'present' | 'open' | 'absent' {
  const { program } = evaluation;
  const { providersOf } = program.compatibility;
  const exists = (name: string): boolean => (providersOf.get(name) ?? [name]).some(around.exists);
  if (anyOf.some((name) => holders.has(name) || exists(name))) return 'present';
  const { outcomeById } = program.knowledge;
  const mayBeChosen = anyOf.some((name) => {
    const role = outcomeById.get(name)?.role;
    return (
      !around.forbidden.has(name) && role !== undefined && around.unfilledRoles.has(role) && canRun(name, evaluation)
    );
  });
  return mayBeChosen ? 'open' : 'absent';
}
