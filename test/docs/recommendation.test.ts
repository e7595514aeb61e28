import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as library from '../../src/index.js';
import { RecommendationSchema } from '../../src/language/schema/results/recommendation.js';
import { ROOT } from '../support/cli.js';

/** A part of a JSON Schema. */
interface Schema {
  readonly title?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

/** What is described on a page of its own. */
const ELSEWHERE = ['workload'];

/** The keys of every titled object, with those of objects within it that have no title. */
function keysByTitle(schema: Schema, title: string, found = new Map<string, Set<string>>()): Map<string, Set<string>> {
  const own = schema.properties === undefined ? title : (schema.title ?? title);
  const keys = found.get(own) ?? new Set();
  found.set(own, keys);
  for (const [key, value] of Object.entries(schema.properties ?? {})) {
    keys.add(key);
    if (!ELSEWHERE.includes(key)) keysByTitle(value, own, found);
  }
  const within = [schema.items, ...(schema.anyOf ?? []), ...Object.values(schema.patternProperties ?? {})];
  for (const one of within) if (one !== undefined) keysByTitle(one, own, found);
  return found;
}

const page = (name: string): string => readFileSync(join(ROOT, 'docs', name), 'utf8');
const section = (text: string, title: string): string => text.split(`\n### ${title}\n`)[1]?.split(/\n##+ /)[0] ?? '';

describe.each(['recommendation.md', 'recommendation.zh.md'])('docs/%s', (name) => {
  const text = page(name);

  it('describes every key of a recommendation, and none that it does not have', () => {
    const known = keysByTitle(RecommendationSchema as unknown as Schema, 'AnyRecommendation');
    expect(known.size).toBeGreaterThan(25);
    for (const [title, keys] of known) {
      const own = section(text, title);
      const missing = [...keys].filter((key) => !new RegExp(`\`\\{?${key}\\}?\``).test(own));
      expect(missing, title).toEqual([]);
      const rows = [...own.matchAll(/^\| (`.+?) \|/gm)].flatMap(([, cell = '']) =>
        [...cell.matchAll(/`(\w+)`/g)].map(([, key]) => key),
      );
      expect(
        rows.filter((key) => !keys.has(key ?? '')),
        title,
      ).toEqual([]);
    }
  });

  it('names every function of the library', () => {
    const functions = Object.entries(library).filter(([, value]) => typeof value === 'function');
    for (const [id] of functions) expect(text).toMatch(new RegExp(`\`${id}\\b`));
  });

  it('has an example that runs', () => {
    const [, code = ''] = /```js\n([^]+?)```/.exec(text) ?? [];
    const body = code.replace(/^import (\{.*\}) from 'whichstack';$/m, 'const $1 = library;');
    expect(body).not.toContain('import');
    const printed: unknown[] = [];
    const run = new Function('library', 'console', body) as (lib: typeof library, out: unknown) => void;
    run(library, { log: (value: unknown) => printed.push(value) });
    expect(printed).toHaveLength(3);
    for (const value of printed) expect(value).not.toEqual([]);
  });
});
