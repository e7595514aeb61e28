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
export const PROBLEMS = Object.keys(PROBLEM_SEVERITIES) as ProblemCode[];
