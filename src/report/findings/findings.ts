import type { Finding } from '../../language/schema/results/recommendation.js';
import type { Program } from '../../program/ir/program.js';
import { minimalConflict } from '../../decide/stack/conflict-core.js';
import {
  hasConflict,
  type DecisionRequest,
  type PlaceDecision,
  type StackDecision,
} from '../../decide/stack/decide.js';
import { placeTitle, type Describer } from '../describe.js';
import { possibleAnswers } from '../../decide/stack/possible-answers.js';
import { byImportance, distinct, findingIn, type FindingData } from './finding.js';
import { requirementFindings } from './fit.js';
import { knowledgeAgeFindings, lifecycleFindings, upkeepFindings } from './lifecycle.js';
import { advisoryFindings, hazardFindings } from './risks.js';
import { stackFindings } from './stack.js';
import { candidateText } from '../present-fit.js';

/** What a reader should know in addition to the answer, the most important first. */
export function findingsOf(
  program: Program,
  workload: DecisionRequest,
  decision: StackDecision,
  describe: Describer,
): Finding[] {
  // find: codes with parameters -> order by importance -> put into sentences
  const found = [
    ...(hasConflict(decision) ? [conflictFinding(program, workload, decision, describe)] : []),
    ...departures(decision, describe),
    ...openKinds(decision, describe),
    ...hitPolicyFindings(decision, describe),
    ...decision.places.flatMap((decided) => {
      const finding = placeFinding(decided, describe);
      return finding === undefined ? [] : [{ ...finding, role: decided.role.id }];
    }),
    ...stackFindings(decision, describe),
    ...decision.places.flatMap((decided) => [
      ...requirementFindings(decided, decision, describe),
      ...upkeepFindings(decided, decision, describe),
    ]),
    ...advisoryFindings(decision, describe),
    ...hazardFindings(decision, describe),
    ...lifecycleFindings(decision, describe),
    ...knowledgeAgeFindings(decision, describe),
  ];
  return distinct(found.sort(byImportance)).map((one) => findingIn(describe.lang, one));
}

/** Statements of the workload that differ from what its scenario presets. */
function departures({ inputs }: StackDecision, describe: Describer): FindingData[] {
  const { scenario } = inputs;
  if (scenario === undefined) return [];
  return inputs.departures.map(({ factor, preset, stated }): FindingData => ({
    code: 'departs-from-scenario',
    severity: 'warning',
    params: {
      scenario: scenario.title[describe.lang],
      factor: factor.title[describe.lang],
      preset: describe.value(factor, preset),
      stated: describe.value(factor, stated),
      hasDecisions: scenario.decisions !== undefined,
    },
    source: scenario.source,
  }));
}

/** Items that state something, but not the factor that says what they are. */
function openKinds({ inputs, places }: StackDecision, { knowledge, lang }: Describer): FindingData[] {
  return inputs.items.flatMap((item): FindingData[] => {
    const { key = '', impliedBy = [] } = knowledge.collections.get(item.collection) ?? {};
    const kind = knowledge.factors.get(key);
    if (kind === undefined || item.given.some(({ factor }) => factor === kind)) return [];
    // An item that a statement of the workload implies is of no kind.
    if (item.given.every(({ factor }) => impliedBy.includes(factor.id))) return [];
    const role = places.find((decided) => decided.item === item)?.role.id;
    return [
      {
        code: 'item-kind-open',
        severity: 'warning',
        params: { item: item.name, factor: kind.title[lang] },
        ...(role !== undefined && { role }),
      },
    ];
  });
}

/** Decisions of which several rules hit, against their hit policy. */
function hitPolicyFindings(decision: StackDecision, describe: Describer): FindingData[] {
  const evaluations = [decision.evaluation, ...decision.places.map(({ evaluation }) => evaluation)];
  return [...new Set(evaluations.flatMap((one) => one.conflicts()))].map(({ id, body }): FindingData => ({
    code: 'hit-policy',
    severity: 'warning',
    params: {
      decision: describe.knowledge.decisions.get(id)?.title[describe.lang] ?? id,
      policy: body.form === 'table' ? body.policy.id : '',
    },
  }));
}

/** That nothing satisfies all statements, with the smallest set of them that conflicts. */
function conflictFinding(
  program: Program,
  workload: DecisionRequest,
  decision: StackDecision,
  describe: Describer,
): FindingData {
  const statements = minimalConflict(program, workload, decision.asOf);
  const decided = decision.places.find(({ status }) => status === 'conflict');
  const forbidden = new Set((decided?.result.answer ?? []).flat().filter((id) => describe.knowledge.forbidden.has(id)));
  return {
    code: 'unsatisfiable',
    severity: 'error',
    params: {
      ...(decided && { place: placeTitle(decided, describe) }),
      statements,
      forbidden: [...forbidden].map((outcome) => describe.outcome(outcome)),
    },
    statements,
    ...(decided && { role: decided.role.id }),
  };
}

/** How a place came to its choice, where that was not simply the answer of the guide. */
function placeFinding(decided: PlaceDecision, describe: Describer): FindingData | undefined {
  const { role, status, result, chosen, pick, options } = decided;
  const place = placeTitle(decided, describe);
  switch (status) {
    case 'no-result':
    case 'fit': {
      const remaining =
        role.narrowedBy && decided.evaluation.outcomes(role.narrowedBy.decision, role.narrowedBy.output).answer;
      const possible = possibleAnswers(decided);
      return {
        code: 'guide-silent',
        severity: pick === undefined ? 'warning' : 'info',
        params: {
          place,
          ...(remaining != null && { remaining: describe.answer(remaining) }),
          ...(pick && { chosen: candidateText(pick.ranked.candidate, describe) }),
          ...(possible !== undefined &&
            possible.length > 0 && { possible: possible.map((combo) => describe.combo(combo)) }),
        },
      };
    }
    case 'alternative':
      if (options.blocked.length > 0) return undefined;
      return {
        code: 'second-choice',
        severity: 'warning',
        params: { place, chosen: describe.combo(chosen), answer: describe.answer(result.answer ?? []) },
      };
    case 'required': {
      const joins = (result.answer ?? []).some((option) => option.every((id) => chosen.includes(id)));
      const params = { place, chosen: describe.combo(chosen) };
      if (joins) return { code: 'required-joined', severity: 'info', params };
      const answer = result.answer === null ? {} : { answer: describe.answer(result.answer) };
      return { code: 'required-over-guide', severity: 'warning', params: { ...params, ...answer } };
    }
    case 'answer':
    case 'substitute':
    case 'dropped':
    case 'conflict':
    case 'not-needed':
    case 'omitted':
      return undefined;
  }
  return status satisfies never;
}
