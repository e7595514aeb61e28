import { spanOfText, type Diagnostics, type Span } from '../../language/diagnostics/diagnostic.js';
import { candidateOf, exactMatch, nearest } from '../../language/diagnostics/nearest.js';
import type { Path } from '../../language/read/yaml.js';
import type { Factor } from '../../language/schema/knowledge/factor.js';
import type { Collection } from '../../language/schema/knowledge/package.js';
import { quote } from '../../language/text/text.js';
import type { Vocabulary } from '../../language/values/statement.js';

/** What the flags of the command line say of a workload. */
export interface WorkloadFlags {
  readonly scenario?: string;
  readonly set: readonly string[];
  readonly data: readonly string[];
}

/** What a flag states. */
export interface FlagStatement {
  readonly path: Path;
  readonly value: unknown;
  readonly span: Span;
  /** Where it is named, if it is. */
  readonly named?: Span;
  /** Of a new item: what is stated of it, with paths below the item's. */
  readonly parts?: readonly FlagStatement[];
  /** The item that it is about, where that is listed elsewhere; the path is then that of a factor in the collection. */
  readonly item?: string;
}

/** The names of the items that are listed in a collection. */
type ItemNames = (collection: Collection) => readonly string[];

/** Whether any flag states something. */
export const statesSomething = ({ scenario, set, data }: WorkloadFlags): boolean =>
  scenario !== undefined || set.length > 0 || data.length > 0;

const SECTIONS = ['requirements', 'environment', 'constraints', 'preferences', 'metadata'];

/** Reads `--scenario` and each `--set`, with what is wrong with them reported. */
export function readStatements(
  { scenario, set }: WorkloadFlags,
  namesOf: ItemNames,
  vocabulary: Vocabulary,
  report: Diagnostics,
): FlagStatement[] {
  const statements: FlagStatement[] = [];
  if (scenario !== undefined)
    statements.push({
      path: ['requirements', 'scenario'],
      value: scenario,
      span: spanOfText('--scenario', scenario),
    });
  for (const text of set) {
    const statement = readStatement(text, namesOf, vocabulary, report);
    if (statement === undefined) continue;
    const { path, item, named } = statement;
    const twice = statements.find((other) => String(other.path) === String(path) && other.item === item);
    if (twice !== undefined) report.add('flag-twice', { factor: named === undefined ? text : textAt(named) }, named);
    statements.push(statement);
  }
  return statements;
}

/** Reads the value of one `--set`; undefined, with the reason reported, where it states nothing. */
function readStatement(
  text: string,
  namesOf: ItemNames,
  vocabulary: Vocabulary,
  report: Diagnostics,
): FlagStatement | undefined {
  const equals = text.indexOf('=');
  const flag = spanOfText('--set', text);
  const [named, span] = [trimmed({ ...flag, end: Math.max(equals, 0) }), trimmed({ ...flag, start: equals + 1 })];
  const [name, written] = [textAt(named), textAt(span)];
  if (name === '' || written === '') {
    report.add('flag-malformed', { flag: '--set', value: text, example: '`--set security=high`' }, flag);
    return undefined;
  }
  const key = itemKeyOf(name, namesOf, vocabulary);
  if (key === undefined) {
    const path = pathOf(name, vocabulary);
    const list = path[0] === 'constraints' ? written.split(',').map((part) => part.trim()) : undefined;
    const weight = path[0] === 'preferences' && !Number.isNaN(Number(written)) ? Number(written) : written;
    return { path, value: list ?? weight, span, named };
  }
  const { collection, factor, item, isExact } = key;
  const known = namesOf(collection);
  const flagFor = (name: string): string => {
    const stated = `${factor}=${valueMeant(written, vocabulary.factors.get(factor), vocabulary)}`;
    return `\`--set ${quote(`${collection.id}/${name}/${stated}`)}\``;
  };
  if (item === undefined || known.length === 0) {
    const example = `\`--data ${collection.key.toUpperCase()},${factor}=${written}\``;
    const examples = known.length === 0 ? [example] : known.map(flagFor);
    report.add('flag-of-item', { factor, collection: collection.id, examples }, named);
  } else if (!isExact) report.add('flag-malformed', { flag: '--set', value: text, example: flagFor(item) }, named);
  else if (known.includes(item))
    return { path: ['requirements', collection.id, factor], item, value: written, span, named };
  else {
    const meant = nearest(item, known.map((id) => ({ id }))); // prettier-ignore
    const suggestion = meant === undefined ? undefined : `${collection.id}/${meant}/${factor}`;
    report.add('item-unknown', { item, collection: collection.id, expected: known }, named, suggestion);
  }
  return undefined;
}

/** A factor of an item, as a flag names it. */
interface ItemKey {
  readonly collection: Collection;
  readonly factor: string;
  /** Undefined where the flag names none. */
  readonly item: string | undefined;
  /** Whether it is written as it must be: `data/ledger/iops`. */
  readonly isExact: boolean;
}

/** What a name is the key of, if it is one of an item, even in another form such as `ledger.iops`; undefined for any other name. */
function itemKeyOf(name: string, namesOf: ItemNames, { factors, collections }: Vocabulary): ItemKey | undefined {
  const [first = '', ...rest] = name.split('/');
  const exact = collections.get(first);
  if (exact !== undefined && rest.length > 1)
    return { collection: exact, factor: rest.at(-1) ?? '', item: rest.slice(0, -1).join('/'), isExact: true };
  const parts = name.split(/[./:[\]]+/).filter((part) => part !== '');
  const factor = factors.get(parts.pop() ?? '');
  const collection = factor?.askedOf.map((section) => collections.get(section)).find((one) => one !== undefined);
  if (factor === undefined || collection === undefined) return undefined;
  if (parts.length > 1 && parts[0] === 'requirements') parts.shift();
  const isBelow = parts[0] === collection.id;
  if (isBelow) parts.shift();
  const [item, ...more] = parts;
  const isOfItem = isBelow || factor.askedOf.every((section) => collections.has(section));
  if (item === undefined && more.length === 0 && isOfItem)
    return { collection, factor: factor.id, item, isExact: false };
  const isKnown = item !== undefined && more.length === 0 && (isBelow || namesOf(collection).includes(item));
  return isKnown ? { collection, factor: factor.id, item, isExact: false } : undefined;
}

/** What is written for a factor, or the value that it certainly leads to. */
function valueMeant(written: string, factor: Factor | undefined, vocabulary: Vocabulary): string {
  return (factor && exactMatch(written, vocabulary.values(factor))) ?? written;
}

/** `kvm` is found where the knowledge asks for it; a name with dots or slashes is a path. */
function pathOf(name: string, vocabulary: Vocabulary): Path {
  const [section = '', ...rest] = name.split('/');
  if (rest.length === 1 && SECTIONS.includes(section)) return [section, ...rest];
  const steps = name.split('.');
  if (steps.length > 1 && SECTIONS.includes(steps[0] ?? '')) return steps;
  const known = [...vocabulary.factors.values()].map(candidateOf);
  const factor = vocabulary.factors.get(name) ?? vocabulary.factors.get(nearest(name, known) ?? '');
  const environment =
    factor !== undefined && !factor.askedOf.includes('requirements') && factor.askedOf.includes('environment');
  return [environment ? 'environment' : 'requirements', name];
}

/** A comma, unless it is between digits: that is one of a figure. */
const BETWEEN_PARTS = /(?<!\d),|,(?!\d)/;

/** Reads each `--data`, such as `oltp,iops=300k`: the key of a new item first, and then what is stated of it. */
export function readItems(data: readonly string[], vocabulary: Vocabulary, report: Diagnostics): FlagStatement[] {
  const needs = vocabulary.collections.get('data');
  return needs === undefined ? [] : data.flatMap((text) => readItem(needs.id, needs.key, text, report));
}

function readItem(collection: string, key: string, text: string, report: Diagnostics): FlagStatement[] {
  const flag = spanOfText('--data', text);
  const parts: FlagStatement[] = [];
  let start = 0;
  for (const part of text.split(BETWEEN_PARTS)) {
    const equals = part.indexOf('=');
    const inside = (from: number, to: number): Span => trimmed({ ...flag, start: start + from, end: start + to });
    const span = inside(equals + 1, part.length);
    const named = equals === -1 ? undefined : inside(0, equals);
    const [name, value] = [named === undefined ? key : textAt(named), textAt(span)];
    if (name === '' || value === '' || (named === undefined && parts.length > 0)) {
      const example = '`--data oltp,iops=300k`';
      report.add('flag-malformed', { flag: '--data', value: part.trim(), example }, flag);
      return [];
    }
    const twice = parts.some(({ path }) => path[0] === name);
    if (twice) report.add('flag-twice', { factor: name }, named ?? span);
    parts.push({ path: [name], value, span, ...(named && { named }) });
    start += part.length + 1;
  }
  const item = Object.fromEntries(parts.map(({ path, value }) => [String(path[0]), value]));
  return [{ path: ['requirements', collection], value: item, span: flag, parts }];
}

/**
 * Reports a flag such as `--set security high`: the command line takes what follows the name as a file. The value is then not read as one.
 *
 * @returns whether the file is no file but such a value
 */
export function reportLooseValue(
  file: string,
  { set }: WorkloadFlags,
  vocabulary: Vocabulary,
  report: Diagnostics,
): boolean {
  const name = set.find((text) => !text.includes('=') && vocabulary.factors.has(text.trim()));
  if (name === undefined) return false;
  const example = `\`--set ${name.trim()}=${file}\``;
  report.add('flag-malformed', { flag: '--set', value: name, example }, spanOfText('--set', name));
  return true;
}

const textAt = ({ source, start, end }: Span): string => source.text.slice(start, end);

/** Without the blanks on both sides. */
function trimmed(span: Span): Span {
  const text = textAt(span);
  return {
    ...span,
    start: span.start + text.length - text.trimStart().length,
    end: span.end - text.length + text.trimEnd().length,
  };
}
