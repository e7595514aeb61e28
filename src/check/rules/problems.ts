import type { InconclusiveCode } from '../../language/diagnostics/problem-codes.js';
import { isTable, type Program, type ProgramDecision, type ProgramRule } from '../../program/ir/program.js';
import { allRules, delegatedDecisions } from '../../program/ir/call-graph.js';
import { InputComparison } from './effects/compare.js';
import { levelEffectProblems } from './effects/levels.js';
import { outcomeOrderProblems } from './effects/outcome-order.js';
import { effectProblems, Effects } from './effects/without-effect.js';
import { evidenceProblems } from './evidence.js';
import { collectedProblems } from './tables/combined-answers.js';
import { FactJudge } from './facts.js';
import { forbiddenProblems } from './forbidden.js';
import type { Problem, ProblemView } from './problem.js';
import { orderProblems } from './order.js';
import { clearTries } from '../cases/decision-trie.js';
import { disagreementProblems, scenarioConflictProblems } from './disagreements.js';
import { levelProblems, scenarioCoverageProblems } from './missing-rules.js';
import { tableProblems } from './tables/tables.js';
import type { TreeDecision } from './tables/branches.js';
import { treeProblems } from './tables/trees.js';
import { untranslatedProblems } from './untranslated.js';
import { irrelevanceProblems, requestedDecisions, unusedDecisionProblems } from './unused.js';

/** A step of the check: of one decision by itself, or of all in relation to one another and to the facts. */
export type CheckStep =
  { readonly step: 'decision'; readonly number: number; readonly of: number } | { readonly step: 'relations' };

/**
 * Finds the problems of a program, each proven: in single tables and trees, between the decisions that fill a role, between rules and facts as of a
 * date, and parts of the vocabulary that nothing uses.
 *
 * @param asOf a date as `YYYY-MM-DD`, by which facts are judged
 * @param progress called with each step when it begins
 */
export function problemsOf(
  program: Program,
  asOf: string,
  progress: (step: CheckStep) => void = () => undefined,
): Problem[] {
  try {
    return allOf(program, asOf, progress);
  } finally {
    clearTries(program);
  }
}

function allOf(program: Program, asOf: string, progress: (step: CheckStep) => void): Problem[] {
  // single decisions -> decisions of a role -> decisions and facts -> vocabulary
  const judge = new FactJudge(program, asOf);
  const hasFallback = fallbackTest(program);
  const requested = requestedDecisions(program);
  const alone = program.decisions.flatMap((decision, n) => {
    progress({ step: 'decision', number: n + 1, of: program.decisions.length });
    const found = isTable(decision)
      ? tableProblems(decision, program)
      : isTree(decision)
        ? treeProblems(decision, program)
        : [];
    // Where a decision has no result, another may have one in its place; whether it does is proven for the role.
    return found.flatMap((one): Problem[] => {
      if (one.code !== 'gap') return [one];
      // A gap of a decision that nothing evaluates has no effect.
      if (!requested.has(decision.number)) return [];
      return [hasFallback(decision, one.output) ? { ...one, code: 'gap-with-fallback' } : one];
    });
  });
  progress({ step: 'relations' });
  const comparison = new InputComparison(program);
  return mergedInconclusive([
    ...alone,
    ...collectedProblems(program),
    ...levelProblems(program),
    ...disagreementProblems(program),
    ...scenarioConflictProblems(program),
    ...judge.problems(),
    ...evidenceProblems(program),
    ...nonMonotonic(program, judge),
    ...program.decisions.flatMap((decision) => outcomeOrderProblems(decision, program, comparison)),
    ...forbiddenProblems(program),
    ...scenarioCoverageProblems(program),
    ...unusedDecisionProblems(program, requested),
    ...irrelevanceProblems(program, deadRules(alone, program), requested),
    ...effectsIn(program, requested, comparison),
    ...untranslatedProblems(program),
  ]);
}

/** What rules tell apart, and answers do not. */
function effectsIn(program: Program, requested: ReadonlySet<number>, comparison: InputComparison): Problem[] {
  const effects = new Effects(comparison);
  return [
    ...program.decisions.flatMap((decision) =>
      requested.has(decision.number) ? effectProblems(decision, program, effects) : [],
    ),
    ...levelEffectProblems(program, effects, requested),
  ];
}

/** The rules, as objects of their documents, that never answer. A rule may be compiled several times; then none of its compiled forms answers. */
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

/**
 * A test of whether an output of a decision, or the decision as a whole, may have no result without harm: another decision delegates to it or tests
 * it, or it narrows a role. What fills a role itself may not, whatever else reads it, unless the role is optional.
 */
function fallbackTest({
  decisions,
  roles,
}: Program): (decision: ProgramDecision, output: number | undefined) => boolean {
  const delegates = delegatedDecisions({ decisions });
  const narrowing = new Set(roles.flatMap(({ narrowedBy }) => narrowedBy?.decision ?? []));
  return ({ number }, output) => {
    const filled = roles.filter((role) => role.decision === number && (output === undefined || role.output === output));
    return filled.length > 0
      ? filled.every(({ optional }) => optional)
      : delegates.has(number) || narrowing.has(number);
  };
}

/** Problems of the decisions that fill roles, directly or by delegation, where a higher level gets a weaker answer. */
function nonMonotonic(program: Program, judge: FactJudge): Problem[] {
  return program.roles.flatMap((role) => {
    const decision = program.decisions[role.decision];
    if (decision === undefined) return [];
    const delegates = allRules(decision).flatMap(({ ask }: ProgramRule) =>
      ask === undefined ? [] : [{ number: ask.decision, output: ask.outputs[role.output] ?? 0 }],
    );
    const targets = delegates.length === 0 ? [{ number: decision.number, output: role.output }] : delegates;
    return targets.flatMap(({ number, output }) => {
      const target = program.decisions[number];
      return target === undefined ? [] : orderProblems(target, output, role, program, judge);
    });
  });
}

type Inconclusive = Problem<'inconclusive'>;

/** Merges the notes of code `inconclusive` of the same decisions into one, which takes the position of the first. */
function mergedInconclusive(found: readonly Problem[]): Problem[] {
  const notes = new Map<
    string,
    { readonly first: Inconclusive; readonly codes: Set<InconclusiveCode>; outputs: Set<number | undefined> }
  >();
  for (const one of found) {
    if (one.code !== 'inconclusive') continue;
    const key = keyOf(one);
    const note = notes.get(key) ?? {
      first: one,
      codes: new Set<InconclusiveCode>(),
      outputs: new Set<number | undefined>(),
    };
    for (const code of one.unproven) note.codes.add(code);
    note.outputs.add(one.output);
    notes.set(key, note);
  }
  return found.flatMap((one): Problem[] => {
    if (one.code !== 'inconclusive') return [one];
    const note = notes.get(keyOf(one));
    if (note?.first !== one) return [];
    const { output, ...rest } = one;
    const unproven = [...note.codes];
    return [note.outputs.size > 1 || output === undefined ? { ...rest, unproven } : { ...rest, output, unproven }];
  });
}

const keyOf = ({ decision, other }: Inconclusive): string => `${decision.id} ${other?.id ?? ''}`;
