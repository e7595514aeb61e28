import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtinKnowledge } from '../builtin.js';
import { DiagnosticError, Diagnostics } from '../language/diagnostics/diagnostic.js';
import { MAX_KNOWLEDGE_BYTES, readDocuments } from '../language/read/yaml.js';
import type { KnowledgeBase } from '../load/knowledge.js';
import type { KnowledgeFiles } from '../load/load.js';
import { isPlain } from '../language/read/document-reader.js';
import { documentsIn, neighbour, readText, reasonOfFailure } from './files.js';

/** The folders that a command line names knowledge by. */
export interface KnowledgeFolders {
  /** A complete package, instead of the built-in one. */
  readonly package?: string;
  /** Packages laid over it, in their order. */
  readonly knowledge: readonly string[];
}

/** The built-in knowledge or another complete package, with the packages in some folders laid over it. */
export async function knowledgeWith(folders: KnowledgeFolders): Promise<KnowledgeBase> {
  const { base, overlays } = await packagesOf(folders);
  return knowledgeFrom(base, overlays);
}

/** The files of the packages that a command line names; no `base` where they are laid over the built-in one. */
export async function packagesOf({ package: dir, knowledge }: KnowledgeFolders): Promise<{
  base: readonly KnowledgeFiles[] | undefined;
  overlays: readonly KnowledgeFiles[];
}> {
  if (dir === undefined) return { base: undefined, overlays: await filesOf(knowledge) };
  const [own, ...overlays] = await filesOf([dir, ...knowledge]);
  return { base: own && [own], overlays };
}

/** Some knowledge, the built-in by default, with packages laid over it. */
export async function knowledgeFrom(
  base: readonly KnowledgeFiles[] | undefined,
  overlays: readonly KnowledgeFiles[],
): Promise<KnowledgeBase> {
  if (base === undefined && overlays.length === 0) return builtinKnowledge();
  // Checking knowledge takes code that start-up without overlays should not load.
  const { overlayKnowledge } = await import('../load/load.js');
  return overlayKnowledge(base === undefined ? builtinKnowledge() : undefined, [...(base ?? []), ...overlays]);
}

/**
 * The knowledge files in some folders.
 *
 * @throws {DiagnosticError} when one cannot be read, or holds none
 */
async function filesOf(folders: readonly string[]): Promise<KnowledgeFiles[]> {
  const report = new Diagnostics();
  const packages: KnowledgeFiles[] = [];
  for (const folder of folders) packages.push(await readFolder(folder, report));
  if (report.failed) throw new DiagnosticError(report.all);
  return packages;
}

async function readFolder(
  folder: string,
  report: Diagnostics,
  wanted: (name: string) => boolean = () => true,
): Promise<KnowledgeFiles> {
  const files = new Map<string, string>();
  let names: string[];
  try {
    names = documentsIn(folder);
  } catch (error) {
    const reason = reasonOfFailure(error);
    const meant = reason === 'ENOENT' ? neighbour(folder) : undefined;
    report.add('folder-unreadable', { name: folder, reason }, undefined, meant);
    return files;
  }
  for (const name of names.filter(wanted)) {
    const path = join(folder, name);
    const source = await readText(path, '-', report, MAX_KNOWLEDGE_BYTES);
    if (source !== undefined) files.set(path, source.text);
  }
  if (files.size === 0 && !report.failed) report.add('folder-empty', { name: folder });
  return files;
}

/** Some knowledge and the files that it was read from; none for the built-in. */
export interface ReadKnowledge {
  readonly knowledge: KnowledgeBase;
  readonly files: KnowledgeFiles;
}

/**
 * The packages in some folders as a version of the knowledge: laid over the built-in in their order; the first of them in place of the built-in where
 * that is asked for (`alone`), or where its package has the id of the built-in one, of which it is another version then.
 *
 * @throws {DiagnosticError} with everything that is wrong
 */
export async function knowledgeVersion(folders: readonly string[], alone: boolean): Promise<ReadKnowledge> {
  const [first, ...others] = await filesOf(folders);
  if (first === undefined) return { knowledge: builtinKnowledge(), files: new Map() };
  const instead = alone || isBuiltin(first);
  const knowledge = await (instead ? knowledgeFrom([first], others) : knowledgeFrom(undefined, [first, ...others]));
  return { knowledge, files: new Map([first, ...others].flatMap((files) => [...files])) };
}

/** Whether a package bears the id of the built-in one. */
function isBuiltin(files: KnowledgeFiles): boolean {
  const [own] = builtinKnowledge().packages;
  return [...files].some(([name, text]) => own !== undefined && packageIdsIn(name, text).includes(own.id));
}

/** The ids of the packages in a file. */
function packageIdsIn(name: string, text: string): string[] {
  if (!text.includes('Package')) return [];
  return readDocuments({ name, text }, new Diagnostics(), MAX_KNOWLEDGE_BYTES).flatMap(({ value }) =>
    isPlain(value) && value['kind'] === 'Package' ? [String(value['id'])] : [],
  );
}

/** Folders that hold no knowledge, and often a great many files. */
const ASIDE = /(^|[/\\])(node_modules|\.[^/\\]+)[/\\]/;

/** The packages that a folder holds, by file; none where there is no such folder, or none that can be read. */
export async function packagesIn(folder: string): Promise<{ file: string; id: string }[]> {
  const files = existsSync(folder) ? await readFolder(folder, new Diagnostics(), (name) => !ASIDE.test(name)) : [];
  return [...files].flatMap(([file, text]) => packageIdsIn(file, text).map((id) => ({ file, id })));
}

/** The path of a file or folder that the npm package contains, given relative to its root. */
export function packagedPath(path: string): string {
  // Two levels up, in the sources as in the bundle.
  return join(import.meta.dirname, '../..', path);
}

/** The text of a file of the built-in knowledge, which the npm package contains; undefined where it is missing. */
export function builtinText(file: string): string | undefined {
  try {
    return readFileSync(packagedPath(file), 'utf8');
  } catch {
    return undefined;
  }
}
