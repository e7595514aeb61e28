/** Two rules, by position, that hit for the same input against the hit policy. */
export interface RulePair {
  readonly a: number;
  readonly b: number;
}

/** A rule that a problem is reported for, with its conflicts with other rules. */
export interface RuleConflicts<C extends RulePair> {
  readonly rule: number;
  readonly conflicts: readonly C[];
}

/**
 * Finds few rules that take part in all conflicts. One rule that conflicts with many others is most likely one mistake, so it becomes one
 * problem. This is a vertex cover of the graph whose nodes are rules and whose edges are conflicts. The neighbour of a rule with one conflict is
 * always as good a choice as that rule (Karp and Sipser, 1981), so it is chosen first; where there is no such rule, the one with the most
 * conflicts is. At the end, a rule is dropped if each of its conflicts is with another chosen rule. The result need not be a smallest
 * cover: finding one is NP-hard.
 *
 * @param ofPair the rule to choose of two that conflict with each other only
 * @returns the chosen rules in rising order; each conflict is listed with one of them
 */
export function coverConflicts<C extends RulePair>(
  conflicts: readonly C[],
  ofPair: (conflict: C) => number,
): RuleConflicts<C>[] {
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

/** The other rule of a conflict. */
export const otherOf = ({ a, b }: RulePair, rule: number): number => (a === rule ? b : a);

/** The conflicts that no chosen rule covers yet. */
class Graph<C extends RulePair> {
  private readonly open = new Map<number, Set<C>>();
  /** Rules that had one conflict when they were last updated; some may have none by now. */
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

  /** The rule to choose next; undefined where no conflict is left. */
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

  /** Removes the open conflicts of a rule and returns them. */
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
