import stored from './generated/knowledge.js';
import type { BuiltinVocabulary } from './language/schema/vocabulary.js';
import { restoreKnowledge, type KnowledgeBase } from './load/knowledge.js';

let restored: KnowledgeBase<BuiltinVocabulary> | undefined;

/** The knowledge that was compiled when the package was built. */
export function builtinKnowledge(): KnowledgeBase<BuiltinVocabulary> {
  restored ??= restoreKnowledge(stored) as KnowledgeBase<BuiltinVocabulary>;
  return restored;
}
