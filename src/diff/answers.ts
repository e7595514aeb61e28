import { canonical } from '../language/values/json-text.js';
import { Diagnostics, type Diagnostic } from '../language/diagnostics/diagnostic.js';
import { API_VERSION } from '../language/format.js';
import type { Aspect } from '../language/schema/results/difference.js';
import type { Finding } from '../language/schema/results/recommendation.js';
import type { ReadWorkload } from '../language/values/statement.js';
import { isPlain } from '../language/read/document-reader.js';
import { readWorkload } from '../language/read/workload.js';
import type { LocatedValue } from '../language/read/yaml.js';
import { roleDecision } from '../report/answer.js';
import { decide, isNeeded, type PlaceDecision, type StackDecision } from '../decide/stack/decide.js';
import type { Describer } from '../report/describe.js';
import { findingsOf } from '../report/findings/findings.js';
import type { AnyVocabulary } from '../language/schema/vocabulary.js';
import type { WorkloadInput } from '../language/schema/workload.js';
import type { KnowledgeBase } from '../load/knowledge.js';
import { programOf } from '../program/ir/lower.js';

/** A workload to be answered by two versions of the knowledge. */
export interface ListedWorkload {
  readonly workload: WorkloadInput<AnyVocabulary>;
  /** What it is written in. */
  readonly file?: string;
  /** Which of several documents of its file, from 1. */
  readonly document?: number;
  /** Where its parts are written, as `readDocuments` gives it; without it, `apiVersion` and `kind` may be left out. */
  readonly locate?: LocatedValue['locate'];
}

/** What is answered at one place of a stack: a role, or an item of it. */
export interface PlaceAnswer {
  readonly decided: PlaceDecision;
  /** What can be otherwise, each as comparable text. */
  readonly aspects: Readonly<Record<Aspect, string>>;
}

/** What some knowledge makes of a workload: answers by place, or why it cannot read it. */
export type WorkloadAnswers =
  | {
      readonly readable: true;
      readonly read: ReadWorkload;
      readonly decision: StackDecision;
      readonly places: PlaceAnswers;
    }
  | { readonly readable: false; readonly diagnostics: readonly Diagnostic[] };
export type PlaceAnswers = ReadonlyMap<string, PlaceAnswer>;

/** Asks some knowledge for all its answers to a workload. */
export function answersOf(
  knowledge: KnowledgeBase,
  { workload, locate }: ListedWorkload,
  asOf: string,
): WorkloadAnswers {
  const report = new Diagnostics();
  const written: unknown = workload;
  const value =
    locate === undefined && isPlain(written) ? { apiVersion: API_VERSION, kind: 'Workload', ...written } : written;
  const read = readWorkload({ value, ...(locate && { locate }) }, knowledge, report);
  if (read === undefined || report.failed) return { readable: false, diagnostics: report.all };
  const decision = decide(programOf(knowledge), read, asOf);
  const places = decision.places.map(
    (decided) => [placeOf(decided), { decided, aspects: aspectsOf(decided, decision) }] as const,
  );
  return { readable: true, read, decision, places: new Map(places) };
}

/** What is wrong or doubtful with an answer, without what is only worth knowing. */
export function severe(
  knowledge: KnowledgeBase,
  { read, decision }: Extract<WorkloadAnswers, { readable: true }>,
  describe: Describer,
): Finding[] {
  return findingsOf(programOf(knowledge), read, decision, describe).filter(({ severity }) => severity !== 'info');
}

const placeOf = ({ role, item }: PlaceDecision): string => `${role.id}\n${item?.name ?? ''}`;

function aspectsOf(decided: PlaceDecision, decision: StackDecision): PlaceAnswer['aspects'] {
  const { chosen, opinion = '', verdict = '', fitBest } = roleDecision(decided, decision);
  const { answer } = decided.result;
  return {
    chosen: canonical(chosen),
    needed: String(isNeeded(decided)),
    opinion,
    guide: canonical(answer),
    rules: canonical([...new Set(clausesOf(decided).map(named))].sort()),
    verdict,
    fitBest: canonical(fitBest),
  };
}

/** The rules behind what the guide says, by clause where they have one. */
export function clausesOf({ result }: PlaceDecision): string[] {
  return [...new Set(result.hits.map(({ rule }) => rule.rule.source ?? rule.id))];
}

/** What has its name by its place alone is called by what holds it: a rule put before it makes it no other rule. */
const named = (rule: string): string => rule.replace(/[#/][\d/]+(:.*)?$/, '');

/** No place, and a place that needs nothing, come to the same. */
const ABSENT_PLACE: PlaceAnswer['aspects'] = {
  chosen: '[]',
  needed: 'false',
  opinion: '',
  guide: 'null',
  rules: '[]',
  verdict: '',
  fitBest: '[]',
};

/** Whether two answers are the same in some respects. */
export function sameAspects(
  one: PlaceAnswer | undefined,
  two: PlaceAnswer | undefined,
  aspects: readonly Aspect[],
): boolean {
  const [first, second] = [one, two].map((answer) => answer?.aspects ?? ABSENT_PLACE);
  return aspects.every((aspect) => first?.[aspect] === second?.[aspect]);
}
