import { getOrInsert } from '../../language/get-or-insert.js';
import { areOutcomes, type Alternatives, type OutcomeSet } from '../../language/outputs/values.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import type { Hit } from '../../program/eval/evaluation.js';
import type { Candidate } from '../../program/ir/fit.js';
import { overlaps } from '../../program/ir/codes.js';
import type { Program, ProgramRule } from '../../program/ir/program.js';
import { runsOn } from './constraints.js';

/** How a candidate is related to answers that cannot be chosen; nearer relations have smaller numbers. */
export const RELATIONS = { part: 0, named: 1, sibling: 2, family: 3, none: 4 } as const;

/** How near a candidate is to answers that cannot be chosen. */
export interface Nearness {
  readonly relation: number;
  /** Whether it holds all of an answer, with what that needs here, as a platform below it. */
  readonly holdsAnswer: boolean;
  /** How many technologies of the answers it keeps. */
  readonly kept: number;
  /** How many it adds to them; 0 for a candidate that keeps no more than the platform. */
  readonly added: number;
}

/**
 * Measures how near candidates are to answers that cannot be chosen: parts or realisations of an answer are nearest, then what the same rules name next to it, then parts of
 * what other rules of the same decisions answer for such a workload, then what is of the same family. The core of the answers is what they name without the platforms that they run on.
 */
export function nearnessTo(
  answers: Alternatives,
  hits: readonly Hit[],
  role: string,
  program: Program,
): (candidate: Candidate) => Nearness {
  const known = getOrInsert(measured, program, () => new Map<string, (candidate: Candidate) => Nearness>());
  const key = `${role} ${answers.join('|')} ${hits.map(({ decision, rule }) => `${decision.id}#${rule.id}`).join()}`;
  return getOrInsert(known, key, () => {
    const measure = measureNearness(answers, hits, role, program);
    const cached = new Map<Candidate, Nearness>();
    return (candidate) => getOrInsert(cached, candidate, () => measure(candidate));
  });
}

/** The measures of nearness that were asked for, by role, answers and hits; they depend on nothing else. */
const measured = new WeakMap<Program, Map<string, (candidate: Candidate) => Nearness>>();

function measureNearness(
  answers: Alternatives,
  hits: readonly Hit[],
  role: string,
  program: Program,
): (candidate: Candidate) => Nearness {
  const { knowledge } = program;
  const named = answers.flat();
  const platforms = new Set(named.flatMap((id) => [...runsOn(id, knowledge)]));
  const core = new Set(named.filter((id) => !platforms.has(id)));
  const alsoNamed = new Set(
    (['alternatives', 'implementations'] as const).flatMap((key) =>
      alternativesNamed(role, hits, key, knowledge).map(String),
    ),
  );
  const siblings = hits.flatMap(otherAnswers);
  const familyOf = ({ members: [lead = ''] }: Candidate): string | undefined => knowledge.outcomeById.get(lead)?.family;
  const leads = candidatesOf(answers, role, program);
  const families = new Set(leads.map(familyOf).filter((family) => family !== undefined));
  const relationOf = (candidate: Candidate): number => {
    const own = candidate.members.map((name) => [name, ...(knowledge.technologies.get(name)?.realises ?? [])]);
    const isPartOf = (combo: OutcomeSet): boolean => own.every((names) => names.some((name) => combo.includes(name)));
    if (answers.some(isPartOf)) return RELATIONS.part;
    if (alsoNamed.has(String(candidate.combo)) || alsoNamed.has(candidate.members[0] ?? '')) return RELATIONS.named;
    if (siblings.some(isPartOf)) return RELATIONS.sibling;
    return families.has(familyOf(candidate) ?? '') ? RELATIONS.family : RELATIONS.none;
  };
  return (candidate) => {
    const { carried } = candidate;
    const kept = carried.filter((name) => core.has(name) || platforms.has(name)).length;
    const added = carried.some((name) => core.has(name)) ? carried.length - kept : 0;
    const holdsAnswer = answers.some((combo) => combo.every((name) => candidate.provides.has(name)));
    return { relation: relationOf(candidate), holdsAnswer, kept, added };
  };
}

/** The candidates that answers may be realised by. */
export const candidatesOf = (answers: Alternatives, role: string, program: Program): readonly Candidate[] =>
  answers.flatMap((combo) => program.fit.get(role)?.of(combo) ?? []);

/** All sets of outcomes that the rules of a decision answer themselves, but for the rules that are about another workload than the one that hit. */
function otherAnswers({ decision: { body }, rule: hit }: Hit): readonly OutcomeSet[] {
  const within = (rule: ProgramRule): readonly OutcomeSet[] =>
    isOfOtherWorkload(rule, hit)
      ? []
      : [
          ...(rule.answers ?? []).flatMap((values) => (values !== null && areOutcomes(values) ? values : [])),
          ...(rule.branches ?? []).flatMap(within),
        ];
  switch (body.form) {
    case 'table':
      return body.rules.flatMap(within);
    case 'tree':
      return within(body.root);
    case 'vote':
      return [];
  }
}

/** Whether two rules ask for values of a defining factor, such as the kind of data, that exclude one another. */
const isOfOtherWorkload = (one: ProgramRule, other: ProgramRule): boolean =>
  one.tests.variables.some(
    ({ variable, accepts }) =>
      variable.factor.defining === true &&
      other.tests.variables.some((test) => test.variable === variable && !overlaps(test.accepts, accepts)),
  );

/** How a candidate that replaces an answer is related to it: what holds all of it is as near as a part of it. */
export const relationInPlace = ({ relation, holdsAnswer }: Nearness): number =>
  holdsAnswer ? RELATIONS.part : relation;

/** Whether a candidate is near enough to replace an answer; for a role that may stay empty, only what its rules mention is. */
export const isSubstitute = (near: Nearness, optional: boolean): boolean =>
  !optional || relationInPlace(near) <= RELATIONS.named;

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
