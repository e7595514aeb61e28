import type { Recommendation } from '../language/schema/recommendation.js';
import type { Decision } from './decide.js';
import type { Describer } from './describe.js';

/** The guide's figures on what it answers or what is chosen, with what the evidence says of them. */
export function claimsOn(decision: Decision, { knowledge, lang }: Describer): Recommendation['claims'] {
  const named = new Set(
    decision.roles.flatMap(({ result, chosen, pick }) =>
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
        figure: figureOf({ atLeast, atMost, below, above }),
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

const SIGNS = { atLeast: '≥', atMost: '≤', below: '<', above: '>' } as const;

function figureOf(said: Readonly<Record<keyof typeof SIGNS, string | number | undefined>>): string {
  const [key] = (Object.keys(SIGNS) as (keyof typeof SIGNS)[]).filter((name) => said[name] !== undefined);
  return key === undefined ? '' : `${SIGNS[key]} ${String(said[key])}`;
}
