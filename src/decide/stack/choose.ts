import type { KnowledgeBase } from '../../load/knowledge.js';
import type { Alternatives, OutcomeSet } from '../../language/outputs/values.js';
import { openNeeds, type Objection } from './compatible.js';
import { ofFamily, runsOn, type Constraints } from './constraints.js';
import type { Evaluation, Hit, Result } from '../../program/eval/evaluation.js';
import type { FeasibleSet } from './feasible.js';
import type { RankedCandidate, RoleOpinion } from '../fit/fit.js';
import { compareLists } from '../fit/order.js';

/** How what is chosen relates to what the rules answer. */
export type ChoiceStatus =
  'answer' | 'alternative' | 'required' | 'fit' | 'substitute' | 'dropped' | 'conflict' | 'no-result' | 'not-needed';

/** A combination that could be chosen for a place, and in which capacity. */
export interface Option {
  readonly ranked: RankedCandidate;
  readonly status: ChoiceStatus;
}

/** What can be chosen for a place, and what stands when nothing can. */
export interface Options {
  /** What the rules name and nothing rules out, the preferred first. */
  readonly named: readonly Option[];
  /** What the facts put in its place, the best first; worked out when asked for. */
  readonly fallbacks: () => readonly Option[];
  readonly statusOfNone: Extract<ChoiceStatus, 'conflict' | 'no-result' | 'not-needed' | 'dropped'>;
  /** Why what the rules answer cannot run here. */
  readonly blocked: readonly { readonly combo: OutcomeSet; readonly objections: readonly Objection[] }[];
}

const NONE = (): readonly Option[] => [];

/** Lists what can be chosen for a place of the stack, by the rules first and by the facts after them. */
export function optionsFor(
  { answer, hits }: Result,
  field: FeasibleSet,
  role: string,
  constraints: Constraints,
  evaluation: Evaluation,
): Options {
  const { knowledge } = evaluation.program;
  const { optional, require } = constraints;
  if (answer?.length === 1 && answer[0]?.length === 0 && require.length === 0) {
    return { named: [], fallbacks: NONE, statusOfNone: 'not-needed', blocked: [] };
  }
  const allowed = (combo: OutcomeSet): boolean => field.isAllowed(combo);
  const rank = (combos: Alternatives, status: ChoiceStatus): Option[] =>
    combos.flatMap((combo) => {
      const ranked = field.bestOf(combo);
      return ranked === undefined ? [] : [{ ranked, status }];
    });
  const rest = (status: ChoiceStatus) => (): readonly Option[] =>
    field.ranked
      .filter(({ candidate }) => ofFamily(candidate.combo, constraints, knowledge))
      .map((ranked) => ({ ranked, status }));
  if (answer === null && require.length === 0) {
    if (optional) return { named: [], fallbacks: NONE, statusOfNone: 'not-needed', blocked: [] };
    return {
      named: [],
      fallbacks: isDemanded(field.opinion) ? rest('fit') : NONE,
      statusOfNone: 'no-result',
      blocked: [],
    };
  }
  const permitted = (answer ?? []).filter((combo) => combo.length > 0 && allowed(combo));
  const answers = rank(permitted, 'answer');
  const blocked =
    answers.length === permitted.length
      ? []
      : permitted.flatMap((combo) =>
          field.bestOf(combo) === undefined ? [{ combo, objections: field.violations(combo) }] : [],
        );
  const joined =
    require.length === 0 ? [] : rank(combinationsWithRequired(role, answer ?? [], field, knowledge), 'required');
  const seconds =
    answer === null
      ? []
      : rank(alternativesNamed(role, hits, 'alternatives', knowledge).filter(allowed), 'alternative');
  const named = [...demoteFailing(answers), ...joined, ...seconds];
  if (named.length === 0 && blocked.length === 0) return { named, fallbacks: NONE, statusOfNone: 'conflict', blocked };
  // Where the rules do answer but what they name cannot run here, the nearest that can takes its place.
  const near = (): readonly Option[] => closestSubstitutes(permitted, rest('substitute')(), evaluation);
  return { named, fallbacks: permitted.length === 0 || optional ? NONE : near, statusOfNone: 'dropped', blocked };
}

/**
 * What stands in for an answer that cannot run: by verdict, then what falls least short, then what asks least of surroundings that are not stated, then what keeps most of the
 * answer, then, where it keeps more than the platform, what adds least to it; then as the facts rank it.
 */
function closestSubstitutes(
  answers: Alternatives,
  options: readonly Option[],
  evaluation: Evaluation,
): readonly Option[] {
  const named = answers.flat();
  const platforms = new Set(named.flatMap((id) => [...runsOn(id, evaluation.program.knowledge)]));
  const heart = new Set(named.filter((id) => !platforms.has(id)));
  const keyed = options.map((option) => {
    const { candidate, verdictIndex } = option.ranked;
    const { carried } = candidate;
    const asks = carried.reduce((sum, name) => sum + openNeeds(name, evaluation), 0);
    const kept = carried.filter((name) => heart.has(name) || platforms.has(name)).length;
    const added = carried.some((name) => heart.has(name)) ? carried.length - kept : 0;
    return { option, key: [verdictIndex, option.ranked.shortfall, asks, -kept, added] };
  });
  return keyed.sort((a, b) => compareLists(a.key, b.key)).map(({ option }) => option);
}

/** Of several answers, those that the facts condemn come after the others; for the rest, the order of the guide stands. */
function demoteFailing(answers: readonly Option[]): readonly Option[] {
  if (answers.length < 2) return answers;
  const fails = ({ ranked }: Option): boolean => ranked.verdict === 'fails';
  return [...answers.filter((option) => !fails(option)), ...answers.filter(fails)];
}

/** Whether the workload itself demands anything of the role. */
function isDemanded({ requirements }: RoleOpinion): boolean {
  return requirements.some(({ origin }) => origin !== undefined && origin !== 'typical');
}

/** What the rules name beside the answer for this role; what belongs to another role is listed there. */
export function alternativesNamed(
  role: string,
  hits: readonly Hit[],
  key: 'alternatives' | 'implementations',
  knowledge: KnowledgeBase,
): Alternatives {
  const named = hits.flatMap(({ rule: { rule } }) => rule[key] ?? []);
  return [...new Set(named)].filter((id) => (knowledge.outcomeById.get(id)?.role ?? role) === role).map((id) => [id]);
}

/** The combinations that hold what is required, those that keep most of the answer first. */
function combinationsWithRequired(
  role: string,
  options: Alternatives,
  field: FeasibleSet,
  knowledge: KnowledgeBase,
): Alternatives {
  const known = knowledge.combinations.get(role) ?? [];
  const kept = (combo: OutcomeSet): number =>
    Math.max(0, ...options.map((option) => option.filter((id) => combo.includes(id)).length));
  return known
    .map((set) => [...set].sort())
    .filter((combo) => field.isAllowed(combo))
    .sort((a, b) => kept(b) - kept(a) || a.length - b.length);
}
