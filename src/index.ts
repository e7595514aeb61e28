/**
 * Whichstack as a library: load the knowledge, state a workload, get a recommendation. It runs in Node and in a browser.
 *
 * @packageDocumentation
 */
import { builtinKnowledge } from './builtin.js';
import { csvEmitter } from './emit/csv/index.js';
import type { OptionsOf } from './emit/registry.js';
import { svgEmitter } from './emit/svg/index.js';
import { yamlEmitter } from './emit/yaml/index.js';
import type { Decision } from './language/schema/knowledge/decision.js';
import type { DecisionMap } from './language/schema/results/decision-map.js';
import type { BuiltinVocabulary, OverlaidVocabulary } from './language/schema/vocabulary.js';
import type { KnowledgeBase } from './load/knowledge.js';
import { overlayKnowledge, type KnowledgeFiles } from './load/load.js';
import { tableOf } from './tables/export.js';

// Knowledge

/** The built-in knowledge. */
export function loadKnowledge(): KnowledgeBase<BuiltinVocabulary>;
/**
 * The built-in knowledge with overlays, each of which may add documents, replace those of the same kind and id, extend tables and forbid outcomes.
 *
 * @param overlays maps of file names to YAML text; later ones go before earlier ones
 * @throws {DiagnosticError} when an overlay is not valid; it holds every error
 */
export function loadKnowledge(...overlays: readonly KnowledgeFiles[]): KnowledgeBase<OverlaidVocabulary>;
export function loadKnowledge(...overlays: readonly KnowledgeFiles[]): KnowledgeBase {
  return overlays.length === 0 ? builtinKnowledge() : overlayKnowledge(builtinKnowledge(), overlays);
}

export { compileKnowledge, type KnowledgeFiles } from './load/load.js';
export type { KnowledgeBase } from './load/knowledge.js';
export type { Text } from './language/schema/common.js';
export type { KnowledgeDocument, KnowledgeDocuments, KnowledgeKind } from './language/schema/kinds.js';
export type { Decision } from './language/schema/knowledge/decision.js';

// The names that knowledge defines, as types

export type { AnyVocabulary, BuiltinVocabulary, OverlaidVocabulary } from './language/schema/vocabulary.js';
export type {
  DataKind,
  DataNeed,
  Environment,
  OutcomeId,
  Requirements,
  ScenarioId,
  Stack,
  Weights,
} from './generated/vocabulary.js';

// Workloads

export { parseWorkloads } from './report/parse.js';
export type { AnyWorkload, Constraints, Workload, WorkloadInput } from './language/schema/workload.js';

// Recommendations

export { recommend, type RecommendOptions } from './report/recommend.js';
export { answer, type RoleDecision } from './report/answer.js';
export type { NamedOutcome } from './report/present-fit.js';
export type {
  AnyRecommendation,
  Chosen,
  Finding,
  FitRow,
  Input,
  Recommendation,
  RoleAnswer,
} from './language/schema/results/recommendation.js';

// Single decisions

export { decisionOf, type DecisionFunction, type DecisionTrace } from './program/compile/decision-function.js';
export type { StatedInputs } from './program/compile/input-encoder.js';
export type { TracedDecision, TracedMiss } from './program/eval/trace.js';
export type { RuleOrigin } from './program/ir/program.js';

// What would change an answer

export { whatIf, type WhatIfOptions } from './explore/what-if/what-if.js';
export type { WhatIf, WhatIfAnswer, WhatIfChange, WhatIfPlace } from './language/schema/results/what-if.js';
export { explore, type Exploration, type ExploreOptions } from './explore/open/exploration.js';
export type { OpenFactor, OpenPlace } from './language/schema/results/exploration.js';
export { decisionMap, type MapOptions } from './explore/map/map.js';
export type { DecisionMap, MapAnswer, MapAxis, MapCell, MapStep } from './language/schema/results/decision-map.js';

// Interviews

export {
  startInterview,
  type AnyInterview,
  type Interview,
  type InterviewOptions,
} from './explore/interview/interview.js';
export type { Expected, InterviewQuestion, InterviewReply, Tried } from './language/schema/results/interview.js';
export type { Priors } from './explore/interview/priors.js';

// Checks of knowledge

export { verify, type Verified, type VerifyOptions } from './check/report/verify.js';
export type { ProblemReport, Verification } from './language/schema/results/verification.js';
export { diffKnowledge, type DiffOptions } from './diff/diff.js';
export type { ListedWorkload } from './diff/answers.js';
export type { Difference, RoleDifference, WorkloadDifference } from './language/schema/results/difference.js';

// Documents in other formats

export { emit, type DocumentOf, type FormatId, type OptionsOf } from './emit/registry.js';
export type { EmittedFile, EmittedFiles } from './emit/emitter.js';

/** A decision map as a picture: what `emit(map, 'svg', options)` gives. */
export function mapSvg(map: DecisionMap, options?: OptionsOf<'svg'>): string {
  return svgEmitter.emit(map, options)[0].text;
}

/** A decision as a YAML document, with its short parts each in one line. */
export function decisionToYaml(decision: Decision): string {
  return yamlEmitter.emit(decision)[0].text;
}

// Decision tables as files

export { tableFromCsv } from './tables/import.js';
export type { TableOptions } from './tables/head.js';
export { tableOf } from './tables/export.js';
export type { DecisionTable } from './language/schema/results/lists.js';

/**
 * A decision table as CSV that {@link tableFromCsv} reads back to the same decision. It begins with no byte order mark; Excel needs one, which
 * `emit(tableOf(decision, knowledge), 'csv', { byteOrderMark: true })` adds.
 *
 * @throws {DiagnosticError} when the decision is no table, or has a part that cells cannot hold
 */
export function tableToCsv(decision: Decision, knowledge: KnowledgeBase): string {
  return csvEmitter.emit(tableOf(decision, knowledge))[0].text;
}

// Ranking by numbers alone

export { distances, spotis, type Bounds, type Ideal, type SpotisProblem } from './rank/spotis.js';
export { nearestTurning, sharesFirst, type Shares, type Turning } from './rank/robustness.js';

// Languages and errors

export type { Lang } from './language/format.js';
export {
  DiagnosticError,
  explain,
  formatDiagnostic,
  type Cell,
  type Diagnostic,
  type SourceText,
  type Span,
} from './language/diagnostics/diagnostic.js';
