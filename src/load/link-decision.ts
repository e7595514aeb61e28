import type { Diagnostics } from '../language/diagnostics/diagnostic.js';
import type { Condition } from '../language/schema/knowledge/condition.js';
import type {
  Answer,
  Ask,
  Decision,
  OutputAnswer,
  Rule,
  Then,
  TreeNode,
} from '../language/schema/knowledge/decision.js';
import type { Path } from '../language/read/yaml.js';
import { scenarioFactorOf, type KnowledgeBase } from './knowledge.js';
import { operators } from '../language/values/statement.js';
import { checkCondition, checkOutput } from './link-condition.js';
import { ids, type LinkContext } from './link-context.js';
import type { LocatedDocument } from './overlay.js';
import { checkAnswerType, checkOrder, checkOutputs, checkValue, neededType } from './link-outputs.js';
import { delegatesOf, declarationOf, delegatedOutput, outputsOf, parseRef } from './outputs.js';

/** Checks a decision: one body, rules that answer or delegate, outputs and outcomes that exist. */
export function checkDecision(decision: Decision, context: LinkContext): void {
  const { knowledge, report, at, refer } = context;
  const bodies = [decision.table, decision.tree, decision.vote].filter((body) => body !== undefined);
  if (bodies.length !== 1) report.add('decision-body', { id: decision.id }, at(['id']));
  if (decision.each !== undefined) refer('collection', decision.each, knowledge.collections, ['each']);
  checkOutputs(decision, context);
  checkOrder(decision, context);
  const { table, tree, vote } = decision;
  if (table !== undefined) {
    const named = new Set<string>();
    for (const [index, rule] of table.rules.entries()) {
      const path = ['table', 'rules', index];
      const own = context.ruleContext(rule, path);
      if (rule.id !== undefined && named.has(rule.id))
        own.report.add('rule-twice', { decision: decision.id, rule: rule.id }, own.at([...path, 'id']));
      if (rule.id !== undefined) named.add(rule.id);
      checkRule(decision, rule, path, own);
    }
  }
  if (tree !== undefined) checkNode(decision, tree, ['tree'], context);
  if (vote !== undefined && refer('decision', vote.table, knowledge.decisions, ['vote', 'table'])) {
    const polled = knowledge.decisions.get(vote.table);
    for (const key of ['ballot', 'within', 'elect'] as const) {
      if (polled !== undefined && checkOutput(polled.id, vote[key], outputsOf(polled), ['vote', key], context))
        checkAnswerType(polled, vote[key], 'outcome', ['vote', key], context);
    }
  }
}

function checkNode(decision: Decision, node: TreeNode, path: Path, context: LinkContext): void {
  checkRule(decision, node, path, context, node.branches !== undefined);
  for (const [index, branch] of (node.branches ?? []).entries())
    checkNode(decision, branch, [...path, 'branches', index], context);
}

function checkRule(decision: Decision, rule: Rule, path: Path, context: LinkContext, mayBeEmpty = false): void {
  const { knowledge, report, at, refer } = context;
  if (rule.source !== undefined) refer('clause', rule.source, knowledge.clauses, [...path, 'source']);
  checkCondition(rule.when ?? {}, decision.each, [...path, 'when'], context);
  const answers = Number(rule.then !== undefined) + Number(rule.ask !== undefined);
  if (answers > 1 || (answers === 0 && !mayBeEmpty)) report.add('rule-empty', { decision: decision.id }, at(path));
  if (rule.then !== undefined) checkThen(decision, rule.then, [...path, 'then'], context);
  if (rule.ask !== undefined) checkAsk(decision, rule.ask, [...path, 'ask'], context);
  for (const key of ['alternatives', 'implementations'] as const) {
    for (const [index, name] of (rule[key] ?? []).entries())
      refer('outcome', name, knowledge.outcomeById, [...path, key, index]);
  }
  for (const [index, { technology, attribute }] of (rule.figures ?? []).entries()) {
    refer('outcome', technology, knowledge.outcomeById, [...path, 'figures', index, 'technology']);
    refer('attribute', attribute, knowledge.attributes, [...path, 'figures', index, 'attribute']);
  }
}

function checkThen(decision: Decision, then: Then, path: Path, context: LinkContext): void {
  const outputs = outputsOf(decision);
  const [only = ''] = outputs;
  if (decision.outputs === undefined) {
    checkValue(only, declarationOf(decision, only), then as Answer, path, context);
    return;
  }
  if (typeof then === 'string') {
    checkOutput(decision.id, undefined, outputs, path, context);
    return;
  }
  for (const [output, value] of Object.entries(then as Readonly<Record<string, OutputAnswer>>)) {
    if (checkOutput(decision.id, output, outputs, [...path, output], context, 'key'))
      checkValue(output, declarationOf(decision, output), value, [...path, output], context);
  }
}

function checkAsk(decision: Decision, ask: Ask, path: Path, context: LinkContext): void {
  const { knowledge, refer, report, at } = context;
  if (typeof ask === 'string' && !refer('decision', parseRef(ask).decision, knowledge.decisions, path)) return;
  if (typeof ask !== 'string') {
    const slots = [...knowledge.scenarios.values()].flatMap(({ decisions = {} }) => Object.keys(decisions));
    if (scenarioFactorOf(knowledge) === undefined) {
      report.add('scenario-factor-missing', {}, at([...path, 'scenario']));
    }
    if (!refer('scenario slot', ask.scenario, ids(slots), [...path, 'scenario'])) return;
  }
  for (const { decision: id, output } of delegatesOf(ask, knowledge.scenarios)) {
    const delegate = knowledge.decisions.get(id);
    if (delegate === undefined) continue;
    const taken = outputsOf(decision).map((own) => ({
      own,
      theirs: delegatedOutput(decision, delegate, output, own),
    }));
    // Either each output has its namesake, or all take the same one.
    const [first] = taken;
    if (checkOutput(id, first?.theirs, outputsOf(delegate), path, context)) {
      for (const { own, theirs } of taken) checkAnswerType(delegate, theirs, neededType(decision, own), path, context);
    }
    if (delegate.each !== undefined && delegate.each !== decision.each) {
      report.add('each-mismatch', { decision: id, each: delegate.each }, at(path));
    }
  }
}

/** Reports decisions that delegate to one another in a circle. */
export function checkCycles(knowledge: KnowledgeBase, located: readonly LocatedDocument[], report: Diagnostics): void {
  const done = new Set<string>();
  const visit = (id: string, path: readonly string[]): void => {
    if (path.includes(id)) {
      const circle = [...path.slice(path.indexOf(id)), id];
      const place = located.find(({ stored: { document } }) => document.kind === 'Decision' && document.id === id);
      report.add('decision-cycle', { path: circle.join(' → ') }, place?.locate?.(['id']));
      return;
    }
    if (done.has(id)) return;
    const decision = knowledge.decisions.get(id);
    if (decision !== undefined) for (const next of dependencies(decision, knowledge)) visit(next, [...path, id]);
    done.add(id);
  };
  for (const id of knowledge.decisions.keys()) visit(id, []);
}

/** The decisions that a decision delegates to, or tests the outcome of. */
function dependencies({ table, tree, vote }: Decision, knowledge: KnowledgeBase): Set<string> {
  const found = new Set<string>();
  const inCondition = (condition: Condition): void => {
    for (const [name, test] of Object.entries(condition)) {
      const some = operators(test).find(([operator]) => operator === 'some')?.[1] as Condition | undefined;
      if (some !== undefined) inCondition(some);
      else if (!knowledge.factors.has(name)) found.add(parseRef(name).decision);
    }
  };
  const inRule = (rule: TreeNode): void => {
    inCondition(rule.when ?? {});
    if (rule.ask !== undefined)
      for (const { decision } of delegatesOf(rule.ask, knowledge.scenarios)) found.add(decision);
    rule.branches?.forEach(inRule);
  };
  table?.rules.forEach(inRule);
  if (tree !== undefined) inRule(tree);
  if (vote !== undefined) found.add(vote.table);
  return found;
}
