import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode, gather } from '../src/decide/inputs.js';
import { Diagnostics } from '../src/language/diagnostic.js';
import type { Workload } from '../src/language/schema/workload.js';
import type { ReadWorkload } from '../src/language/statement.js';
import { readWorkload } from '../src/language/workload.js';
import { compileKnowledge, loadKnowledge, recommend, type KnowledgeBase } from '../src/index.js';
import { Compiled } from '../src/program/compiled.js';
import { Interpreter } from '../src/program/interpreter.js';
import { lower } from '../src/program/lower.js';
import { RuleIndex } from '../src/program/rule-index.js';
import type { Program } from '../src/program/program.js';

/** Any values of any factors of a section, most left out. */
function section(knowledge: KnowledgeBase, name: string): fc.Arbitrary<Record<string, unknown>> {
  const factors = [...knowledge.factors.values()].filter(({ askedOf }) => askedOf.includes(name));
  const one: Record<string, fc.Arbitrary<unknown>> = Object.fromEntries(
    factors.map((factor): [string, fc.Arbitrary<unknown>] => {
      const ids = knowledge.values(factor).map(({ id }) => id);
      const figure = fc.integer({ min: 1, max: 2000 });
      const dimension = factor.type === 'ordinal' || factor.type === 'quantity' ? factor.dimension : undefined;
      const units = Object.keys(knowledge.dimensions.get(dimension ?? '')?.units ?? {});
      const quantity = fc
        .tuple(figure, fc.constantFrom(...(units.length > 0 ? units : [''])))
        .map(([n, unit]) => `${String(n)}${unit}`);
      switch (factor.type) {
        case 'flag':
          return [factor.id, fc.boolean()];
        case 'set':
          return [factor.id, fc.subarray(ids)];
        case 'quantity':
          return [factor.id, quantity];
        case 'choice':
          return [factor.id, fc.constantFrom(...ids)];
        case 'ordinal':
          return [factor.id, units.length > 0 ? fc.oneof(fc.constantFrom(...ids), quantity) : fc.constantFrom(...ids)];
      }
    }),
  );
  return fc.record(one, { requiredKeys: [] });
}

function workloads(knowledge: KnowledgeBase): fc.Arbitrary<Workload> {
  const collections = [...knowledge.collections.keys()].map((id) => {
    const items = fc.array(
      section(knowledge, id).filter((item) => Object.keys(item).length > 0),
      { maxLength: 3 },
    );
    return [id, fc.option(items, { nil: undefined })] as const;
  });
  const outcomes = knowledge.outcomes.map(({ id }) => id);
  const few = fc.subarray(outcomes, { maxLength: 3 });
  return fc
    .record({
      requirements: fc
        .tuple(section(knowledge, 'requirements'), fc.record(Object.fromEntries(collections)))
        .map(([own, lists]) => ({
          ...own,
          ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list !== undefined)),
        })),
      environment: section(knowledge, 'environment'),
      constraints: fc.record({ forbid: few, require: few }),
    })
    .map((parts) => ({ apiVersion: 'whichstack/v1', kind: 'Workload', ...parts }));
}

function read(workload: Workload, knowledge: KnowledgeBase): ReadWorkload {
  const report = new Diagnostics();
  const found = readWorkload({ value: workload }, knowledge, report);
  if (found === undefined) throw new Error(JSON.stringify(report.all));
  return found;
}

/** The answers of all decisions of a program, by both ways of finding the rules that hit. */
function compare(program: Program, workload: Workload): void {
  const { codes, items } = encode(gather(read(workload, program.knowledge), program.knowledge), program);
  const places = [undefined, ...items.keys()].flatMap((collection) =>
    collection === undefined ? [codes] : (items.get(collection) ?? []),
  );
  for (const place of places) {
    const [compiled, interpreted] = [Compiled, Interpreter].map((Way) => {
      const whole = new Way(program, codes, items);
      const evaluation = place === codes ? whole : whole.ofItem(place);
      return program.decisions.map(({ number }) =>
        evaluation.decide(number).map(({ answer, hits }) => [answer, hits.map(({ rule }) => rule.id)]),
      );
    });
    expect(compiled).toEqual(interpreted);
  }
}

/** A table of random rules over ordinals, flags, choices, quantities and sets. */
const tables: fc.Arbitrary<KnowledgeBase> = fc
  .record({
    hitPolicy: fc.constantFrom('unique', 'first', 'any', 'collect'),
    aggregate: fc.constantFrom('list', 'union', 'intersect'),
    rules: fc.array(
      fc.record({
        when: fc.record(
          {
            a: fc.oneof(
              fc.constantFrom('l1', 'l2', 'l3'),
              fc.constantFrom('l1', 'l2').map((atLeast) => ({ atLeast })),
              fc.boolean().map((stated) => ({ stated })),
            ),
            b: fc.boolean(),
            c: fc.oneof(
              fc.subarray(['x', 'y', 'z'], { minLength: 1 }),
              fc.constantFrom('x', 'y').map((not) => ({ not })),
            ),
            q: fc
              .tuple(fc.constantFrom('atLeast', 'atMost', 'above', 'below'), fc.integer({ min: 1, max: 5 }))
              .map(([test, n]) => ({ [test]: n })),
            s: fc
              .tuple(fc.constantFrom('includes', 'excludes'), fc.constantFrom('m', 'n'))
              .map(([test, m]) => ({ [test]: m })),
          },
          { requiredKeys: [] },
        ),
        then: fc.oneof(
          fc.constantFrom('o1', 'o2', 'o3'),
          fc.subarray(['o1', 'o2', 'o3']).map((allOf) => ({ allOf })),
          fc.shuffledSubarray(['o1', 'o2', 'o3'], { minLength: 2 }).map((anyOf) => ({ anyOf })),
        ),
      }),
      { minLength: 1, maxLength: 80 },
    ),
  })
  .map(({ hitPolicy, aggregate, rules }) => {
    const text = (id: string): object => ({ en: id, zh: id });
    const document = (kind: string, id: string, rest: object): string =>
      JSON.stringify({ apiVersion: 'whichstack/v1', kind, id, title: text(id), ...rest });
    const factor = (id: string, rest: object): string =>
      document('Factor', id, { question: text(id), askedOf: ['requirements'], ...rest });
    const named = (ids: string[]): object[] => ids.map((id) => ({ id, title: text(id) }));
    const documents = [
      document('Package', 'random', { version: '1' }),
      document('Dimension', 'number', { base: '1', bare: true, examples: ['1'], units: {} }),
      factor('a', { type: 'ordinal', levels: named(['l1', 'l2', 'l3']) }),
      factor('b', { type: 'flag' }),
      factor('c', { type: 'choice', values: named(['x', 'y', 'z']) }),
      factor('q', { type: 'quantity', dimension: 'number' }),
      factor('s', { type: 'set', values: named(['m', 'n']) }),
      ...['o1', 'o2', 'o3'].map((id) => document('Outcome', id, {})),
      document('Decision', 'd', { table: { hitPolicy, ...(hitPolicy === 'collect' && { aggregate }), rules } }),
      document('Role', 'r', { order: 1, decision: 'd' }),
    ];
    return compileKnowledge(new Map([['random.yaml', documents.join('\n---\n')]]));
  });

/** What one test of a rule means, read off the value as it is stated: a second opinion that knows nothing of codes and indexes. */
function holds(id: string, test: unknown, value: unknown): boolean {
  const order = (v: unknown): number => (typeof v === 'number' ? v : ['l1', 'l2', 'l3'].indexOf(String(v)));
  if (typeof test !== 'object' || test === null || Array.isArray(test)) return [test].flat().includes(value);
  return Object.entries(test).every(([operator, operand]: [string, unknown]) => {
    if (operator === 'stated') return (value !== undefined) === operand;
    if (value === undefined) return false;
    if (operator === 'not') return value !== operand;
    if (id === 's') return (value as unknown[]).includes(operand) === (operator === 'includes');
    const [saw, bound] = [order(value), order(operand)];
    return { atLeast: saw >= bound, atMost: saw <= bound, above: saw > bound, below: saw < bound }[operator] ?? false;
  });
}

describe('every way of computing a decision agrees with every other', () => {
  it('on the built-in knowledge', () => {
    const program = lower(loadKnowledge());
    fc.assert(
      fc.property(workloads(program.knowledge), (workload) => {
        compare(program, workload);
      }),
      { numRuns: 300 },
    );
  });

  it('on random tables, with the rules read off the documents', () => {
    const stated = fc.record(
      {
        a: fc.constantFrom('l1', 'l2', 'l3'),
        b: fc.boolean(),
        c: fc.constantFrom('x', 'y', 'z'),
        q: fc.integer({ min: 0, max: 12 }).map((n) => n / 2),
        s: fc.subarray(['m', 'n']),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(tables, fc.array(stated, { minLength: 5, maxLength: 5 }), (knowledge, list) => {
        const { table } = knowledge.decisions.get('d') ?? {};
        const program = lower(knowledge);
        for (const requirements of list as Record<string, unknown>[]) {
          const { codes } = encode(
            gather(read({ apiVersion: 'whichstack/v1', kind: 'Workload', requirements }, knowledge), knowledge),
            program,
          );
          const body = program.decisions[0]?.body;
          if (body?.form !== 'table') throw new Error('no table');
          const expected = (table?.rules ?? []).flatMap(({ when = {} }, n) =>
            Object.entries(when).every(([id, test]) => holds(id, test, requirements[id])) ? [n] : [],
          );
          const index = new RuleIndex(body.rules);
          const found: number[] = [];
          for (let n = index.next(codes, 0); n >= 0; n = index.next(codes, n + 1)) found.push(n);
          expect(found).toEqual(expected);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('on random tables', () => {
    fc.assert(
      fc.property(
        tables.chain((knowledge) =>
          fc.tuple(fc.constant(knowledge), fc.array(workloads(knowledge), { minLength: 5, maxLength: 5 })),
        ),
        ([knowledge, list]) => {
          const program = lower(knowledge);
          for (const workload of list) compare(program, workload);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('any workload', () => {
  const knowledge = loadKnowledge();

  it('is answered, the same each time, with every choice within the constraints', () => {
    fc.assert(
      fc.property(workloads(knowledge), (workload) => {
        const options = { asOf: '2026-11-23', trace: true } as const;
        const answer = recommend(knowledge, workload, options);
        expect(recommend(knowledge, structuredClone(workload), options)).toEqual(answer);
        expect(recommend(knowledge, workload, { ...options, lang: 'zh' }).id).toBe(answer.id);
        const { forbid = [], require = [] } = workload.constraints ?? {};
        const roles = Object.values(answer.stack).flat();
        const stack = roles.flatMap(({ chosen }) =>
          chosen.flatMap(({ id, by, runsOn = [] }) => [
            id,
            ...(by === undefined ? [] : [by]),
            ...runsOn.map((other) => other.id),
          ]),
        );
        expect(stack.filter((id) => forbid.includes(id))).toEqual([]);
        const clash = answer.findings.find(({ code }) => code === 'unsatisfiable');
        if (clash === undefined) expect(require.filter((id) => !stack.includes(id))).toEqual([]);
        else expect(clash.statements?.length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });
});
