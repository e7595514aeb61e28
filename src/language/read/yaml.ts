import {
  Alias,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseAllDocuments,
  visit,
  type Document,
  type Node,
  type YAMLMap,
} from 'yaml';
import { jsonDocuments } from './json.js';
import { reportCutFigure, reportSyntax } from './yaml-syntax.js';
import { position, type Diagnostics, type SourceText, type Span } from '../diagnostics/diagnostic.js';

/** A path into a document: keys and indexes. */
export type Path = readonly (string | number)[];

/** A document as plain data, and where each part of it is written. */
export interface LocatedValue {
  readonly value: unknown;
  /** The span of the value at a path, or of its key; of the nearest part that exists, when the path goes nowhere. */
  readonly locate: (path: Path, part?: 'key' | 'value') => Span;
}

/** The largest text that is read as workloads: far above any real one, and still parsed well within a second. */
export const MAX_BYTES = 1_048_576;
/** The largest text that is read as knowledge, which may hold tables of many thousand rules. */
export const MAX_KNOWLEDGE_BYTES = 64 * 1_048_576;
const MAX_ALIASES = 1_000;

/**
 * Reads YAML or JSON text (JSON is YAML) with any number of documents. What is wrong goes to `report`, and the document in question is
 * left out; the others are given. A text of more than `most` bytes is refused.
 */
export function readDocuments(source: SourceText, report: Diagnostics, most = MAX_BYTES): LocatedValue[] {
  const whole: Span = { source, start: 0, end: 0 };
  // In UTF-16 units, which never outnumber the bytes.
  if (source.text.length > most) {
    report.add(
      'file-too-large',
      { name: source.name, size: mebibytes(source.text.length), limit: mebibytes(most) },
      whole,
    );
    return [];
  }
  if (source.text.includes('\0')) {
    report.add('file-not-text', { name: source.name }, whole);
    return [];
  }
  const plain = jsonDocuments(source.text);
  if (plain !== undefined) {
    // Where things are written is looked for when something is to be said of them.
    let places: readonly Document.Parsed[] | undefined;
    return plain.map((value, n) => ({
      value,
      locate: (path, part = 'value') => locate((places ??= parse(source.text))[n], source, path, part),
    }));
  }
  try {
    return parse(source.text).flatMap((document) => readDocument(document, source, report) ?? []);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    report.add('yaml-depth', {}, whole);
    return [];
  }
}

function parse(text: string): readonly Document.Parsed[] {
  // Duplicate keys are looked for below: the parser's own check takes quadratic time.
  const parsed = parseAllDocuments(text, { merge: true, uniqueKeys: false, prettyErrors: false });
  return Array.isArray(parsed) ? parsed : [];
}

const mebibytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(1).replace(/\.0$/, '')} MiB`;

function readDocument(document: Document.Parsed, source: SourceText, report: Diagnostics): LocatedValue | undefined {
  const before = report.all.length;
  reportSyntax(document.errors, source, report);
  if (report.all.length > before) return undefined;
  if (document.contents === null) return undefined;
  try {
    checkNodes(document, source, report);
    if (report.all.length > before) return undefined;
    const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
    if (value === null || value === undefined) return undefined;
    return { value, locate: (path, part = 'value') => locate(document, source, path, part) };
  } catch (error) {
    // `toJS` refuses aliases that multiply with a ReferenceError.
    const span = spanOf(document.contents, source);
    if (error instanceof ReferenceError) report.add('yaml-aliases', {}, span);
    else if (error instanceof RangeError) report.add('yaml-depth', {}, span);
    // Such as a merge key whose value is no mapping.
    else {
      const detail = error instanceof Error ? error.message : String(error);
      report.add('yaml-syntax', { problem: 'merge', detail }, span);
    }
    return undefined;
  }
}

/** Looks for keys written twice, keys that are no words, and aliases of what they are part of. */
function checkNodes(document: Document.Parsed, source: SourceText, report: Diagnostics): void {
  visit(document, {
    Map(_, map) {
      // What is cut off is no key, so that the keys say nothing new.
      if (reportCutFigure(map, source, report)) return;
      const seen = new Map<string, number>();
      for (const { key } of map.items) {
        // An alias that leads nowhere is reported as such.
        const named = isAlias(key) ? key.resolve(document) : key;
        if (named === undefined) continue;
        if (!isScalar(named)) {
          report.add('key-not-text', {}, spanOf(key as Node, source));
          continue;
        }
        const word = wordOf(named.value);
        const span = spanOf(key as Node, source);
        const first = seen.get(word);
        if (first === undefined) seen.set(word, span.start);
        else if (word !== '<<')
          report.add('duplicate-key', { key: word, first: position(source.text, first).line }, span);
      }
    },
    Scalar(_, scalar) {
      // `>3` begins a text of several lines for YAML.
      const header = scalar.type === 'BLOCK_FOLDED' && scalar.value === '' ? lineFrom(source.text, scalar) : '';
      if (/^>\s*\d/.test(header))
        report.add('yaml-needs-quotes', { text: header, because: 'start', sign: '>' }, spanOf(scalar, source));
    },
    Alias(_, alias, ancestors) {
      const target = alias.resolve(document);
      if (target === undefined) report.add('unknown-alias', { alias: alias.source }, spanOf(alias, source));
      else if (ancestors.includes(target)) {
        report.add('yaml-circular', { alias: alias.source }, spanOf(alias, source));
      }
    },
  });
}

/** The rest of the line in which a node begins. */
const lineFrom = (text: string, { range }: Node): string => (text.slice(range?.[0] ?? 0).split('\n')[0] ?? '').trim();

function locate(document: Document.Parsed | undefined, source: SourceText, path: Path, part: 'key' | 'value'): Span {
  if (document === undefined) return { source, start: 0, end: 0 };
  let node: Node | undefined = document.contents ?? undefined;
  let key: Node | undefined;
  for (const step of path) {
    const found: { key?: Node; value?: Node } | undefined = child(follow(node, document), step, document);
    if (found === undefined) break;
    key = found.key ?? found.value;
    node = found.value ?? found.key;
  }
  return spanOf((part === 'key' ? key : undefined) ?? node, source);
}

function child(
  node: Node | undefined,
  step: string | number,
  document: Document,
): { key?: Node; value?: Node } | undefined {
  if (isSeq(node)) {
    const value = node.items[Number(step)] as Node | undefined;
    return value === undefined ? undefined : { value };
  }
  if (!isMap(node)) return undefined;
  const pairs = pairsOf(node);
  const own = pairs.get(String(step));
  if (own !== undefined) return own;
  const merged = follow(pairs.get('<<')?.value, document);
  for (const from of isSeq(merged) ? (merged.items as Node[]) : merged === undefined ? [] : [merged]) {
    const found = child(follow(from, document), step, document);
    if (found !== undefined) return found;
  }
  return undefined;
}

const indexed = new WeakMap<YAMLMap, Map<string, { key: Node; value?: Node }>>();

/** The pairs of a mapping by key; indexed once, as many may be asked for. */
function pairsOf(map: YAMLMap): ReadonlyMap<string, { key: Node; value?: Node }> {
  let pairs = indexed.get(map);
  if (pairs === undefined) {
    pairs = new Map();
    for (const { key, value } of map.items)
      if (isScalar(key)) pairs.set(wordOf(key.value), pairOf(key, value as Node | null));
    indexed.set(map, pairs);
  }
  return pairs;
}

/** The merge key is a symbol to the parser. */
const wordOf = (key: unknown): string => (typeof key === 'symbol' ? '<<' : String(key));

const pairOf = (key: Node, value: Node | null): { key: Node; value?: Node } =>
  value === null ? { key } : { key, value };

function follow(node: Node | undefined, document: Document): Node | undefined {
  return node instanceof Alias ? node.resolve(document) : node;
}

function spanOf(node: Node | null | undefined, source: SourceText): Span {
  if (node === null || node === undefined || isPair(node)) return { source, start: 0, end: 0 };
  const [start, end] = node.range ?? [0, 0];
  // A block value is marked by its first line only.
  const newline = source.text.slice(start, end).indexOf('\n');
  return { source, start, end: newline === -1 ? end : start + Math.max(newline, 1) };
}
