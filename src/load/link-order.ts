import { nearest } from '../language/diagnostics/nearest.js';
import type { Path } from '../language/read/yaml.js';
import type { Answer, Decision, OutputAnswer, Rule, TreeNode } from '../language/schema/knowledge/decision.js';
import { checkOutput } from './link-condition.js';
import type { LinkContext } from './link-context.js';
import { outputsOf } from './outputs.js';

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
