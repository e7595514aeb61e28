import type { Fact } from '../../language/schema/knowledge/evidence.js';
import type { KnowledgeBase } from '../../load/knowledge.js';

/** Months since year 0; a year alone ends with its December. */
export function monthOf(date: string): number {
  const [year = 0, month = 12] = date.split('-').map(Number);
  return year * 12 + month - 1;
}

/** What is fresh until then is fresh in no month. */
export const NEVER_FRESH = Number.NEGATIVE_INFINITY;

/**
 * The last month in which a fact is fresh, counted from year 0; none for what does not expire. A figure is as old as its measurement, and one of unknown age is
 * never fresh. What is not measured, such as whether something is maintained, was so when its source was read.
 */
export function freshUntil(fact: Fact, knowledge: KnowledgeBase): number | undefined {
  if (fact.expires !== undefined) return monthOf(fact.expires);
  const attribute = knowledge.attributes.get(fact.attribute);
  if (attribute?.validFor === undefined) return undefined;
  if (isUndated(fact, knowledge)) return NEVER_FRESH;
  const { date, read } = knowledge.references.get(fact.source) ?? {};
  const from = fact.date ?? date ?? read;
  return from === undefined ? undefined : monthOf(from) + attribute.validFor;
}

/** Whether a fact is a figure that grows old, and nothing says when it was measured. */
export function isUndated(fact: Fact, { attributes, references }: KnowledgeBase): boolean {
  const attribute = attributes.get(fact.attribute);
  const date = fact.date ?? fact.expires ?? references.get(fact.source)?.date;
  return attribute?.type === 'quantity' && attribute.validFor !== undefined && date === undefined;
}
