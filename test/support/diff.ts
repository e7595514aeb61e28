import {
  diffKnowledge,
  type Difference,
  type KnowledgeBase,
  type ListedWorkload,
  type AnyVocabulary,
  type WorkloadInput,
} from '../../src/index.js';
import { asOf } from './decide.js';
import { document, text } from './documents.mjs';
import { compiled } from './packages.js';

/** Workloads as a difference takes them. */
export const listed = (...workloads: WorkloadInput<AnyVocabulary>[]): ListedWorkload[] =>
  workloads.map((workload) => ({ workload }));
/** How two versions differ on the day that tests judge by. */
export const diff = (
  from: KnowledgeBase,
  to: KnowledgeBase,
  ...workloads: WorkloadInput<AnyVocabulary>[]
): Difference => diffKnowledge(from, to, listed(...workloads), { asOf });

interface Parts {
  readonly rules?: readonly object[];
  readonly package?: object;
  readonly fast?: Readonly<Record<string, number>>;
  readonly more?: readonly string[];
  readonly factor?: string;
}

/**
 * Three machines that rules may name, and that facts rank by what is asked of them: a price of at most 5, which the hare misses, and the speed that a workload states.
 */
export function machines({
  rules = [],
  package: own = {},
  fast = {},
  more = [],
  factor = 'hurry',
}: Parts = {}): KnowledgeBase {
  const fact = (attribute: string, value: number): object => ({
    attribute,
    value,
    kind: 'benchmark',
    confidence: 'high',
    source: 'paper',
  });
  const machine = (id: string, speed: number, price: number): string =>
    document('Technology', id, {
      role: 'machine',
      summary: text(id),
      facts: [fact('speed', fast[id] ?? speed), fact('price', price)],
    });
  const number = { type: 'quantity', dimension: 'number' };
  const criterion = { roles: ['machine'], bounds: [0, 10], members: 'lead' };
  return compiled([
    document('Package', 'machines', { version: '1', ...own }),
    document('Dimension', 'number', { base: '1', bare: true, examples: ['1'], units: {} }),
    document('Bibliography', 'works', {
      entries: { paper: { title: 'Paper', url: 'https://example.org', date: '2026' } },
    }),
    document('Factor', factor, { question: text('?'), askedOf: ['requirements'], ...number }),
    document('Factor', 'site', {
      question: text('?'),
      askedOf: ['requirements'],
      type: 'choice',
      values: ['home', 'works'].map((id) => ({ id, title: text(id) })),
    }),
    document('Attribute', 'speed', number),
    document('Attribute', 'price', number),
    document('Criterion', 'pace', { ...criterion, attributes: ['speed'], factor, better: 'higher', weight: 1 }),
    document('Criterion', 'cost', { ...criterion, attributes: ['price'], always: 5, better: 'lower', weight: 1 }),
    machine('hare', 9, 7),
    machine('mule', 6, 3),
    machine('snail', 2, 1),
    document('Combinations', 'all', { title: undefined, role: 'machine', sets: [['hare'], ['mule'], ['snail']] }),
    document('Role', 'machine', { order: 1, decision: 'choice' }),
    document('Decision', 'choice', {
      table: { hitPolicy: 'first', rules: [{ id: 'works', when: { site: 'works' }, then: 'hare' }, ...rules] },
    }),
    ...more,
  ]);
}
