import type { Program, ProgramDecision, ProgramRule, ProgramTree } from '../../../program/ir/program.js';
import { casesOf, type Case, narrow, type PathCondition } from '../../cases/cases.js';
import type { Problem } from '../problem.js';
import { mergedRegions, simplest } from '../../cases/merge.js';
import { sameAnswer } from '../../../language/outputs/values.js';

/** A decision whose body is a tree. */
export type TreeDecision = ProgramDecision & { readonly body: ProgramTree };

/**
 * Finds branches of a tree without which every input has the same result, by cases of the tree with and without each branch. The last branch is
 * removed first and stays removed, so that all reported ones can be removed jointly. Branches below a redundant one are not reported.
 *
 * @param dead branches that never hit, which are reported as such
 */
export function redundantBranches(decision: TreeDecision, program: Program, dead: ReadonlySet<ProgramRule>): Problem[] {
  const out = new Set<ProgramRule>();
  const found: Problem[] = [];
  const unproven = new Set<ProgramRule>();
  const visit = (node: ProgramRule, above: PathCondition): void => {
    const tested = narrow(node, above);
    for (const branch of (node.branches ?? []).toReversed()) {
      if (dead.has(branch) || out.has(branch)) continue;
      const proof = withoutBranch(branch, { decision, program, out, given: narrow(branch, tested) });
      if (proof === 'unknown') unproven.add(branch);
      if (typeof proof === 'object') {
        out.add(branch);
        found.push(proof);
      } else visit(branch, tested);
    }
  };
  // A branch may become redundant when another is removed, so the search repeats until it finds no more.
  for (let before = -1; before < found.length;) {
    before = found.length;
    visit(decision.body.root, new Map());
  }
  return [
    ...found.reverse(),
    ...(unproven.size === 0 ? [] : [{ code: 'inconclusive', decision, unproven: ['redundant'] } as const]),
  ];
}

interface BranchProof {
  readonly decision: TreeDecision;
  readonly program: Program;
  /** The branches that are already removed. */
  readonly out: ReadonlySet<ProgramRule>;
  /** The codes for which the branch can hit. */
  readonly given: PathCondition;
}

/** The problem that a branch is redundant; undefined where it makes a difference, and `unknown` where there are too many cases. */
function withoutBranch(
  branch: ProgramRule,
  { decision, program, out, given }: BranchProof,
): Problem | undefined | 'unknown' {
  const left = (node: ProgramRule): ProgramRule => ({
    ...node,
    branches: (node.branches ?? []).filter((one) => one !== branch && !out.has(one)).map(left),
  });
  const number = program.decisions.length;
  const less = { ...decision, number, body: { ...decision.body, root: left(decision.body.root) } };
  const both = { ...program, decisions: [...program.decisions, less] };
  const targets = [decision.number, number].flatMap((one) =>
    decision.outputs.map((_, output) => ({ decision: one, output })),
  );
  const outputs = decision.outputs.length;
  const differs = ({ results }: Case): boolean =>
    results
      .slice(0, outputs)
      .some(({ answer }, output) => !sameAnswer(answer, results[outputs + output]?.answer ?? null));
  const proven = casesOf(both, targets, { allowUnstated: true, given, subject: decision, isEnough: differs });
  if (proven.all.some(differs)) return undefined;
  if (!proven.complete) return 'unknown';
  const fired = proven.all.filter(({ hitRules }) => hitRules.includes(branch));
  const one = simplest(fired);
  if (one === undefined) return undefined;
  const others = fired.flatMap(({ results }) => results.slice(outputs).flatMap(({ hits }) => hits));
  return {
    code: 'redundant',
    decision,
    rules: [branch, ...new Set(others.map(({ rule }) => original(rule, decision.body.root)))],
    where: mergedRegions(fired, proven),
    witness: one.example,
  };
}

/** The node of the whole tree that a node of the reduced tree is a copy of. */
function original(rule: ProgramRule, node: ProgramRule): ProgramRule {
  const find = (one: ProgramRule): ProgramRule | undefined =>
    one.id === rule.id ? one : (one.branches ?? []).map(find).find((found) => found !== undefined);
  return find(node) ?? rule;
}
