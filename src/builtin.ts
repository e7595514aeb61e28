import stored from './generated/knowledge.js';
import { overlayKnowledge, restoreKnowledge, type KnowledgeFiles } from './load/load.js';
import type { KnowledgeBase } from './load/knowledge.js';

let builtin: KnowledgeBase | undefined;

/**
 * The built-in knowledge, compiled when the package was built, with any overlays laid upon it: maps of file names to YAML text.
 *
 * @throws {DiagnosticError} when an overlay is not valid; it holds everything that is wrong
 */
export function loadKnowledge(...overlays: readonly KnowledgeFiles[]): KnowledgeBase {
  builtin ??= restoreKnowledge(stored);
  return overlays.length === 0 ? builtin : overlayKnowledge(builtin, overlays);
}
