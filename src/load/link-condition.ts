import type { Condition, Test, TestObject } from '../language/schema/knowledge/condition.js';
import type { Factor } from '../language/schema/knowledge/factor.js';
import { candidateOf, nearest } from '../language/diagnostics/nearest.js';
import { readValue } from '../language/values/value.js';
import type { Path } from '../language/read/yaml.js';
import type { LinkContext } from './link-context.js';
import { asList, operators } from '../language/values/statement.js';
import { answerTypeOf, outputsOf, parseRef } from './outputs.js';

/** Which tests each type of factor takes. */
const FIT: Readonly<Record<Factor['type'] | 'decision' | 'collection', readonly (keyof TestObject | 'equals')[]>> = {
  ordinal: ['equals', 'atLeast', 'atMost', 'above', 'below', 'not', 'stated'],
  choice: ['equals', 'not', 'stated'],
  flag: ['equals', 'not', 'stated'],
  set: ['includes', 'excludes', 'stated'],
  quantity: ['equals', 'atLeast', 'atMost', 'above', 'below', 'not', 'stated'],
  decision: ['equals', 'includes', 'excludes', 'empty'],
  collection: ['some'],
};

/** Checks a condition: each name is a factor, a collection or a decision, and each test suits it. */
export function checkCondition(condition: Condition, each: string | undefined, path: Path, context: LinkContext): void {
  const { knowledge, report, at } = context;
  for (const [name, test] of Object.entries(condition)) {
    const here = [...path, name];
    const factor = knowledge.factors.get(name);
    if (factor !== undefined) {
      const isStatable = factor.askedOf.some((section) => section === each || !knowledge.collections.has(section));
      if (!isStatable)
        report.add(
          'misplaced-factor',
          { factor: name, where: `\`${path.join('.')}\``, right: factor.askedOf },
          at(here, 'key'),
        );
      checkFactorTest(factor, test, here, context);
      continue;
    }
    const collection = knowledge.collections.get(name);
    const kind = collection === undefined ? 'decision' : 'collection';
    if (collection === undefined && !checkDecisionName(name, here, context)) continue;
    for (const [operator, operand] of operators(test)) {
      if (!FIT[kind].includes(operator)) unfit(operator, name, kind, here, context);
      else if (operator === 'some') checkCondition(operand as Condition, collection?.id, [...here, 'some'], context);
      else if (operator !== 'empty') {
        for (const outcome of asList(operand)) context.refer('outcome', String(outcome), knowledge.outcomeById, here);
      }
    }
  }
}

function checkDecisionName(name: string, path: Path, { knowledge, report, at }: LinkContext): boolean {
  const { decision: id, output } = parseRef(name);
  const decision = knowledge.decisions.get(id);
  if (decision === undefined) {
    const known = [knowledge.factors, knowledge.collections, knowledge.decisions]
      .flatMap((all) => [...all.values()])
      .map(candidateOf);
    report.add('unknown-reference', { what: 'factor', name }, at(path, 'key'), nearest(name, known));
    return false;
  }
  if (!checkOutput(id, output, outputsOf(decision), path, { report, at }, 'key')) return false;
  const type = answerTypeOf(decision, output ?? outputsOf(decision)[0] ?? '');
  if (type === 'outcome') return true;
  report.add('output-type', { decision: name, type, needed: 'outcome' }, at(path, 'key'));
  return false;
}

/** Checks that an output is named where a decision has several, and is one of them. */
export function checkOutput(
  decision: string,
  output: string | undefined,
  expected: readonly string[],
  path: Path,
  { report, at }: Pick<LinkContext, 'report' | 'at'>,
  part: 'key' | 'value' = 'value',
): boolean {
  if (output === undefined ? expected.length === 1 : expected.includes(output)) return true;
  if (output === undefined) report.add('output-needed', { decision, expected }, at(path, part));
  else
    report.add(
      'output-unknown',
      { decision, output, expected },
      at(path, part),
      nearest(
        output,
        expected.map((id) => ({ id })),
      ),
    );
  return false;
}

function checkFactorTest(factor: Factor, test: Test, path: Path, context: LinkContext): void {
  for (const [operator, operand] of operators(test)) {
    const here = operator === 'equals' ? path : [...path, operator];
    if (!FIT[factor.type].includes(operator)) unfit(operator, factor.id, factor.type, here, context);
    else if (operator !== 'stated') {
      for (const value of asList(operand))
        readValue(factor, value, context.knowledge, context.report, () => context.at(here));
    }
  }
}

function unfit(test: string, factor: string, type: string, path: Path, { report, at }: LinkContext): void {
  report.add('test-unfit', { test, factor, type }, at(path));
}
