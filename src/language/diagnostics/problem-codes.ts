/** What the check of some knowledge can find wrong, and how grave it is; only an error that nobody acknowledges fails a check. */
export const PROBLEM_SEVERITIES = {
  gap: 'error',
  'gap-behind': 'note',
  contradiction: 'error',
  'two-answers': 'error',
  shadowed: 'error',
  unreachable: 'error',
  'asks-in-vain': 'error',
  redundant: 'warning',
  'nothing-left': 'error',
  disagreement: 'error',
  'facts-against': 'error',
  'facts-missing': 'note',
  'order-inverted': 'error',
  'forbidden-answer': 'error',
  'silent-sibling': 'error',
  'level-silent': 'warning',
  'never-matters': 'warning',
  'level-never-matters': 'warning',
  'never-asked': 'warning',
  'never-answered': 'note',
  'not-proven': 'warning',
  'acknowledges-nothing': 'warning',
} as const;
export type ProblemCode = keyof typeof PROBLEM_SEVERITIES;

const BY_RULES = ['decisions', 'rules'] as const;
const BY_FACTS = [...BY_RULES, 'technology', 'criterion'] as const;
const BY_FACTOR = [...BY_RULES, 'factor'] as const;

/** What an acknowledgement of a kind of problem names one of at least; else it would hide all that are to come. */
export const namesNeeded = (code: ProblemCode): readonly (typeof BY_FACTS | typeof BY_FACTOR)[number][] => {
  switch (code) {
    case 'facts-against':
    case 'facts-missing':
      return BY_FACTS;
    case 'never-matters':
    case 'level-never-matters':
      return BY_FACTOR;
    case 'never-answered':
      return ['technology'];
    case 'acknowledges-nothing':
      return [];
    default:
      return BY_RULES;
  }
};
export const PROBLEMS = Object.keys(PROBLEM_SEVERITIES) as ProblemCode[];
