import { readFact, type WrittenValue } from '../language/values/fact.js';
import type { KnowledgeDocuments } from '../language/schema/kinds.js';
import { nearest } from '../language/diagnostics/nearest.js';
import type { Condition } from '../language/schema/knowledge/condition.js';
import type { Text } from '../language/schema/common.js';
import type { Attribute, Fact } from '../language/schema/knowledge/evidence.js';
import type { Factor } from '../language/schema/knowledge/factor.js';
import { readValue } from '../language/values/value.js';
import type { Path } from '../language/read/yaml.js';
import { checkCondition } from './link-condition.js';
import { ids, type LinkContext } from './link-context.js';

/** Checks what a technology states of itself: every fact suits its attribute and names a work that is listed. */
export function linkTechnology(document: KnowledgeDocuments['Technology'], context: LinkContext): void {
  const { knowledge, refer } = context;
  const each = knowledge.roles.find(({ id }) => id === document.role)?.each;
  const test = (condition: object | undefined, path: Path): void => {
    if (condition !== undefined) checkCondition(condition as Condition, each, path, context);
  };
  for (const key of ['runsOn', 'realises', 'alternatives'] as const) {
    for (const [index, name] of (document[key] ?? []).entries()) {
      refer('technology', name, knowledge.technologies, [key, index]);
    }
  }
  checkFacts(document.facts ?? [], each, context);
  for (const key of ['lifecycle', 'needs', 'hazards'] as const) {
    for (const [index, entry] of (document[key] ?? []).entries()) {
      const path = [key, index];
      if (entry.source !== undefined) cite(entry.source, [...path, 'source'], context);
      if ('when' in entry) test(entry.when, [...path, 'when']);
      if ('that' in entry) test(entry.that, [...path, 'that']);
    }
  }
}

/** Checks that an advisory tests what can be stated, and cites a work that is listed. */
export function linkAdvisory({ when, unless, source }: KnowledgeDocuments['Advisory'], context: LinkContext): void {
  checkCondition(when, undefined, ['when'], context);
  if (unless !== undefined) checkCondition(unless, undefined, ['unless'], context);
  if (source !== undefined) cite(source, ['source'], context);
}

/** Checks facts on a technology that are in a document of their own. */
export function linkEvidence(document: KnowledgeDocuments['Evidence'], context: LinkContext): void {
  const { knowledge, refer } = context;
  refer('technology', document.technology, knowledge.technologies, ['technology']);
  const role = knowledge.technologies.get(document.technology)?.role;
  checkFacts(document.facts, knowledge.roles.find(({ id }) => id === role)?.each, context);
}

function checkFacts(facts: readonly Fact[], each: string | undefined, context: LinkContext): void {
  for (const [index, fact] of facts.entries()) {
    const path = ['facts', index];
    checkForm(fact, fact.attribute, path, context);
    checkScope(fact.scope, fact.attribute, [...path, 'scope'], context);
    for (const [n, name] of (fact.with ?? []).entries())
      context.refer('technology', name, context.knowledge.technologies, [...path, 'with', n]);
    if (fact.when !== undefined) checkCondition(fact.when, each, [...path, 'when'], context);
    cite(fact.source, [...path, 'source'], context);
  }
}

/** Checks that a scope is one of the attribute; a figure of an attribute that has scopes must name one. */
function checkScope(
  scope: string | undefined,
  attribute: string,
  path: Path,
  { knowledge, report, at, refer }: LinkContext,
): void {
  const scopes = scopesOf(knowledge.attributes.get(attribute));
  if (scope !== undefined) refer('scope', scope, scopes, path);
  else if (scopes.length > 0)
    report.add('scope-missing', { attribute, expected: scopes.map(({ id }) => id) }, at(path.slice(0, -1)));
}

/** What figures on an attribute can count; none where all count the same. */
const scopesOf = (attribute: Attribute | undefined): readonly { readonly id: string; readonly title: Text }[] =>
  attribute?.type === 'quantity' ? (attribute.scopes ?? []) : [];

/** Checks that what is written for an attribute is of a form that it takes. */
function checkForm(written: WrittenValue, attribute: string, path: Path, context: LinkContext): void {
  const { knowledge, report, at, refer } = context;
  if (!refer('attribute', attribute, knowledge.attributes, [...path, 'attribute'])) return;
  const found = knowledge.attributes.get(attribute);
  if (found === undefined) return;
  const dimension = found.type === 'quantity' ? knowledge.dimensions.get(found.dimension) : undefined;
  const read = readFact(written, found, dimension);
  if (!('problem' in read)) return;
  switch (read.problem) {
    case 'form':
      report.add('fact-form', { attribute, type: found.type, expected: read.expected }, at(path));
      break;
    case 'level': {
      const { value, expected } = read;
      report.add(
        'wrong-value',
        { key: attribute, value, expected },
        at([...path, read.key]),
        nearest(value, ids(expected)),
      );
      break;
    }
    case 'quantity':
      report.add(
        'not-a-quantity',
        { factor: attribute, value: read.value, examples: read.examples },
        at([...path, read.key]),
      );
      break;
    case 'range':
      report.add('range-reversed', { attribute }, at([...path, 'between']));
  }
}

function cite(source: string, path: Path, { knowledge, refer }: LinkContext): void {
  refer('source', source, knowledge.references, path);
}

/** Checks a claim: what it is about exists, and its figure is one. */
export function linkClaim(document: KnowledgeDocuments['Claim'], context: LinkContext): void {
  const { knowledge, refer } = context;
  refer('clause', document.source, knowledge.clauses, ['source']);
  refer('outcome', document.technology, knowledge.outcomeById, ['technology']);
  const figure = document.atLeast ?? document.atMost ?? document.below ?? document.above;
  checkForm(figure === undefined ? {} : { atMost: figure }, document.attribute, [], context);
  for (const [index, source] of document.references.entries()) cite(source, ['references', index], context);
}

/** Checks a criterion: its attributes, the factor that states the requirement, and that every demand can be met or missed. */
export function linkCriterion(document: KnowledgeDocuments['Criterion'], context: LinkContext): void {
  const { knowledge, refer, report, at } = context;
  for (const [index, role] of document.roles.entries()) refer('role', role, knowledge.roles, ['roles', index]);
  for (const key of ['factor', 'presentIn'] as const) {
    const name = document[key];
    if (name !== undefined) refer('factor', name, knowledge.factors, [key]);
  }
  if (document.source !== undefined) refer('clause', document.source, knowledge.clauses, ['source']);
  const subjects = [document.attributes, document.presentIn, document.contains].filter(
    (subject) => subject !== undefined,
  );
  if (subjects.length !== 1) {
    report.add('criterion-subject', { id: document.id }, at(['id']));
  }
  const factor = document.factor === undefined ? undefined : knowledge.factors.get(document.factor);
  if (document.contains === true) {
    for (const [level, demanded] of Object.entries(document.demands ?? {})) {
      if (factor !== undefined) checkLevel(factor, level, ['demands', level], context);
      for (const name of Array.isArray(demanded) ? demanded : [demanded]) {
        refer('outcome', String(name), knowledge.outcomeById, ['demands', level]);
      }
    }
  }
  for (const [index, name] of (document.attributes ?? []).entries()) {
    if (!refer('attribute', name, knowledge.attributes, ['attributes', index])) continue;
    const attribute = knowledge.attributes.get(name);
    if (attribute === undefined) continue;
    const form = attribute.type === 'set' || attribute.type === 'name' ? 'values' : 'value';
    const demand = (written: unknown, path: Path): void => {
      for (const one of Array.isArray(written) ? written : [written]) {
        checkForm(form === 'values' ? { values: [String(one)] } : { value: one as string }, name, path, context);
      }
    };
    if (document.always !== undefined) demand(document.always, ['always']);
    for (const [level, written] of Object.entries(document.demands ?? {})) {
      const path = ['demands', level];
      if (factor !== undefined) checkLevel(factor, level, path, context);
      demand(written, path);
    }
    if (document.bounds !== undefined) checkBounds(document, attribute, context);
    const measured = factor !== undefined && 'dimension' in factor ? factor.dimension : undefined;
    if (factor?.type === 'quantity' && (attribute.type !== 'quantity' || attribute.dimension !== measured)) {
      report.add('criterion-dimension', { factor: factor.id, attribute: name }, at(['attributes', index]));
    }
  }
}

/** Checks that a demand is made for a level or value that the factor has. */
function checkLevel(factor: Factor, level: string, path: Path, { knowledge, report, at }: LinkContext): void {
  const written = level === 'true' || level === 'false' ? level === 'true' : level;
  readValue(factor, written, knowledge, report, () => at(path, 'key'));
}

/** Checks that the ends of a scale differ, also by logarithm where the scale is logarithmic. */
function checkBounds(document: KnowledgeDocuments['Criterion'], attribute: Attribute, context: LinkContext): void {
  const before = context.report.all.length;
  const ends = (document.bounds ?? []).map((bound, n) => {
    checkForm({ value: bound }, attribute.id, ['bounds', n], context);
    const dimension = attribute.type === 'quantity' ? context.knowledge.dimensions.get(attribute.dimension) : undefined;
    const read = readFact({ value: bound }, attribute, dimension);
    return 'form' in read && read.form === 'range' ? read.low : Number.NaN;
  });
  if (context.report.all.length > before) return;
  const [low = Number.NaN, high = Number.NaN] = ends;
  if (!(low < high) || (document.scale === 'log' && low <= 0)) {
    context.report.add('bounds-unusable', { id: document.id }, context.at(['bounds']));
  }
}

/** Checks a rule of compatibility. */
export function linkCompatibility(document: KnowledgeDocuments['Compatibility'], context: LinkContext): void {
  const { knowledge, refer, report, at } = context;
  for (const key of ['of', 'with', 'anyOf'] as const) {
    for (const [index, name] of (document[key] ?? []).entries())
      refer('technology', name, knowledge.technologies, [key, index]);
  }
  const each = document.of
    .map((name) => knowledge.roles.find(({ id }) => id === knowledge.outcomeById.get(name)?.role)?.each)
    .find((name) => name !== undefined);
  for (const key of ['that', 'when', 'unless'] as const) {
    const condition = document[key];
    if (condition !== undefined) checkCondition(condition, each, [key], context);
  }
  if (document.source !== undefined) cite(document.source, ['source'], context);
  const { relation } = document;
  if (relation === 'requires' && document.anyOf === undefined) {
    report.add('missing-key', { key: 'anyOf' }, at(['relation']));
  }
  if (
    (relation === 'excludes' || relation === 'pointless-with') &&
    document.with === undefined &&
    document.when === undefined
  ) {
    report.add('missing-key', { key: 'with' }, at(['relation']));
  }
  for (const key of ['with', 'anyOf', 'that'] as const) {
    const heard = RELATION_KEYS[relation];
    if (document[key] !== undefined && !heard.includes(key)) {
      report.add('unknown-key', { key, expected: heard }, at([key], 'key'));
    }
  }
}

/** The keys that each relation uses, in addition to those that all have. */
const RELATION_KEYS: Readonly<Record<KnowledgeDocuments['Compatibility']['relation'], readonly string[]>> = {
  requires: ['anyOf'],
  excludes: ['with'],
  'pointless-with': ['with'],
  'needs-condition': ['with', 'that'],
};
