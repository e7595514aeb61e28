import { candidateOf, type NameCandidate } from '../language/diagnostics/nearest.js';
import { LANGS, type Lang } from '../language/format.js';
import type { KnowledgeBase } from '../load/knowledge.js';
import { outputsOf, parseRef } from '../load/outputs.js';
import type { TestSubject } from './test-cell.js';
import { TABLE_TEXTS } from './texts/index.js';
import type { PartColumn, TableTexts } from './texts/texts.js';
import { idOf, plain, wordPattern } from './words.js';

/** What the cells of a column hold. */
export type TableColumn =
  | {
      readonly kind: 'test';
      /** The path of the test in the condition: the collections of which it tests some item, then the factor or decision. */
      readonly path: readonly string[];
      readonly subject: TestSubject;
    }
  /** The answer; of that output, where the decision has several. */
  | { readonly kind: 'answer'; readonly output: string | undefined }
  | { readonly kind: 'part'; readonly key: PartKey }
  | { readonly kind: 'text'; readonly key: 'title' | 'why'; readonly lang: Lang }
  /** For people alone. */
  | { readonly kind: 'remark' };

export type PartKey = Exclude<PartColumn, 'then'>;

const PART_KEYS: readonly PartKey[] = ['id', 'source', 'ask', 'alternatives', 'implementations', 'figures'];

/** The names of a column in every language, those of the default language first. */
const namesIn = (names: (texts: TableTexts) => readonly string[]): string[] =>
  LANGS.flatMap((lang) => names(TABLE_TEXTS[lang]));

/** The columns that are parts of a rule, by their names; the first is the one that is written. */
const PARTS: readonly (readonly [names: readonly string[], column: TableColumn])[] = [
  [namesIn(({ columns }) => columns.then), { kind: 'answer', output: undefined }],
  ...PART_KEYS.map((key) => [namesIn(({ columns }) => columns[key]), { kind: 'part', key }] as const),
  ...(['title', 'why'] as const).flatMap((key) =>
    LANGS.map((lang) => [namesIn(({ translated }) => [translated[key](lang)]), { kind: 'text', key, lang }] as const),
  ),
];
const PART_NAMES = new Map(PARTS.flatMap(([names, column]) => names.map((name) => [tight(name), column] as const)));

const OUTPUT = /^(?:→|⇒|->|=>|=)\s*([\s\S]*)$/;
const TEST = /^\?\s*([\s\S]+)$/;
const SOME = new RegExp(`^(?:${wordPattern('some')})\\s+([^:]+?)\\s*:\\s*([\\s\\S]+)$`, 'iu');

/** The column that a name means; undefined where it means none. */
export function readColumn(header: string, knowledge: KnowledgeBase): TableColumn | undefined {
  const name = plain(header);
  const part = PART_NAMES.get(tight(name));
  if (part !== undefined) return part;
  if (/^\(.*\)$/s.test(name)) return { kind: 'remark' };
  const [, output] = OUTPUT.exec(name) ?? [];
  if (output !== undefined) return { kind: 'answer', output: output === '' ? undefined : output };
  const tested = readTested(TEST.exec(name)?.[1] ?? name, knowledge);
  return tested && { kind: 'test', ...tested };
}

function readTested(name: string, knowledge: KnowledgeBase): { path: string[]; subject: TestSubject } | undefined {
  const [, collectionName, rest] = SOME.exec(name) ?? [];
  if (collectionName !== undefined && rest !== undefined) {
    const collection = idOf(collectionName, candidates(knowledge, 'collections'));
    const inner = readTested(rest, knowledge);
    return collection === undefined || inner === undefined
      ? undefined
      : { path: [collection, ...inner.path], subject: inner.subject };
  }
  // An id goes before a title, as a decision may be called what a factor is titled.
  const decision = knowledge.decisions.has(parseRef(name).decision);
  const id = decision && !knowledge.factors.has(name) ? undefined : idOf(name, candidates(knowledge, 'factors'));
  const factor = id === undefined ? undefined : knowledge.factors.get(id);
  if (factor !== undefined) return { path: [factor.id], subject: { kind: 'factor', factor } };
  return decision ? { path: [name], subject: { kind: 'decision' } } : undefined;
}

const named = new WeakMap<KnowledgeBase, Partial<Record<'factors' | 'collections', NameCandidate[]>>>();

/** The factors or collections by id, title and alias; one list for each knowledge, so that it is indexed once. */
function candidates(knowledge: KnowledgeBase, what: 'factors' | 'collections'): readonly NameCandidate[] {
  let lists = named.get(knowledge);
  if (lists === undefined) named.set(knowledge, (lists = {}));
  return (lists[what] ??= [...knowledge[what].values()].map(candidateOf));
}

/** The name that a column is written with. */
export function headerOf(column: TableColumn): string {
  switch (column.kind) {
    case 'remark':
      return '()';
    case 'answer':
      return column.output === undefined ? 'then' : `→ ${column.output}`;
    case 'part':
      return column.key;
    case 'text':
      return `${column.key} (${column.lang})`;
    case 'test': {
      const name = [...column.path.slice(0, -1).map((collection) => `some ${collection}:`), column.path.at(-1)].join(
        ' ',
      );
      // A factor may have the name of a part of a rule.
      return PART_NAMES.has(tight(name)) ? `? ${name}` : name;
    }
  }
}

/** All names that a column can have, for who mistyped one. */
export function columnNames(knowledge: KnowledgeBase, each: string | undefined): string[] {
  const factors = [...knowledge.factors.values()].filter(({ askedOf }) =>
    askedOf.some((section) => section === each || !knowledge.collections.has(section)),
  );
  const decisions = [...knowledge.decisions.values()].flatMap((decision) => {
    const outputs = outputsOf(decision);
    return outputs.length === 1 ? [decision.id] : outputs.map((output) => `${decision.id}.${output}`);
  });
  return [...factors.map(({ id }) => id), ...PARTS.flatMap(([[name = '']]) => name), ...decisions];
}

function tight(name: string): string {
  return name.toLowerCase().replaceAll(/\s+/g, '');
}
