import { Diagnostics, type Diagnostic } from '../language/diagnostics/diagnostic.js';
import type { KnowledgeDocument } from '../language/schema/kinds.js';
import { parseQuantity } from '../language/values/quantity.js';
import type { Acknowledgement } from '../language/schema/knowledge/package.js';
import { readValue } from '../language/values/value.js';
import type { Path } from '../language/read/yaml.js';
import { operators } from '../language/values/statement.js';
import { namesNeeded } from '../language/diagnostics/problem-codes.js';
import { checkAliases } from './link-aliases.js';
import { checkCondition, checkOutput } from './link-condition.js';
import { contextAt, ids, type LinkContext } from './link-context.js';
import { checkAnswerType } from './link-outputs.js';
import { checkCycles, checkDecision } from './link-decision.js';
import {
  linkAdvisory,
  linkClaim,
  linkCompatibility,
  linkCriterion,
  linkEvidence,
  linkTechnology,
} from './link-evidence.js';
import { dimensionOf, type KnowledgeBase } from './knowledge.js';
import { outputsOf, parseRef } from './outputs.js';
import type { LocatedDocument } from './overlay.js';

/** Checks that every name in the knowledge leads somewhere, and that every rule tests what can be answered. */
export function linkKnowledge(
  knowledge: KnowledgeBase,
  located: readonly LocatedDocument[],
  report: Diagnostics,
): void {
  const broken: Broken[] = [];
  for (const { stored, locate, added } of located) {
    const own = locate === undefined ? new Diagnostics() : report;
    const context = contextAt(knowledge, own, (path, part) => locate?.(path, part));
    linkDocument(stored.document, {
      ...context,
      ruleContext(rule, path) {
        const place = added?.get(rule);
        if (place === undefined) return context;
        return contextAt(knowledge, report, (inner, part) =>
          place.locate([...place.path, ...inner.slice(path.length)], part),
        );
      },
    });
    if (own !== report && own.failed) broken.push({ document: stored.document, diagnostics: own.all });
  }
  reportBroken(broken, located, report);
  checkAliases(knowledge, located, report);
  // A circle is looked for only where every question leads somewhere.
  if (!report.failed) checkCycles(knowledge, located, report);
}

/** A document that was checked before and fits no longer. */
interface Broken {
  readonly document: KnowledgeDocument;
  readonly diagnostics: readonly Diagnostic[];
}

/** What was right before is wrong because of what replaced something, so that is where it is reported. */
function reportBroken(broken: readonly Broken[], located: readonly LocatedDocument[], report: Diagnostics): void {
  const replacing = located.filter(({ replaces }) => replaces === true);
  const users = new Map<LocatedDocument, string[]>();
  for (const { document, diagnostics } of broken) {
    for (const diagnostic of diagnostics) {
      const words = new Set<unknown>(Object.values(diagnostic.params));
      const cause = replacing.find(({ stored }) => words.has(stored.document.id)) ?? replacing[0];
      report.addAgain(diagnostic, cause?.locate?.(['id']));
      if (cause === undefined) continue;
      const user = `${document.kind} \`${document.id}\``;
      const known = users.get(cause) ?? [];
      if (!known.includes(user)) users.set(cause, [...known, user]);
    }
  }
  for (const [{ stored, locate }, named] of users) {
    const { kind, id } = stored.document;
    report.add('overlay-breaks', { kind, id, expected: named }, locate?.(['id']));
  }
}

function linkDocument(document: KnowledgeDocument, context: LinkContext): void {
  const { knowledge, refer } = context;
  const outcome = (name: string, path: Path): boolean => refer('outcome', name, knowledge.outcomeById, path);
  const clause = (name: string | undefined, path: Path): void => {
    if (name !== undefined) refer('clause', name, knowledge.clauses, path);
  };
  switch (document.kind) {
    case 'Package':
      for (const [index, name] of (document.forbid ?? []).entries()) outcome(name, ['forbid', index]);
      for (const name of Object.keys(document.weights ?? {})) {
        refer('criterion', name, knowledge.criteria, ['weights', name], 'key');
      }
      for (const [index, { key, impliedBy = [], emptyImplies = {} }] of (document.collections ?? []).entries()) {
        refer('factor', key, knowledge.factors, ['collections', index, 'key']);
        linkImplied(emptyImplies, ['collections', index, 'emptyImplies'], context);
        for (const [n, name] of impliedBy.entries()) {
          refer('factor', name, knowledge.factors, ['collections', index, 'impliedBy', n]);
        }
      }
      break;
    case 'Factor':
      clause(document.source, ['source']);
      linkFactor(document, context);
      if ('values' in document && typeof document.values === 'object') {
        for (const [index, { implies = {} }] of document.values.entries())
          linkImplied(implies, ['values', index, 'implies'], context);
      }
      break;
    case 'Outcome':
    case 'Technology':
      if (document.role !== undefined) refer('role', document.role, knowledge.roles, ['role']);
      if (document.family !== undefined) outcome(document.family, ['family']);
      if (document.kind === 'Technology') linkTechnology(document, context);
      break;
    case 'Combinations':
      refer('role', document.role, knowledge.roles, ['role']);
      for (const [index, set] of document.sets.entries())
        for (const [n, name] of set.entries()) outcome(name, ['sets', index, n]);
      break;
    case 'Role': {
      for (const key of ['decision', 'narrowedBy'] as const) {
        const name = document[key];
        if (name === undefined) continue;
        const { decision, output } = parseRef(name);
        const found = knowledge.decisions.get(decision);
        if (found !== undefined) {
          if (checkOutput(decision, output, outputsOf(found), [key], context))
            checkAnswerType(found, output, 'outcome', [key], context);
        } else refer('decision', decision, knowledge.decisions, [key]);
      }
      if (document.each !== undefined) refer('collection', document.each, knowledge.collections, ['each']);
      break;
    }
    case 'Decision':
      clause(document.source, ['source']);
      checkDecision(document, context);
      break;
    case 'Scenario':
      clause(document.source, ['source']);
      linkScenario(document, context);
      break;
    case 'Attribute':
      if (document.type === 'quantity') refer('dimension', document.dimension, knowledge.dimensions, ['dimension']);
      if (document.type === 'ordinal') {
        for (const [index, { sameAs }] of document.levels.entries())
          if (sameAs !== undefined)
            refer('level', sameAs, document.levels.slice(0, index), ['levels', index, 'sameAs']);
      }
      break;
    case 'Evidence':
      linkEvidence(document, context);
      break;
    case 'Claim':
      linkClaim(document, context);
      break;
    case 'Criterion':
      linkCriterion(document, context);
      break;
    case 'Compatibility':
      linkCompatibility(document, context);
      break;
    case 'Advisory':
      linkAdvisory(document, context);
      break;
    case 'Tension':
    case 'Trend':
      if (document.kind === 'Trend') clause(document.source, ['source']);
      else {
        for (const [index, side] of document.sides.entries()) clause(side.source, ['sides', index, 'source']);
        for (const [index, one] of (document.acknowledges ?? []).entries())
          linkAcknowledgement(one, ['acknowledges', index], context);
      }
      for (const [index, { when, sources = [], named = [] }] of (document.touches ?? []).entries()) {
        if (when !== undefined) checkCondition(when, undefined, ['touches', index, 'when'], context);
        for (const [n, name] of sources.entries()) clause(name, ['touches', index, 'sources', n]);
        for (const [n, name] of named.entries()) outcome(name, ['touches', index, 'named', n]);
      }
      break;
    case 'Dimension':
      linkDimension(document, context);
      break;
    case 'Source':
    case 'Bibliography':
      break;
  }
}

/** What an acknowledgement names must exist; whether the problem does, the check proves. */
function linkAcknowledgement(acknowledgement: Acknowledgement, path: Path, context: LinkContext): void {
  const { problem, decisions = [], factor, technology, criterion, scenario, source, when } = acknowledgement;
  const { knowledge, refer, report, at } = context;
  const expected = namesNeeded(problem);
  if (expected.length > 0 && expected.every((key) => acknowledgement[key] === undefined))
    report.add('acknowledges-any', { problem, expected }, at([...path, 'problem']));
  if (when !== undefined) {
    const [first = ''] = decisions;
    checkCondition(when, knowledge.decisions.get(first)?.each, [...path, 'when'], context);
  }
  for (const [n, id] of decisions.entries()) refer('decision', id, knowledge.decisions, [...path, 'decisions', n]);
  if (factor !== undefined) refer('factor', factor, knowledge.factors, [...path, 'factor']);
  if (technology !== undefined) refer('outcome', technology, knowledge.outcomeById, [...path, 'technology']);
  if (criterion !== undefined) refer('criterion', criterion, knowledge.criteria, [...path, 'criterion']);
  if (source !== undefined) refer('source', source, knowledge.references, [...path, 'source']);
  if (scenario !== undefined) refer('scenario', scenario, knowledge.scenarios, [...path, 'scenario']);
}

/**
 * Spellings and unclear units lead to units of the dimension, and what is unclear is none itself. No name is suggested: units that are spelt alike are a
 * thousand times apart.
 */
function linkDimension(
  { id, units, spellings = {}, unclear = [] }: Extract<KnowledgeDocument, { kind: 'Dimension' }>,
  { report, at }: LinkContext,
): void {
  const named: (readonly [string, Path])[] = [
    ...Object.entries(spellings).map(([spelling, unit]) => [unit, ['spellings', spelling]] as const),
    ...unclear.flatMap(({ write }, n) => write.map((unit, m) => [unit, ['unclear', n, 'write', m]] as const)),
  ];
  for (const [name, path] of named)
    if (!Object.hasOwn(units, name)) report.add('unknown-reference', { what: 'unit', name }, at(path));
  const known = new Map([...Object.keys(units).map((unit) => [unit, unit] as const), ...Object.entries(spellings)]);
  for (const [n, { units: refused }] of unclear.entries()) {
    for (const [m, alias] of refused.entries()) {
      const unit = known.get(alias);
      if (unit === undefined) continue;
      report.add('alias-taken', { alias, kind: 'Dimension', id: unit, of: id }, at(['unclear', n, 'units', m]));
    }
  }
}

function linkFactor(
  factor: Extract<KnowledgeDocument, { kind: 'Factor' }>,
  { knowledge, report, at, refer }: LinkContext,
): void {
  const sections = [...ids(['requirements', 'environment']), ...knowledge.collections.values()];
  for (const [index, section] of factor.askedOf.entries()) refer('section', section, sections, ['askedOf', index]);
  const dimensionId = 'dimension' in factor ? factor.dimension : undefined;
  if (dimensionId !== undefined && !refer('dimension', dimensionId, knowledge.dimensions, ['dimension'])) return;
  const dimension = dimensionOf(factor, knowledge);
  for (const [index, example] of ('examples' in factor ? (factor.examples ?? []) : []).entries())
    if (dimension === undefined || 'problem' in parseQuantity(example, dimension))
      report.add(
        'not-a-quantity',
        { factor: factor.id, value: example, examples: dimension?.examples ?? [] },
        at(['examples', index]),
      );
  if (factor.type !== 'ordinal') return;
  // A level serves figures up to its bound.
  if (factor.limit === 'lower' && factor.levels.some(({ bound }) => bound !== undefined))
    report.add('wrong-value', { key: 'limit', value: factor.limit, expected: ['upper'] }, at(['limit']));
  let last = -Infinity;
  for (const [index, { id, bound }] of factor.levels.entries()) {
    if (bound === undefined) continue;
    const path = ['levels', index, 'bound'];
    const quantity = dimension === undefined ? undefined : parseQuantity(bound, dimension);
    if (quantity === undefined || 'problem' in quantity) {
      const examples = dimension?.examples ?? [];
      report.add('not-a-quantity', { factor: factor.id, value: bound, examples }, at(path));
    } else if (quantity.value <= last) report.add('bounds-unordered', { factor: factor.id, level: id }, at(path));
    else last = quantity.value;
  }
}

/** Checks that what is implied can be stated. */
function linkImplied(implied: Readonly<Record<string, unknown>>, path: Path, context: LinkContext): void {
  const { knowledge, refer, report, at } = context;
  for (const [name, value] of Object.entries(implied)) {
    const factor = knowledge.factors.get(name);
    if (refer('factor', name, knowledge.factors, [...path, name], 'key') && factor !== undefined)
      readValue(factor, value, knowledge, report, () => at([...path, name]));
  }
}

function linkScenario(scenario: Extract<KnowledgeDocument, { kind: 'Scenario' }>, context: LinkContext): void {
  const { knowledge, refer, report, at } = context;
  checkCondition(scenario.presets ?? {}, undefined, ['presets'], context);
  for (const [name, test] of Object.entries(scenario.presets ?? {})) {
    const [[operator, operand] = [], ...more] = operators(test);
    const plain = typeof operand !== 'object' && (operator === 'equals' || operator === 'atLeast') && more.length === 0;
    if (!plain || !knowledge.factors.has(name)) report.add('preset-unfit', { factor: name }, at(['presets', name]));
  }
  const read = (name: string, written: unknown, path: Path): void => {
    if (!refer('factor', name, knowledge.factors, path, 'key')) return;
    const factor = knowledge.factors.get(name);
    if (factor !== undefined) readValue(factor, written, knowledge, report, () => at(path));
  };
  for (const [name, level] of Object.entries(scenario.typical ?? {})) read(name, level, ['typical', name]);
  for (const [collection, items] of Object.entries(scenario.items ?? {})) {
    if (!refer('collection', collection, knowledge.collections, ['items', collection], 'key')) continue;
    for (const [index, item] of items.entries()) {
      for (const [name, value] of Object.entries(item)) read(name, value, ['items', collection, index, name]);
    }
  }
  for (const [slot, decision] of Object.entries(scenario.decisions ?? {})) {
    refer('decision', decision, knowledge.decisions, ['decisions', slot]);
  }
}
