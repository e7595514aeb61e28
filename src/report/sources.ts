import type { AnyRecommendation } from '../language/schema/results/recommendation.js';
import type { Describer } from './describe.js';

/** The works that a recommendation cites, each once, in the order of their ids. Clauses of the guide are cited too; they are no works. */
export function worksCited(
  { stack, findings, claims, trends }: Pick<AnyRecommendation, 'stack' | 'findings' | 'claims' | 'trends'>,
  { knowledge: { references } }: Describer,
): AnyRecommendation['sources'] {
  const cited = [
    ...findings.map(({ source }) => source),
    ...Object.values(stack)
      .flat()
      .flatMap(({ fit }) => fit.flatMap(({ evidence }) => evidence.map(({ source }) => source))),
    ...claims.flatMap((claim) => claim.references.map(({ id }) => id)),
    ...trends.map(({ source }) => source),
  ];
  return [...new Set(cited)].sort().flatMap((id) => {
    const work = id === undefined ? undefined : references.get(id);
    if (id === undefined || work === undefined) return [];
    const { title, url, date, read } = work;
    return { id, title, url, ...(date !== undefined && { date }), ...(read !== undefined && { read }) };
  });
}
