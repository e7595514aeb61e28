import { expect } from 'vitest';
import type { AnyRecommendation, RoleAnswer } from '../../src/index.js';
import type { CaseTable } from './cases.js';

/** A combination in one line: its members in their order, each with what realises it, such as `docker + kubernetes` or `s3@ceph-rgw`. */
const written = (members: readonly { readonly id: string; readonly by?: string }[]): string =>
  members.length === 0 ? 'none' : members.map(({ id, by }) => (by === undefined ? id : `${id}@${by}`)).join(' + ');

/** What the guide answers, in one line: alternatives apart by `|`. */
function writtenGuide({ guide: { allOf, anyOf } }: RoleAnswer): string {
  const combinations = [
    ...(allOf === undefined ? [] : [allOf]),
    ...(anyOf ?? []).map((option) => (typeof option === 'string' ? [option] : option.allOf)),
  ];
  return combinations.length === 0 ? 'none' : combinations.map((ids) => ids.join(' + ')).join(' | ');
}

const answersOf = ({ stack }: AnyRecommendation, role: string): readonly RoleAnswer[] => [stack[role] ?? []].flat();

/** Compares one value for each place of some roles; a role of several places, such as storage, has a list. */
const byRole =
  (valueOf: (answer: RoleAnswer) => unknown) =>
  (recommendation: AnyRecommendation, expected: unknown): void => {
    for (const [role, value] of entries(expected)) {
      const actual = answersOf(recommendation, role).map(valueOf);
      expect({ [role]: actual }).toEqual({ [role]: Array.isArray(value) ? value : [value] });
    }
  };

function entries(expected: unknown): [string, unknown][] {
  if (typeof expected !== 'object' || expected === null) throw new Error(`not a mapping: ${JSON.stringify(expected)}`);
  const pairs = Object.entries(expected);
  if (pairs.length === 0) throw new Error('an empty mapping expects nothing');
  return pairs;
}

/** A text must contain every one of some parts; anything else must be as given, down to the parts that are named. */
function compare(actual: unknown, expected: unknown, path: string): void {
  for (const [key, value] of entries(expected)) {
    const found = (actual as Record<string, unknown> | undefined)?.[key];
    if (key === 'message' || key === 'text')
      for (const part of [value].flat()) expect(found, `${path}.${key}`).toContain(part);
    else if (typeof value === 'object' && value !== null) expect(found, `${path}.${key}`).toMatchObject(value);
    else expect(found, `${path}.${key}`).toEqual(value);
  }
}

/** What a case may expect of a recommendation. */
export const RECOMMENDATION_EXPECTATIONS: CaseTable<AnyRecommendation>['expectations'] = {
  /** What is chosen, in the order of the answer. */
  chosen: byRole(({ chosen }) => written(chosen)),
  guide: byRole(writtenGuide),
  rules: byRole(({ guide }) => guide.rules.join(' ')),
  family: byRole(({ family }) => family),
  opinion: byRole(({ opinion = 'none' }) => opinion),
  verdict: byRole(({ verdict }) => verdict),
  needed: byRole(({ needed }) => needed),
  fitBest: byRole(({ fitBest }) => written(fitBest)),
  /** Where each is one of several that would do. */
  chosenOneOf: (recommendation, expected) => {
    for (const [role, options] of entries(expected)) {
      const answers = answersOf(recommendation, role);
      expect(answers).not.toEqual([]);
      for (const { chosen } of answers) expect(options).toContain(written(chosen));
    }
  },
  /** Ids that are chosen nowhere in a role. */
  neverChosen: (recommendation, expected) => {
    for (const [role, ids] of entries(expected)) {
      const answers = answersOf(recommendation, role);
      expect(answers).not.toEqual([]);
      const named = answers.flatMap(({ chosen }) => chosen.flatMap(({ id, by }) => [id, by ?? id]));
      for (const id of [ids].flat()) expect(named).not.toContain(id);
    }
  },
  /** Of each role: what is rejected first, and for which reasons. */
  rejectedFirst: (recommendation, expected) => {
    for (const [role, { id, reasons }] of entries(expected) as [string, { id: string; reasons: string[] }][]) {
      const [first] = answersOf(recommendation, role)[0]?.rejected ?? [];
      expect([first?.id, first?.reasons.map(({ code }) => code)]).toEqual([id, reasons]);
    }
  },
  /** By code: all findings of that code, each with the parts that are named; none for an empty list. */
  findings: (recommendation, expected) => {
    for (const [code, list] of entries(expected) as [string, unknown[]][]) {
      const found = recommendation.findings.filter((one) => one.code === code);
      expect(found, code).toHaveLength(list.length);
      for (const [n, one] of list.entries()) compare(found[n], one, `${code}[${String(n)}]`);
    }
  },
  /** The code of the gravest finding. */
  firstFinding: ({ findings: [first] }, expected) => {
    compare(first, expected, 'findings[0]');
  },
  /** Rows of the factual opinion, each found by its role, its criterion and its combination or technology. */
  fit: (recommendation, expected) => {
    if (!Array.isArray(expected) || expected.length === 0) throw new Error('a list of rows');
    for (const { role, criterion, combination, technology, ...rest } of expected as Record<string, string>[]) {
      const row = answersOf(recommendation, role ?? '')
        .flatMap(({ fit }) => fit)
        .find(
          (one) =>
            one.criterion === criterion &&
            (combination === undefined || one.combination === combination) &&
            (technology === undefined || one.technology === technology),
        );
      expect(row, `${String(criterion)} of ${combination ?? String(technology)}`).toBeDefined();
      compare(row, rest, String(criterion));
    }
  },
};
