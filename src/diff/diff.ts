import { DiagnosticError, explain, position, type Diagnostic } from '../language/diagnostics/diagnostic.js';
import { ASPECTS, API_VERSION, type Lang, DEFAULT_LANG } from '../language/format.js';
import { requireValidOptions, type CommonOptions } from '../language/options.js';
import type {
  Aspect,
  Because,
  Difference,
  RoleDifference,
  WorkloadDifference,
} from '../language/schema/results/difference.js';
import { isPlain } from '../language/read/document-reader.js';
import { Describer } from '../report/describe.js';
import { today } from '../report/recommend.js';
import { versionOf, type KnowledgeBase } from '../load/knowledge.js';
import type { KnowledgeFiles } from '../load/load.js';
import { sameAspects, answersOf, type ListedWorkload, type PlaceAnswer, type WorkloadAnswers } from './answers.js';
import { relevantChanges } from './relevance.js';
import { CauseSearch, HybridRuns, type Attribution } from './attribution.js';
import { changesBetween, type KnowledgeChange } from './document-diff.js';
import { ChangePlaces } from './places.js';
import { diffFindings, sideOf } from './findings.js';
import { because, type DifferenceDescriber } from './describe-changes.js';

export interface DiffOptions extends CommonOptions {
  /** The texts of the packages of either side, so that causes have places. */
  readonly files?: { readonly from?: KnowledgeFiles; readonly to?: KnowledgeFiles };
  /** Gives the text of any other file by the name that it was compiled under. */
  readonly textOf?: (file: string) => string | undefined;
  /** How many hybrids of the two versions are tried at most, to prove causes; 300 by default. Each takes about as long as loading an overlay. */
  readonly attempts?: number;
  /** What is wrong with workloads that could not be read so far as to be listed; reported with what neither side can read of the rest. */
  readonly unread?: readonly Diagnostic[];
}

const DEFAULT_ATTEMPTS = 300;
/** The aspects that make another answer; the others explain it. */
const ANSWER_ASPECTS: readonly Aspect[] = ['chosen', 'needed'];

/**
 * Compares what two versions of some knowledge answer to workloads: which answers are other ones, and because of which changes of the knowledge. A cause
 * is proven: with it undone, and all else as it is in the newer version, the older answer returns, and nothing less will do.
 *
 * @param workloads what one side cannot read is reported as a difference
 * @throws {DiagnosticError} when an option is not valid, or neither side can read a workload; it holds everything that is wrong
 */
export function diffKnowledge(
  from: KnowledgeBase,
  to: KnowledgeBase,
  workloads: readonly ListedWorkload[],
  options: DiffOptions = {},
): Difference {
  // answer by both -> compare -> take the knowledge apart -> account for what differs -> put into words
  const {
    lang = DEFAULT_LANG,
    asOf = today(),
    files = {},
    textOf = () => undefined,
    attempts = DEFAULT_ATTEMPTS,
  } = options;
  requireValidOptions(options);
  const pairs = workloads.map((workload): WorkloadPair => {
    const before = answersOf(from, workload, asOf);
    return { workload, before, after: from.digest === to.digest ? before : answersOf(to, workload, asOf) };
  });
  refuseUnreadable(pairs, options.unread ?? []);
  const changes = changesBetween(from, to);
  const comparison: ComparisonContext = {
    from: { describe: new Describer(from, lang), places: new ChangePlaces(files.from ?? new Map(), textOf) },
    to: { describe: new Describer(to, lang), places: new ChangePlaces(files.to ?? new Map(), textOf) },
    causes: new CauseSearch(changes, new HybridRuns(changes, asOf, attempts)),
  };
  const found = pairs.flatMap((pair) => compareWorkload(pair, comparison) ?? []);
  const count = (status: WorkloadDifference['status']): number =>
    found.filter((workload) => workload.status === status).length;
  return {
    apiVersion: API_VERSION,
    kind: 'Difference',
    lang,
    asOf,
    from: versionOf(from),
    to: versionOf(to),
    documents: changes.counts,
    counts: {
      workloads: workloads.length,
      changed: count('changed'),
      unreadable: count('unreadable'),
      lesser: count('lesser'),
    },
    workloads: found,
  };
}

/** A workload with the replies of both sides. */
interface WorkloadPair {
  readonly workload: ListedWorkload;
  readonly before: WorkloadAnswers;
  readonly after: WorkloadAnswers;
}

/** What two replies are compared with. */
interface ComparisonContext {
  readonly from: DifferenceDescriber;
  readonly to: DifferenceDescriber;
  readonly causes: CauseSearch;
}

/** What neither side can read is no difference but a mistake, like what could not be read at all. */
function refuseUnreadable(pairs: readonly WorkloadPair[], unread: readonly Diagnostic[]): void {
  const unreadable = pairs.flatMap(({ before, after }) => (before.readable || after.readable ? [] : after.diagnostics));
  const wrong = [...unread, ...unreadable];
  if (wrong.length > 0) throw new DiagnosticError(wrong);
}

/** What is otherwise for one workload; undefined for nothing. */
function compareWorkload(pair: WorkloadPair, comparison: ComparisonContext): WorkloadDifference | undefined {
  const { workload, before, after } = pair;
  const head = headOf(workload);
  if (!before.readable || !after.readable) {
    const [side, diagnostics] = !after.readable
      ? (['to', after.diagnostics] as const)
      : (['from', before.readable ? [] : before.diagnostics] as const);
    const { describe } = comparison.to;
    const restored = (reply: WorkloadAnswers): boolean => reply.readable === before.readable;
    return {
      ...head,
      status: 'unreadable',
      roles: [],
      findings: { appeared: [], gone: [] },
      unreadable: {
        side,
        problems: diagnostics.map((one) => problem(one, describe.lang)),
        because: attribute(pair, [], restored, comparison),
      },
    };
  }
  if (before === after) return undefined;
  const keys = [...new Set([...after.places.keys(), ...before.places.keys()])];
  const roles = keys.flatMap((key) => compareRole(key, pair, comparison) ?? []);
  const findings = diffFindings(before, after, comparison.from.describe, comparison.to.describe);
  if (roles.length + findings.appeared.length + findings.gone.length === 0) return undefined;
  return { ...head, status: roles.some(({ answer }) => answer) ? 'changed' : 'lesser', roles, findings };
}

function compareRole(key: string, pair: WorkloadPair, comparison: ComparisonContext): RoleDifference | undefined {
  const { before, after } = pair;
  if (!before.readable || !after.readable) return undefined;
  const [old, now] = [before.places.get(key), after.places.get(key)];
  const differs = ASPECTS.filter((aspect) => !sameAspects(old, now, [aspect]));
  const one = now ?? old;
  if (differs.length === 0 || one === undefined) return undefined;
  const answer = ANSWER_ASPECTS.some((aspect) => differs.includes(aspect));
  const aspects = answer ? ANSWER_ASPECTS : differs;
  const restored = (reply: WorkloadAnswers): boolean =>
    reply.readable && sameAspects(old, reply.places.get(key), aspects);
  const { role, item } = one.decided;
  const { describe } = now === undefined ? comparison.from : comparison.to;
  return {
    role: role.id,
    title: describe.knowledge.roles.find(({ id }) => id === role.id)?.title[describe.lang] ?? role.id,
    ...(item && { name: item.name }),
    answer,
    differs: [...differs],
    before: old === undefined ? null : sideOf(old.decided, before.decision, comparison.from.describe),
    after: now === undefined ? null : sideOf(now.decided, after.decision, comparison.to.describe),
    because: attribute(
      pair,
      [old, now].filter((place) => place !== undefined),
      restored,
      comparison,
    ),
  };
}

function attribute(
  { workload, before, after }: WorkloadPair,
  answers: readonly PlaceAnswer[],
  restored: (reply: WorkloadAnswers) => boolean,
  { from, to, causes }: ComparisonContext,
): Because {
  const knowledge = [from.describe.knowledge, to.describe.knowledge];
  const isRelevant: (change: KnowledgeChange) => boolean = relevantChanges({
    replies: [before, after],
    answers,
    knowledge,
  });
  const found: Attribution = causes.of(workload, restored, isRelevant);
  return because(found, from, to);
}

function headOf({
  workload,
  file,
  document,
}: ListedWorkload): Pick<WorkloadDifference, 'title' | 'name' | 'file' | 'document'> {
  const metadata: unknown = workload.metadata;
  const text = (key: string): string | undefined => {
    const value = isPlain(metadata) ? metadata[key] : undefined;
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const name = text('name');
  return {
    title: text('title') ?? name ?? file ?? '',
    ...(name !== undefined && { name }),
    ...(file !== undefined && { file }),
    ...(document !== undefined && { document }),
  };
}

type Problems = NonNullable<WorkloadDifference['unreadable']>['problems'];

function problem(diagnostic: Diagnostic, lang: Lang): Problems[number] {
  const { code, span } = diagnostic;
  return {
    code,
    ...explain(diagnostic, lang),
    ...(span && { place: { file: span.source.name, ...position(span.source.text, span.start) } }),
  };
}
