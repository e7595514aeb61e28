import { technologiesOf } from '../../decide/stack/resolve.js';
import { technologiesIn } from '../../decide/stack/role-interactions.js';
import { getOrInsert } from '../../language/get-or-insert.js';
import type { ProgramCompatibility } from '../../program/ir/compatibility.js';
import type { Candidate } from '../../program/ir/fit.js';
import type { Program, ProgramRole } from '../../program/ir/program.js';
import type { AbstractChoice, PossibleCandidates } from './abstract-choice.js';
import type { MayMust } from './possible-needs.js';
import type { Question } from '../variants/question.js';

/** What may be chosen for a place, without regard to other places. */
export interface PossibleOccupants {
  /** Undefined where that is not bounded. */
  readonly candidates: PossibleCandidates | undefined;
  readonly applies: AbstractChoice['applies'];
  /** Collects the open questions that the candidates depend on. */
  readonly causes: Set<Question>;
}

type PlaceRules = Pick<PossibleOccupants, 'applies' | 'causes'>;

const active = new WeakMap<Program, ReadonlySet<ProgramRole>>();

/** Whether a technology that a role may contain is required or excluded by a rule of compatibility. The choices for all other roles cannot cause a conflict. */
export function mayInteract(role: ProgramRole, program: Program): boolean {
  const found = getOrInsert(active, program, () => {
    const { of, provides } = program.compatibility;
    const rules = [...of.values()].flat().filter(({ relation }) => relation === 'requires' || relation === 'excludes');
    const named = new Set(rules.flatMap(({ anyOf = [], with: others = [] }) => [...anyOf, ...others]));
    return new Set(
      program.roles.filter((one) =>
        [...technologiesIn(one, program)].some((name) => (provides.get(name) ?? [name]).some((id) => named.has(id))),
      ),
    );
  });
  return found.has(role);
}

/** What the places that others depend on may contain, and so which conflicts are possible. */
export class PossibleConflicts {
  /**
   * @param interacting what may be chosen for the places of roles that may interact
   * @param exists whether a technology runs already, as far as it is stated
   * @param openInventories the open questions about what runs already
   */
  constructor(
    private readonly interacting: readonly PossibleOccupants[],
    private readonly exists: (technology: string) => boolean,
    private readonly openInventories: readonly Question[],
    private readonly program: Program,
  ) {}

  /** Whether a candidate for a place may conflict with what may be chosen for the other places. */
  mayConflict({ candidates, ...here }: PossibleOccupants): boolean {
    return (
      candidates === undefined || [...candidates].some((pick) => pick !== undefined && this.mayBeExcluded(pick, here))
    );
  }

  private mayBeExcluded(candidate: Candidate, here: PlaceRules): boolean {
    const rules = technologiesOf(candidate).flatMap((name) => this.program.compatibility.of.get(name) ?? []);
    return rules.some((rule) => this.mayExclude(rule, candidate, here));
  }

  private mayExclude(rule: ProgramCompatibility, candidate: Candidate, { applies, causes }: PlaceRules): boolean {
    const { relation, with: others, anyOf = [] } = rule;
    if (relation === 'excludes' && others !== undefined)
      return this.presence(others, candidate).may && applies(rule).may;
    if (relation !== 'requires') return false;
    const { providersOf } = this.program.compatibility;
    const exists = anyOf.some((name) => (providersOf.get(name) ?? [name]).some(this.exists));
    if (this.presence(anyOf, candidate).must || (exists && this.openInventories.length === 0)) return false;
    const { may } = applies(rule);
    if (may) for (const question of this.openInventories) causes.add(question);
    return may;
  }

  /** Whether the stack may contain one of some technologies, and whether it must. */
  private presence(names: readonly string[], candidate: Candidate): MayMust {
    const provides = (pick: Candidate | undefined): boolean =>
      (pick === undefined ? [] : technologiesOf(pick)).some((name) =>
        (this.program.compatibility.provides.get(name) ?? [name]).some((id) => names.includes(id)),
      );
    if (provides(candidate)) return { may: true, must: true };
    return {
      may: this.interacting.some(({ candidates }) => candidates === undefined || [...candidates].some(provides)),
      must: this.interacting.some(({ candidates }) => candidates !== undefined && [...candidates].every(provides)),
    };
  }
}
