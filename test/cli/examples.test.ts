import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { parseAllDocuments } from 'yaml';
import { describe, expect, it } from 'vitest';
import { loadKnowledge, parseWorkloads, recommend, type AnyRecommendation } from '../../src/index.js';
import { GoldenFolder } from '../support/golden.js';
import { ROOT, whichstack } from '../support/cli.js';
import { tooWide } from '../support/outputs.js';

const folder = join(ROOT, 'examples');
const examples = readdirSync(folder).flatMap((file) => (file.endsWith('.yaml') ? [file.slice(0, -5)] : []));
const goldens = new GoldenFolder('examples');
const schema = (name: string): object => JSON.parse(readFileSync(join(ROOT, `schema/${name}.json`), 'utf8')) as object;
const ajv = new Ajv({ strict: false });
const [isWorkload, isRecommendation] = [ajv.compile(schema('workload')), ajv.compile(schema('recommendation'))];

describe.each(examples)('Example %s', (name) => {
  const run = (...flags: string[]): ReturnType<typeof whichstack> =>
    whichstack(['recommend', `examples/${name}.yaml`, '--as-of', '2026-11-23', ...flags]);

  it.each(['en', 'zh'])('prints its golden answer in %s on one screen of 24 lines and 80 columns', async (lang) => {
    const { code, stdout, stderr } = await run('--lang', lang);
    expect([code, stderr]).toEqual([0, '']);
    expect(tooWide(stdout)).toEqual([]);
    expect(stdout.trimEnd().split('\n').length).toBeLessThanOrEqual(24);
    goldens.check(`${name}.${lang}.txt`, stdout);
  });

  it.each(['en', 'zh'])('prints everything in %s with --full, within 80 columns', async (lang) => {
    const { code, stdout, stderr } = await run('--full', '--lang', lang);
    expect([code, stderr]).toEqual([0, '']);
    expect(tooWide(stdout)).toEqual([]);
    goldens.check(`${name}.full.${lang}.txt`, stdout);
  });

  it('gives its golden document, which fits the published schema and does not depend on the language', async () => {
    const [english, again, chinese] = await Promise.all([
      run('--json', '--explain'),
      run('--json', '--explain'),
      run('--json', '--lang', 'zh'),
    ]);
    expect(again.stdout).toBe(english.stdout);
    goldens.check(`${name}.json`, english.stdout);
    const document = JSON.parse(english.stdout) as AnyRecommendation;
    const translated = JSON.parse(chinese.stdout) as AnyRecommendation;
    expect(isRecommendation(document) || isRecommendation.errors).toBe(true);
    expect(isRecommendation(translated) || isRecommendation.errors).toBe(true);
    expect(translated.id).toBe(document.id);
  });

  it('is a workload by the published schema, and stays as it is when it is decided', () => {
    const text = readFileSync(join(folder, `${name}.yaml`), 'utf8');
    const [document] = parseAllDocuments(text).map((d) => d.toJS() as object);
    expect(isWorkload(document) || isWorkload.errors).toBe(true);
    const [workload] = parseWorkloads(loadKnowledge(), text, name);
    if (workload === undefined) throw new Error('no workload');
    const before = structuredClone(workload);
    recommend(loadKnowledge(), workload);
    expect(workload).toEqual(before);
  });
});

it('The folder of examples holds at least ten', () => {
  expect(examples.length).toBeGreaterThanOrEqual(10);
});
