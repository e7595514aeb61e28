import type { OutputValue } from '../../language/outputs/values.js';
import type { Codes } from '../ir/codes.js';
import { Evaluation, NO_RESULT, type Result } from '../eval/evaluation.js';
import { ownOutput, nodeOutput, refineOutput, vote } from '../eval/interpreter.js';
import { isTable, type Program, type ProgramDecision, type ProgramRule, type TableDecision } from '../ir/program.js';
import { CompiledTable } from './compiled-table.js';

type Evaluate = (evaluation: CompiledEvaluation) => readonly Result<OutputValue>[];

/** What has been compiled of a program so far, by the number of the decision. */
interface CompiledParts {
  readonly evaluate: (Evaluate | undefined)[];
  readonly tables: (CompiledTable | undefined)[];
}

const compiledParts = new WeakMap<Program, CompiledParts>();

function partsOf(program: Program): CompiledParts {
  let known = compiledParts.get(program);
  if (known === undefined) compiledParts.set(program, (known = { evaluate: [], tables: [] }));
  return known;
}

/** A table of a program, compiled when it is first needed. */
export function compiledTable(program: Program, decision: TableDecision): CompiledTable {
  return (partsOf(program).tables[decision.number] ??= new CompiledTable(decision));
}

/** Decides fast: tables find the rules that hit by an index, and each decision is compiled when it is first evaluated. */
export class CompiledEvaluation extends Evaluation {
  private readonly parts = partsOf(this.program);

  override ofItem(codes: Codes): CompiledEvaluation {
    return new CompiledEvaluation(this.program, codes, this.items, this);
  }

  protected override evaluate(decision: ProgramDecision): readonly Result<OutputValue>[] {
    const evaluate = (this.parts.evaluate[decision.number] ??= compile(this.program, decision));
    return evaluate(this);
  }
}

function compile(program: Program, decision: ProgramDecision): Evaluate {
  if (isTable(decision)) {
    const table = compiledTable(program, decision);
    return (evaluation) => table.evaluate(evaluation.codes, evaluation);
  }
  const { body, outputs } = decision;
  if (body.form === 'tree') {
    const root = compileNode(decision, body.root);
    return (evaluation) => outputs.map((_, output) => root(evaluation, output));
  }
  if (body.form !== 'vote') throw new TypeError(`${decision.id} has no body`);
  const polled = program.decisions[body.table];
  if (polled === undefined || !isTable(polled)) throw new TypeError(`${decision.id} polls no table`);
  const table = compiledTable(program, polled);
  return (evaluation) => vote(evaluation, polled, body, () => table.rulesThatHit(evaluation.codes, evaluation));
}

function compileNode(
  decision: ProgramDecision,
  node: ProgramRule,
): (evaluation: CompiledEvaluation, output: number) => Result {
  const own =
    node.ask === undefined
      ? decision.outputs.map((_, output) => ownOutput(decision, node, output) as Result)
      : undefined;
  const branches = (node.branches ?? []).map((branch) => compileNode(decision, branch));
  return (evaluation, output) => {
    if (evaluation.failure(node.tests) !== undefined) return NO_RESULT;
    const results = branches.map((branch) => branch(evaluation, output));
    return refineOutput(own?.[output] ?? nodeOutput(evaluation, decision, node, output), results);
  };
}
