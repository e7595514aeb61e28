/**
 * Whichstack as a library: load the knowledge, state a workload, get a recommendation. The same in Node and in a browser.
 *
 * @packageDocumentation
 */
import { builtinKnowledge } from './builtin.js';
import type { KnowledgeBase } from './load/knowledge.js';
import { overlayKnowledge, type KnowledgeFiles } from './load/load.js';

/**
 * The built-in knowledge, with any overlays laid upon it: maps of file names to YAML text.
 *
 * @throws {DiagnosticError} when an overlay is not valid; it holds everything that is wrong
 */
export function loadKnowledge(...overlays: readonly KnowledgeFiles[]): KnowledgeBase {
  return overlays.length === 0 ? builtinKnowledge() : overlayKnowledge(builtinKnowledge(), overlays);
}

export { compileKnowledge, type KnowledgeFiles } from './load/load.js';
export type { KnowledgeBase } from './load/knowledge.js';
export { recommend, type RecommendOptions, type WorkloadInput } from './report/recommend.js';
export { decisionOf, type DecisionFunction, type DecisionTrace } from './program/compile/decision-function.js';
export type { TracedDecision, TracedMiss } from './program/eval/trace.js';
export type { RuleOrigin } from './program/ir/program.js';
export type { StatedInputs as Stated } from './program/compile/input-encoder.js';
export { diffKnowledge, type DiffOptions } from './diff/diff.js';
export type { ListedWorkload } from './diff/answers.js';
export type { Difference, RoleDifference, WorkloadDifference } from './language/schema/results/difference.js';
export { verify, type Verified, type VerifyOptions } from './check/report/verify.js';
export { whatIf, type WhatIfOptions } from './explore/what-if/what-if.js';
export { explore, type Exploration, type ExploreOptions } from './explore/open/exploration.js';
export type { OpenFactor, OpenPlace } from './language/schema/results/exploration.js';
export type { WhatIf, WhatIfAnswer, WhatIfChange, WhatIfPlace } from './language/schema/results/what-if.js';
export type { ProblemReport as Problem, Verification } from './language/schema/results/verification.js';
export { decisionMap, type MapOptions } from './explore/map/map.js';
export type { DecisionMap, MapAnswer, MapAxis, MapCell, MapStep } from './language/schema/results/decision-map.js';
export { mapSvg, type MapSvgOptions } from './emit/map-svg/map-svg.js';
export { answer, type NamedOutcome as Named, type RoleDecision } from './report/answer.js';
export { startInterview, type Interview, type InterviewOptions } from './explore/interview/interview.js';
export type { InterviewQuestion, InterviewReply } from './explore/interview/describe-questions.js';
export type { Priors } from './explore/interview/priors.js';
export type { Expected, Tried } from './explore/interview/plan.js';
export { tableFromCsv } from './tables/import.js';
export type { TableOptions } from './tables/head.js';
export { tableToCsv } from './tables/export.js';
export { decisionToYaml } from './tables/yaml.js';
export { parseWorkloads } from './report/parse.js';
export { distances, spotis, type Bounds, type Ideal, type SpotisProblem } from './rank/spotis.js';
export { nearestTurning, sharesFirst, type Shares, type Turning } from './rank/robustness.js';
export {
  DiagnosticError,
  explain,
  formatDiagnostic,
  type Cell,
  type Diagnostic,
  type SourceText,
  type Span,
} from './language/diagnostics/diagnostic.js';
export type { Lang } from './language/format.js';
export type { Decision } from './language/schema/knowledge/decision.js';
export type { Text } from './language/schema/common.js';
export type { KnowledgeDocument, KnowledgeDocuments, KnowledgeKind } from './language/schema/kinds.js';
export type { Workload } from './language/schema/workload.js';
export type { Finding, Input, Recommendation, RoleAnswer } from './language/schema/results/recommendation.js';
