import type { Diagnostics } from '../language/diagnostics/diagnostic.js';
import { foldName, type Nameable } from '../language/diagnostics/nearest.js';
import { getOrInsert } from '../language/get-or-insert.js';
import type { KnowledgeDocument, KnowledgeKind } from '../language/schema/kinds.js';
import type { Path } from '../language/read/yaml.js';
import type { KnowledgeBase } from './knowledge.js';
import type { LocatedDocument } from './overlay.js';

/** Something with names and aliases, and where its document has the aliases. */
interface Aliased {
  readonly id: string;
  /** The id and the titles. */
  readonly names: readonly string[];
  readonly aliases: readonly string[];
  /** The factor that it is a value of. */
  readonly factor?: string;
  readonly path: Path;
  readonly of: LocatedDocument;
}

/**
 * Checks that an alias leads to one thing: it is no id, no title and no other alias of its kind. A package is compared with itself and with those below
 * it, since it cannot know what a package above it will name.
 */
export function checkAliases(
  { packages }: KnowledgeBase,
  located: readonly LocatedDocument[],
  report: Diagnostics,
): void {
  const order = new Map(packages.map(({ id }, index) => [id, index]));
  const rankOf = ({ of }: Aliased): number => order.get(of.stored.package) ?? 0;
  for (const group of groupsOf(located)) {
    const byRank = group.toSorted((a, b) => rankOf(a) - rankOf(b));
    const named = new Map<string, Aliased>();
    for (const one of byRank) for (const name of one.names) getOrInsert(named, foldName(name), () => one);
    const taken = new Map<string, Aliased>();
    for (const one of byRank) {
      for (const [index, alias] of one.aliases.entries()) {
        const word = foldName(alias);
        const owner = named.get(word);
        const other = owner !== undefined && rankOf(owner) <= rankOf(one) ? owner : taken.get(word);
        if (other === undefined) {
          taken.set(word, one);
          continue;
        }
        const { id, factor, of } = other;
        report.add(
          'alias-taken',
          { alias, kind: of.stored.document.kind, id, ...(factor !== undefined && { of: factor }) },
          one.of.locate?.([...one.path, index]),
        );
      }
    }
  }
}

/** What can be meant in the same place, group by group: outcomes, scenarios, factors, and the values of each factor. */
function groupsOf(located: readonly LocatedDocument[]): Aliased[][] {
  const groups = new Map<string, Aliased[]>();
  const add = (group: string, one: Aliased): unknown => getOrInsert(groups, group, () => []).push(one);
  for (const of of located) {
    const { document } = of.stored;
    if (!hasGroup(document)) continue;
    add(GROUP_OF[document.kind], { ...namesOf(document), path: ['aliases'], of });
    if (document.kind !== 'Factor') continue;
    const { id: factor } = document;
    const [key, values] = document.type === 'ordinal' ? ['levels', document.levels] : ['values', valuesOf(document)];
    for (const [index, value] of values.entries())
      add(`values of ${factor}`, { ...namesOf(value), factor, path: [key, index, 'aliases'], of });
  }
  return [...groups.values()];
}

const namesOf = ({ id, title, aliases = [] }: Nameable): Pick<Aliased, 'id' | 'names' | 'aliases'> => ({
  id,
  names: [id, ...Object.values(title)],
  aliases,
});

type Factor = Extract<KnowledgeDocument, { kind: 'Factor' }>;

/** The values that a factor lists itself. */
const valuesOf = (factor: Factor): readonly Nameable[] =>
  'values' in factor && typeof factor.values === 'object' ? factor.values : [];

/** The group of each kind whose documents can have aliases or take the word of one. */
const GROUP_OF = {
  Outcome: 'outcomes',
  Technology: 'outcomes',
  Scenario: 'scenarios',
  Factor: 'factors',
} as const satisfies Partial<Record<KnowledgeKind, string>>;

const hasGroup = (
  document: KnowledgeDocument,
): document is Extract<KnowledgeDocument, { kind: keyof typeof GROUP_OF }> => Object.hasOwn(GROUP_OF, document.kind);
