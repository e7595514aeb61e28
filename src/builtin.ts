import stored from './generated/knowledge.js';
import { restoreKnowledge, type KnowledgeBase } from './load/knowledge.js';

let restored: KnowledgeBase | undefined;

/** The knowledge that was compiled when the package was built. */
export function builtinKnowledge(): KnowledgeBase {
  restored ??= restoreKnowledge(stored);
  return restored;
}
