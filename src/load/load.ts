import { DiagnosticError, Diagnostics } from '../language/diagnostic.js';
import { MAX_KNOWLEDGE_BYTES, readDocuments } from '../language/yaml.js';
import { applyOverlay, type Located } from './overlay.js';
import { assemble, type KnowledgeBase } from './knowledge.js';
import { link } from './link.js';
import { validate, type Entry } from './validate.js';

/** Knowledge files by name, as text. The names only serve messages and origins. */
export type KnowledgeFiles = ReadonlyMap<string, string>;

/**
 * Reads, validates and links a package of knowledge, and any overlays upon it, each of which may add documents, replace
 * those of the same kind and id, extend tables and forbid outcomes.
 *
 * @throws {DiagnosticError} when anything is wrong; it holds everything that is
 */
export function compileKnowledge(files: KnowledgeFiles, ...overlays: readonly KnowledgeFiles[]): KnowledgeBase {
  return overlayKnowledge(undefined, [files, ...overlays]);
}

/** As {@link compileKnowledge}, upon knowledge that is checked already. */
export function overlayKnowledge(base: KnowledgeBase | undefined, packages: readonly KnowledgeFiles[]): KnowledgeBase {
  // read -> validate -> overlay -> link -> assemble
  const report = new Diagnostics();
  const read = packages.map((files) => readPackage(files, report));
  // A name may be unknown only because its document was refused, so names are looked at when all documents are read.
  stopIfFailed(report);
  let located: readonly Located[] = (base?.stored ?? []).map((stored) => ({ stored }));
  for (const entries of read) located = applyOverlay(located, entries, report);
  const knowledge = assemble(located.map(({ stored }) => stored));
  link(knowledge, located, report);
  stopIfFailed(report);
  return knowledge;
}

function stopIfFailed(report: Diagnostics): void {
  if (report.failed) throw new DiagnosticError(report.all);
}

function readPackage(files: KnowledgeFiles, report: Diagnostics): (Entry & { file: string })[] {
  const entries = [...files].flatMap(([name, text]) =>
    readDocuments({ name, text }, report, MAX_KNOWLEDGE_BYTES).flatMap((located) => {
      const entry = validate(located, report);
      return entry === undefined ? [] : [{ ...entry, file: name }];
    }),
  );
  if (entries.length > 0 && !entries.some(({ document }) => document.kind === 'Package')) {
    report.add('package-missing', {}, entries[0]?.locate([]));
  }
  return entries;
}
