import { contains } from '../../program/ir/codes.js';
import { minimizeCover } from '../geometry/minimize-cover.js';
import { mergeAdjacent } from '../geometry/gaps.js';
import type { Case, Cases } from './cases.js';
import type { Region } from '../geometry/region.js';
import type { Box } from '../geometry/space.js';

/**
 * Merges the regions of cases into few that hold the same inputs. Cases with different tests of items are not merged.
 *
 * @param domainOf the codes that a variable has in all cases
 */
export function mergedRegions(cases: readonly Pick<Case, 'region'>[], { domainOf }: Pick<Cases, 'domainOf'>): Region[] {
  const groups = new Map<string, { some: Region['some']; regions: Region[] }>();
  for (const { region } of cases) {
    const key = region.some
      .map(([test, holds]) => `${JSON.stringify(test.test)} ${String(holds)}`)
      .sort()
      .join(';');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { some: region.some, regions: [region] });
    else group.regions.push(region);
  }
  return [...groups.values()].flatMap(({ some, regions }) => {
    const variables = [...new Set(regions.flatMap(({ sets }) => sets.map(([variable]) => variable)))];
    const boxes = regions.map(({ sets }): Box => {
      const own = new Map(sets);
      return variables.map((variable) => own.get(variable) ?? domainOf(variable));
    });
    return minimizeCover(mergeAdjacent(boxes)).map((box) => ({
      some,
      sets: variables.flatMap((variable, n) => {
        const set = box[n] ?? [];
        return contains(set, domainOf(variable)) ? [] : [[variable, set] as const];
      }),
    }));
  });
}

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
