import { describe, expect, it } from 'vitest';
import { compileKnowledge, DiagnosticError, loadKnowledge, type KnowledgeDocument } from '../../src/index.js';
import { AGGREGATES, HIT_POLICIES } from '../../src/language/outputs/hit-policies/registry.js';
import { LANGS, type Lang } from '../../src/language/format.js';
import { FactorSchema } from '../../src/language/schema/knowledge/factor.js';
import { text } from '../support/documents.mjs';

const { stored, untranslated } = loadKnowledge();
const FACTOR_TYPES = FactorSchema.anyOf.map(({ properties }) => properties.type.const);

/** Every text of a document, with its path. */
function texts(value: unknown, path: string): [string, Record<Lang, string>][] {
  if (typeof value !== 'object' || value === null) return [];
  if (LANGS.some((lang) => lang in value)) return [[path, value as Record<Lang, string>]];
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

/** What is wrong with a package of one document and its Package: the code, what was written, what was meant and what would be right. */
function refused(document: object): unknown[] {
  const header = { apiVersion: 'whichstack/v1', title: text('x') };
  const documents = [
    { ...header, kind: 'Package', id: 'ours', version: '1' },
    { ...header, id: 'x', ...document },
  ];
  try {
    compileKnowledge(new Map([['ours.yaml', documents.map((one) => JSON.stringify(one)).join('\n---\n')]]));
    return [];
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    return error.diagnostics.map(({ code, params, suggestion }) => ({ code, ...params, suggestion }));
  }
}

describe('A word that is not one of those that the schema lists', () => {
  const table = { hitPolicy: 'collect', rules: [{ then: 'a' }] };
  const factor = { kind: 'Factor', question: text('?'), askedOf: ['requirements'] };
  it.each([
    ['of a list', { kind: 'Decision', table: { ...table, hitPolicy: 'colect' } }, 'hitPolicy', HIT_POLICIES, 'collect'],
    [
      'or a mapping',
      { kind: 'Decision', table: { ...table, aggregate: 'intersekt' } },
      'aggregate',
      AGGREGATES,
      'intersect',
    ],
    [
      'in a mapping',
      { kind: 'Decision', outputs: ['c'], table: { ...table, aggregate: { c: 'lst' } } },
      'c',
      AGGREGATES,
      'list',
    ],
    [
      'as the type of an output',
      { kind: 'Decision', outputs: { c: { type: 'quantty', dimension: 'time' } }, table },
      'type',
      ['outcome', 'quantity', 'text'],
      'quantity',
    ],
    ['as the type of a document', { ...factor, type: 'ordnal', levels: [] }, 'type', FACTOR_TYPES, 'ordinal'],
  ])('%s is reported once, with these words and the nearest', (_, document, key, expected, suggestion) => {
    expect(refused(document)).toMatchObject([{ code: 'wrong-value', key, expected, suggestion }]);
  });

  it('hides no error that all types have', () => {
    const wrong = refused({ ...factor, type: 'ordnal', question: { en: '', zh: '?' }, levls: [] });
    expect(wrong).toMatchObject([
      { code: 'schema', key: 'en' },
      { code: 'wrong-value', key: 'type' },
      { key: 'levls' },
    ]);
  });
});

describe('An output of a type', () => {
  it('is compared with that type alone', () => {
    const outputs = { c: { type: 'quantity', dimensio: 'time' } };
    const table = { hitPolicy: 'first', rules: [{ then: { c: '1s' } }] };
    expect(refused({ kind: 'Decision', outputs, table })).toMatchObject([
      { code: 'missing-key', key: 'dimension' },
      { code: 'unknown-key', key: 'dimensio', suggestion: 'dimension' },
    ]);
  });
});

describe('The built-in knowledge', () => {
  it('has every text in every language', () => {
    expect(untranslated).toEqual([]);
    const all = stored.flatMap(({ document }) => texts(document, `${document.kind}/${document.id}`));
    expect(all.length).toBeGreaterThan(400);
    for (const [where, { en, zh, ...others }] of all) {
      expect(Object.keys({ en, zh, ...others }).sort(), where).toEqual([...LANGS].sort());
      expect(en, where).not.toMatch(/\p{Script=Han}/u);
      // A name may be the same in both; a sentence may not.
      if (/[a-z] [a-z]+ [a-z]/.test(en)) expect(zh, where).toMatch(/\p{Script=Han}/u);
      expect(zh, where).not.toMatch(/[\p{Script=Han}][,;:!?]/u);
    }
  });

  it('cites each work at its own address, and not through a proxy that puts the host of the work before its own', () => {
    const works = ofKind('Bibliography').flatMap((document) =>
      'entries' in document ? Object.values(document.entries) : [],
    );
    const hosts = works.map(({ url }) => new URL(url).hostname);
    expect(hosts.length).toBeGreaterThan(400);
    const isWrapped = (host: string): boolean => /---|\.(com|org|net|io|dev)(\.[^.]+){2}$|^redlib\./.test(host);
    expect(isWrapped('docs---aws.amazon.com.proxy.example.net')).toBe(true);
    expect(hosts.filter(isWrapped)).toEqual([]);
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
    const tensions = [...loadKnowledge().tensions.values()];
    const ofGuide = Array.from({ length: 12 }, (_, n) => `t${String(n + 1)}`);
    expect(tensions.map(({ id }) => id)).toEqual(expect.arrayContaining(ofGuide));
    // A tension without a clause of the guide and without a problem of the check would be about nothing.
    const baseless = tensions.filter(
      (tension) => clauses(tension.sides).length === 0 && (tension.acknowledges ?? []).length === 0,
    );
    expect(baseless.map(({ id }) => id)).toEqual([]);
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
