import { isPast } from '../language/options.js';
import { API_VERSION, type Lang } from '../language/format.js';
import { freshUntil, isUndated, monthOf } from '../program/ir/freshness.js';
import type { Attribute, Fact } from '../language/schema/knowledge/evidence.js';
import type { FactRow, Profile } from '../language/schema/results/profile.js';
import type { Technology } from '../language/schema/knowledge/technology.js';
import type { KnowledgeBase } from '../load/knowledge.js';
import { alsoNamed } from './definition/matches.js';
import { factText, neutral } from './present-fit.js';
import { ownPart } from '../language/get-or-insert.js';

/** The language of texts, and the date that expiries are judged by. */
export interface ProfileSettings {
  readonly lang: Lang;
  readonly asOf: string;
}

/** All that is known of a technology; undefined where there is none of that id. */
export function profileOf(knowledge: KnowledgeBase, id: string, { lang, asOf }: ProfileSettings): Profile | undefined {
  const technology = knowledge.technologies.get(id);
  if (technology === undefined) return undefined;
  const entry = (name: string): { id: string; title: string } => ({
    id: name,
    title: knowledge.outcomeById.get(name)?.title[lang] ?? name,
  });
  const role = knowledge.roles.find((one) => one.id === technology.role);
  const work = (source: string): Pick<FactRow, 'source' | 'work' | 'url'> => workOf(source, knowledge);
  return {
    apiVersion: API_VERSION,
    kind: 'Profile',
    lang,
    asOf,
    id,
    title: technology.title[lang],
    summary: technology.summary[lang],
    role: { id: technology.role, title: role?.title[lang] ?? technology.role },
    ...(technology.family !== undefined && { family: entry(technology.family) }),
    facts: factsOf(technology, knowledge, { lang, asOf }),
    lifecycle: (technology.lifecycle ?? []).map(({ what, released, ends, ended, instead, source }) => ({
      what: what[lang],
      ...(released !== undefined && { released }),
      ...(ends !== undefined && { ends }),
      ...(ended !== undefined && { ended }),
      over: ended !== undefined || (ends !== undefined && isPast(ends, asOf)),
      ...(instead && { instead: instead[lang] }),
      ...work(source),
    })),
    needs: (technology.needs ?? []).map(({ text, source }) => ({
      text: text[lang],
      ...(source !== undefined && { source }),
    })),
    hazards: (technology.hazards ?? []).map(({ text, source }) => ({ text: text[lang], ...work(source) })),
    omits: (['licence', 'lifecycle', 'needs', 'hazards'] as const).flatMap((part) => {
      const reason = ownPart(technology.omits, part);
      return reason === undefined ? [] : [{ part, text: reason[lang] }];
    }),
    compatibility: [...knowledge.compatibilities.values()]
      .filter(({ of, with: others = [], anyOf = [] }) => [...of, ...others, ...anyOf].includes(id))
      .map(({ relation, title, text, source }) => ({
        relation,
        title: title[lang],
        text: text[lang],
        ...(source !== undefined && { source }),
      })),
    alternatives: (technology.alternatives ?? []).map(entry),
    realises: (technology.realises ?? []).map(entry),
    realisedBy: technology.interface === true ? (knowledge.realisations.get(id) ?? []).map(entry) : [],
    runsOn: (technology.runsOn ?? []).map(entry),
    namedBy: clausesNaming(id, knowledge).map((source) => ({
      source,
      title: knowledge.clauses.get(source)?.[lang] ?? source,
    })),
    ...alsoNamed(knowledge, { what: 'technology', id }, lang),
  };
}

/** The facts of a technology with their works, in the order of the vocabulary. */
export function factsOf(technology: Technology, knowledge: KnowledgeBase, settings: ProfileSettings): FactRow[] {
  const order = [...knowledge.attributes.keys()];
  return (technology.facts ?? [])
    .map((fact) => factRow(fact, knowledge, settings))
    .sort((a, b) => order.indexOf(a.attribute) - order.indexOf(b.attribute));
}

function factRow(fact: Fact, knowledge: KnowledgeBase, { lang, asOf }: ProfileSettings): FactRow {
  const attribute = knowledge.attributes.get(fact.attribute);
  const { date: published, read } = knowledge.references.get(fact.source) ?? {};
  const date = fact.date ?? published;
  const scope = scopeOf(fact, attribute, lang);
  const until = freshUntil(fact, knowledge);
  return {
    attribute: fact.attribute,
    title: attribute?.title[lang] ?? fact.attribute,
    value: neutral(fact),
    text: attribute === undefined ? neutral(fact) : factText(fact, attribute, lang),
    ...(scope && { scope }),
    ...(fact.with && {
      with: fact.with.map((name) => ({ id: name, title: knowledge.outcomeById.get(name)?.title[lang] ?? name })),
    }),
    ...(fact.conditions && { conditions: fact.conditions[lang] }),
    kind: fact.kind,
    confidence: fact.confidence,
    ...(date !== undefined ? { date } : read !== undefined && { read }),
    stale: until !== undefined && monthOf(asOf) > until,
    ...(isUndated(fact, knowledge) && { undated: true as const }),
    derived: fact.derived === true,
    ...workOf(fact.source, knowledge),
  };
}

/** What a figure counts. */
function scopeOf(
  { scope }: Fact,
  attribute: Attribute | undefined,
  lang: Lang,
): { readonly id: string; readonly title: string } | undefined {
  if (scope === undefined || attribute?.type !== 'quantity') return undefined;
  return { id: scope, title: attribute.scopes?.find(({ id }) => id === scope)?.title[lang] ?? scope };
}

/** A work of the bibliography, as rows show it. */
export function workOf(source: string, knowledge: KnowledgeBase): Pick<FactRow, 'source' | 'work' | 'url'> {
  const { title = source, url = '' } = knowledge.references.get(source) ?? {};
  return { source, work: title, url };
}

function clausesNaming(id: string, { decisions }: KnowledgeBase): string[] {
  const found = new Set<string>();
  const visit = (value: unknown, source: string | undefined): void => {
    if (value === id && source !== undefined) found.add(source);
    if (typeof value !== 'object' || value === null) return;
    const own = (value as { source?: unknown }).source;
    const here = typeof own === 'string' ? own : source;
    for (const [key, part] of Object.entries(value)) if (key !== 'when' && key !== 'figures') visit(part, here);
  };
  for (const { table, tree, source } of decisions.values()) visit([table, tree], source);
  return [...found].sort();
}
