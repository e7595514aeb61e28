import { describedCodes } from '../../language/diagnostics/catalogue.js';
import { foldName, nearest } from '../../language/diagnostics/nearest.js';
import { getOrInsert } from '../../language/get-or-insert.js';
import { DEFAULT_LANG, LANGS, type Lang } from '../../language/format.js';
import type { Text } from '../../language/schema/common.js';
import type { Factor } from '../../language/schema/knowledge/factor.js';
import { DEFINED_KINDS, type DefinedKind } from '../../language/schema/results/definition.js';
import type { KnowledgeBase } from '../../load/knowledge.js';

/** Something that the knowledge defines under a name. */
export interface NamedThing {
  readonly what: DefinedKind;
  readonly id: string;
  /** The name that nothing else has: `factor/kubernetes`; of a value, its factor and its id: `security/high`. */
  readonly name: string;
  /** The title by language; of a work, in its own language. */
  readonly title: Text | string;
  readonly aliases: readonly string[];
  /** Of a value: its factor. */
  readonly factor?: Factor;
}

/** The title of a thing in a language. */
export const thingTitle = ({ title }: NamedThing, lang: Lang): string =>
  typeof title === 'string' ? title : title[lang];

/** Everything that has a name, and what each word can mean. */
interface NameIndex {
  readonly things: readonly NamedThing[];
  readonly byWord: ReadonlyMap<string, readonly NamedThing[]>;
}

const indexes = new WeakMap<KnowledgeBase, NameIndex>();

const indexOf = (knowledge: KnowledgeBase): NameIndex =>
  getOrInsert(indexes, knowledge, () => {
    const order = (what: DefinedKind): number => DEFINED_KINDS.indexOf(what);
    const all = [documents(knowledge), values(knowledge), clauses(knowledge), sources(knowledge), codes()];
    const things = all.flat().sort((a, b) => order(a.what) - order(b.what));
    const byWord = new Map<string, NamedThing[]>();
    for (const thing of things)
      for (const word of new Set(wordsFor(thing).map(foldName))) getOrInsert(byWord, word, () => []).push(thing);
    return { things, byWord };
  });

/** Everything that has a name, by kind, in the order of {@link DEFINED_KINDS}. */
export const namedThings = (knowledge: KnowledgeBase): readonly NamedThing[] => indexOf(knowledge).things;

/** The things that a word can mean: by id, title in any language, alias or full name, in any case and spelling. */
export const thingsNamed = (word: string, knowledge: KnowledgeBase): readonly NamedThing[] =>
  indexOf(knowledge).byWord.get(foldName(word)) ?? [];

/** Among the names of all kinds, a word must be nearer to one than where one kind is expected: one edit in so many letters. */
const LETTERS_PER_EDIT = 4;

/** The name of the thing that a mistyped word most likely meant: its id, or the full name where that was meant and others have the id too. */
export function nearestThing(word: string, knowledge: KnowledgeBase): string | undefined {
  const things = new Map(namedThings(knowledge).map((thing) => [thing.name, thing]));
  const candidates = Array.from(things.values(), (thing) => ({ id: thing.name, also: wordsFor(thing) }));
  const found = things.get(nearest(word, candidates, LETTERS_PER_EDIT) ?? '');
  if (found === undefined) return undefined;
  const isOnly = likeliest(found.id, thingsNamed(found.id, knowledge)).every((thing) => thing === found);
  return isOnly || !word.includes('/') ? found.id : found.name;
}

/** What a workload states and what it is answered with. The other kinds are how the knowledge decides. */
const OF_WORKLOADS: ReadonlySet<DefinedKind> = new Set([
  'technology',
  'outcome',
  'scenario',
  'factor',
  'value',
  'role',
]);

/**
 * Of the things that a word can mean, those that a reader most likely meant: a technology of that name; or else what workloads state and are answered with;
 * or else all of them.
 */
export function likeliest(word: string, things: readonly NamedThing[]): readonly NamedThing[] {
  const wanted = foldName(word);
  const technology = things.find(
    ({ what, id, title }) => what === 'technology' && [id, ...wordsIn(title)].some((one) => foldName(one) === wanted),
  );
  if (technology !== undefined) return [technology];
  const stated = things.filter(({ what }) => OF_WORKLOADS.has(what));
  return stated.length > 0 ? stated : things;
}

const wordsFor = ({ id, name, title, aliases }: NamedThing): string[] => [id, name, ...wordsIn(title), ...aliases];
const wordsIn = (title: Text | string): string[] => (typeof title === 'string' ? [title] : Object.values(title));

interface Titled {
  readonly id: string;
  readonly title: Text | string;
  readonly aliases?: readonly string[];
}

const thing = (what: DefinedKind, { id, title, aliases = [] }: Titled): NamedThing => ({
  what,
  id,
  name: `${what}/${id}`,
  title,
  aliases,
});

function documents(knowledge: KnowledgeBase): NamedThing[] {
  const { technologies, outcomeById, scenarios, factors, roles, dimensions, decisions, tensions, trends } = knowledge;
  const plain = [...outcomeById.values()].filter(({ id }) => !technologies.has(id));
  const all: Partial<Record<DefinedKind, Iterable<Titled>>> = {
    technology: technologies.values(),
    outcome: plain,
    scenario: scenarios.values(),
    factor: factors.values(),
    role: roles,
    dimension: dimensions.values(),
    decision: decisions.values(),
    tension: tensions.values(),
    trend: trends.values(),
    criterion: knowledge.criteria.values(),
    attribute: knowledge.attributes.values(),
    compatibility: knowledge.compatibilities.values(),
    advisory: knowledge.advisories.values(),
  };
  return DEFINED_KINDS.flatMap((what) => Array.from(all[what] ?? [], (document) => thing(what, document)));
}

/** The values that factors list themselves. */
function values({ factors }: KnowledgeBase): NamedThing[] {
  return [...factors.values()].flatMap((factor) =>
    valuesOf(factor).map((value) => ({ ...thing('value', value), name: `${factor.id}/${value.id}`, factor })),
  );
}

/** The levels or values that a factor lists itself; none where it takes scenarios, outcomes, figures or yes and no. */
export function valuesOf(factor: Factor): readonly (Titled & { title: Text; meaning?: Text; bound?: string })[] {
  if (factor.type === 'ordinal') return factor.levels;
  return 'values' in factor && typeof factor.values === 'object' ? factor.values : [];
}

/** The clauses. One that is there for a tension is found as the tension, which says more. */
function clauses({ clauses: all, tensions }: KnowledgeBase): NamedThing[] {
  const known = new Set([...tensions.keys()].map(foldName));
  return [...all].flatMap(([id, title]) => (known.has(foldName(id)) ? [] : [thing('clause', { id, title })]));
}

function sources({ stored, references }: KnowledgeBase): NamedThing[] {
  const works = stored.flatMap(({ document }) => (document.kind === 'Source' ? [thing('source', document)] : []));
  return [...works, ...Array.from(references, ([id, { title }]) => thing('source', { id, title }))];
}

/** The codes of findings, problems and diagnostics. */
function codes(): NamedThing[] {
  const titles = LANGS.map(
    (lang) => [lang, new Map(describedCodes(lang).map(({ code, title }) => [code, title]))] as const,
  );
  return describedCodes(DEFAULT_LANG).map(({ code, former }) => {
    const title = Object.fromEntries(titles.map(([lang, known]) => [lang, known.get(code) ?? code])) as unknown as Text;
    return thing('code', { id: code, title, aliases: former });
  });
}
