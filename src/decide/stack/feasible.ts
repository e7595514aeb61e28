import type { OutcomeSet } from '../../language/outputs/values.js';
import type { Candidate, RoleFit } from '../../program/ir/fit.js';
import { objectionsOf, type Constraints } from './constraints.js';
import { canRun, isPointless, objectionsTo, type Objection } from './compatible.js';
import type { Evaluation } from '../../program/eval/evaluation.js';
import type { RankedCandidate, RoleOpinion } from '../fit/fit.js';
import { byRank, compareLists, isTied } from '../fit/order.js';

/** What the constraints and the environment leave of all that can run in a role. */
export class FeasibleSet {
  private readonly runnable = new Map<string, boolean>();
  private cachedRanking?: readonly RankedCandidate[];
  private cachedFirst?: RankedCandidate | null;

  /**
   * @param isEnvironmentStated whether the environment says anything: then an interface is taken by what realises it, else by its own name
   */
  constructor(
    readonly opinion: RoleOpinion,
    private readonly fit: RoleFit,
    private readonly constraints: Pick<Constraints, 'forbid' | 'require'>,
    private readonly isEnvironmentStated: () => boolean,
    private readonly exists: (technology: string) => boolean,
    private readonly evaluation: Evaluation,
  ) {}

  /** As the facts rank it, the best first; each combination once. */
  get ranked(): readonly RankedCandidate[] {
    if (this.cachedRanking !== undefined) return this.cachedRanking;
    const seen = new Set<string>();
    return (this.cachedRanking = this.opinion.ranked.filter(({ candidate }) => {
      const key = String(candidate.combo);
      if (seen.has(key) || !this.isFeasible(candidate)) return false;
      seen.add(key);
      return true;
    }));
  }

  /** As the facts rank it, the best first; an interface once for each technology that realises it. */
  get realisations(): readonly RankedCandidate[] {
    return this.opinion.ranked.filter(({ candidate }) => this.isFeasible(candidate));
  }

  /** What the facts rank first; of level ones, what is chosen already. */
  firstOrTied(chosen: RankedCandidate | undefined): RankedCandidate | undefined {
    const { first } = this;
    return first !== undefined && chosen !== undefined && isTied(first, chosen) ? chosen : first;
  }

  /** What the facts rank first. */
  get first(): RankedCandidate | undefined {
    if (this.opinion.scored.length === 0) return undefined;
    if (this.cachedFirst === undefined)
      this.cachedFirst = this.opinion.first((candidate) => this.isFeasible(candidate)) ?? null;
    return this.cachedFirst ?? undefined;
  }

  /** The best way to run a combination that nothing rules out: one that has a point here, does not fail, is in use already; then by rank. */
  bestOf(combo: OutcomeSet): RankedCandidate | undefined {
    const ways = this.fit.of(combo).filter((candidate) => this.isFeasible(candidate));
    if (ways.length < 2) return ways[0] && this.opinion.rank(ways[0]);
    const keyed = ways.map((candidate) => {
      const ranked = this.opinion.rank(candidate);
      const pointless = Number(candidate.members.some((member) => isPointless(member, this.evaluation)));
      const fresh = Number(!candidate.members.some(this.exists));
      const fails = Number(ranked.verdict === 'fails');
      return { ranked, key: [pointless, fails, fresh] };
    });
    return keyed.sort((a, b) => compareLists(a.key, b.key) || byRank(a.ranked, b.ranked))[0]?.ranked;
  }

  /** Whether the constraints leave a way to take a combination. */
  isAllowed(combo: OutcomeSet): boolean {
    return this.fit.of(combo).some((candidate) => this.hasExpectedForm(candidate) && this.meetsConstraints(candidate));
  }

  /** Why no way to run a combination is left. */
  violations(combo: OutcomeSet): Objection[] {
    const ways = this.fit
      .of(combo)
      .filter((candidate) => this.hasExpectedForm(candidate) && this.meetsConstraints(candidate));
    const found = ways.flatMap(({ carried }) => carried.flatMap((name) => objectionsTo(name, this.evaluation)));
    return [...new Map(found.map((objection) => [`${objection.technology} ${objection.rule.id}`, objection])).values()];
  }

  /** Whether a candidate is the way to take it here: an interface by what realises it, where that can be known. */
  hasExpectedForm(candidate: Candidate): boolean {
    return !candidate.isInterface || (candidate.by !== undefined) === this.isEnvironmentStated();
  }

  private meetsConstraints(candidate: Candidate): boolean {
    return objectionsOf(candidate, this.constraints, this.evaluation.program.knowledge).length === 0;
  }

  private isFeasible(candidate: Candidate): boolean {
    return this.hasExpectedForm(candidate) && this.meetsConstraints(candidate) && this.canRun(candidate);
  }

  private canRun({ carried }: Candidate): boolean {
    return carried.every((name) => {
      let free = this.runnable.get(name);
      if (free === undefined) this.runnable.set(name, (free = canRun(name, this.evaluation)));
      return free;
    });
  }
}
