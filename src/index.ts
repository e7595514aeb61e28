/**
 * Whichstack as a library: load the knowledge, state a workload, get a recommendation. The same in Node and in a browser.
 *
 * @packageDocumentation
 */
export { loadKnowledge } from './builtin.js';
export { compileKnowledge, type KnowledgeFiles } from './load/load.js';
export type { KnowledgeBase } from './load/knowledge.js';
export { recommend, type RecommendOptions, type WorkloadInput } from './decide/recommend.js';
export { parseWorkloads } from './decide/parse.js';
export { DiagnosticError, explain, formatDiagnostic, type Diagnostic, type SourceText, type Span } from './language/diagnostic.js';
export type { Lang, Text } from './language/schema/common.js';
export type { KnowledgeDocument, KnowledgeDocuments, KnowledgeKind } from './language/kinds.js';
export type { Workload } from './language/schema/workload.js';
export type { Finding, Input, Recommendation, RoleAnswer } from './language/schema/recommendation.js';
