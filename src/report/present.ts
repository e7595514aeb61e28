import { versionOf } from '../load/knowledge.js';
import type {
  Finding,
  Input,
  Named,
  AnyRecommendation,
  RoleAnswer,
  Step,
} from '../language/schema/results/recommendation.js';
import { isDemanded } from '../decide/stack/choose.js';
import { API_VERSION } from '../language/format.js';
import type { Test } from '../language/schema/knowledge/condition.js';
import type { Lever as LeverRow } from '../language/schema/results/exploration.js';
import type { Value } from '../language/values/statement.js';
import type { Alternatives, OutcomeSet } from '../language/outputs/values.js';
import { possibleAnswers } from '../decide/stack/possible-answers.js';
import { unchosen, type Alternative } from './rivals/alternatives.js';
import { reasonText } from './rivals/reasons.js';
import { assumptionsOf } from './assumptions.js';
import { claimsOn, worksCited } from './claims.js';
import {
  leaders,
  isNeeded,
  decidingOpinion,
  type DecisionRequest,
  type PlaceDecision,
  type StackDecision,
} from '../decide/stack/decide.js';
import { named, round, share, type Describer } from './describe.js';
import type { Entailment } from '../program/compile/entailment.js';
import type { Hit } from '../program/eval/evaluation.js';
import { warningsOf, type Warnings } from './findings/alternatives.js';
import type { Given } from '../decide/inputs/inputs.js';
import type { RankedCandidate, RoleOpinion } from '../decide/fit/fit.js';
import type { Lever } from '../decide/stack/levers.js';
import type { UnstatedFactor } from '../decide/stack/open-factors.js';
import { fitText } from './fit-text.js';
import { candidateText, chosenOf, FitDescriber } from './present-fit.js';
import { robustnessOf } from './robustness.js';
import { remarksOn } from './remarks.js';
import { REPORT_TEXTS } from './texts/index.js';
import { rivalsOf } from './rivals/rivals.js';
import { traceOf } from './trace.js';

/** What a recommendation holds alongside the decision itself. */
export interface ReportContext {
  readonly workload: AnyRecommendation['workload'];
  readonly asOf: string;
  readonly findings: Finding[];
  readonly open: ReadonlyMap<PlaceDecision, readonly UnstatedFactor[]>;
  readonly constraints: Pick<DecisionRequest, 'forbid' | 'require'>;
  readonly trace: boolean;
  readonly robustness: boolean;
  readonly levers: readonly Lever[] | undefined;
  /** What is asked about, though it may not be chosen. */
  readonly whyNot: readonly string[];
}

/** The recommendation document of a decision, without its id; its texts are in the language of `describe`. */
export function present(
  decision: StackDecision,
  frame: ReportContext,
  describe: Describer,
): Omit<AnyRecommendation, 'id'> {
  const { knowledge, lang } = describe;
  const stack: Record<string, RoleAnswer | RoleAnswer[]> = {};
  for (const role of knowledge.roles) {
    const answers = decision.places
      .filter((decided) => decided.role.id === role.id)
      .map((decided) => roleAnswer(decided, decision, frame, describe));
    const [only] = answers;
    if (role.each !== undefined) stack[role.id] = answers;
    else if (only !== undefined) stack[role.id] = only;
  }
  const trends = remarksOn(knowledge.trends.values(), decision).map(({ id, title, date, source, text }) => ({
    id,
    title: title[lang],
    date,
    source,
    text: text[lang],
  }));
  const { findings } = frame;
  const claims = claimsOn(decision, describe);
  return {
    apiVersion: API_VERSION,
    kind: 'Recommendation',
    lang,
    asOf: frame.asOf,
    knowledge: versionOf(knowledge),
    workload: frame.workload,
    inputs: [
      ...decision.inputs.given.map((given) => input(given, undefined, describe)),
      ...decision.inputs.items.flatMap(({ collection, name, given }) =>
        given.map((g) => input(g, `${collection}/${name}`, describe)),
      ),
    ],
    stack,
    findings,
    tensions: remarksOn(knowledge.tensions.values(), decision).map(({ id, title, sides, reading }) => ({
      id: id.toUpperCase(),
      title: title[lang],
      sides: sides.map(({ text, source }) => ({ text: text[lang], ...(source !== undefined && { source }) })),
      reading: reading[lang],
    })),
    trends,
    claims,
    rivals: rivalsOf(decision, frame.constraints, frame.whyNot, describe),
    sources: worksCited({ stack, findings, claims, trends }, describe),
    ...((frame.robustness || frame.levers !== undefined) && {
      exploration: {
        robustness: frame.robustness ? robustnessOf(decision, describe) : [],
        ...(frame.levers && { levers: frame.levers.map((lever) => leverRow(lever, describe)) }),
      },
    }),
  };
}

function input(given: Given, of: string | undefined, describe: Describer): Input {
  const { factor, value, figure, origin, source } = given;
  return {
    factor: factor.id,
    ...(of !== undefined && { of }),
    value: plain(value),
    origin,
    ...(figure && { figure }),
    title: factor.title[describe.lang],
    valueTitle: describe.given(given),
    ...(source !== undefined && { source }),
  };
}

const plain = (value: Value | undefined): Input['value'] =>
  value === undefined ? null : typeof value === 'object' ? [...value] : value;

function roleAnswer(
  decided: PlaceDecision,
  decision: StackDecision,
  frame: ReportContext,
  describe: Describer,
): RoleAnswer {
  const { role, item, result, entailment, pick, chosen, opinion } = decided;
  const decidedBy = decidingOpinion(decided);
  const { knowledge, lang } = describe;
  const collection = item === undefined ? undefined : knowledge.collections.get(item.collection);
  const need = item?.given.find(({ factor }) => factor.id === collection?.key)?.value;
  const isPart = isPartOfStack(decided);
  const first = isPart ? leaders(decision, decided) : [];
  const best = first.length === 1 ? first[0] : undefined;
  const weighed = opinion.scored.reduce((sum, { weight }) => sum + weight, 0);
  const fit = new FitDescriber(describe, decision);
  const held = [pick?.ranked, guideChoice(decided), best].filter((ranked) => ranked !== undefined);
  const shown = new Map(held.map((ranked) => [ranked.candidate, ranked]));
  const { alternatives, rejected } = unchosen(decided, decision, frame.constraints);
  const possible = possibleAnswers(decided);
  return {
    role: role.id,
    title: knowledge.roles.find(({ id }) => id === role.id)?.title[lang] ?? role.id,
    ...(item && { name: item.name }),
    ...(typeof need === 'string' && { need }),
    ...familyOf(chosen, describe),
    ...(decidedBy && { opinion: decidedBy }),
    needed: isNeeded(decided),
    chosen: pick === undefined ? [] : chosenOf(pick.ranked.candidate, describe, decision.surroundings),
    assumes: assumptionsOf(decided, decision, describe),
    ...(pick && {
      verdict: pick.ranked.verdict,
      score: share(pick.ranked.score, weighed),
      rank: opinion.rankNumber(pick.ranked),
    }),
    fitBest: best === undefined ? [] : chosenOf(best.candidate, describe, decision.surroundings),
    fitTied: best === undefined ? first.map(({ candidate }) => candidate.id) : [],
    ...(isPart && textOfFit(fitText(decided, first, decision, describe))),
    weights: isPart
      ? Object.fromEntries(opinion.scored.map(({ criterion, weight }) => [criterion.id, share(weight, weighed)]))
      : {},
    fit: isPart ? [...shown.values()].flatMap((ranked) => fit.rows(ranked, decided)) : [],
    guide: {
      rules: [...new Set(result.hits.map(({ rule }) => rule.rule.source ?? rule.id))],
      ...guideAnswer(result.answer),
      ...(entailment && { entailed: factorsOver(entailment, describe) }),
    },
    ...(possible && { possible: named(possible) }),
    alternatives: alternatives.map((alternative) => ({
      ...alternativeRow(alternative, opinion, weighed, describe),
      ...warningsOf(alternative.ranked, decided, decision, describe),
    })),
    rejected: rejected.map(({ id, origin, reasons }) => ({
      id,
      origin,
      reasons: reasons.map((reason) => ({ code: reason.code, message: reasonText(reason, describe, fit) })),
    })),
    open: (frame.open.get(decided) ?? []).map((open) => openAnswer(open, describe)),
    why: result.hits.map((hit) => step(hit, describe)),
    ...(frame.trace && { trace: traceOf(decided, decision.inputs.given, describe) }),
  };
}

const textOfFit = (text: string | undefined): Pick<RoleAnswer, 'fitText'> =>
  text === undefined ? {} : { fitText: text };

function alternativeRow(
  { ranked, origin }: Alternative,
  opinion: RoleOpinion,
  weighed: number,
  describe: Describer,
): Omit<RoleAnswer['alternatives'][number], keyof Warnings> {
  const { candidate, verdict, distances } = ranked;
  return {
    id: candidate.id,
    title: candidateText(candidate, describe),
    technologies: [...candidate.combo],
    ...(candidate.by && { by: candidate.by.technology }),
    origin,
    rank: opinion.rankNumber(ranked),
    verdict,
    score: share(ranked.score, weighed),
    scores: Object.fromEntries(opinion.scored.map(({ criterion }, n) => [criterion.id, round(distances[n] ?? 1)])),
  };
}

/** Whether the role has a part in this stack; where nothing is needed and nobody asks for it, nothing is ranked. */
function isPartOfStack({ status, result, opinion }: PlaceDecision): boolean {
  if (status === 'omitted') return false;
  if (result.answer === null) return status !== 'not-needed' && (status !== 'no-result' || isDemanded(opinion));
  return status !== 'not-needed' || result.answer.flat().length > 0;
}

/** What the guide would have chosen by itself. */
function guideChoice({ result, opinion, evaluation, role, pick }: PlaceDecision): RankedCandidate | undefined {
  const [first] = result.answer ?? [];
  if (first === undefined || first.length === 0) return undefined;
  if (String(pick?.ranked.candidate.combo) === String(first)) return pick?.ranked;
  const [candidate] = evaluation.program.fit.get(role.id)?.of(first) ?? [];
  if (candidate === undefined) return undefined;
  return opinion.rank(candidate);
}

function guideAnswer(answer: Alternatives | null): { allOf?: string[]; anyOf?: Named[] } {
  const [only] = answer ?? [];
  if (answer === null || only === undefined) return {};
  return answer.length === 1 ? { allOf: [...only] } : { anyOf: named(answer) };
}

/** The factors that an answer is the same for. */
function factorsOver({ over }: Entailment, { lang }: Describer): { factor: string; title: string }[] {
  const factors = new Set(over.map(({ factor }) => factor));
  return Array.from(factors, ({ id, title }) => ({ factor: id, title: title[lang] }));
}

/** The family of a combination; `mixed` where its members differ. */
function familyOf(
  chosen: OutcomeSet,
  { knowledge, lang, outcome }: Describer,
): { family?: string; familyTitle?: string } {
  const families = [...new Set(chosen.flatMap((id) => knowledge.outcomeById.get(id)?.family ?? []))];
  const [family] = families;
  if (family === undefined) return {};
  return families.length === 1
    ? { family, familyTitle: outcome(family) }
    : { family: 'mixed', familyTitle: REPORT_TEXTS[lang].mixedFamily };
}

function openAnswer({ factor, of, changes }: UnstatedFactor, describe: Describer): RoleAnswer['open'][number] {
  return {
    factor: factor.id,
    ...(of !== undefined && { of }),
    title: factor.title[describe.lang],
    ...(factor.defining === true && { defining: true }),
    changes: changes.map(({ value, there }) => ({
      value: typeof value === 'boolean' ? value : String(value),
      valueTitle: describe.value(factor, value),
      chosen: [...there.chosen],
      text: textOfChoice(there, describe),
    })),
  };
}

function leverRow({ factor, of, from, value, place, there }: Lever, describe: Describer): LeverRow {
  return {
    role: place.role.id,
    ...(place.item && { name: place.item.name }),
    factor: factor.id,
    ...(of !== undefined && { of }),
    title: factor.title[describe.lang],
    from: stated(from),
    value: stated(value),
    valueTitle: describe.value(factor, value),
    chosen: [...there.chosen],
    text: textOfChoice(there, describe),
  };
}

/** What is chosen for a place, with what realises an interface in it. */
const textOfChoice = ({ chosen, pick }: PlaceDecision, describe: Describer): string =>
  chosen.length === 0 || pick === undefined ? describe.combo(chosen) : candidateText(pick.ranked.candidate, describe);

/** A value as a workload states it. */
const stated = (value: Value): LeverRow['value'] =>
  typeof value === 'object' ? [...value] : typeof value === 'number' ? String(value) : value;

function step({ decision, rule, answer }: Hit, describe: Describer): Step {
  const { lang, knowledge } = describe;
  const { variables, outcomes, some } = rule.tests;
  const because = [...variables, ...outcomes, ...some].map(({ name, test }) => ({
    factor: name,
    test: JSON.stringify(test),
    text: describe.test(name, test as Test),
  }));
  return {
    decision: decision.id,
    title: knowledge.decisions.get(decision.id)?.title[lang] ?? decision.id,
    ...(rule.rule.source !== undefined && { source: rule.rule.source }),
    // A test object with two operators makes one sentence.
    because: [...new Map(because.map((part) => [part.text, part])).values()],
    outcome: named(answer),
    outcomeText: describe.answer(answer),
    ...(rule.rule.why && { reason: rule.rule.why[lang] }),
    package: rule.origin.package,
  };
}
