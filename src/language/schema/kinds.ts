import type { KnowledgeDocuments } from './index.js';

/** The documents that a knowledge package is made of, by kind. */
export type { KnowledgeDocument, KnowledgeDocuments, KnowledgeKind } from './index.js';

// Apart from the schemas, which only the build needs at run time.
export const KNOWLEDGE_KINDS = [
  'Package',
  'Dimension',
  'Factor',
  'Outcome',
  'Technology',
  'Combinations',
  'Role',
  'Decision',
  'Scenario',
  'Source',
  'Attribute',
  'Bibliography',
  'Evidence',
  'Claim',
  'Criterion',
  'Compatibility',
  'Tension',
  'Trend',
] as const satisfies readonly (keyof KnowledgeDocuments)[];
