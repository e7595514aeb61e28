import type { ReadWorkload } from '../../language/values/statement.js';
import type { OutcomeSet } from '../../language/outputs/values.js';
import type { Entailment } from '../../program/compile/entailment.js';
import type { Evaluation, Result } from '../../program/eval/evaluation.js';
import type { Program, ProgramRole } from '../../program/ir/program.js';
import type { Option, Options, ChoiceStatus } from './choose.js';
import type { StackConflict, Surroundings } from './compatible.js';
import type { FeasibleSet } from './feasible.js';
import type { RankedCandidate, RoleOpinion } from '../fit/fit.js';
import { compareScores } from '../fit/order.js';
import { gather, type GivenItem, type Inputs } from '../inputs/inputs.js';
import { conflictsAmong, unfilledRoles, resolve, type Place } from './resolve.js';
import { stackContext, type Demands } from './place-context.js';

/** The decision for one role, or for one item of a role that is filled for each item. It holds ids; texts are added by the report. */
export interface PlaceDecision {
  readonly role: ProgramRole;
  readonly item: GivenItem | undefined;
  /** The answer of the guide. */
  readonly result: Result;
  /** Where the answer does not depend on what is stated alone: what it has in every completion of it. */
  readonly entailment: Entailment | undefined;
  /** The verdicts and the ranking by the facts. */
  readonly opinion: RoleOpinion;
  /** The candidates that can be chosen here. */
  readonly feasible: FeasibleSet;
  readonly options: Options;
  /** The option that is chosen; undefined for none. */
  readonly pick: Option | undefined;
  readonly chosen: OutcomeSet;
  readonly status: ChoiceStatus;
  /** The conflicts that kept a preferred option from being chosen. */
  readonly conflicts: readonly StackConflict[];
  readonly evaluation: Evaluation;
  /** The families that remain where the guide names no technology. */
  readonly families: readonly string[] | undefined;
}

/** All decisions for a workload. */
export interface StackDecision {
  readonly inputs: Inputs;
  readonly evaluation: Evaluation;
  readonly places: readonly PlaceDecision[];
  /** The places of the stack, in the order of the roles. */
  readonly contexts: readonly Place[];
  readonly surroundings: Surroundings;
  /** The required names that are absent from the stack. */
  readonly unmet: readonly string[];
  /** The date by which facts are judged, such as `2026-11-23`. */
  readonly asOf: string;
}

export type DecisionRequest = Pick<
  ReadWorkload,
  'statements' | 'items' | 'empty' | 'forbid' | 'require' | 'omit' | 'weights'
>;

/** Decides every place of the stack: by the guide, by the facts, and by what can run jointly. */
export function decide(program: Program, workload: DecisionRequest, asOf: string): StackDecision {
  return decideInputs(program, gather(workload, program.knowledge), workload, asOf);
}

/** As {@link decide}, for inputs that are gathered already. */
export function decideInputs(program: Program, inputs: Inputs, demands: Demands, asOf: string): StackDecision {
  // options of each place by rules and facts -> choices that can run jointly
  const { evaluation, places, surroundings } = stackContext(program, inputs, demands, asOf);
  const { picks, conflicts } = resolve(places, surroundings, program);
  const roles = places.map((place, n): PlaceDecision => {
    const { role, item, result, entailment, opinion, feasible, options, evaluation: here, families } = place;
    const pick = picks[n];
    const against = conflicts[n] ?? [];
    return {
      role,
      item,
      result,
      entailment,
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

/** The required names that are absent from the stack. */
function unmetRequirements(roles: readonly PlaceDecision[], require: readonly string[]): readonly string[] {
  if (require.length === 0) return require;
  const stack = new Set(roles.flatMap(({ pick, chosen }) => [...chosen, ...(pick?.ranked.candidate.carried ?? [])]));
  return require.filter((id) => !stack.has(id));
}

/** Whether no choice for some place satisfies all demands, or something required is absent. */
export const hasConflict = (decision: Pick<StackDecision, 'places' | 'unmet'>): boolean =>
  decision.unmet.length > 0 || isPlaceInConflict(decision);

/** Whether no choice for some place satisfies all demands. */
export const isPlaceInConflict = ({ places }: Pick<StackDecision, 'places'>): boolean =>
  places.some(({ status }) => status === 'conflict');

/** Which opinion determined the choice: the fit if it alone decided, the guide if it has a result; undefined if only a requirement by name did. */
export function decidingOpinion({
  result,
  status,
}: Pick<PlaceDecision, 'result' | 'status'>): 'guide' | 'fit' | undefined {
  if (status === 'fit' || status === 'substitute') return 'fit';
  return result.answer === null ? undefined : 'guide';
}

/** Whether a place has to be filled: false where nothing is chosen because nothing is needed. */
export function isNeeded({ role, chosen, status }: Pick<PlaceDecision, 'role' | 'chosen' | 'status'>): boolean {
  if (status === 'omitted') return false;
  return chosen.length > 0 || !role.optional || status === 'dropped';
}

/** The conflicts between a candidate for a place and the choices for all other places. */
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

/**
 * What the facts rank first for a place, each combination once: several where they do not tell them apart, none where nothing can run without a conflict with the rest of
 * the stack. A need that is not stated to be met orders candidates, but is no evidence for another.
 */
export function leaders(decision: StackDecision, decided: PlaceDecision): readonly RankedCandidate[] {
  const { feasible, pick } = decided;
  const fits = (ranked: RankedCandidate): boolean =>
    ranked.candidate === pick?.ranked.candidate || conflictsWithRest(decision, decided, ranked).length === 0;
  const first = feasible.ranked.find(fits);
  if (first === undefined) return [];
  return feasible.ranked.filter((ranked) => ranked === first || (areAlike(ranked, first) && fits(ranked)));
}

/** Whether the evidence says the same of two candidates. */
export const areAlike = (a: RankedCandidate, b: RankedCandidate): boolean =>
  a.evidencePenalty === b.evidencePenalty && compareScores(a.score, b.score) === 0;

/** The one candidate for a place that the facts rank first; undefined where they do not tell several apart. */
export function bestCompatible(decision: StackDecision, decided: PlaceDecision): RankedCandidate | undefined {
  const [first, ...tied] = leaders(decision, decided);
  return tied.length === 0 ? first : undefined;
}
