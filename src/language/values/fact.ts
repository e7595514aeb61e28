import { parseQuantity } from './quantity.js';
import type { Attribute, Fact } from '../schema/knowledge/evidence.js';
import type { Dimension } from '../schema/knowledge/factor.js';

/** What a fact states, in numbers where its attribute has an order: a range in the base unit, or between the ranks of levels. */
export type FactValue =
  | { readonly form: 'range'; readonly low: number; readonly high: number }
  | { readonly form: 'members'; readonly members: readonly string[] }
  | { readonly form: 'text' };

/** Why a fact has no value that its attribute can take. */
export type FactProblem =
  | { readonly problem: 'form'; readonly expected: readonly string[] }
  | { readonly problem: 'level'; readonly key: FactForm; readonly value: string; readonly expected: readonly string[] }
  | {
      readonly problem: 'quantity';
      readonly key: FactForm;
      readonly value: string;
      readonly examples: readonly string[];
    }
  | { readonly problem: 'range' };

const FORMS = ['value', 'values', 'atMost', 'atLeast', 'between', 'text'] as const;
/** The key of a fact that holds its value. */
export type FactForm = (typeof FORMS)[number];
/** The keys that a fact or a demand may be written by. */
export type WrittenValue = Pick<Fact, FactForm>;

/** Which forms each type of attribute takes. */
const TAKES: Readonly<Record<Attribute['type'], readonly FactForm[]>> = {
  quantity: ['value', 'atMost', 'atLeast', 'between'],
  ordinal: ['value', 'atMost', 'atLeast'],
  flag: ['value'],
  set: ['values'],
  name: ['value', 'values'],
  text: ['text'],
};

/** The rank of each level of an ordinal attribute; levels that are the same as others share theirs. */
function ranksOf(attribute: Extract<Attribute, { type: 'ordinal' }>): Map<string, number> {
  const ranks = new Map<string, number>();
  let next = 0;
  for (const { id, sameAs } of attribute.levels) {
    const same = sameAs === undefined ? undefined : ranks.get(sameAs);
    ranks.set(id, same ?? next++);
  }
  return ranks;
}

/** How the bounds of a figure are written. */
const SIGNS = { atLeast: '≥', atMost: '≤', below: '<', above: '>' } as const;

/** A figure that a rule or a claim gives, such as `< 125ms`. */
export function figureText(written: { readonly [bound in keyof typeof SIGNS]?: string | number | undefined }): string {
  return (Object.keys(SIGNS) as (keyof typeof SIGNS)[])
    .flatMap((bound) => (written[bound] === undefined ? [] : [`${SIGNS[bound]} ${String(written[bound])}`]))
    .join(', ');
}

/** Reads what is written for an attribute; `dimension` is that of a quantity. */
export function readFact(written: WrittenValue, attribute: Attribute, dimension?: Dimension): FactValue | FactProblem {
  const forms = FORMS.filter((form) => written[form] !== undefined);
  const [form] = forms;
  if (form === undefined || forms.length > 1 || !TAKES[attribute.type].includes(form)) {
    return { problem: 'form', expected: TAKES[attribute.type] };
  }
  switch (attribute.type) {
    case 'text':
      return { form: 'text' };
    case 'flag':
      if (typeof written.value !== 'boolean')
        return { problem: 'level', key: form, value: String(written.value), expected: ['true', 'false'] };
      return { form: 'range', low: Number(written.value), high: Number(written.value) };
    case 'set':
    case 'name': {
      const members = written.values ?? [String(written.value)];
      if (attribute.type === 'name') return { form: 'members', members };
      const expected = attribute.values.map(({ id }) => id);
      const unknown = members.find((member) => !expected.includes(member));
      return unknown === undefined
        ? { form: 'members', members }
        : { problem: 'level', key: form, value: unknown, expected };
    }
    case 'ordinal': {
      const ranks = ranksOf(attribute);
      const level = typeof written[form] === 'object' ? '' : String(written[form]);
      const rank = ranks.get(level);
      if (rank === undefined) return { problem: 'level', key: form, value: level, expected: [...ranks.keys()] };
      return {
        form: 'range',
        low: form === 'atMost' ? 0 : rank,
        high: form === 'atLeast' ? Math.max(...ranks.values()) : rank,
      };
    }
    case 'quantity': {
      const [first, last] = form === 'between' ? (written.between ?? []) : [written[form] as string | number];
      const figures = [first, last ?? first].map((written) =>
        written === undefined || dimension === undefined ? undefined : parseQuantity(written, dimension),
      );
      const [low, high] = figures;
      if (low === undefined || high === undefined || 'problem' in low || 'problem' in high) {
        const wrong = low === undefined || 'problem' in low ? first : last;
        return { problem: 'quantity', key: form, value: String(wrong), examples: dimension?.examples ?? [] };
      }
      if (low.value > high.value) return { problem: 'range' };
      return {
        form: 'range',
        low: form === 'atMost' ? 0 : low.value,
        high: form === 'atLeast' ? Number.POSITIVE_INFINITY : high.value,
      };
    }
  }
}
