import type { Decided } from '../decide/decide.js';
import type { Diagnostics, Span } from '../language/diagnostic.js';
import { nearest } from '../language/nearest.js';
import { placeKey } from './choice.js';
import type { Variations } from './variations.js';

/**
 * The places of the stack that a name means: `storage/ledger` that one, `storage` each that the role is filled for; all of the stack where nothing is named. None, and
 * reported, where there is no such place.
 */
export function placesNamed(
  name: string | undefined,
  variations: Variations,
  report: Diagnostics,
  span: Span,
): readonly Decided[] {
  const { roles } = variations.decide(variations.unchanged);
  if (name === undefined) return roles;
  const key = ({ role, item }: Decided): string => placeKey(role.id, item?.name);
  const wanted = name.trim();
  const exact = roles.filter((one) => key(one) === wanted);
  const found = exact.length > 0 ? exact : roles.filter(({ role }) => role.id === wanted);
  if (found.length > 0) return found;
  const titles = new Map(variations.program.knowledge.roles.map(({ id, title }) => [id, [title.en, title.zh]]));
  const known = roles.map((one) => ({ id: key(one), also: [one.role.id, ...(titles.get(one.role.id) ?? [])] }));
  report.add('place-unknown', { name: wanted, expected: known.map(({ id }) => id) }, span, nearest(wanted, known));
  return [];
}
