import type { IndexForm } from '../../language/schema/results/compiled.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import { compiledTable } from '../../program/compile/compiled.js';
import { programOf } from '../../program/ir/lower.js';
import { isTable } from '../../program/ir/program.js';
import { variableName } from './program-form.js';

/**
 * The rule index of each table of some knowledge, with why the table has it.
 *
 * @param decision the id of the only table that is wanted; all by default
 */
export function indexForms(knowledge: KnowledgeBase, decision?: string): IndexForm[] {
  const program = programOf(knowledge);
  const nameOf = (index: number): string => {
    const variable = program.variables[index];
    return variable === undefined ? '' : variableName(variable);
  };
  return program.decisions
    .filter(isTable)
    .filter(({ id }) => decision === undefined || id === decision)
    .map((table): IndexForm => {
      const compiled = compiledTable(program, table);
      return {
        decision: table.id,
        rules: table.body.rules.length,
        reason: compiled.indexReason,
        shape: compiled.indexShape(nameOf),
        pure: compiled.isPure,
      };
    });
}
