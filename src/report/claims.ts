import { figureText } from '../language/values/fact.js';
import type { AnyRecommendation } from '../language/schema/results/recommendation.js';
import type { StackDecision } from '../decide/stack/decide.js';
import type { Describer } from './describe.js';

/** The guide's figures on what it answers or what is chosen, with the evidence on them. */
export function claimsOn(decision: StackDecision, { knowledge, lang }: Describer): AnyRecommendation['claims'] {
  const named = new Set(
    decision.places.flatMap(({ result, chosen, pick }) =>
      [...(result.answer ?? []), chosen, pick?.ranked.candidate.members ?? []].flat(),
    ),
  );
  return [...knowledge.claims.values()]
    .filter(({ technology }) => named.has(technology))
    .map(
      ({ id, title, technology, attribute, source, verdict, evidence, references, atLeast, atMost, below, above }) => ({
        id,
        title: title[lang],
        technology,
        attribute,
        figure: figureText({ atLeast, atMost, below, above }),
        source,
        verdict,
        text: evidence[lang],
        references: references.map((reference) => {
          const { title: work = reference, url = '', date } = knowledge.references.get(reference) ?? {};
          return { id: reference, title: work, url, ...(date !== undefined && { date }) };
        }),
      }),
    );
}

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
