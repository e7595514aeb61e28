import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadKnowledge, parseWorkloads, recommend } from '../../src/index.js';
import { markdownEmitter } from '../../src/emit/markdown/index.js';
import { valuesOf } from '../../src/report/definition/names.js';
import { workloadReference } from '../../src/report/reference/page.js';
import { ROOT } from '../support/cli.js';

const knowledge = loadKnowledge();
const HEAD = 'apiVersion: whichstack/v1\nkind: Workload\n';

/** How the pages say that a figure is read. */
const LIMITS = {
  en: { upper: 'at most', lower: 'at least' },
  zh: { upper: '不超过', lower: '不低于' },
} as const;

/** The examples of a page: its blocks of YAML, and what is typed in the last column of a table. */
function examplesIn(page: string): string[] {
  const blocks = [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text);
  const cells = [...page.matchAll(/ \| `([^`|]+)` \|$/gm)].map(([, text = '']) => text);
  return [...blocks, ...cells];
}

describe.each([
  ['docs/workload.md', 'en'],
  ['docs/workload.zh.md', 'zh'],
] as const)('%s', (file, lang) => {
  const page = readFileSync(join(ROOT, file), 'utf8');
  const examples = examplesIn(page);

  it('holds the knowledge of today; scripts/generate.ts writes it', () => {
    const [{ text }] = markdownEmitter.emit(workloadReference(knowledge, lang));
    expect(page).toBe(text);
  });

  it('has examples that are valid workloads, each of them', () => {
    expect(examples.length).toBeGreaterThan(300);
    const wrong = examples.flatMap((example) => {
      try {
        parseWorkloads(knowledge, example.startsWith('apiVersion') ? example : HEAD + example);
        return [];
      } catch (error) {
        return [[example, String(error)]];
      }
    });
    expect(wrong).toEqual([]);
  });

  it('begins with an example that contradicts neither itself nor the environment', () => {
    const [workload] = parseWorkloads(knowledge, examples[0] ?? '');
    const { constraints = {}, environment = {} } = workload as unknown as Record<string, Record<string, unknown>>;
    expect(Object.keys(constraints)).toEqual(['forbid', 'require', 'omit']);
    const named = [environment['existing'], constraints['forbid'], constraints['require']].flat();
    expect(new Set(named).size).toBe(3);
    expect(Object.values(environment)).not.toContain(true);
    if (workload === undefined) return;
    const { findings } = recommend(knowledge, workload, { asOf: '2026-11-23' });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('says of a unit that is none that it is a fraction', () => {
    expect(page).not.toMatch(/(in|以|In|折合) `?1`?[ .|]/);
    expect(page).toContain(lang === 'en' ? 'is a fraction, such as `0.05`' : '按小数计，如 `0.05`');
  });

  it('names every factor, value, bound, unit, scenario, role and criterion, with an example', () => {
    const { factors, scenarios, dimensions, roles, criteria } = knowledge;
    const all = examples.join('\n');
    // Dimensions have headings of their own; some are called as a factor is.
    const [factorsPart = ''] = page.split(/^## (?:Units|单位)$/m);
    for (const factor of factors.values()) {
      const blocks = factorsPart.split(/^(?=##+ )/m).filter((block) => block.startsWith(`### \`${factor.id}\` `));
      // One in each section that states it.
      expect([factor.id, blocks.length]).toEqual([factor.id, factor.askedOf.length]);
      for (const block of blocks) {
        expect(block).toContain(factor.question[lang]);
        const own = examplesIn(block).join('\n');
        expect(own).toContain(`${factor.id}: `);
        if ('examples' in factor)
          for (const figure of (factor.examples ?? []).slice(0, 2)) expect(block).toContain(figure);
        if ('limit' in factor) expect(block).toContain(LIMITS[lang][factor.limit ?? 'upper']);
        for (const { id, bound, meaning } of valuesOf(factor)) {
          expect(own).toMatch(new RegExp(`\\b${factor.id}: \\[?${id}\\b`));
          const [row = ''] = new RegExp(`^\\| \`${id}\` \\|.*$`, 'm').exec(block) ?? [];
          if (bound !== undefined) expect(row).toContain(`| \`${bound}\` |`);
          if (meaning !== undefined) expect(row).toContain(`| ${meaning[lang]} |`);
        }
      }
    }
    for (const id of scenarios.keys()) expect(all).toContain(`{ scenario: ${id} }`);
    for (const { units } of dimensions.values())
      for (const unit of Object.keys(units)) expect(page).toContain(`| \`${unit}\` |`);
    for (const { id } of roles) expect(all).toContain(`{ omit: [${id}] }`);
    for (const id of criteria.keys()) expect(all).toContain(`{ weights: { ${id}: `);
    for (const key of ['forbid', 'require', 'omit']) expect(all).toContain(`constraints: { ${key}: [`);
  });
});
