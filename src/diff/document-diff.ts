import { LANGS } from '../language/format.js';
import { canonical } from '../language/values/json-text.js';
import type { KnowledgeDocument, KnowledgeKind } from '../language/schema/kinds.js';
import type { Decision, Rule, TreeNode } from '../language/schema/knowledge/decision.js';
import { isPlain } from '../language/read/document-reader.js';
import type { Path } from '../language/read/yaml.js';
import type { KnowledgeBase, StoredDocument } from '../load/knowledge.js';
import { align } from './align.js';

/** One thing that two versions of some knowledge do not share and that can be undone by itself: a document, a rule, a fact, an entry of a list. */
export interface KnowledgeChange {
  readonly kind: KnowledgeKind;
  readonly id: string;
  /** Its path in the document, in keys: `['facts']` for a fact; empty for the document itself. */
  readonly at: readonly string[];
  readonly before?: Version;
  readonly after?: Version;
}

/** One side of a change. */
export interface Version {
  readonly value: unknown;
  readonly stored: StoredDocument;
  /** Its path in the document as it is stored. */
  readonly path: Path;
}

/** Two versions of some knowledge, taken apart. */
export interface DocumentDiff {
  /** What can be relevant to a decision; wording cannot. */
  readonly changes: readonly KnowledgeChange[];
  /** How many documents were added, removed, changed, in wording alone too. */
  readonly counts: { readonly added: number; readonly removed: number; readonly changed: number };
  /** The documents of the newer version with some changes undone, and those among them that are neither version's own. */
  readonly undoing: (undone: ReadonlySet<KnowledgeChange>) => HybridKnowledge;
}
export interface HybridKnowledge {
  readonly stored: readonly StoredDocument[];
  readonly mixed: ReadonlySet<KnowledgeDocument>;
}

/** Kinds that accompany a decision and have no part in it. */
const REMARKS: ReadonlySet<KnowledgeKind> = new Set(['Tension', 'Trend', 'Claim', 'Advisory']);
/** What others only refer to: having more of it changes nothing. Mixtures hold that of both versions, lest what is undone lack it. */
const REFERENCES: ReadonlySet<KnowledgeKind> = new Set(['Source', 'Bibliography', 'Attribute', 'Dimension']);

/** What says several things that have nothing to do with one another: where it is new or gone, each of them is. */
const SPLITTABLE: ReadonlySet<KnowledgeKind> = new Set(['Package', 'Evidence']);
const SPLIT_KEYS: ReadonlySet<string> = new Set(['forbid', 'weights', 'collections', 'facts']);
const withoutSplitKeys = (document: KnowledgeDocument): KnowledgeDocument =>
  Object.fromEntries(Object.entries(document).filter(([key]) => !SPLIT_KEYS.has(key))) as unknown as KnowledgeDocument;

/** What is left of a value when some changes are undone; undefined for nothing. */
type Remainder = (undone: ReadonlySet<KnowledgeChange>) => unknown;

/** Takes two versions of some knowledge apart into what differs between them. */
export function changesBetween(from: KnowledgeBase, to: KnowledgeBase): DocumentDiff {
  const all: KnowledgeChange[] = [];
  const documents = { added: 0, removed: 0, changed: 0 };
  const parts = align(from.stored, to.stored, ({ document: { kind, id } }) => `${kind} ${id}`).map(
    ({
      before,
      after,
    }): ((undone: ReadonlySet<KnowledgeChange>) => { stored: StoredDocument; mixed: boolean } | undefined) => {
      const [old, now] = [before?.item, after?.item];
      if (old !== undefined && now !== undefined) {
        // What an overlay leaves alone is the very same.
        if (old.document === now.document)
          return () => (REMARKS.has(now.document.kind) ? undefined : { stored: now, mixed: false });
        if (canonical(old.document) !== canonical(now.document)) documents.changed++;
        if (REMARKS.has(now.document.kind)) return () => undefined;
        const part = new DocumentComparison(old, now, all).document();
        return (undone) => {
          const document = part(undone) as KnowledgeDocument | undefined;
          if (document === undefined) return undefined;
          if (document === now.document) return { stored: now, mixed: false };
          return { stored: { ...now, document }, mixed: document !== old.document };
        };
      }
      const stored = old ?? now;
      if (stored === undefined) return () => undefined;
      documents[old === undefined ? 'added' : 'removed']++;
      const { kind, id } = stored.document;
      if (REMARKS.has(kind)) return () => undefined;
      if (REFERENCES.has(kind)) return () => ({ stored, mixed: false });
      if (SPLITTABLE.has(kind)) {
        const bare = { ...stored, document: withoutSplitKeys(stored.document) };
        const part = (
          old === undefined ? new DocumentComparison(bare, stored, all) : new DocumentComparison(stored, bare, all)
        ).document();
        return (undone) => {
          const document = part(undone) as KnowledgeDocument;
          const empty = document.kind === 'Evidence' && !('facts' in document);
          return empty ? undefined : { stored: { ...stored, document }, mixed: true };
        };
      }
      const version: Version = { value: stored.document, stored, path: [] };
      const change: KnowledgeChange = {
        kind,
        id,
        at: [],
        ...(old === undefined ? { after: version } : { before: version }),
      };
      all.push(change);
      return (undone) => (undone.has(change) === (old === undefined) ? undefined : { stored, mixed: false });
    },
  );
  return {
    changes: all,
    counts: documents,
    undoing(undone) {
      const taken = parts.flatMap((part) => part(undone) ?? []);
      return {
        stored: taken.map(({ stored }) => stored),
        mixed: new Set(taken.flatMap(({ stored, mixed }) => (mixed ? [stored.document] : []))),
      };
    },
  };
}

/** Takes two versions of one document apart. */
class DocumentComparison {
  constructor(
    private readonly from: StoredDocument,
    private readonly to: StoredDocument,
    private readonly all: KnowledgeChange[],
  ) {}

  document(): Remainder {
    const [before, after] = [this.from.document, this.to.document];
    if (relevantContent(before) === relevantContent(after)) return () => after;
    // A table has nothing in common with a tree.
    if (before.kind === 'Decision' && after.kind === 'Decision' && formOf(before) !== formOf(after))
      return this.leaf([], { value: before, path: [] }, { value: after, path: [] });
    return this.entries(before, after, [], (key, old, now) => this.value(key, old, now));
  }

  /** Below the top of a document: tables by their rules, trees by their nodes, lists and mappings by what they hold. */
  private value(key: string, before: unknown, after: unknown): Remainder {
    if (this.to.document.kind === 'Decision' && key === 'table')
      return this.entries(before as object, after as object, [key], (inner, old, now) =>
        inner === 'rules'
          ? this.list(old, now, [key, inner], RULE_MATCHES, (rule) =>
              withoutPositionalId(rule as Rule, this.to.document.id),
            )
          : this.leaf([key, inner], { value: old, path: [key, inner] }, { value: now, path: [key, inner] }),
      );
    if (this.to.document.kind === 'Decision' && key === 'tree')
      return this.node(before as TreeNode, after as TreeNode, [key], [key]);
    if (Array.isArray(before) && Array.isArray(after))
      return this.list(before, after, [key], ENTRY_MATCHES, (one) => one);
    if (isMapping(before) && isMapping(after))
      return this.entries(before, after, [key], (inner, old, now) =>
        this.leaf([key, inner], { value: old, path: [key, inner] }, { value: now, path: [key, inner] }),
      );
    return this.leaf([key], { value: before, path: [key] }, { value: after, path: [key] });
  }

  private entries(
    before: object,
    after: object,
    at: readonly string[],
    inner: (key: string, before: unknown, after: unknown) => Remainder,
  ): Remainder {
    const [old, now] = [before, after] as Readonly<Record<string, unknown>>[];
    const parts = [...new Set([...Object.keys(after), ...Object.keys(before)])].map((key): [string, Remainder] => {
      const [was, is] = [old?.[key], now?.[key]];
      const path = [...at, key];
      if (was === undefined || is === undefined) {
        // A list or a mapping that only one of them has, is compared with an empty one.
        const held = was ?? is;
        const empty = Array.isArray(held) ? [] : isMapping(held) && at.length === 0 ? {} : undefined;
        if (empty !== undefined) return [key, unlessEmpty(inner(key, was ?? empty, is ?? empty))];
        return [
          key,
          this.leaf(path, was === undefined ? was : { value: was, path }, is === undefined ? is : { value: is, path }),
        ];
      }
      return [key, relevantContent(was) === relevantContent(is) ? () => is : inner(key, was, is)];
    });
    return (undone) =>
      Object.fromEntries(
        parts.flatMap(([key, part]) => {
          const value = part(undone);
          return value === undefined ? [] : [[key, value]];
        }),
      );
  }

  private list(
    before: unknown,
    after: unknown,
    at: readonly string[],
    alike: Parameters<typeof align<unknown>>[3],
    plain: (item: unknown) => unknown,
  ): Remainder {
    const parts = align((before as unknown[]).map(plain), (after as unknown[]).map(plain), relevantContent, alike).map(
      ({ before: old, after: now }) =>
        this.leaf(
          at,
          old && { value: old.item, path: [...at, old.index] },
          now && { value: now.item, path: [...at, now.index] },
        ),
    );
    return (undone) => parts.flatMap((part) => part(undone) ?? []);
  }

  /** A node by what it says itself and by its branches. */
  private node(before: TreeNode, after: TreeNode, from: Path, to: Path): Remainder {
    const [{ branches: old = [], ...was }, { branches: now = [], ...is }] = [before, after];
    const own = this.leaf(['tree'], { value: was, path: from }, { value: is, path: to });
    const parts = align(old, now, relevantContent, RULE_MATCHES as Parameters<typeof align<TreeNode>>[3]).map(
      (pair): Remainder => {
        const [one, two] = [pair.before, pair.after];
        const [first, second] = [from, to].map((path, n) => [...path, 'branches', (n === 0 ? one : two)?.index ?? 0]);
        return one !== undefined && two !== undefined
          ? this.node(one.item, two.item, first ?? from, second ?? to)
          : this.leaf(
              ['tree'],
              one && { value: one.item, path: first ?? from },
              two && { value: two.item, path: second ?? to },
            );
      },
    );
    return (undone) => {
      const branches = parts.flatMap((part) => part(undone) ?? []);
      return { ...(own(undone) as object), ...(branches.length > 0 && { branches }) };
    };
  }

  /** What is taken or left as a whole. */
  private leaf(
    at: readonly string[],
    before: Pick<Version, 'value' | 'path'> | undefined,
    after: Pick<Version, 'value' | 'path'> | undefined,
  ): Remainder {
    const present = after?.value;
    const held = present ?? before?.value;
    if (REFERENCES.has(this.to.document.kind) && at.length > 1 && (before === undefined || after === undefined))
      return () => held;
    if (relevantContent(before?.value) === relevantContent(present)) return () => present;
    const { kind, id } = this.to.document;
    const change: KnowledgeChange = {
      kind,
      id,
      at,
      ...(before && { before: { ...before, stored: this.from } }),
      ...(after && { after: { ...after, stored: this.to } }),
    };
    this.all.push(change);
    return (undone) => (undone.has(change) ? before?.value : present);
  }
}

/** Nothing, in place of an empty list or mapping. */
const unlessEmpty =
  (part: Remainder): Remainder =>
  (undone) => {
    const value = part(undone);
    return Object.keys(value as object).length === 0 ? undefined : value;
  };

const formOf = ({ table, tree }: Decision): string =>
  table !== undefined ? 'table' : tree !== undefined ? 'tree' : 'vote';

const isMapping = (value: unknown): value is object => isPlain(value) && !isText(value);

/** Whether a value is a text in every language. Texts decide nothing. */
const isText = (value: unknown): boolean =>
  isPlain(value) &&
  LANGS.every((lang) => typeof value[lang] === 'string') &&
  Object.keys(value).length === LANGS.length;

/** What of a value can be relevant to a decision, as comparable text: all but its wording. */
function relevantContent(value: unknown): string {
  const bare = (part: unknown): unknown =>
    Array.isArray(part)
      ? part.map(bare)
      : isPlain(part)
        ? Object.fromEntries(Object.entries(part).flatMap(([key, one]) => (isText(one) ? [] : [[key, bare(one)]])))
        : part;
  return isText(value) ? '' : canonical(bare(value ?? null));
}

/** A rule without the name that it has by its place alone, which an overlay gives those that it adds its own to. */
function withoutPositionalId(rule: Rule, decision: string): Rule {
  if (rule.package !== undefined || rule.id?.replace(/#\d+$/, '') !== decision || rule.id === decision) return rule;
  return Object.fromEntries(Object.entries(rule).filter(([key]) => key !== 'id'));
}

const matchKey =
  (...keys: readonly string[]) =>
  (item: unknown): string | undefined => {
    if (!isPlain(item)) return undefined;
    const found = keys.map((key) => item[key]);
    return found.every((one) => one === undefined) ? undefined : canonical(found);
  };
/** Rules are the same rule by name, by clause and what they ask or answer, by clause alone; else by what they ask or what they answer. */
const RULE_MATCHES = [
  matchKey('id'),
  matchKey('source', 'when'),
  matchKey('source', 'then', 'ask'),
  matchKey('when'),
  matchKey('then', 'ask'),
  matchKey('source'),
];
/** Facts are the same fact by attribute and source; other entries by their names. */
const ENTRY_MATCHES = [
  matchKey('id'),
  matchKey('attribute', 'source', 'when'),
  matchKey('attribute', 'source'),
  matchKey('attribute'),
];
