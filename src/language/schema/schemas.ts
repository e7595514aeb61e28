import type { TSchema } from 'typebox';
import type { KnowledgeKind } from './kinds.js';
import { DecisionSchema } from './knowledge/decision.js';
import {
  AttributeSchema,
  BibliographySchema,
  ClaimSchema,
  CompatibilitySchema,
  CriterionSchema,
  EvidenceSchema,
} from './knowledge/evidence.js';
import { DimensionSchema, FactorSchema } from './knowledge/factor.js';
import {
  AdvisorySchema,
  CombinationSchema,
  OutcomeSchema,
  PackageSchema,
  RoleSchema,
  ScenarioSchema,
  SourceSchema,
  TensionSchema,
  TrendSchema,
} from './knowledge/package.js';
import { TechnologySchema } from './knowledge/technology.js';
import { DecisionMapSchema } from './results/decision-map.js';
import { DefinitionSchema } from './results/definition.js';
import { DiagnosticListSchema } from './results/diagnostic-list.js';
import { DifferenceSchema } from './results/difference.js';
import { ComparisonSchema, FreshnessSchema, ProfileSchema } from './results/profile.js';
import { RecommendationSchema } from './results/recommendation.js';
import { VerificationSchema } from './results/verification.js';
import { WhatIfSchema } from './results/what-if.js';
import { WorkloadSchema } from './workload.js';

/** The schema of every knowledge document, by kind. */
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
  Advisory: AdvisorySchema,
} as const satisfies Record<KnowledgeKind, TSchema>;

/** The schemas of what people write, by the kind of document. */
export const WRITTEN_SCHEMAS = { ...KNOWLEDGE_SCHEMAS, Workload: WorkloadSchema } as const;

/** The schemas of what the library and the command line return, by the kind of document. */
export const RESULT_SCHEMAS = {
  Recommendation: RecommendationSchema,
  Profile: ProfileSchema,
  Definition: DefinitionSchema,
  Comparison: ComparisonSchema,
  Freshness: FreshnessSchema,
  Verification: VerificationSchema,
  WhatIf: WhatIfSchema,
  Difference: DifferenceSchema,
  DecisionMap: DecisionMapSchema,
  DiagnosticList: DiagnosticListSchema,
} as const satisfies Record<string, TSchema>;
