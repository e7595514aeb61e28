import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { builtinKnowledge } from '../builtin.js';
import { DiagnosticError, Diagnostics } from '../language/diagnostic.js';
import { MAX_KNOWLEDGE_BYTES } from '../language/yaml.js';
import type { KnowledgeBase } from '../load/knowledge.js';
import type { KnowledgeFiles } from '../load/load.js';
import { readText, reasonOf } from './files.js';

/** The built-in knowledge with the packages in some folders laid over it, in their order. */
export async function knowledgeWith(folders: readonly string[]): Promise<KnowledgeBase> {
  return knowledgeFrom(undefined, await filesOf(folders));
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
export async function filesOf(folders: readonly string[]): Promise<KnowledgeFiles[]> {
  const report = new Diagnostics();
  const packages: KnowledgeFiles[] = [];
  for (const folder of folders) packages.push(await readFolder(folder, report));
  if (report.failed) throw new DiagnosticError(report.all);
  return packages;
}

async function readFolder(folder: string, report: Diagnostics): Promise<KnowledgeFiles> {
  const files = new Map<string, string>();
  let names: string[];
  try {
    names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch (error) {
    report.add('file-unreadable', { name: folder, reason: reasonOf(error) });
    return files;
  }
  for (const name of names.filter((n) => /\.(ya?ml|json)$/.test(n)).sort()) {
    const path = join(folder, name);
    const source = await readText(path, '-', report, MAX_KNOWLEDGE_BYTES);
    if (source !== undefined) files.set(path, source.text);
  }
  if (files.size === 0 && !report.failed) report.add('file-empty', { name: folder });
  return files;
}
