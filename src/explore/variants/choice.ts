import type { Option } from '../../decide/stack/choose.js';
import { interactingRoles } from '../../decide/stack/role-interactions.js';
import { resolve } from '../../decide/stack/resolve.js';
import type { Inputs } from '../../decide/inputs/inputs.js';
import { stackContext, type Demands, type StackContext, type PlaceContext } from '../../decide/stack/place-context.js';
import type { OutcomeSet } from '../../language/outputs/values.js';
import type { Candidate } from '../../program/ir/fit.js';
import type { Program } from '../../program/ir/program.js';

/** What is chosen for one place of a stack. */
export interface Choice {
  /** Whether there is such a place. */
  readonly exists: boolean;
  /** What is chosen, with what realises an interface in it; undefined where nothing is. */
  readonly candidate: Candidate | undefined;
  /** The outcomes that are chosen; undefined where there is no such place. */
  readonly chosen: OutcomeSet | undefined;
  /** The same for the same choice, such as `s3@ceph-rgw`; empty for nothing. */
  readonly id: string;
}

/** Where there is no such place. */
export const NO_PLACE: Choice = { exists: false, candidate: undefined, chosen: undefined, id: '' };

/** The choice for a place that exists; without an option, nothing is chosen. */
export function choiceOf(pick: Option | undefined): Choice {
  const candidate = pick?.ranked.candidate;
  return { exists: true, candidate, chosen: candidate?.combo ?? [], id: candidate?.id ?? '' };
}

/** The key of a place of the stack: its role, and the name of the item where there is one for each. */
export const placeKey = (role: string, item: string | undefined): string =>
  item === undefined ? role : `${role}/${item}`;

export const keyOfPlace = ({ role, item }: PlaceContext): string => placeKey(role.id, item?.name);

/** The keys of a place and of all places that it may conflict with; empty if there is no such place. */
export function interactingPlaces(key: string, { places }: StackContext, program: Program): readonly string[] {
  const place = places.find((one) => keyOfPlace(one) === key);
  if (place === undefined) return [];
  const linked = interactingRoles(program, place.role);
  return places.filter((other) => other === place || linked.has(other.role)).map(keyOfPlace);
}

/** Decides for some inputs by the compiled program, without recording dependencies. */
export class UntrackedDecision {
  private readonly stack: StackContext;

  constructor(
    private readonly program: Program,
    inputs: Inputs,
    demands: Demands,
    asOf: string,
  ) {
    this.stack = stackContext(program, inputs, demands, asOf);
  }

  /** The keys of a place and of all places that it may conflict with; empty if there is no such place. */
  interactingPlaces(key: string): readonly string[] {
    return interactingPlaces(key, this.stack, this.program);
  }

  /** What is chosen for some places, by their keys. */
  resolveJointly(keys: readonly string[]): ReadonlyMap<string, Choice> {
    const places = this.stack.places.filter((place) => keys.includes(keyOfPlace(place)));
    const { picks } = resolve(places, this.stack.surroundings, this.program);
    return new Map(places.map((place, n) => [keyOfPlace(place), choiceOf(picks[n])]));
  }
}
