import type { Diagnostics, Span } from '../diagnostics/diagnostic.js';
import type { NameLead } from '../diagnostics/diagnostic-codes.js';
import { getOrInsert } from '../get-or-insert.js';
import { candidateOf, exactMatch, nearest, suggestionFor, type NameCandidate } from '../diagnostics/nearest.js';
import { API_VERSION } from '../format.js';
import type { Factor } from '../schema/knowledge/factor.js';
import type { Collection } from '../schema/knowledge/package.js';
import type { Item, ReadWorkload, Statement, Vocabulary } from '../values/statement.js';
import { reportJoined } from '../values/names.js';
import { readStated, type FactorValue } from '../values/value.js';
import { figureExamples } from '../values/figure.js';
import { readConstraints, readPreferences } from './constraints.js';
import { asInSchema } from './in-schema.js';
import { DocumentReader, isPlain, type Mapping } from './document-reader.js';
import { itemNames, itemText } from './items.js';
import { reportMistypedBelow } from './mistyped.js';
import type { LocatedValue, Path } from './yaml.js';

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
  return new WorkloadReader(located.locate, vocabulary, report).read(located.value);
}

const SECTIONS = ['requirements', 'environment'] as const;
const FRAME = ['apiVersion', 'kind', 'metadata', ...SECTIONS, 'constraints', 'preferences'];

/** More than any workload has; what is open is looked for in each. */
const MAX_ITEMS = 200;

/** A name that leads to more than these says nothing. */
const MAX_LEADS = 3;

/** The group of the versions of all our documents. */
const OWN_GROUP = API_VERSION.replace(/[^/]*$/, '');
/** The version of a manifest: a group and a version in it, or a version alone. */
const MANIFEST_VERSION = /^([a-z0-9.-]+\/)?v\d+((alpha|beta)\d+)?$/;

class WorkloadReader extends DocumentReader {
  /** What may be stated, by the section. */
  private readonly names = new Map<string, readonly NameCandidate[]>();
  /** What is stated in words that the schema does not have, such as `yes` for true, by its path. */
  private readonly inOtherWords: [Path, unknown][] = [];

  read(value: unknown): ReadWorkload | undefined {
    const before = this.report.all.length;
    const top = this.mapping(value, []);
    if (top === undefined || this.isOtherManifest(top)) return undefined;
    this.literal(top, 'apiVersion', API_VERSION);
    this.literal(top, 'kind', 'Workload');
    this.knownParts(top);
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
    const constraints = readConstraints(top['constraints'], this);
    const weights = readPreferences(top['preferences'], this);
    if (this.report.all.length > before) return undefined;
    return {
      document: asInSchema(top, constraints, this.inOtherWords),
      statements,
      items,
      empty,
      ...constraints,
      weights,
    };
  }

  /** Reports a document that says of itself that it is of another system, instead of everything in it. */
  private isOtherManifest({ apiVersion, kind }: Mapping): boolean {
    if (typeof apiVersion !== 'string' || typeof kind !== 'string') return false;
    // Who mistypes the kind means ours.
    if (nearest(kind, [{ id: 'Workload' }]) !== undefined) return false;
    if (apiVersion.startsWith(OWN_GROUP) || !MANIFEST_VERSION.test(apiVersion)) return false;
    this.report.add('other-manifest', { kind, version: apiVersion }, this.at(['kind']));
    return true;
  }

  /** Reports the parts that a workload cannot have. */
  private knownParts(top: Mapping): void {
    for (const key of Object.keys(top)) {
      if (FRAME.includes(key)) continue;
      const factor = this.vocabulary.factors.get(key);
      const span = this.at([key], 'key');
      if (this.isMistyped(key, span)) continue;
      // Factors written next to `requirements` instead of in it are the commonest mistake.
      if (factor !== undefined) this.misplaced(key, factor.askedOf, 'Workload', span);
      else if (this.vocabulary.collections.has(key)) this.misplaced(key, ['requirements'], 'Workload', span);
      else this.unknownKey(key, FRAME, span);
    }
  }

  private misplaced(factor: string, right: readonly string[], where: string, span: Span | undefined): void {
    this.report.add('misplaced-factor', { factor, where, right: right.map((section) => `\`${section}\``) }, span);
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

  private statement(name: string, written: unknown, section: string, path: Path): Statement[] {
    const factor = this.vocabulary.factors.get(name);
    const span = this.at(path);
    if (factor?.askedOf.includes(section) !== true) {
      const key = this.at(path, 'key');
      if (this.isMistyped(name, key)) return [];
      if (factor !== undefined) this.misplaced(factor.id, factor.askedOf, `\`${section}\``, key);
      else this.unknownFactor(name, written, section, path);
      return [];
    }
    if (written === null) {
      this.empty(factor, this.at(path, 'key'));
      return [];
    }
    const read = this.value(factor, written, path);
    return read === undefined ? [] : [{ factor, section, ...read, ...(span && { span }) }];
  }

  private value(factor: Factor, written: unknown, path: Path): FactorValue | undefined {
    if (typeof written === 'string' && reportMistypedBelow(written, this.at(path), this.report)) return undefined;
    const read = readStated(factor, written, this.vocabulary, this.report, (index) =>
      this.at(index === undefined ? path : [...path, index]),
    );
    if (typeof written === 'string' && (factor.type === 'flag' || factor.type === 'set'))
      this.inOtherWords.push([path, read?.value]);
    return read;
  }

  private empty(factor: Factor, span: Span | undefined): void {
    const { id } = factor;
    const expected = factor.type === 'flag' ? ['true', 'false'] : this.vocabulary.values(factor).map((one) => one.id);
    const examples = figureExamples(factor, this.vocabulary);
    this.report.add('value-empty', { factor: id, expected, examples }, span);
  }

  private unknownFactor(name: string, written: unknown, section: string, path: Path): void {
    const known = this.namesIn(section);
    const suggestion = suggestionFor(name, known);
    const isKnown = suggestion !== undefined && suggestion.by !== 'nearness';
    const leadsTo = isKnown ? [] : this.leadsOf(name);
    this.report.add(
      'unknown-factor',
      { factor: name, where: `\`${section}\``, expected: known.map(({ id }) => id), leadsTo },
      this.at(path, 'key'),
      leadsTo.length > 0 ? undefined : suggestion,
    );
    // What is wrong with the value is said with it, where there is no doubt what it is a value of.
    const factor = isKnown ? this.vocabulary.factors.get(suggestion.name) : undefined;
    if (factor !== undefined && written !== null) this.value(factor, written, path);
  }

  /** The factors and values of other sections that a name leads to; none where they are many, as of a level such as `high`. */
  private leadsOf(name: string): NameLead[] {
    const all = [...this.vocabulary.factors.values()].flatMap((factor) => {
      const { id, askedOf: sections } = factor;
      if (exactMatch(name, [candidateOf(factor)]) !== undefined) return [{ stated: id, sections }];
      const value = exactMatch(name, this.vocabulary.values(factor));
      return value === undefined
        ? []
        : [{ stated: `${id}: ${factor.type === 'set' ? `[${value}]` : value}`, sections }];
    });
    return all.length > MAX_LEADS ? [] : all;
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
    const names = itemNames(collection, list);
    return list.flatMap((entry, index) => {
      const here = Array.isArray(written) ? [...path, index] : path;
      if (typeof entry === 'string' && this.isNoItem(collection, entry, Array.isArray(written), here)) return [];
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
      const name = names[index] ?? collection.id;
      if (typeof named === 'string' && named !== name) {
        this.report.add('item-name-twice', { name: named, collection: collection.id }, this.at([...here, 'name']));
      }
      return [{ collection: collection.id, name, statements }];
    });
  }

  /** Reports an item that is a text, but neither what its key can be nor near it. */
  private isNoItem(collection: Collection, text: string, isEntry: boolean, path: Path): boolean {
    if (this.isKeyValue(collection, text)) return false;
    const span = this.at(path);
    return reportJoined(text, isEntry, this.valuesOfKey(collection), this.report, span) || this.isMistyped(text, span);
  }

  /** Reports a collection whose items are written under their names, of which none can be stated of an item. */
  private isMappingOfNames(collection: Collection, written: Mapping, path: Path): boolean {
    const known = new Set(this.namesIn(collection.id).map(({ id }) => id));
    const [[name, item] = ['', undefined], ...more] = Object.entries(written);
    const isItem = (one: unknown): boolean => isPlain(one) || this.isKeyValue(collection, one);
    if (name === '' || known.has(name) || !isItem(item) || more.some(([key, one]) => known.has(key) || !isItem(one)))
      return false;
    if (this.isMistyped(name, this.at([...path, name], 'key'))) return true;
    const stated: Mapping = isPlain(item) ? item : { [collection.key]: item };
    const example = itemText({ name, ...stated });
    this.report.add('collection-not-a-list', { collection: collection.id, example }, this.at([...path, name], 'key'));
    return true;
  }

  private valuesOfKey({ key }: Collection): readonly NameCandidate[] {
    const factor = this.vocabulary.factors.get(key);
    return factor === undefined ? [] : this.vocabulary.values(factor);
  }

  private isKeyValue(collection: Collection, value: unknown): boolean {
    return typeof value === 'string' && this.valuesOfKey(collection).some(({ id }) => id === value);
  }
}
