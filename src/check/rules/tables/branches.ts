import type { Program, ProgramDecision, ProgramRule, ProgramTree } from '../../../program/ir/program.js';
import { casesOf, type Case } from '../../cases/cases.js';
import type { Problem } from '../problem.js';
import { mergedRegions, simplest } from '../../cases/merge.js';
import { narrow, type PathCondition } from '../../cases/path-condition.js';
import { areAlike } from './rule-outputs.js';

/** A decision whose body is a tree. */
export type TreeDecision = ProgramDecision & { readonly body: ProgramTree };

/**
 * Branches of a tree without which every input is answered the same, proven by cases of the tree with and without each, side by side. The last is left out
 * first, and what is left out stays out, so all that are told can be left out together; of what hangs on one, nothing more is told.
 *
 * @param dead branches that never fire, which are told as that
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
  // A branch may change nothing only once another is left out.
  for (let before = -1; before < found.length;) {
    before = found.length;
    visit(decision.body.root, new Map());
  }
  return [
    ...found.reverse(),
    ...(unproven.size === 0 ? [] : [{ code: 'inconclusive', decision, unproven: ['redundant'] } as const]),
  ];
}

interface Without {
  readonly decision: TreeDecision;
  readonly program: Program;
  /** The branches that are left out already. */
  readonly out: ReadonlySet<ProgramRule>;
  /** What must be so for the branch to fire. */
  readonly given: PathCondition;
}

/** The problem that a branch changes nothing; undefined where it does, and `unknown` where there are too many cases. */
function withoutBranch(
  branch: ProgramRule,
  { decision, program, out, given }: Without,
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
      .some(({ answer }, output) => !areAlike(answer, results[outputs + output]?.answer ?? null));
  const proven = casesOf(both, targets, { partly: true, given, subject: decision, isEnough: differs });
  if (proven.all.some(differs)) return undefined;
  if (!proven.complete) return 'unknown';
  const fired = proven.all.filter(({ met }) => met.includes(branch));
  const one = simplest(fired);
  if (one === undefined) return undefined;
  const others = fired.flatMap(({ results }) => results.slice(outputs).flatMap(({ hits }) => hits));
  return {
    code: 'redundant',
    decision,
    rules: [branch, ...new Set(others.map(({ rule }) => original(rule, decision.body.root)))],
    where: mergedRegions(fired, proven),
    witness: one.point,
  };
}

/** The node of the whole tree that one of a tree with less branches was made of. */
function original(rule: ProgramRule, node: ProgramRule): ProgramRule {
  const find = (one: ProgramRule): ProgramRule | undefined =>
    one.id === rule.id ? one : (one.branches ?? []).map(find).find((found) => found !== undefined);
  return find(node) ?? rule;
}
