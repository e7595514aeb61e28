import type { Diagnostics, Span } from '../diagnostics/diagnostic.js';
import { getOrInsert } from '../get-or-insert.js';
import { candidateOf, nearest, type NameCandidate } from '../diagnostics/nearest.js';
import { API_VERSION } from '../format.js';
import type { Factor } from '../schema/knowledge/factor.js';
import type { Collection } from '../schema/knowledge/package.js';
import type { AnyWorkload } from '../schema/workload.js';
import type { Item, ReadWorkload, Statement, Vocabulary } from '../values/statement.js';
import { show } from '../values/json-text.js';
import { readStated } from '../values/value.js';
import { figureExamples } from '../values/figure.js';
import { wrongCharacterIn, type FoundCharacter } from './characters.js';
import { unspacedPair } from './yaml-syntax.js';
import type { LocatedValue, Path } from './yaml.js';

type Given = Readonly<Record<string, unknown>>;

/**
 * Reads a workload against the names that the knowledge defines.
 *
 * @param located the document; from a plain object, `locate` may give undefined
 * @returns the workload, or undefined when anything in it is wrong; `report` then holds everything that is
 */
export function readWorkload(
  located: { readonly value: unknown; readonly locate?: LocatedValue['locate'] },
  vocabulary: Vocabulary,
  report: Diagnostics,
): ReadWorkload | undefined {
  return new Reader(located.locate, vocabulary, report).read(located.value);
}

const SECTIONS = ['requirements', 'environment'] as const;
const FRAME = ['apiVersion', 'kind', 'metadata', ...SECTIONS, 'constraints', 'preferences'];

/** More than any workload has; what is open is looked for in each. */
const MAX_ITEMS = 200;

/** The group of the versions of all our documents. */
const OWN_GROUP = API_VERSION.replace(/[^/]*$/, '');
/** The version of a manifest: a group and a version in it, or a version alone. */
const MANIFEST_VERSION = /^([a-z0-9.-]+\/)?v\d+((alpha|beta)\d+)?$/;

/** What constraints may hold. */
const CONSTRAINTS = ['forbid', 'require', 'omit'] as const;

class Reader {
  /** What may be stated, by the section. */
  private readonly names = new Map<string, readonly NameCandidate[]>();

  constructor(
    private readonly locate: LocatedValue['locate'] | undefined,
    private readonly vocabulary: Vocabulary,
    private readonly report: Diagnostics,
  ) {}

  read(value: unknown): ReadWorkload | undefined {
    const before = this.report.all.length;
    const top = this.mapping(value, []);
    if (top === undefined || this.isOtherManifest(top)) return undefined;
    this.literal(top, 'apiVersion', API_VERSION);
    this.literal(top, 'kind', 'Workload');
    this.known(top, FRAME, []);
    this.metadata(top['metadata']);
    const statements: Statement[] = [];
    const items: Item[] = [];
    const empty: string[] = [];
    for (const section of SECTIONS) {
      const given = top[section] === undefined || top[section] === null ? {} : this.mapping(top[section], [section]);
      for (const [name, written] of Object.entries(given ?? {})) {
        const collection = section === 'requirements' ? this.vocabulary.collections.get(name) : undefined;
        if (collection !== undefined && Array.isArray(written) && written.length === 0) empty.push(name);
        else if (collection !== undefined) items.push(...this.items(collection, written, [section, name]));
        else statements.push(...this.statement(name, written, section, [section, name]));
      }
    }
    const constraints = this.constraints(top['constraints']);
    const weights = this.preferences(top['preferences']);
    if (this.report.all.length > before) return undefined;
    return { document: top as unknown as AnyWorkload, statements, items, empty, ...constraints, weights };
  }

  private at(path: Path, part: 'key' | 'value' = 'value'): Span | undefined {
    return this.locate?.(path, part);
  }

  /** Reports a document that says of itself that it is of another system, instead of everything in it. */
  private isOtherManifest({ apiVersion, kind }: Given): boolean {
    if (typeof apiVersion !== 'string' || typeof kind !== 'string') return false;
    // Who mistypes the kind means ours.
    if (nearest(kind, [{ id: 'Workload' }]) !== undefined) return false;
    if (apiVersion.startsWith(OWN_GROUP) || !MANIFEST_VERSION.test(apiVersion)) return false;
    this.report.add('other-manifest', { kind, version: apiVersion }, this.at(['kind']));
    return true;
  }

  private mapping(value: unknown, path: Path): Given | undefined {
    if (isPlain(value)) return value;
    if (typeof value === 'string' && this.isMistyped(value, this.at(path))) return undefined;
    this.report.add('not-an-object', { what: path.length === 0 ? 'Workload' : `\`${path.join('.')}\`` }, this.at(path));
    return undefined;
  }

  /** Reports a text that would be a pair of a key and a value but for a character. */
  private isMistyped(text: string, span: Span | undefined): boolean {
    const wrong = wrongCharacterIn(text);
    const joined = unspacedPair(text);
    if (wrong !== undefined) this.report.add('wrong-character', { character: wrong.character }, partOf(span, wrong));
    else if (joined !== undefined) this.report.add('yaml-colon-space', joined, span);
    else return false;
    return true;
  }

  private literal(top: Given, key: string, expected: string): void {
    if (top[key] === expected) return;
    if (top[key] === undefined) this.report.add('missing-key', { key, example: expected }, this.at([]));
    else {
      const value = show(top[key]);
      this.report.add(
        'wrong-value',
        { key, value, expected: [expected] },
        this.at([key]),
        nearest(value, [{ id: expected }]),
      );
    }
  }

  private known(given: Given, expected: readonly string[], path: Path): void {
    for (const key of Object.keys(given)) {
      if (expected.includes(key)) continue;
      const factor = path.length === 0 ? this.vocabulary.factors.get(key) : undefined;
      const span = this.at([...path, key], 'key');
      if (this.isMistyped(key, span)) continue;
      // Factors written next to `requirements` instead of in it are the commonest mistake.
      if (factor !== undefined) this.misplaced(factor, 'Workload', span);
      else if (path.length === 0 && this.vocabulary.collections.has(key))
        this.report.add('misplaced-factor', { factor: key, where: 'Workload', right: ['`requirements`'] }, span);
      else
        this.report.add(
          'unknown-key',
          { key, expected },
          span,
          nearest(
            key,
            expected.map((id) => ({ id })),
          ),
        );
    }
  }

  private misplaced(factor: Factor, where: string, span: Span | undefined): void {
    this.report.add(
      'misplaced-factor',
      { factor: factor.id, where, right: factor.askedOf.map((s) => `\`${s}\``) },
      span,
    );
  }

  private metadata(value: unknown): void {
    if (value === undefined || value === null) return;
    const given = this.mapping(value, ['metadata']);
    if (given === undefined) return;
    this.known(given, ['name', 'title', 'description', 'labels'], ['metadata']);
    for (const key of ['name', 'title', 'description']) this.text(given[key], ['metadata', key]);
    if (given['labels'] === undefined || given['labels'] === null) return;
    const labels = this.mapping(given['labels'], ['metadata', 'labels']);
    for (const [key, label] of Object.entries(labels ?? {})) this.text(label, ['metadata', 'labels', key]);
  }

  private text(value: unknown, path: Path): void {
    if (value === undefined || typeof value === 'string') return;
    this.report.add('not-a-text', { key: path.join('.'), saw: show(value) }, this.at(path));
  }

  private statement(name: string, written: unknown, section: string, path: Path): Statement[] {
    const factor = this.vocabulary.factors.get(name);
    const span = this.at(path);
    if (factor?.askedOf.includes(section) !== true) {
      const key = this.at(path, 'key');
      if (this.isMistyped(name, key)) return [];
      if (factor === undefined) this.unknownFactor(name, section, key);
      else this.misplaced(factor, `\`${section}\``, key);
      return [];
    }
    if (written === null) {
      this.empty(factor, this.at(path, 'key'));
      return [];
    }
    const read = readStated(factor, written, this.vocabulary, this.report, (index) =>
      index === undefined ? span : this.at([...path, index]),
    );
    return read === undefined ? [] : [{ factor, section, ...read, ...(span && { span }) }];
  }

  private empty(factor: Factor, span: Span | undefined): void {
    const { id } = factor;
    const expected = factor.type === 'flag' ? ['true', 'false'] : this.vocabulary.values(factor).map((one) => one.id);
    const examples = figureExamples(factor, this.vocabulary);
    this.report.add('value-empty', { factor: id, expected, examples }, span);
  }

  private unknownFactor(name: string, section: string, span: Span | undefined): void {
    const known = this.namesIn(section);
    const expected = known.map(({ id }) => id);
    this.report.add('unknown-factor', { factor: name, where: `\`${section}\``, expected }, span, nearest(name, known));
  }

  /** What may be stated in a section. */
  private namesIn(section: string): readonly NameCandidate[] {
    return getOrInsert(this.names, section, () => {
      const { factors, collections } = this.vocabulary;
      const asked = [...factors.values()].filter(({ askedOf }) => askedOf.includes(section));
      const also = section === 'requirements' ? [...collections.keys()] : collections.has(section) ? ['name'] : [];
      return [...asked.map(candidateOf), ...also.map((id) => ({ id }))];
    });
  }

  private items(collection: Collection, written: unknown, path: Path): Item[] {
    const list: readonly unknown[] = Array.isArray(written) ? written : written === null ? [] : [written];
    if (list.length > MAX_ITEMS) {
      this.report.add('too-many-items', { collection: collection.id, limit: MAX_ITEMS }, this.at(path, 'key'));
      return [];
    }
    if (isPlain(written) && this.isMappingOfNames(collection, written, path)) return [];
    const names = new Map<string, number>();
    return list.flatMap((entry, index) => {
      const here = Array.isArray(written) ? [...path, index] : path;
      const given = typeof entry === 'string' ? { [collection.key]: entry } : this.mapping(entry, here);
      if (given === undefined) return [];
      const { name: named, ...rest } = given;
      this.text(named, [...here, 'name']);
      const statements = Object.entries(rest).flatMap(([factor, value]) =>
        this.statement(factor, value, collection.id, typeof entry === 'string' ? here : [...here, factor]),
      );
      if (Object.keys(rest).length === 0) {
        this.report.add('item-empty', { collection: collection.id, key: collection.key }, this.at(here));
      }
      const kind = rest[collection.key];
      const wanted = typeof named === 'string' ? named : typeof kind === 'string' ? kind : collection.id;
      const times = (names.get(wanted) ?? 0) + 1;
      names.set(wanted, times);
      if (times > 1 && typeof named === 'string') {
        this.report.add('item-name-twice', { name: named, collection: collection.id }, this.at([...here, 'name']));
      }
      return [{ collection: collection.id, name: times === 1 ? wanted : `${wanted}-${String(times)}`, statements }];
    });
  }

  /** Reports a collection whose items are written under their names, of which none can be stated of an item. */
  private isMappingOfNames(collection: Collection, written: Given, path: Path): boolean {
    const known = new Set(this.namesIn(collection.id).map(({ id }) => id));
    const [[name, item] = ['', undefined], ...more] = Object.entries(written);
    const isItem = (one: unknown): boolean => isPlain(one) || this.isKeyValue(collection, one);
    if (name === '' || known.has(name) || !isItem(item) || more.some(([key, one]) => known.has(key) || !isItem(one)))
      return false;
    const stated: Given = isPlain(item) ? item : { [collection.key]: item };
    const example = inBrackets({ name, ...stated });
    this.report.add('collection-not-a-list', { collection: collection.id, example }, this.at([...path, name], 'key'));
    return true;
  }

  private valuesOfKey({ key }: Collection): readonly string[] {
    const factor = this.vocabulary.factors.get(key);
    return factor === undefined ? [] : this.vocabulary.values(factor).map(({ id }) => id);
  }

  private isKeyValue(collection: Collection, value: unknown): boolean {
    return typeof value === 'string' && this.valuesOfKey(collection).includes(value);
  }

  private constraints(value: unknown): Pick<ReadWorkload, 'forbid' | 'require' | 'omit'> {
    const found = { forbid: new Set<string>(), require: new Set<string>(), omit: new Set<string>() };
    const given = value === undefined || value === null ? {} : (this.mapping(value, ['constraints']) ?? {});
    this.known(given, CONSTRAINTS, ['constraints']);
    for (const key of CONSTRAINTS) {
      const names = key === 'omit' ? this.vocabulary.roles : this.vocabulary.outcomes;
      const known = new Set(names.map(({ id }) => id));
      const path = ['constraints', key];
      const list: unknown = given[key] ?? [];
      const entries: readonly unknown[] = Array.isArray(list) ? list : [list];
      entries.forEach((entry, index) => {
        const name = show(entry);
        const span = this.at(Array.isArray(list) ? [...path, index] : path);
        if (known.has(name)) found[key].add(name);
        else if (key === 'omit')
          this.report.add('unknown-role', { role: name, expected: [...known] }, span, nearest(name, names));
        else this.report.add('unknown-outcome', { outcome: name }, span, nearest(name, names));
      });
    }
    return { forbid: [...found.forbid], require: [...found.require], omit: [...found.omit] };
  }

  private preferences(value: unknown): Map<string, number> {
    const weights = new Map<string, number>();
    if (value === undefined || value === null) return weights;
    const given = this.mapping(value, ['preferences']);
    if (given === undefined) return weights;
    this.known(given, ['weights'], ['preferences']);
    if (given['weights'] === undefined || given['weights'] === null) return weights;
    for (const [criterion, weight] of Object.entries(
      this.mapping(given['weights'], ['preferences', 'weights']) ?? {},
    )) {
      const path = ['preferences', 'weights', criterion];
      const { criteria } = this.vocabulary;
      if (!criteria.has(criterion)) {
        const known = [...criteria.values()];
        const expected = known.map(({ id }) => id);
        this.report.add('unknown-criterion', { criterion, expected }, this.at(path, 'key'), nearest(criterion, known));
      } else if (typeof weight === 'number' && weight >= 0 && Number.isFinite(weight)) weights.set(criterion, weight);
      else this.report.add('weight-invalid', { criterion, value: show(weight) }, this.at(path));
    }
    return weights;
  }
}

/** A mapping as it is written in one line. */
const inBrackets = (given: Given): string => {
  const pairs = Object.entries(given).map(
    ([key, value]) => `${key}: ${show(needsQuotes(value) ? JSON.stringify(value) : value)}`,
  );
  return `{${pairs.join(', ')}}`;
};

/** Whether a text would end early or begin something else within brackets. */
const needsQuotes = (value: unknown): boolean => typeof value === 'string' && /^[^\p{L}\d]|[,:#{}[\]\n]/u.test(value);

/** The part of a span in which a character is; of a text that is written with escapes, the whole. */
function partOf(span: Span | undefined, { at, length }: FoundCharacter): Span | undefined {
  if (span === undefined || span.start + at + length > span.end) return span;
  return { ...span, start: span.start + at, end: span.start + at + length };
}

/** A mapping as documents have it; a Map or a Date, say, would lose what it holds. */
export function isPlain(value: unknown): value is Given {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
