import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical } from '../language/values/json-text.js';
import { DiagnosticError, Diagnostics } from '../language/diagnostics/diagnostic.js';
import { API_VERSION, DEFAULT_LANG } from '../language/format.js';
import { checkOptionName, checkOptions, type CommonOptions } from '../language/options.js';
import type { AnyRecommendation, Recommendation } from '../language/schema/results/recommendation.js';
import type { AnyVocabulary } from '../language/schema/vocabulary.js';
import type { WorkloadInput } from '../language/schema/workload.js';
import type { ReadWorkload } from '../language/values/statement.js';
import { isPlain } from '../language/read/document-reader.js';
import { readWorkload } from '../language/read/workload.js';
import type { KnowledgeBase } from '../load/knowledge.js';
import { programOf } from '../program/ir/lower.js';
import { decide } from '../decide/stack/decide.js';
import { Describer } from './describe.js';
import { findingsOf } from './findings/findings.js';
import { levers } from '../decide/stack/levers.js';
import { openFactors } from '../decide/stack/open-factors.js';
import { present } from './present.js';

export interface RecommendOptions extends CommonOptions {
  /** Whether to record every decision asked, with why each rule that did not hit did not. */
  readonly trace?: boolean;
  /** Whether to work out under which weightings the winner of the facts stays first. */
  readonly robustness?: boolean;
  /** Whether to find the statements that would change the answer with the nearest other value. */
  readonly levers?: boolean;
  /** What to explain why it is not chosen: outcomes, what realises an interface, or families. */
  readonly whyNot?: readonly string[];
}

/**
 * Recommends a stack for a workload and explains it.
 *
 * @throws {DiagnosticError} when the workload is not valid, or the knowledge does not have a name of `whyNot`; it holds everything that is wrong
 */
export function recommend<V extends AnyVocabulary>(
  knowledge: KnowledgeBase<V>,
  workload: WorkloadInput<V>,
  options: RecommendOptions = {},
): Recommendation<V> {
  return recommendRead(knowledge, readInput(knowledge, workload, options), options);
}

/** Today, as `2026-11-23` (UTC). */
export const today = (): string => new Date().toISOString().slice(0, 10);

/**
 * Reads a workload given as an object.
 *
 * @throws {DiagnosticError} when it or an option is not valid
 */
export function readInput(
  knowledge: KnowledgeBase,
  workload: WorkloadInput<AnyVocabulary>,
  options: RecommendOptions,
): ReadWorkload {
  const report = new Diagnostics();
  checkOptions(options, report);
  // What is not a mapping is left as it is, for the reader to refuse.
  const isMapping = isPlain(workload);
  const value: unknown = isMapping ? { apiVersion: API_VERSION, kind: 'Workload', ...workload } : workload;
  const read = readWorkload({ value }, knowledge, report);
  if (read === undefined || report.failed) throw new DiagnosticError(report.all);
  return read;
}

/** As {@link recommend}, for a workload that is read already. */
export function recommendRead(
  knowledge: KnowledgeBase,
  read: ReadWorkload,
  options: RecommendOptions = {},
): AnyRecommendation {
  const { lang = DEFAULT_LANG, asOf = today(), trace = false, robustness = false, whyNot = [] } = options;
  const report = new Diagnostics();
  for (const name of whyNot) checkOptionName('--why-not', name, knowledge.outcomes, report);
  if (report.failed) throw new DiagnosticError(report.all);
  // gather, encode, decide -> find what is open and what to say -> put into words
  const program = programOf(knowledge);
  const decision = decide(program, read, asOf);
  const open = openFactors(program, read, decision);
  const found = options.levers === true ? levers(program, read, decision) : undefined;
  const describe = new Describer(knowledge, lang);
  const findings = findingsOf(program, read, decision, describe);
  const body = present(
    decision,
    { workload: read.document, asOf, findings, open, constraints: read, trace, robustness, levers: found, whyNot },
    describe,
  );
  const { apiVersion, kind, ...rest } = body;
  let id: string | undefined;
  return {
    apiVersion,
    kind,
    // Hashing takes as long as deciding; who does not ask for the id does not wait for it.
    get id() {
      return (id ??= identify(body));
    },
    ...rest,
  };
}

/** Texts for readers, which the id does not depend on. */
const TEXTS = new Set([
  'lang',
  'title',
  'byTitle',
  'valueTitle',
  'familyTitle',
  'message',
  'text',
  'outcomeText',
  'requiredText',
  'foundText',
  'fitText',
  'exploration',
  'rivals',
  'sources',
  'reason',
  'reading',
  'trace',
]);

/** SHA-256 of the decision in canonical form, without its texts and without the trace, so that neither language nor detail matters. */
function identify({ workload, ...decision }: Omit<AnyRecommendation, 'id'>): string {
  // The texts of the workload are its author's, and part of the input.
  return bytesToHex(sha256(utf8ToBytes(`${canonical(workload)}\n${canonical(decision, TEXTS)}`)));
}
