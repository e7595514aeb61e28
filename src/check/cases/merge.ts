import { contains, each, range, type CodeSet } from '../../program/ir/codes.js';
import { minimizeCover } from '../geometry/minimize-cover.js';
import { mergeAdjacent } from '../geometry/gaps.js';
import type { Case, Cases } from './cases.js';
import type { ResultsOf } from './composition.js';
import type { Region } from '../geometry/region.js';
import type { Box } from '../geometry/space.js';

/**
 * Merges the regions of cases into few that hold the same inputs. Cases with different tests of items are not merged.
 *
 * @param domainOf the codes that a variable has in all cases
 */
export function mergedRegions(
  cases: readonly Pick<Case, 'region' | 'chosen'>[],
  { domainOf }: Pick<Cases, 'domainOf'>,
): Region[] {
  const groups = new Map<string, { some: Region['some']; cases: Pick<Case, 'region' | 'chosen'>[] }>();
  for (const one of cases) {
    const { some } = one.region;
    const key = some
      .map(([test, holds]) => `${JSON.stringify(test.test)} ${String(holds)}`)
      .sort()
      .join(';');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { some, cases: [one] });
    else group.cases.push(one);
  }
  return [...groups.values()].flatMap(({ some, cases: alike }) => {
    const variables = [...new Set(alike.flatMap(({ region }) => region.sets.map(([variable]) => variable)))];
    // A decision that is taken as a whole is one more column, with a code for each of its results.
    const parts = [...new Set(alike.flatMap(({ chosen }) => chosen.map(([part]) => part)))];
    const boxes = alike.map(({ region, chosen }): Box => {
      const own = new Map(region.sets);
      const values = new Map(chosen);
      return [
        ...variables.map((variable) => own.get(variable) ?? domainOf(variable)),
        ...parts.map((part) => {
          const value = values.get(part);
          return value === undefined ? allValues(part) : range(value, value);
        }),
      ];
    });
    return minimizeCover(mergeAdjacent(boxes)).map((box): Region => {
      const answers = parts.flatMap((part, n) => {
        const set = box[variables.length + n] ?? [];
        const all = [...part.values.values()];
        const oneOf = [...each(set)].map((value) => (all[value] ?? []).map(({ answer }) => answer));
        return contains(set, allValues(part)) ? [] : [{ decision: part.decision, oneOf }];
      });
      return {
        some,
        sets: variables.flatMap((variable, n) => {
          const set = box[n] ?? [];
          return contains(set, domainOf(variable)) ? [] : [[variable, set] as const];
        }),
        ...(answers.length > 0 && { answers }),
      };
    });
  });
}

const allValues = ({ values }: ResultsOf): CodeSet => range(0, values.size - 1);

/** The case whose example states the least; undefined without cases. */
export function simplest<C extends Case>(cases: readonly C[]): C | undefined {
  const weight = ({ example: point }: C): number =>
    [...point.codes.values()].filter((code) => code !== 0).length + point.some.length;
  return cases.reduce<C | undefined>(
    (best, one) => (best === undefined || weight(one) < weight(best) ? one : best),
    undefined,
  );
}

/** Groups cases by the packages whose rules hit, so that a problem that an overlay adds is reported by itself. */
export function byPackages(cases: readonly Case[]): Case[][] {
  const groups = new Map<string, Case[]>();
  for (const one of cases) {
    const packages = new Set(one.results.flatMap(({ hits }) => hits.map(({ rule }) => rule.origin.package)));
    const key = [...packages].sort().join(' ');
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}
