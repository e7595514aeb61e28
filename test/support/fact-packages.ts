import fc from 'fast-check';
import type { KnowledgeBase } from '../../src/index.js';
import { document, text } from './documents.mjs';
import { compiled } from './packages.js';

const named = (ids: readonly string[]): object[] => ids.map((id) => ({ id, title: text(id) }));
const LEVELS = ['l1', 'l2', 'l3'];
export const HOSTS = ['h1', 'h2', 'h3'];
/** Of these, the last two realise the interface. */
export const STORES = ['t1', 't2', 't3', 't4'];
const INTERFACE = 'i';

/** Everything that can be stated; of what runs already, some sets that differ in whatever one place can read. */
export const REPLIES: Readonly<Record<string, readonly unknown[]>> = {
  a: [undefined, ...LEVELS],
  c: [undefined, ...LEVELS],
  b: [undefined, false, true],
  site: [undefined, 'x', 'y'],
  existing: [
    undefined,
    [],
    ...[...HOSTS, ...STORES].map((id) => [id]),
    ['h1', 't3'],
    ['h2', 't1'],
    [...HOSTS, ...STORES],
  ],
};
/** The factors that the environment states; the others are requirements. */
export const OF_ENVIRONMENT = ['site', 'existing'];

const factor = (id: string, rest: object): string =>
  document('Factor', id, {
    question: text(id),
    askedOf: [OF_ENVIRONMENT.includes(id) ? 'environment' : 'requirements'],
    ...rest,
  });

const conditions = fc.record(
  {
    a: fc.subarray(LEVELS, { minLength: 1, maxLength: 2 }),
    b: fc.boolean(),
    site: fc.constantFrom('x', 'y'),
  },
  { requiredKeys: [] },
);
const few = fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, conditions);

const fact = fc
  .tuple(fc.constantFrom('speed', 'grade'), fc.integer({ min: 1, max: 9 }), fc.option(conditions, { nil: undefined }))
  .map(([attribute, value, when]) => ({
    attribute,
    value: String(value),
    ...(when && Object.keys(when).length > 0 && { when }),
    kind: 'documentation',
    confidence: 'high',
    source: 'somewhere',
  }));

const technology = (id: string, role: string): fc.Arbitrary<string> =>
  fc
    .record({
      facts: fc.uniqueArray(fact, {
        maxLength: 3,
        selector: ({ attribute, when }) => `${attribute}${String(when === undefined)}`,
      }),
      needs: fc.option(conditions, { nil: undefined, freq: 1 }),
    })
    .map(({ facts, needs }) =>
      document('Technology', id, {
        role,
        summary: text(id),
        ...((id === 't3' || id === 't4') && { realises: [INTERFACE] }),
        ...(facts.length > 0 && { facts }),
        ...(needs && Object.keys(needs).length > 0 && { needs: [{ text: text('need'), that: needs }] }),
      }),
    );

const compatibility = (n: number): fc.Arbitrary<string> =>
  fc
    .record({
      relation: fc.constantFrom('requires', 'excludes', 'pointless-with', 'excludes-here'),
      of: fc.constantFrom(...STORES, ...HOSTS),
      other: fc.constantFrom(...HOSTS),
      when: few,
    })
    .map(({ relation, of, other, when }) =>
      document('Compatibility', `r${String(n)}`, {
        relation: relation === 'excludes-here' ? 'excludes' : relation,
        of: [of],
        ...(relation === 'requires' && { anyOf: [other] }),
        ...(relation === 'excludes' && { with: [other] }),
        ...(relation === 'pointless-with' || relation === 'excludes-here'
          ? { when: Object.keys(when).length > 0 ? when : { b: true } }
          : Object.keys(when).length > 0 && { when }),
        text: text('why'),
        source: 'somewhere',
      }),
    );

const rules = (outcomes: readonly string[]): fc.Arbitrary<object[]> =>
  fc.array(
    fc.record({
      when: fc.record(
        {
          b: fc.boolean(),
          site: fc.constantFrom('x', 'y'),
          c: fc.subarray(LEVELS, { minLength: 1, maxLength: 2 }),
        },
        { requiredKeys: [] },
      ),
      then: fc.oneof(
        fc.constantFrom(...outcomes),
        fc.subarray([...outcomes], { minLength: 2, maxLength: 2 }).map((anyOf) => ({ anyOf })),
      ),
    }),
    { minLength: 1, maxLength: 4 },
  );

const combinations = (role: string, sets: readonly (readonly string[])[]): string =>
  JSON.stringify({ apiVersion: 'whichstack/v1', kind: 'Combinations', id: role, role, sets });

const demands = fc
  .array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 })
  .map((list) => Object.fromEntries(LEVELS.map((id, n) => [id, String(list[n])])));

/** Packages of two roles whose technologies have facts, needs and compatibility rules, and of which one is an interface. */
export const factPackages: fc.Arbitrary<KnowledgeBase> = fc
  .record({
    technologies: fc.tuple(
      ...HOSTS.map((id) => technology(id, 'host')),
      ...STORES.map((id) => technology(id, 'store')),
    ),
    compatibilities: fc.tuple(compatibility(1), compatibility(2), compatibility(3)),
    host: rules(HOSTS),
    store: rules(['t1', 't2', INTERFACE]),
    speed: demands,
    grade: demands,
    hostOrder: fc.constantFrom(1, 3),
    optional: fc.boolean(),
  })
  .map(({ technologies, compatibilities, host, store, speed, grade, hostOrder, optional }) =>
    compiled([
      document('Package', 'facts', { version: '1' }),
      document('Dimension', 'number', { base: '1', bare: true, examples: ['1'], units: {} }),
      document('Bibliography', 'all', { entries: { somewhere: { title: 'somewhere', url: 'https://example.org' } } }),
      factor('a', { type: 'ordinal', levels: named(LEVELS) }),
      factor('c', { type: 'ordinal', levels: named(LEVELS) }),
      factor('b', { type: 'flag' }),
      factor('site', { type: 'choice', values: named(['x', 'y']) }),
      factor('existing', { type: 'set', values: 'outcomes' }),
      ...['speed', 'grade'].map((id) => document('Attribute', id, { type: 'quantity', dimension: 'number' })),
      ...Object.entries({ speed, grade }).map(([id, levels]) =>
        document('Criterion', id, {
          roles: ['host', 'store'],
          attributes: [id],
          factor: id === 'speed' ? 'a' : 'c',
          demands: levels,
          better: 'higher',
          members: 'lead',
          bounds: ['1', '9'],
        }),
      ),
      document('Criterion', 'existing', { roles: ['store'], presentIn: 'existing', better: 'higher', members: 'lead' }),
      ...technologies,
      document('Technology', INTERFACE, { role: 'store', summary: text(INTERFACE), interface: true }),
      ...compatibilities,
      combinations(
        'host',
        HOSTS.map((id) => [id]),
      ),
      combinations('store', [['t1'], ['t2'], ['t1', 't2'], [INTERFACE]]),
      document('Decision', 'host', { table: { hitPolicy: 'first', rules: host } }),
      document('Decision', 'store', { table: { hitPolicy: 'collect', aggregate: 'list', rules: store } }),
      document('Role', 'host', { order: hostOrder, decision: 'host' }),
      document('Role', 'store', { order: 2, decision: 'store', optional }),
    ]),
  );
