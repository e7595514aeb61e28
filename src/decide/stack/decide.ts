import type { ReadWorkload } from '../../language/values/statement.js';
import type { OutcomeSet } from '../../language/outputs/values.js';
import type { Evaluation, Result } from '../../program/eval/evaluation.js';
import type { Program, ProgramRole } from '../../program/ir/program.js';
import type { Option, Options, ChoiceStatus } from './choose.js';
import type { StackConflict, Surroundings } from './compatible.js';
import type { FeasibleSet } from './feasible.js';
import type { RankedCandidate, RoleOpinion } from '../fit/fit.js';
import { gather, type GivenItem, type Inputs } from '../inputs/inputs.js';
import { conflictsAmong, unfilledRoles, resolve, type Place } from './resolve.js';
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
  readonly feasible: FeasibleSet;
  readonly options: Options;
  /** What is chosen; undefined for nothing. */
  readonly pick: Option | undefined;
  readonly chosen: OutcomeSet;
  readonly status: ChoiceStatus;
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
  readonly places: readonly PlaceDecision[];
  /** The places of the stack, in the order of the roles. */
  readonly contexts: readonly Place[];
  readonly surroundings: Surroundings;
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
  const { evaluation, places, surroundings } = stackContext(program, inputs, demands, asOf);
  const { picks, conflicts } = resolve(places, surroundings, program);
  const roles = places.map((place, n): PlaceDecision => {
    const { role, item, result, opinion, feasible, options, evaluation: here, families } = place;
    const pick = picks[n];
    const against = conflicts[n] ?? [];
    return {
      role,
      item,
      result,
      opinion,
      feasible,
      options,
      pick,
      chosen: pick?.ranked.candidate.combo ?? [],
      status: pick?.status ?? (against.length > 0 ? 'dropped' : options.statusOfNone),
      conflicts: against,
      evaluation: here,
      families,
    };
  });
  return {
    inputs,
    evaluation,
    places: roles,
    contexts: places,
    surroundings: { ...surroundings, unfilledRoles: unfilledRoles(places, picks) },
    unmet: unmetRequirements(roles, demands.require),
    asOf,
  };
}

/** What is required and nowhere in the stack. */
function unmetRequirements(roles: readonly PlaceDecision[], require: readonly string[]): readonly string[] {
  if (require.length === 0) return require;
  const stack = new Set(roles.flatMap(({ pick, chosen }) => [...chosen, ...(pick?.ranked.candidate.carried ?? [])]));
  return require.filter((id) => !stack.has(id));
}

/** Whether some role finds no way through, or something required is nowhere. */
export function hasConflict({ places, unmet }: Pick<StackDecision, 'places' | 'unmet'>): boolean {
  return unmet.length > 0 || places.some(({ status }) => status === 'conflict');
}

/** Which opinion chose: the fit where it alone decided, the guide where it speaks; neither where only the workload's own demand did. */
export function decidingOpinion({
  result,
  status,
}: Pick<PlaceDecision, 'result' | 'status'>): 'guide' | 'fit' | undefined {
  if (status === 'fit' || status === 'substitute') return 'fit';
  return result.answer === null ? undefined : 'guide';
}

/** Whether a role has a place to fill: not where nothing is chosen because nothing is needed. */
export function isNeeded({ role, chosen, status }: Pick<PlaceDecision, 'role' | 'chosen' | 'status'>): boolean {
  return chosen.length > 0 || !role.optional || status === 'dropped';
}

/** What keeps a candidate from taking a place beside the rest of the stack. */
export function conflictsWithRest(
  decision: StackDecision,
  decided: PlaceDecision,
  ranked: RankedCandidate,
): StackConflict[] {
  const at = decision.places.indexOf(decided);
  const picks = decision.places.map((other): Option | undefined =>
    other === decided ? { ranked, status: 'fit' } : other.pick,
  );
  const { program } = decision.evaluation;
  return conflictsAmong(decision.contexts, picks, decision.surroundings, program).filter(({ places }) =>
    places.includes(at),
  );
}

/** What the facts rank first of all that could take a place beside the rest of the stack; of level ones, what is chosen already. */
export function bestCompatible(decision: StackDecision, decided: PlaceDecision): RankedCandidate | undefined {
  const { feasible, pick } = decided;
  const fits = (ranked: RankedCandidate): boolean =>
    ranked.candidate === pick?.ranked.candidate || conflictsWithRest(decision, decided, ranked).length === 0;
  const first = feasible.firstOrTied(pick?.ranked);
  return first === undefined || fits(first) ? first : feasible.ranked.find(fits);
}
