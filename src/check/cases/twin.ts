import { allRules, transitiveDependencies } from '../../program/ir/call-graph.js';
import type { Variable } from '../../program/ir/domain.js';
import type { Program, ProgramDecision, ProgramRule } from '../../program/ir/program.js';
import type { Tests } from '../../program/ir/tests.js';

/** A program in which a decision is there twice: the second time, it reads another variable in place of one. All else that they read is the same. */
export interface Twin {
  readonly program: Program;
  /** The number of the second decision. */
  readonly second: number;
  /** Where neither reads the variable itself: the decisions that they read and that are there twice. Where these answer the same, so do they. */
  readonly read: readonly (readonly [number, number])[];
  /** What the second reads instead. */
  readonly variable: Variable;
}

/**
 * The twin of a decision for a variable: what both answer for one input is what the decision answers for two inputs that differ in nothing
 * else.
 */
export function twinOf(program: Program, decision: ProgramDecision, of: Variable): Twin {
  const variable: Variable = { ...of, index: program.variables.length };
  const read = <V extends Variable | undefined>(one: V): V | Variable => (one === of ? variable : one);
  const numbers = new Map<number, number>();
  const all = transitiveDependencies(program, [decision.number]);
  const isCopied = (number: number): boolean => numbers.has(number);
  const depends = ({ body }: ProgramDecision): boolean => {
    if (body.form === 'vote') return isCopied(body.table);
    const inRule = ({ tests, ask, branches = [] }: ProgramRule): boolean =>
      tests.variables.some(({ variable: one, fallback }) => one === of || fallback === of) ||
      tests.outcomes.some((test) => isCopied(test.decision)) ||
      (ask !== undefined && isCopied(ask.decision)) ||
      branches.some(inRule);
    return body.form === 'table' ? body.rules.some(inRule) : inRule(body.root);
  };
  // What depends on a copied decision is copied too.
  for (let before = -1; before < numbers.size;) {
    before = numbers.size;
    for (const one of all) {
      if (!numbers.has(one.number) && (one === decision || depends(one)))
        numbers.set(one.number, program.decisions.length + numbers.size);
    }
  }
  const copyOf = (number: number): number => numbers.get(number) ?? number;
  const testsOf = (tests: Tests): Tests => ({
    ...tests,
    variables: tests.variables.map((test) => ({
      ...test,
      variable: read(test.variable),
      fallback: read(test.fallback),
    })),
    outcomes: tests.outcomes.map((test) => ({ ...test, decision: copyOf(test.decision) })),
  });
  const ruleOf = (rule: ProgramRule): ProgramRule => ({
    ...rule,
    tests: testsOf(rule.tests),
    ...(rule.ask && { ask: { ...rule.ask, decision: copyOf(rule.ask.decision) } }),
    ...(rule.branches && { branches: rule.branches.map(ruleOf) }),
  });
  const bodyOf = (body: ProgramDecision['body']): ProgramDecision['body'] => {
    if (body.form === 'vote') return { ...body, table: copyOf(body.table) };
    return body.form === 'table' ? { ...body, rules: body.rules.map(ruleOf) } : { ...body, root: ruleOf(body.root) };
  };
  const copies = [...numbers].flatMap(([number, copy]): ProgramDecision[] => {
    const one = program.decisions[number];
    return one === undefined ? [] : [{ ...one, number: copy, body: bodyOf(one.body) }];
  });
  return {
    program: {
      ...program,
      variables: [...program.variables, variable],
      decisions: [...program.decisions, ...copies],
    },
    second: copyOf(decision.number),
    read: readsItself(decision, of) ? [] : [...numbers].filter(([number]) => called(decision).has(number)),
    variable,
  };
}

/** Whether a decision tests a variable by itself, or as a vote may. */
const readsItself = (decision: ProgramDecision, of: Variable): boolean =>
  decision.body.form === 'vote' ||
  allRules(decision).some(({ tests }) =>
    tests.variables.some(({ variable, fallback }) => variable === of || fallback === of),
  );

/** The decisions that the rules of a decision delegate to or test. */
const called = (decision: ProgramDecision): Set<number> =>
  new Set(
    allRules(decision).flatMap(({ tests, ask }) => [
      ...tests.outcomes.map((test) => test.decision),
      ...(ask === undefined ? [] : [ask.decision]),
    ]),
  );
