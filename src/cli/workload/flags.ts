import type { Diagnostics } from '../../language/diagnostics/diagnostic.js';
import { API_VERSION } from '../../language/format.js';
import { isPlain } from '../../language/read/document-reader.js';
import { itemNames } from '../../language/read/items.js';
import type { LocatedValue, Path } from '../../language/read/yaml.js';
import type { Collection } from '../../language/schema/knowledge/package.js';
import type { Vocabulary } from '../../language/values/statement.js';
import { readItems, readStatements, type FlagStatement, type WorkloadFlags } from './flag-statements.js';

/** A workload that only flags state; it has no file behind it. */
export const EMPTY: LocatedValue = {
  value: { apiVersion: API_VERSION, kind: 'Workload' },
  locate: () => ({ source: { name: 'flags', text: '' }, start: 0, end: 0 }),
};

/**
 * Lays what the flags state over the documents of a file; errors in a flag then point into the flag. What a flag states of an item, it states in every
 * document that has the item.
 */
export function withFlags(
  documents: readonly LocatedValue[],
  flags: WorkloadFlags,
  vocabulary: Vocabulary,
  report: Diagnostics,
): LocatedValue[] {
  const added = readItems(flags.data, vocabulary, report);
  const newItems = added.map(({ value }) => value);
  const namesOf = (collection: Collection): readonly string[] => {
    const lists = documents.map(({ value }) => [...itemsIn(value, collection), ...newItems]);
    return [...new Set(lists.flatMap((list) => itemNames(collection, list)))];
  };
  const statements = [...added, ...readStatements(flags, namesOf, vocabulary, report)];
  return documents.map((document) => laidOver(document, statements, vocabulary));
}

type Section = Record<string, unknown>;

/** The items of a collection as a document lists them. */
function itemsIn(document: unknown, { id }: Collection): readonly unknown[] {
  const section = isPlain(document) ? document['requirements'] : undefined;
  return isPlain(section) ? listOf(section[id]) : [];
}

/** A single item is a list of one. */
const listOf = (written: unknown): readonly unknown[] =>
  Array.isArray(written) ? written : written === undefined || written === null ? [] : [written];

function laidOver(
  document: LocatedValue,
  statements: readonly FlagStatement[],
  { collections }: Vocabulary,
): LocatedValue {
  if (!isPlain(document.value) || statements.length === 0) return document;
  const value: Section = structuredClone(document.value);
  const placed = statements.flatMap((statement) => {
    const { path, item } = statement;
    const collection = collections.get(String(path[1]));
    if (collection !== undefined && item !== undefined) return stateOf(item, value, collection, statement);
    if (collection !== undefined && path.length === 2) return append(value, statement);
    put(value, path, statement.value);
    return statement;
  });
  return {
    value,
    locate: (path, part) => {
      const related = (s: FlagStatement): boolean =>
        path.slice(0, s.path.length).every((step, n) => String(step) === String(s.path[n]));
      const exact = placed.find((s) => s.path.length === path.length && related(s));
      if (part === 'key' && exact?.named !== undefined) return exact.named;
      // A part of what a flag states, or a whole that a flag states a part of.
      return (exact ?? placed.find((s) => path.length > 1 && related(s)))?.span ?? document.locate(path, part);
    },
  };
}

/** States a leaf; where a document has no mapping on the way to it, the document is left as it is, to be refused. */
function put(document: Section, path: Path, leaf: unknown): void {
  let at: Section | undefined = document;
  for (const step of path.slice(0, -1)) at = at && partOf(at, String(step));
  if (at !== undefined) at[String(path.at(-1))] = leaf;
}

/** A part of a mapping that is one itself, made where there is none. */
function partOf(mapping: Section, key: string): Section | undefined {
  const part = (mapping[key] ??= {});
  return typeof part === 'object' ? (part as Section) : undefined;
}

/** Adds an item to a collection of a document; gives the places of the item and of its parts. */
function append(document: Section, statement: FlagStatement): FlagStatement[] {
  const [section = '', collection = ''] = statement.path.map(String);
  const given = partOf(document, section);
  if (given === undefined) return [];
  const before = listOf(given[collection]);
  given[collection] = [...before, statement.value];
  const here = [section, collection, before.length];
  const { parts = [], ...item } = statement;
  return [...parts.map((part) => ({ ...part, path: [...here, ...part.path] })), { ...item, path: here }];
}

/** States a factor of an item that a document lists, if it does; gives the place of the factor. */
function stateOf(
  item: string,
  document: Section,
  collection: Collection,
  statement: FlagStatement,
): readonly FlagStatement[] {
  const list = itemsIn(document, collection);
  const index = itemNames(collection, list).indexOf(item);
  const given = document['requirements'];
  if (index === -1 || !isPlain(given)) return [];
  const [section = '', id = '', factor = ''] = statement.path.map(String);
  const before = list[index];
  const stated = { ...(isPlain(before) ? before : { [collection.key]: before }), [factor]: statement.value };
  document[section] = { ...given, [id]: list.map((one, n) => (n === index ? stated : one)) };
  return [{ ...statement, path: [section, id, index, factor] }];
}
