import type { Candidate } from '../../program/ir/fit.js';
import type { Program, ProgramRole } from '../../program/ir/program.js';
import type { Option, Options } from './choose.js';
import { conflictsIn, type StackConflict, type Occupant, type Surroundings } from './compatible.js';
import { ConflictCount } from './conflict-count.js';
import type { Evaluation } from '../../program/eval/evaluation.js';

/** A place of the stack with its options. */
export interface Place {
  readonly role: ProgramRole;
  readonly options: Options;
  readonly evaluation: Evaluation;
}

/** The choices for all places. */
export interface Resolved {
  /** By place; undefined for nothing. */
  readonly picks: readonly (Option | undefined)[];
  /** By place: the conflicts that kept its preferred option from being chosen. */
  readonly conflicts: readonly (readonly StackConflict[])[];
}

/** An empty place is the last resort, whatever the role: this exceeds the number of options of any place. */
const COST_OF_EMPTY = 10_000;
/** A substitute costs more than anything that the rules name. */
const COST_OF_SUBSTITUTE = 10;

/**
 * Chooses for all places jointly: the preferred option of each place if these can run jointly. If not, one place after the other is changed, each time by the
 * change that costs least for each conflict that it removes, earlier roles weighing more. Where no single change removes a conflict, the cheapest place in
 * conflict is left empty. Each step leaves fewer conflicts or fewer filled places, so the loop ends.
 */
export function resolve(
  places: readonly Place[],
  around: Pick<Surroundings, 'exists' | 'forbidden'>,
  program: Program,
): Resolved {
  const picks = places.map(({ options }) => preferredOf(options));
  const conflictsOf = (some: readonly (Option | undefined)[]): StackConflict[] =>
    conflictsAmong(places, some, around, program);
  let found = conflictsOf(picks);
  const causes = places.map((): StackConflict[] => []);
  if (found.length === 0) return { picks, conflicts: causes };
  const weights = roleWeights(places, program);
  while (found.length > 0) {
    const change =
      cheapestChange(places, picks, found, weights, countOf(places, picks, around, program, found.length)) ??
      cheapestEmptying(found, picks, weights);
    causes[change.place]?.push(...found.filter(({ places: involved }) => involved.includes(change.place)));
    picks[change.place] = change.option;
    found = conflictsOf(picks);
  }
  return { picks, conflicts: causes };
}

/** The option that is chosen for a place if it has no conflicts; undefined where there is no option. */
const preferredOf = ({ named, fallbacks }: Options): Option | undefined => named[0] ?? fallbacks()[0];

/** The conflicts between the picks for all places. */
export function conflictsAmong(
  places: readonly Place[],
  picks: readonly (Option | undefined)[],
  around: Pick<Surroundings, 'exists' | 'forbidden'>,
  program: Program,
): StackConflict[] {
  return conflictsIn(occupants(places, picks), { ...around, unfilledRoles: unfilledRoles(places, picks) }, program);
}

/** Gives the number of conflicts after a change of one place. */
function countOf(
  places: readonly Place[],
  picks: readonly (Option | undefined)[],
  around: Pick<Surroundings, 'exists' | 'forbidden'>,
  program: Program,
  total: number,
): (change: Change) => number {
  const stack = occupants(places, picks);
  const unfilled = unfilledRoles(places, picks);
  const count = new ConflictCount(stack, { ...around, unfilledRoles: unfilled }, program, total);
  return ({ place, option }) => {
    const isSame = (picks[place] === undefined) === (option === undefined);
    const roles = isSame ? unfilled : unfilledRoles(places, picks.with(place, option));
    const changed = occupant(option?.ranked.candidate, places[place]?.evaluation);
    return count.with(place, changed, { ...around, unfilledRoles: roles });
  };
}

interface Change {
  readonly place: number;
  readonly option: Option | undefined;
}

/** Among all changes of one place that leave fewer conflicts, the one that costs least for each conflict that it removes. */
function cheapestChange(
  places: readonly Place[],
  picks: readonly (Option | undefined)[],
  found: readonly StackConflict[],
  weights: readonly number[],
  countWith: (change: Change) => number,
): Change | undefined {
  let best: Change | undefined;
  let least = Number.POSITIVE_INFINITY;
  const requirements = found.filter(({ rule }) => rule.relation === 'requires').length;
  for (const place of new Set(found.flatMap((conflict) => conflict.places))) {
    const weight = weights[place] ?? 1;
    // A change of a place leaves conflicts that it has no part in, unless it provides what they lack.
    const most = found.filter(({ places: involved }) => involved.includes(place)).length + requirements;
    let n = -1;
    for (const option of allOptions(places[place])) {
      n++;
      // No later option costs less than its index.
      if ((n * weight) / most >= least) break;
      if (option === picks[place]) continue;
      const cost = (option === undefined ? COST_OF_EMPTY : costOfOption(option, n)) * weight;
      if (cost / most >= least) continue;
      const removed = found.length - countWith({ place, option });
      if (removed <= 0 || cost / removed >= least) continue;
      least = cost / removed;
      best = { place, option };
    }
  }
  return best;
}

/** Empties the place in conflict that weighs least. */
function cheapestEmptying(
  found: readonly StackConflict[],
  picks: readonly (Option | undefined)[],
  weights: readonly number[],
): Change {
  const filled = [...new Set(found.flatMap((conflict) => conflict.places))].filter(
    (place) => picks[place] !== undefined,
  );
  const place = filled.sort((a, b) => (weights[a] ?? 0) - (weights[b] ?? 0))[0] ?? 0;
  return { place, option: undefined };
}

/** The options that the rules name, then the fallbacks, each candidate once, and an empty place last. Fallbacks are computed only when they are reached. */
function* allOptions(place: Place | undefined): Iterable<Option | undefined> {
  if (place !== undefined) {
    const { named, fallbacks } = place.options;
    yield* named;
    const ids = new Set(named.map(({ ranked }) => ranked.candidate.id));
    for (const option of fallbacks()) if (!ids.has(option.ranked.candidate.id)) yield option;
  }
  yield undefined;
}

/** The index of an option in its order, plus a surcharge for a substitute. */
function costOfOption({ status }: Option, n: number): number {
  return status === 'substitute' ? COST_OF_SUBSTITUTE + n : n;
}

function roleWeights(places: readonly Place[], { roles }: Program): number[] {
  return places.map(({ role }) => roles.length - roles.indexOf(role));
}

/** The roles that need something and for which the rules name nothing that can be chosen. */
export function unfilledRoles(places: readonly Place[], picks: readonly (Option | undefined)[]): Set<string> {
  const open = new Set<string>();
  places.forEach(({ role, options }, n) => {
    if (picks[n] === undefined && options.named.length === 0 && !role.optional) open.add(role.id);
  });
  return open;
}

/** The technologies that a candidate puts into the stack. What it carries includes every outcome but an interface, which is replaced by what realises it. */
export const technologiesOf = ({ carried, combo, by }: Candidate): readonly string[] =>
  by === undefined ? carried : [...combo, ...carried];

const occupants = (
  places: readonly Place[],
  picks: readonly (Option | undefined)[],
): readonly (Occupant | undefined)[] => picks.map((pick, n) => occupant(pick?.ranked.candidate, places[n]?.evaluation));

/** A candidate as an occupant of its place. */
export function occupant(candidate: Candidate | undefined, evaluation: Evaluation | undefined): Occupant | undefined {
  if (candidate === undefined || evaluation === undefined) return undefined;
  return { technologies: technologiesOf(candidate), evaluation };
}
