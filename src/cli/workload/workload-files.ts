import { join } from 'node:path';
import type { ListedWorkload } from '../../diff/answers.js';
import { Diagnostics, type Diagnostic } from '../../language/diagnostics/diagnostic.js';
import { API_VERSION, type Lang } from '../../language/format.js';
import { KNOWLEDGE_KINDS } from '../../language/schema/kinds.js';
import { isPlain } from '../../language/read/document-reader.js';
import { readDocuments } from '../../language/read/yaml.js';
import { documentsIn, isFolder, readText, reasonOfFailure } from '../files.js';
import { CLI_TEXTS } from '../texts/index.js';

/** Workloads as they are written, and what cannot be read of the same files. */
export interface WrittenWorkloads {
  readonly workloads: readonly ListedWorkload[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The workloads in some files and folders, or on standard input for `-`, as they are written; the names in them are not checked. Of a folder, all
 * YAML and JSON files in it and below, in the order of their names; what is of another kind there, such as knowledge or a manifest, is no workload.
 * What cannot be read is no reason to leave the rest unread: so everything that is wrong is reported at once.
 */
export async function listWorkloads(paths: readonly string[], lang: Lang): Promise<WrittenWorkloads> {
  const report = new Diagnostics();
  const listed: ListedWorkload[] = [];
  for (const path of paths) {
    const folder = path !== '-' && isFolder(path);
    const files = folder ? filesIn(path, report) : [path];
    const before = listed.length;
    for (const file of files) listed.push(...(await workloadsIn(file, folder, lang, report)));
    if (listed.length === before && !report.failed)
      report.add('file-empty', { name: path === '-' ? CLI_TEXTS[lang].stdin : path });
  }
  return { workloads: listed, diagnostics: report.all };
}

async function workloadsIn(
  path: string,
  amongOthers: boolean,
  lang: Lang,
  report: Diagnostics,
): Promise<ListedWorkload[]> {
  const source = await readText(path, CLI_TEXTS[lang].stdin, report);
  if (source === undefined) return [];
  const documents = readDocuments(source, report).filter(({ value }) => !amongOthers || !isOther(value));
  return documents.map(({ value, locate }, n) => ({
    // What is no mapping is left for the reader to refuse.
    workload: value as ListedWorkload['workload'],
    file: source.name,
    ...(documents.length > 1 && { document: n + 1 }),
    locate,
  }));
}

/** Whether a document says of itself that it is something else. */
function isOther(value: unknown): boolean {
  if (!isPlain(value)) return false;
  const { apiVersion, kind } = value;
  return (
    (typeof apiVersion === 'string' && apiVersion !== API_VERSION) || KNOWLEDGE_KINDS.some((known) => known === kind)
  );
}

function filesIn(folder: string, report: Diagnostics): string[] {
  try {
    return documentsIn(folder).map((name) => join(folder, name));
  } catch (error) {
    report.add('folder-unreadable', { name: folder, reason: reasonOfFailure(error) });
    return [];
  }
}
