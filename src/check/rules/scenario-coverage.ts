import type { Program } from '../../program/ir/program.js';
import { allRules } from '../../program/ir/call-graph.js';
import type { Problem } from './problem.js';

/** Compares the decisions that scenarios put into the same slot: finds outputs that most of them define and one does not. */
export function scenarioCoverageProblems({ knowledge, decisions, numbers }: Program): Problem[] {
  const slots = new Map<string, { scenario: string; number: number }[]>();
  for (const { id: scenario, decisions: filled = {} } of knowledge.scenarios.values()) {
    for (const [slot, decision] of Object.entries(filled)) {
      const number = numbers.get(decision);
      if (number !== undefined) slots.set(slot, [...(slots.get(slot) ?? []), { scenario, number }]);
    }
  }
  return [...slots.values()].flatMap((siblings) => {
    const outputs = new Set(siblings.flatMap(({ number }) => decisions[number]?.outputs ?? []));
    return [...outputs].flatMap((output) => {
      const lacking = siblings.filter(({ number }) => !mayDefine(output, number));
      // A small minority was probably forgotten; several decisions probably leave the output undefined on purpose.
      if (lacking.length === 0 || lacking.length * 4 > siblings.length) return [];
      return lacking.flatMap(({ number, scenario }): Problem[] => {
        const decision = decisions[number];
        const place = decision?.outputs.indexOf(output) ?? -1;
        return decision === undefined
          ? []
          : [{ code: 'undefined-output', decision, scenario, ...(place >= 0 && { output: place }) }];
      });
    });
  });

  function mayDefine(output: string, number: number): boolean {
    const decision = decisions[number];
    const place = decision?.outputs.indexOf(output) ?? -1;
    return (
      decision !== undefined &&
      place >= 0 &&
      allRules(decision).some(({ ask, answers }) => ask !== undefined || answers?.[place] != null)
    );
  }
}
