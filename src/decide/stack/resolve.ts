import type { Candidate } from '../../program/ir/fit.js';
import type { Program, ProgramRole } from '../../program/ir/program.js';
import type { Option, Options } from './choose.js';
import { conflictsIn, type StackConflict, type Occupant, type Surroundings } from './compatible.js';
import type { Evaluation } from '../../program/eval/evaluation.js';

/** A place of the stack with what could be chosen for it. */
export interface Place {
  readonly role: ProgramRole;
  readonly options: Options;
  readonly evaluation: Evaluation;
}

/** What is chosen for each place; undefined for nothing. */
export interface Resolved {
  readonly picks: readonly (Option | undefined)[];
  /** What kept the preferred of each place from being chosen. */
  readonly conflicts: readonly (readonly StackConflict[])[];
}

/** Nothing at all is the last resort, whatever the role. */
const COST_OF_EMPTY = 10_000;

/**
 * Chooses for all places together: the preferred of each where these can run together. Where they cannot, one place after the other is
 * changed, each time the change that costs least for every conflict that it removes, roles earlier in the stack counting for more; where no
 * single change removes one, the cheapest place in conflict is left empty. Each step leaves fewer conflicts or fewer places filled, so it ends.
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
      cheapestChange(places, picks, found, weights, conflictsOf) ?? cheapestEmptying(found, picks, weights);
    causes[change.place]?.push(...found.filter(({ places: involved }) => involved.includes(change.place)));
    picks[change.place] = change.option;
    found = conflictsOf(picks);
  }
  return { picks, conflicts: causes };
}

/** What is chosen for a place if nothing beside it is in the way; undefined where nothing can be. */
const preferredOf = ({ named, fallbacks }: Options): Option | undefined => named[0] ?? fallbacks()[0];

/** What of some picks cannot run together. */
export function conflictsAmong(
  places: readonly Place[],
  picks: readonly (Option | undefined)[],
  around: Pick<Surroundings, 'exists' | 'forbidden'>,
  program: Program,
): StackConflict[] {
  const stack = picks.map((pick, n) => occupant(pick?.ranked.candidate, places[n]?.evaluation));
  return conflictsIn(stack, { ...around, unfilledRoles: unfilledRoles(places, picks) }, program);
}

interface Change {
  readonly place: number;
  readonly option: Option | undefined;
}

/** Of all changes of one place in conflict that leave fewer conflicts, the one that costs least for each conflict removed. */
function cheapestChange(
  places: readonly Place[],
  picks: readonly (Option | undefined)[],
  found: readonly StackConflict[],
  weights: readonly number[],
  conflictsOf: (picks: readonly (Option | undefined)[]) => readonly StackConflict[],
): Change | undefined {
  let best: Change | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const place of new Set(found.flatMap((conflict) => conflict.places))) {
    const weight = weights[place] ?? 1;
    let n = -1;
    for (const option of allOptions(places[place])) {
      n++;
      // None that follows costs less than its place in the order.
      if ((n * weight) / found.length >= least) break;
      if (option === picks[place]) continue;
      const cost = (option === undefined ? COST_OF_EMPTY : costOfOption(option, n)) * weight;
      if (cost / found.length >= least) continue;
      const removed = found.length - conflictsOf(picks.map((pick, at) => (at === place ? option : pick))).length;
      if (removed <= 0 || cost / removed >= least) continue;
      least = cost / removed;
      best = { place, option };
    }
  }
  return best;
}

/** Leaves the place in conflict empty that weighs least. */
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

/** What the rules name, then what the facts put in its place, each combination once, and nothing at last. What the facts say is only asked for where it comes to that. */
function* allOptions(place: Place | undefined): Iterable<Option | undefined> {
  if (place !== undefined) {
    const { named, fallbacks } = place.options;
    yield* named;
    const ids = new Set(named.map(({ ranked }) => ranked.candidate.id));
    for (const option of fallbacks()) if (!ids.has(option.ranked.candidate.id)) yield option;
  }
  yield undefined;
}

/** What the rules name costs less than what only comes near. */
function costOfOption({ status }: Option, n: number): number {
  return status === 'substitute' ? 10 + n : n;
}

function roleWeights(places: readonly Place[], { roles }: Program): number[] {
  return places.map(({ role }) => roles.length - roles.indexOf(role));
}

/** The roles in which something is still to be chosen. */
export function unfilledRoles(places: readonly Place[], picks: readonly (Option | undefined)[]): Set<string> {
  const open = new Set<string>();
  places.forEach(({ role, options }, n) => {
    if (picks[n] === undefined && options.named.length === 0 && !role.optional) open.add(role.id);
  });
  return open;
}

/** What a candidate puts into the stack. */
export function occupant(candidate: Candidate | undefined, evaluation: Evaluation | undefined): Occupant | undefined {
  if (candidate === undefined || evaluation === undefined) return undefined;
  const { carried, combo, by } = candidate;
  // What is carried holds every outcome but an interface, in whose place stands what realises it.
  return { technologies: by === undefined ? carried : [...combo, ...carried], evaluation };
}
