import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { emitterOf, FORMATS, formatsOf, type FormatId } from '../../src/emit/registry.js';
import { decisionMap, DiagnosticError, emit, mapSvg, recommend, type DecisionMap } from '../../src/index.js';
import { ROOT } from '../support/cli.js';
import { asOf, builtin } from '../support/decide.js';

const formats = Object.keys(FORMATS) as FormatId[];
const recommendation = recommend(builtin, { requirements: { scenario: 'serverless' } }, { asOf });
const map = decisionMap(
  builtin,
  { requirements: { scenario: 'serverless' } },
  { x: 'security', y: 'performance', asOf },
);

/** The codes of the diagnostics that an output is refused with. */
const refusals = (output: Promise<unknown>): Promise<string[]> =>
  output.then(
    () => [],
    (error: unknown) =>
      error instanceof DiagnosticError ? error.diagnostics.map(({ code }) => code) : [String(error)],
  );

describe('the registry', () => {
  it.each(formats)('lists %s with the id and the kinds of document that its emitter states', async (format) => {
    const { id, accepts } = await emitterOf(format);
    expect([id, [...accepts].sort()]).toEqual([format, [...FORMATS[format].accepts].sort()]);
  });

  it('gives the formats of a kind of document in its own order', async () => {
    const emitters = await Promise.all(formats.map(emitterOf));
    for (const kind of new Set(emitters.flatMap(({ accepts }) => accepts)))
      expect(formatsOf(kind), kind).toEqual(
        emitters.filter(({ accepts }) => accepts.includes(kind)).map(({ id }) => id),
      );
  });

  it.each(['docs/exploring.md', 'docs/exploring.zh.md'])(
    'is what the documentation of decision maps lists: %s',
    (file) => {
      const [, row = ''] = /^\| `--format` \| (.*) \|$/m.exec(readFileSync(join(ROOT, file), 'utf8')) ?? [];
      expect(Array.from(row.matchAll(/`(\w+)`/g), ([, format]) => format)).toEqual(formatsOf('DecisionMap'));
    },
  );

  it('gives the default first', () => {
    expect([formatsOf('DecisionMap')[0], formatsOf('DecisionTable')[0]]).toEqual(['text', 'csv']);
  });
});

describe('emit', () => {
  it('gives one file without a path where a format makes one', async () => {
    const [file, ...more] = await emit(map, 'svg', { id: 'serverless' });
    expect([file.path, more]).toEqual([undefined, []]);
    expect(file.text).toBe(mapSvg(map, { id: 'serverless' }));
  });

  it('refuses a document of another kind, at run time and at compile time', async () => {
    expect(await refusals(emit(recommendation as unknown as DecisionMap, 'svg'))).toEqual(['format-refuses-kind']);
    expectTypeOf(emit<'svg'>)
      .parameter(0)
      .toEqualTypeOf<DecisionMap>();
    // @ts-expect-error A picture is made from a decision map.
    expect(await refusals(emit(recommendation, 'svg'))).toEqual(['format-refuses-kind']);
  });

  it.each([
    ['an option that the format does not have', { colour: true }, 'format-lacks-option'],
    ['a value of another type', { color: 'yes' }, 'option-invalid'],
    ['a number that is too small', { columns: 3 }, 'option-invalid'],
    ['a list with an item of another type', { command: ['recommend', 1] }, 'option-invalid'],
    ['a mapping with a value of another type', { sources: { 'a.yaml': 1 } }, 'option-invalid'],
  ])('refuses %s', async (_, options, code) => {
    expect(await refusals(emit(recommendation, 'text', options as object))).toEqual([code]);
  });

  it('suggests the format that was meant', async () => {
    await expect(emit(map, 'svgg' as 'svg')).rejects.toThrow('Did you mean `svg`?');
  });
});
