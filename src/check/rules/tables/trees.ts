import { intersection } from '../../../program/ir/codes.js';
import type { Variable } from '../../../program/ir/domain.js';
import type { Program, ProgramRule } from '../../../program/ir/program.js';
import { redundantBranches, type TreeDecision } from './branches.js';
import { casesOf } from '../../cases/cases.js';
import type { Problem } from '../problem.js';
import { gapProblems } from '../missing-rules.js';
import { unionProblems } from './combined-answers.js';

/**
 * Finds the problems of one tree: inputs without a result, branches that never hit, redundant branches, and branches whose answers cannot
 * be combined although they hit jointly.
 */
export function treeProblems(decision: TreeDecision, program: Program): Problem[] {
  const { number, outputs } = decision;
  const targets = outputs.map((_, output) => ({ decision: number, output }));
  const { all, complete } = casesOf(program, targets, { allowUnstated: true, subject: decision });
  const reached = new Set(all.flatMap(({ hitRules }) => hitRules));
  // Where there are too many cases, the examined ones prove which nodes hit, and contradictory conditions prove which never do.
  const dead = complete ? unreached(decision.body.root, reached) : neverFiring(decision.body.root, new Map());
  const open = complete || unreached(decision.body.root, reached).length === dead.length;
  return [
    ...dead.map((rule): Problem => ({ code: 'unreachable', decision, rules: [rule] })),
    ...(open ? [] : [{ code: 'inconclusive', decision, unproven: ['unreachable'] } as const]),
    ...gapProblems(decision, program),
    ...redundantBranches(decision, program, new Set(dead)),
    ...outputs.flatMap((_, output) => unionConflicts(decision, output, program)),
  ];
}

/**
 * Branches that hit jointly and whose combined outcomes are no known combination. Nothing in a tree says that several answers are meant jointly, so
 * without any known combination none of them is.
 */
function unionConflicts(decision: TreeDecision, output: number, program: Program): Problem[] {
  const cases = casesOf(program, [{ decision: decision.number, output }], { allowUnstated: true });
  return [
    ...unionProblems(decision, output, cases, program),
    ...(cases.complete ? [] : [{ code: 'inconclusive', decision, output, unproven: ['ambiguous'] } as const]),
  ];
}

/** The topmost nodes that are reached in no case. */
const unreached = (node: ProgramRule, reached: ReadonlySet<ProgramRule>): ProgramRule[] =>
  reached.has(node) ? (node.branches ?? []).flatMap((branch) => unreached(branch, reached)) : [node];

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
