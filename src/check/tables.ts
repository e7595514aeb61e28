import type { Program, ProgramDecision, ProgramRule, TableDecision } from '../program/program.js';
import { contains } from '../program/codes.js';
import { statable } from '../program/domain.js';
import { alike } from '../program/hit-policy.js';
import type { Found } from './found.js';
import { fewest } from './fewest.js';
import { isCovered, uncovered } from './gaps.js';
import { Meetings } from './pairs.js';
import { pointOf, regionOf } from './region.js';
import { deepTableProblems } from './deep-tables.js';
import { both, holds, isEmpty, isPlain, keyOf, possible, spaceOf, type Box, type Space } from './space.js';

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
  const all = spaceOf(rules, true);
  const meetings = new Meetings(all.boxes);
  const plain = rules.every(isPlain);
  const alone = hitPolicy === 'unique' || hitPolicy === 'any';
  const impossible = impossibleRules(decision, all);
  const useless = isPolled(decision, program) ? [] : uselessRules(decision, all, meetings);
  const deep = plain ? [] : deepTableProblems(decision, program, useless, impossible);
  const shadowed = new Set(deep.flatMap(({ code, rules: [rule] = [] }) => (code === 'shadowed' ? (rule ?? []) : [])));
  const placeOf = ({ rules: [rule] = [] }: Found): number => (rule === undefined ? 0 : rules.indexOf(rule));
  return [
    ...(plain ? gapsOf(decision, spaceOf(rules)) : []),
    ...(plain && alone ? contradictions(decision, all, meetings) : []),
    ...(hitPolicy === 'collect' ? twoAnswers(decision, all, meetings) : []),
    ...[
      ...impossible,
      // A rule with other tests is of no use for sure only by cases.
      ...useless.filter(({ rules: [rule] = [] }) => rule !== undefined && isPlain(rule) && !shadowed.has(rule)),
    ].sort((a, b) => placeOf(a) - placeOf(b)),
    ...deep,
    ...columnsThatNeverMatter(decision, all),
  ];
}

/** Whether a vote counts the rules of a table: then each that hits has a say, whatever the table itself answers. */
const isPolled = ({ number }: ProgramDecision, { decisions }: Program): boolean =>
  decisions.some(({ body }) => body.form === 'vote' && body.table === number);

/** The outputs of a table that some rule answers. */
const spokenOf = ({ outputs, body }: TableDecision): number[] =>
  outputs.flatMap((_, output) => (body.rules.some((rule) => speaksOf(rule, output)) ? [output] : []));

/** Whether a rule answers an output, or asks another decision that may. */
const speaksOf = ({ ask, answers }: ProgramRule, output: number): boolean =>
  ask !== undefined || answers?.[output] != null;

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
  return [...found.values()].map(({ box, output, rules: together }) => {
    const those = [...together].sort((a, b) => a - b).flatMap((n) => rules[n] ?? []);
    return {
      code: 'contradiction',
      decision,
      output,
      rules: those,
      where: [regionOf(space, box)],
      witness: pointOf(space, box),
      says: those.map(({ answers }) => answers?.[output] ?? null),
    };
  });
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
      const those = [rule, ...same.flatMap((b) => rules[b] ?? [])];
      return [
        {
          code: 'two-answers',
          decision,
          output,
          rules: those,
          where: [regionOf(space, box)],
          witness: pointOf(space, box),
          says: those.map(({ answers }) => answers?.[output] ?? null),
        },
      ];
    });
  });
}

/** Rules whose condition contradicts itself. */
const impossibleRules = (decision: TableDecision, { boxes }: Space): Found[] =>
  decision.body.rules.flatMap((rule, n) =>
    isEmpty(boxes[n] ?? []) ? [{ code: 'unreachable', decision, rules: [rule] } as const] : [],
  );

/** Rules that never answer, since others do wherever they hit, and rules without which the table would answer the same. */
function uselessRules(decision: TableDecision, space: Space, meetings: Meetings): Found[] {
  const { rules } = decision.body;
  return rules.flatMap((rule, n): Found[] => {
    const box = space.boxes[n];
    if (box === undefined || isEmpty(box)) return [];
    const met = meetings.of(n);
    const spoken = spokenOf(decision).filter((output) => speaksOf(rule, output));
    const idle = spoken.map((output) => idleBy({ decision, space, box, n, met, output }));
    const first = idle[0];
    if (first === undefined || idle.includes(undefined)) return [];
    const by = [...new Set(idle.flatMap((one) => one?.by ?? []))];
    return [
      {
        code: idle.every((one) => one?.why === 'shadowed') ? 'shadowed' : 'redundant',
        decision,
        rules: [rule, ...by.flatMap((other) => rules[other] ?? [])],
        where: [regionOf(space, box)],
        witness: pointOf(space, box),
      },
    ];
  });
}

/** A rule of a table for one of its outputs. */
interface Place {
  readonly decision: TableDecision;
  readonly space: Space;
  readonly box: Box;
  readonly n: number;
  /** The rules that it meets. */
  readonly met: readonly number[];
  readonly output: number;
}

/** Why a rule has no say in an output, and because of which other rules; undefined where it has one. */
function idleBy(place: Place): { why: 'shadowed' | 'redundant'; by: readonly number[] } | undefined {
  const { decision, space, box, n, output } = place;
  const { rules, hitPolicy } = decision.body;
  const met = place.met.filter((other) => speaksAt(rules, other, output));
  const sure = met.filter((other) => isPlainAt(rules, other));
  const because = (why: 'shadowed' | 'redundant', others: readonly number[]): ReturnType<typeof idleBy> =>
    others.length > 0 && isCoveredBy(box, others, space) ? { why, by: needed(box, others, space) } : undefined;
  const mine = rules[n];
  switch (hitPolicy) {
    case 'unique':
      return because('shadowed', sure);
    case 'first': {
      const shadowed = because(
        'shadowed',
        sure.filter((other) => other < n),
      );
      if (shadowed !== undefined || mine === undefined || !isPlain(mine)) return shadowed;
      const later = nextInLine({ ...place, met });
      return later && { why: 'redundant', by: later };
    }
    case 'any':
    case 'collect': {
      if (mine === undefined || !isPlain(mine)) return undefined;
      const alike = (other: number): boolean => isPlainAt(rules, other) && sayTheSame(mine, rules[other], output);
      // Of two rules that are the same, the later one is too many.
      const before = sure.filter((other) => alike(other) && (other < n || !holds(box, space.boxes[other] ?? [])));
      // What is collected keeps the order of the rules: a later one takes the place only where nothing else speaks between.
      const blocked = (other: number): boolean => met.some((one) => one > n && one < other && !alike(one));
      return because(
        'redundant',
        hitPolicy === 'any' ? before : before.filter((other) => other < n || !blocked(other)),
      );
    }
  }
}

/** The later rules of a `first` table that say the same wherever a rule decides; undefined where it makes a difference. */
function nextInLine({ decision, space, box, n, met, output }: Place): readonly number[] | undefined {
  const { rules } = decision.body;
  const sure = met.filter((other) => isPlainAt(rules, other));
  let left = uncovered(box, [
    ...boxesAt(
      sure.filter((other) => other < n),
      space,
    ),
    ...space.impossible,
  ]);
  const by: number[] = [];
  for (const other of met) {
    const next = space.boxes[other] ?? [];
    if (other < n || !left.some((part) => !isEmpty(both(part, next)))) continue;
    if (!isPlainAt(rules, other) || !sayTheSame(rules[n], rules[other], output)) return undefined;
    by.push(other);
    left = left.flatMap((part) => uncovered(part, [next]));
    if (left.length === 0) return by;
  }
  return undefined;
}

const speaksAt = (rules: readonly ProgramRule[], n: number, output: number): boolean => {
  const rule = rules[n];
  return rule !== undefined && speaksOf(rule, output);
};

const spokenByBoth = (a: ProgramRule | undefined, b: ProgramRule | undefined): number[] =>
  (a?.answers ?? []).flatMap((answer, output) => (answer !== null && b?.answers?.[output] != null ? [output] : []));

const isPlainAt = (rules: readonly ProgramRule[], n: number): boolean => {
  const rule = rules[n];
  return rule !== undefined && isPlain(rule);
};

const boxesAt = (positions: readonly number[], { boxes }: Space): Box[] => positions.map((n) => boxes[n] ?? []);

/** Whether some rules hold all of a box that can be stated. */
const isCoveredBy = (box: Box, positions: readonly number[], space: Space): boolean =>
  isCovered(box, [...boxesAt(positions, space), ...space.impossible]);

/** Of some rules that cover a box, those that are enough; one that covers it alone before all others. */
function needed(box: Box, covers: readonly number[], space: Space): readonly number[] {
  const alone = covers.find((n) => holds(space.boxes[n] ?? [], box));
  if (alone !== undefined) return [alone];
  return covers.reduce<readonly number[]>((kept, n) => {
    const others = kept.filter((other) => other !== n);
    return isCoveredBy(box, others, space) ? others : kept;
  }, covers);
}

/** Columns in which every rule accepts whatever is stated, though none asks just whether something is. */
function columnsThatNeverMatter(decision: TableDecision, { columns, boxes }: Space): Found[] {
  return columns.flatMap(({ variable, fallback }, n): Found[] => {
    const tests = decision.body.rules.flatMap((rule) =>
      rule.tests.variables.filter((test) => test.variable === variable && test.fallback === fallback),
    );
    const matters =
      tests.some(({ test }) => typeof test === 'object' && test !== null && 'stated' in test) ||
      boxes.some((box) => !contains(box[n] ?? [], statable(variable)));
    return matters ? [] : [{ code: 'never-matters', decision, factor: variable.factor.id }];
  });
}

/** Whether two rules answer the same for an output. */
function sayTheSame(a: ProgramRule | undefined, b: ProgramRule | undefined, output: number): boolean {
  const [mine, theirs] = [a?.answers?.[output], b?.answers?.[output]];
  return mine != null && theirs != null && alike(mine, theirs);
}
