import { range } from '../program/codes.js';
import type { Variable } from '../program/domain.js';
import { fewest } from './fewest.js';
import { joined } from './gaps.js';
import type { Case } from './cases.js';
import type { Region } from './region.js';
import type { Box } from './space.js';

/** Few regions that hold what some cases hold; cases with different tests of items stay apart. */
export function mergedRegions(cases: readonly Pick<Case, 'region'>[]): Region[] {
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
      return variables.map((variable) => own.get(variable) ?? anything(variable));
    });
    return fewest(joined(boxes)).map((box) => ({
      some,
      sets: variables.flatMap((variable, n) => {
        const set = box[n] ?? [];
        return isAnything(set, variable) ? [] : [[variable, set] as const];
      }),
    }));
  });
}

const anything = ({ size }: Variable): readonly number[] => range(0, size - 1);

/** Everything that can be stated, whether or not that nothing is stated is among it. */
const isAnything = (set: readonly number[], { size }: Variable): boolean =>
  set.length === 2 && (set[0] ?? 0) <= 1 && set[1] === size - 1;

/** Of some cases, the one that states the least. */
export function simplest<C extends Case>(cases: readonly C[]): C | undefined {
  const weight = ({ point }: C): number =>
    [...point.codes.values()].filter((code) => code !== 0).length + point.some.length;
  return cases.reduce<C | undefined>(
    (best, one) => (best === undefined || weight(one) < weight(best) ? one : best),
    undefined,
  );
}

/** Cases apart by the packages whose rules take part, so that what an overlay brings is a problem of its own. */
export function byPackages(cases: readonly Case[]): Case[][] {
  const groups = new Map<string, Case[]>();
  for (const one of cases) {
    const packages = new Set(one.results.flatMap(({ hits }) => hits.map(({ rule }) => rule.origin.package)));
    const key = [...packages].sort().join(' ');
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}
