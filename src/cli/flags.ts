import type { Diagnostics, SourceText, Span } from '../language/diagnostics/diagnostic.js';
import { candidateOf, nearest } from '../language/diagnostics/nearest.js';
import type { Collection } from '../language/schema/knowledge/package.js';
import type { Vocabulary } from '../language/values/statement.js';
import type { LocatedValue, Path } from '../language/read/yaml.js';
import { API_VERSION } from '../language/format.js';

/** What the flags of the command line say of a workload. */
export interface WorkloadFlags {
  readonly scenario?: string;
  readonly set: readonly string[];
  readonly data: readonly string[];
}

interface Statement {
  readonly path: Path;
  readonly value: unknown;
  readonly span: Span;
  /** Where it is named, if it is. */
  readonly named?: Span;
  /** Of an item: what is stated of it, with paths below the item's. */
  readonly parts?: readonly Statement[];
}

/** Whether any flag states something. */
export const statesSomething = ({ scenario, set, data }: WorkloadFlags): boolean =>
  scenario !== undefined || set.length > 0 || data.length > 0;

/** A workload that only flags state; it has no file behind it. */
export const EMPTY: LocatedValue = {
  value: { apiVersion: API_VERSION, kind: 'Workload' },
  locate: () => ({ source: { name: 'flags', text: '' }, start: 0, end: 0 }),
};

/** Lays what the flags state over a document; errors in a flag then point into the flag. */
export function withFlags(
  document: LocatedValue,
  flags: WorkloadFlags,
  vocabulary: Vocabulary,
  report: Diagnostics,
): LocatedValue {
  const statements = read(flags, vocabulary, report);
  const value = structuredClone(document.value);
  if (typeof value !== 'object' || value === null || statements.length === 0) return document;
  const data: Statement[] = [];
  for (const statement of statements) {
    const { path } = statement;
    if (path.length === 2 && vocabulary.collections.has(String(path[1]))) data.push(statement);
    else put(value as Record<string, unknown>, path, statement.value);
  }
  const items = data.map((statement) => append(value as Record<string, unknown>, statement));
  const placed = [...statements.filter((s) => !data.includes(s)), ...items.flat()];
  return {
    value,
    locate: (path, part) => {
      const related = (s: Statement): boolean =>
        path.slice(0, s.path.length).every((step, n) => String(step) === String(s.path[n]));
      const exact = placed.find((s) => s.path.length === path.length && related(s));
      if (part === 'key' && exact?.named !== undefined) return exact.named;
      // A part of what a flag states, or a whole that a flag states a part of.
      return (exact ?? placed.find((s) => path.length > 1 && related(s)))?.span ?? document.locate(path, part);
    },
  };
}

function put(value: Record<string, unknown>, path: Path, leaf: unknown): void {
  let at = value;
  for (const step of path.slice(0, -1)) {
    const next = at[String(step)];
    at = (typeof next === 'object' && next !== null ? next : (at[String(step)] = {})) as Record<string, unknown>;
  }
  at[String(path.at(-1))] = leaf;
}

/** Adds an item to a collection of the document; gives the places of the item and of its parts. */
function append(value: Record<string, unknown>, { path, value: item, span, parts = [] }: Statement): Statement[] {
  const [section = '', collection = ''] = path.map(String);
  const given = (value[section] ??= {}) as Record<string, unknown>;
  const before = given[collection];
  const list: unknown[] = Array.isArray(before) ? (before as unknown[]) : before == null ? [] : [before];
  given[collection] = [...list, item];
  const here = [section, collection, list.length];
  return [...parts.map((part) => ({ ...part, path: [...here, ...part.path] })), { path: here, value: item, span }];
}

function read({ scenario, set, data }: WorkloadFlags, vocabulary: Vocabulary, report: Diagnostics): Statement[] {
  const statements: Statement[] = [];
  if (scenario !== undefined) {
    statements.push({ path: ['requirements', 'scenario'], value: scenario, span: whole('--scenario', scenario) });
  }
  for (const text of set) {
    const equals = text.indexOf('=');
    const flag = whole('--set', text);
    const [named, span] = [trimmed({ ...flag, end: Math.max(equals, 0) }), trimmed({ ...flag, start: equals + 1 })];
    const [name, value] = [textAt(named), textAt(span)];
    if (name === '' || value === '') {
      report.add('flag-malformed', { flag: '--set', value: text, example: '`--set security=high`' }, flag);
      continue;
    }
    const path = pathOf(name, vocabulary);
    const item = ofItemOnly(name, vocabulary);
    if (item !== undefined) {
      const example = `\`--data ${item.key.toUpperCase()},${name}=${value}\``;
      report.add('flag-of-item', { factor: name, collection: item.id, example }, named);
      continue;
    }
    const twice = statements.find((other) => String(other.path) === String(path));
    if (twice !== undefined) report.add('flag-twice', { factor: name }, named);
    const list = path[0] === 'constraints' ? value.split(',').map((part) => part.trim()) : undefined;
    const weight = path[0] === 'preferences' && !Number.isNaN(Number(value)) ? Number(value) : value;
    statements.push({ path, value: list ?? weight, span, named });
  }
  const needs = vocabulary.collections.get('data');
  if (needs !== undefined) for (const text of data) statements.push(...readItem(needs.id, needs.key, text, report));
  return statements;
}

/** A comma, unless it is between digits: that is one of a figure. */
const BETWEEN_PARTS = /(?<!\d),|,(?!\d)/;

/** Reads `oltp,iops=300k`: the key of the item first, and then what is stated of it. */
function readItem(collection: string, key: string, text: string, report: Diagnostics): Statement[] {
  const flag = whole('--data', text);
  const parts: Statement[] = [];
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

function whole(flag: string, text: string): Span {
  const source: SourceText = { name: flag, text };
  return { source, start: 0, end: text.length };
}

/** The collection whose items state a factor that no section does. */
function ofItemOnly(name: string, { factors, collections }: Vocabulary): Collection | undefined {
  const { askedOf = [] } = factors.get(name) ?? {};
  return askedOf.some((section) => !collections.has(section)) ? undefined : collections.get(askedOf[0] ?? '');
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
  report.add('flag-malformed', { flag: '--set', value: name, example }, whole('--set', name));
  return true;
}

const SECTIONS = ['requirements', 'environment', 'constraints', 'preferences', 'metadata'];

/** `kvm` is found where the knowledge asks for it; a name with dots is a path. */
function pathOf(name: string, vocabulary: Vocabulary): Path {
  const steps = name.split('.');
  if (steps.length > 1 && SECTIONS.includes(steps[0] ?? '')) return steps;
  const known = [...vocabulary.factors.values()].map(candidateOf);
  const factor = vocabulary.factors.get(name) ?? vocabulary.factors.get(nearest(name, known) ?? '');
  const environment =
    factor !== undefined && !factor.askedOf.includes('requirements') && factor.askedOf.includes('environment');
  return [environment ? 'environment' : 'requirements', name];
}
