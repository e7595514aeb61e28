import type { CodeExplanation } from '../language/diagnostics/catalogue.js';
import type { Decision } from '../language/schema/knowledge/decision.js';
import type { CompiledForm } from '../language/schema/results/compiled.js';
import type { Definition } from '../language/schema/results/definition.js';
import type { DecisionMap } from '../language/schema/results/decision-map.js';
import type { Difference } from '../language/schema/results/difference.js';
import type { InterviewDocument } from '../language/schema/results/interview.js';
import type {
  DecisionTable,
  FactorList,
  MatchList,
  ScenarioList,
  TechnologyList,
  WorkloadReference,
} from '../language/schema/results/lists.js';
import type { Comparison, Profile } from '../language/schema/results/profile.js';
import type { AnyRecommendation } from '../language/schema/results/recommendation.js';
import type { Verification } from '../language/schema/results/verification.js';
import type { WhatIf } from '../language/schema/results/what-if.js';
import type { AnyWorkload } from '../language/schema/workload.js';

/** The documents that a format can be made from, by their `kind`. */
export interface Documents {
  Recommendation: AnyRecommendation;
  WhatIf: WhatIf;
  DecisionMap: DecisionMap;
  Interview: InterviewDocument;
  Comparison: Comparison;
  Profile: Profile;
  Definition: Definition;
  MatchList: MatchList;
  TechnologyList: TechnologyList;
  FactorList: FactorList;
  ScenarioList: ScenarioList;
  WorkloadReference: WorkloadReference;
  Verification: Verification;
  Difference: Difference;
  DecisionTable: DecisionTable;
  Decision: Decision;
  Workload: AnyWorkload;
  CompiledForm: CompiledForm;
  CodeExplanation: CodeExplanation;
}
export type DocumentKind = keyof Documents;

/** The documents that are written for readers, so that a review or a pull request may quote them. */
export const READABLE_KINDS = [
  'Recommendation',
  'WhatIf',
  'DecisionMap',
  'Interview',
  'Comparison',
  'Profile',
  'Definition',
  'MatchList',
  'TechnologyList',
  'FactorList',
  'ScenarioList',
  'Verification',
  'Difference',
  'DecisionTable',
  'CodeExplanation',
  'WorkloadReference',
] as const satisfies readonly DocumentKind[];
export type ReadableKind = (typeof READABLE_KINDS)[number];
