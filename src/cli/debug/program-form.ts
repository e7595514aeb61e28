import type {
  DecisionForm,
  ProgramForm,
  Ranges,
  RuleForm,
  TestForm,
  VariableForm,
} from '../../language/schema/results/compiled.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import { quantityText } from '../../language/values/quantity.js';
import { allRules } from '../../program/ir/call-graph.js';
import type { CodeSet } from '../../program/ir/codes.js';
import type { Variable } from '../../program/ir/domain.js';
import { programOf } from '../../program/ir/lower.js';
import type { Program, ProgramDecision, ProgramRule } from '../../program/ir/program.js';
import type { Tests } from '../../program/ir/tests.js';

/**
 * The program that some knowledge is lowered to, as plain data.
 *
 * @param decision the id of the only decision that is wanted, with the variables that it tests; all by default
 */
export function programForm(knowledge: KnowledgeBase, decision?: string): ProgramForm {
  const program = programOf(knowledge);
  const decisions = program.decisions.filter(({ id }) => decision === undefined || id === decision);
  const tested = decision === undefined ? undefined : new Set(decisions.flatMap((one) => [...variablesOf(one)]));
  return {
    variables: program.variables
      .filter((variable) => tested === undefined || tested.has(variable))
      .map((variable) => variableForm(variable, program)),
    decisions: decisions.map((one) => decisionForm(one, program)),
  };
}

/** The name of a variable: section, factor and member. */
export const variableName = ({ section, factor, member }: Variable): string =>
  `${section}/${factor.id}${member === undefined ? '' : `[${member}]`}`;

function variablesOf(decision: ProgramDecision): Set<Variable> {
  const found = new Set<Variable>();
  const visit = ({ variables, some }: Tests): void => {
    for (const { variable, fallback } of variables) {
      found.add(variable);
      if (fallback !== undefined) found.add(fallback);
    }
    for (const { tests } of some) visit(tests);
  };
  for (const { tests } of allRules(decision)) visit(tests);
  return found;
}

function variableForm(variable: Variable, { knowledge }: Program): VariableForm {
  const { index, factor, bounds, codes, member, size } = variable;
  const dimension = factor.type === 'quantity' ? knowledge.dimensions.get(factor.dimension) : undefined;
  const coded =
    member !== undefined
      ? { 'not a member': 1, member: 2 }
      : bounds === undefined
        ? Object.fromEntries([...codes].map(([value, code]) => [String(value), code]))
        : Object.fromEntries(bounds.map((bound, n) => [quantityText(bound, dimension), 2 * n + 2]));
  return { index, name: variableName(variable), type: factor.type, size, codes: coded };
}

function decisionForm(decision: ProgramDecision, program: Program): DecisionForm {
  const { number, id, each, outputs, body } = decision;
  const common = { number, id, form: body.form, ...(each !== undefined && { each }), outputs };
  switch (body.form) {
    case 'table': {
      const written = program.knowledge.decisions.get(id)?.table;
      return {
        ...common,
        ...(written && { hitPolicy: written.hitPolicy }),
        ...(written?.aggregate !== undefined && { aggregate: written.aggregate }),
        rules: body.rules.map((rule) => ruleForm(rule, decision, program)),
      };
    }
    case 'tree':
      return { ...common, root: ruleForm(body.root, decision, program) };
    case 'vote': {
      const table = program.decisions[body.table];
      const name = (output: number): string => table?.outputs[output] ?? '';
      const { ballot, within, elect } = body;
      return {
        ...common,
        vote: { table: table?.id ?? '', ballot: name(ballot), within: name(within), elect: name(elect) },
      };
    }
  }
  return body satisfies never;
}

function ruleForm(rule: ProgramRule, decision: ProgramDecision, program: Program): RuleForm {
  const { id, origin, tests, answers, ask, branches = [] } = rule;
  const delegate = ask === undefined ? undefined : program.decisions[ask.decision];
  return {
    id,
    ...(origin.source !== undefined && { source: origin.source }),
    package: origin.package,
    tests: testForms(tests, program),
    ...(answers && {
      answers: Object.fromEntries(decision.outputs.map((output, n) => [output, answers[n] ?? null])),
    }),
    ...(ask &&
      delegate && {
        delegates: {
          decision: delegate.id,
          outputs: Object.fromEntries(
            decision.outputs.map((output, n) => [output, delegate.outputs[ask.outputs[n] ?? 0] ?? '']),
          ),
        },
      }),
    ...(branches.length > 0 && { branches: branches.map((branch) => ruleForm(branch, decision, program)) }),
  };
}

function testForms({ variables, outcomes, some }: Tests, program: Program): TestForm[] {
  return [
    ...variables.map(({ variable, fallback, accepts }) => ({
      variable: variable.index,
      ...(fallback && { fallback: fallback.index }),
      accepts: rangesOf(accepts),
    })),
    ...outcomes.map(({ decision, output, operator, operand }) => {
      const tested = program.decisions[decision];
      return { decision: tested?.id ?? '', output: tested?.outputs[output] ?? '', operator, operand };
    }),
    ...some.map(({ collection, tests }) => ({ collection, some: testForms(tests, program) })),
  ];
}

const rangesOf = (set: CodeSet): Ranges =>
  Array.from({ length: set.length / 2 }, (_, n) => [set[2 * n] ?? 0, set[2 * n + 1] ?? 0] as const);
