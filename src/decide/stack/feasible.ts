import type { OutcomeSet } from '../../program/ir/outcomes.js';
import type { Candidate, RoleFit } from '../../program/ir/fit.js';
import { objectionsOf, type Constraints } from './constraints.js';
import { canRun, isPointless, objectionsTo, type Objection } from './compatible.js';
import type { Evaluation } from '../../program/eval/evaluation.js';
import type { Ranked, RoleOpinion } from '../fit/fit.js';
import { byRank, compareLists, isTied } from '../fit/order.js';

/** What the constraints and the environment leave of all that can run in a role. */
export class FeasibleSet {
  private readonly free = new Map<string, boolean>();
  private sorted?: readonly Ranked[];
  private known?: Ranked | null;

  /**
   * @param placed whether the environment says anything: then an interface is taken by what realises it, else by its own name
   */
  constructor(
    readonly opinion: RoleOpinion,
    private readonly fit: RoleFit,
    private readonly constraints: Pick<Constraints, 'forbid' | 'require'>,
    private readonly placed: () => boolean,
    private readonly exists: (technology: string) => boolean,
    private readonly evaluation: Evaluation,
  ) {}

  /** As the facts rank it, the best first; each combination once. */
  get all(): readonly Ranked[] {
    if (this.sorted !== undefined) return this.sorted;
    const seen = new Set<string>();
    return (this.sorted = this.opinion.ranked.filter(({ candidate }) => {
      const key = String(candidate.combo);
      if (seen.has(key) || !this.holds(candidate)) return false;
      seen.add(key);
      return true;
    }));
  }

  /** As the facts rank it, the best first; an interface once for each technology that realises it. */
  get ways(): readonly Ranked[] {
    return this.opinion.ranked.filter(({ candidate }) => this.holds(candidate));
  }

  /** What the facts rank first; of level ones, what is chosen already. */
  firstBeside(chosen: Ranked | undefined): Ranked | undefined {
    const { first } = this;
    return first !== undefined && chosen !== undefined && isTied(first, chosen) ? chosen : first;
  }

  /** What the facts rank first. */
  get first(): Ranked | undefined {
    if (this.opinion.scored.length === 0) return undefined;
    if (this.known === undefined) this.known = this.opinion.first((candidate) => this.holds(candidate)) ?? null;
    return this.known ?? undefined;
  }

  /** The best way to run a combination that nothing rules out: one that has a point here, does not fail, is in use already; then by rank. */
  best(combo: OutcomeSet): Ranked | undefined {
    const ways = this.fit.of(combo).filter((candidate) => this.holds(candidate));
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
  permits(combo: OutcomeSet): boolean {
    return this.fit.of(combo).some((candidate) => this.isWay(candidate) && this.isAllowed(candidate));
  }

  /** Why no way to run a combination is left. */
  against(combo: OutcomeSet): Objection[] {
    const ways = this.fit.of(combo).filter((candidate) => this.isWay(candidate) && this.isAllowed(candidate));
    const found = ways.flatMap(({ carried }) => carried.flatMap((name) => objectionsTo(name, this.evaluation)));
    return [...new Map(found.map((objection) => [`${objection.technology} ${objection.rule.id}`, objection])).values()];
  }

  /** Whether a candidate is the way to take it here: an interface by what realises it, where that can be known. */
  isWay(candidate: Candidate): boolean {
    return !candidate.isInterface || (candidate.by !== undefined) === this.placed();
  }

  private isAllowed(candidate: Candidate): boolean {
    return objectionsOf(candidate, this.constraints, this.evaluation.program.knowledge).length === 0;
  }

  private holds(candidate: Candidate): boolean {
    return this.isWay(candidate) && this.isAllowed(candidate) && this.runs(candidate);
  }

  private runs({ carried }: Candidate): boolean {
    return carried.every((name) => {
      let free = this.free.get(name);
      if (free === undefined) this.free.set(name, (free = canRun(name, this.evaluation)));
      return free;
    });
  }
}
