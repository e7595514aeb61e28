/** Two rules, by position, that hit together and must not. */
export interface RulePair {
  readonly a: number;
  readonly b: number;
}

/** A rule that is told, with its conflicts with others. */
export interface CoveredConflict<C extends RulePair> {
  readonly rule: number;
  readonly conflicts: readonly C[];
}

/**
 * Few rules such that each conflict is one of theirs: what one rule does to many is one mistake. This is a vertex cover of the graph whose edges are the
 * conflicts. The neighbour of a rule that has one conflict is always as good as that rule (Karp and Sipser, 1981), so it is taken first; where there is none,
 * the rule with the most conflicts is. A rule all of whose conflicts came to be those of others is left out in the end. The least number is not sought:
 * that problem is NP-hard.
 *
 * @param ofPair which of two rules that have no other conflict is told
 * @returns in the order of the rules; each conflict once
 */
export function coverConflicts<C extends RulePair>(
  conflicts: readonly C[],
  ofPair: (conflict: C) => number,
): CoveredConflict<C>[] {
  const graph = new Graph(conflicts);
  const chosen = new Map<number, C[]>();
  for (let next = graph.next(ofPair); next !== undefined; next = graph.next(ofPair)) {
    chosen.set(next, graph.take(next));
  }
  for (const [rule, own] of chosen) {
    const others = own.flatMap((one) => chosen.get(otherOf(one, rule)) ?? []);
    if (own.length === 0 || !own.every((one) => chosen.has(otherOf(one, rule))) || others.length === 0) continue;
    chosen.delete(rule);
    for (const one of own) chosen.get(otherOf(one, rule))?.push(one);
  }
  return [...chosen]
    .map(([rule, own]) => ({ rule, conflicts: own.toSorted((x, y) => otherOf(x, rule) - otherOf(y, rule)) }))
    .sort((x, y) => x.rule - y.rule);
}

/** The rule that another is in conflict with. */
export const otherOf = ({ a, b }: RulePair, rule: number): number => (a === rule ? b : a);

/** The conflicts that are not yet anybody's. */
class Graph<C extends RulePair> {
  private readonly open = new Map<number, Set<C>>();
  /** Rules that had one conflict when they were last looked at. */
  private readonly leaves: number[] = [];

  constructor(conflicts: readonly C[]) {
    for (const one of conflicts) {
      for (const rule of [one.a, one.b]) {
        const own = this.open.get(rule);
        if (own === undefined) this.open.set(rule, new Set([one]));
        else own.add(one);
      }
    }
    for (const [rule, { size }] of this.open) if (size === 1) this.leaves.push(rule);
  }

  /** The rule to take next; undefined where no conflict is left. */
  next(ofPair: (conflict: C) => number): number | undefined {
    for (let leaf = this.leaves.pop(); leaf !== undefined; leaf = this.leaves.pop()) {
      const [only, ...more] = this.open.get(leaf) ?? [];
      if (only === undefined || more.length > 0) continue;
      const other = otherOf(only, leaf);
      return this.open.get(other)?.size === 1 ? ofPair(only) : other;
    }
    let most: number | undefined;
    let size = 0;
    for (const [rule, own] of this.open) {
      if (own.size < size || (own.size === size && (most === undefined || rule > most))) continue;
      most = rule;
      size = own.size;
    }
    return size === 0 ? undefined : most;
  }

  /** Makes all open conflicts of a rule its own. */
  take(rule: number): C[] {
    const own = [...(this.open.get(rule) ?? [])];
    this.open.delete(rule);
    for (const one of own) {
      const other = otherOf(one, rule);
      const left = this.open.get(other);
      left?.delete(one);
      if (left?.size === 0) this.open.delete(other);
      else if (left?.size === 1) this.leaves.push(other);
    }
    return own;
  }
}
