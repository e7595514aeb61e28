import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileKnowledge, recommend, type AnyRecommendation, type RoleAnswer } from '../../src/index.js';
import { ROOT, whichstack } from '../support/cli.js';

const file = join(ROOT, 'test/fixtures/packages/garden.yaml');
const garden = compileKnowledge(new Map([[file, readFileSync(file, 'utf8')]]));

const chosen = ({ stack }: AnyRecommendation, role: string): string[][] =>
  [stack[role] ?? []].flat().map((answer: RoleAnswer) => answer.chosen.map(({ id }) => id));

/** Decides for a garden, with what is stated of the whole and of its beds. */
const decide = (requirements: Record<string, unknown>, environment: Record<string, unknown> = {}): AnyRecommendation =>
  recommend(garden, { requirements, environment }, { asOf: '2026-11-23', trace: true });

describe('A package about gardens', () => {
  it('decides for each item, by a tree with a shared sub-tree, and inherits what an item leaves out', () => {
    const beds = [{ name: 'wall', soil: 'sandy' }, { name: 'pond', soil: 'heavy', light: 'half' }, 'heavy'];
    const answer = decide({ light: 'sun', beds });
    expect(chosen(answer, 'plant')).toEqual([['lavender'], ['hosta'], ['lavender']]);
    const [wall] = [answer.stack['plant'] ?? []].flat();
    expect(wall?.guide.anyOf).toEqual(['lavender', 'sage']);
    expect(wall?.alternatives.map(({ id, origin }) => [id, origin])).toEqual([
      ['sage', 'any-of'],
      ['hosta', 'alternative'],
    ]);
  });

  it('unites the answers of several rules of a table, with quantities, sets and items', () => {
    expect(chosen(decide({ rainfall: '59.9cm' }), 'care')).toEqual([['watering']]);
    expect(chosen(decide({ rainfall: '0.6m' }), 'care')).toEqual([[]]);
    expect(chosen(decide({ beds: 'sandy' }, { pests: ['slugs', 'aphids'] }), 'care')).toEqual([
      ['barrier', 'watering'],
    ]);
    expect(chosen(decide({}, { pests: ['aphids'], pets: false }), 'care')).toEqual([['ladybirds']]);
    // Not stated is not "no": the rule that tests for no pets does not hit.
    expect(chosen(decide({}, { pests: ['aphids'] }), 'care')).toEqual([[]]);
  });

  it('lets only outcomes win that every vote admits', () => {
    expect(chosen(decide({ rainfall: '2m', light: 'sun' }, { pets: true }), 'favourite')).toEqual([
      ['ladybirds', 'watering'],
    ]);
    expect(chosen(decide({ rainfall: '2m', light: 'sun' }), 'favourite')).toEqual([['watering']]);
  });

  it('is explained in both languages, with the reason why a rule did not hit', () => {
    const answer = recommend(
      garden,
      { requirements: { rainfall: '700毫米' } },
      { lang: 'zh', trace: true, asOf: '2026-11-23' },
    );
    const [care] = [answer.stack['care'] ?? []].flat();
    expect(care?.trace?.[0]?.misses[0]).toMatchObject({
      factor: 'rainfall',
      saw: 700,
      text: '要求年降水量低于600mm；实际为700毫米',
    });
    expect(answer.knowledge.version).toBe('garden 3');
  });

  it('gets a finding where a table violates its hit policy', () => {
    const overlapping = readFileSync(file, 'utf8').replace('light: {above: half}', 'light: {atLeast: half}');
    const knowledge = compileKnowledge(new Map([[file, overlapping]]));
    const answer = recommend(knowledge, { requirements: { light: 'half', beds: 'sandy' } });
    expect(answer.findings.map(({ code }) => code)).toEqual(['hit-policy', 'guide-silent']);
    expect(chosen(answer, 'plant')).toEqual([[]]);
  });

  it('refuses values that are no workload, from a program as from a file', () => {
    const wrong: unknown[] = [
      null,
      [],
      7,
      () => 1,
      { requirements: new Map([['light', 'sun']]) },
      { requirements: { light: 10n } },
      { requirements: { light: undefined } },
    ];
    for (const workload of wrong) expect(() => recommend(garden, workload as object)).toThrow(/error\[/);
    expect(() => recommend(garden, {}, { asOf: 'tomorrow' })).toThrow(/error\[date-invalid\]/);
    expect(() => recommend(garden, {}, { lang: 'fr' as 'en' })).toThrow(/error\[option-invalid\][\s\S]*Expected en\b/);
  });

  it('is refused with the place and the nearest name where it is wrong', async () => {
    const broken = readFileSync(file, 'utf8')
      .replace('ask: by-light}', 'ask: by-ligth}')
      .replace('excludes: slugs', 'excludes: slug');
    expect(() => compileKnowledge(new Map([['garden.yaml', broken]]))).toThrow(
      /garden\.yaml:\d+:\d+: error\[unknown-reference\] there is no decision `by-ligth`[\s\S]*Did you mean `by-light`\?[\s\S]*garden\.yaml:\d+:\d+: error\[unknown-value\][\s\S]*Did you mean `slugs`\?/,
    );
    const { code } = await whichstack([
      'recommend',
      '--scenario',
      'edge',
      '--knowledge',
      join(ROOT, 'test/no-such-folder'),
    ]);
    expect(code).toBe(3);
  });
});
