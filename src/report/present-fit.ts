import type { Said } from '../language/values/fact.js';
import type { Lang } from '../language/format.js';
import type { Attribute } from '../language/schema/knowledge/evidence.js';
import type { Chosen, EvidenceRow, FitRow } from '../language/schema/results/recommendation.js';
import { monthOf, type Candidate, type ProgramEvidence } from '../program/ir/fit.js';
import { runsOn } from '../decide/stack/constraints.js';
import type { PlaceDecision, StackDecision } from '../decide/stack/decide.js';
import type { Describer } from './describe.js';
import type { Evaluation } from '../program/eval/evaluation.js';
import type { RequirementVerdict, RankedCandidate } from '../decide/fit/fit.js';
import { isStale, type Doubt } from '../decide/fit/judge.js';
import type { Requirement } from '../decide/inputs/requirements.js';

/** Puts the factual opinion into words. */
export class FitDescriber {
  constructor(
    private readonly describe: Describer,
    private readonly decision: StackDecision,
  ) {}

  private get lang(): Lang {
    return this.describe.lang;
  }

  /** The rows of a candidate, one for each requirement. */
  rows({ candidate, verdicts }: RankedCandidate, { evaluation }: Pick<PlaceDecision, 'evaluation'>): FitRow[] {
    return verdicts.map((one) => this.row(candidate, one, evaluation));
  }

  /** What was demanded and what was found, in words. */
  summary(candidate: Candidate, judged: RequirementVerdict): { title: string; required: string; found: string } {
    return {
      title: judged.requirement.criterion.criterion.title[this.lang],
      required: this.required(judged.requirement).text,
      found: this.found(candidate, judged)?.text ?? '',
    };
  }

  private row(candidate: Candidate, judged: RequirementVerdict, evaluation: Evaluation): FitRow {
    const { requirement, verdict, judgement } = judged;
    const { criterion, index, origin } = requirement;
    const technology = candidate.members[judged.member] ?? candidate.id;
    const facts = candidate.evidence[index]?.[judged.member]?.[judged.attribute]?.list ?? [];
    const said = this.found(candidate, judged);
    const required = this.required(requirement);
    return {
      combination: candidate.id,
      technology,
      criterion: criterion.id,
      title: criterion.criterion.title[this.lang],
      required: required.neutral,
      requiredText: required.text,
      ...(origin !== undefined && { origin }),
      found: said?.neutral ?? null,
      ...(said && { foundText: said.text }),
      verdict,
      doubts: [...judgement.doubts],
      ...(judgement.margin !== undefined && { margin: Math.round(judgement.margin * 1000) / 1000 }),
      text: this.because(judged, technology, facts),
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

  /** What is demanded, as ids and in words. */
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
      return { neutral: demanded, text: demanded.split(' | ').map(this.describe.outcome).join(OR[this.lang]) };
    }
    const titles = demanded
      .split(' | ')
      .map((one) => (attribute === undefined ? one : titleOf(attribute, one, this.lang)));
    if (attribute?.type === 'name') return { neutral: demanded, text: REQUIRED[this.lang].oneOf(titles.length) };
    const words = titles.join(OR[this.lang]);
    return {
      neutral: demanded,
      text:
        attribute?.type === 'ordinal' && demanded !== attribute.levels.at(-1)?.id
          ? REQUIRED[this.lang].atLeast(words)
          : words,
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

  /** What was found, as ids and in words; undefined for nothing. */
  private found(
    candidate: Candidate,
    { requirement, judgement, attribute: at }: RequirementVerdict,
  ): { neutral: string; text: string } | undefined {
    const { criterion } = requirement.criterion;
    if (criterion.contains === true) return { neutral: candidate.id, text: candidateText(candidate, this.describe) };
    const attribute = requirement.criterion.attributes[at];
    if (attribute === undefined || judgement.decisive.length === 0) return undefined;
    const facts = judgement.decisive.map(({ fact }) => fact);
    const words = facts.map((fact) => inWords(fact, attribute, this.lang));
    return { neutral: facts.map(neutral).join('; '), text: [...new Set(words)].join(SEMICOLON[this.lang]) };
  }

  /** What a conditional verdict depends on, or how to measure what is unknown. */
  private because(
    { verdict, judgement, requirement, attribute }: RequirementVerdict,
    technology: string,
    facts: readonly ProgramEvidence[],
  ): string {
    const say = BECAUSE[this.lang];
    const doubts = judgement.doubts.map((doubt) => say[doubt]);
    if (verdict !== 'unknown') return doubts.join(SEMICOLON[this.lang]);
    if (judgement.decisive.length > 0) return [say.against, ...doubts].join(SEMICOLON[this.lang]);
    const found = requirement.criterion.attributes[attribute];
    const missing = (facts.length > 0 ? say.elsewhere : say.unknown)(this.describe.outcome(technology));
    return found?.measure === undefined
      ? missing
      : `${missing}${SEMICOLON[this.lang]}${say.measure(found.measure[this.lang])}`;
  }
}

/** The outcomes of a candidate, the leading one first, as people say it: Kata Containers + Kubernetes. */
export function outcomesOf({ members, by }: Candidate): string[] {
  return members.map((member) => (by?.technology === member ? by.interface : member));
}

/** A candidate as an answer names it. */
export function chosenOf(candidate: Candidate, describe: Describer): Chosen[] {
  const { combo, by } = candidate;
  return outcomesOf(candidate).map((id) => {
    const needs = runsOn(id, describe.knowledge).filter((other) => !combo.includes(other));
    return {
      id,
      title: describe.outcome(id),
      ...(by?.interface === id && { by: by.technology, byTitle: describe.outcome(by.technology) }),
      ...(needs.length > 0 && { runsOn: needs.map((other) => ({ id: other, title: describe.outcome(other) })) }),
    };
  });
}

/** A candidate in words: `S3 by Ceph RGW`. */
export function candidateText(candidate: Candidate, describe: Describer): string {
  const { by } = candidate;
  return outcomesOf(candidate)
    .map((id) =>
      by?.interface === id
        ? BY[describe.lang](describe.outcome(id), describe.outcome(by.technology))
        : describe.outcome(id),
    )
    .join(' + ');
}

/** What a fact says, without words. */
export function neutral(said: Said): string {
  if (said.between !== undefined) return said.between.map(String).join(' – ');
  if (said.atMost !== undefined) return `≤ ${String(said.atMost)}`;
  if (said.atLeast !== undefined) return `≥ ${String(said.atLeast)}`;
  if (said.text !== undefined) return said.text.en;
  return said.values?.join(', ') ?? String(said.value);
}

/** What a fact says, in words. */
export function inWords(said: Said, attribute: Attribute, lang: Lang): string {
  if (said.text !== undefined) return said.text[lang];
  if (attribute.type === 'flag') return YES_NO[lang][Number(said.value === true)] ?? '';
  if (attribute.type === 'set')
    return (said.values ?? []).map((value) => titleOf(attribute, value, lang)).join(COMMA[lang]);
  if (attribute.type !== 'ordinal') return neutral(said);
  const [level, bound] =
    said.value !== undefined
      ? [said.value, '']
      : [said.atMost ?? said.atLeast, said.atMost === undefined ? '≥ ' : '≤ '];
  return `${bound}${titleOf(attribute, String(level), lang)}`;
}

function titleOf(attribute: Attribute, value: string, lang: Lang): string {
  if (attribute.type === 'ordinal') return attribute.levels.find(({ id }) => id === value)?.title[lang] ?? value;
  if (attribute.type === 'set') return attribute.values.find(({ id }) => id === value)?.title[lang] ?? value;
  if (attribute.type === 'flag') return YES_NO[lang][Number(value === 'true')] ?? value;
  return value;
}

const SEMICOLON = { en: '; ', zh: '；' };
const COMMA = { en: ', ', zh: '、' };
const OR = { en: ' or ', zh: '或' };
const YES_NO = { en: ['no', 'yes'], zh: ['否', '是'] };
const BY = {
  en: (name: string, by: string) => `${name} by ${by}`,
  zh: (name: string, by: string) => `${name}（由 ${by} 提供）`,
};
const REQUIRED = {
  en: {
    atLeast: (level: string) => `at least ${level}`,
    oneOf: (count: number) => `one of ${String(count)} accepted`,
  },
  zh: { atLeast: (level: string) => `至少为${level}`, oneOf: (count: number) => `${String(count)} 种可接受值之一` },
};
const BECAUSE: Readonly<
  Record<
    Lang,
    Readonly<Record<Doubt, string>> & {
      readonly against: string;
      readonly unknown: (technology: string) => string;
      readonly elsewhere: (technology: string) => string;
      readonly measure: (how: string) => string;
    }
  >
> = {
  en: {
    conditions: 'it was found under conditions that are not stated here',
    partly: 'only part of what was found would do',
    conflict: 'the sources, or their set-ups, disagree',
    stale: 'the evidence is past its expiry',
    'low-confidence': 'the evidence is weak',
    against: 'what there is speaks against it',
    unknown: (technology) => `no source gives this for ${technology}`,
    elsewhere: (technology) => `what sources give for ${technology} was found under conditions that do not hold here`,
    measure: (how) => `to measure it: ${how}`,
  },
  zh: {
    conditions: '得出该结论的条件在此没有说明',
    partly: '所见范围中只有一部分符合',
    conflict: '各来源或其测试环境的结果不一致',
    stale: '证据已过期',
    'low-confidence': '证据较弱',
    against: '现有证据对其不利',
    unknown: (technology) => `没有来源给出 ${technology} 的这一数据`,
    elsewhere: (technology) => `各来源关于 ${technology} 的数据，其前提条件在此不成立`,
    measure: (how) => `测量方法：${how}`,
  },
};
