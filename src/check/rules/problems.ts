import { isTable, type Program, type ProgramDecision, type ProgramRule } from '../../program/ir/program.js';
import { allRules, delegatedDecisions } from '../../program/ir/call-graph.js';
import { collectedProblems } from './tables/collected.js';
import { FactJudge } from './facts.js';
import { forbiddenProblems } from './forbidden.js';
import type { Problem, ProblemView } from './problem.js';
import { mergedInconclusive } from './inconclusive.js';
import { orderProblems } from './order.js';
import { clearTries } from '../cases/decision-trie.js';
import { roleProblems } from './roles.js';
import { scenarioCoverageProblems } from './scenario-coverage.js';
import { tableProblems } from './tables/tables.js';
import { scenarioConflictProblems } from './scenario-conflicts.js';
import type { TreeDecision } from './tables/branches.js';
import { treeProblems } from './tables/trees.js';
import { requestedDecisions, unusedDecisionProblems } from './unused-decisions.js';
import { irrelevanceProblems } from './irrelevant-factors.js';

/**
 * Everything that is wrong with a program, proven: of each table and tree by itself, of the decisions that fill a role together, of the rules against
 * the facts as of a date, and of the words that nothing uses.
 */
export function problemsOf(program: Program, asOf: string): Problem[] {
  try {
    return allOf(program, asOf);
  } finally {
    clearTries(program);
  }
}

function allOf(program: Program, asOf: string): Problem[] {
  // each decision -> decisions together -> decisions against facts -> vocabulary
  const judge = new FactJudge(program, asOf);
  const behind = standBehind(program);
  const asked = requestedDecisions(program);
  const alone = program.decisions.flatMap((decision) => {
    const found = isTable(decision)
      ? tableProblems(decision, program)
      : isTree(decision)
        ? treeProblems(decision, program)
        : [];
    // Where a decision is silent, another may answer in its place: whether one does is proven for the role.
    return found.flatMap((one): Problem[] => {
      if (one.code !== 'gap') return [one];
      // What a decision leaves open that nothing asks is missed by nobody.
      if (!asked.has(decision.number)) return [];
      return [behind(decision) ? { ...one, code: 'gap-with-fallback' } : one];
    });
  });
  return mergedInconclusive([
    ...alone,
    ...collectedProblems(program),
    ...roleProblems(program),
    ...scenarioConflictProblems(program),
    ...judge.problems(),
    ...inverted(program, judge),
    ...forbiddenProblems(program),
    ...scenarioCoverageProblems(program),
    ...unusedDecisionProblems(program, asked),
    ...irrelevanceProblems(program, deadRules(alone, program), asked),
  ]);
}

/** The rules, as written, that never answer: none of the ways to take them ever does. */
function deadRules(found: readonly Problem[], program: Program): Set<object> {
  const never = new Set(
    found.flatMap(({ code, rules: [rule] = [] }: ProblemView) =>
      (code === 'unreachable' || code === 'masked') && rule !== undefined ? [rule] : [],
    ),
  );
  const alive = new Set<object>(
    program.decisions.flatMap((decision) => allRules(decision).flatMap((one) => (never.has(one) ? [] : [one.rule]))),
  );
  return new Set([...never].flatMap(({ rule }) => (alive.has(rule) ? [] : [rule])));
}

const isTree = (decision: ProgramDecision): decision is TreeDecision => decision.body.form === 'tree';

/** Whether something stands behind a decision that is silent: what asks it, the facts, or that nothing is needed. */
function standBehind({ decisions, roles }: Program): (decision: ProgramDecision) => boolean {
  const asked = delegatedDecisions({ decisions });
  const narrowing = new Set(roles.flatMap(({ narrowedBy }) => narrowedBy?.decision ?? []));
  return ({ number }) => {
    const filled = roles.filter((role) => role.decision === number);
    return (
      asked.has(number) || narrowing.has(number) || (filled.length > 0 && filled.every(({ optional }) => optional))
    );
  };
}

/** Decisions that ask for more and get less: those that are asked for a role, one by one. */
function inverted(program: Program, judge: FactJudge): Problem[] {
  return program.roles.flatMap((role) => {
    const decision = program.decisions[role.decision];
    if (decision === undefined) return [];
    const asked = allRules(decision).flatMap(({ ask }: ProgramRule) =>
      ask === undefined ? [] : [{ number: ask.decision, output: ask.outputs[role.output] ?? 0 }],
    );
    const targets = asked.length === 0 ? [{ number: decision.number, output: role.output }] : asked;
    return targets.flatMap(({ number, output }) => {
      const target = program.decisions[number];
      return target === undefined ? [] : orderProblems(target, output, role, program, judge);
    });
  });
}
