import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode, gather } from '../../src/decide/inputs/inputs.js';
import { decisionOf, DiagnosticError, loadKnowledge, type StatedInputs } from '../../src/index.js';
import { InputEncoder, type Encoded } from '../../src/program/compile/input-encoder.js';
import { CompiledEvaluation } from '../../src/program/compile/compiled.js';
import { NO_RESULT, type Evaluation } from '../../src/program/eval/evaluation.js';
import { codeOfFigure } from '../../src/program/ir/domain.js';
import { BucketedBounds } from '../../src/program/compile/bucketed-bounds.js';
import { Interpreter } from '../../src/program/eval/interpreter.js';
import { lower } from '../../src/program/ir/lower.js';
import { BitmapIndex } from '../../src/program/compile/bitmap-index.js';
import type { Program, ProgramDecision } from '../../src/program/ir/program.js';
import { trace } from '../../src/program/eval/trace.js';
import { document, text } from '../support/documents.mjs';
import { compiled, holds, packages, plainTables, RANDOM_VOCABULARY, stated, things } from '../support/packages.js';
import { runs } from '../support/thorough.js';
import { readInto, workloads } from '../support/workloads.js';

/** What one way of deciding answers for some decisions, and how it explains one of them. */
function described(evaluation: Evaluation, decisions: readonly ProgramDecision[], explained: number): unknown[] {
  return decisions.flatMap(({ number, outputs }, n) =>
    outputs.map((_, output) => {
      const { answer, hits } = evaluation.decide(number)[output] ?? NO_RESULT;
      return [answer, hits.map(({ rule }) => rule.id), n === explained ? why(evaluation, number, output) : []];
    }),
  );
}

/** Everything asked for one answer, with every rule that hit or did not. */
function why(evaluation: Evaluation, number: number, output: number): unknown[] {
  const asked = trace(evaluation, number, output, ({ id }, miss) =>
    miss.kind === 'no-result' ? [id, miss.decision.id] : [id, miss.name, miss.test],
  );
  return asked.map(({ hits, decision, ...rest }) => ({
    ...rest,
    decision: decision.id,
    hits: hits.map((hit) => [hit.rule.id, hit.answer]),
  }));
}

/** Holds the compiled way to the interpreter, for a workload and each of its items; explanations are of each decision in turn. */
function compare(program: Program, { codes, items }: Encoded, turn: number): void {
  const ofItems = program.decisions.filter(({ each }) => each !== undefined);
  const [compiled, interpreted] = [CompiledEvaluation, Interpreter].map((Way) => {
    const whole = new Way(program, codes, items);
    return [
      described(whole, program.decisions, turn % program.decisions.length),
      ...[...items.values()].flat().map((item) => described(whole.ofItem(item), ofItems, turn % ofItems.length)),
    ];
  });
  // Comparing texts is many times as fast; where they differ, the difference is worth waiting for.
  if (JSON.stringify(compiled) !== JSON.stringify(interpreted)) expect(compiled).toEqual(interpreted);
}

/** The same names, with nothing stated. */
const nothing = (object: StatedInputs): StatedInputs => Object.fromEntries(Object.keys(object).map((id) => [id, null]));

/** A value in another way than a program would write it. */
function inWords(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 'yes' : '否';
  if (typeof value === 'number') return ` ${String(value)} `;
  return Array.isArray(value) && value.length > 0 ? value.join(' , ') : value;
}

/** A table with a factor of each kind, for what is not stated as it ought to be. */
const SMALL = compiled([
  document('Package', 'small', { version: '1', collections: [{ id: 'things', title: text('things'), key: 'k' }] }),
  document('Dimension', 'number', { base: '1', bare: true, examples: ['1'], units: {} }),
  ...Object.entries({
    a: { type: 'ordinal', levels: ['l1', 'l2', 'l3'].map((id) => ({ id, title: text(id) })) },
    b: { type: 'flag' },
    q: { type: 'quantity', dimension: 'number' },
    k: { type: 'choice', values: ['u', 'v'].map((id) => ({ id, title: text(id) })), askedOf: ['things'] },
  }).map(([id, rest]) => document('Factor', id, { question: text(id), askedOf: ['requirements'], ...rest })),
  ...['o1', 'o2'].map((id) => document('Outcome', id, {})),
  document('Decision', 'd', {
    table: {
      hitPolicy: 'first',
      rules: [
        { when: { a: { atLeast: 'l2' }, q: { below: 5000 } }, then: 'o1' },
        { when: { q: { atLeast: 6000 } }, then: 'o2' },
      ],
    },
  }),
  document('Role', 'r', { order: 1, decision: 'd' }),
]);

describe('The interpreter and the compiled program agree', () => {
  it('on the built-in knowledge', () => {
    const program = lower(loadKnowledge());
    fc.assert(
      fc.property(workloads(program.knowledge), fc.nat(), (workload, turn) => {
        compare(program, encode(gather(readInto(workload, program.knowledge), program.knowledge), program), turn);
      }),
      runs(300, 100),
    );
  });

  it('on random tables, and with a plain reading of their documents', () => {
    fc.assert(
      fc.property(plainTables, fc.array(stated, { minLength: 20, maxLength: 20 }), (knowledge, list) => {
        const { table } = knowledge.decisions.get('d') ?? {};
        const program = lower(knowledge);
        const body = program.decisions[0]?.body;
        if (body?.form !== 'table') throw new Error('no table');
        const index = new BitmapIndex(body.rules);
        const border = new InputEncoder(program);
        const codes = new Int32Array(program.variables.length);
        const decide = decisionOf(knowledge, 'd');
        for (const one of list) {
          const items = border.encode(one, codes);
          const interpreter = new Interpreter(program, codes, items);
          expect(decide(one)).toEqual(interpreter.decide(0)[0]?.answer);
          const [described] = trace(interpreter, 0, 0, ({ origin }, miss) => {
            if (miss.kind !== 'variable') throw new Error('no test of a factor');
            return { rule: origin, factor: miss.name, test: miss.test, saw: one[miss.name] ?? null };
          });
          expect(decide.trace(one)).toEqual([
            {
              decision: 'd',
              answer: described?.answer,
              hits: described?.hits.map((hit) => ({ rule: hit.rule.origin, says: hit.answer })),
              misses: described?.misses,
            },
          ]);
          const expected = (table?.rules ?? []).flatMap(({ when = {} }, n) =>
            Object.entries(when).every(([id, test]) => holds(id, test, one[id])) ? [n] : [],
          );
          const found: number[] = [];
          for (let n = index.next(codes, 0); n >= 0; n = index.next(codes, n + 1)) found.push(n);
          expect(found).toEqual(expected);
        }
      }),
      runs(100, 30),
    );
  });

  it('for objects with their factors in any order, and with other keys', () => {
    const shuffled = stated.chain((object) => {
      const entries = Object.entries(object);
      return fc.shuffledSubarray(entries, { minLength: entries.length });
    });
    fc.assert(
      fc.property(
        plainTables,
        fc.array(fc.tuple(shuffled, stated), { minLength: 20, maxLength: 20 }),
        (table, list) => {
          const program = lower(table);
          const border = new InputEncoder(program);
          const decide = decisionOf(table, 'd');
          for (const [own, above] of list) {
            const object = Object.fromEntries(own);
            const codes = new Int32Array(program.variables.length);
            const items = border.encode(object, codes);
            const expected = new Interpreter(program, codes, items).decide(0)[0]?.answer;
            const getters = own.map(([id, value]): [string, PropertyDescriptor] => [
              id,
              { enumerable: true, get: () => value },
            ]);
            const forms: StatedInputs[] = [
              object,
              Object.assign(Object.create(null) as StatedInputs, object),
              Object.assign(Object.create(object) as StatedInputs, Object.fromEntries(own.slice(1))),
              Object.defineProperties({}, Object.fromEntries(getters)),
              { ...object, things: [{ k: 'u' }], w: undefined },
              { ...nothing(above), ...object },
              Object.fromEntries(own.map(([id, value]) => [id, inWords(value)])),
            ];
            for (const form of forms) expect(decide(form)).toEqual(expected);
          }
        },
      ),
      runs(100, 30),
    );
  });

  it('in leaving out a list that is undefined or null, as a factor that is', () => {
    const rules = [{ when: { things: { some: { k: { stated: false } } } }, then: 'o1' }, { then: 'o2' }];
    const knowledge = compiled([
      ...RANDOM_VOCABULARY,
      document('Decision', 'd', { table: { hitPolicy: 'first', rules } }),
      document('Role', 'r', { order: 1, decision: 'd' }),
    ]);
    const decide = decisionOf(knowledge, 'd');
    for (const left of [{}, { things: undefined }, { things: null }, { things: [] }])
      expect(decide(left)).toEqual([['o2']]);
    expect(decide({ things: [{}] })).toEqual([['o1']]);
  });

  it('in refusing unknown factors and values at any position', () => {
    const decide = decisionOf(SMALL, 'd');
    const right = { a: 'l2', q: 3 };
    const wrong: StatedInputs[] = [
      { a: 'l9' },
      { a: '' },
      { a: 3 },
      { q: -1 },
      { q: 'many' },
      { q: Infinity },
      { b: 'l1' },
      { z: 1 },
      { things: [{ k: 'w' }] },
    ];
    for (const one of wrong) {
      for (const object of [one, { ...right, ...one }, { ...one, ...right, ...one }])
        expect(() => decide(object)).toThrow(DiagnosticError);
      expect(decide(right)).toEqual([['o1']]);
    }
    expect(decide({ q: -0, a: 'l1' })).toBeNull();
    expect(decide({ q: 4999.5, a: 'l3' })).toEqual([['o1']]);
    expect(decide({ q: 1e9, a: 'l3' })).toEqual([['o2']]);
  });

  it('in results that a caller may change without an effect on others', () => {
    const decide = decisionOf(SMALL, 'd');
    const answer = decide({ q: 4999.5, a: 'l3' });
    expect(() => (answer as string[][]).push([])).toThrow(TypeError);
    expect(() => (answer as string[][])[0]?.push('o3')).toThrow(TypeError);
    expect(decide({ q: 4999.5, a: 'l3' })).toEqual([['o1']]);
  });

  it('on the interval of a figure among bounds, close together or far apart', () => {
    const figure = fc.oneof(fc.integer({ min: -30, max: 30 }), fc.double({ min: -1e12, max: 1e12, noNaN: true }));
    fc.assert(
      fc.property(fc.array(figure, { maxLength: 40 }), fc.array(figure), (list, others) => {
        const bounds = [...new Set(list)].sort((a, b) => a - b);
        const grid = new BucketedBounds(bounds, { integer: false, negative: true });
        for (const one of [...bounds, ...others]) expect(grid.code(one)).toBe(codeOfFigure(bounds, one));
        const beyond = grid.whole.length - 1;
        const isWrong = (code: number, one: number): boolean =>
          (one < beyond || code >= 0) && code !== codeOfFigure(bounds, one);
        expect(grid.whole.findIndex(isWrong)).toBe(-1);
        if ((grid.whole[beyond] ?? -1) >= 0) expect(beyond).toBeGreaterThan(bounds.at(-1) ?? -1);
      }),
      { numRuns: 1000 },
    );
  });

  // 250 inputs for each package: where thorough, 100,000 in all.
  it('on random packages, explanations included', { timeout: 240_000 }, () => {
    const inputs = fc.array(fc.tuple(stated, things), { minLength: 250, maxLength: 250 });
    fc.assert(
      fc.property(packages, inputs, (knowledge, list) => {
        const program = lower(knowledge);
        const border = new InputEncoder(program);
        const second = decisionOf(knowledge, 'd0.r');
        for (const [turn, [one, items]] of list.entries()) {
          const codes = new Int32Array(program.variables.length);
          const encoded = { codes, items: border.encode({ ...one, things: items }, codes) };
          compare(program, encoded, turn);
          const { answer } = new Interpreter(program, codes, encoded.items).decide(0)[1] ?? NO_RESULT;
          expect(second({ ...one, things: items })).toEqual(answer);
        }
      }),
      runs(400, 12),
    );
  });
});
