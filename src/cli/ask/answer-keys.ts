import type { Diagnostics, Span } from '../../language/diagnostics/diagnostic.js';
import { candidateOf, nearest } from '../../language/diagnostics/nearest.js';
import type { Factor } from '../../language/schema/knowledge/factor.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import { SECTIONS } from '../../decide/inputs/inputs.js';

/** Where the reply to a key of an answers file is stated. */
export type AnswerTarget =
  | { readonly kind: 'list'; readonly collection: string }
  | { readonly kind: 'general'; readonly section: string; readonly factor: Factor }
  /** Of one item, or of each item where none is named. */
  | { readonly kind: 'item'; readonly collection: string; readonly item?: string; readonly factor: Factor };

/** The keys of an answers file that are parts of a workload rather than answers to questions. */
export const FRAME = ['apiVersion', 'kind', 'metadata', ...SECTIONS, 'constraints', 'preferences'];

/**
 * Where a key leads: `data`, `security`, `requirements/security` or `data/ledger/iops`. Undefined, with the reason reported, where it leads
 * nowhere. Whether the item exists is known only after the whole file is read.
 */
export function targetOf(
  key: string,
  knowledge: KnowledgeBase,
  report: Diagnostics,
  at: () => Span,
): AnswerTarget | undefined {
  const { collections, factors } = knowledge;
  if (collections.has(key)) return { kind: 'list', collection: key };
  const [first = '', ...rest] = key.split('/');
  const factor = factors.get(rest.at(-1) ?? first);
  const isItem = rest.length > 1 && collections.has(first);
  if (factor === undefined || (rest.length > 0 && !isItem && !(rest.length === 1 && SECTIONS.includes(first)))) {
    const general = SECTIONS.filter((id) => [...factors.values()].some(({ askedOf }) => askedOf.includes(id)));
    const expected = [...general.map((id) => `\`${id}/…\``), ...[...collections.keys()].map((id) => `\`${id}/…/…\``)];
    report.add('answer-unknown', { key, expected }, at(), meant(key, knowledge));
    return undefined;
  }
  const section = rest.length > 0 ? first : factor.askedOf.find((id) => SECTIONS.includes(id));
  if (section === undefined) {
    const [collection = ''] = factor.askedOf;
    return { kind: 'item', collection, factor };
  }
  if (!factor.askedOf.includes(section)) {
    const right = factor.askedOf.map((id) => `\`${id}\``);
    report.add('misplaced-factor', { factor: factor.id, where: `\`${section}\``, right }, at(), meant(key, knowledge));
    return undefined;
  }
  if (!isItem) return { kind: 'general', section, factor };
  return { kind: 'item', collection: section, item: rest.slice(0, -1).join('/'), factor };
}

/** The key that was most likely meant, put together from the parts that were. */
function meant(key: string, { factors, collections }: KnowledgeBase): string | undefined {
  const known = [...factors.values()].map(candidateOf);
  const [first = '', ...rest] = key.split('/');
  const last = rest.at(-1);
  if (last === undefined) return nearest(key, [...known, ...[...collections.keys(), ...FRAME].map((id) => ({ id }))]);
  const factor = factors.get(factors.has(last) ? last : (nearest(last, known) ?? ''));
  if (factor === undefined) return undefined;
  const places = factor.askedOf.filter((id) => collections.has(id) === rest.length > 1).map((id) => ({ id }));
  const place = nearest(first, places) ?? places[0]?.id;
  if (place !== undefined) return [place, ...rest.slice(0, -1), factor.id].join('/');
  const [elsewhere = ''] = factor.askedOf;
  // An item that was written without its collection, or a factor that no item has.
  if (collections.has(elsewhere)) return [elsewhere, ...[first, ...rest.slice(0, -1)], factor.id].join('/');
  return `${elsewhere}/${factor.id}`;
}
