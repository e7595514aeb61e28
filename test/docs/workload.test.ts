import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadKnowledge, parseWorkloads } from '../../src/index.js';
import { markdownEmitter } from '../../src/emit/markdown/index.js';
import { valuesOf } from '../../src/report/definition/names.js';
import { workloadReference } from '../../src/report/reference/page.js';
import { ROOT } from '../support/cli.js';

const knowledge = loadKnowledge();
const HEAD = 'apiVersion: whichstack/v1\nkind: Workload\n';

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

  it('names every factor, value, bound, unit, scenario, role and criterion, with an example', () => {
    const { factors, scenarios, dimensions, roles, criteria } = knowledge;
    const all = examples.join('\n');
    for (const factor of factors.values()) {
      expect(page).toContain(`### \`${factor.id}\``);
      expect(all).toContain(`${factor.id}: `);
      for (const { id, bound, meaning } of valuesOf(factor)) {
        expect(all).toMatch(new RegExp(`\\b${factor.id}: \\[?${id}\\b`));
        if (bound !== undefined) expect(page).toContain(`| \`${bound}\` |`);
        if (meaning !== undefined) expect(page).toContain(meaning[lang].slice(0, 12));
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
