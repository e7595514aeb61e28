import type { InconclusiveCode } from '../../../language/diagnostics/problem-codes.js';
import type { Program, ProgramRule, TableDecision } from '../../../program/ir/program.js';
import { casesOf, mayAnswer, type Case, type Cases, narrow } from '../../cases/cases.js';
import type { Problem, ProblemView } from '../problem.js';
import { mergedRegions, simplest } from '../../cases/merge.js';
import { isSelfContained } from '../../geometry/space.js';
import { redundantByCases } from './redundant-by-cases.js';

/** Where a table has too many cases, so many are tried for each rule that was not yet seen to answer. */
const MAX_CASES_OF_RULE = 2000;

/** What is known of the rules of a table without cases. */
interface Before {
  /** Problems of single rules that geometry has found. */
  readonly known: readonly Problem[];
  /** Whether a vote counts the rules, so that each rule that hits contributes. */
  readonly polled: boolean;
}

/**
 * Finds rules that hit in no case, rules that hit but never answer, and rules without which every case has the same result.
 *
 * @param proven the cases of all outputs of the table, with the table as subject
 * @returns one problem for each rule found, and a note of code `inconclusive` for what too many cases leave open
 */
export function findDeadRules(
  decision: TableDecision,
  proven: Cases,
  program: Program,
  { known, polled }: Before,
): Problem[] {
  const { rules } = decision.body;
  const knownCodes = new Map(
    known.flatMap(({ code, rules: [rule] = [] }: ProblemView) => (rule === undefined ? [] : [[rule, code]])),
  );
  const casesOfRule = casesBy(proven.all);
  const found: Problem[] = [];
  const unproven = new Set<InconclusiveCode>();
  for (const rule of rules) {
    const before = knownCodes.get(rule);
    if (before === 'unreachable') continue;
    const seen: Cases = { ...proven, all: casesOfRule.get(rule) ?? [] };
    const cases =
      proven.complete || seen.all.some((one) => decides(rule, one, decision))
        ? seen
        : casesWithHit(rule, decision, program);
    const dead = whyDead(rule, decision, cases, program);
    if (dead === undefined) continue;
    if (cases.complete) found.push(dead);
    // The masking rules test factors only, so geometry has proven it, even though this rule tests more.
    else if (before === 'masked' && !isSelfContained(rule))
      found.push(...known.filter(({ rules: [one] = [] }: ProblemView) => one === rule));
    else if (before !== 'masked') unproven.add(dead.code);
  }
  const ineffective = new Set([...found, ...known].flatMap(({ rules: [rule] = [] }: ProblemView) => rule ?? []));
  if (!polled && !decision.body.policy.conflicts(true)) {
    const same = redundantByCases(decision, proven, casesOfRule, ineffective);
    if (proven.complete) found.push(...same);
    else if (same.length > 0) unproven.add('redundant');
  }
  return [
    ...found,
    ...(unproven.size === 0 ? [] : [{ code: 'inconclusive', decision, unproven: [...unproven] } as const]),
  ];
}

/** By rule, the cases in which it hits. */
function casesBy(cases: readonly Case[]): Map<ProgramRule, Case[]> {
  const casesOfRule = new Map<ProgramRule, Case[]>();
  for (const one of cases) {
    for (const rule of one.hitRules) {
      const here = casesOfRule.get(rule);
      if (here === undefined) casesOfRule.set(rule, [one]);
      else here.push(one);
    }
  }
  return casesOfRule;
}

/** The cases in which one rule hits. The search starts from the tests of the rule, so that it needs fewer cases than the whole table. */
function casesWithHit(rule: ProgramRule, decision: TableDecision, program: Program): Cases {
  const given = narrow(rule, new Map());
  const options = { allowUnstated: true, given, maxCases: MAX_CASES_OF_RULE };
  // Whether the rule hits depends on its tests alone, so this is proven without the other rules.
  const { id, origin, rule: document, tests } = rule;
  const alone = { ...decision, body: { ...decision.body, rules: [{ id, origin, rule: document, tests }] } };
  const hitting = casesOf(program, [], { ...options, subject: alone });
  if (hitting.complete && hitting.all.every(({ hitRules }) => hitRules.length === 0)) return { ...hitting, all: [] };
  const targets = decision.outputs.map((_, output) => ({ decision: decision.number, output }));
  const isEnough = (one: Case): boolean => decides(rule, one, decision);
  const cases = casesOf(program, targets, { ...options, subject: decision, isEnough });
  return { ...cases, all: cases.all.filter(({ hitRules }) => hitRules.includes(rule)) };
}

/** Whether a rule contributes to the result of some output in a case. */
const decides = (rule: ProgramRule, { answering }: Case, { body }: TableDecision): boolean =>
  answering.some(
    (answers) => !(body.policy.conflicts(true) && answers.length > 1) && answers.some((one) => one.rule === rule),
  );

/**
 * Why a rule never answers: its delegate has no result, or other rules answer. Undefined where it answers.
 *
 * @param cases those in which the rule hits
 */
function whyDead(
  rule: ProgramRule,
  decision: TableDecision,
  cases: Cases,
  program: Program,
): Problem<'unreachable' | 'delegate-has-no-result' | 'masked'> | undefined {
  const { all } = cases;
  const { rules, policy } = decision.body;
  if (all.length === 0) return { code: 'unreachable', decision, rules: [rule] };
  if (all.some((each) => decides(rule, each, decision))) return undefined;
  // A delegate may leave an output undefined for every input on purpose.
  const mayDefine = decision.outputs.map((_, output) => mayAnswer(rule, output, program));
  const place = rules.indexOf(rule);
  const answersEver = all.some(({ answering }) =>
    answering.some((answers) => answers.some((one) => one.rule === rule)),
  );
  const withoutResult = all.filter(({ answering }) =>
    answering.some(
      (answers, output) =>
        mayDefine[output] === true &&
        (answers.length < policy.relevantHits || answers.some((one) => rules.indexOf(one.rule) > place)),
    ),
  );
  const unanswered = simplest(withoutResult);
  const other = rule.ask && program.decisions[rule.ask.decision];
  if (!answersEver && unanswered !== undefined && other !== undefined) {
    return {
      code: 'delegate-has-no-result',
      decision,
      other,
      rules: [rule],
      where: mergedRegions(withoutResult, cases),
      witness: unanswered.example,
    };
  }
  const maskedCases = all.filter(({ answering }) =>
    answering.some((answers, output) => mayDefine[output] === true && answers.some((one) => one.rule !== rule)),
  );
  const one = simplest(maskedCases);
  if (one === undefined) return undefined;
  const others = maskedCases.flatMap(({ answering }) =>
    answering.flatMap((answers) => answers.map((each) => each.rule)),
  );
  return {
    code: 'masked',
    decision,
    rules: [rule, ...new Set(others.filter((other) => other !== rule))],
    where: mergedRegions(maskedCases, cases),
    witness: one.example,
  };
}
