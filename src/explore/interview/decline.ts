import { LANGS } from '../../language/format.js';
import type { Factor } from '../../language/schema/knowledge/factor.js';
import type { Value } from '../../language/values/statement.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import { EXPLORE_TEXTS } from '../texts/index.js';

/** The replies that decline a question, as documents have them; each language has words of its own for them. */
export const NONE = 'none';
export const NO_LIMIT = 'no limit';

/** What declining a question states: a value, or nothing, and then it is not asked again. */
export type Declined = { readonly states: Value } | 'nothing';

/**
 * Reads "none" and "no limit", in either language, as a reply to a factor: no members of a set; no scenario and no limit, which state nothing; of levels, that which
 * demands least. A value of that name comes first.
 *
 * @returns undefined for any other reply, and where the factor cannot be declined
 */
export function declined(factor: Factor, written: unknown, knowledge: KnowledgeBase): Declined | undefined {
  if (typeof written !== 'string' || knowledge.values(factor).some(({ id }) => id === written)) return undefined;
  const says = (which: 'none' | 'noLimit'): boolean => isNamed(written, which);
  switch (factor.type) {
    case 'set':
      return says('none') ? { states: [] } : undefined;
    case 'choice':
      return factor.values === 'scenarios' && says('none') ? 'nothing' : undefined;
    case 'quantity':
      return says('noLimit') || says('none') ? 'nothing' : undefined;
    case 'ordinal': {
      if (factor.dimension === undefined || !says('noLimit')) return undefined;
      // Of the least that must be, the first level is the least; of the most that may be, the last is the most.
      const loosest = factor.limit === 'lower' ? factor.levels.at(0) : factor.levels.at(-1);
      return loosest && { states: loosest.id };
    }
    case 'flag':
      return undefined;
  }
}

/** Whether a reply to a list of items says that there are none. */
export const isNone = (written: unknown): boolean => typeof written === 'string' && isNamed(written, 'none');

function isNamed(written: string, which: 'none' | 'noLimit'): boolean {
  const word = written.trim().toLowerCase().replaceAll('-', ' ');
  return LANGS.some((lang) => EXPLORE_TEXTS[lang].interview.decline[which].words.includes(word));
}
