import type { TSchema } from 'typebox';
import { DecisionMapSchema } from './results/decision-map.js';
import { DecisionSchema, type Decision } from './knowledge/decision.js';
import { DifferenceSchema } from './results/difference.js';
import { DimensionSchema, FactorSchema, type Dimension, type Factor } from './knowledge/factor.js';
import {
  AttributeSchema,
  BibliographySchema,
  ClaimSchema,
  CompatibilitySchema,
  CriterionSchema,
  EvidenceSchema,
  type Attribute,
  type Bibliography,
  type Claim,
  type Compatibility,
  type Criterion,
  type Evidence,
} from './knowledge/evidence.js';
import {
  CombinationSchema,
  OutcomeSchema,
  PackageSchema,
  RoleSchema,
  ScenarioSchema,
  SourceSchema,
  TensionSchema,
  TrendSchema,
  type Combinations,
  type Outcome,
  type Package,
  type Role,
  type Scenario,
  type Source,
  type Tension,
  type Trend,
} from './knowledge/package.js';
import { ComparisonSchema, FreshnessSchema, ProfileSchema } from './results/profile.js';
import { RecommendationSchema } from './results/recommendation.js';
import { TechnologySchema, type Technology } from './knowledge/technology.js';
import { VerificationSchema } from './results/verification.js';
import { WhatIfSchema } from './results/what-if.js';
import { WorkloadSchema } from './workload.js';

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
}
export type KnowledgeKind = keyof KnowledgeDocuments;
export type KnowledgeDocument = KnowledgeDocuments[KnowledgeKind];

export const KNOWLEDGE_SCHEMAS = {
  Package: PackageSchema,
  Dimension: DimensionSchema,
  Factor: FactorSchema,
  Outcome: OutcomeSchema,
  Technology: TechnologySchema,
  Combinations: CombinationSchema,
  Role: RoleSchema,
  Decision: DecisionSchema,
  Scenario: ScenarioSchema,
  Source: SourceSchema,
  Attribute: AttributeSchema,
  Bibliography: BibliographySchema,
  Evidence: EvidenceSchema,
  Claim: ClaimSchema,
  Criterion: CriterionSchema,
  Compatibility: CompatibilitySchema,
  Tension: TensionSchema,
  Trend: TrendSchema,
} as const satisfies Record<KnowledgeKind, TSchema>;

/** Every published schema, by the kind of its document. */
export const SCHEMAS = {
  ...KNOWLEDGE_SCHEMAS,
  Workload: WorkloadSchema,
  Recommendation: RecommendationSchema,
  Profile: ProfileSchema,
  Comparison: ComparisonSchema,
  Freshness: FreshnessSchema,
  Verification: VerificationSchema,
  WhatIf: WhatIfSchema,
  Difference: DifferenceSchema,
  DecisionMap: DecisionMapSchema,
} as const satisfies Record<string, TSchema>;
