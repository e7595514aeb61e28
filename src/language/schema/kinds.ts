import type {
  Advisory,
  Attribute,
  Bibliography,
  Claim,
  Combinations,
  Compatibility,
  Criterion,
  Decision,
  Dimension,
  Evidence,
  Factor,
  Outcome,
  Package,
  Role,
  Scenario,
  Source,
  Technology,
  Tension,
  Trend,
} from '../../generated/documents.js';

/** The documents that a knowledge package is made of, by kind. */
export interface KnowledgeDocuments {
  Package: Package;
  Dimension: Dimension;
  Factor: Factor;
  Outcome: Outcome;
  Technology: Technology;
  Combinations: Combinations;
  Role: Role;
  Decision: Decision;
  Scenario: Scenario;
  Source: Source;
  Attribute: Attribute;
  Bibliography: Bibliography;
  Evidence: Evidence;
  Claim: Claim;
  Criterion: Criterion;
  Compatibility: Compatibility;
  Tension: Tension;
  Trend: Trend;
  Advisory: Advisory;
}

/** The `kind` of a knowledge document. */
export type KnowledgeKind = keyof KnowledgeDocuments;

/** One document of a knowledge package. */
export type KnowledgeDocument = KnowledgeDocuments[KnowledgeKind];

/** Every kind of knowledge document. Their schemas are in a module of their own, which only the build imports. */
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
  'Advisory',
] as const satisfies readonly KnowledgeKind[];
