import { compileKnowledge, type KnowledgeBase } from '../../src/index.js';
import type { Case } from './cases.js';
import { document, text } from './documents.mjs';
import { factor, named } from './small-package.js';

/** What the facts of a package are on, and what they are compared with. */
export interface FitPackage {
  /** By id: what is written of each technology, its facts in short. */
  readonly technologies: Readonly<Record<string, Case>>;
  /** What can run in the one role, `place`; by default each technology alone. */
  readonly combinations?: readonly (readonly string[])[];
  /** By id: criteria of the role. */
  readonly criteria: Readonly<Record<string, Case>>;
  /** By id: more documents of facts on a technology. */
  readonly evidence?: Readonly<Record<string, readonly Case[]>>;
}

/** A fact as its document has it: documented with high confidence in the source `bench-2026`, unless it says otherwise; `null` leaves a key out. */
const written = (fact: Case): object =>
  Object.fromEntries(
    Object.entries<unknown>({ kind: 'documentation', confidence: 'high', source: 'bench-2026', ...fact }).filter(
      ([, value]) => value !== null,
    ),
  );

/**
 * A package whose one role, `place`, only the facts decide. The factors are `wait` (a time), `grade` (low, mid, top), `kind` (x, y), `alone` (a flag) and, of the
 * environment, `nodes` and `running`; the attributes `wait` (with the scopes sandbox, container, pod and answer, each a part of the next), `rate` and `room` (figures),
 * `grade` (low, mid, top), `kinds` (x, y), `effort` (none, some, much), and `reach` (one, many). The source `bench-2026` is of 2026-10-01, and `leaflet` has no date.
 */
export function fitPackage({ technologies, combinations, criteria, evidence = {} }: FitPackage): KnowledgeBase {
  const quantity = { type: 'quantity', dimension: 'number' };
  const documents = [
    document('Package', 'fit', { version: '1' }),
    document('Dimension', 'time', { base: 's', examples: ['1s'], units: { ms: 0.001, s: 1 } }),
    document('Dimension', 'number', { base: '1', bare: true, examples: ['1'], units: {} }),
    factor('wait', { type: 'quantity', dimension: 'time' }),
    factor('rate', quantity),
    factor('room', quantity),
    factor('grade', { type: 'ordinal', levels: named(['low', 'mid', 'top']) }),
    factor('kind', { type: 'choice', values: named(['x', 'y']) }),
    factor('alone', { type: 'flag' }),
    factor('nodes', { ...quantity, askedOf: ['environment'] }),
    factor('running', { type: 'set', values: 'outcomes', askedOf: ['environment'] }),
    document('Attribute', 'wait', {
      type: 'quantity',
      dimension: 'time',
      scopes: named(['sandbox', 'container', 'pod', 'answer']),
      validFor: 60,
      measure: text('use a stop-watch'),
    }),
    document('Attribute', 'rate', quantity),
    document('Attribute', 'room', quantity),
    document('Attribute', 'grade', { type: 'ordinal', levels: named(['low', 'mid', 'top']), validFor: 18 }),
    document('Attribute', 'kinds', { type: 'set', values: named(['x', 'y']) }),
    document('Attribute', 'effort', { type: 'ordinal', levels: named(['none', 'some', 'much']) }),
    document('Attribute', 'reach', { type: 'ordinal', levels: named(['one', 'many']) }),
    document('Bibliography', 'works', {
      entries: {
        'bench-2026': { title: 'Bench', url: 'https://example.org/bench', date: '2026-10-01' },
        leaflet: { title: 'Leaflet', url: 'https://example.org/leaflet', read: '2026-10-01' },
        old: { title: 'Old leaflet', url: 'https://example.org/old', read: '2020-10-01' },
      },
    }),
    ...Object.entries(technologies).map(([id, { facts = [], ...rest }]) =>
      document('Technology', id, { role: 'place', summary: text(id), facts: (facts as Case[]).map(written), ...rest }),
    ),
    ...Object.entries(evidence).map(([technology, facts]) =>
      document('Evidence', `more-on-${technology}`, { technology, facts: facts.map(written) }),
    ),
    ...Object.entries(criteria).map(([id, rest]) => document('Criterion', id, { roles: ['place'], ...rest })),
    document('Combinations', 'places', {
      title: undefined,
      role: 'place',
      sets: combinations ?? Object.keys(technologies).map((id) => [id]),
    }),
    // The rules have no result, so that the facts decide.
    document('Decision', 'place', {
      table: {
        hitPolicy: 'first',
        rules: [{ when: { alone: true, nodes: { below: 0 } }, then: Object.keys(technologies)[0] }],
      },
    }),
    document('Role', 'place', { order: 1, decision: 'place' }),
  ];
  return compileKnowledge(new Map([['fit.yaml', documents.join('\n---\n')]]));
}
