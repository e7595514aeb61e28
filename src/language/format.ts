/** The only version of the document format there is so far. */
export const API_VERSION = 'whichstack/v1';

/** The languages every text of the product exists in. */
export const LANGS = ['en', 'zh'] as const;
export type Lang = (typeof LANGS)[number];

/** A name such as `financial-trading`. */
export const ID_PATTERN = '^[a-z][a-zA-Z0-9]*(-[a-zA-Z0-9]+)*$';

/** Where a fact may come from: what stands first goes before what stands later, but a benchmark and a paper weigh the same. */
export const FACT_KINDS = ['measurement', 'benchmark', 'paper', 'documentation', 'vendor-claim'] as const;

/** Which of the rules that hit answer, and how the answers of several are put together. */
export const HIT_POLICIES = ['unique', 'first', 'any', 'collect'] as const;
export const AGGREGATES = ['list', 'union', 'intersect'] as const;
