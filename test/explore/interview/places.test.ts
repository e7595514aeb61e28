import { describe, expect, it } from 'vitest';
import { startInterview, type AnyVocabulary, type WorkloadInput } from '../../../src/index.js';
import { asOf } from '../../support/decide.js';
import { document, text } from '../../support/documents.mjs';
import { compiled } from '../../support/packages.js';

const technology = (id: string, role: string): string => document('Technology', id, { role, summary: text(id) });
const combinations = (role: string, sets: readonly (readonly string[])[]): string =>
  JSON.stringify({ apiVersion: 'whichstack/v1', kind: 'Combinations', id: role, role, sets });

/** A scenario has an item, for which a store is chosen. */
const STORE = [
  document('Package', 'places', { version: '1', collections: [{ id: 'things', title: text('things'), key: 'k' }] }),
  document('Source', 'guide', { clauses: { S1: text('s1') } }),
  document('Factor', 'scenario', {
    type: 'choice',
    values: 'scenarios',
    question: text('scenario'),
    askedOf: ['requirements'],
  }),
  document('Factor', 'k', {
    type: 'choice',
    values: ['u', 'v'].map((id) => ({ id, title: text(id) })),
    question: text('k'),
    askedOf: ['things'],
  }),
  document('Scenario', 'none', { source: 'S1' }),
  document('Scenario', 'some', { source: 'S1', items: { things: [{ k: 'u' }] } }),
  technology('t1', 'store'),
  combinations('store', [['t1']]),
  document('Decision', 'store', { each: 'things', table: { hitPolicy: 'first', rules: [{ when: {}, then: 't1' }] } }),
  document('Role', 'store', { order: 2, decision: 'store', each: 'things' }),
];

/** In addition, a host that is always the same. */
const HOST = [
  ...['h1', 'h2'].map((id) => technology(id, 'host')),
  combinations('host', [['h1'], ['h2']]),
  document('Decision', 'host', { table: { hitPolicy: 'first', rules: [{ when: {}, then: 'h2' }] } }),
  document('Role', 'host', { order: 1, decision: 'host' }),
];

describe('An interview asks questions that create places', () => {
  const cases: readonly (readonly [where: string, readonly string[], WorkloadInput<AnyVocabulary>])[] = [
    ['there is none yet', STORE, {}],
    ['what there is stays as it is', [...STORE, ...HOST], {}],
    ['what there is is required', [...STORE, ...HOST], { constraints: { require: ['h1'] } }],
  ];
  it.each(cases)('where %s', (_, documents, workload) => {
    const start = startInterview(compiled(documents), { asOf, workload });
    expect(start.question?.key).toBe('requirements/scenario');
    const after = start.reply('some');
    expect([after.workload.requirements, after.proven]).toEqual([{ scenario: 'some' }, after.done]);
  });
});
