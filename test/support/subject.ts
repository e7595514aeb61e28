import type { OutputValue } from '../../src/language/outputs/values.js';
import { problemsOf } from '../../src/check/rules/problems.js';
import type { ProblemView as Problem } from '../../src/check/rules/problem.js';
import { type Region } from '../../src/check/geometry/region.js';
import { operators } from '../../src/language/values/statement.js';
import type { Condition } from '../../src/language/schema/knowledge/condition.js';
import type { TreeNode } from '../../src/language/schema/knowledge/decision.js';
import type { KnowledgeBase } from '../../src/index.js';
import { allRules } from '../../src/program/ir/call-graph.js';
import { InputEncoder } from '../../src/program/compile/input-encoder.js';
import { has } from '../../src/program/ir/codes.js';
import { type Result } from '../../src/program/eval/evaluation.js';
import { Interpreter, ruleOutput } from '../../src/program/eval/interpreter.js';
import { lower } from '../../src/program/ir/lower.js';
import type { Program, ProgramDecision, ProgramRule, ProgramTable } from '../../src/program/ir/program.js';
import { asOf } from './decide.js';
export type Stated = Readonly<Record<string, unknown>>;

/** One input, tried. */
export interface Tried {
  readonly stated: Stated;
  readonly evaluation: Interpreter;
  /** By output. */
  readonly results: readonly Result<OutputValue>[];
  /** The rules that hit. */
  readonly hit: readonly ProgramRule[];
}

/** The table or tree `d` of a package, everything that is found in it, and every input tried. */
export class Subject {
  readonly program: Program;
  readonly decision: ProgramDecision;
  /** Its rules, or its nodes. */
  readonly rules: readonly ProgramRule[];
  readonly tried: readonly Tried[];
  private readonly found: readonly Problem[];
  private readonly border: InputEncoder;
  private readonly tested: readonly (readonly [factor: string, presence: boolean])[];

  constructor(knowledge: KnowledgeBase, inputs: readonly Stated[]) {
    this.program = lower(knowledge);
    this.border = new InputEncoder(this.program);
    const decision = this.program.decisions.find(({ id }) => id === 'd');
    if (decision === undefined) throw new Error('no decision');
    this.decision = decision;
    this.rules = allRules(decision);
    this.found = problemsOf(this.program, asOf).filter((one: Problem) => one.decision === decision);
    this.tested = this.testedFactors();
    this.tried = inputs.map((stated) => this.try(stated));
  }

  of(...codes: Problem['code'][]): Problem[] {
    return this.found.filter(({ code }) => codes.includes(code));
  }

  /** The table, where it is one. */
  get table(): ProgramTable {
    if (this.decision.body.form !== 'table') throw new Error('no table');
    return this.decision.body;
  }

  rulesOf(code: Problem['code']): Set<string> {
    return new Set(this.of(code).flatMap(({ rules: [first] = [] }) => first?.id ?? []));
  }

  try(stated: Stated, program = this.program): Tried {
    const codes = new Int32Array(program.variables.length);
    const evaluation = new Interpreter(program, codes, this.border.encode(stated, codes));
    return {
      stated,
      evaluation,
      results: evaluation.decide(this.decision.number),
      hit: this.hit(evaluation),
    };
  }

  /** The rules that hit: of a tree, the nodes whose own tests and all above hold. */
  private hit(evaluation: Interpreter): ProgramRule[] {
    const { body } = this.decision;
    const holds = ({ tests }: ProgramRule): boolean => evaluation.failure(tests) === undefined;
    const below = (node: ProgramRule): ProgramRule[] =>
      holds(node) ? [node, ...(node.branches ?? []).flatMap(below)] : [];
    return body.form === 'tree' ? below(body.root) : this.rules.filter(holds);
  }

  /** The rules that decide an output. */
  deciding({ evaluation, hit }: Tried, output: number): readonly ProgramRule[] {
    const withResult = hit.filter((rule) => ruleOutput(evaluation, this.decision, rule, output).answer !== null);
    const { id } = this.table.policy;
    if (id === 'first' || id === 'priority') return withResult.slice(0, 1);
    return id === 'unique' && withResult.length > 1 ? [] : withResult;
  }

  /** The same program without some of the rules of the table. */
  without(out: readonly ProgramRule[]): Program {
    const body = { ...this.table, rules: this.table.rules.filter((rule) => !out.includes(rule)) };
    return {
      ...this.program,
      decisions: this.program.decisions.with(this.decision.number, { ...this.decision, body }),
    };
  }

  holds({ sets, some }: Region, { evaluation }: Tried): boolean {
    return (
      sets.every(([{ index }, set]) => has(set, evaluation.codes[index] ?? 0)) &&
      some.every(([test, is]) => (evaluation.dependentFailure({ outcomes: [], some: [test] }) === undefined) === is)
    );
  }

  /** Whether everything that is read is stated, except for factors of which some rule tests the presence. */
  isWhole({ stated }: Tried): boolean {
    return this.tested.every(([id, presence]) => presence || stated[id] !== undefined);
  }

  /** The factors that the table and its delegates read, and whether a rule tests only that one is not stated. */
  private testedFactors(): [string, boolean][] {
    const { decisions, factors } = this.program.knowledge;
    const written = JSON.stringify(decisions.get('d'));
    const behind = [
      'd',
      ...['asked', 'asked-typed'].filter((id) => decisions.has(id) && new RegExp(`"${id}[".]`).test(written)),
    ];
    const inNode = (node: TreeNode): TreeNode[] => [node, ...(node.branches ?? []).flatMap(inNode)];
    const conditions = behind.flatMap((id) => {
      const { table, tree } = decisions.get(id) ?? {};
      const rules = table?.rules ?? (tree === undefined ? [] : inNode(tree));
      return rules.map(({ when = {} }) => when);
    });
    const asksAbsence = (test: Condition[string] | undefined): boolean =>
      test !== undefined && operators(test).some(([name, is]) => name === 'stated' && is === false);
    const ids = new Set(conditions.flatMap((when) => Object.keys(when).filter((id) => factors.has(id))));
    return [...ids].map((id) => [id, conditions.some((when) => asksAbsence(when[id]))]);
  }

  isPlain({ ask, tests }: ProgramRule): boolean {
    return ask === undefined && tests.outcomes.length + tests.some.length === 0;
  }
}

export const ids = (rules: readonly ProgramRule[]): Set<string> => new Set(rules.map(({ id }) => id));
export const answered = ({ results }: Tried): string => JSON.stringify(results.map(({ answer }) => answer));
