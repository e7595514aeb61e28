import type { Program } from '../program/program.js';
import { casesOf } from './cases.js';
import type { Found } from './found.js';
import { byPackages, mergedRegions, simplest } from './merge.js';

/** Tables with more rules have too many cases to be tried. */
const MOST_RULES = 400;

/** Inputs for which the rules of an intersection leave nothing that all of them allow. */
export function intersectionProblems(program: Program): Found[] {
  return program.decisions.flatMap((decision) => {
    const { body, number } = decision;
    if (body.form !== 'table' || body.hitPolicy !== 'collect' || body.rules.length > MOST_RULES) return [];
    return body.aggregates.flatMap((aggregate, output): Found[] => {
      if (aggregate !== 'intersect') return [];
      const proven = casesOf(program, [{ decision: number, output }], { partly: true });
      if (!proven.complete) return [{ code: 'not-proven', decision, output }];
      const empty = proven.all.filter(({ results }) => results[0]?.answer?.length === 0);
      return byPackages(empty).flatMap((cases): Found[] => {
        const one = simplest(cases);
        const hits = one?.results[0]?.hits ?? [];
        if (one === undefined) return [];
        return [
          {
            code: 'nothing-left',
            decision,
            output,
            rules: hits.map(({ rule }) => rule),
            where: mergedRegions(cases, proven),
            witness: one.point,
            says: hits.map(({ says }) => says),
          },
        ];
      });
    });
  });
}
