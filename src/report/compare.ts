import { API_VERSION } from '../language/format.js';
import type { Attribute } from '../language/schema/knowledge/evidence.js';
import type { Comparison, FactRow } from '../language/schema/results/profile.js';
import type { ReadWorkload } from '../language/values/statement.js';
import type { KnowledgeBase } from '../load/knowledge.js';
import type { Candidate } from '../program/ir/fit.js';
import { objectionsTo } from '../decide/stack/compatible.js';
import { decide, type PlaceDecision, type StackDecision } from '../decide/stack/decide.js';
import { Describer, placeTitle, share } from './describe.js';
import { objectionText } from './findings/stack.js';
import { candidateText, FitDescriber } from './present-fit.js';
import { factsOf, type ProfileSettings } from './profile.js';
import { programOf } from '../program/ir/lower.js';

type Fit = NonNullable<Comparison['fit']>[number];

/**
 * Puts technologies side by side: every attribute on which one of them has a fact, those that criteria compare first, with a row for each scope, so that
 * only like figures share one; and, for a workload, what the evidence says of each in every place of the stack that it could fill.
 *
 * @param ids technologies that exist
 */
export function compare(
  knowledge: KnowledgeBase,
  ids: readonly string[],
  settings: ProfileSettings,
  workload?: ReadWorkload,
): Comparison {
  const { lang, asOf } = settings;
  const technologies = ids.flatMap((id) => knowledge.technologies.get(id) ?? []);
  const describe = new Describer(knowledge, lang);
  const facts = technologies.map((technology) => factsOf(technology, knowledge, settings));
  const criteria = [...knowledge.criteria.values()];
  const byCriteria = criteria.flatMap(({ attributes = [] }) => attributes);
  const order = [...new Set([...byCriteria, ...knowledge.attributes.keys()])];
  const known = new Set(facts.flat().map(({ attribute }) => attribute));
  return {
    apiVersion: API_VERSION,
    kind: 'Comparison',
    lang,
    asOf,
    technologies: technologies.map(({ id, title, role, family, summary }) => ({
      id,
      title: title[lang],
      role: { id: role, title: knowledge.roles.find((one) => one.id === role)?.title[lang] ?? role },
      ...(family !== undefined && { family: { id: family, title: describe.outcome(family) } }),
      summary: summary[lang],
    })),
    rows: order
      .filter((attribute) => known.has(attribute))
      .flatMap((attribute) => {
        const own = facts.map((rows) => rows.filter((row) => row.attribute === attribute));
        return scopesAmong(own.flat(), knowledge.attributes.get(attribute)).map((scope) => ({
          attribute,
          title: knowledge.attributes.get(attribute)?.title[lang] ?? attribute,
          ...(scope && { scope }),
          criteria: criteria
            .filter(({ attributes = [] }) => attributes.includes(attribute))
            .map(({ id, title }) => ({ id, title: title[lang] })),
          facts: own.map((rows) => rows.filter((row) => row.scope?.id === scope?.id)),
        }));
      }),
    ...(workload && { fit: fitOf(ids, decide(programOf(knowledge), workload, asOf), describe) }),
  };
}

/** What the figures of some facts on an attribute count, from the least to the most; one undefined scope where the attribute has none. */
function scopesAmong(facts: readonly FactRow[], attribute: Attribute | undefined): (FactRow['scope'] | undefined)[] {
  const order = attribute?.type === 'quantity' ? (attribute.scopes ?? []) : [];
  const found = new Map(facts.map(({ scope }) => [scope?.id, scope]));
  return [undefined, ...order.map(({ id }) => id)].flatMap((id) => (found.has(id) ? [found.get(id)] : []));
}

function fitOf(ids: readonly string[], decision: StackDecision, describe: Describer): Fit[] {
  return decision.places.flatMap((decided): Fit[] => {
    const candidates = ids.flatMap((id) => bestWith(id, decided) ?? []);
    if (candidates.length === 0 || decided.opinion.requirements.every(({ origin }) => origin === undefined)) return [];
    const { role, item, opinion, evaluation } = decided;
    const words = new FitDescriber(describe, decision);
    const weighed = opinion.scored.reduce((sum, { weight }) => sum + weight, 0);
    return [
      {
        role: role.id,
        ...(item && { name: item.name }),
        title: placeTitle(decided, describe),
        candidates: candidates.map((candidate) => {
          const ranked = opinion.rank(candidate);
          const objections = candidate.carried.flatMap((name) => objectionsTo(name, evaluation));
          return {
            id: candidate.id,
            title: candidateText(candidate, describe),
            verdict: ranked.verdict,
            score: share(ranked.score, weighed),
            rank: opinion.rankNumber(ranked),
            fit: words.rows(ranked, decided),
            incompatible: objections.map((objection) => objectionText(objection, describe)),
          };
        }),
      },
    ];
  });
}

/** A technology as it would run in a place: in the best combination that it leads. */
function bestWith(id: string, { opinion, role, evaluation }: PlaceDecision): Candidate | undefined {
  const { knowledge } = evaluation.program;
  const realises = knowledge.technologies.get(id)?.realises ?? [];
  if (
    knowledge.outcomeById.get(id)?.role !== role.id &&
    !opinion.ranked.some(({ candidate }) => candidate.members.includes(id))
  )
    return undefined;
  const holding = opinion.ranked.map(({ candidate }) => candidate).filter(({ members }) => members.includes(id));
  return (
    holding.find(({ members }) => members[0] === id) ??
    holding.find(({ by }) => by !== undefined && realises.includes(by.interface)) ??
    holding[0] ??
    evaluation.program.fit.get(role.id)?.of([id])[0]
  );
}
