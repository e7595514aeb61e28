import type { Diagnostics } from '../language/diagnostics/diagnostic.js';
import { foldName } from '../language/diagnostics/nearest.js';
import { getOrInsert } from '../language/get-or-insert.js';
import type { KnowledgeDocument } from '../language/schema/kinds.js';
import type { Path } from '../language/read/yaml.js';
import type { KnowledgeBase } from './knowledge.js';
import type { LocatedDocument } from './overlay.js';

/** Something with an id and aliases, and the place of the aliases in its document. */
interface Aliased {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly path: Path;
  readonly of: LocatedDocument;
}

/**
 * Checks that an alias leads to one thing: it is neither an id of its kind nor another alias. A package is compared with itself and with those below it, since
 * it cannot know what a package above it will name.
 */
export function checkAliases(
  { packages }: KnowledgeBase,
  located: readonly LocatedDocument[],
  report: Diagnostics,
): void {
  const order = new Map(packages.map(({ id }, index) => [id, index]));
  const rankOf = ({ of }: Aliased): number => order.get(of.stored.package) ?? 0;
  for (const group of groupsOf(located)) {
    const ids = new Map(group.map((one) => [foldName(one.id), one]));
    const taken = new Map<string, Aliased>();
    for (const one of group.toSorted((a, b) => rankOf(a) - rankOf(b))) {
      for (const [index, alias] of one.aliases.entries()) {
        const word = foldName(alias);
        const owner = ids.get(word);
        const other = owner !== undefined && rankOf(owner) <= rankOf(one) ? owner : taken.get(word);
        if (other !== undefined) {
          const { kind } = other.of.stored.document;
          report.add('alias-taken', { alias, kind, id: other.id }, one.of.locate?.([...one.path, index]));
        } else taken.set(word, one);
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
    const group = groupOf(document);
    if (group === undefined) continue;
    const { id } = document;
    const aliases = 'aliases' in document ? (document.aliases ?? []) : [];
    add(group, { id, aliases, path: ['aliases'], of });
    if (document.kind !== 'Factor') continue;
    const [key, values] = document.type === 'ordinal' ? ['levels', document.levels] : ['values', valuesOf(document)];
    for (const [index, value] of values.entries())
      add(`values of ${id}`, { id: value.id, aliases: value.aliases ?? [], path: [key, index, 'aliases'], of });
  }
  return [...groups.values()];
}

type Factor = Extract<KnowledgeDocument, { kind: 'Factor' }>;

/** The values that a factor lists itself. */
const valuesOf = (factor: Factor): readonly { readonly id: string; readonly aliases?: readonly string[] }[] =>
  'values' in factor && typeof factor.values === 'object' ? factor.values : [];

function groupOf({ kind }: KnowledgeDocument): string | undefined {
  switch (kind) {
    case 'Outcome':
    case 'Technology':
      return 'outcomes';
    case 'Scenario':
    case 'Factor':
      return kind;
    default:
      return undefined;
  }
}
