import type { Diagnostics } from '../../language/diagnostics/diagnostic.js';
import { candidateOf, nearest } from '../../language/diagnostics/nearest.js';
import type { Factor } from '../../language/schema/knowledge/factor.js';
import { show } from '../../language/values/json-text.js';
import { isPlain } from '../../language/read/document-reader.js';
import type { KnowledgeBase } from '../../load/knowledge.js';

/** How probable each value of a factor is, by its id and the value; only how they compare matters. Equal where nothing is said. */
export type Priors = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Reports factors and values that the knowledge does not have, and weights that are none. */
export function checkPriors(priors: Priors, knowledge: KnowledgeBase, report: Diagnostics): void {
  if (!isMapping(priors, 'priors', report)) return;
  const factors = [...knowledge.factors.values()];
  for (const [id, weights] of Object.entries(priors)) {
    const factor = knowledge.factors.get(id);
    if (factor === undefined) {
      const known = factors.map(candidateOf);
      const expected = known.map((one) => one.id);
      report.add('prior-unknown', { name: id, expected }, undefined, nearest(id, known));
    } else if (factor.type === 'quantity') report.add('prior-of-figure', { factor: id });
    else if (isMapping(weights, `priors.${id}`, report)) checkWeights(factor, weights, knowledge, report);
  }
}

function checkWeights(
  factor: Exclude<Factor, { type: 'quantity' }>,
  weights: Priors[string],
  knowledge: KnowledgeBase,
  report: Diagnostics,
): void {
  const values = factor.type === 'flag' ? ['true', 'false'].map((id) => ({ id })) : knowledge.values(factor);
  const expected = values.map(({ id }) => id);
  for (const [value, weight] of Object.entries(weights)) {
    // A reply to a set is its members with commas between, none of them for the empty set.
    const members = factor.type === 'set' ? value.split(',').filter((id) => id !== '') : [value];
    for (const id of members.filter((one) => !expected.includes(one)))
      report.add('unknown-value', { factor: factor.id, value: id, expected }, undefined, nearest(id, values));
    if (typeof weight !== 'number' || !Number.isFinite(weight) || weight < 0)
      report.add('prior-invalid', { factor: factor.id, value, weight: show(weight) });
  }
}

/** Callers without TypeScript learn of a wrong shape only here. */
function isMapping(value: unknown, what: string, report: Diagnostics): boolean {
  if (isPlain(value)) return true;
  report.add('not-an-object', { what: `\`${what}\`` });
  return false;
}
