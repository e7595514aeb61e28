import type { Condition } from '../language/schema/condition.js';
import type { Answer, Decision, Rule, Then, TreeNode } from '../language/schema/decision.js';
import type { Factor } from '../language/schema/factor.js';
import type { KnowledgeBase } from '../load/knowledge.js';
import { scenarioFactorOf } from '../load/knowledge.js';
import { Diagnostics } from '../language/diagnostic.js';
import { readValue } from '../language/value.js';
import { list, operators } from '../language/condition.js';
import { askedDecisions, outputsOf, parseRef } from '../load/outputs.js';
import { combosOf } from './combos.js';
import { boundOf, codesOf, valueOf, UNSTATED, type Variable } from './domain.js';
import type { Program, ProgramDecision, ProgramRule, ProgramTable } from './program.js';
import type { OutcomeTest, SomeTest, Tests, VariableTest } from './tests.js';
import { indexRules } from './rule-index.js';
import { boundsInRules } from './bounds.js';
import { lowerCompatibility } from './compatibility.js';
import { lowerFit } from './fit.js';

/** Lowers linked knowledge to a program: names to numbers, values to codes, tables to an index. */
export function lower(knowledge: KnowledgeBase): Program {
  return new Lowering(knowledge).run();
}

class Lowering {
  private readonly variables: Variable[] = [];
  private readonly lookup = new Map<string, Map<Factor, Variable[]>>();
  private readonly accepted = new Map<string, Uint8Array>();
  private readonly testsByVariable = new Map<Variable, Set<Uint8Array>>();
  private readonly numbers: ReadonlyMap<string, number>;
  private readonly bounds: ReadonlyMap<string, readonly number[]>;
  private readonly scenarioFactor: string;

  constructor(private readonly knowledge: KnowledgeBase) {
    this.numbers = new Map([...knowledge.decisions.keys()].map((id, number) => [id, number]));
    this.bounds = boundsInRules(knowledge);
    this.scenarioFactor = scenarioFactorOf(knowledge)?.id ?? '';
  }

  run(): Program {
    const { knowledge } = this;
    const decisions = [...knowledge.decisions.values()].map((decision, number) => this.decision(decision, number));
    const roles = knowledge.roles.map(({ id, each, decision, narrowedBy, optional = false }) => ({
      id,
      optional,
      ...(each !== undefined && { each }),
      ...this.reference(decision),
      ...(narrowedBy !== undefined && { narrowedBy: this.reference(narrowedBy) }),
    }));
    const remarks = [...knowledge.tensions.values(), ...knowledge.trends.values()].flatMap(({ touches }) => touches);
    const conditions = new Map<object, Tests>();
    for (const touch of remarks)
      if (touch.when !== undefined) conditions.set(touch, this.tests(touch.when as Condition, undefined));
    for (const scenario of knowledge.scenarios.values()) {
      conditions.set(scenario, this.tests((scenario.presets ?? {}) as Condition, undefined));
    }
    const tests = (condition: Condition, each: string | undefined): Tests => this.tests(condition, each);
    const fit = lowerFit(knowledge, tests);
    const compatibility = lowerCompatibility(knowledge, tests);
    return {
      knowledge,
      variables: this.variables,
      lookup: this.lookup,
      decisions,
      numbers: this.numbers,
      roles,
      classes: new Map(
        [...this.testsByVariable].map(([variable, tests]) => [variable, classesOf(variable, [...tests])]),
      ),
      conditions,
      fit,
      compatibility,
    };
  }

  private reference(name: string): { decision: number; output: number } {
    const { decision, output } = parseRef(name);
    return { decision: this.number(decision), output: this.output(decision, output) };
  }

  private number(decision: string): number {
    const number = this.numbers.get(decision);
    if (number === undefined) throw new Error(`no decision ${decision}`);
    return number;
  }

  private outputs(decision: string): readonly string[] {
    const found = this.knowledge.decisions.get(decision);
    return found === undefined ? [] : outputsOf(found);
  }

  private output(decision: string, output: string | undefined): number {
    return output === undefined ? 0 : this.outputs(decision).indexOf(output);
  }

  private decision(decision: Decision, number: number): ProgramDecision {
    const outputs = outputsOf(decision);
    const { id, each, table, tree, vote } = decision;
    const common = { number, id, outputs, ...(each !== undefined && { each }) };
    if (vote !== undefined) {
      const { ballot, within, elect } = vote;
      const at = (output: string): number => this.output(vote.table, output);
      return {
        ...common,
        body: {
          form: 'vote',
          table: this.number(vote.table),
          ballot: at(ballot),
          within: at(within),
          elect: at(elect),
        },
      };
    }
    if (tree !== undefined) return { ...common, body: { form: 'tree', root: this.node(decision, tree, id) } };
    const rules = (table?.rules ?? []).flatMap((rule, index) =>
      this.rules(decision, rule, rule.id ?? `${id}#${String(index + 1)}`),
    );
    const aggregates = outputs.map((output) => {
      const aggregate = table?.aggregate ?? 'list';
      return typeof aggregate === 'string' ? aggregate : (aggregate[output] ?? 'list');
    });
    const body: ProgramTable = {
      form: 'table',
      hitPolicy: table?.hitPolicy ?? 'first',
      aggregates,
      rules,
      index: indexRules(rules),
    };
    return { ...common, body };
  }

  private node(decision: Decision, node: TreeNode, id: string): ProgramRule {
    const [rule] = this.rules(decision, node, node.id ?? id);
    if (rule === undefined) throw new Error(`a branch of ${decision.id} asks a slot that no scenario fills`);
    return {
      ...rule,
      branches: (node.branches ?? []).map((branch, index) => this.node(decision, branch, `${id}/${String(index + 1)}`)),
    };
  }

  /** A rule of the program for each way that a rule can be taken: one, save where it asks what each scenario fills. */
  private rules(decision: Decision, rule: Rule, id: string): ProgramRule[] {
    const tests = this.tests((rule.when ?? {}) as Condition, decision.each);
    const outputs = outputsOf(decision);
    if (rule.ask === undefined) return [{ id, rule, tests, answers: this.answers(decision, rule.then) }];
    return askedDecisions(rule.ask, this.knowledge.scenarios).map(({ decision: asked, output, scenario }) => {
      const theirs = outputs.map((ours) =>
        this.output(asked, outputs.length > 1 && output === undefined ? ours : output),
      );
      const ask = { decision: this.number(asked), outputs: theirs };
      if (scenario === undefined) return { id, rule, tests, ask };
      const when = this.tests({ [this.scenarioFactor]: scenario }, decision.each);
      return {
        id: `${id}:${scenario}`,
        rule,
        tests: { ...tests, variables: [...when.variables, ...tests.variables] },
        ask,
      };
    });
  }

  private answers(decision: Decision, then: Then | undefined): (readonly (readonly string[])[] | null)[] {
    return outputsOf(decision).map((output) => {
      if (then === undefined) return null;
      if (decision.outputs === undefined) return combosOf(then as Answer);
      const answer = (then as Readonly<Record<string, Answer>>)[output];
      return answer === undefined ? null : combosOf(answer);
    });
  }

  private tests(condition: Condition, each: string | undefined): Tests {
    const variables: VariableTest[] = [];
    const outcomes: OutcomeTest[] = [];
    const some: SomeTest[] = [];
    for (const [name, test] of Object.entries(condition)) {
      const factor = this.knowledge.factors.get(name);
      for (const [operator, operand] of operators(test)) {
        const label = { name, test };
        if (factor !== undefined) variables.push({ ...this.variableTest(factor, each, operator, operand), ...label });
        else if (operator === 'some')
          some.push({ collection: name, tests: this.tests(operand as Condition, name), ...label });
        else {
          const ref = parseRef(name);
          const [decision, output] = [this.number(ref.decision), this.output(ref.decision, ref.output)];
          outcomes.push({ decision, output, operator: operator as OutcomeTest['operator'], operand, ...label });
        }
      }
    }
    return { variables, outcomes, some };
  }

  private variableTest(
    factor: Factor,
    each: string | undefined,
    operator: string,
    operand: unknown,
  ): Omit<VariableTest, 'name' | 'test'> {
    const member = operator === 'includes' || operator === 'excludes' ? String(operand) : undefined;
    const section = each !== undefined && factor.askedOf.includes(each) ? each : this.sectionOf(factor);
    const variable = this.variable(factor, section, member);
    const accepts = this.acceptsOf(variable, operator, operand);
    const above =
      section === each && factor.inherited === true ? this.variable(factor, 'requirements', member) : undefined;
    if (above !== undefined) this.testsOf(above).add(accepts);
    return { variable, accepts, ...(above && { fallback: above }) };
  }

  /** The codes that satisfy a test; the same test is worked out once. */
  private acceptsOf(variable: Variable, operator: string, operand: unknown): Uint8Array {
    const key = `${String(variable.index)} ${operator} ${String(operand)}`;
    const before = this.accepted.get(key);
    if (before !== undefined) return before;
    const satisfies = this.satisfies(variable, operator, operand);
    const accepts = Uint8Array.from({ length: variable.size }, (_, code) => Number(satisfies(code)));
    this.accepted.set(key, accepts);
    this.testsOf(variable).add(accepts);
    return accepts;
  }

  private testsOf(variable: Variable): Set<Uint8Array> {
    let tests = this.testsByVariable.get(variable);
    if (tests === undefined) this.testsByVariable.set(variable, (tests = new Set()));
    return tests;
  }

  private sectionOf(factor: Factor): string {
    return (
      factor.askedOf.find((section) => !this.knowledge.collections.has(section)) ?? factor.askedOf[0] ?? 'requirements'
    );
  }

  private variable(factor: Factor, section: string, member: string | undefined): Variable {
    const known = this.lookup.get(section)?.get(factor) ?? [];
    const found = known.find((variable) => variable.member === member);
    if (found !== undefined) return found;
    const bounds = factor.type === 'quantity' ? (this.bounds.get(factor.id) ?? []) : undefined;
    const codes = factor.type === 'set' ? new Map([[factor.id, 1]]) : codesOf(factor, this.knowledge);
    const size = member !== undefined ? 3 : bounds !== undefined ? 2 * bounds.length + 2 : codes.size + 1;
    const index = this.variables.length;
    const variable: Variable = {
      index,
      section,
      factor,
      codes,
      size,
      ...(member !== undefined && { member }),
      ...(bounds && { bounds }),
    };
    this.variables.push(variable);
    const here = this.lookup.get(section) ?? new Map<Factor, Variable[]>();
    this.lookup.set(section, here.set(factor, [...known, variable]));
    return variable;
  }

  /** Which codes satisfy one test. What is not stated satisfies nothing but `stated: false`. */
  private satisfies(variable: Variable, operator: string, operand: unknown): (code: number) => boolean {
    if (operator === 'stated') return (code) => (code !== UNSTATED) === operand;
    const { factor, codes } = variable;
    if (factor.type === 'set') return (code) => code !== UNSTATED && (code === 2) === (operator === 'includes');
    const dimension = factor.type === 'quantity' ? this.knowledge.dimensions.get(factor.dimension) : undefined;
    const wanted = list(operand).map((value) => {
      if (factor.type === 'quantity') return boundOf(value, dimension);
      const known = codes.get(value);
      if (known !== undefined) return known;
      // A rule may write a level as a figure and a flag as a word, as a workload may.
      const read = readValue(factor, value, this.knowledge, new Diagnostics(), () => undefined)?.value;
      return read === undefined ? Number.NaN : (codes.get(read) ?? Number.NaN);
    });
    const [bound = Number.NaN] = wanted;
    const holds = OPERATORS[operator];
    if (holds === undefined) throw new Error(`no test ${operator}`);
    return (code) => {
      if (code === UNSTATED) return false;
      return holds(factor.type === 'quantity' ? Number(valueOf(variable, code)) : code, bound, wanted);
    };
  }
}

/** For each code, what all tests say of it. What is not stated is a class of its own: of a condition, it is neither true nor false. */
function classesOf({ size }: Variable, tests: readonly Uint8Array[]): string[] {
  return Array.from({ length: size }, (_, code) =>
    code === UNSTATED ? '' : `=${tests.map((accepts) => accepts[code]).join('')}`,
  );
}

const OPERATORS: Readonly<Record<string, (saw: number, bound: number, wanted: readonly number[]) => boolean>> = {
  equals: (saw, _, wanted) => wanted.includes(saw),
  not: (saw, _, wanted) => !wanted.includes(saw),
  atLeast: (saw, bound) => saw >= bound,
  atMost: (saw, bound) => saw <= bound,
  above: (saw, bound) => saw > bound,
  below: (saw, bound) => saw < bound,
};
