import type { Program, ProgramDecision, ProgramRule, TableDecision } from '../program/program.js';
import { contains } from '../program/codes.js';
import { statable } from '../program/domain.js';
import type { Found } from './found.js';
import { fewest } from './fewest.js';
import { uncovered } from './gaps.js';
import { Meetings } from './pairs.js';
import { pointOf, regionOf } from './region.js';
import { deepTableProblems } from './deep-tables.js';
import { both, isEmpty, isPlain, keyOf, possible, spaceOf, wholeOf, type Box, type Space } from './space.js';
import { isPlainAt, sayTheSame, speaksAt, speaksOf, spokenOf } from './speaking.js';
import { uselessRules } from './useless.js';

/** Boxes beyond these are counted and joined, but not put into the fewest: that takes longer than it tells. */
const MOST_TO_MINIMISE = 1000;
/** So many overlaps are looked at in one table; a table with more has one mistake many times. */
const MOST_OVERLAPS = 100_000;

/**
 * What is wrong with one table by itself: inputs that no rule covers, rules that hit together and must not, rules that never answer, and rules
 * that change nothing. A rule that looks at other decisions or at items may or may not hit, so it is never held to cover anything; a table
 * that has such rules is proven by cases as well.
 */
export function tableProblems(decision: TableDecision, program: Program): Found[] {
  const { rules, hitPolicy } = decision.body;
  const all = spaceOf(rules);
  const meetings = new Meetings(all.boxes);
  const plain = rules.every(isPlain);
  const alone = hitPolicy === 'unique' || hitPolicy === 'any';
  const impossible = impossibleRules(decision, all);
  const polled = isPolled(decision, program);
  const useless = polled ? [] : uselessRules(decision, all, meetings);
  const deep = plain ? [] : deepTableProblems(decision, program, [...impossible, ...useless], polled);
  const shadowed = new Set(deep.flatMap(({ code, rules: [rule] = [] }) => (code === 'shadowed' ? (rule ?? []) : [])));
  const placeOf = ({ rules: [rule] = [] }: Found): number => (rule === undefined ? 0 : rules.indexOf(rule));
  return [
    ...(plain ? gapsOf(decision, wholeOf(all, rules)) : []),
    ...(plain && alone ? contradictions(decision, all, meetings) : []),
    ...(hitPolicy === 'collect' ? twoAnswers(decision, all, meetings) : []),
    ...[
      ...impossible,
      // A rule with other tests is of no use for sure only by cases.
      ...useless.filter(({ rules: [rule] = [] }) => rule === undefined || (isPlain(rule) && !shadowed.has(rule))),
    ].sort((a, b) => placeOf(a) - placeOf(b)),
    ...deep,
    ...columnsThatNeverMatter(decision, all),
  ];
}

/** Whether a vote counts the rules of a table: then each that hits has a say, whatever the table itself answers. */
const isPolled = ({ number }: ProgramDecision, { decisions }: Program): boolean =>
  decisions.some(({ body }) => body.form === 'vote' && body.table === number);

/** Inputs that no rule answers, output by output; once, where all rules answer all of them. */
function gapsOf(decision: TableDecision, space: Space): Found[] {
  const { rules } = decision.body;
  const spoken = spokenOf(decision);
  const alike = rules.every((rule) => spoken.every((output) => speaksOf(rule, output)));
  const domain = space.columns.map((column) => column.domain);
  return (alike ? spoken.slice(0, 1) : spoken).flatMap((output): Found[] => {
    const covers = space.boxes.filter((box, n) => !isEmpty(box) && speaksAt(rules, n, output));
    const open = uncovered(domain, [...covers, ...space.impossible]);
    const boxes = open.length > MOST_TO_MINIMISE ? open : fewest(open);
    const [first] = boxes;
    if (first === undefined) return [];
    const where = boxes.map((box) => regionOf(space, box));
    return [{ code: 'gap', decision, ...(!alike && { output }), where, witness: pointOf(space, first) }];
  });
}

/** Rules that hit together although the hit policy does not let them. */
function contradictions(decision: TableDecision, space: Space, meetings: Meetings): Found[] {
  const { rules, hitPolicy } = decision.body;
  const found = new Map<string, { box: Box; output: number; rules: Set<number> }>();
  let seen = 0;
  for (let a = 0; a < rules.length && seen < MOST_OVERLAPS; a++) {
    for (const b of meetings.of(a)) {
      const output =
        b < a
          ? undefined
          : spokenByBoth(rules[a], rules[b]).find(
              (one) => hitPolicy === 'unique' || !sayTheSame(rules[a], rules[b], one),
            );
      if (output === undefined) continue;
      const box = possible(both(space.boxes[a] ?? [], space.boxes[b] ?? []), space);
      if (isEmpty(box)) continue;
      seen++;
      const key = `${String(output)} ${keyOf(box)}`;
      const known = found.get(key);
      if (known === undefined) found.set(key, { box, output, rules: new Set([a, b]) });
      else known.rules.add(a).add(b);
    }
  }
  return [
    ...[...found.values()].map(({ box, output, rules: met }) =>
      together('contradiction', [...met], { decision, output, space, box }),
    ),
    ...(seen < MOST_OVERLAPS ? [] : [{ code: 'not-proven', decision, unproven: ['contradiction'] } as const]),
  ];
}

const spokenByBoth = (a: ProgramRule | undefined, b: ProgramRule | undefined): number[] =>
  (a?.answers ?? []).flatMap((answer, output) => (answer !== null && b?.answers?.[output] != null ? [output] : []));

/** Rules, by position, that hit together in a box and must not. */
function together(
  code: 'contradiction' | 'two-answers',
  positions: readonly number[],
  { decision, output, space, box }: { decision: TableDecision; output: number; space: Space; box: Box },
): Found {
  const rules = positions.toSorted((a, b) => a - b).flatMap((n) => decision.body.rules[n] ?? []);
  return {
    code,
    decision,
    output,
    rules,
    where: [regionOf(space, box)],
    witness: pointOf(space, box),
    says: rules.map(({ answers }) => answers?.[output] ?? null),
  };
}

/** Rules of one and the same condition with different answers, any of which would do: the inputs cannot tell which is meant. */
function twoAnswers(decision: TableDecision, space: Space, meetings: Meetings): Found[] {
  const { rules, aggregates } = decision.body;
  return spokenOf(decision).flatMap((output) => {
    if (aggregates[output] !== 'list') return [];
    const grouped = new Set<number>();
    return rules.flatMap((rule, a): Found[] => {
      const box = space.boxes[a];
      if (box === undefined || grouped.has(a) || !isPlain(rule) || !speaksOf(rule, output)) return [];
      const same = meetings
        .of(a)
        .filter(
          (b) =>
            b > a &&
            isPlainAt(rules, b) &&
            speaksAt(rules, b, output) &&
            keyOf(space.boxes[b] ?? []) === keyOf(box) &&
            !sayTheSame(rule, rules[b], output),
        );
      if (same.length === 0) return [];
      for (const b of same) grouped.add(b);
      return [together('two-answers', [a, ...same], { decision, output, space, box })];
    });
  });
}

/** Rules whose condition contradicts itself. */
const impossibleRules = (decision: TableDecision, { boxes }: Space): Found[] =>
  decision.body.rules.flatMap((rule, n) =>
    isEmpty(boxes[n] ?? []) ? [{ code: 'unreachable', decision, rules: [rule] } as const] : [],
  );

/** Columns in which every rule accepts whatever is stated, though none asks just whether something is. */
function columnsThatNeverMatter(decision: TableDecision, { columns, boxes }: Space): Found[] {
  return columns.flatMap(({ variable, fallback }, n): Found[] => {
    const all = statable(variable);
    if (boxes.some((box) => !contains(box[n] ?? [], all))) return [];
    const asksStated = decision.body.rules.some(({ tests }) =>
      tests.variables.some(
        (one) =>
          one.variable === variable &&
          one.fallback === fallback &&
          typeof one.test === 'object' &&
          one.test !== null &&
          'stated' in one.test,
      ),
    );
    return asksStated ? [] : [{ code: 'never-matters', decision, factor: variable.factor.id }];
  });
}
