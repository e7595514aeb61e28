import type { KnowledgeBase } from '../../load/knowledge.js';
import type { Alternatives, OutcomeSet } from '../../language/outputs/values.js';
import { openNeeds, type Objection } from './compatible.js';
import { ofFamily, runsOn, type OutcomeConstraints } from './constraints.js';
import type { Evaluation, Hit, Result } from '../../program/eval/evaluation.js';
import type { Candidate } from '../../program/ir/fit.js';
import type { FeasibleSet } from './feasible.js';
import type { RankedCandidate, RoleOpinion } from '../fit/fit.js';
import { compareLists } from '../fit/order.js';

/** How the choice relates to the answer of the rules. */
export type ChoiceStatus =
  'answer' | 'alternative' | 'required' | 'fit' | 'substitute' | 'dropped' | 'conflict' | 'no-result' | 'not-needed';

/** A candidate that could be chosen for a place, and why it is an option. */
export interface Option {
  readonly ranked: RankedCandidate;
  readonly status: ChoiceStatus;
}

/** What can be chosen for a place. */
export interface Options {
  /** The feasible candidates that the rules name, the preferred first. */
  readonly named: readonly Option[];
  /** The candidates that the facts put in place of those, the best first; computed on demand. */
  readonly fallbacks: () => readonly Option[];
  /** The status of the place if none of the options is chosen. */
  readonly statusOfNone: Extract<ChoiceStatus, 'conflict' | 'no-result' | 'not-needed' | 'dropped'>;
  /** The answers of the rules that cannot run here, with the reasons. */
  readonly blocked: readonly { readonly combo: OutcomeSet; readonly objections: readonly Objection[] }[];
}

const NONE = (): readonly Option[] => [];

/** Where the options for a place come from. */
export type OptionSource = 'nothing' | 'facts' | 'rules';

/**
 * Determines where the options for a place come from: nothing is needed where the rules answer “nothing”, or have no result for an optional role. The facts
 * rank where the rules have no result, the rules name options elsewhere. A requirement by name always leads to the rules.
 */
export function optionSource(
  answer: Result['answer'],
  { optional, require }: Pick<OutcomeConstraints, 'optional' | 'require'>,
): OptionSource {
  if (require.length > 0) return 'rules';
  if (answer === null) return optional ? 'nothing' : 'facts';
  return answer.length === 1 && answer[0]?.length === 0 ? 'nothing' : 'rules';
}

/**
 * Lists what can be chosen for a place of the stack, without regard to the other places. The order: the answers of the rules, those that fail last; combinations with
 * what is required by name; what the rules name as alternatives; then the closest substitutes. `AbstractChoice` bounds this order while questions are open; it shares
 * the steps that are exported here, and a change of the others needs a change there.
 */
export function optionsFor(
  { answer, hits }: Result,
  feasible: FeasibleSet,
  role: string,
  constraints: OutcomeConstraints,
  evaluation: Evaluation,
): Options {
  const { knowledge } = evaluation.program;
  const { optional, require } = constraints;
  const source = optionSource(answer, constraints);
  if (source === 'nothing') return { named: [], fallbacks: NONE, statusOfNone: 'not-needed', blocked: [] };
  const fromFacts = (status: ChoiceStatus) => (): readonly Option[] =>
    feasible.ranked
      .filter(({ candidate }) => ofFamily(candidate.combo, constraints, knowledge))
      .map((ranked) => ({ ranked, status }));
  if (source === 'facts') {
    const fallbacks = isDemanded(feasible.opinion) ? fromFacts('fit') : NONE;
    return { named: [], fallbacks, statusOfNone: 'no-result', blocked: [] };
  }
  const isAllowed = (combo: OutcomeSet): boolean => feasible.isAllowed(combo);
  const optionsOf = (combos: Alternatives, status: ChoiceStatus): Option[] =>
    combos.flatMap((combo) => {
      const ranked = feasible.bestOf(combo);
      return ranked === undefined ? [] : [{ ranked, status }];
    });
  const permitted = (answer ?? []).filter((combo) => combo.length > 0 && isAllowed(combo));
  const answers = optionsOf(permitted, 'answer');
  const blocked =
    answers.length === permitted.length
      ? []
      : permitted.flatMap((combo) =>
          feasible.bestOf(combo) === undefined ? [{ combo, objections: feasible.violations(combo) }] : [],
        );
  const required =
    require.length === 0
      ? []
      : optionsOf(combinationsWithRequired(role, answer ?? [], feasible, knowledge), 'required');
  const alternatives =
    answer === null
      ? []
      : optionsOf(alternativesNamed(role, hits, 'alternatives', knowledge).filter(isAllowed), 'alternative');
  const named = [...demoteFailing(answers), ...required, ...alternatives];
  if (named.length === 0 && blocked.length === 0) return { named, fallbacks: NONE, statusOfNone: 'conflict', blocked };
  const substitutes = (): readonly Option[] => closestSubstitutes(permitted, fromFacts('substitute')(), evaluation);
  const fallbacks = permitted.length === 0 || optional ? NONE : substitutes;
  return { named, fallbacks, statusOfNone: 'dropped', blocked };
}

/** How much of the answers of the rules a candidate keeps, and how much it adds to them, in technologies. */
export interface Closeness {
  readonly kept: number;
  /** 0 for a candidate that keeps no more than the platform. */
  readonly added: number;
}

/** Measures how close candidates are to answers that cannot run. The core of the answers is what they name without the platforms that they run on. */
export function closenessTo(answers: Alternatives, knowledge: KnowledgeBase): (candidate: Candidate) => Closeness {
  const named = answers.flat();
  const platforms = new Set(named.flatMap((id) => [...runsOn(id, knowledge)]));
  const core = new Set(named.filter((id) => !platforms.has(id)));
  return ({ carried }) => {
    const kept = carried.filter((name) => core.has(name) || platforms.has(name)).length;
    return { kept, added: carried.some((name) => core.has(name)) ? carried.length - kept : 0 };
  };
}

/**
 * Orders the substitutes for answers that cannot run: by verdict; then the one that falls short least, has the fewest needs that are not stated to be met, keeps
 * most of the answers and adds least to them; then as the facts rank them.
 */
function closestSubstitutes(
  answers: Alternatives,
  options: readonly Option[],
  evaluation: Evaluation,
): readonly Option[] {
  const closeness = closenessTo(answers, evaluation.program.knowledge);
  const keyed = options.map((option) => {
    const { candidate, verdictIndex, shortfall } = option.ranked;
    const needs = candidate.carried.reduce((sum, name) => sum + openNeeds(name, evaluation), 0);
    const { kept, added } = closeness(candidate);
    return { option, key: [verdictIndex, shortfall, needs, -kept, added] };
  });
  return keyed.sort((a, b) => compareLists(a.key, b.key)).map(({ option }) => option);
}

/** Puts the answers that fail by the facts after the others; otherwise, the order of the guide remains. */
function demoteFailing(answers: readonly Option[]): readonly Option[] {
  if (answers.length < 2) return answers;
  const fails = ({ ranked }: Option): boolean => ranked.verdict === 'fails';
  return [...answers.filter((option) => !fails(option)), ...answers.filter(fails)];
}

/** Whether the workload itself demands anything of the role. */
export function isDemanded({ requirements }: Pick<RoleOpinion, 'requirements'>): boolean {
  return requirements.some(({ origin }) => origin !== undefined && origin !== 'typical');
}

/** The alternatives or implementations that the rules that hit name for a role, each as a combination of its own; those that belong to another role are left out. */
export function alternativesNamed(
  role: string,
  hits: readonly Hit[],
  key: 'alternatives' | 'implementations',
  knowledge: KnowledgeBase,
): Alternatives {
  const named = hits.flatMap(({ rule: { rule } }) => rule[key] ?? []);
  return [...new Set(named)].filter((id) => (knowledge.outcomeById.get(id)?.role ?? role) === role).map((id) => [id]);
}

/** The listed combinations that contain what is required, those that keep most of one answer first, then the smaller ones. */
function combinationsWithRequired(
  role: string,
  answers: Alternatives,
  feasible: FeasibleSet,
  knowledge: KnowledgeBase,
): Alternatives {
  const kept = (combo: OutcomeSet): number =>
    Math.max(0, ...answers.map((answer) => answer.filter((id) => combo.includes(id)).length));
  return (knowledge.combinations.get(role) ?? [])
    .map((set) => [...set].sort())
    .filter((combo) => feasible.isAllowed(combo))
    .sort((a, b) => kept(b) - kept(a) || a.length - b.length);
}
