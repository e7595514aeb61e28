import { DiagnosticError, Diagnostics, type Span } from '../language/diagnostics/diagnostic.js';
import { LANGS, type Lang } from '../language/format.js';
import { isPlain } from '../language/read/document-reader.js';
import type { KnowledgeDocument } from '../language/schema/kinds.js';
import { MAX_KNOWLEDGE_BYTES, readDocuments } from '../language/read/yaml.js';
import { applyOverlay, type LocatedDocument } from './overlay.js';
import { assemble, type KnowledgeBase, type StoredDocument, type UntranslatedText } from './knowledge.js';
import { linkKnowledge } from './link.js';
import { validate, type ValidDocument } from './validate.js';

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
  // A name may be unknown only because its document was refused, so names are checked when all documents are read.
  stopIfFailed(report);
  let located: readonly LocatedDocument[] = (base?.stored ?? []).map((stored) => ({ stored }));
  for (const entries of read) located = applyOverlay(located, entries, report);
  const untranslated = [...(base?.untranslated ?? []), ...read.flatMap(untranslatedIn)];
  const knowledge = assemble(
    located.map(({ stored }) => stored),
    { untranslated },
  );
  linkKnowledge(knowledge, located, report);
  stopIfFailed(report);
  return knowledge;
}

function stopIfFailed(report: Diagnostics): void {
  if (report.failed) throw new DiagnosticError(report.all);
}

function readPackage(files: KnowledgeFiles, report: Diagnostics): (ValidDocument & { file: string })[] {
  const read = [...files].flatMap(([name, text]) =>
    readDocuments({ name, text }, report, MAX_KNOWLEDGE_BYTES).map((located) => ({ located, file: name })),
  );
  const language = languageOf(read.map(({ located }) => located.value));
  const entries = read.flatMap(({ located, file }) => {
    const entry = validate(located, report, language);
    return entry === undefined ? [] : [{ ...entry, file }];
  });
  if (entries.length > 0 && !entries.some(({ document }) => document.kind === 'Package')) {
    report.add('package-missing', {}, entries[0]?.locate([]));
  }
  return entries;
}

/** The language of a package's texts that name none: the first that the package declares. */
function languageOf(values: readonly unknown[]): Lang | undefined {
  const opening = values.find((value) => isPlain(value) && value['kind'] === 'Package');
  const declared = isPlain(opening) ? opening['languages'] : undefined;
  const [first] = Array.isArray(declared) ? (declared as unknown[]) : [];
  return LANGS.find((lang) => lang === first);
}

/** The texts of a package that are not written in every language that they are meant to be in: those that the package declares, or else those of its title. */
function untranslatedIn(entries: readonly (ValidDocument & { file: string })[]): UntranslatedText[] {
  const opening = entries.map(({ document }) => document).find((one) => one.kind === 'Package');
  const { id: name = '', languages = LANGS } = opening ?? {};
  return entries.flatMap(({ document: { kind, id }, file, untranslated }) =>
    untranslated
      .filter(({ lang }) => languages.includes(lang))
      .map((one) => ({ ...one, package: name, file, kind, id })),
  );
}

/**
 * Knowledge of documents that were read and checked before, save some that were put together since; undefined where these do not fit their
 * schemas, or anything no longer fits together. Its digest is not worked out: it serves to try what would be decided.
 */
export function relinkKnowledge(
  stored: readonly StoredDocument[],
  fresh: ReadonlySet<KnowledgeDocument>,
): KnowledgeBase | undefined {
  const report = new Diagnostics();
  const valid = [...fresh].every(
    (document) => validate({ value: asWritten(document), locate: () => NO_SPAN }, report) !== undefined,
  );
  if (!valid) return undefined;
  const knowledge = assemble(stored, { digest: '' });
  linkKnowledge(
    knowledge,
    stored.map((one) => ({ stored: one })),
    report,
  );
  return report.failed ? undefined : knowledge;
}

const NO_SPAN: Span = { source: { name: '', text: '' }, start: 0, end: 0 };

/** Without the packages of rules, which the loader fills in. */
function asWritten(document: KnowledgeDocument): unknown {
  if (document.kind !== 'Decision' || document.table === undefined) return document;
  const rules = document.table.rules.map((rule) => ({ ...rule, package: undefined }));
  return JSON.parse(JSON.stringify({ ...document, table: { ...document.table, rules } }));
}
