import { document, text as inEveryLanguage } from '../support/documents.mjs';

const named = (...ids: readonly string[]): object[] => ids.map((id) => ({ id, title: inEveryLanguage(id) }));
const factor = (id: string, rest: object): string =>
  document('Factor', id, { question: inEveryLanguage(`${id}?`), askedOf: ['requirements'], ...rest });

/** A package of its own with a factor of each type, outputs of each type, hit policies, a tree, a vote, scenarios and a collection. */
export const OF_RULES = [
  document('Package', 'all', {
    version: '1',
    collections: [{ id: 'things', title: inEveryLanguage('things'), key: 'k' }],
  }),
  document('Dimension', 'temp', { base: 'C', examples: ['1C'], units: { C: 1 } }),
  factor('heat', { type: 'quantity', dimension: 'temp', limit: 'upper' }),
  factor('level', { type: 'ordinal', levels: named('low', 'mid', 'top') }),
  factor('pests', { type: 'set', values: named('mice', 'moths') }),
  factor('open', { type: 'flag' }),
  factor('site', { type: 'choice', values: named('here', 'there') }),
  factor('k', { type: 'choice', values: named('u', 'v'), askedOf: ['things'] }),
  ...['a', 'b', 'c'].map((id) => document('Outcome', id, {})),
  document('Decision', 'heats', {
    table: {
      hitPolicy: 'first',
      rules: [
        { when: { heat: { atLeast: '20C' }, level: ['low', 'mid'] }, then: 'a', why: inEveryLanguage('hot') },
        { when: { pests: { includes: 'mice' }, open: true }, then: { anyOf: ['a', { allOf: ['b', 'c'] }] } },
        { when: { site: { not: 'here' } }, then: { allOf: ['a', 'b'] } },
        { when: { open: { stated: false } }, then: { allOf: [] } },
        { then: 'c' },
      ],
    },
  }),
  document('Decision', 'sums', {
    outputs: { cost: { type: 'quantity', dimension: 'temp' }, word: { type: 'text' }, which: { type: 'outcome' } },
    table: {
      hitPolicy: 'collect',
      aggregate: { cost: 'sum', word: 'list', which: 'union' },
      rules: [
        { when: { level: { atLeast: 'mid' } }, then: { cost: '2C', word: 'x' } },
        { when: { heats: { includes: 'a' } }, then: { cost: '3C', which: 'b' } },
      ],
    },
  }),
  document('Decision', 'grown', {
    tree: {
      when: { level: { stated: true } },
      branches: [
        { when: { level: 'low' }, then: 'a' },
        { when: { level: { above: 'low' } }, ask: 'heats' },
      ],
    },
  }),
  document('Role', 'r', { order: 1, decision: 'grown' }),
].join('\n---\n');

const fact = (attribute: string, rest: object): object => ({
  attribute,
  kind: 'documentation',
  confidence: 'high',
  source: 'bench',
  ...rest,
});

/** A package in which facts decide: technologies, criteria, what runs jointly, what excludes what, a scenario, items, a tension and an advisory. */
export const OF_FACTS = [
  document('Package', 'firm', {
    version: '1',
    collections: [{ id: 'things', title: inEveryLanguage('things'), key: 'k' }],
    weights: { wait: 2 },
  }),
  document('Dimension', 'time', { base: 's', examples: ['1s'], units: { ms: 0.001, s: 1 } }),
  document('Source', 'guide', { title: inEveryLanguage('Guide'), clauses: { G1: inEveryLanguage('One') } }),
  factor('scenario', { type: 'choice', values: 'scenarios' }),
  factor('wait', { type: 'quantity', dimension: 'time', limit: 'upper' }),
  factor('grade', {
    type: 'ordinal',
    dimension: 'time',
    levels: [{ ...named('low')[0], bound: '1s' }, ...named('top')],
  }),
  factor('running', { type: 'set', values: 'outcomes', askedOf: ['environment'] }),
  factor('k', { type: 'choice', values: named('u', 'v'), askedOf: ['things'] }),
  document('Attribute', 'wait', { type: 'quantity', dimension: 'time', scopes: named('pod', 'answer') }),
  document('Attribute', 'grade', { type: 'ordinal', levels: named('low', 'mid', 'top'), validFor: 18 }),
  document('Bibliography', 'works', {
    entries: { bench: { title: 'Bench', url: 'https://example.org/bench', date: '2026-10-01' } },
  }),
  document('Technology', 't1', {
    role: 'place',
    summary: inEveryLanguage('first'),
    facts: [fact('wait', { value: '300ms', scope: 'pod' }), fact('grade', { value: 'top' })],
  }),
  document('Technology', 't2', {
    role: 'place',
    summary: inEveryLanguage('second'),
    facts: [fact('wait', { between: ['1s', '2s'], scope: 'answer' })],
  }),
  document('Technology', 't3', { role: 'store', summary: inEveryLanguage('third') }),
  document('Technology', 't4', { role: 'store', summary: inEveryLanguage('fourth') }),
  document('Combinations', 'places', { title: undefined, role: 'place', sets: [['t1'], ['t2'], ['t1', 't2']] }),
  document('Combinations', 'stores', { title: undefined, role: 'store', sets: [['t3'], ['t4']] }),
  document('Criterion', 'wait', {
    roles: ['place'],
    attributes: ['wait'],
    factor: 'wait',
    better: 'lower',
    members: 'lead',
    bounds: ['0s', '10s'],
    weight: 3,
  }),
  document('Criterion', 'grade', {
    roles: ['place'],
    attributes: ['grade'],
    factor: 'grade',
    better: 'higher',
    members: 'worst',
    demands: { low: 'low', top: 'top' },
    bounds: ['low', 'top'],
    weight: 1,
  }),
  document('Compatibility', 'not-both', {
    relation: 'excludes',
    of: ['t1'],
    with: ['t3'],
    text: inEveryLanguage('They do not run jointly.'),
    source: 'bench',
  }),
  document('Scenario', 'shop', {
    source: 'G1',
    presets: { grade: 'low' },
    typical: { grade: 'low' },
    items: { things: [{ k: 'u' }] },
    decisions: { place: 'shop-place' },
  }),
  document('Decision', 'shop-place', { tree: { when: { grade: 'low' }, then: 't1', why: inEveryLanguage('small') } }),
  document('Decision', 'place', {
    table: { hitPolicy: 'first', rules: [{ ask: { scenario: 'place' } }, { when: { grade: 'top' }, then: 't2' }] },
  }),
  document('Decision', 'store', {
    each: 'things',
    table: {
      hitPolicy: 'unique',
      rules: [
        { when: { k: 'u' }, then: { anyOf: ['t3', 't4'] } },
        { when: { k: 'v' }, then: 't4' },
      ],
    },
  }),
  document('Role', 'place', { order: 1, decision: 'place' }),
  document('Role', 'store', { order: 2, decision: 'store', each: 'things' }),
].join('\n---\n');
