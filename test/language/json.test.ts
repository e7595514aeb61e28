import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Diagnostics } from '../../src/language/diagnostics/diagnostic.js';
import { readDocuments, type LocatedValue } from '../../src/language/read/yaml.js';

/** Reads a text; what is said of it comes without the text. */
function read(text: string): { documents: LocatedValue[]; said: unknown[] } {
  const report = new Diagnostics();
  const documents = readDocuments({ name: 'some.json', text }, report);
  const said = report.all.map(({ code, params, span }) => ({ code, params, start: span?.start, end: span?.end }));
  return { documents, said };
}

/** Every path into some data. */
function paths(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  const steps: [string | number, unknown][] = Array.isArray(value)
    ? value.map((part: unknown, n) => [n, part])
    : Object.entries(value);
  return [path, ...steps.flatMap(([step, part]) => paths(part, [...path, step]))];
}

// A comment is no JSON: the same text with one is read as YAML.
const COMMENT = '\n# none of this is JSON';

function alike(text: string): void {
  const [json, yaml] = [read(text), read(text + COMMENT)];
  expect(json.said).toEqual(yaml.said);
  expect(json.documents.map(({ value }) => value)).toEqual(yaml.documents.map(({ value }) => value));
  for (const [n, { value, locate }] of json.documents.entries()) {
    for (const path of paths(value)) {
      for (const part of ['key', 'value'] as const) {
        const [ours, theirs] = [locate(path, part), yaml.documents[n]?.locate(path, part)];
        expect([ours.start, ours.end]).toEqual([theirs?.start, theirs?.end]);
      }
    }
  }
}

const key = fc.oneof(fc.constantFrom('a', 'b', '1', '<<', 'key: {', '__proto__', 'é "\\'), fc.string({ maxLength: 4 }));
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    fc.string(),
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    tie('list'),
    tie('pairs'),
  ),
  list: fc.array(tie('any'), { maxLength: 3 }),
  // As text, so that a key may be written twice.
  pairs: fc.array(fc.tuple(key, tie('any')), { maxLength: 4 }).map((pairs) => new Written(pairs)),
}));

class Written {
  constructor(readonly pairs: readonly [string, unknown][]) {}
}

function write(part: unknown, gap: string): string {
  if (Array.isArray(part)) return `[${part.map((one) => write(one, gap)).join(`,${gap}`)}]`;
  if (part instanceof Written)
    return `{${gap}${part.pairs.map(([name, one]) => `${JSON.stringify(name)}:${gap}${write(one, gap)}`).join(`,${gap}`)}}`;
  return JSON.stringify(part);
}

it('The reader gives the same values, errors and places for JSON as for the same text as YAML', () => {
  fc.assert(
    fc.property(
      fc.array(value.pairs, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('', ' ', '\n  '),
      (list, gap) => {
        alike(list.map((one) => write(one, gap)).join('\n---\n'));
      },
    ),
    { numRuns: 500 },
  );
});

it.each([
  ['a key that is written twice', '{"a": 1, "b": {"a": 2}, "a": 3}'],
  ['a key that is written twice, once with an escape', '{"a": 1, "\\u0061": 3}'],
  ['a comma too many', '{"a": [1, 2,]}'],
  ['a document that is none', '{"a": 1}\n---\nplain\n---\n{"b": 2}'],
  ['separators at both ends', '{"a": 1}\n---\n'],
  ['many levels', '{"a":'.repeat(100) + '1' + '}'.repeat(100)],
])('The reader treats %s in JSON as in YAML', (_, text) => {
  alike(text);
});
