import { DiagnosticError, Diagnostics } from '../language/diagnostics/diagnostic.js';
import type { AnyVocabulary } from '../language/schema/vocabulary.js';
import type { Workload } from '../language/schema/workload.js';
import { readWorkload } from '../language/read/workload.js';
import { readDocuments } from '../language/read/yaml.js';
import type { KnowledgeBase } from '../load/knowledge.js';

/**
 * Reads the workloads of a YAML or JSON text, which may hold several documents.
 *
 * @param name what to call the text in messages
 * @throws {DiagnosticError} when anything in it is wrong; it holds everything that is, with places
 */
export function parseWorkloads<V extends AnyVocabulary>(
  knowledge: KnowledgeBase<V>,
  text: string,
  name = 'workload',
): Workload<V>[] {
  const report = new Diagnostics();
  const workloads = readDocuments({ name, text }, report).flatMap(
    (located) => readWorkload(located, knowledge, report)?.document ?? [],
  );
  if (workloads.length === 0 && !report.failed) report.add('file-empty', { name });
  if (report.failed) throw new DiagnosticError(report.all);
  return workloads;
}
