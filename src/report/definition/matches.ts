import { API_VERSION, type Lang } from '../../language/format.js';
import { foldName } from '../../language/diagnostics/nearest.js';
import type { NamedMatch } from '../../language/schema/results/definition.js';
import type { MatchList } from '../../language/schema/results/lists.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import { thingsNamed, thingTitle, type NamedThing } from './names.js';
import { DEFINITION_TEXTS } from './texts/index.js';

/** The things that a name can mean. */
export const matchesOf = (wanted: string, things: readonly NamedThing[], lang: Lang): MatchList => ({
  apiVersion: API_VERSION,
  kind: 'MatchList',
  lang,
  wanted,
  matches: things.map((thing) => matchOf(thing, lang)),
});

/** A thing as a list names it. */
export function matchOf(thing: NamedThing, lang: Lang): NamedMatch {
  const { kinds, level } = DEFINITION_TEXTS[lang];
  const whatTitle = thing.factor?.type === 'ordinal' ? level : kinds[thing.what];
  return { what: thing.what, whatTitle, name: thing.name, title: thingTitle(thing, lang) };
}

/** What else has the id of a thing as its own; nothing of that where there is none. */
export function alsoNamed(
  knowledge: KnowledgeBase,
  { what, id, name = `${what}/${id}` }: Pick<NamedThing, 'what' | 'id'> & { readonly name?: string },
  lang: Lang,
): { readonly alsoNamed?: NamedMatch[] } {
  const word = foldName(id);
  const others = thingsNamed(id, knowledge).filter(
    (one) => foldName(one.id) === word && !(one.what === what && one.name === name),
  );
  return others.length === 0 ? {} : { alsoNamed: others.map((one) => matchOf(one, lang)) };
}
