/** What the check of some knowledge can find wrong, and how grave it is; only an error that nobody acknowledges fails a check. */
export const PROBLEM_SEVERITIES = {
  gap: 'error',
  'gap-with-fallback': 'note',
  overlap: 'error',
  ambiguous: 'error',
  masked: 'error',
  unreachable: 'error',
  'delegate-has-no-result': 'error',
  redundant: 'warning',
  'empty-intersection': 'error',
  disagreement: 'error',
  'contradicted-by-facts': 'error',
  'unsupported-by-facts': 'note',
  'non-monotonic': 'error',
  'forbidden-outcome': 'error',
  'undefined-output': 'error',
  'level-without-result': 'warning',
  'irrelevant-factor': 'warning',
  'unused-factor': 'warning',
  'indistinguishable-levels': 'warning',
  'unused-decision': 'warning',
  'unused-outcome': 'note',
  inconclusive: 'warning',
  'unused-suppression': 'warning',
} as const;
export type ProblemCode = keyof typeof PROBLEM_SEVERITIES;

const BY_RULES = ['decisions', 'rules'] as const;
const BY_FACTS = [...BY_RULES, 'technology', 'criterion'] as const;
const BY_FACTOR = [...BY_RULES, 'factor'] as const;

/** What an acknowledgement of a kind of problem names one of at least; else it would hide all that are to come. */
export const namesNeeded = (code: ProblemCode): readonly (typeof BY_FACTS | typeof BY_FACTOR)[number][] => {
  switch (code) {
    case 'contradicted-by-facts':
    case 'unsupported-by-facts':
      return BY_FACTS;
    case 'irrelevant-factor':
    case 'unused-factor':
    case 'indistinguishable-levels':
      return BY_FACTOR;
    case 'unused-outcome':
      return ['technology'];
    case 'unused-suppression':
      return [];
    default:
      return BY_RULES;
  }
};
export const PROBLEMS = Object.keys(PROBLEM_SEVERITIES) as ProblemCode[];

/** The names that earlier versions gave to some kinds of problem. */
const FORMER_CODES: Readonly<Partial<Record<ProblemCode, readonly string[]>>> = {
  'gap-with-fallback': ['gap-behind'],
  overlap: ['contradiction'],
  ambiguous: ['two-answers'],
  masked: ['shadowed'],
  'delegate-has-no-result': ['asks-in-vain'],
  'empty-intersection': ['nothing-left'],
  'contradicted-by-facts': ['facts-against'],
  'unsupported-by-facts': ['facts-missing'],
  'non-monotonic': ['order-inverted'],
  'forbidden-outcome': ['forbidden-answer'],
  'undefined-output': ['silent-sibling'],
  'level-without-result': ['level-silent'],
  'irrelevant-factor': ['never-matters'],
  'indistinguishable-levels': ['level-never-matters'],
  'unused-decision': ['never-asked'],
  'unused-outcome': ['never-answered'],
  inconclusive: ['not-proven'],
  'unused-suppression': ['acknowledges-nothing'],
};

/** The names that earlier versions gave to what is now called so. */
export const formerNames = (code: string): readonly string[] => FORMER_CODES[code as ProblemCode] ?? [];
