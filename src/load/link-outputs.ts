import { nearest } from '../language/diagnostics/nearest.js';
import { findHitPolicy, needsAggregate } from '../language/outputs/hit-policies/registry.js';
import type { HitPolicyEntry } from '../language/outputs/hit-policies/policy.js';
import { OUTPUT_KINDS } from '../language/outputs/values.js';
import type { Path } from '../language/read/yaml.js';
import type { Answer, Decision, OutputAnswer, Rule, TreeNode } from '../language/schema/knowledge/decision.js';
import { canonical, show } from '../language/values/json-text.js';
import { parseQuantity } from '../language/values/quantity.js';
import { checkOutput } from './link-condition.js';
import type { LinkContext } from './link-context.js';
import { answerTypeOf, declarationOf, outputsOf, typeName, type OutputDeclaration } from './outputs.js';
import { ownPart } from '../language/get-or-insert.js';

/** Checks what a decision declares of its outputs, and that its hit policy can combine them. */
export function checkOutputs(decision: Decision, context: LinkContext): void {
  const { knowledge, refer, report, at } = context;
  const { id, table } = decision;
  const names = outputsOf(decision);
  for (const output of names) {
    const { values = [], ...declared } = declarationOf(decision, output);
    const path = ['outputs', output];
    if (declared.dimension !== undefined)
      refer('dimension', declared.dimension, knowledge.dimensions, [...path, 'dimension']);
    if (declared.type !== 'outcome' && table === undefined)
      report.add('output-table-only', { output, type: declared.type }, at([...path, 'type']));
    for (const [n, value] of values.entries()) checkValue(output, declared, value, [...path, 'values', n], context);
  }
  if (table === undefined) return;
  if (needsAggregate(table.hitPolicy)) checkAggregate(decision, context);
  const policies = names.flatMap((output) => policyOf(decision, output) ?? []);
  const ordered = policies.some(({ ordersByValues }) => ordersByValues === true);
  if (!ordered) return;
  const policy = table.hitPolicy;
  if (names.every((output) => declarationOf(decision, output).values === undefined))
    report.add('values-missing', { decision: id, policy }, at(['table', 'hitPolicy']));
  for (const [n, { ask }] of table.rules.entries()) {
    if (ask !== undefined) report.add('delegate-unordered', { decision: id, policy }, at(['table', 'rules', n, 'ask']));
  }
}

function policyOf({ table }: Decision, output: string): HitPolicyEntry | undefined {
  if (table === undefined) return undefined;
  const { hitPolicy, aggregate } = table;
  return findHitPolicy(hitPolicy, typeof aggregate === 'object' ? ownPart(aggregate, output) : aggregate);
}

/** Checks that each output has an aggregate, and one that takes what the output is. */
function checkAggregate(decision: Decision, { report, at }: LinkContext): void {
  const { id, table } = decision;
  const aggregate = table?.aggregate;
  const path = ['table', 'aggregate'];
  if (aggregate === undefined) {
    report.add('aggregate-missing', { decision: id }, at(['table', 'hitPolicy']));
    return;
  }
  const outputs = outputsOf(decision);
  if (typeof aggregate === 'object') {
    for (const output of Object.keys(aggregate))
      checkOutput(id, output, outputs, [...path, output], { report, at }, 'key');
    for (const output of outputs)
      if (!Object.hasOwn(aggregate, output)) report.add('aggregate-missing', { decision: id }, at(path));
  }
  for (const output of outputs) {
    const { type } = declarationOf(decision, output);
    const entry = policyOf(decision, output);
    const takes = entry?.takes ?? OUTPUT_KINDS;
    if (!takes.includes(type))
      report.add(
        'aggregate-unfit',
        { aggregate: entry?.aggregate ?? '', output, type, expected: takes },
        at(typeof aggregate === 'object' ? [...path, output] : path),
      );
  }
}

/** Checks what a rule writes for an output: a value of its type, and one of those that the output lists. */
export function checkValue(
  output: string,
  declared: OutputDeclaration,
  value: OutputAnswer,
  path: Path,
  context: LinkContext,
): void {
  if (checkType(output, declared, value, path, context)) checkListed(output, declared, value, path, context);
}

/** Checks that a value is of the type of its output. */
function checkType(
  output: string,
  { type, dimension }: OutputDeclaration,
  value: OutputAnswer,
  path: Path,
  context: LinkContext,
): boolean {
  const { knowledge, report, at } = context;
  const fits = {
    outcome: typeof value !== 'number',
    text: typeof value === 'string',
    quantity: typeof value !== 'object',
  };
  if (!fits[type]) {
    report.add('output-value', { output, value: show(value), type }, at(path));
    return false;
  }
  if (type === 'outcome') checkAnswer(value as Answer, path, context);
  const found = type === 'quantity' ? knowledge.dimensions.get(dimension ?? '') : undefined;
  if (found === undefined || 'value' in parseQuantity(value as string | number, found)) return true;
  report.add('not-a-quantity', { factor: output, value: show(value), examples: found.examples }, at(path));
  return false;
}

function checkListed(
  output: string,
  declared: OutputDeclaration,
  value: OutputAnswer,
  path: Path,
  context: LinkContext,
): void {
  const { values } = declared;
  if (values === undefined) return;
  const parts = typeof value === 'object' && 'anyOf' in value ? value.anyOf : [value];
  const keyOf = (one: OutputAnswer): string => keyOfValue(one, declared, context);
  const keys = new Set(values.map(keyOf));
  for (const part of parts) {
    if (keys.has(keyOf(part))) continue;
    const expected = values.map((one) => show(one));
    const near = nearest(
      show(part),
      expected.map((id) => ({ id })),
    );
    context.report.add('unlisted-value', { output, value: show(part), expected }, context.at(path), near);
  }
}

/** The same for two ways of writing one value: `1s` and `1000ms`. */
function keyOfValue(value: OutputAnswer, { type, dimension }: OutputDeclaration, { knowledge }: LinkContext): string {
  if (typeof value === 'object') return 'allOf' in value ? canonical([...value.allOf].sort()) : canonical(value);
  const found = type === 'quantity' ? knowledge.dimensions.get(dimension ?? '') : undefined;
  if (found === undefined) return type === 'outcome' ? canonical([value]) : canonical(value);
  const quantity = parseQuantity(value, found);
  return 'value' in quantity ? canonical(quantity.value) : canonical(value);
}

/** Checks that the outcomes of an answer exist. */
function checkAnswer(answer: Answer, path: Path, context: LinkContext): void {
  const { refer, knowledge } = context;
  if (typeof answer === 'string') refer('outcome', answer, knowledge.outcomeById, path);
  else if ('allOf' in answer)
    answer.allOf.forEach((name, n) => refer('outcome', name, knowledge.outcomeById, [...path, 'allOf', n]));
  else if ('anyOf' in answer)
    answer.anyOf.forEach((part, n) => {
      checkAnswer(part, [...path, 'anyOf', n], context);
    });
  else
    context.report.add(
      'output-unknown',
      { decision: path.join('.'), output: Object.keys(answer).join(', '), expected: ['allOf', 'anyOf'] },
      context.at(path),
    );
}

/**
 * Checks that what a decision answers is of the type that is needed.
 *
 * @param needed as {@link answerTypeOf} names it
 */
export function checkAnswerType(
  decision: Decision,
  output: string | undefined,
  needed: string,
  path: Path,
  { report, at }: Pick<LinkContext, 'report' | 'at'>,
): void {
  const [only = ''] = outputsOf(decision);
  const name = output ?? only;
  const type = answerTypeOf(decision, name);
  if (type === needed) return;
  const named = outputsOf(decision).length === 1 ? decision.id : `${decision.id}.${name}`;
  report.add('output-type', { decision: named, type, needed }, at(path));
}

/** The type that an output of a decision takes from the decisions that its rules delegate to. */
export const neededType = (decision: Decision, output: string): string => typeName(declarationOf(decision, output));

/** Checks the order that a decision declares: what it names exists, and it lists every outcome that the rules answer. */
export function checkOrder(decision: Decision, context: LinkContext): void {
  const { order } = decision;
  if (order === undefined) return;
  const { refer, knowledge } = context;
  const { output, outcomes } = order;
  const names = outputsOf(decision);
  const isNamed = output !== undefined || names.length > 1;
  if (isNamed && !checkOutput(decision.id, output, names, ['order', 'output'], context)) return;
  outcomes?.forEach((name, n) => refer('outcome', name, knowledge.outcomeById, ['order', 'outcomes', n]));
  for (const key of ['rises', 'falls'] as const)
    order[key]?.forEach((name, n) => refer('factor', name, knowledge.factors, ['order', key, n]));
  if (outcomes === undefined) return;
  const listed = new Set(outcomes);
  const ordered = output ?? names[0] ?? '';
  for (const { rule, path } of rulesIn(decision)) {
    const own = decision.table === undefined ? context : context.ruleContext(rule, path);
    for (const id of outcomesIn(rule, decision, ordered)) {
      if (listed.has(id) || !knowledge.outcomeById.has(id)) continue;
      own.report.add(
        'unlisted-value',
        { output: ordered, value: id, expected: outcomes },
        own.at([...path, 'then']),
        nearest(
          id,
          outcomes.map((one) => ({ id: one })),
        ),
      );
    }
  }
}

function rulesIn({ table, tree }: Decision): { rule: Rule; path: Path }[] {
  const within = (node: TreeNode, path: Path): { rule: Rule; path: Path }[] => [
    { rule: node, path },
    ...(node.branches ?? []).flatMap((branch, n) => within(branch, [...path, 'branches', n])),
  ];
  if (tree !== undefined) return within(tree, ['tree']);
  return (table?.rules ?? []).map((rule, n) => ({ rule, path: ['table', 'rules', n] }));
}

/** The outcomes that a rule answers for an output. */
function outcomesIn({ then }: Rule, { outputs }: Decision, output: string): readonly string[] {
  if (then === undefined) return [];
  const one = outputs === undefined ? (then as Answer) : (then as Readonly<Record<string, OutputAnswer>>)[output];
  const inAnswer = (answer: Answer): readonly string[] => {
    if (typeof answer === 'string') return [answer];
    return 'allOf' in answer ? answer.allOf : answer.anyOf.flatMap(inAnswer);
  };
  return one === undefined || typeof one === 'number' ? [] : inAnswer(one);
}
