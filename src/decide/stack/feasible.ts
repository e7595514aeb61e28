import type { OutcomeSet } from '../../language/outputs/values.js';
import type { Candidate, RoleFit } from '../../program/ir/fit.js';
import { objectionsOf, type OutcomeConstraints } from './constraints.js';
import { canRun, isPointless, objectionsTo, pointlessBy, type Objection } from './compatible.js';
import type { Evaluation } from '../../program/eval/evaluation.js';
import type { RankedCandidate, RoleOpinion } from '../fit/fit.js';
import { byRank, compareLists, POINTLESS } from '../fit/order.js';

/**
 * Whether a candidate has the form in which it is chosen: an interface names a technology that realises it if the environment is stated, and none otherwise.
 */
export const hasExpectedForm = ({ isInterface, by }: Candidate, isEnvironmentStated: boolean): boolean =>
  !isInterface || (by !== undefined) === isEnvironmentStated;

/** The candidates of a role that constraints and environment leave. */
export class FeasibleSet {
  private readonly runnable = new Map<string, boolean>();
  private cachedRanking?: readonly RankedCandidate[];
  private cachedRealisations?: readonly RankedCandidate[];

  /**
   * @param isEnvironmentStated whether anything is stated about the environment
   * @param exists whether a technology runs already
   */
  constructor(
    readonly opinion: RoleOpinion,
    private readonly fit: RoleFit,
    private readonly constraints: Pick<OutcomeConstraints, 'forbid' | 'require'>,
    private readonly isEnvironmentStated: () => boolean,
    private readonly exists: (technology: string) => boolean,
    private readonly evaluation: Evaluation,
  ) {}

  /** The candidates that the facts may choose, the best first; each combination once. */
  get ranked(): readonly RankedCandidate[] {
    if (this.cachedRanking !== undefined) return this.cachedRanking;
    const seen = new Set<string>();
    return (this.cachedRanking = this.realisations.filter(({ candidate }) => {
      const key = String(candidate.combo);
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    }));
  }

  /** The candidates that the facts may choose, the best first; an interface once for each technology that realises it. */
  get realisations(): readonly RankedCandidate[] {
    return (this.cachedRealisations ??= this.opinion.ranked.filter(({ candidate }) => this.mayChoose(candidate)));
  }

  /** Whether the facts may choose a candidate: it can run, and fails no demand that they never pass over. Rules may name it all the same. */
  private mayChoose(candidate: Candidate): boolean {
    return !this.opinion.isFiltered(candidate) && this.isFeasible(candidate);
  }

  /**
   * The best feasible candidate of a combination: one that is not pointless here comes first, then one that does not fail, then one that is in use already; then
   * the rank decides.
   */
  bestOf(combo: OutcomeSet): RankedCandidate | undefined {
    const candidates = this.fit.of(combo).filter((candidate) => this.isFeasible(candidate));
    if (candidates.length < 2) return candidates[0] && this.opinion.rank(candidates[0]);
    const keyed = candidates.map((candidate) => {
      const ranked = this.opinion.rank(candidate);
      const pointless = Number(this.isPointless(candidate));
      const fresh = Number(!candidate.members.some(this.exists));
      const fails = Number(ranked.verdict === 'fails');
      return { ranked, key: [pointless, fails, fresh] };
    });
    return keyed.sort((a, b) => compareLists(a.key, b.key) || byRank(a.ranked, b.ranked))[0]?.ranked;
  }

  /** Whether a part of a candidate has no purpose here. */
  isPointless({ members }: Candidate): boolean {
    return members.some((member) => isPointless(member, this.evaluation));
  }

  /** What it counts against a candidate that parts of it have no purpose here. */
  pointlessness({ carried }: Candidate): number {
    return carried.reduce((sum, name) => sum + POINTLESS * pointlessBy(name, this.evaluation).length, 0);
  }

  /** Whether all that a candidate is made of runs already. */
  runsAlready({ members }: Candidate): boolean {
    return members.every(this.exists);
  }

  /** Whether the constraints leave a candidate of a combination. */
  isAllowed(combo: OutcomeSet): boolean {
    return this.fit.of(combo).some((candidate) => this.isPermitted(candidate));
  }

  /** The rules of compatibility that keep every permitted candidate of a combination from running; each technology and rule once. */
  violations(combo: OutcomeSet): Objection[] {
    const permitted = this.fit.of(combo).filter((candidate) => this.isPermitted(candidate));
    const found = permitted.flatMap(({ carried }) => carried.flatMap((name) => objectionsTo(name, this.evaluation)));
    return [...new Map(found.map((objection) => [`${objection.technology} ${objection.rule.id}`, objection])).values()];
  }

  /** Whether a candidate has the form in which it is chosen here. */
  hasExpectedForm(candidate: Candidate): boolean {
    // Only an interface makes the choice depend on the environment.
    return !candidate.isInterface || hasExpectedForm(candidate, this.isEnvironmentStated());
  }

  private isPermitted(candidate: Candidate): boolean {
    return (
      this.hasExpectedForm(candidate) &&
      objectionsOf(candidate, this.constraints, this.evaluation.program.knowledge).length === 0
    );
  }

  private isFeasible(candidate: Candidate): boolean {
    return this.isPermitted(candidate) && this.canRun(candidate);
  }

  private canRun({ carried }: Candidate): boolean {
    return carried.every((name) => {
      let runs = this.runnable.get(name);
      if (runs === undefined) this.runnable.set(name, (runs = canRun(name, this.evaluation)));
      return runs;
    });
  }
}
