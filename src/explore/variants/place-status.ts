import { decidingOpinion, type PlaceDecision } from '../../decide/stack/decide.js';
import type { Describer } from '../../report/describe.js';
import { candidateText } from '../../report/present-fit.js';
import type { MapAnswer } from '../../language/schema/results/decision-map.js';
import type { Diagnostics, Span } from '../../language/diagnostics/diagnostic.js';
import { nearest } from '../../language/diagnostics/nearest.js';
import type { Changes } from './changes.js';
import { placeKey, type Choice } from './choice.js';
import { EXPLORE_TEXTS } from '../texts/index.js';
import type { WorkloadVariants } from './workload-variants.js';

/** Whether something is chosen for a place, and else why not. */
export type PlaceStatus = MapAnswer['standing'];

/** The status of a place; undefined stands for a place that the stack does not have. */
export function placeStatusOf(decided: PlaceDecision | undefined): PlaceStatus {
  if (decided === undefined) return 'absent';
  const { pick, role, status, chosen } = decided;
  if (pick !== undefined && chosen.length > 0) return 'chosen';
  const needed = status !== 'omitted' && (!role.optional || status === 'dropped');
  return !needed ? 'not-needed' : decidingOpinion(decided) === 'guide' ? 'none' : 'open';
}

/** What is chosen for a place, in words, such as `S3 by Ceph RGW`; where nothing is, why. */
export function choiceText(decided: PlaceDecision | undefined, describe: Describer): string {
  const standing = placeStatusOf(decided);
  if (standing !== 'chosen') return EXPLORE_TEXTS[describe.lang].variants.nothingChosen[standing];
  return decided?.pick === undefined ? '' : candidateText(decided.pick.ranked.candidate, describe);
}

/** The status of a place with some changes, for a choice that is known. Only where nothing is chosen is the place decided in full, to find out why. */
export function choiceAt(
  { candidate }: Choice,
  variants: WorkloadVariants,
  changes: Changes,
  place: string,
  describe: Describer,
): { readonly standing: PlaceStatus; readonly title: string } {
  if (candidate !== undefined) return { standing: 'chosen', title: candidateText(candidate, describe) };
  const decided = variants.placeAt(changes, place);
  return { standing: placeStatusOf(decided), title: choiceText(decided, describe) };
}

/**
 * The places of the stack that a name means: `storage/ledger` that one, `storage` each that the role is filled for; all of the stack where nothing is named. None, and
 * reported, where there is no such place.
 */
export function placesNamed(
  name: string | undefined,
  variants: WorkloadVariants,
  report: Diagnostics,
  span: Span,
): readonly PlaceDecision[] {
  const { places } = variants.decide(variants.unchanged);
  if (name === undefined) return places;
  const key = ({ role, item }: PlaceDecision): string => placeKey(role.id, item?.name);
  const wanted = name.trim();
  const exact = places.filter((one) => key(one) === wanted);
  const found = exact.length > 0 ? exact : places.filter(({ role }) => role.id === wanted);
  if (found.length > 0) return found;
  const titles = new Map(variants.program.knowledge.roles.map(({ id, title }) => [id, Object.values(title)]));
  const known = places.map((one) => ({ id: key(one), also: [one.role.id, ...(titles.get(one.role.id) ?? [])] }));
  report.add('place-unknown', { name: wanted, expected: known.map(({ id }) => id) }, span, nearest(wanted, known));
  return [];
}
