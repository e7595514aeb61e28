import { describe, expect, it } from 'vitest';
import { loadKnowledge, type KnowledgeDocument } from '../../src/index.js';

const { stored } = loadKnowledge();

/** Every text of a document, with its path. */
function texts(value: unknown, path: string): [string, { en: string; zh: string }][] {
  if (typeof value !== 'object' || value === null) return [];
  if ('en' in value && 'zh' in value) return [[path, value as { en: string; zh: string }]];
  return Object.entries(value).flatMap(([key, part]) => texts(part, `${path}.${key}`));
}

/** Every clause that a document says it comes from. */
function clauses(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'source' && typeof part === 'string' ? [part] : clauses(part),
  );
}

const ofKind = (kind: KnowledgeDocument['kind']): KnowledgeDocument[] =>
  stored.flatMap(({ document }) => (document.kind === kind ? [document] : []));

describe('The built-in knowledge', () => {
  it('has every text in both languages', () => {
    const all = stored.flatMap(({ document }) => texts(document, `${document.kind}/${document.id}`));
    expect(all.length).toBeGreaterThan(400);
    for (const [where, { en, zh }] of all) {
      expect(en, where).not.toMatch(/\p{Script=Han}/u);
      // A name may be the same in both; a sentence may not.
      if (/[a-z] [a-z]+ [a-z]/.test(en)) expect(zh, where).toMatch(/\p{Script=Han}/u);
      expect(zh, where).not.toMatch(/[\p{Script=Han}][,;:!?]/u);
    }
  });

  it('carries every clause of the guide in a rule, a scenario, a tension or a trend', () => {
    const cited = new Set(
      stored.filter(({ document }) => document.kind !== 'Source').flatMap(({ document }) => clauses(document)),
    );
    const rows = [
      [2, 1, 3],
      [2, 2, 3],
      [2, 3, 3],
      [2, 4, 3],
      [4, 1, 7],
      [4, 2, 6],
    ] as const;
    const guide = rows.flatMap(([a, b, n]) =>
      Array.from({ length: n }, (_, k) => `G${String(a)}.${String(b)}.${String(k + 1)}`),
    );
    const others = [
      ...[1, 2, 3, 4].map((n) => `G3.${String(n)}`),
      'G4.3',
      ...[1, 2, 3, 4, 5, 6, 7].map((n) => `G5.${String(n)}`),
      'G6.1',
      'G6.2',
    ];
    expect([...guide, ...others].filter((clause) => !cited.has(clause))).toEqual([]);
    // The twelve of the guide, then those that the check found.
    expect(ofKind('Tension').map(({ id }) => id)).toEqual([
      ...Array.from({ length: 12 }, (_, n) => `t${String(n + 1)}`),
      ...['precedence', 'stateful-storage', 'minio-for-files', 'containers-within-a-second', 'edge-location'],
    ]);
    expect(ofKind('Trend').length).toBe(6);
  });

  it('knows every scenario that the guide applies to', () => {
    const scenarios = [...loadKnowledge().scenarios.values()].map(({ title }) => title.en.toLowerCase()).join('; ');
    for (const word of [
      'financial trading',
      'microservices',
      'serverless',
      'edge',
      'multi-tenant',
      'ci/cd',
      'plug-in',
      'medical',
      'high-frequency',
      'real-time',
      'database',
      'web app',
      'api service',
      'batch',
      'data analysis',
      'offline',
      'devops',
      'agile',
      'enterprise',
      'legacy',
      'traditional',
      'internal tool',
      'file sharing',
      'big data',
      'service discovery',
      'object storage',
      'archive',
      'coordination',
      'kubernetes',
    ]) {
      expect(scenarios).toContain(word);
    }
  });
});
