import type { Program, ProgramDecision, ProgramRule, ProgramTable } from '../program/program.js';
import { contains, range } from '../program/codes.js';
import { alike } from '../program/hit-policy.js';
import type { Found } from './found.js';
import { fewest } from './fewest.js';
import { isCovered, uncovered } from './gaps.js';
import { Meetings } from './pairs.js';
import { pointOf, regionOf } from './region.js';
import { silentProblems } from './silences.js';
import { both, holds, isEmpty, isPlain, keyOf, spaceOf, type Box, type Space } from './space.js';

/** Boxes beyond these are counted and joined, but not put into the fewest: that takes longer than it tells. */
const MOST_TO_MINIMISE = 1000;
/** So many overlaps are looked at in one table; a table with more has one mistake many times. */
const MOST_OVERLAPS = 100_000;

/** A decision whose body is a table. */
export type TableDecision = ProgramDecision & { readonly body: ProgramTable };

/**
 * What is wrong with one table by itself: inputs that no rule covers, rules that hit together and must not, rules that never answer, and rules
 * that change nothing. A rule that looks at other decisions or at items may or may not hit, so it is never held to cover anything.
 */
export function tableProblems(decision: TableDecision, program: Program): Found[] {
  const { rules, hitPolicy } = decision.body;
  const stated = spaceOf(rules);
  const all = spaceOf(rules, true);
  const meetings = new Meetings(all.boxes);
  return [
    ...(rules.every(isPlain) ? gapsOf(decision, stated) : silentProblems(decision, program)),
    ...(hitPolicy === 'unique' || hitPolicy === 'any' ? contradictions(decision, all, meetings) : []),
    ...(hitPolicy === 'collect' ? twoAnswers(decision, all, meetings) : []),
    ...uselessRules(decision, all, meetings),
    ...columnsThatNeverMatter(decision, all),
  ];
}

function gapsOf(decision: TableDecision, space: Space): Found[] {
  const covers = space.boxes.filter((box) => !isEmpty(box));
  const domain = space.columns.map((column) => column.domain);
  if (space.columns.length === 0) return [];
  const open = uncovered(domain, covers);
  if (open.length === 0) return [];
  const boxes = open.length > MOST_TO_MINIMISE ? open : fewest(open);
  const [first] = boxes;
  return [
    {
      code: 'gap',
      decision,
      where: boxes.map((box) => regionOf(space, box)),
      ...(first && { witness: pointOf(space, first) }),
    },
  ];
}

/** Rules that hit together although the hit policy does not let them. */
function contradictions(decision: TableDecision, space: Space, meetings: Meetings): Found[] {
  const { rules, hitPolicy } = decision.body;
  const byBox = new Map<string, { box: Box; rules: Set<number> }>();
  let seen = 0;
  for (let a = 0; a < rules.length && seen < MOST_OVERLAPS; a++) {
    if (!isPlainAt(rules, a)) continue;
    for (const b of meetings.of(a)) {
      if (b < a || !isPlainAt(rules, b) || (hitPolicy === 'any' && sayTheSame(rules[a], rules[b]))) continue;
      seen++;
      const box = both(space.boxes[a] ?? [], space.boxes[b] ?? []);
      const known = byBox.get(keyOf(box));
      if (known === undefined) byBox.set(keyOf(box), { box, rules: new Set([a, b]) });
      else known.rules.add(a).add(b);
    }
  }
  return [...byBox.values()].map(({ box, rules: together }) => {
    const those = [...together].sort((a, b) => a - b).flatMap((n) => rules[n] ?? []);
    return {
      code: 'contradiction',
      decision,
      rules: those,
      where: [regionOf(space, box)],
      witness: pointOf(space, box),
      says: those.map(({ answers }) => answers?.[0] ?? null),
    };
  });
}

/** Rules of one and the same condition with different answers: the inputs cannot tell which is meant. */
function twoAnswers(decision: TableDecision, space: Space, meetings: Meetings): Found[] {
  const { rules } = decision.body;
  const grouped = new Set<number>();
  return rules.flatMap((rule, a): Found[] => {
    const box = space.boxes[a];
    if (box === undefined || grouped.has(a) || !isPlain(rule)) return [];
    const same = meetings
      .of(a)
      .filter(
        (b) =>
          b > a && isPlainAt(rules, b) && keyOf(space.boxes[b] ?? []) === keyOf(box) && !sayTheSame(rule, rules[b]),
      );
    if (same.length === 0) return [];
    for (const b of same) grouped.add(b);
    const those = [rule, ...same.flatMap((b) => rules[b] ?? [])];
    return [
      {
        code: 'two-answers',
        decision,
        rules: those,
        where: [regionOf(space, box)],
        witness: pointOf(space, box),
        says: those.map(({ answers }) => answers?.[0] ?? null),
      },
    ];
  });
}

/** Rules that never hit or never answer, and rules without which the table would answer the same. */
function uselessRules(decision: TableDecision, space: Space, meetings: Meetings): Found[] {
  const { rules, hitPolicy } = decision.body;
  return rules.flatMap((rule, n): Found[] => {
    const box = space.boxes[n];
    if (box === undefined) return [];
    if (isEmpty(box)) return [{ code: 'unreachable', decision, rules: [rule] }];
    const met = meetings.of(n).filter((other) => isPlainAt(rules, other));
    const problem = (code: 'shadowed' | 'redundant', by: readonly number[]): Found[] => [
      {
        code,
        decision,
        rules: [rule, ...needed(box, by, space).flatMap((other) => rules[other] ?? [])],
        where: [regionOf(space, box)],
        witness: pointOf(space, box),
      },
    ];
    switch (hitPolicy) {
      case 'first': {
        const before = met.filter((other) => other < n);
        if (before.length > 0 && isCovered(box, boxesAt(before, space))) return problem('shadowed', before);
        return isPlain(rule) && changesNothing(rule, box, met, n, space, rules) ? problem('redundant', met) : [];
      }
      case 'unique':
        return met.length > 0 && isCovered(box, boxesAt(met, space)) ? problem('shadowed', met) : [];
      case 'any':
      case 'collect': {
        if (!isPlain(rule)) return [];
        // Of two rules that are the same, the later one is too many.
        const alikes = met.filter(
          (other) => sayTheSame(rule, rules[other]) && (other < n || !holds(box, space.boxes[other] ?? [])),
        );
        return alikes.length > 0 && isCovered(box, boxesAt(alikes, space)) ? problem('redundant', alikes) : [];
      }
    }
  });
}

const isPlainAt = (rules: readonly ProgramRule[], n: number): boolean => {
  const rule = rules[n];
  return rule !== undefined && isPlain(rule);
};

const boxesAt = (positions: readonly number[], { boxes }: Space): Box[] => positions.map((n) => boxes[n] ?? []);

/** Of some covers, those that are enough to cover a box; one that covers it alone before all others. */
function needed(box: Box, covers: readonly number[], space: Space): readonly number[] {
  const alone = covers.find((n) => holds(space.boxes[n] ?? [], box));
  if (alone !== undefined) return [alone];
  return covers.reduce<readonly number[]>((kept, n) => {
    const others = kept.filter((other) => other !== n);
    return isCovered(box, boxesAt(others, space)) ? others : kept;
  }, covers);
}

/** Whether later rules of a `first` table say the same wherever this rule decides. */
function changesNothing(
  rule: ProgramRule,
  box: Box,
  met: readonly number[],
  n: number,
  space: Space,
  rules: readonly ProgramRule[],
): boolean {
  const later = met.filter((other) => other > n);
  if (!later.some((other) => sayTheSame(rule, rules[other]))) return false;
  const before = met.filter((other) => other < n);
  let left = uncovered(box, boxesAt(before, space));
  for (const other of later) {
    const next = space.boxes[other] ?? [];
    const taken = left.some((part) => !isEmpty(both(part, next)));
    if (!taken) continue;
    if (!sayTheSame(rule, rules[other])) return false;
    left = left.flatMap((part) => uncovered(part, [next]));
    if (left.length === 0) return true;
  }
  return false;
}

/** Columns in which every rule accepts whatever is stated, though none asks just whether something is. */
function columnsThatNeverMatter(decision: TableDecision, { columns, boxes }: Space): Found[] {
  return columns.flatMap(({ variable, fallback }, n): Found[] => {
    const tests = decision.body.rules.flatMap((rule) =>
      rule.tests.variables.filter((test) => test.variable === variable && test.fallback === fallback),
    );
    const matters =
      tests.some(({ test }) => typeof test === 'object' && test !== null && 'stated' in test) ||
      boxes.some((box) => !contains(box[n] ?? [], range(1, variable.size - 1)));
    return matters ? [] : [{ code: 'never-matters', decision, factor: variable.factor.id }];
  });
}

/** Whether two rules answer the same for every output. */
function sayTheSame(a: ProgramRule | undefined, b: ProgramRule | undefined): boolean {
  const [mine = [], theirs = []] = [a?.answers, b?.answers];
  return mine.every((answer, output) => {
    const other = theirs[output] ?? null;
    return answer === null || other === null ? answer === other : alike(answer, other);
  });
}
