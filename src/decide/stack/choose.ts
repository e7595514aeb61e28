import type { KnowledgeBase } from '../../load/knowledge.js';
import type { Alternatives, OutcomeSet } from '../../language/outputs/values.js';
import { type Objection } from './compatible.js';
import { ofFamily, type OutcomeConstraints } from './constraints.js';
import type { Evaluation, Hit, Result } from '../../program/eval/evaluation.js';
import type { Candidate } from '../../program/ir/fit.js';
import type { FeasibleSet } from './feasible.js';
import { alternativesNamed, candidatesOf, isSubstitute, nearnessTo, relationInPlace } from './nearness.js';
import { counts, type RankedCandidate, type RoleOpinion } from '../fit/fit.js';
import type { RequirementVerdict } from '../fit/judge-candidate.js';
import { compareLists, failuresIn, hasFailed } from '../fit/order.js';
import type { ProgramRule } from '../../program/ir/program.js';
import type { Tests } from '../../program/ir/tests.js';
import type { Requirement } from '../inputs/requirements.js';

/** How the choice relates to the answer of the rules. */
export type ChoiceStatus =
  | 'answer'
  | 'alternative'
  | 'required'
  | 'fit'
  | 'substitute'
  | 'dropped'
  | 'conflict'
  | 'no-result'
  | 'not-needed'
  | 'omitted';

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
  readonly statusOfNone: Extract<ChoiceStatus, 'conflict' | 'no-result' | 'not-needed' | 'omitted' | 'dropped'>;
  /** The answers of the rules that cannot run here, with the reasons. */
  readonly blocked: readonly Blocked[];
}

/** An answer of the rules that is not chosen here, and why. */
export interface Blocked {
  readonly combo: OutcomeSet;
  /** What keeps it from running. */
  readonly objections: readonly Objection[];
  /** What the workload states, the rule has not read, and the answer fails. */
  readonly overruledBy: readonly RequirementVerdict[];
  readonly candidate?: Candidate;
}

const NONE = (): readonly Option[] => [];

/** The options of a place that nothing is wanted for. */
export const OMITTED: Options = { named: [], fallbacks: NONE, statusOfNone: 'omitted', blocked: [] };

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
 * what is required by name; what the rules name as alternatives; then the nearest relatives of the answers, with those that evidence overrules among them. `AbstractChoice` bounds this order while questions are open; it shares
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
    if (!isDemanded(feasible.opinion)) return { named: [], fallbacks: NONE, statusOfNone: 'no-result', blocked: [] };
    const fallbacks = fromFacts('fit');
    // What is asked for and met by nothing that can run here is a conflict, not an open question.
    return { named: [], fallbacks, statusOfNone: fallbacks().length === 0 ? 'conflict' : 'no-result', blocked: [] };
  }
  const isAllowed = (combo: OutcomeSet): boolean => feasible.isAllowed(combo);
  const optionsOf = (combos: Alternatives, status: ChoiceStatus): Option[] =>
    combos.flatMap((combo) => {
      const ranked = feasible.bestOf(combo);
      return ranked === undefined ? [] : [{ ranked, status }];
    });
  const permitted = (answer ?? []).filter((combo) => combo.length > 0 && isAllowed(combo));
  const weighed = { read: factorsRead(hits), ofScenario: constraints.ofScenario };
  const answers = optionsOf(permitted, 'answer');
  const upheld = answers.filter(({ ranked }) => overruling(ranked, weighed).length === 0);
  const overruled = answers.filter((option) => !upheld.includes(option));
  const blocked = permitted.flatMap((combo): Blocked[] => {
    const ranked = feasible.bestOf(combo);
    if (ranked === undefined) return [{ combo, objections: feasible.violations(combo), overruledBy: [] }];
    const overruledBy = overruling(ranked, weighed);
    return overruledBy.length === 0 ? [] : [{ combo, objections: [], overruledBy, candidate: ranked.candidate }];
  });
  const required =
    require.length === 0
      ? []
      : optionsOf(combinationsWithRequired(role, answer ?? [], feasible, knowledge), 'required');
  const alternatives =
    answer === null
      ? []
      : optionsOf(alternativesNamed(role, hits, 'alternatives', knowledge).filter(isAllowed), 'alternative');
  const second = alternatives.filter(({ ranked }) => overruling(ranked, weighed).length === 0);
  const named = [...demoteFailing(upheld), ...required, ...second];
  // What may not be chosen has relatives too, also where nothing that the rules name is left.
  const missing = (answer ?? []).filter((combo) => combo.length > 0);
  const substitutes = (): readonly Option[] =>
    nearestRelatives(
      missing,
      hits,
      [...overruled, ...fromFacts('substitute')()],
      blocked.flatMap(({ overruledBy }) => overruledBy.map(({ requirement }) => requirement)),
      role,
      optional,
      feasible,
      evaluation,
    );
  const fallbacks = missing.length === 0 ? NONE : substitutes;
  const statusOfNone = named.length === 0 && blocked.length === 0 ? 'conflict' : 'dropped';
  return { named, fallbacks, statusOfNone, blocked };
}

/** The factors that the rules behind an answer have read, with the rules of a tree that lead there; the answer takes them into account. */
export const factorsRead = (hits: readonly Hit[]): ReadonlySet<string> =>
  new Set(
    hits.flatMap(({ decision: { body }, rule }) =>
      (body.form === 'tree' ? pathTo(rule, body.root) : [rule]).flatMap(({ tests }) => factorsIn(tests)),
    ),
  );

/** The rules of a tree from its root to one of them; none where it is not in the tree. */
function pathTo(rule: ProgramRule, from: ProgramRule): readonly ProgramRule[] {
  if (rule === from) return [rule];
  for (const branch of from.branches ?? []) {
    const path = pathTo(rule, branch);
    if (path.length > 0) return [from, ...path];
  }
  return [];
}

const factorsIn = ({ variables, some }: Tests): readonly string[] => [
  ...variables.map(({ variable }) => variable.factor.id),
  ...some.flatMap(({ tests }) => factorsIn(tests)),
];

/** What an answer of the guide takes into account. */
export interface Weighed {
  /** The factors that the rules behind it have read. */
  readonly read: ReadonlySet<string>;
  /** By factor: what the scenario takes as typical, and what is stated within its presets. */
  readonly ofScenario: ReadonlyMap<string, unknown>;
}

/**
 * What the workload states and a candidate fails, though the answer has not taken it into account. Evidence overrules an answer there, and not where the guide has weighed
 * the demand itself.
 */
const overruling = (ranked: RankedCandidate, weighed: Weighed): readonly RequirementVerdict[] =>
  ranked.verdict === 'fails'
    ? ranked.verdicts.filter(({ verdict, requirement }) => verdict === 'fails' && mayOverrule(requirement, weighed))
    : [];

/** Whether a demand can overrule an answer. */
export function mayOverrule({ origin, criterion, value }: Requirement, { read, ofScenario }: Weighed): boolean {
  const factor = criterion.factor?.id;
  if (factor === undefined || read.has(factor)) return false;
  return (origin === 'stated' || origin === 'figure') && ofScenario.get(factor) !== value;
}

/**
 * Orders what may replace answers that cannot be chosen: what misses least of what the facts never pass over; then what needs no more
 * that is not stated than the answers do; then what fails no demand, and of what overrules the answers has evidence to meet it, of this first what runs already; of what fails, first what fails fewest, then what is not pointless here; then the nearest relation, an answer that evidence overrules before
 * all; then by penalty, what keeps most of the answers, by score, and what adds least to them; then as the facts rank them.
 */
function nearestRelatives(
  answers: Alternatives,
  hits: readonly Hit[],
  options: readonly Option[],
  overruling: readonly Requirement[],
  role: string,
  optional: boolean,
  feasible: FeasibleSet,
  evaluation: Evaluation,
): readonly Option[] {
  const { opinion } = feasible;
  const nearness = nearnessTo(answers, hits, role, evaluation.program);
  // That something has no purpose assumes nothing.
  const needs = (candidate: Candidate): number => opinion.openNeeds(candidate) - feasible.pointlessness(candidate);
  const assumed = Math.max(0, ...candidatesOf(answers, role, evaluation.program).map(needs));
  const keyed = options.flatMap((option) => {
    const { candidate, penalty, score, judged } = option.ranked;
    const near = nearness(candidate);
    const isAnswer = option.status === 'answer';
    if (!isAnswer && !isSubstitute(near, optional)) return [];
    const assumesMore = needs(candidate) > assumed;
    // Where nothing is known of what an answer fails, it is no reason to leave the answer.
    const fails = hasFailed(penalty) || overruling.some((demand) => !hasSupport(opinion.judge(judged, demand)));
    const key = [
      opinion.filterPenalty(candidate),
      Number(assumesMore),
      Number(fails),
      fails ? failuresIn(penalty) : 0,
      Number(fails && feasible.isPointless(candidate)),
      Number(fails || !feasible.runsAlready(candidate)),
      isAnswer ? -1 : relationInPlace(near),
      penalty,
      -near.kept,
      score,
      near.added,
    ];
    return [{ option, key }];
  });
  return keyed.sort((a, b) => compareLists(a.key, b.key)).map(({ option }) => option);
}

/** Whether evidence supports that a demand is met, if only under conditions. */
const hasSupport = ({ verdict }: RequirementVerdict): boolean => verdict === 'meets' || verdict === 'conditional';

/** Puts the answers that fail by the facts after the others; otherwise, the order of the guide remains. */
function demoteFailing(answers: readonly Option[]): readonly Option[] {
  if (answers.length < 2) return answers;
  const fails = ({ ranked }: Option): boolean => ranked.verdict === 'fails';
  return [...answers.filter((option) => !fails(option)), ...answers.filter(fails)];
}

/** Whether the workload itself asks for the role: a demand that only restricts what is chosen does not. */
export function isDemanded({ requirements }: Pick<RoleOpinion, 'requirements'>): boolean {
  return requirements.some(asksForRole);
}

/** Whether a requirement asks for its role. */
export const asksForRole = (requirement: Requirement): boolean =>
  requirement.origin !== undefined && counts(requirement) && requirement.criterion.criterion.restricts !== true;

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
