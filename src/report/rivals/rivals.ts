import type { AnyRecommendation, Rival } from '../../language/schema/results/recommendation.js';
import { alternativesNamed } from '../../decide/stack/nearness.js';
import {
  conflictsWithRest,
  decidingOpinion,
  isNeeded,
  type DecisionRequest,
  type PlaceDecision,
  type StackDecision,
} from '../../decide/stack/decide.js';
import type { RankedCandidate } from '../../decide/fit/fit.js';
import { byRank, isTied } from '../../decide/fit/order.js';
import type { Candidate } from '../../program/ir/fit.js';
import { outcomeSetsOf } from '../../program/ir/answers.js';
import { trace } from '../../program/eval/trace.js';
import { reasonsAgainst } from './alternatives.js';
import { listed } from '../../language/text/text.js';
import { placeTitle, type Describer } from '../describe.js';
import { objectionText } from '../findings/stack.js';
import { rivalInFindings } from '../findings/fit.js';
import { candidateText, FitDescriber, namesOf } from '../present-fit.js';
import { reasonText } from './reasons.js';
import { REPORT_TEXTS } from '../texts/index.js';
import { TraceDescriber } from '../trace.js';

type Reason = Rival['reasons'][number];

/** So many rules are named that would answer a rival. */
const MAX_RULES = 2;

/**
 * Why not something else: what is asked about, at each place that could hold it, then what a finding names as doing better.
 *
 * @param asked outcomes, what realises an interface, or families, as a reader names them; known to the knowledge
 */
export function rivalsOf(
  decision: StackDecision,
  workload: Pick<DecisionRequest, 'forbid' | 'require'>,
  asked: readonly string[],
  describe: Describer,
): AnyRecommendation['rivals'] {
  const describer = new RivalDescriber(decision, workload, describe);
  const rows = asked.flatMap((name) =>
    decision.places.flatMap((decided) => {
      const rival = rivalNamed(name, decided, decision);
      return rival === undefined ? [] : [describer.row(rival, decided, name)];
    }),
  );
  const isRequested = (rival: RankedCandidate, { role, item }: PlaceDecision): boolean =>
    rows.some((row) => row.role === role.id && row.name === item?.name && row.id === rival.candidate.id);
  const named = decision.places.flatMap((decided) => {
    const rival = rivalInFindings(decided, decision);
    return rival === undefined || isRequested(rival, decided) ? [] : [describer.row(rival, decided)];
  });
  return [...rows, ...named];
}

/** Whether a name is that of a part of a candidate, of what realises it, or of the family of its leading part. */
function isNamed(name: string, { combo, members, by }: Candidate, { evaluation }: PlaceDecision): boolean {
  const { outcomeById } = evaluation.program.knowledge;
  const [lead = ''] = members;
  return (
    combo.includes(name) || members.includes(name) || by?.technology === name || outcomeById.get(lead)?.family === name
  );
}

/** What a name means at a place: what is chosen, if that contains it; else the best that can run, else the best; undefined where nothing there contains it. */
function rivalNamed(
  name: string,
  decided: PlaceDecision,
  { surroundings }: StackDecision,
): RankedCandidate | undefined {
  const { pick, feasible, opinion, evaluation, role } = decided;
  const isMeant = ({ candidate }: RankedCandidate): boolean => isNamed(name, candidate, decided);
  if (pick !== undefined) {
    const { ranked } = pick;
    // What runs already is named with what it realises.
    const isPresent = namesOf(ranked.candidate, surroundings).some(({ by }) => by === name);
    if (isPresent || isMeant(ranked)) return ranked;
  }
  const able = feasible.ranked.find(isMeant);
  if (able !== undefined) return able;
  const [best] = opinion.ranked.filter((one) => isMeant(one) && feasible.hasExpectedForm(one.candidate)).sort(byRank);
  if (best !== undefined) return best;
  // What only rules name is no candidate by itself.
  const { knowledge, fit } = evaluation.program;
  if (knowledge.technologies.get(name)?.role !== role.id) return undefined;
  const [part] = fit.get(role.id)?.of([name]) ?? [];
  return part && opinion.rank(part);
}

/** Finds the reasons against a rival, and puts them into words. */
class RivalDescriber {
  private readonly fit: FitDescriber;

  constructor(
    private readonly decision: StackDecision,
    private readonly workload: Pick<DecisionRequest, 'forbid' | 'require'>,
    private readonly describe: Describer,
  ) {
    this.fit = new FitDescriber(describe, decision);
  }

  private get texts() {
    return REPORT_TEXTS[this.describe.lang].rivals;
  }

  row(rival: RankedCandidate, decided: PlaceDecision, asked?: string): Rival {
    const { role, item } = decided;
    const { candidate } = rival;
    const title = candidateText(candidate, this.describe);
    const place = placeTitle(decided, this.describe);
    const [lead = ''] = candidate.members;
    const reasons = this.reasons(rival, decided, asked ?? lead);
    return {
      role: role.id,
      ...(item && { name: item.name }),
      id: candidate.id,
      title,
      technologies: [...candidate.combo],
      place,
      ...(asked !== undefined && { asked }),
      reasons,
      text: this.texts.sentence(
        title,
        place,
        reasons.map(({ message }) => message),
      ),
    };
  }

  private reasons(rival: RankedCandidate, decided: PlaceDecision, name: string): Reason[] {
    const { texts } = this;
    const { status, pick } = decided;
    if (pick?.ranked.candidate === rival.candidate) return [{ code: 'chosen', message: texts.chosen }];
    if (status === 'omitted') return [{ code: 'omitted', message: texts.omitted }];
    const barred = this.barred(rival, decided);
    if (barred.length > 0) return barred;
    if (pick === undefined && !isNeeded(decided)) {
      return [{ code: 'not-needed', message: texts.notNeeded }, ...this.rules(rival, decided, name)];
    }
    const found = [...this.guide(rival, decided, name), ...this.evidence(rival, decided)];
    // Where what is required for a place cannot run, nothing else takes its place.
    return found.length > 0 ? found : [{ code: 'required', message: texts.required(this.required(decided)) }];
  }

  /** What the workload requires for the role of a place. */
  private required({ role }: PlaceDecision): string {
    const { knowledge, outcome, lang } = this.describe;
    const ids = this.workload.require.filter((id) => knowledge.technologies.get(id)?.role === role.id);
    return listed((ids.length > 0 ? ids : this.workload.require).map(outcome), lang, 'and');
  }

  /** What keeps it from being chosen, whatever rules and facts say. */
  private barred(rival: RankedCandidate, decided: PlaceDecision): Reason[] {
    const against = reasonsAgainst({ ranked: rival, origin: 'any-of' }, decided, this.workload).map((reason) => ({
      code: reason.code,
      message: reasonText(reason, this.describe, this.fit),
    }));
    if (against.length > 0) return against;
    return conflictsWithRest(this.decision, decided, rival).map((conflict) => ({
      code: 'conflict',
      message: objectionText(conflict, this.describe),
    }));
  }

  /** What the guide answers in its place, and whether it would answer the rival. */
  private guide(rival: RankedCandidate, decided: PlaceDecision, name: string): Reason[] {
    const { texts, describe } = this;
    const { pick, result, status } = decided;
    const chosen = pick && candidateText(pick.ranked.candidate, describe);
    if (status === 'required' && chosen !== undefined) return [{ code: 'required', message: texts.required(chosen) }];
    if (decidingOpinion(decided) === 'fit') {
      const answer = (result.answer ?? []).filter((combo) => combo.length > 0);
      return status === 'substitute' && chosen !== undefined && answer.length > 0
        ? [{ code: 'nearer-relative', message: texts.nearerRelative(chosen, describe.answer(answer)) }]
        : [];
    }
    if (result.answer === null) return [];
    const rules = clausesOf(decided);
    const key = String(rival.candidate.combo);
    const isSecond = [
      ...result.answer,
      ...alternativesNamed(decided.role.id, result.hits, 'alternatives', describe.knowledge),
    ].some((combo) => String(combo) === key);
    if (isSecond) return [{ code: 'named-second', message: texts.namedSecond(rules, chosen) }];
    const answered = result.answer.filter((combo) => combo.length > 0);
    return [
      { code: 'guide', message: texts.guide(describe.answer(answered), rules) },
      ...this.rules(rival, decided, name),
    ];
  }

  /** The rules that name it and do not hit, with what they ask for and what is the case here; or that there is none. */
  private rules({ candidate: { combo } }: RankedCandidate, decided: PlaceDecision, name: string): Reason[] {
    const { texts } = this;
    const { evaluation, role, item } = decided;
    const describer = new TraceDescriber(
      evaluation,
      [...(item?.given ?? []), ...this.decision.inputs.given],
      this.describe,
    );
    const found = trace(evaluation, role.decision, role.output, (rule, why) => {
      const clause = rule.origin.source ?? rule.origin.rule;
      return {
        isMeant: outcomeSetsOf(rule).some((set) => String(set) === String(combo) || set.includes(name)),
        isSame: outcomeSetsOf(rule).some((set) => String(set) === String(combo)),
        message: (): string =>
          why.kind === 'no-result'
            ? texts.ruleWithoutResult(clause, describer.miss(rule, why).text)
            : texts.ruleMisses(clause, describer.condition(rule)),
      };
    }).flatMap(({ misses }) => misses.filter(({ isMeant }) => isMeant));
    const [same, other] = [found.filter(({ isSame }) => isSame), found.filter(({ isSame }) => !isSame)];
    const messages = [...same, ...other].map(({ message }) => message());
    if (messages.length === 0) return [{ code: 'no-rule', message: texts.noRule }];
    return [...new Set(messages)].slice(0, MAX_RULES).map((message) => ({ code: 'rule-misses', message }));
  }

  /** What the evidence says of it, next to what is chosen. */
  private evidence(rival: RankedCandidate, { opinion, pick }: PlaceDecision): Reason[] {
    const { texts } = this;
    const fails = rival.verdicts
      .filter(({ verdict, requirement: { origin } }) => verdict === 'fails' && origin !== 'typical')
      .map((judged): Reason => ({
        code: 'fails',
        message: reasonText({ code: 'fails', candidate: rival.candidate, judged }, this.describe, this.fit),
      }));
    if (pick === undefined || opinion.requirements.length === 0) return fails;
    const chosen = candidateText(pick.ranked.candidate, this.describe);
    if (isTied(rival, pick.ranked)) return [...fails, { code: 'tied', message: texts.tied(chosen) }];
    const [own, theirs] = [rival, pick.ranked].map((one) => opinion.rankNumber(one));
    return [...fails, { code: 'ranked', message: texts.ranked(own ?? 0, chosen, theirs ?? 0) }];
  }
}

/** The clauses of the guide behind the answer for a place. */
const clausesOf = ({ result }: PlaceDecision): string[] => [
  ...new Set(result.hits.map(({ rule }) => rule.rule.source ?? rule.id)),
];
