import type { KnowledgeBase } from '../load/knowledge.js';
import { relinkKnowledge } from '../load/load.js';
import { answersOf, type ListedWorkload, type WorkloadAnswers } from './answers.js';
import type { KnowledgeChange, DocumentDiff } from './document-diff.js';
import { minimalSubset } from './delta-debugging.js';

/** Changes that account for a difference, and how surely. */
export interface Attribution {
  readonly proof: 'minimal' | 'enough' | 'none';
  readonly changes: readonly KnowledgeChange[];
}

interface HybridTrial {
  readonly knowledge: KnowledgeBase;
  readonly answers: Map<ListedWorkload, WorkloadAnswers>;
}

/** How many hybrids are cached. */
const MAX_CACHED_TRIALS = 32;

/** What the newer knowledge would answer, had some of its changes not been made. */
export class HybridRuns {
  private readonly numbers: ReadonlyMap<KnowledgeChange, number>;
  private readonly trials = new Map<string, HybridTrial>();
  /** Hybrids whose documents do not link. */
  private readonly invalid = new Set<string>();

  /** @param attempts how many hybrids of both versions may still be built */
  constructor(
    private readonly diff: DocumentDiff,
    private readonly asOf: string,
    private attempts: number,
  ) {
    this.numbers = new Map(diff.changes.map((change, number) => [change, number]));
  }

  get isExhausted(): boolean {
    // What is no number sets no limit that can be kept.
    const isWithin = this.attempts > 0;
    return !isWithin;
  }

  /** The reply with some changes undone; undefined where what is left does not fit together, or no attempt is left. */
  answersWithout(undone: readonly KnowledgeChange[], workload: ListedWorkload): WorkloadAnswers | undefined {
    const key = undone
      .map((change) => this.numbers.get(change) ?? -1)
      .sort((a, b) => a - b)
      .join();
    if (this.invalid.has(key)) return undefined;
    const trial = this.trials.get(key) ?? this.attempt(key, undone);
    if (trial === undefined) return undefined;
    // The one used longest ago is the first to go.
    this.trials.delete(key);
    this.trials.set(key, trial);
    const [oldest] = this.trials.keys();
    if (this.trials.size > MAX_CACHED_TRIALS && oldest !== undefined) this.trials.delete(oldest);
    let reply = trial.answers.get(workload);
    if (reply === undefined) trial.answers.set(workload, (reply = answersOf(trial.knowledge, workload, this.asOf)));
    return reply;
  }

  private attempt(key: string, undone: readonly KnowledgeChange[]): HybridTrial | undefined {
    if (this.isExhausted) return undefined;
    this.attempts--;
    const { stored, mixed } = this.diff.undoing(new Set(undone));
    const knowledge = relinkKnowledge(stored, mixed);
    if (knowledge !== undefined) return { knowledge, answers: new Map() };
    this.invalid.add(key);
    return undefined;
  }
}

/**
 * Finds which changes account for differences: a set of which the undoing, all else being as it is now, restores the old answer, and from which
 * nothing can be left out.
 */
export class CauseSearch {
  private readonly knownCauses: (readonly KnowledgeChange[])[] = [];

  constructor(
    private readonly diff: DocumentDiff,
    private readonly runs: HybridRuns,
  ) {}

  /**
   * @param restored whether a reply is, in the respect in question, what it was
   * @param isRelevant which changes are relevant to the answer, to be tried first
   */
  of(
    workload: ListedWorkload,
    restored: (reply: WorkloadAnswers) => boolean,
    isRelevant: (change: KnowledgeChange) => boolean,
  ): Attribution {
    const untried: (readonly KnowledgeChange[])[] = [];
    const does = (undone: readonly KnowledgeChange[]): boolean => {
      const reply = this.runs.answersWithout(undone, workload);
      if (reply === undefined && this.runs.isExhausted) untried.push(undone);
      return reply !== undefined && restored(reply);
    };
    const near = this.diff.changes.filter(isRelevant);
    // What accounts for one difference often accounts for others.
    const whole = [...this.knownCauses, near, this.diff.changes].find((set) => set.length > 0 && does(set));
    if (whole === undefined) return { proof: 'none', changes: near };
    const changes = minimalSubset(whole, does);
    if (untried.length > 0) return { proof: 'enough', changes };
    if (!this.knownCauses.includes(changes)) this.knownCauses.unshift(changes);
    return { proof: 'minimal', changes };
  }
}
