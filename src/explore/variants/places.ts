import type { PlaceDecision } from '../../decide/stack/decide.js';
import type { Diagnostics, Span } from '../../language/diagnostics/diagnostic.js';
import { nearest } from '../../language/diagnostics/nearest.js';
import { placeKey } from './choice.js';
import type { WorkloadVariants } from './workload-variants.js';

/**
 * The places of the stack that a name means: `storage/ledger` that one, `storage` each that the role is filled for; all of the stack where nothing is named. None, and
 * reported, where there is no such place.
 */
export function placesNamed(
  name: string | undefined,
  variations: WorkloadVariants,
  report: Diagnostics,
  span: Span,
): readonly PlaceDecision[] {
  const { roles } = variations.decide(variations.unchanged);
  if (name === undefined) return roles;
  const key = ({ role, item }: PlaceDecision): string => placeKey(role.id, item?.name);
  const wanted = name.trim();
  const exact = roles.filter((one) => key(one) === wanted);
  const found = exact.length > 0 ? exact : roles.filter(({ role }) => role.id === wanted);
  if (found.length > 0) return found;
  const titles = new Map(variations.program.knowledge.roles.map(({ id, title }) => [id, [title.en, title.zh]]));
  const known = roles.map((one) => ({ id: key(one), also: [one.role.id, ...(titles.get(one.role.id) ?? [])] }));
  report.add('place-unknown', { name: wanted, expected: known.map(({ id }) => id) }, span, nearest(wanted, known));
  return [];
}
