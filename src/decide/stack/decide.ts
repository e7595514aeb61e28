import type { ReadWorkload } from '../../language/values/statement.js';
import type { OutcomeSet } from '../../program/ir/outcomes.js';
import type { Evaluation, Result } from '../../program/eval/evaluation.js';
import type { Program, ProgramRole } from '../../program/ir/program.js';
import type { Option, Options, ChoiceStatus } from './choose.js';
import type { StackConflict, Surroundings } from './compatible.js';
import type { FeasibleSet } from './feasible.js';
import type { RoleOpinion } from '../fit/fit.js';
import { gather, type GivenItem, type Inputs } from '../inputs/inputs.js';
import { openRoles, resolve, type Place } from './resolve.js';
import { stackContext, type Demands } from './place-context.js';

/** What is decided for one role, or for one item of a role that is filled per item. No texts: those come with the presentation. */
export interface PlaceDecision {
  readonly role: ProgramRole;
  readonly item: GivenItem | undefined;
  /** What the guide says. */
  readonly result: Result;
  /** What the facts say. */
  readonly opinion: RoleOpinion;
  /** What of it can run here. */
  readonly field: FeasibleSet;
  readonly options: Options;
  /** What is chosen; undefined for nothing. */
  readonly pick: Option | undefined;
  readonly chosen: OutcomeSet;
  readonly standing: ChoiceStatus;
  /** What kept the preferred from being chosen. */
  readonly conflicts: readonly StackConflict[];
  readonly evaluation: Evaluation;
  /** The families that are left where the guide names no technology. */
  readonly families: readonly string[] | undefined;
}

/** All decisions of a workload. */
export interface StackDecision {
  readonly inputs: Inputs;
  readonly evaluation: Evaluation;
  readonly roles: readonly PlaceDecision[];
  /** The places of the stack, in the order of the roles. */
  readonly places: readonly Place[];
  readonly around: Surroundings;
  /** What is required and found nowhere in the stack. */
  readonly unmet: readonly string[];
  /** The date that was judged by. */
  readonly asOf: string;
}

export type DecisionRequest = Pick<ReadWorkload, 'statements' | 'items' | 'empty' | 'forbid' | 'require' | 'weights'>;

/** Decides every role of the stack: what the guide says, what the facts say, and what of it can run together. */
export function decide(program: Program, workload: DecisionRequest, asOf: string): StackDecision {
  return decideInputs(program, gather(workload, program.knowledge), workload, asOf);
}

/** As {@link decide}, for inputs that are gathered already. */
export function decideInputs(program: Program, inputs: Inputs, demands: Demands, asOf: string): StackDecision {
  // what the rules and the facts say, by place -> what of it runs together
  const { evaluation, places, around } = stackContext(program, inputs, demands, asOf);
  const { picks, conflicts } = resolve(places, around, program);
  const roles = places.map((place, n): PlaceDecision => {
    const { role, item, result, opinion, field, options, evaluation: here, families } = place;
    const pick = picks[n];
    const against = conflicts[n] ?? [];
    return {
      role,
      item,
      result,
      opinion,
      field,
      options,
      pick,
      chosen: pick?.ranked.candidate.combo ?? [],
      standing: pick?.standing ?? (against.length > 0 ? 'dropped' : options.otherwise),
      conflicts: against,
      evaluation: here,
      families,
    };
  });
  return {
    inputs,
    evaluation,
    roles,
    places,
    around: { ...around, openRoles: openRoles(places, picks) },
    unmet: unmetIn(roles, demands.require),
    asOf,
  };
}

/** What is required and nowhere in the stack. */
function unmetIn(roles: readonly PlaceDecision[], require: readonly string[]): readonly string[] {
  if (require.length === 0) return require;
  const stack = new Set(roles.flatMap(({ pick, chosen }) => [...chosen, ...(pick?.ranked.candidate.carried ?? [])]));
  return require.filter((id) => !stack.has(id));
}

/** Whether some role finds no way through, or something required is nowhere. */
export function hasConflict({ roles, unmet }: Pick<StackDecision, 'roles' | 'unmet'>): boolean {
  return unmet.length > 0 || roles.some(({ standing }) => standing === 'clash');
}

/** Which opinion chose: the fit where it alone decided, the guide where it speaks; neither where only the workload's own demand did. */
export function decidingOpinion({
  result,
  standing,
}: Pick<PlaceDecision, 'result' | 'standing'>): 'guide' | 'fit' | undefined {
  if (standing === 'fit' || standing === 'nearest') return 'fit';
  return result.answer === null ? undefined : 'guide';
}

/** Whether a role has a place to fill: not where nothing is chosen because nothing is needed. */
export function isNeeded({ role, chosen, standing }: Pick<PlaceDecision, 'role' | 'chosen' | 'standing'>): boolean {
  return chosen.length > 0 || !role.optional || standing === 'dropped';
}
