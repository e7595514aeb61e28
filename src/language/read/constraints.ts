import { suggestionFor } from '../diagnostics/nearest.js';
import { MAX_WEIGHT } from '../schema/common.js';
import { show } from '../values/json-text.js';
import { namesIn, reportJoined } from '../values/names.js';
import type { ReadWorkload } from '../values/statement.js';
import type { DocumentReader } from './document-reader.js';

/** What constraints may hold. */
const CONSTRAINTS = ['forbid', 'require', 'omit'] as const;

/** Reads the constraints of a workload: lists of names, or texts with commas between the names. */
export function readConstraints(
  value: unknown,
  reader: DocumentReader,
): Pick<ReadWorkload, (typeof CONSTRAINTS)[number]> {
  const { vocabulary, report } = reader;
  const found = { forbid: new Set<string>(), require: new Set<string>(), omit: new Set<string>() };
  const given = value === undefined || value === null ? {} : (reader.mapping(value, ['constraints']) ?? {});
  reader.known(given, CONSTRAINTS, ['constraints']);
  for (const key of CONSTRAINTS) {
    const names = key === 'omit' ? vocabulary.roles : vocabulary.outcomes;
    const known = new Set(names.map(({ id }) => id));
    const path = ['constraints', key];
    const list: unknown = given[key] ?? [];
    const entries: readonly unknown[] = Array.isArray(list) ? list : typeof list === 'string' ? namesIn(list) : [list];
    entries.forEach((entry, index) => {
      const name = show(entry);
      const span = reader.at(Array.isArray(list) ? [...path, index] : path);
      if (known.has(name)) found[key].add(name);
      else if (typeof entry === 'string' && reportJoined(entry, Array.isArray(list), names, report, span)) return;
      else if (key === 'omit')
        report.add('unknown-role', { role: name, expected: [...known] }, span, suggestionFor(name, names));
      else report.add('unknown-outcome', { outcome: name }, span, suggestionFor(name, names));
    });
  }
  return { forbid: [...found.forbid], require: [...found.require], omit: [...found.omit] };
}

/** Reads the preferences of a workload: what each criterion weighs. */
export function readPreferences(value: unknown, reader: DocumentReader): Map<string, number> {
  const { vocabulary, report } = reader;
  const weights = new Map<string, number>();
  if (value === undefined || value === null) return weights;
  const given = reader.mapping(value, ['preferences']);
  if (given === undefined) return weights;
  reader.known(given, ['weights'], ['preferences']);
  if (given['weights'] === undefined || given['weights'] === null) return weights;
  for (const [criterion, weight] of Object.entries(
    reader.mapping(given['weights'], ['preferences', 'weights']) ?? {},
  )) {
    const path = ['preferences', 'weights', criterion];
    if (!vocabulary.criteria.has(criterion)) {
      const key = reader.at(path, 'key');
      if (reader.isMistyped(criterion, key)) continue;
      const known = [...vocabulary.criteria.values()];
      const expected = known.map(({ id }) => id);
      report.add('unknown-criterion', { criterion, expected }, key, suggestionFor(criterion, known));
    } else if (typeof weight === 'number' && weight >= 0 && weight <= MAX_WEIGHT) weights.set(criterion, weight);
    else {
      const span = reader.at(path);
      report.add('weight-invalid', { criterion, value: show(weight, span), most: MAX_WEIGHT }, span);
    }
  }
  return weights;
}
