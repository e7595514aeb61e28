import { intersection } from '../program/codes.js';
import type { Combo } from '../program/combos.js';
import type { Variable } from '../program/domain.js';
import type { Program, ProgramDecision, ProgramRule, ProgramTree } from '../program/program.js';
import { casesOf, type Case, type Cases } from './cases.js';
import type { Found } from './found.js';
import { mergedRegions, simplest } from './merge.js';
import { silences } from './silences.js';

/** A decision whose body is a tree. */
export type TreeDecision = ProgramDecision & { readonly body: ProgramTree };

/** What is wrong with one tree by itself: inputs on which it is silent, branches that never fire, and branches that fire together and do not go together. */
export function treeProblems(decision: TreeDecision, program: Program): Found[] {
  const { number, outputs } = decision;
  const unreachable = neverFiring(decision.body.root, new Map()).map((rule): Found => ({
    code: 'unreachable',
    decision,
    rules: [rule],
  }));
  const spoken = outputs.flatMap((_, output) => {
    const cases = casesOf(program, [{ decision: number, output }], { partly: false });
    if (!cases.complete) return [{ code: 'not-proven', decision, output } as const];
    return [...silences(decision, output, cases, program), ...together(decision, output, cases, program)];
  });
  return [...unreachable, ...spoken];
}

/** Nodes whose condition contradicts that of a node above them. */
function neverFiring(node: ProgramRule, above: ReadonlyMap<Variable, readonly number[]>): ProgramRule[] {
  const here = new Map(above);
  for (const { variable, accepts } of node.tests.variables) {
    const before = here.get(variable);
    const set = before === undefined ? accepts : intersection(before, accepts);
    if (set.length === 0) return [node];
    here.set(variable, set);
  }
  return (node.branches ?? []).flatMap((branch) => neverFiring(branch, here));
}

/** Answers of branches that fire together, united into something that nothing knows to run. */
function together(decision: ProgramDecision, output: number, proven: Cases, { knowledge }: Program): Found[] {
  const known = new Set([...knowledge.combinations.values()].flat().map((set) => [...set].sort().join(' ')));
  if (known.size === 0) return [];
  const odd = proven.all.filter(({ results: [result] }) => {
    const answers = result?.answer ?? [];
    const says = result?.hits.map((hit) => hit.says) ?? [];
    const alone = (combo: Combo): boolean => says.some((answer) => answer.some((one) => String(one) === String(combo)));
    return answers.some((combo) => combo.length > 1 && !alone(combo) && !known.has(combo.join(' ')));
  });
  const groups = new Map<string, Case[]>();
  for (const one of odd) {
    const key = one.results[0]?.hits.map(({ rule }) => rule.id).join(' ') ?? '';
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((cases): Found[] => {
    const one = simplest(cases);
    const result = one?.results[0];
    if (one === undefined || result === undefined) return [];
    const rules = result.hits.filter(
      ({ says }) => !result.answer?.some((combo) => says.some((c) => String(c) === String(combo))),
    );
    return [
      {
        code: 'two-answers',
        decision,
        output,
        rules: rules.map(({ rule }) => rule),
        where: mergedRegions(cases, proven),
        witness: one.point,
        says: rules.map(({ says }) => says),
      },
    ];
  });
}
