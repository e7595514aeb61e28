import type { Program, ProgramDecision, ProgramRule } from './program.js';

/** Some decisions and all that they depend on. */
export function transitiveDependencies(program: Program, numbers: readonly number[]): ProgramDecision[] {
  const seen = new Set<number>();
  const visit = (number: number): void => {
    const decision = program.decisions[number];
    if (seen.has(number) || decision === undefined) return;
    seen.add(number);
    if (decision.body.form === 'vote') visit(decision.body.table);
    for (const { ask, tests } of allRules(decision)) {
      if (ask !== undefined) visit(ask.decision);
      for (const outcome of tests.outcomes) visit(outcome.decision);
    }
  };
  numbers.forEach(visit);
  return [...seen].flatMap((number) => program.decisions[number] ?? []);
}

/** The rules of a table, or the nodes of a tree. */
export function allRules({ body }: ProgramDecision): readonly ProgramRule[] {
  if (body.form === 'vote') return [];
  if (body.form === 'table') return body.rules;
  const nodes = (node: ProgramRule): ProgramRule[] => [node, ...(node.branches ?? []).flatMap(nodes)];
  return nodes(body.root);
}

/** The decisions, by number, that another decision delegates to, polls or tests. */
export function delegatedDecisions({ decisions }: Pick<Program, 'decisions'>): Set<number> {
  return new Set(
    decisions.flatMap((decision) => [
      ...(decision.body.form === 'vote' ? [decision.body.table] : []),
      ...allRules(decision).flatMap(({ ask, tests }) => [
        ...(ask === undefined ? [] : [ask.decision]),
        ...tests.outcomes.map((outcome) => outcome.decision),
      ]),
    ]),
  );
}
