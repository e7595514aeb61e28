import type { Program } from '../program/program.js';
import type { Option, Options } from './choose.js';
import { conflictsIn, type Conflict, type Occupant, type Surroundings } from './compatible.js';
import type { Evaluation } from './evaluate.js';

/** A place of the stack with what could be chosen for it. */
export interface Place {
  readonly role: string;
  /** Nothing chosen means that nothing is needed. */
  readonly optional: boolean;
  readonly options: Options;
  readonly evaluation: Evaluation;
}

/** What is chosen for each place; undefined for nothing. */
export interface Resolved {
  readonly picks: readonly (Option | undefined)[];
  /** What kept the preferred of each place from being chosen. */
  readonly conflicts: readonly (readonly Conflict[])[];
}

/** Beyond this many assignments, the search takes more places into account instead of going on. */
const SEARCHED = 20_000;
/** Nothing at all is the last resort, whatever the role. */
const NOTHING = 10_000;

/**
 * Chooses for all places together: the preferred of each where these can run together, else the assignment without a conflict that departs
 * least from the preferences, roles earlier in the stack counting for more. Only the places in conflict are varied; where varying
 * them brings new conflicts, those join.
 */
export function resolve(
  places: readonly Place[],
  around: Pick<Surroundings, 'existing' | 'forbidden'>,
  program: Program,
): Resolved {
  const weights = weightsOf(places, program);
  const first = places.map(({ options }) => options.named[0] ?? options.rest()[0]);
  const conflictsOf = (picks: readonly (Option | undefined)[]): Conflict[] =>
    conflictsIn(
      picks.map((pick, n) => occupant(pick, places[n]?.evaluation)),
      { ...around, openRoles: openRoles(places, picks) },
      program,
    );
  const found = conflictsOf(first);
  const conflicts = places.map((_, n) => found.filter(({ places: involved }) => involved.includes(n)));
  if (found.length === 0) return { picks: first, conflicts };
  const involved = new Set(found.flatMap((conflict) => conflict.places));
  for (;;) {
    // A requirement that nothing in the stack meets may be met by another role.
    const varied = [...involved];
    const picks = cheapest(places, first, varied, weights, conflictsOf);
    if (picks !== undefined) return { picks, conflicts };
    const left = places.findIndex((_, n) => !involved.has(n));
    if (left < 0) return { picks: first.map(() => undefined), conflicts };
    involved.add(left);
  }
}

/** The cheapest assignment of the varied places that conflicts with nothing; undefined when none was found. */
function cheapest(
  places: readonly Place[],
  first: readonly (Option | undefined)[],
  varied: readonly number[],
  weights: readonly number[],
  conflictsOf: (picks: readonly (Option | undefined)[]) => readonly Conflict[],
): (Option | undefined)[] | undefined {
  let best: (Option | undefined)[] | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  let tried = 0;
  const picks = [...first];
  const lists = varied.map((place) => allOf(places[place]?.options));
  const vary = (depth: number, cost: number): void => {
    if (cost >= bestCost || tried > SEARCHED) return;
    const place = varied[depth];
    if (place === undefined) {
      tried++;
      if (conflictsOf(picks).length > 0) return;
      best = [...picks];
      bestCost = cost;
      return;
    }
    const options = lists[depth] ?? [];
    for (let n = 0; n <= options.length; n++) {
      picks[place] = options[n];
      vary(depth + 1, cost + (n === options.length && n > 0 ? NOTHING : costOf(options, n)) * (weights[place] ?? 1));
    }
    picks[place] = first[place];
  };
  vary(0, 0);
  return best;
}

/** What the rules name, then what the facts put in its place, each combination once. */
function allOf(options: Options | undefined): readonly Option[] {
  if (options === undefined) return [];
  const named = new Set(options.named.map(({ ranked }) => ranked.candidate.id));
  return [...options.named, ...options.rest().filter(({ ranked }) => !named.has(ranked.candidate.id))];
}

/** What the rules name costs less than what only comes near; among these, the better verdict. */
function costOf(options: readonly Option[], n: number): number {
  const standing = options[n]?.standing;
  return standing === 'nearest' ? 10 + n : n;
}

function weightsOf(places: readonly Place[], { roles }: Program): number[] {
  return places.map(({ role }) => roles.length - roles.findIndex(({ id }) => id === role));
}

/** The roles in which something is still to be chosen. */
export function openRoles(places: readonly Place[], picks: readonly (Option | undefined)[]): Set<string> {
  const open = new Set<string>();
  places.forEach(({ role, optional, options }, n) => {
    if (picks[n] === undefined && options.named.length === 0 && !optional) open.add(role);
  });
  return open;
}

/** What an option puts into the stack. */
export function occupant(option: Option | undefined, evaluation: Evaluation | undefined): Occupant | undefined {
  if (option === undefined || evaluation === undefined) return undefined;
  const { carried, combo, by } = option.ranked.candidate;
  // What is carried holds every outcome but an interface, in whose place stands what realises it.
  return { technologies: by === undefined ? carried : [...combo, ...carried], evaluation };
}
