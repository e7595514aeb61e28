import type { Condition, Scalar, Test } from '../../language/schema/knowledge/condition.js';
import type { Answer, Decision, OutputAnswer, Rule, Then, TreeNode } from '../../language/schema/knowledge/decision.js';
import type { Factor } from '../../language/schema/knowledge/factor.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import { scenarioFactorOf } from '../../load/knowledge.js';
import { operators } from '../../language/values/statement.js';
import { findHitPolicy, type Aggregate, type HitPolicy } from '../../language/outputs/hit-policies/registry.js';
import type { HitPolicyEntry } from '../../language/outputs/hit-policies/policy.js';
import {
  delegatesOf,
  declarationOf,
  delegatedOutput,
  outputsOf,
  parseRef,
  type OutputDeclaration,
} from '../../load/outputs.js';
import { alternativesOf, byPriority } from './answers.js';
import { distinctSets, freezeValues, type OutputValues } from '../../language/outputs/values.js';
import { intersection, type CodeSet } from './codes.js';
import { boundOf, codesOf, satisfying, figureKindOf, statableCodes, type Variable } from './domain.js';
import type { Program, ProgramDecision, ProgramRule, ProgramTable } from './program.js';
import type { OutcomeTest, SomeTest, Tests, VariableTest } from './tests.js';
import { boundsInRules } from './bounds.js';
import { lowerCompatibility } from './compatibility.js';
import { lowerFit } from './fit.js';
import { ownPart } from '../../language/get-or-insert.js';

const programs = new WeakMap<KnowledgeBase, Program>();

/** The program of some knowledge; lowered once. */
export function programOf(knowledge: KnowledgeBase): Program {
  let program = programs.get(knowledge);
  if (program === undefined) programs.set(knowledge, (program = lower(knowledge)));
  return program;
}

/** Lowers linked knowledge to a program: names to numbers, values to codes, tests to code sets. */
export function lower(knowledge: KnowledgeBase): Program {
  return new Lowering(knowledge).run();
}

class Lowering {
  private readonly variables: Variable[] = [];
  private readonly lookup = new Map<string, Map<Factor, Variable[]>>();
  /** By the index of the variable, the operator, and the operand as it is written. */
  private readonly accepted: Map<string, Map<unknown, CodeSet>>[] = [];
  private readonly testsByVariable = new Map<Variable, Set<CodeSet>>();
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
    const remarks = [...knowledge.tensions.values(), ...knowledge.trends.values()].flatMap(
      ({ touches = [] }) => touches,
    );
    const conditions = new Map<object, Tests>();
    for (const touch of remarks) if (touch.when !== undefined) conditions.set(touch, this.tests(touch.when, undefined));
    for (const one of [...knowledge.tensions.values()].flatMap(({ acknowledges = [] }) => acknowledges)) {
      const [decision = ''] = one.decisions ?? [];
      if (one.when !== undefined) conditions.set(one, this.tests(one.when, knowledge.decisions.get(decision)?.each));
    }
    for (const scenario of knowledge.scenarios.values()) {
      conditions.set(scenario, this.tests(scenario.presets ?? {}, undefined));
    }
    const advisories = [...knowledge.advisories.values()].map((advisory) => ({
      advisory,
      when: this.tests(advisory.when, undefined),
      ...(advisory.unless && { unless: this.tests(advisory.unless, undefined) }),
    }));
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
      tested: this.testsByVariable,
      conditions,
      advisories,
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
    if (table === undefined) throw new Error(`${id} has no body`);
    const rules = table.rules.flatMap((rule, index) =>
      this.rules(decision, rule, rule.id ?? `${id}#${String(index + 1)}`),
    );
    const { hitPolicy, aggregate } = table;
    const policies = outputs.map((output) =>
      policyOf(hitPolicy, typeof aggregate === 'object' ? ownPart(aggregate, output) : aggregate),
    );
    const [policy] = policies;
    if (policy === undefined) throw new Error(`${id} has no output`);
    const kinds = outputs.map((output) => declarationOf(decision, output).type);
    const ordered = policy.ordersByValues === true ? byPriority(rules, this.listedValues(decision)) : rules;
    const body: ProgramTable = { form: 'table', policy, policies, kinds, rules: ordered };
    return { ...common, body };
  }

  private node(decision: Decision, node: TreeNode, id: string): ProgramRule {
    const [rule] = this.rules(decision, node, id);
    if (rule === undefined) throw new Error(`a branch of ${decision.id} asks a slot that no scenario fills`);
    return {
      ...rule,
      branches: (node.branches ?? []).map((branch, index) => this.node(decision, branch, `${id}/${String(index + 1)}`)),
    };
  }

  /** A rule of the program for each way that a rule can be taken: one, except where it delegates to what each scenario fills a slot with. */
  private rules(decision: Decision, rule: Rule, id: string): ProgramRule[] {
    const tests = this.tests(rule.when ?? {}, decision.each);
    const outputs = outputsOf(decision);
    const own = rule.package ?? this.knowledge.origins.get(`Decision/${decision.id}`) ?? '';
    const origin = { rule: id, ...(rule.source !== undefined && { source: rule.source }), package: own };
    if (rule.ask === undefined) return [{ id, origin, rule, tests, answers: this.answers(decision, rule.then) }];
    return delegatesOf(rule.ask, this.knowledge.scenarios).map(({ decision: name, output, scenario }) => {
      const delegate = this.knowledge.decisions.get(name);
      const theirs = outputs.map((own) =>
        this.output(name, delegate && delegatedOutput(decision, delegate, output, own)),
      );
      const ask = { decision: this.number(name), outputs: theirs };
      if (scenario === undefined) return { id, origin, rule, tests, ask };
      const when = this.tests({ [this.scenarioFactor]: scenario }, decision.each);
      return {
        id: `${id}:${scenario}`,
        origin: { ...origin, rule: `${id}:${scenario}` },
        rule,
        tests: { ...tests, variables: [...when.variables, ...tests.variables] },
        ask,
      };
    });
  }

  private answers(decision: Decision, then: Then | undefined): (OutputValues | null)[] {
    return outputsOf(decision).map((output) => {
      const written = decision.outputs === undefined ? (then as Answer | undefined) : answerFor(output, then);
      return written === undefined ? null : freezeValues(this.values(written, declarationOf(decision, output)));
    });
  }

  /** What a rule writes for an output, as values: a quantity in the base unit of its dimension. */
  private values(written: OutputAnswer, { type, dimension }: OutputDeclaration): OutputValues {
    if (type === 'text') return [written as string];
    if (type === 'quantity') return [boundOf(written as Scalar, this.knowledge.dimensions.get(dimension ?? ''))];
    return distinctSets(alternativesOf(written as Answer));
  }

  /** By output: its values, the one of the highest priority first; none where it lists none. */
  private listedValues(decision: Decision): (OutputValues | undefined)[] {
    return outputsOf(decision).map((output) => {
      const { values, ...declared } = declarationOf(decision, output);
      return values?.flatMap((value) => this.values(value, declared));
    });
  }

  private tests(condition: Condition, each: string | undefined): Tests {
    const variables: VariableTest[] = [];
    const outcomes: OutcomeTest[] = [];
    const some: SomeTest[] = [];
    for (const [name, test] of Object.entries(condition)) {
      const factor = this.knowledge.factors.get(name);
      if (factor !== undefined) {
        variables.push(...this.variableTests(factor, each, test));
        continue;
      }
      for (const [operator, operand] of operators(test)) {
        if (operator === 'some') {
          const tests = this.tests(operand as Condition, name);
          some.push({ kind: 'some', collection: name, tests, name, test });
        } else {
          const ref = parseRef(name);
          const [decision, output] = [this.number(ref.decision), this.output(ref.decision, ref.output)];
          const comparison = operator as OutcomeTest['operator'];
          outcomes.push({ kind: 'outcome', decision, output, operator: comparison, operand, name, test });
        }
      }
    }
    return { variables, outcomes, some };
  }

  /** The tests of one factor: one for each variable that they read, for they must all hold. */
  private variableTests(factor: Factor, each: string | undefined, test: Test): VariableTest[] {
    const section = each !== undefined && factor.askedOf.includes(each) ? each : this.sectionOf(factor);
    const found = new Map<Variable, CodeSet>();
    const requiresStated = operators(test).some(([operator, operand]) => operator === 'stated' && operand === true);
    for (const [operator, operand] of operators(test)) {
      const member = operator === 'includes' || operator === 'excludes' ? String(operand) : undefined;
      const variable = this.variable(factor, section, member);
      const [before, accepts] = [found.get(variable), this.acceptsOf(variable, operator, operand)];
      found.set(variable, before === undefined ? accepts : intersection(before, accepts));
    }
    const inherited = section === each && factor.inherited === true;
    return [...found].map(([variable, accepts]) => {
      const fallback = inherited ? this.variable(factor, 'requirements', variable.member) : undefined;
      for (const tested of [variable, fallback]) if (tested !== undefined) this.testsOf(tested).add(accepts);
      return { kind: 'variable', variable, fallback, accepts, requiresStated, name: factor.id, test };
    });
  }

  /** The codes that satisfy a test; the same test is worked out once. */
  private acceptsOf(variable: Variable, operator: string, operand: unknown): CodeSet {
    const known = (this.accepted[variable.index] ??= new Map<string, Map<unknown, CodeSet>>());
    let ofOperator = known.get(operator);
    if (ofOperator === undefined) known.set(operator, (ofOperator = new Map<unknown, CodeSet>()));
    const key = Array.isArray(operand) ? operand.join() : operand;
    let accepts = ofOperator.get(key);
    if (accepts === undefined) ofOperator.set(key, (accepts = satisfying(variable, operator, operand, this.knowledge)));
    return accepts;
  }

  private testsOf(variable: Variable): Set<CodeSet> {
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
    const figures =
      factor.type === 'quantity' ? figureKindOf(this.knowledge.dimensions.get(factor.dimension)) : undefined;
    const index = this.variables.length;
    const variable: Variable = {
      index,
      section,
      factor,
      codes,
      size,
      ...(member !== undefined && { member }),
      statable: statableCodes(bounds, size, figures),
      ...(bounds && { bounds }),
      ...(figures && { figures }),
    };
    this.variables.push(variable);
    const here = this.lookup.get(section) ?? new Map<Factor, Variable[]>();
    this.lookup.set(section, here.set(factor, [...known, variable]));
    return variable;
  }
}

/** What a rule writes for one of several outputs. */
function answerFor(output: string, then: Then | undefined): OutputAnswer | undefined {
  return ownPart(then as Readonly<Record<string, OutputAnswer>> | undefined, output);
}

/** The entry of a policy that linking has let through. */
function policyOf(policy: HitPolicy, aggregate: Aggregate | undefined): HitPolicyEntry {
  const found = findHitPolicy(policy, aggregate);
  if (found === undefined) throw new RangeError(`no hit policy ${policy} ${aggregate ?? ''}`);
  return found;
}
