import type { Program, ProgramDecision, ProgramRule, TableDecision } from '../../../program/ir/program.js';
import { contains } from '../../../program/ir/codes.js';
import type { Problem, ProblemView } from '../problem.js';
import { overlapProblems, withoutRepeats } from './overlaps.js';
import { minimizeCover, MAX_BOXES_TO_MINIMIZE } from '../../geometry/minimize-cover.js';
import { uncovered } from '../../geometry/gaps.js';
import { Overlaps } from '../../geometry/overlap-index.js';
import { assignmentOf, regionOf } from '../../geometry/region.js';
import { tableProblemsByCases } from './tables-by-cases.js';
import {
  isEmpty,
  isSelfContained,
  boxKey,
  spaceOf,
  statedSpaceOf,
  type Box,
  type Space,
} from '../../geometry/space.js';
import { sameOutput, definesOutputAt, definesOutput, definedOutputs } from './rule-outputs.js';
import { maskedAndRedundantRules } from './masked-rules.js';

/**
 * Finds the problems of one table: inputs that no rule covers, rules that hit jointly against the hit policy, rules that never answer, and
 * redundant rules. A rule that reads other decisions or items need not hit in its whole box, so it never counts as a cover; a table with such
 * rules is proven by cases as well.
 */
export function tableProblems(decision: TableDecision, program: Program): Problem[] {
  const { rules, policy } = decision.body;
  const all = spaceOf(rules);
  const overlaps = new Overlaps(all.boxes);
  const selfContained = rules.every(isSelfContained);
  const alone = policy.conflicts(false);
  const impossible = impossibleRules(decision, all);
  const polled = isPolled(decision, program);
  const ineffective = polled ? [] : maskedAndRedundantRules(decision, all, overlaps);
  const byCases = selfContained ? [] : tableProblemsByCases(decision, program, [...impossible, ...ineffective], polled);
  const maskedByCases = new Set(
    byCases.flatMap(({ code, rules: [rule] = [] }: ProblemView) => (code === 'masked' ? (rule ?? []) : [])),
  );
  const placeOf = ({ rules: [rule] = [] }: ProblemView): number => (rule === undefined ? 0 : rules.indexOf(rule));
  const found = [
    ...(selfContained ? gapsOf(decision, statedSpaceOf(all, rules)) : []),
    ...(selfContained && alone ? overlapProblems(decision, all, overlaps) : []),
    ...ambiguousRules(decision, all),
    ...[
      ...impossible,
      // For a rule that is not self-contained, only cases prove this.
      ...ineffective.filter(
        ({ rules: [rule] = [] }: ProblemView) =>
          rule === undefined || (isSelfContained(rule) && !maskedByCases.has(rule)),
      ),
    ].sort((a, b) => placeOf(a) - placeOf(b)),
    ...byCases,
    ...irrelevantColumns(decision, all),
  ];
  return policy.conflicts(true) ? withoutRepeats(found) : found;
}

/** Whether a vote counts the rules of a table: then each rule that hits contributes, whatever the result of the table itself. */
const isPolled = ({ number }: ProgramDecision, { decisions }: Program): boolean =>
  decisions.some(({ body }) => body.form === 'vote' && body.table === number);

/** Inputs for which no rule answers: one gap for each output, or a single one where all rules answer the same outputs. */
function gapsOf(decision: TableDecision, space: Space): Problem[] {
  const { rules } = decision.body;
  const defined = definedOutputs(decision);
  const alike = rules.every((rule) => defined.every((output) => definesOutput(rule, output)));
  const domain = space.columns.map((column) => column.domain);
  return (alike ? defined.slice(0, 1) : defined).flatMap((output): Problem[] => {
    const covers = space.boxes.filter((box, n) => !isEmpty(box) && definesOutputAt(rules, n, output));
    const open = uncovered(domain, [...covers, ...space.impossible]);
    const boxes = open.length > MAX_BOXES_TO_MINIMIZE ? open : minimizeCover(open);
    const [first] = boxes;
    if (first === undefined) return [];
    const where = boxes.map((box) => regionOf(space, box));
    return [{ code: 'gap', decision, ...(!alike && { output }), where, witness: assignmentOf(space, first) }];
  });
}

/** Rules with the same condition and different answers where the policy offers a choice: no input distinguishes which one is meant. */
function ambiguousRules(decision: TableDecision, space: Space): Problem[] {
  const { rules, policies, kinds } = decision.body;
  return definedOutputs(decision).flatMap((output) => {
    if (policies[output]?.offersChoice !== true || kinds[output] !== 'outcome') return [];
    const alike = new Map<string, { box: Box; same: ProgramRule[] }>();
    for (const [n, rule] of rules.entries()) {
      const box = space.boxes[n] ?? [];
      if (isEmpty(box) || !isSelfContained(rule) || !definesOutput(rule, output)) continue;
      const key = boxKey(box);
      const known = alike.get(key);
      if (known === undefined) alike.set(key, { box, same: [rule] });
      else known.same.push(rule);
    }
    return [...alike.values()].flatMap(({ box, same }): Problem[] => {
      const apart = same.filter((rule, n) => !same.slice(0, n).some((other) => sameOutput(rule, other, output)));
      if (apart.length < 2) return [];
      return [
        {
          code: 'ambiguous',
          decision,
          output,
          rules: same,
          where: [regionOf(space, box)],
          witness: assignmentOf(space, box),
          answers: apart.map(({ answers }) => answers?.[output] ?? null),
        },
      ];
    });
  });
}

/** Rules whose condition contradicts itself. */
const impossibleRules = (decision: TableDecision, { boxes }: Space): Problem[] =>
  decision.body.rules.flatMap((rule, n) =>
    isEmpty(boxes[n] ?? []) ? [{ code: 'unreachable', decision, rules: [rule] } as const] : [],
  );

/** Columns in which every rule accepts all values, and no rule tests whether a value is stated. */
function irrelevantColumns(decision: TableDecision, { columns, boxes }: Space): Problem[] {
  return columns.flatMap(({ variable, fallback }, n): Problem[] => {
    const all = variable.statable;
    if (boxes.some((box) => !contains(box[n] ?? [], all))) return [];
    const testsStated = decision.body.rules.some(({ tests }) =>
      tests.variables.some(
        (one) =>
          one.variable === variable &&
          one.fallback === fallback &&
          typeof one.test === 'object' &&
          one.test !== null &&
          'stated' in one.test,
      ),
    );
    return testsStated ? [] : [{ code: 'irrelevant-factor', decision, factor: variable.factor.id }];
  });
}
