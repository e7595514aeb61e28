import fc from 'fast-check';
import { parse } from 'yaml';
import { expect, it } from 'vitest';
import { decisionToYaml, tableFromCsv, tableToCsv, type Decision } from '../../src/index.js';
import { builtin } from '../support/decide.js';
import { runs } from '../support/thorough.js';

type Any = fc.Arbitrary<unknown>;
const factors = [...builtin.factors.values()];
const outcome = fc.constantFrom(...builtin.outcomes.map(({ id }) => id));
const clause = fc.constantFrom(...builtin.clauses.keys());
/** A text that a reader sees: anything but blanks alone, formulas and quotation marks among it. */
const words = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.stringMatching(/^['"=+\-@＝ \t\r\n,;，“”#|a-c]{1,8}$/),
    fc.constantFrom('-', '—', '#id', "'=1", 'none', '且', 'sep=;'),
  )
  .filter((text) => text.trim() !== '' && !text.includes('\0') && !text.includes('\uFEFF'));
const text = fc.record({ en: words, zh: words });

/** A value, or two, of which a test can be made. */
function tests(value: Any, ordered: boolean): Any {
  const list = fc.uniqueArray(value, { minLength: 1, maxLength: 3 });
  const not = fc.record({ not: fc.oneof(value, list) });
  const stated = fc.record({ stated: fc.boolean() });
  const bounds = fc
    .record({ atLeast: value, atMost: value, above: value, below: value, not: value }, { requiredKeys: [] })
    .filter(
      (operators) =>
        Object.keys(operators).length > 0 &&
        !('atLeast' in operators && 'above' in operators && ('atMost' in operators || 'below' in operators)),
    );
  return ordered ? fc.oneof(value, list, not, stated, bounds) : fc.oneof(value, list, not, stated);
}

function testOf(factor: (typeof factors)[number]): Any {
  const names = builtin.values(factor).map(({ id }) => id);
  switch (factor.type) {
    case 'flag':
      return tests(fc.boolean(), false);
    case 'choice':
      return tests(fc.constantFrom(...names), false);
    case 'ordinal':
      return tests(fc.constantFrom(...names), true);
    case 'set': {
      const name = fc.constantFrom(...names);
      return fc.oneof(
        fc.record({ includes: name, excludes: name }, { requiredKeys: ['includes'] }),
        fc.record({ excludes: name }),
        fc.record({ stated: fc.boolean() }),
      );
    }
    case 'quantity': {
      const { units, bare, integer } = builtin.dimensions.get(factor.dimension) ?? { units: {} };
      const figure = fc
        .tuple(fc.integer({ min: 0, max: 10_000 }), fc.constantFrom(...Object.keys(units)))
        .map(([n, unit]) => `${String(n)}${unit}`);
      const plain = fc.oneof(
        fc.integer({ min: 0, max: 1e9 }),
        fc.integer({ min: 0, max: 99 }).map(String),
        ...(integer === true ? [] : [fc.float({ min: Math.fround(0.1), max: 1e6, noNaN: true })]),
      );
      return tests(bare === true ? fc.oneof(figure, plain) : figure, true);
    }
  }
}

const section = (accepts: (askedOf: readonly string[]) => boolean, maxLength: number): fc.Arbitrary<object> =>
  fc
    .subarray(
      factors.filter(({ askedOf }) => accepts(askedOf)),
      { maxLength },
    )
    .chain((chosen) => fc.record(Object.fromEntries(chosen.map((factor) => [factor.id, testOf(factor)]))));
const items = section((askedOf) => askedOf.includes('data'), 3)
  .filter((some) => Object.keys(some).length > 0)
  .map((some) => ({ data: { some } }));
const answers = fc.oneof(
  outcome.map((id) => ({ 'dimension-rules.admits': id })),
  outcome.map((id) => ({ 'dimension-rules.admits': { includes: id } })),
  fc.boolean().map((empty) => ({ 'dimension-rules.admits': { empty } })),
);
const condition = fc
  .tuple(
    section((askedOf) => askedOf.some((one) => one !== 'data'), 4),
    fc.option(items, { nil: {} }),
    fc.option(answers, { nil: {} }),
  )
  .map(([section, item, answered]): object => ({ ...section, ...item, ...answered }))
  .map((when) => (Object.keys(when).length > 0 ? { when } : {}));

const all = fc.record({ allOf: fc.array(outcome, { maxLength: 3 }) });
const answer = fc.oneof(
  outcome,
  all,
  fc.record({ anyOf: fc.array(fc.oneof(outcome, all), { minLength: 2, maxLength: 3 }) }),
);
const ask = fc.constantFrom(
  'technology-matrix',
  'family.elected',
  { scenario: 'stack', output: 'acceleration' },
  { scenario: 'stack', output: 'runtime' },
);
const figure = fc.record(
  {
    technology: outcome,
    attribute: fc.constantFrom(...builtin.attributes.keys()),
    below: fc.oneof(fc.constantFrom('5ms', '10 k/s', '< 5', 'about(5ms'), words),
    atLeast: fc.constantFrom('500k', '99.9％'),
    note: text,
  },
  { requiredKeys: ['technology', 'attribute'] },
);

const rule = (outputs: readonly string[] | undefined): fc.Arbitrary<object> =>
  fc
    .tuple(
      condition,
      outputs === undefined
        ? fc.oneof(
            answer.map((then) => ({ then })),
            ask.map((asked) => ({ ask: asked })),
          )
        : fc.dictionary(fc.constantFrom(...outputs), answer, { minKeys: 1 }).map((then) => ({ then: { ...then } })),
      fc.record(
        {
          id: fc.stringMatching(/^[a-z#-]{1,3}[a-z0-9]$/),
          source: clause,
          title: text,
          why: text,
          alternatives: fc.array(outcome, { maxLength: 3 }),
          implementations: fc.array(outcome, { maxLength: 3 }),
          figures: fc.array(figure, { minLength: 1, maxLength: 3 }),
        },
        { requiredKeys: [] },
      ),
    )
    .map(([when, says, parts]): object => ({ ...when, ...says, ...parts }));

const decisions = fc.constantFrom(undefined, ['family'], ['one', 'two']).chain((outputs) =>
  fc
    .record(
      {
        title: text,
        description: text,
        source: clause,
        hitPolicy: fc.constantFrom('unique', 'first', 'any', 'collect'),
        rules: fc.uniqueArray(rule(outputs), {
          minLength: 1,
          maxLength: 4,
          comparator: (one, other) => 'id' in one && 'id' in other && one.id === other.id,
        }),
        each: fc.constant('data'),
      },
      { requiredKeys: ['title', 'hitPolicy', 'rules'] },
    )
    .map(
      ({ hitPolicy, rules, ...about }) =>
        ({
          apiVersion: 'whichstack/v1',
          kind: 'Decision',
          id: 'any-table',
          ...about,
          ...(outputs && { outputs }),
          table: { hitPolicy, ...(hitPolicy === 'collect' && { aggregate: 'union' }), rules },
        }) as unknown as Decision,
    ),
);

/** A title of an output; one of quotation marks alone is refused, since a cell would not keep it. */
const plainTitle = fc.stringMatching(/^[A-Za-z\u4e00-\u9fff]([A-Za-z0-9 ]{0,8}[A-Za-z0-9])?$/);

/** Tables whose outputs have types, and are ordered by their values. */
const typed = fc
  .record({
    risks: fc.uniqueArray(words, { minLength: 1, maxLength: 3 }),
    times: fc.uniqueArray(
      fc.oneof(
        fc.integer({ min: 1, max: 999 }).map((n) => `${String(n)}ms`),
        fc.constantFrom('1 s', '2h', '0.5 ms'),
      ),
      { minLength: 1, maxLength: 3 },
    ),
    texts: fc.array(words, { minLength: 1, maxLength: 4 }),
    policy: fc.constantFrom('priority', 'output-order', 'first'),
    lists: fc.boolean(),
    title: fc.option(fc.record({ en: plainTitle, zh: plainTitle }), { nil: undefined }),
  })
  .map(({ risks, times, texts, policy, lists, title }) => ({
    apiVersion: 'whichstack/v1',
    kind: 'Decision',
    id: 'typed-table',
    title: { en: 'Typed', zh: '类型' },
    outputs: {
      risk: { type: 'text', values: risks },
      time: { type: 'quantity', dimension: 'time', ...(lists && { values: times }) },
      note: { type: 'text', ...(title && { title }) },
      tool: {
        type: 'outcome',
        ...(title && { title }),
        ...(lists && { values: ['docker', { allOf: ['docker', 'kubernetes'] }] }),
      },
    },
    table: {
      hitPolicy: policy,
      rules: texts.map((note, n) => ({
        then: {
          risk: risks[n % risks.length],
          time: times[n % times.length],
          note,
          tool: n % 2 === 0 ? 'docker' : { allOf: ['docker', 'kubernetes'] },
        },
      })),
    },
  })) as unknown as fc.Arbitrary<Decision>;

it('a table of outputs with types comes back from CSV and from YAML as it was', () => {
  fc.assert(
    fc.property(typed, (decision) => {
      const csv = tableToCsv(decision, builtin);
      expect(tableFromCsv(csv, { knowledge: builtin })).toEqual(decision);
      expect(parse(decisionToYaml(decision))).toEqual(decision);
    }),
    runs(200, 60),
  );
});

it('a symbol of DMN names the hit policy and the aggregate', () => {
  const read = (symbol: string): unknown => {
    const csv = `#outputs,time: quantity time\n#hitPolicy,${symbol}\nstartup,→ time\n-,5 s\n`;
    const { table } = tableFromCsv(csv, { knowledge: builtin, id: 't' });
    return [table?.hitPolicy, table?.aggregate];
  };
  expect(['U', 'f', 'c+', 'C<', 'C>', 'C#'].map(read)).toEqual([
    ['unique', undefined],
    ['first', undefined],
    ['collect', 'sum'],
    ['collect', 'min'],
    ['collect', 'max'],
    ['collect', 'count'],
  ]);
});

it('A random table survives a round trip through CSV and YAML', () => {
  fc.assert(
    fc.property(decisions, (decision) => {
      const csv = tableToCsv(decision, builtin);
      expect(tableFromCsv(csv, { knowledge: builtin })).toEqual(decision);
      expect(parse(decisionToYaml(decision))).toEqual(decision);
      for (const line of csv.replaceAll(/"(?:[^"]|"")*"/g, 'q').split('\r\n'))
        for (const cell of line.split(',')) expect(cell).toMatch(/^(?![=+\-@])|^-$/);
    }),
    runs(200, 60),
  );
});
