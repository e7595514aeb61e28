import type { WrittenValue } from '../language/values/fact.js';
import { DEFAULT_LANG, type Lang } from '../language/format.js';
import type { Attribute } from '../language/schema/knowledge/evidence.js';
import type { Chosen, EvidenceRow, FitRow } from '../language/schema/results/recommendation.js';
import type { Candidate, ProgramEvidence } from '../program/ir/fit.js';
import { monthOf } from '../program/ir/freshness.js';
import { runsOn } from '../decide/stack/constraints.js';
import type { PlaceDecision, StackDecision } from '../decide/stack/decide.js';
import type { Describer } from './describe.js';
import type { Evaluation } from '../program/eval/evaluation.js';
import type { RankedCandidate } from '../decide/fit/fit.js';
import type { Surroundings } from '../decide/stack/compatible.js';
import type { RequirementVerdict } from '../decide/fit/judge-candidate.js';
import { isStale } from '../decide/fit/judge.js';
import type { Requirement } from '../decide/inputs/requirements.js';
import { labelled, listed } from '../language/text/text.js';
import { TYPOGRAPHY } from '../language/texts/index.js';
import { REPORT_TEXTS } from './texts/index.js';
import type { ReportTexts } from './texts/texts.js';

/** Gives the rows and the texts of the factual opinion. */
export class FitDescriber {
  constructor(
    private readonly describe: Describer,
    private readonly decision: StackDecision,
  ) {}

  private get lang(): Lang {
    return this.describe.lang;
  }

  private get texts(): ReportTexts['fit'] {
    return REPORT_TEXTS[this.lang].fit;
  }

  private joined(parts: readonly string[]): string {
    return parts.join(TYPOGRAPHY[this.lang].semicolon);
  }

  /** The rows of a candidate, one for each requirement. */
  rows(
    { candidate, verdicts }: Pick<RankedCandidate, 'candidate' | 'verdicts'>,
    { evaluation }: Pick<PlaceDecision, 'evaluation'>,
  ): FitRow[] {
    return verdicts.map((one) => this.row(candidate, one, evaluation));
  }

  /** What is demanded, with its criterion, and what was found. */
  summary(candidate: Candidate, judged: RequirementVerdict): { demand: string; found: string } {
    const title = judged.requirement.criterion.criterion.title[this.lang];
    return {
      demand: labelled(title, this.required(judged.requirement).text, this.lang),
      found: this.found(candidate, judged)?.text ?? '',
    };
  }

  private row(candidate: Candidate, judged: RequirementVerdict, evaluation: Evaluation): FitRow {
    const { requirement, verdict, judgement } = judged;
    const { criterion, index, origin } = requirement;
    const technology = candidate.members[judged.member] ?? candidate.id;
    const facts = candidate.evidence[index]?.[judged.member]?.[judged.attribute]?.list ?? [];
    const found = this.found(candidate, judged);
    const required = this.required(requirement);
    return {
      combination: candidate.id,
      technology,
      criterion: criterion.id,
      title: criterion.criterion.title[this.lang],
      required: required.neutral,
      requiredText: required.text,
      ...(origin !== undefined && { origin }),
      found: found?.neutral ?? null,
      ...(found && { foundText: found.text }),
      verdict,
      doubts: [...judgement.doubts],
      ...(judgement.margin !== undefined && { margin: Math.round(judgement.margin * 1000) / 1000 }),
      text: this.remark(judged, technology, facts),
      evidence: facts.map((evidence) => this.evidence(evidence, judgement.decisive.includes(evidence), evaluation)),
    };
  }

  private evidence(evidence: ProgramEvidence, deciding: boolean, evaluation: Evaluation): EvidenceRow {
    const { fact, technology, date, tests } = evidence;
    const reference = this.describe.knowledge.references.get(fact.source);
    const holds = tests === undefined ? true : evaluation.truth(tests);
    return {
      technology,
      attribute: fact.attribute,
      value: neutral(fact),
      kind: fact.kind,
      confidence: fact.confidence,
      ...(date !== undefined && { date }),
      deciding,
      applies: holds === undefined ? 'unknown' : holds ? 'yes' : 'no',
      ...(isStale(evidence, monthOf(this.decision.asOf)) && { stale: true as const }),
      ...(fact.derived === true && { derived: true as const }),
      ...(fact.conditions && { text: fact.conditions[this.lang] }),
      source: fact.source,
      title: reference?.title ?? fact.source,
      url: reference?.url ?? '',
    };
  }

  /** What is demanded, as ids and as a text. */
  private required({ criterion, value, figure }: Requirement): { neutral: string; text: string } {
    const [attribute] = criterion.attributes;
    const sign = criterion.criterion.better === 'higher' ? '≥' : '≤';
    const written = this.writtenDemand(criterion.criterion, value);
    if (attribute?.type === 'quantity') {
      const { factor } = criterion;
      const measured = figure?.dimension === attribute.dimension ? figure.text : undefined;
      const bound = factor?.type === 'ordinal' ? factor.levels.find(({ id }) => id === value)?.bound : undefined;
      const text = `${sign} ${measured ?? written ?? bound ?? String(value)}`;
      return { neutral: text, text };
    }
    const demanded = written ?? String(value);
    if (criterion.criterion.contains === true) {
      return { neutral: demanded, text: listed(demanded.split(' | ').map(this.describe.outcome), this.lang) };
    }
    const titles = demanded
      .split(' | ')
      .map((one) => (attribute === undefined ? one : titleOf(attribute, one, this.lang)));
    if (attribute?.type === 'name') return { neutral: demanded, text: this.texts.oneOfAccepted(titles.length) };
    const text = listed(titles, this.lang);
    return {
      neutral: demanded,
      text: attribute?.type === 'ordinal' && demanded !== attribute.levels.at(-1)?.id ? this.texts.atLeast(text) : text,
    };
  }

  private writtenDemand(
    { always, demands }: Requirement['criterion']['criterion'],
    value: unknown,
  ): string | undefined {
    const written = always ?? demands?.[String(value)];
    if (written === undefined) return undefined;
    return (Array.isArray(written) ? written : [written]).map(String).join(' | ');
  }

  /** What was found, as ids and as a text; undefined where no fact decides. */
  private found(
    candidate: Candidate,
    { requirement, judgement, attribute: at }: RequirementVerdict,
  ): { neutral: string; text: string } | undefined {
    const { criterion } = requirement.criterion;
    if (criterion.contains === true) return { neutral: candidate.id, text: candidateText(candidate, this.describe) };
    const attribute = requirement.criterion.attributes[at];
    if (attribute === undefined || judgement.decisive.length === 0) return undefined;
    const facts = judgement.decisive.map(({ fact }) => fact);
    const texts = facts.map((fact) => factText(fact, attribute, this.lang));
    return { neutral: facts.map(neutral).join('; '), text: this.joined([...new Set(texts)]) };
  }

  /** What a conditional verdict depends on, or how to measure what is unknown. */
  private remark(
    { verdict, judgement, requirement, attribute }: RequirementVerdict,
    technology: string,
    facts: readonly ProgramEvidence[],
  ): string {
    const { texts } = this;
    const doubts = judgement.doubts.map((doubt) => texts.doubts[doubt]);
    if (verdict !== 'unknown') return this.joined(doubts);
    if (judgement.decisive.length > 0) {
      // A bound beyond the demand does not contradict it.
      const isAgainst = (judgement.margin ?? 0) < 0 && !judgement.doubts.includes('bound-only');
      return this.joined([...(isAgainst ? [texts.evidenceAgainst] : []), ...doubts]);
    }
    const { measure } = requirement.criterion.attributes[attribute] ?? {};
    const missing = (facts.length > 0 ? texts.otherConditions : texts.noSource)(this.describe.outcome(technology));
    return this.joined([missing, ...(measure === undefined ? [] : [texts.howToMeasure(measure[this.lang])])]);
  }
}

/** The outcomes of a candidate, the leading one first: Kata Containers, then Kubernetes. */
function outcomesOf({ members, by }: Candidate): string[] {
  return members.map((member) => (by?.technology === member ? by.interface : member));
}

/** What runs already, and what is forbidden. */
type Around = Pick<Surroundings, 'exists' | 'forbidden'>;

const NOTHING_RUNS: Around = { exists: () => false, forbidden: new Set() };

/** An outcome, and what realises it: in an interface, what is chosen for it; else what runs already. */
export interface NamedOutcome {
  readonly id: string;
  readonly by?: string;
}

/**
 * The outcomes of a candidate, the leading one first.
 *
 * @param around what runs already; what is forbidden is not named
 */
export function namesOf(candidate: Candidate, { exists, forbidden }: Around): NamedOutcome[] {
  const { by, realisers } = candidate;
  return outcomesOf(candidate).map((id, n) => {
    if (by?.interface === id) return { id, by: by.technology };
    const present = exists(id) ? undefined : realisers[n]?.find((name) => exists(name) && !forbidden.has(name));
    return present === undefined ? { id } : { id, by: present };
  });
}

/** A candidate as an answer names it. Where it is not given what runs already, only what is chosen for an interface is named with it. */
export function chosenOf(candidate: Candidate, describe: Describer, around: Around = NOTHING_RUNS): Chosen[] {
  return namesOf(candidate, around).map(({ id, by }) => {
    const needs = runsOn(id, describe.knowledge).filter((other) => !candidate.combo.includes(other));
    return {
      id,
      title: describe.outcome(id),
      ...(by !== undefined && { by, byTitle: describe.outcome(by) }),
      ...(needs.length > 0 && { runsOn: needs.map((other) => ({ id: other, title: describe.outcome(other) })) }),
    };
  });
}

/** The text of a candidate: `S3 by Ceph RGW`. */
export function candidateText(candidate: Candidate, describe: Describer): string {
  const { by } = candidate;
  return outcomesOf(candidate)
    .map((id) =>
      by?.interface === id
        ? REPORT_TEXTS[describe.lang].realisedBy(describe.outcome(id), describe.outcome(by.technology))
        : describe.outcome(id),
    )
    .join(' + ');
}

/** What a fact states, the same in every language: ids, figures, and free text in the default language. */
export function neutral(written: WrittenValue): string {
  if (written.between !== undefined) return written.between.map(String).join(' – ');
  if (written.atMost !== undefined) return `≤ ${String(written.atMost)}`;
  if (written.atLeast !== undefined) return `≥ ${String(written.atLeast)}`;
  if (written.text !== undefined) return written.text[DEFAULT_LANG];
  return written.values?.join(', ') ?? String(written.value);
}

/** The text of what a fact states. */
export function factText(written: WrittenValue, attribute: Attribute, lang: Lang): string {
  if (written.text !== undefined) return written.text[lang];
  if (attribute.type === 'flag') return yesNo(written.value === true, lang);
  if (attribute.type === 'set')
    return (written.values ?? []).map((value) => titleOf(attribute, value, lang)).join(TYPOGRAPHY[lang].comma);
  if (attribute.type !== 'ordinal') return neutral(written);
  const [level, bound] =
    written.value !== undefined
      ? [written.value, '']
      : [written.atMost ?? written.atLeast, written.atMost === undefined ? '≥ ' : '≤ '];
  return `${bound}${titleOf(attribute, String(level), lang)}`;
}

function titleOf(attribute: Attribute, value: string, lang: Lang): string {
  if (attribute.type === 'ordinal') return attribute.levels.find(({ id }) => id === value)?.title[lang] ?? value;
  if (attribute.type === 'set') return attribute.values.find(({ id }) => id === value)?.title[lang] ?? value;
  if (attribute.type === 'flag') return yesNo(value === 'true', lang);
  return value;
}

const yesNo = (value: boolean, lang: Lang): string => (value ? REPORT_TEXTS[lang].yes : REPORT_TEXTS[lang].no);
