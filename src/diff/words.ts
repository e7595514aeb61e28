import type { Lang } from '../language/format.js';
import type { KnowledgeDocument, KnowledgeKind } from '../language/schema/kinds.js';
import type { Because, Cause } from '../language/schema/results/difference.js';
import type { Condition, Test } from '../language/schema/knowledge/condition.js';
import type { Answer, Rule } from '../language/schema/knowledge/decision.js';
import type { Fact } from '../language/schema/knowledge/evidence.js';
import { spaced } from '../language/text/text.js';
import { isPlain } from '../language/read/workload.js';
import type { Describer } from '../report/describe.js';
import { inWords } from '../report/present-fit.js';
import { alternativesOf } from '../program/ir/outcomes.js';
import type { Attribution } from './attribution.js';
import type { KnowledgeChange, Version } from './document-diff.js';
import type { ChangePlaces } from './places.js';

/** One of two versions of some knowledge, as changes are told of it. */
export interface DifferenceDescriber {
  readonly describe: Describer;
  readonly places: ChangePlaces;
}

/** An account in words, with the places of its changes. */
export function because({ proof, changes }: Attribution, from: DifferenceDescriber, to: DifferenceDescriber): Because {
  return { proof, changes: changes.map((change) => causeOf(change, from, to)) };
}

function causeOf(change: KnowledgeChange, from: DifferenceDescriber, to: DifferenceDescriber): Cause {
  const { kind, id, at, before, after } = change;
  const version = after ?? before;
  if (version === undefined) throw new RangeError(`no version of ${kind} ${id}`);
  const teller = after === undefined ? from : to;
  const what: Cause['change'] = after === undefined ? 'removed' : before === undefined ? 'added' : 'changed';
  const { lang } = teller.describe;
  const say = WORDS[lang];
  const rule = isRule(change) ? (version.value as Rule) : undefined;
  const fact = isFact(change) ? (version.value as Fact) : undefined;
  const origin = rule?.package ?? version.stored.package;
  const subject = subjectOf(change, version, origin, teller.describe);
  const [was, is] = [before && content(change, before, from.describe), after && content(change, after, to.describe)];
  const text = what === 'changed' ? say.changed(subject, was ?? '', is ?? '') : say[what](subject, is ?? was ?? '');
  const [place, old] = [teller.places.of(change, version), before && after && from.places.of(change, before)];
  const source = rule?.source ?? fact?.source;
  return {
    change: what,
    kind,
    id,
    at: at.join('.'),
    package: origin,
    ...(rule?.id !== undefined && { rule: rule.id }),
    ...(source !== undefined && { source }),
    ...(before && at.length > 0 && { before: before.value }),
    ...(after && at.length > 0 && { after: after.value }),
    text: lang === 'zh' ? spaced(text) : text,
    ...(place && { place }),
    ...(old && { was: old }),
  };
}

const isRule = ({ kind, at }: KnowledgeChange): boolean =>
  kind === 'Decision' && (at.at(-1) === 'rules' || at[0] === 'tree');
const isFact = ({ kind, at }: KnowledgeChange): boolean =>
  (kind === 'Technology' || kind === 'Evidence') && at[0] === 'facts';

/** What has changed: `rule G5.3 of “Technology matrix”`. */
function subjectOf(change: KnowledgeChange, { value, stored }: Version, origin: string, describe: Describer): string {
  const { document } = stored;
  const { knowledge, lang } = describe;
  const say = WORDS[lang];
  const title = titleOf(document, lang);
  if (isRule(change)) {
    const { id, source } = value as Rule;
    return say.rule(
      source ?? (id?.includes('#') === true ? undefined : id),
      title,
      knowledge.packages.length > 1 ? origin : undefined,
    );
  }
  if (isFact(change)) {
    const { attribute, source } = value as Fact;
    const technology = document.kind === 'Evidence' ? document.technology : document.id;
    return say.fact(
      knowledge.attributes.get(attribute)?.title[lang] ?? attribute,
      describe.outcome(technology),
      source,
    );
  }
  const [key, entry] = change.at;
  if (document.kind === 'Package' && key === 'forbid') return say.forbids(title);
  if (document.kind === 'Package' && key === 'weights')
    return say.weight(knowledge.criteria.get(entry ?? '')?.title[lang] ?? entry ?? '', title);
  const named = say.document(KINDS[document.kind][lang], title);
  return key === undefined ? named : say.part(named, change.at.join('.'));
}

const titleOf = (document: KnowledgeDocument, lang: Lang): string =>
  'title' in document ? document.title[lang] : document.id;

/** Longer data is cut short; the document holds all of it. */
const LONGEST = 120;

/** What a version says; empty for a document as a whole. */
function content(change: KnowledgeChange, { value }: Version, describe: Describer): string {
  const { knowledge, lang } = describe;
  if (isRule(change)) return ruleText(value as Rule, describe);
  if (isFact(change)) {
    const fact = value as Fact;
    const attribute = knowledge.attributes.get(fact.attribute);
    const said = attribute === undefined ? '' : inWords(fact, attribute, lang);
    return WORDS[lang].said(said, fact.kind, fact.confidence, fact.date ?? knowledge.references.get(fact.source)?.date);
  }
  if (change.at.length === 0) return '';
  const text = typeof value === 'string' ? describe.outcome(value) : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function ruleText({ when = {}, then, ask }: Rule, describe: Describer): string {
  const say = WORDS[describe.lang];
  const tests = Object.entries(when as Condition).map(([name, test]: [string, Test]) => describe.test(name, test));
  const answered = (answer: Answer): string => describe.answer(alternativesOf(answer));
  const named = (name: string): string =>
    describe.knowledge.roles.find(({ id }) => id === name)?.title[describe.lang] ?? name;
  const says =
    ask !== undefined
      ? [
          say.asks(
            typeof ask === 'string'
              ? (describe.knowledge.decisions.get(ask)?.title[describe.lang] ?? ask)
              : ask.scenario,
          ),
        ]
      : typeof then === 'string' || (isPlain(then) && ('allOf' in then || 'anyOf' in then))
        ? [answered(then as Answer)]
        : Object.entries((then ?? {}) as Readonly<Record<string, Answer>>).map(([output, answer]) =>
            say.output(named(output), answered(answer)),
          );
  return say.rules(tests.join(say.and), says.length === 0 ? say.nothing : says.join(say.comma));
}

interface Words {
  readonly comma: string;
  readonly and: string;
  readonly nothing: string;
  readonly added: (subject: string, content: string) => string;
  readonly removed: (subject: string, content: string) => string;
  readonly changed: (subject: string, before: string, after: string) => string;
  readonly rule: (name: string | undefined, decision: string, origin: string | undefined) => string;
  readonly fact: (attribute: string, technology: string, source: string) => string;
  readonly said: (said: string, kind: Fact['kind'], confidence: Fact['confidence'], date: string | undefined) => string;
  readonly forbids: (title: string) => string;
  readonly weight: (criterion: string, title: string) => string;
  readonly document: (kind: string, title: string) => string;
  readonly part: (document: string, at: string) => string;
  readonly asks: (decision: string) => string;
  readonly output: (name: string, answer: string) => string;
  readonly rules: (tests: string, says: string) => string;
}

const FACT_WORDS: Readonly<Record<Lang, Readonly<Record<Fact['kind'] | Fact['confidence'], string>>>> = {
  en: {
    measurement: 'measured',
    benchmark: 'benchmark',
    paper: 'paper',
    documentation: 'documentation',
    'vendor-claim': "vendor's claim",
    high: 'high confidence',
    medium: 'medium confidence',
    low: 'low confidence',
  },
  zh: {
    measurement: '实测',
    benchmark: '基准测试',
    paper: '论文',
    documentation: '文档',
    'vendor-claim': '厂商宣称',
    high: '可信度高',
    medium: '可信度中',
    low: '可信度低',
  },
};

const WORDS: Readonly<Record<Lang, Words>> = {
  en: {
    comma: '; ',
    and: ' and ',
    nothing: 'nothing',
    added: (subject, content) => `added: ${subject}${content === '' ? '' : `: ${content}`}`,
    removed: (subject, content) => `removed: ${subject}${content === '' ? '' : `: ${content}`}`,
    changed: (subject, before, after) =>
      before === after ? `changed: ${subject}` : `changed: ${subject}: ${before}; now ${after}`,
    rule: (name, decision, origin) =>
      `${name === undefined ? 'a rule' : `rule ${name}`} of “${decision}”${origin === undefined ? '' : ` (${origin})`}`,
    fact: (attribute, technology, source) => `what ${source} says of ${technology}, ${attribute}`,
    said: (said, kind, confidence, date) =>
      `${said} (${[FACT_WORDS.en[kind], FACT_WORDS.en[confidence], ...(date === undefined ? [] : [date])].join(', ')})`,
    forbids: (title) => `what ${title} forbids`,
    weight: (criterion, title) => `the weight that ${title} gives to “${criterion}”`,
    document: (kind, title) => `the ${kind} “${title}”`,
    part: (document, at) => `${document}, ${at}`,
    asks: (decision) => `asks “${decision}”`,
    output: (name, answer) => `${name}: ${answer}`,
    rules: (tests, says) => (tests === '' ? says : `if ${tests}, then ${says}`),
  },
  zh: {
    comma: '；',
    and: '且',
    nothing: '不作答',
    added: (subject, content) => `新增${subject}${content === '' ? '' : `：${content}`}`,
    removed: (subject, content) => `删除${subject}${content === '' ? '' : `：${content}`}`,
    changed: (subject, before, after) =>
      before === after ? `修改${subject}` : `修改${subject}：原为“${before}”，现为“${after}”`,
    rule: (name, decision, origin) =>
      `“${decision}”的${name === undefined ? '一条规则' : `规则 ${name}`}${origin === undefined ? '' : `（${origin}）`}`,
    fact: (attribute, technology, source) => `${source}关于${technology}的${attribute}的说法`,
    said: (said, kind, confidence, date) =>
      `${said}（${[FACT_WORDS.zh[kind], FACT_WORDS.zh[confidence], ...(date === undefined ? [] : [date])].join('，')}）`,
    forbids: (title) => `${title}禁止的技术`,
    weight: (criterion, title) => `${title}为“${criterion}”设定的权重`,
    document: (kind, title) => `${kind}“${title}”`,
    part: (document, at) => `${document}的${at}`,
    asks: (decision) => `询问“${decision}”`,
    output: (name, answer) => `${name}：${answer}`,
    rules: (tests, says) => (tests === '' ? says : `若${tests}，则${says}`),
  },
};

const KINDS: Readonly<Record<KnowledgeKind, Readonly<Record<Lang, string>>>> = {
  Package: { en: 'package', zh: '知识包' },
  Dimension: { en: 'dimension', zh: '量纲' },
  Factor: { en: 'factor', zh: '因素' },
  Outcome: { en: 'outcome', zh: '结果' },
  Technology: { en: 'technology', zh: '技术' },
  Combinations: { en: 'combinations', zh: '组合' },
  Role: { en: 'role', zh: '角色' },
  Decision: { en: 'decision', zh: '决策' },
  Scenario: { en: 'scenario', zh: '场景' },
  Source: { en: 'source', zh: '出处' },
  Attribute: { en: 'attribute', zh: '属性' },
  Bibliography: { en: 'bibliography', zh: '文献' },
  Evidence: { en: 'evidence', zh: '证据' },
  Claim: { en: 'claim', zh: '论断' },
  Criterion: { en: 'criterion', zh: '准则' },
  Compatibility: { en: 'rule of compatibility', zh: '兼容性规则' },
  Tension: { en: 'tension', zh: '分歧' },
  Trend: { en: 'trend', zh: '趋势' },
};
