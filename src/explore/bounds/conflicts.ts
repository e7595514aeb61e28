import { technologiesIn } from '../../decide/stack/role-interactions.js';
import { getOrInsert } from '../../language/get-or-insert.js';
import type { ProgramCompatibility } from '../../program/ir/compatibility.js';
import type { Candidate } from '../../program/ir/fit.js';
import type { Program, ProgramRole } from '../../program/ir/program.js';
import type { PossibleCandidates, AbstractChoice, MayMust } from './abstract-choice.js';
import type { Question } from '../variants/question.js';

/** What may be chosen for a place by itself; undefined where that is not known. */
export interface PossibleOccupants {
  readonly candidates: PossibleCandidates | undefined;
  readonly applies: AbstractChoice['applies'];
  /** Takes the open questions that it hangs on. */
  readonly causes: Set<Question>;
}

type PlaceRules = Pick<PossibleOccupants, 'applies' | 'causes'>;

const active = new WeakMap<Program, ReadonlySet<ProgramRole>>();

/** Whether something that may stand in a role is required or excluded by anything in the stack: what stands in the others makes no difference to any. */
export function mayInteract(role: ProgramRole, program: Program): boolean {
  const found = getOrInsert(active, program, () => {
    const { of, brings } = program.compatibility;
    const between = [...of.values()]
      .flat()
      .filter(({ relation }) => relation === 'requires' || relation === 'excludes');
    const named = new Set(between.flatMap(({ anyOf = [], with: beside = [] }) => [...anyOf, ...beside]));
    return new Set(
      program.roles.filter((one) =>
        [...technologiesIn(one, program)].some((name) => (brings.get(name) ?? [name]).some((id) => named.has(id))),
      ),
    );
  });
  return found.has(role);
}

/** What may stand beside a candidate, in the places that others depend on. */
export class PossibleConflicts {
  /**
   * @param interacting what may be chosen for the places of active roles
   * @param exists whether a technology runs already, as far as it is stated
   * @param openInventories the open questions for what runs already
   */
  constructor(
    private readonly interacting: readonly PossibleOccupants[],
    private readonly exists: (technology: string) => boolean,
    private readonly openInventories: readonly Question[],
    private readonly program: Program,
  ) {}

  /** Whether something that may be chosen for a place may not run beside what may be chosen for the others. */
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
    const { relation, with: beside, anyOf = [] } = rule;
    if (relation === 'excludes' && beside !== undefined)
      return this.presence(beside, candidate).may && applies(rule).may;
    if (relation !== 'requires') return false;
    const { broughtBy } = this.program.compatibility;
    const exists = anyOf.some((name) => (broughtBy.get(name) ?? [name]).some(this.exists));
    if (this.presence(anyOf, candidate).must || (exists && this.openInventories.length === 0)) return false;
    const { may } = applies(rule);
    if (may) for (const question of this.openInventories) causes.add(question);
    return may;
  }

  /** Whether some of these stand in the stack. */
  private presence(names: readonly string[], candidate: Candidate): MayMust {
    const brings = (pick: Candidate | undefined): boolean =>
      technologiesOf(pick).some((name) =>
        (this.program.compatibility.brings.get(name) ?? [name]).some((id) => names.includes(id)),
      );
    if (brings(candidate)) return { may: true, must: true };
    return {
      may: this.interacting.some(({ candidates }) => candidates === undefined || [...candidates].some(brings)),
      must: this.interacting.some(({ candidates }) => candidates !== undefined && [...candidates].every(brings)),
    };
  }
}

/** What a candidate puts into the stack. */
function technologiesOf(candidate: Candidate | undefined): readonly string[] {
  if (candidate === undefined) return [];
  const { carried, combo, by } = candidate;
  return by === undefined ? carried : [...combo, ...carried];
}
