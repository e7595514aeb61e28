import { existsSync } from 'node:fs';
import { DiagnosticError, Diagnostics, refusal, spanOfText } from '../../language/diagnostics/diagnostic.js';
import { nearest } from '../../language/diagnostics/nearest.js';
import type { Lang } from '../../language/format.js';
import type { ReadWorkload } from '../../language/values/statement.js';
import { readWorkload } from '../../language/read/workload.js';
import { readDocuments } from '../../language/read/yaml.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import { readText } from '../files.js';
import { CLI_TEXTS } from '../texts/index.js';
import { reportLooseValue, type WorkloadFlags } from './flag-statements.js';
import { EMPTY, withFlags } from './flags.js';

/** How workloads are read from the command line. */
export interface Reading {
  readonly knowledge: KnowledgeBase;
  readonly lang: Lang;
  /** What flags state over the file, or by themselves. */
  readonly flags?: WorkloadFlags;
  /** Reports what is wrong with other flags, so that all is said at once. */
  readonly also?: (report: Diagnostics) => void;
}

/**
 * Reads the workloads of a file, of standard input for `-`, or of flags alone.
 *
 * @throws {DiagnosticError} with everything that is wrong
 */
export async function readWorkloads(
  file: string | undefined,
  { knowledge, lang, flags, also }: Reading,
): Promise<ReadWorkload[]> {
  const report = new Diagnostics();
  also?.(report);
  let located = [EMPTY];
  if (
    file !== undefined &&
    flags !== undefined &&
    !existsSync(file) &&
    reportLooseValue(file, flags, knowledge, report)
  )
    throw new DiagnosticError(report.all);
  if (file !== undefined) {
    const source = await readText(file, CLI_TEXTS[lang].stdin, report);
    located = source === undefined ? [] : readDocuments(source, report);
    if (source !== undefined && located.length === 0 && !report.failed) report.add('file-empty', { name: source.name });
  }
  const documents = flags === undefined ? located : withFlags(located, flags, knowledge, report);
  const workloads = documents.flatMap((one) => readWorkload(one, knowledge, report) ?? []);
  if (report.failed) throw new DiagnosticError(report.all);
  return workloads;
}

/**
 * The only one of some workloads.
 *
 * @param command the command line that takes one, for the message
 * @throws {DiagnosticError} where there are several
 */
export function onlyWorkload(workloads: readonly ReadWorkload[], command: string): ReadWorkload | undefined {
  if (workloads.length > 1) throw refusal('several-workloads', { command, names: namesOf(workloads) });
  return workloads[0];
}

/**
 * The workload of that name, which the option `--name` gives, or the only one.
 *
 * @param command the command line that takes one, for the message
 * @throws {DiagnosticError} where there are several and none is named, or none has the name
 */
export function workloadNamed(
  workloads: readonly ReadWorkload[],
  name: string | undefined,
  command: string,
): ReadWorkload {
  const names = namesOf(workloads);
  const found = name === undefined ? workloads : workloads.filter(({ document }) => document.metadata?.name === name);
  const [only, ...more] = found;
  if (more.length > 0) throw refusal('several-workloads', { command, names, option: '--name' });
  if (only !== undefined) return only;
  const meant = nearest(
    name ?? '',
    names.map((id) => ({ id })),
  );
  throw refusal('unknown-workload', { name: name ?? '', expected: names }, spanOfText('--name', name ?? ''), meant);
}

const namesOf = (workloads: readonly ReadWorkload[]): string[] =>
  workloads.flatMap(({ document }) => document.metadata?.name ?? []);
