import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decisionOf, type KnowledgeBase, type StatedInputs as Stated } from '../../src/index.js';
import { AGGREGATES, HIT_POLICIES } from '../../src/language/outputs/hit-policies/registry.js';
import { OUTPUT_KINDS, type OutputKind, type OutputValue } from '../../src/language/outputs/values.js';
import { DecisionSchema, type OutputAnswer } from '../../src/language/schema/knowledge/decision.js';
import { CompiledEvaluation } from '../../src/program/compile/compiled.js';
import { InputEncoder } from '../../src/program/compile/input-encoder.js';
import { Interpreter } from '../../src/program/eval/interpreter.js';
import { trace } from '../../src/program/eval/trace.js';
import { lower } from '../../src/program/ir/lower.js';
import { document } from '../support/documents.mjs';
import { hitPolicies } from '../support/hit-policies.js';
import { compiled, holds, plainConditions, RANDOM_VOCABULARY, stated } from '../support/packages.js';
import { runs } from '../support/thorough.js';

/** A table as a document has it: the declared outputs, and rules with an answer for some of them. */
interface Written {
  readonly outputs: Readonly<
    Record<string, { type: OutputKind; dimension?: string; values?: readonly OutputAnswer[] }>
  >;
  readonly table: {
    readonly hitPolicy: string;
    readonly aggregate?: string;
    readonly rules: readonly {
      readonly when: Readonly<Record<string, unknown>>;
      readonly then: Readonly<Record<string, OutputAnswer>>;
    }[];
  };
}

const packageOf = (written: Written, others: readonly string[] = []): KnowledgeBase =>
  compiled([
    ...RANDOM_VOCABULARY,
    document('Dimension', 'time', { base: 's', examples: ['1s'], units: { ms: 0.001, s: 1 } }),
    document('Decision', 'd', { ...written }),
    ...others,
    document('Decision', 'of-role', { table: { hitPolicy: 'first', rules: [{ then: 'o1' }] } }),
    document('Role', 'r', { order: 1, decision: 'of-role' }),
  ]);

/** What a rule writes for an output, as values. */
function valuesOf(answer: OutputAnswer, kind: OutputKind): OutputValue[] {
  if (kind === 'text') return [answer as string];
  if (kind === 'quantity') {
    const [, figure = '', unit] = /^([\d.]+)(ms|s)?$/.exec(answer as string) ?? [];
    return [Number(figure) * (unit === 'ms' ? 0.001 : 1)];
  }
  if (typeof answer !== 'object') return [[String(answer)]];
  return 'allOf' in answer ? [[...answer.allOf].sort()] : answer.anyOf.flatMap((part) => valuesOf(part, kind));
}

/** A second opinion on what a table answers: read off the document, policy by policy, with no code of the product. */
function expected({ outputs, table }: Written, one: Stated): unknown[] {
  const names = Object.keys(outputs);
  const key = (value: unknown): string => JSON.stringify(value);
  const hit = table.rules.filter(({ when }) => Object.entries(when).every(([id, test]) => holds(id, test, one[id])));
  const rankOf = (then: Readonly<Record<string, OutputAnswer>>): number[] =>
    names.flatMap((name): number[] => {
      const { values, type } = outputs[name] ?? { type: 'outcome' };
      if (values === undefined) return [];
      const own = then[name];
      const listed = values.map((value) => key(valuesOf(value, type)[0]));
      return [own === undefined ? Infinity : listed.indexOf(key(valuesOf(own, type)[0]))];
    });
  const inOrder = [...hit].sort((a, b) => {
    const [mine, theirs] = [rankOf(a.then), rankOf(b.then)];
    const n = mine.findIndex((rank, at) => rank !== theirs[at]);
    return n < 0 ? 0 : (mine[n] ?? 0) < (theirs[n] ?? 0) ? -1 : 1;
  });
  return names.map((name) => {
    const type = outputs[name]?.type ?? 'outcome';
    const own = (rules: typeof hit): OutputValue[][] =>
      rules.flatMap(({ then }) => (then[name] === undefined ? [] : [valuesOf(then[name], type)]));
    const all = own(hit);
    const [first] = all;
    if (first === undefined) return null;
    const once = (values: OutputValue[]): OutputValue[] =>
      type === 'outcome' ? values.filter((value, n) => values.findIndex((v) => key(v) === key(value)) === n) : values;
    const figures = all.flat().map(Number);
    switch (table.hitPolicy) {
      case 'unique':
        return all.length === 1 ? first : null;
      case 'first':
        return first;
      case 'any':
        return all.every((answer) => key(answer) === key(first)) ? first : null;
      case 'priority':
        return own(inOrder)[0];
      case 'output-order':
        return once(own(inOrder).flat());
    }
    switch (table.aggregate) {
      case 'list':
        return once(all.flat());
      case 'sum':
        return [figures.reduce((sum, figure) => sum + figure, 0)];
      case 'min':
        return [Math.min(...figures)];
      case 'max':
        return [Math.max(...figures)];
      case 'count':
        return [all.length];
      default:
        throw new Error(`no expectation for ${table.hitPolicy} ${String(table.aggregate)}`);
    }
  });
}

const OUTPUT = {
  text: { declared: { type: 'text', values: ['high', 'low', 'no risk'] }, answers: ['high', 'low', 'no risk'] },
  quantity: { declared: { type: 'quantity', dimension: 'time' }, answers: ['1s', '1000ms', '2s', '250ms', '0s'] },
  outcome: {
    declared: { type: 'outcome', values: ['o2', { allOf: ['o1', 'o3'] }, 'o1'] },
    answers: ['o1', 'o2', { allOf: ['o3', 'o1'] }, { anyOf: ['o1', 'o2'] }],
  },
} as const;

/** Random tables of a policy with two outputs of some kinds. */
function tables(hitPolicy: string, aggregate: string | undefined, kinds: readonly OutputKind[]): fc.Arbitrary<Written> {
  return fc.tuple(fc.constantFrom(...kinds), fc.constantFrom(...kinds)).chain(([p, r]) => {
    const answer = (kind: OutputKind): fc.Arbitrary<OutputAnswer> =>
      fc.constantFrom<OutputAnswer>(...(OUTPUT[kind].answers as readonly OutputAnswer[]));
    const when = plainConditions.map((condition) => Object.fromEntries(Object.entries(condition).slice(0, 2)));
    const then = fc
      .record({ p: answer(p), r: answer(r) }, { requiredKeys: [] })
      .filter((one) => Object.keys(one).length > 0);
    return fc.array(fc.record({ when, then }), { minLength: 1, maxLength: 40 }).map((rules): Written => ({
      outputs: { p: OUTPUT[p].declared, r: OUTPUT[r].declared },
      table: { hitPolicy, ...(aggregate !== undefined && { aggregate }), rules: rules },
    }));
  });
}

/** The hit policies that take more than outcomes, with the kinds of output that each takes. */
const POLICIES = hitPolicies().flatMap(({ id, aggregate, takes = OUTPUT_KINDS, ordersByValues }) => {
  const kinds = takes.filter((kind) => ordersByValues !== true || 'values' in OUTPUT[kind].declared);
  return kinds.some((kind) => kind !== 'outcome') ? [[id, aggregate, kinds] as const] : [];
});

describe.each(POLICIES)('a table of the hit policy %s %s', (hitPolicy, aggregate, kinds) => {
  it('answers as its rules read, interpreted, compiled, delegated to and explained', () => {
    fc.assert(
      fc.property(
        tables(hitPolicy, aggregate, kinds),
        fc.array(stated, { minLength: 20, maxLength: 20 }),
        (written, inputs) => {
          const delegate = document('Decision', 'e', {
            outputs: written.outputs,
            table: { hitPolicy: 'first', rules: [{ when: { b: true }, ask: 'd' }, { ask: 'd' }] },
          });
          const knowledge = packageOf(written, aggregate === 'count' ? [] : [delegate]);
          const program = lower(knowledge);
          const encoder = new InputEncoder(program);
          const names = Object.keys(written.outputs);
          const [p, r] = names.map((name) => decisionOf<OutputValue>(knowledge, `d.${name}`));
          for (const one of inputs) {
            const codes = new Int32Array(program.variables.length);
            const items = encoder.encode(one, codes);
            const [interpreted, fast] = [Interpreter, CompiledEvaluation].map((Way) => {
              const evaluation = new Way(program, codes, items);
              return program.decisions.map(({ number, outputs, id }) => ({
                id,
                results: evaluation.decide(number).map(({ answer, hits }) => [answer, hits.map(({ rule }) => rule.id)]),
                traces: outputs.map((_, output) =>
                  trace(evaluation, number, output, ({ id: rule }, why) => [rule, why.kind]).map(
                    ({ hits, ...rest }) => ({
                      ...rest,
                      decision: rest.decision.id,
                      hits: hits.map((hit) => [hit.rule.id, hit.answer]),
                    }),
                  ),
                ),
              }));
            });
            expect(fast).toEqual(interpreted);
            const answers = expected(written, one);
            expect([p?.(one), r?.(one)]).toEqual(answers);
            expect([p?.trace(one)[0]?.answer, r?.trace(one)[0]?.answer]).toEqual(answers);
            const delegated = interpreted?.find(({ id }) => id === 'e');
            if (delegated !== undefined) expect(delegated.results.map(([answer]) => answer)).toEqual(answers);
          }
        },
      ),
      runs(40, 15),
    );
  });
});

describe('the registry of hit policies', () => {
  it('is what the schema of a table enumerates', () => {
    const { properties } = DecisionSchema.properties.table as unknown as {
      properties: { hitPolicy: { enum: string[] }; aggregate: { anyOf: [{ enum: string[] }] } };
    };
    expect(properties.hitPolicy.enum).toEqual(HIT_POLICIES);
    expect(properties.aggregate.anyOf[0].enum).toEqual(AGGREGATES);
  });
});

describe('an output with a type', () => {
  const rules = [
    { when: { a: { atLeast: 'l2' } }, then: { cost: '1500ms', risk: 'low', note: 'a' } },
    { when: { b: true }, then: { cost: '0.5s', risk: 'high', note: 'b' } },
    { when: { c: 'x' }, then: { cost: '2s', risk: 'high', note: 'c' } },
  ];
  const outputs = {
    cost: { type: 'quantity', dimension: 'time' },
    risk: { type: 'text', values: ['high', 'low'] },
    note: { type: 'text' },
  } as const;
  const all: Stated = { a: 'l3', b: true, c: 'x' };

  it('answers of one rule: the first written of the highest priority', () => {
    const knowledge = packageOf({ outputs, table: { hitPolicy: 'priority', rules } });
    const answers = ['risk', 'note', 'cost'].map((name) => decisionOf<OutputValue>(knowledge, `d.${name}`)(all));
    expect(answers).toEqual([['high'], ['b'], [0.5]]);
  });

  it('orders the outputs by priority, and keeps each as often as rules have it', () => {
    const knowledge = packageOf({ outputs, table: { hitPolicy: 'output-order', rules } });
    const answers = ['risk', 'note'].map((name) => decisionOf<string>(knowledge, `d.${name}`)(all));
    expect(answers).toEqual([
      ['high', 'high', 'low'],
      ['b', 'c', 'a'],
    ]);
  });

  it('adds, compares and counts figures in the base unit of their dimension', () => {
    const only = rules.map(({ when, then }) => ({ when, then: { cost: then.cost } }));
    const answers = ['sum', 'min', 'max', 'count'].map((aggregate) => {
      const table = { hitPolicy: 'collect', aggregate, rules: only };
      const decide = decisionOf<number>(packageOf({ outputs: { cost: outputs.cost }, table }), 'd');
      return [decide(all), decide({ b: true }), decide({})];
    });
    expect(answers).toEqual([
      [[4], [0.5], null],
      [[0.5], [0.5], null],
      [[2], [0.5], null],
      [[3], [1], null],
    ]);
  });

  it('has its answer and no other under a name that every object inherits', () => {
    const named = { constructor: { type: 'text' }, toString: { type: 'outcome' } } as const;
    const own: Written['table']['rules'] = [
      { when: { b: true }, then: { toString: 'o1' } },
      { when: {}, then: { constructor: 'x' } },
    ];
    const knowledge = packageOf({ outputs: named, table: { hitPolicy: 'collect', aggregate: 'list', rules: own } });
    const answers = ['constructor', 'toString'].map((name) => decisionOf<OutputValue>(knowledge, `d.${name}`));
    expect(answers.map((decide) => [decide({}), decide({ b: true })])).toEqual([
      [['x'], ['x']],
      [null, [['o1']]],
    ]);
  });
});

describe('a rule of a decision with several outputs', () => {
  const delegating = (asked: object, ask: string): KnowledgeBase =>
    compiled([
      ...RANDOM_VOCABULARY,
      document('Decision', 'asked', asked),
      document('Decision', 'asking', { outputs: ['p', 'r'], table: { hitPolicy: 'first', rules: [{ ask }] } }),
      document('Role', 'of-p', { order: 1, decision: 'asking.p' }),
    ]);
  const answers = (knowledge: KnowledgeBase): unknown[] =>
    ['p', 'r'].map((output) => decisionOf(knowledge, `asking.${output}`)({}));
  const table = (rules: readonly object[]): object => ({ table: { hitPolicy: 'first', rules } });

  it('takes the only output of a decision for each of its own', () => {
    expect(answers(delegating(table([{ then: 'o1' }]), 'asked'))).toEqual([[['o1']], [['o1']]]);
  });

  it('takes an output that it names for each of its own', () => {
    const asked = { outputs: ['p', 'r'], ...table([{ then: { p: 'o1', r: 'o2' } }]) };
    expect(answers(delegating(asked, 'asked.r'))).toEqual([[['o2']], [['o2']]]);
  });

  it('takes the outputs of the same names from a decision that has them', () => {
    const asked = { outputs: ['p', 'r'], ...table([{ then: { p: 'o1', r: 'o2' } }]) };
    expect(answers(delegating(asked, 'asked'))).toEqual([[['o1']], [['o2']]]);
  });
});
