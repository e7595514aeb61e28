import type { Lang } from '../language/format.js';
import type { KnowledgeDocument } from '../language/schema/kinds.js';
import type { Because, Cause } from '../language/schema/results/difference.js';
import type { Test } from '../language/schema/knowledge/condition.js';
import type { Answer, Decision, OutputAnswer, Rule } from '../language/schema/knowledge/decision.js';
import type { Fact } from '../language/schema/knowledge/evidence.js';
import { typeset } from '../language/text/text.js';
import type { Describer } from '../report/describe.js';
import { factText } from '../report/present-fit.js';
import type { KnowledgeBase } from '../load/knowledge.js';
import { declarationOf, parseRef } from '../load/outputs.js';
import { alternativesOf } from '../program/ir/answers.js';
import type { Attribution } from './attribution.js';
import type { KnowledgeChange, Version } from './document-diff.js';
import type { ChangePlaces } from './places.js';
import { DIFF_TEXTS } from './texts/index.js';

/** What describes the changes of one of the two versions: its texts and the places of its files. */
export interface DifferenceDescriber {
  readonly describe: Describer;
  readonly places: ChangePlaces;
}

/** An attribution as documents give it: each change with its text and its places. */
export function because({ proof, changes }: Attribution, from: DifferenceDescriber, to: DifferenceDescriber): Because {
  return { proof, changes: changes.map((change) => causeOf(change, from, to)) };
}

function causeOf(change: KnowledgeChange, from: DifferenceDescriber, to: DifferenceDescriber): Cause {
  const { kind, id, at, before, after } = change;
  const version = after ?? before;
  if (version === undefined) throw new RangeError(`no version of ${kind} ${id}`);
  const side = after === undefined ? from : to;
  const kindOfChange: Cause['change'] = after === undefined ? 'removed' : before === undefined ? 'added' : 'changed';
  const { lang } = side.describe;
  const texts = DIFF_TEXTS[lang].change;
  const rule = isRule(change) ? (version.value as Rule) : undefined;
  const fact = isFact(change) ? (version.value as Fact) : undefined;
  const origin = rule?.package ?? version.stored.package;
  const subject = subjectOf(change, version, origin, side.describe);
  const [was, is] = [before && content(change, before, from.describe), after && content(change, after, to.describe)];
  const text =
    kindOfChange !== 'changed'
      ? texts[kindOfChange](subject, is ?? was)
      : was === undefined || is === undefined || was === is
        ? texts.changedInside(subject)
        : texts.changed(subject, was, is);
  const [place, old] = [side.places.of(change, version), before && after && from.places.of(change, before)];
  const source = rule?.source ?? fact?.source;
  return {
    change: kindOfChange,
    kind,
    id,
    at: at.join('.'),
    package: origin,
    ...(rule?.id !== undefined && { rule: rule.id }),
    ...(source !== undefined && { source }),
    ...(before && at.length > 0 && { before: before.value }),
    ...(after && at.length > 0 && { after: after.value }),
    text: typeset(text, lang),
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
  const texts = DIFF_TEXTS[lang].subject;
  const title = titleOf(document, lang);
  if (isRule(change)) {
    const { id, source } = value as Rule;
    return texts.rule(
      source ?? (id?.includes('#') === true ? undefined : id),
      title,
      knowledge.packages.length > 1 ? origin : undefined,
    );
  }
  if (isFact(change)) {
    const { attribute, source } = value as Fact;
    const technology = document.kind === 'Evidence' ? document.technology : document.id;
    return texts.fact(
      knowledge.attributes.get(attribute)?.title[lang] ?? attribute,
      describe.outcome(technology),
      source,
    );
  }
  const [key, entry] = change.at;
  if (document.kind === 'Package' && key === 'forbid') return texts.forbidden(title);
  if (document.kind === 'Package' && key === 'weights')
    return texts.weight(knowledge.criteria.get(entry ?? '')?.title[lang] ?? entry ?? '', title);
  const named = texts.document(document.kind, title);
  return key === undefined ? named : texts.part(named, change.at.join('.'));
}

const titleOf = (document: KnowledgeDocument, lang: Lang): string =>
  'title' in document ? document.title[lang] : document.id;

/** Longer data is abridged in texts; the document holds all of it. */
const MAX_DATA_LENGTH = 120;

/** What a version states; undefined for a document as a whole. */
function content(change: KnowledgeChange, { value, stored }: Version, describe: Describer): string | undefined {
  const { knowledge, lang } = describe;
  if (isRule(change)) return ruleText(value as Rule, decisionOfRules(stored.document, knowledge), describe);
  if (isFact(change)) {
    const fact = value as Fact;
    const attribute = knowledge.attributes.get(fact.attribute);
    const stated = attribute === undefined ? '' : factText(fact, attribute, lang);
    const date = fact.date ?? knowledge.references.get(fact.source)?.date;
    return DIFF_TEXTS[lang].content.fact(stated, fact.kind, fact.confidence, date);
  }
  if (change.at.length === 0) return undefined;
  const text = typeof value === 'string' ? describe.outcome(value) : JSON.stringify(value);
  return text.length > MAX_DATA_LENGTH ? `${text.slice(0, MAX_DATA_LENGTH)}…` : text;
}

/** The decision that the rules of a document are of: its own, or the one that it extends. */
function decisionOfRules(document: KnowledgeDocument, { decisions }: KnowledgeBase): Decision | undefined {
  return document.kind === 'Decision' ? decisions.get(document.extends?.decision ?? document.id) : undefined;
}

function ruleText({ when = {}, then, ask }: Rule, decision: Decision | undefined, describe: Describer): string {
  const texts = DIFF_TEXTS[describe.lang].content;
  const { roles, decisions } = describe.knowledge;
  const tests = Object.entries(when).map(([name, test]: [string, Test]) => describe.test(name, test));
  const titled = (name: string): string => roles.find(({ id }) => id === name)?.title[describe.lang] ?? name;
  // Figures and texts are shown as the rule has them.
  const answered = (output: string, answer: OutputAnswer): string => {
    const type = decision === undefined ? 'outcome' : declarationOf(decision, output).type;
    if (typeof answer === 'number' || (typeof answer === 'string' && type !== 'outcome')) return String(answer);
    return describe.answer(alternativesOf(answer));
  };
  const resultsOf = (): string[] => {
    if (typeof ask === 'string')
      return [texts.delegatesTo(decisions.get(parseRef(ask).decision)?.title[describe.lang] ?? ask)];
    if (ask !== undefined) return [texts.delegatesTo(ask.scenario)];
    if (typeof then === 'string' || (then !== undefined && ('allOf' in then || 'anyOf' in then)))
      return [describe.answer(alternativesOf(then as Answer))];
    return Object.entries((then ?? {}) as Readonly<Record<string, OutputAnswer>>).map(([output, answer]) =>
      texts.output(titled(output), answered(output, answer)),
    );
  };
  const results = resultsOf();
  return texts.rule(tests, results.length === 0 ? [texts.noOutput] : results);
}
