import { asList, operators } from '../../language/values/statement.js';
import type { Condition } from '../../language/schema/knowledge/condition.js';
import type { TreeNode } from '../../language/schema/knowledge/decision.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import { boundOf } from './domain.js';

/** The figures that the knowledge mentions of each quantity, in the base unit, rising: only these tell values apart. */
export function boundsInRules(knowledge: KnowledgeBase): Map<string, number[]> {
  const found = new Map<string, Set<number>>();
  // Most figures are written many times; each is read once.
  const read = new Map<string, Set<unknown>>();
  const inCondition = (condition: Condition): void => {
    for (const [name, test] of Object.entries(condition)) {
      const factor = knowledge.factors.get(name);
      for (const [operator, operand] of operators(test)) {
        if (operator === 'some') inCondition(operand as Condition);
        else if (factor?.type === 'quantity' && operator !== 'stated') {
          const bounds = found.get(name) ?? new Set<number>();
          const known = read.get(name) ?? new Set<unknown>();
          for (const value of asList(operand)) {
            if (known.has(value)) continue;
            known.add(value);
            bounds.add(boundOf(value, knowledge.dimensions.get(factor.dimension)));
          }
          found.set(name, bounds);
          read.set(name, known);
        }
      }
    }
  };
  for (const condition of conditionsIn(knowledge)) inCondition(condition);
  return new Map([...found].map(([name, bounds]) => [name, [...bounds].sort((a, b) => a - b)]));
}

/** Every condition of the knowledge. */
function conditionsIn(knowledge: KnowledgeBase): Condition[] {
  const inNode = (node: TreeNode): unknown[] => [node.when, ...(node.branches ?? []).flatMap(inNode)];
  const written: unknown[] = [
    ...[...knowledge.decisions.values()].flatMap(({ table, tree }) => [
      ...(table?.rules ?? []).map(({ when }) => when),
      ...(tree === undefined ? [] : inNode(tree)),
    ]),
    ...[...knowledge.scenarios.values()].map(({ presets }) => presets),
    ...[...knowledge.tensions.values(), ...knowledge.trends.values()].flatMap(({ touches = [] }) =>
      touches.map(({ when }) => when),
    ),
    ...[...knowledge.tensions.values()].flatMap(({ acknowledges = [] }) => acknowledges.map(({ when }) => when)),
    ...[...knowledge.technologies.values()].flatMap(({ facts = [], needs = [], hazards = [] }) => [
      ...[...facts, ...hazards].map(({ when }) => when),
      ...needs.flatMap(({ that, when }) => [that, when]),
    ]),
    ...[...knowledge.advisories.values()].flatMap(({ when, unless }) => [when, unless]),
    ...[...knowledge.compatibilities.values()].flatMap(({ that, when, unless }) => [that, when, unless]),
  ];
  return written.filter((condition) => condition !== undefined) as Condition[];
}
