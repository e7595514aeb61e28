import { linkedRoles, technologiesIn } from '../decide/linked.js';
import type { ProgramCompatibility } from '../program/compatibility.js';
import type { Candidate } from '../program/fit.js';
import type { Program, ProgramRole } from '../program/program.js';
import type { Picks, PossiblePicks, Surety } from './possible-picks.js';
import type { Question } from './question.js';

/** A place that others depend on, and what may be chosen for it; undefined where that is not known. */
export interface ActivePlace {
  readonly role: ProgramRole;
  readonly picks: Picks | undefined;
  readonly applies: PossiblePicks['applies'];
  /** Takes the open questions that it hangs on. */
  readonly causes: Set<Question>;
}

type Here = Pick<ActivePlace, 'applies' | 'causes'>;

const passive = new WeakMap<Program, ReadonlySet<ProgramRole>>();

/**
 * Whether nothing that may stand in a role is required or excluded by anything in the stack, and what it depends on comes before it. What is chosen for such a role
 * leaves all others alone; and where it conflicts with them, the first in its order that does not is taken, since the roles before it count for more (see
 * `decide/resolve.ts`).
 */
export function isPassive(role: ProgramRole, program: Program): boolean {
  let found = passive.get(program);
  if (found === undefined) {
    const { of, brings } = program.compatibility;
    const between = [...of.values()]
      .flat()
      .filter(({ relation }) => relation === 'requires' || relation === 'excludes');
    const named = new Set(between.flatMap(({ anyOf = [], with: beside = [] }) => [...anyOf, ...beside]));
    const isNamed = (one: ProgramRole): boolean =>
      [...technologiesIn(one, program)].some((name) => (brings.get(name) ?? [name]).some((id) => named.has(id)));
    const active = program.roles.map(isNamed);
    found = new Set(
      program.roles.filter((one, at) => {
        const linked = linkedRoles(program, one);
        return !active[at] && program.roles.every((other, n) => n < at || !active[n] || !linked.has(other));
      }),
    );
    passive.set(program, found);
  }
  return found.has(role);
}

/** What may stand beside a candidate, in the places that others depend on. */
export class Beside {
  /**
   * @param exists whether a technology runs already, as far as it is stated
   * @param unsettled the open questions for what runs already
   */
  constructor(
    private readonly places: readonly ActivePlace[],
    private readonly exists: (technology: string) => boolean,
    private readonly unsettled: readonly Question[],
    private readonly program: Program,
  ) {}

  /** Whether what may be chosen for a place may not run beside what may be chosen for the others. */
  mayConflict({ picks, ...here }: ActivePlace): boolean {
    return picks === undefined || [...picks].some((pick) => pick !== undefined && this.bars(pick, here).may);
  }

  /** Whether a candidate cannot run beside what stands in the active places. */
  bars(candidate: Candidate, here: Here): Surety {
    const rules = technologiesOf(candidate).flatMap((name) => this.program.compatibility.of.get(name) ?? []);
    const bars = rules.map((rule) => this.barsBy(rule, candidate, here));
    return { may: bars.some(({ may }) => may), must: bars.some(({ must }) => must) };
  }

  private barsBy(rule: ProgramCompatibility, candidate: Candidate, { applies, causes }: Here): Surety {
    const { relation, with: beside, anyOf = [] } = rule;
    if (relation === 'excludes' && beside !== undefined) {
      const there = this.presence(beside, candidate);
      if (!there.may) return STANDS;
      const { may, must } = applies(rule);
      return { may, must: must && there.must };
    }
    if (relation !== 'requires') return STANDS;
    const there = this.presence(anyOf, candidate);
    const { broughtBy } = this.program.compatibility;
    const exists = anyOf.some((name) => (broughtBy.get(name) ?? [name]).some(this.exists));
    if (there.must || (exists && this.unsettled.length === 0)) return STANDS;
    const { may, must } = applies(rule);
    if (may) for (const question of this.unsettled) causes.add(question);
    const isOut = !there.may && !exists && this.unsettled.length === 0 && !this.mayCome(anyOf);
    return { may, must: must && isOut };
  }

  /** Whether some of these stand in the stack. */
  private presence(names: readonly string[], candidate: Candidate): Surety {
    const brings = (pick: Candidate | undefined): boolean =>
      technologiesOf(pick).some((name) =>
        (this.program.compatibility.brings.get(name) ?? [name]).some((id) => names.includes(id)),
      );
    if (brings(candidate)) return { may: true, must: true };
    return {
      may: this.places.some(({ picks }) => picks === undefined || [...picks].some(brings)),
      must: this.places.some(({ picks }) => picks !== undefined && [...picks].every(brings)),
    };
  }

  /** Whether what is required may still come, where nothing is chosen yet. */
  private mayCome(names: readonly string[]): boolean {
    const roles = new Set(names.map((name) => this.program.knowledge.outcomeById.get(name)?.role));
    return this.places.some(
      ({ role, picks }) => roles.has(role.id) && !role.optional && (picks === undefined || picks.has(undefined)),
    );
  }
}

const STANDS: Surety = { may: false, must: false };

/** What a candidate puts into the stack. */
function technologiesOf(candidate: Candidate | undefined): readonly string[] {
  if (candidate === undefined) return [];
  const { carried, combo, by } = candidate;
  return by === undefined ? carried : [...combo, ...carried];
}
