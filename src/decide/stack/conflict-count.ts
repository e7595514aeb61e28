import type { ProgramCompatibility } from '../../program/ir/compatibility.js';
import type { Program } from '../../program/ir/program.js';
import { linkingRules, requirementState, type Occupant, type Surroundings } from './compatible.js';

/**
 * How many conflicts a stack has, and would have with another occupant of one place. Only the places whose rules name what comes or goes are examined
 * again, so that a stack of many places is resolved in a time that grows with the conflicts and not with their square.
 */
export class ConflictCount {
  /** By name: how many places provide it. */
  private readonly providers = new Map<string, number>();
  /** By name: the places with a rule that names it. */
  private readonly naming = new Map<string, Set<number>>();
  /** By place: the rules of its occupant that concern other places. */
  private readonly rules: readonly (readonly ProgramCompatibility[])[];

  /** @param total how many conflicts there are */
  constructor(
    private readonly stack: readonly (Occupant | undefined)[],
    private readonly around: Surroundings,
    private readonly program: Program,
    private readonly total: number,
  ) {
    for (const occupant of stack)
      for (const name of this.namesOf(occupant)) this.providers.set(name, (this.providers.get(name) ?? 0) + 1);
    this.rules = stack.map((occupant) => linkingRules(occupant));
    for (const [place, rules] of this.rules.entries())
      for (const { with: excluded = [], anyOf = [] } of rules)
        for (const name of [...excluded, ...anyOf]) {
          const places = this.naming.get(name);
          if (places === undefined) this.naming.set(name, new Set([place]));
          else places.add(place);
        }
  }

  /**
   * How many conflicts there are with another occupant of a place.
   *
   * @param around with it, since a place that is filled or emptied changes which roles are unfilled
   */
  with(place: number, occupant: Occupant | undefined, around: Surroundings): number {
    const [gone, come] = [this.namesOf(this.stack[place]), this.namesOf(occupant)];
    const before = (name: string): boolean => (this.providers.get(name) ?? 0) > 0;
    const after = (name: string): boolean =>
      (this.providers.get(name) ?? 0) - Number(gone.has(name)) + Number(come.has(name)) > 0;
    const changed = [...gone, ...come].filter((name) => before(name) !== after(name));
    const concerned = new Set(changed.flatMap((name) => [...(this.naming.get(name) ?? [])]));
    // Whether what is required may still be chosen depends on which roles are unfilled.
    if (!sameMembers(around.unfilledRoles, this.around.unfilledRoles))
      for (const [at, rules] of this.rules.entries())
        if (rules.some(({ relation }) => relation === 'requires')) concerned.add(at);
    concerned.delete(place);
    let total = this.total + this.of(occupant, linkingRules(occupant), after, around);
    total -= this.of(this.stack[place], this.rules[place] ?? [], before, this.around);
    for (const at of concerned) {
      const [own, rules] = [this.stack[at], this.rules[at] ?? []];
      total += this.of(own, rules, after, around) - this.of(own, rules, before, this.around);
    }
    return total;
  }

  /** How many conflicts the rules of one place have. */
  private of(
    occupant: Occupant | undefined,
    rules: readonly ProgramCompatibility[],
    has: (name: string) => boolean,
    around: Surroundings,
  ): number {
    if (occupant === undefined) return 0;
    return rules.reduce((sum, rule) => {
      if (rule.relation === 'excludes') return sum + (rule.with ?? []).filter(has).length;
      return sum + Number(requirementState(rule, { has }, around, occupant.evaluation) === 'absent');
    }, 0);
  }

  /** What an occupant provides, each name once. */
  private namesOf(occupant: Occupant | undefined): ReadonlySet<string> {
    const { provides } = this.program.compatibility;
    return new Set((occupant?.technologies ?? []).flatMap((id) => provides.get(id) ?? [id]));
  }
}

const sameMembers = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a === b || (a.size === b.size && [...a].every((one) => b.has(one)));
