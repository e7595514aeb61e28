import type { InconclusiveCode } from '../../../language/diagnostics/problem-codes.js';
import type { Program, ProgramRule, TableDecision } from '../../../program/ir/program.js';
import { casesOf, mayAnswer, type Case, type Cases } from '../../cases/cases.js';
import type { Problem, ProblemView } from '../problem.js';
import { mergedRegions, simplest } from '../../cases/merge.js';
import { isSelfContained } from '../../geometry/space.js';
import { narrow } from '../../cases/path-condition.js';
import { redundantByCases } from './redundant-by-cases.js';

/** Where all cases are too many, so many are tried of each rule that was not seen to matter. */
const MOST_OF_RULE = 2000;

/** What is known before of the rules of a table. */
interface Before {
  /** What geometry alone has found of single rules. */
  readonly known: readonly Problem[];
  /** Whether a vote counts the rules, so that each that hits has a say. */
  readonly polled: boolean;
}

/** Rules that hit in no case, rules that hit and have the say in none, and rules without which every case would be answered the same. */
export function findDeadRules(
  decision: TableDecision,
  proven: Cases,
  program: Program,
  { known, polled }: Before,
): Problem[] {
  const { rules } = decision.body;
  const settled = new Map(
    known.flatMap(({ code, rules: [rule] = [] }: ProblemView) => (rule === undefined ? [] : [[rule, code]])),
  );
  const met = casesBy(proven.all);
  const found: Problem[] = [];
  const unproven = new Set<InconclusiveCode>();
  for (const rule of rules) {
    const before = settled.get(rule);
    if (before === 'unreachable') continue;
    const seen: Cases = { ...proven, all: met.get(rule) ?? [] };
    const cases =
      proven.complete || seen.all.some((one) => decides(rule, one, decision)) ? seen : ofRule(rule, decision, program);
    const idle = idleRule(rule, decision, cases, program);
    if (idle === undefined) continue;
    if (cases.complete) found.push(idle);
    // A rule that looks further than at factors, and is in the shadow of some that do not.
    else if (before === 'masked' && !isSelfContained(rule))
      found.push(...known.filter(({ rules: [one] = [] }: ProblemView) => one === rule));
    else if (before !== 'masked') unproven.add(idle.code);
  }
  const useless = new Set([...found, ...known].flatMap(({ rules: [rule] = [] }: ProblemView) => rule ?? []));
  if (!polled && !decision.body.policy.conflicts(true)) {
    const same = redundantByCases(decision, proven, met, useless);
    if (proven.complete) found.push(...same);
    else if (same.length > 0) unproven.add('redundant');
  }
  return [
    ...found,
    ...(unproven.size === 0 ? [] : [{ code: 'inconclusive', decision, unproven: [...unproven] } as const]),
  ];
}

function casesBy(cases: readonly Case[]): Map<ProgramRule, Case[]> {
  const met = new Map<ProgramRule, Case[]>();
  for (const one of cases) {
    for (const rule of one.met) {
      const here = met.get(rule);
      if (here === undefined) met.set(rule, [one]);
      else here.push(one);
    }
  }
  return met;
}

/** The cases in which one rule hits, sought from its own tests. */
function ofRule(rule: ProgramRule, decision: TableDecision, program: Program): Cases {
  const given = narrow(rule, new Map());
  const options = { partly: true, given, most: MOST_OF_RULE };
  // Whether it hits at all depends neither on the rules beside it nor on what it says.
  const { id, origin, rule: document, tests } = rule;
  const alone = { ...decision, body: { ...decision.body, rules: [{ id, origin, rule: document, tests }] } };
  const hitting = casesOf(program, [], { ...options, subject: alone });
  if (hitting.complete && hitting.all.every(({ met }) => met.length === 0)) return { ...hitting, all: [] };
  const targets = decision.outputs.map((_, output) => ({ decision: decision.number, output }));
  const isEnough = (one: Case): boolean => decides(rule, one, decision);
  const cases = casesOf(program, targets, { ...options, subject: decision, isEnough });
  return { ...cases, all: cases.all.filter(({ met }) => met.includes(rule)) };
}

/** Whether a rule has the say in a case, for some output. */
const decides = (rule: ProgramRule, { spoken }: Case, { body }: TableDecision): boolean =>
  spoken.some((those) => !(body.policy.conflicts(true) && those.length > 1) && those.some((one) => one.rule === rule));

/** Why a rule never answers, of all cases in which it hits: what it asks is silent, or others answer; undefined where it does. */
function idleRule(
  rule: ProgramRule,
  decision: TableDecision,
  cases: Cases,
  program: Program,
): Problem<'unreachable' | 'delegate-has-no-result' | 'masked'> | undefined {
  const { all } = cases;
  const { rules, policy } = decision.body;
  if (all.length === 0) return { code: 'unreachable', decision, rules: [rule] };
  if (all.some((each) => decides(rule, each, decision))) return undefined;
  // What a rule asks may leave an output to others on purpose, for every input.
  const speaks = decision.outputs.map((_, output) => mayAnswer(rule, output, program));
  const place = rules.indexOf(rule);
  const said = all.some(({ spoken }) => spoken.some((those) => those.some((one) => one.rule === rule)));
  const silent = all.filter(({ spoken }) =>
    spoken.some(
      (those, output) =>
        speaks[output] === true &&
        (those.length < policy.relevantHits || those.some((one) => rules.indexOf(one.rule) > place)),
    ),
  );
  const unheard = simplest(silent);
  const other = rule.ask && program.decisions[rule.ask.decision];
  if (!said && unheard !== undefined && other !== undefined) {
    return {
      code: 'delegate-has-no-result',
      decision,
      other,
      rules: [rule],
      where: mergedRegions(silent, cases),
      witness: unheard.point,
    };
  }
  const behind = all.filter(({ spoken }) =>
    spoken.some((those, output) => speaks[output] === true && those.some((one) => one.rule !== rule)),
  );
  const one = simplest(behind);
  if (one === undefined) return undefined;
  const others = behind.flatMap(({ spoken }) => spoken.flatMap((those) => those.map((each) => each.rule)));
  return {
    code: 'masked',
    decision,
    rules: [rule, ...new Set(others.filter((other) => other !== rule))],
    where: mergedRegions(behind, cases),
    witness: one.point,
  };
}
