import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Lang } from '../language/format.js';
import { canonical } from '../language/values/json-text.js';
import type { KnowledgeDocument, KnowledgeDocuments, KnowledgeKind } from '../language/schema/kinds.js';
import { candidateOf, type NameCandidate } from '../language/diagnostics/nearest.js';
import type { KnowledgeVersion, Text } from '../language/schema/common.js';
import type { Dimension, Factor } from '../language/schema/knowledge/factor.js';
import type { Reference } from '../language/schema/knowledge/evidence.js';
import type { Collection, Outcome, Package, Role } from '../language/schema/knowledge/package.js';
import type { Technology } from '../language/schema/knowledge/technology.js';
import type { AnyVocabulary } from '../language/schema/vocabulary.js';
import type { Vocabulary } from '../language/values/statement.js';

type ById<K extends KnowledgeKind> = ReadonlyMap<string, KnowledgeDocuments[K]>;

/** Something that can be answered; a technology has more members than a plain outcome. */
export type AnyOutcome = Outcome | Technology;

/** A knowledge document, the package it is from and the file it is in. */
export interface StoredDocument {
  readonly document: KnowledgeDocument;
  readonly package: string;
  readonly file: string;
}

/** A text that its author did not write in a language, and where it is written. Loading completed it from another language. */
export interface UntranslatedText {
  readonly package: string;
  readonly file: string;
  readonly kind: KnowledgeKind;
  readonly id: string;
  /** The place of the text in its document. */
  readonly path: readonly string[];
  readonly lang: Lang;
}

declare const VOCABULARY: unique symbol;

/**
 * All documents of some knowledge, linked and checked. It never changes.
 *
 * `V` gives a type checker the names that the knowledge defines, so that it checks workloads and completes answers: `KnowledgeBase<BuiltinVocabulary>` is the
 * built-in knowledge. Without it, any knowledge is meant, and nothing is known of its names.
 */
export interface KnowledgeBase<V extends AnyVocabulary = AnyVocabulary> extends Vocabulary {
  /** For the type checker alone; no object has it. */
  readonly [VOCABULARY]?: V;
  /** The packages, the base first, then the overlays. */
  readonly packages: readonly Package[];
  readonly version: string;
  /** The newest day on which the facts and dates of a package were compared with their sources; none where no package states one. */
  readonly reviewed: string | undefined;
  /** SHA-256 of all documents: equal knowledge, equal digest, whatever the files are called. */
  readonly digest: string;
  readonly roles: readonly Role[];
  readonly outcomeById: ReadonlyMap<string, AnyOutcome>;
  readonly decisions: ById<'Decision'>;
  readonly scenarios: ById<'Scenario'>;
  readonly clauses: ReadonlyMap<string, Text>;
  readonly attributes: ById<'Attribute'>;
  readonly technologies: ById<'Technology'>;
  readonly criteria: ById<'Criterion'>;
  readonly compatibilities: ById<'Compatibility'>;
  readonly claims: ById<'Claim'>;
  /** What facts are cited from, by id. */
  readonly references: ReadonlyMap<string, Reference>;
  /** The technologies that realise each interface. */
  readonly realisations: ReadonlyMap<string, readonly string[]>;
  readonly tensions: ById<'Tension'>;
  readonly trends: ById<'Trend'>;
  readonly advisories: ById<'Advisory'>;
  /** The sets of outcomes that run together, by role. */
  readonly combinations: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly forbidden: ReadonlySet<string>;
  /** The weights that packages give to criteria in place of their own. */
  readonly weights: ReadonlyMap<string, number>;
  readonly stored: readonly StoredDocument[];
  readonly untranslated: readonly UntranslatedText[];
  /** The package of a document, by kind and id. */
  readonly origins: ReadonlyMap<string, string>;
}

/** Puts checked documents together; later packages have replaced earlier ones already. */
export function assemble(
  stored: readonly StoredDocument[],
  given: { readonly digest?: string; readonly untranslated?: readonly UntranslatedText[] } = {},
): KnowledgeBase {
  const all = <K extends KnowledgeKind>(kind: K): KnowledgeDocuments[K][] =>
    stored.flatMap(({ document }) => (document.kind === kind ? [document as KnowledgeDocuments[K]] : []));
  const byId = <K extends KnowledgeKind>(kind: K): ById<K> =>
    new Map(all(kind).map((document) => [document.id, document]));
  const packages = all('Package');
  const scenarios = byId('Scenario');
  const technologies = withEvidence(all('Technology'), all('Evidence'));
  const outcomeById = new Map<string, AnyOutcome>([...all('Outcome'), ...technologies].map((o) => [o.id, o]));
  const outcomes = [...outcomeById.values()].map(candidateOf);
  const combinations = new Map<string, (readonly string[])[]>();
  for (const { role, sets } of all('Combinations'))
    combinations.set(role, [...(combinations.get(role) ?? []), ...sets]);
  const named = { scenarios: [...scenarios.values()].map(candidateOf), outcomes };
  const values = new Map<string, readonly NameCandidate[]>();
  let { digest } = given;
  return {
    packages,
    version: packages.map(({ id, version }) => `${id} ${version}`).join(' + '),
    reviewed: packages
      .flatMap(({ reviewed }) => reviewed ?? [])
      .sort()
      .at(-1),
    // Most callers never need it, and for large tables it takes long.
    get digest() {
      return (digest ??= digestOf(stored));
    },
    dimensions: byId('Dimension'),
    factors: byId('Factor'),
    collections: new Map<string, Collection>(
      packages.flatMap(({ collections = [] }) => collections.map((c) => [c.id, c])),
    ),
    values(factor) {
      let known = values.get(factor.id);
      if (known === undefined) values.set(factor.id, (known = valuesOf(factor, named)));
      return known;
    },
    outcomes,
    roles: all('Role').sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1)),
    outcomeById,
    decisions: byId('Decision'),
    scenarios,
    clauses: new Map(all('Source').flatMap(({ clauses }) => Object.entries(clauses))),
    attributes: byId('Attribute'),
    technologies: new Map(technologies.map((technology) => [technology.id, technology])),
    criteria: byId('Criterion'),
    compatibilities: byId('Compatibility'),
    claims: byId('Claim'),
    realisations: realisationsIn(technologies),
    references: new Map(all('Bibliography').flatMap(({ entries }) => Object.entries(entries))),
    tensions: byId('Tension'),
    trends: byId('Trend'),
    advisories: byId('Advisory'),
    combinations,
    forbidden: new Set(packages.flatMap(({ forbid = [] }) => forbid)),
    weights: new Map(packages.flatMap(({ weights = {} }) => Object.entries(weights))),
    stored,
    untranslated: given.untranslated ?? [],
    origins: new Map(stored.map(({ document, package: from }) => [`${document.kind}/${document.id}`, from])),
  };
}

/** The knowledge as the documents that are made with it name it. */
export const versionOf = ({ version, digest, reviewed }: KnowledgeBase): KnowledgeVersion => ({
  version,
  digest,
  ...(reviewed !== undefined && { reviewed }),
});

/** Knowledge that was compiled before and stored as data; it is not checked again. */
export function restoreKnowledge(data: unknown): KnowledgeBase {
  const { digest, stored } = data as { digest: string; stored: StoredDocument[] };
  return assemble(stored, { digest });
}

/** The factor that a workload states its scenario by, if there is one. */
export function scenarioFactorOf({ factors }: Pick<KnowledgeBase, 'factors'>): Factor | undefined {
  return [...factors.values()].find((factor) => factor.type === 'choice' && factor.values === 'scenarios');
}

/** The dimension that a factor may be stated in; none for what has no figures. */
export function dimensionOf(factor: Factor, { dimensions }: Pick<KnowledgeBase, 'dimensions'>): Dimension | undefined {
  if (factor.type !== 'quantity' && factor.type !== 'ordinal') return undefined;
  return dimensions.get(factor.dimension ?? '');
}

/** Technologies with the facts that other documents add to them. */
function withEvidence(
  technologies: readonly Technology[],
  evidence: readonly KnowledgeDocuments['Evidence'][],
): Technology[] {
  return technologies.map((technology) => {
    const added = evidence.filter((one) => one.technology === technology.id).flatMap(({ facts }) => facts);
    return added.length === 0 ? technology : { ...technology, facts: [...(technology.facts ?? []), ...added] };
  });
}

function realisationsIn(technologies: readonly Technology[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { id, realises = [] } of technologies) {
    for (const name of realises) found.set(name, [...(found.get(name) ?? []), id]);
  }
  return found;
}

function digestOf(stored: readonly StoredDocument[]): string {
  const lines = stored.map(({ document }) => canonical(document)).sort();
  return bytesToHex(sha256(utf8ToBytes(lines.join('\n'))));
}

function valuesOf(
  factor: Factor,
  named: { readonly scenarios: readonly NameCandidate[]; readonly outcomes: readonly NameCandidate[] },
): readonly NameCandidate[] {
  switch (factor.type) {
    case 'ordinal':
      return factor.levels.map(candidateOf);
    case 'choice':
      return factor.values === 'scenarios' ? named.scenarios : factor.values.map(candidateOf);
    case 'set':
      return factor.values === 'outcomes' ? named.outcomes : factor.values.map(candidateOf);
    case 'flag':
    case 'quantity':
      return [];
  }
}
