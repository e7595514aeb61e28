import { builtinKnowledge } from '../../builtin.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import { knowledgeWith } from '../knowledge.js';

/** The knowledge that a command line names so far; the built-in where that cannot be used, which its command will say. */
export async function knowledgeOfWords(words: readonly string[]): Promise<KnowledgeBase> {
  // The last word is being typed.
  const folders = words.slice(0, -1).flatMap((word, n) => {
    if (word.startsWith('--knowledge=')) return [word.slice('--knowledge='.length)];
    return words[n - 1] === '--knowledge' ? [word] : [];
  });
  try {
    return await knowledgeWith(folders);
  } catch {
    return builtinKnowledge();
  }
}
