import type { OutputValue } from '../../src/language/outputs/values.js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROBLEM_CODES } from '../../src/language/diagnostics/problem-codes.js';
import {
  compileKnowledge,
  verify,
  type KnowledgeBase,
  type ProblemReport,
  type Verification,
} from '../../src/index.js';
import { problemsOf } from '../../src/check/rules/problems.js';
import { ProblemMessages } from '../../src/check/report/messages.js';
import { Describer } from '../../src/report/describe.js';
import { InputEncoder } from '../../src/program/compile/input-encoder.js';
import { NO_RESULT, type Result } from '../../src/program/eval/evaluation.js';
import { Interpreter } from '../../src/program/eval/interpreter.js';
import { lower } from '../../src/program/ir/lower.js';
import type { Program, ProgramRule } from '../../src/program/ir/program.js';
import { ROOT } from '../support/cli.js';
import { compiled } from '../support/packages.js';
import type { Lang } from '../../src/language/format.js';
import { document, text } from '../support/documents.mjs';
import { asOf, builtin } from '../support/decide.js';

const file = join(ROOT, 'test/fixtures/flawed/parking.yaml');
const parking = compileKnowledge(new Map([[file, readFileSync(file, 'utf8')]]));

const problemsIn = (knowledge: KnowledgeBase): Verification['problems'] =>
  verify(knowledge, { lang: 'en', asOf }).verification.problems;
const namesOf = ({ rules }: ProblemReport): string[] => rules.map(({ rule }) => rule);

/** What the interpreter answers, and which rules of the decision hit by their own conditions. */
function interpreted(
  program: Program,
  name: string,
  stated: Readonly<Record<string, unknown>>,
): Result<OutputValue> & { met: string[] } {
  const [id, named] = name.split('.');
  const decision = program.decisions.find((one) => one.id === id);
  if (decision === undefined) throw new Error(`no decision ${name}`);
  const codes = new Int32Array(program.variables.length);
  const evaluation = new Interpreter(program, codes, new InputEncoder(program, decision.each).encode(stated, codes));
  const result =
    evaluation.decide(decision.number)[named === undefined ? 0 : decision.outputs.indexOf(named)] ?? NO_RESULT;
  const holds = ({ tests }: ProgramRule): boolean => evaluation.failure(tests) === undefined;
  const reached = (node: ProgramRule): ProgramRule[] =>
    holds(node) ? [node, ...(node.branches ?? []).flatMap(reached)] : [];
  const { body } = decision;
  const rules = body.form === 'table' ? body.rules.filter(holds) : body.form === 'tree' ? reached(body.root) : [];
  return {
    ...result,
    met: rules.map((rule) => rule.id),
  };
}

/** Holds a problem to what the interpreter says of its witness; whether there was anything to hold it to. */
function confirm(problem: ProblemReport, program: Program): boolean {
  const { code, decision, other, witness } = problem;
  if (witness === undefined || decision === undefined) return false;
  const { answer, hits, met } = interpreted(program, decision, witness.stated);
  const [first, ...others] = namesOf(problem);
  switch (code) {
    case 'gap':
    case 'gap-with-fallback':
    case 'level-without-result':
      expect(answer, problem.message).toBeNull();
      return true;
    case 'overlap':
      expect(met, problem.message).toContain(first);
      expect(
        met.some((name) => others.includes(name)),
        problem.message,
      ).toBe(true);
      expect(answer, problem.message).toBeNull();
      return true;
    case 'ambiguous':
      expect(
        hits.map(({ rule }) => rule.id),
        problem.message,
      ).toEqual(expect.arrayContaining(namesOf(problem)));
      return true;
    case 'masked':
      expect(met, problem.message).toEqual(expect.arrayContaining([first, ...others]));
      expect(answer === null ? [] : hits.map(({ rule }) => rule.id), problem.message).not.toContain(first);
      return true;
    case 'redundant':
      expect(met, problem.message).toContain(first);
      expect(
        met.some((name) => others.includes(name)),
        problem.message,
      ).toBe(true);
      return true;
    case 'empty-intersection':
      expect(answer, problem.message).toEqual([]);
      return true;
    case 'disagreement': {
      const theirs = interpreted(program, other ?? '', witness.stated);
      // Of several rows that hit, it may be one alone that disagrees.
      const behind = theirs.hits
        .filter(({ rule }) => namesOf(problem).includes(rule.id))
        .flatMap(({ answer }) => answer);
      expect(behind.length, problem.message).toBeGreaterThan(0);
      expect(
        answer?.filter((a) => behind.some((one) => String(a) === String(one))),
        problem.message,
      ).toEqual([]);
      return true;
    }
    default:
      return false;
  }
}

describe('A package with a flaw of every kind', () => {
  const problems = problemsIn(parking);

  it('has a gap, an overlap and a masked rule, each found with its witness', () => {
    const codes = ['gap-with-fallback', 'overlap', 'masked'];
    const found = problems.filter(({ decision, code }) => decision === 'floor' && codes.includes(code));
    expect(found.map((problem) => [problem.code, namesOf(problem), problem.where, problem.witness?.stated])).toEqual([
      [
        'overlap',
        ['floor#1', 'floor#2'],
        ['Vehicle: a car; Length: ≥ 4.5m and < 5m'],
        { vehicle: 'car', length: '4.5m' },
      ],
      ['masked', ['floor#4', 'floor#3'], ['Vehicle: a van; Permit: yes'], { vehicle: 'van', permit: true }],
      [
        'gap-with-fallback',
        [],
        ['Vehicle: a bicycle or a scooter'],
        { vehicle: 'bike', length: '2.25m', permit: false },
      ],
    ]);
  });

  it('has the problems that were put into it, and no others', () => {
    const subjectOf = ({ decision, factor, technology }: ProblemReport): string | undefined =>
      decision ?? factor ?? technology;
    expect(problems.map((problem) => [problem.code, subjectOf(problem), ...namesOf(problem)])).toEqual([
      ['overlap', 'floor', 'floor#1', 'floor#2'],
      ['masked', 'floor', 'floor#4', 'floor#3'],
      ['masked', 'gate', 'gate#3', 'gate#2'],
      ['unreachable', 'gate', 'gate#6'],
      ['ambiguous', 'sign', 'sign#1', 'sign#2'],
      ['gap', 'allowed'],
      ['unreachable', 'tariff', 'tariff/2'],
      ['delegate-has-no-result', 'barrier', 'barrier#1'],
      ['empty-intersection', 'allowed', 'allowed#1', 'allowed#2'],
      ['disagreement', 'tariff', 'tariff/1', 'floor#2'],
      ['disagreement', 'floor', 'floor#1', 'gate#7'],
      ['against-order', 'charge', 'charge#3', 'charge#4'],
      ['forbidden-outcome', 'sign', 'sign#4'],
      ['redundant', 'gate', 'gate#1', 'gate#2'],
      ['redundant', 'gate', 'gate#5', 'gate#7'],
      ['irrelevant-factor', 'gate'],
      ['technology-incomplete', 'lift'],
      ['omits-contradicted', 'lift'],
      ['undated-figure', 'lift'],
      ['dated-by-reading', 'lift'],
      ['unused-decision', 'storage'],
      ['unused-factor', 'weather'],
      ['indistinguishable-levels', 'season'],
      ['factor-without-effect', 'barrier', 'barrier#1'],
      ['bound-without-effect', 'charge', 'charge#1', 'charge#2'],
      ['levels-without-effect', 'vehicle'],
      ['text-untranslated', undefined],
      ['unused-suppression', undefined],
      ['gap-with-fallback', 'floor'],
      ['gap-with-fallback', 'tariff'],
      ['unused-outcome', 'cellar'],
      ['unused-outcome', 'lift'],
    ]);
  });

  it('is confirmed by the interpreter for each problem', () => {
    const program = lower(parking);
    const confirmed = new Set(problems.filter((problem) => confirm(problem, program)).map(({ code }) => code));
    expect(confirmed).toEqual(
      new Set([
        'overlap',
        'masked',
        'ambiguous',
        'gap',
        'empty-intersection',
        'disagreement',
        'redundant',
        'gap-with-fallback',
      ]),
    );
  });
});

describe('The built-in knowledge', () => {
  const problems = problemsIn(builtin);

  it('has no error that no tension acknowledges', () => {
    expect(problems.filter(({ severity, acknowledged }) => severity === 'error' && acknowledged === undefined)).toEqual(
      [],
    );
  });

  it('shows the tensions of the guide that can be seen in its rules and facts', () => {
    const found = new Set(problems.flatMap(({ acknowledged }) => acknowledged?.tension ?? []));
    const tensions = Array.from({ length: 12 }, (_, n) => `t${String(n + 1)}`);
    // The first is about what a word means: nothing in the rules contradicts. The figures that the seventh is about are past their expiry, and condemn nothing.
    expect(tensions.filter((id) => !found.has(id))).toEqual(['t1', 't7']);
  });

  it('has problems that the interpreter confirms, each', () => {
    const program = lower(builtin);
    const confirmed = problems.filter((problem) => confirm(problem, program)).map(({ code }) => code);
    expect(new Set(confirmed)).toEqual(
      new Set([
        'gap',
        'gap-with-fallback',
        'ambiguous',
        'disagreement',
        'empty-intersection',
        'level-without-result',
        'redundant',
      ]),
    );
  });
});

it('Every kind of problem occurs in one of the two, but `inconclusive`', () => {
  const found = new Set<string>([...problemsIn(parking), ...problemsIn(builtin)].map(({ code }) => code));
  expect(PROBLEM_CODES.filter((code) => !found.has(code))).toEqual(['inconclusive']);
});

describe('check', () => {
  const levels = Array.from({ length: 8 }, (_, n) => ({ id: `l${String(n)}`, title: text(`l${String(n)}`) }));
  const factors = Array.from({ length: 5 }, (_, n) => `f${String(n)}`);
  const packageOf = (decisions: Readonly<Record<string, object>>): KnowledgeBase =>
    compiled([
      document('Package', 'flawed', { version: '1' }),
      ...factors.map((id) =>
        document('Factor', id, { question: text('?'), askedOf: ['requirements'], type: 'choice', values: levels }),
      ),
      ...['o0', 'o1', 'o2'].map((id) => document('Outcome', id, {})),
      ...Object.entries(decisions).map(([id, rest]) => document('Decision', id, rest)),
      document('Role', 'r', { order: 1, decision: 'd' }),
    ]);
  const always = { table: { hitPolicy: 'first', rules: [{ when: { f0: 'l0' }, then: 'o0' }, { then: 'o1' }] } };

  it('reports an outcome that only a masked rule names', () => {
    const rules = [...always.table.rules, { when: { f1: 'l1' }, then: 'o2' }];
    const found = problemsIn(packageOf({ d: { table: { hitPolicy: 'first', rules } } }));
    expect(found.filter(({ code }) => code === 'unused-outcome').map(({ technology }) => technology)).toEqual(['o2']);
  });

  it('reports a branch that tests for an answer that is never given there', () => {
    const tree = {
      when: { f0: 'l0' },
      then: 'o0',
      branches: [
        { when: { asked: 'o0', f1: 'l1' }, then: 'o1' },
        { when: { asked: 'o1' }, then: 'o2' },
      ],
    };
    const found = problemsIn(packageOf({ asked: always, d: { tree } }));
    expect(found.filter(({ code }) => code === 'unreachable').map(namesOf)).toEqual([['d/2']]);
  });

  /** The problems of a table on one figure, each with what its witness states. */
  const ofFigures = (rules: readonly object[], integer = false): string[] =>
    problemsIn(
      compiled([
        document('Package', 'halls', { version: '1' }),
        document('Dimension', 'count', { base: '1', bare: true, integer, examples: ['1'], units: {} }),
        document('Factor', 'q', {
          type: 'quantity',
          dimension: 'count',
          question: text('?'),
          askedOf: ['requirements'],
        }),
        ...['o0', 'o1'].map((id) => document('Outcome', id, {})),
        document('Role', 'r', { order: 1, decision: 'd' }),
        document('Decision', 'd', { table: { hitPolicy: 'any', rules } }),
      ]),
    ).map(({ code, witness }) => `${code} ${JSON.stringify(witness?.stated ?? {})}`);

  it('finds no value between consecutive whole numbers', () => {
    const rules = [
      { when: { q: { atMost: 2 } }, then: 'o0' },
      { when: { q: { atLeast: 3 } }, then: 'o1' },
      { when: { q: { above: 3, below: 4 } }, then: 'o0' },
    ];
    expect(ofFigures(rules)).toEqual(['gap {"q":2.5}', 'overlap {"q":3.5}']);
    expect(ofFigures(rules, true)).toEqual(['unreachable {}']);
  });

  it('distinguishes figures up to the precision of a double', () => {
    const close = [
      { when: { q: { atMost: 0.3 } }, then: 'o0' },
      { when: { q: { atLeast: 0.30000000000000004 } }, then: 'o1' },
    ];
    expect(ofFigures(close)).toEqual([]);
    expect(ofFigures([{ when: { q: { atMost: 1e17 } }, then: 'o0' }])).toContain('gap {"q":200000000000000000}');
  });

  it('names what is inconclusive where there are too many cases, and keeps what is proven', () => {
    const rules = factors.flatMap((id) =>
      levels.map((level) => ({ when: { [id]: level.id, asked: 'o1' }, then: 'o1' })),
    );
    const knowledge = packageOf({
      asked: always,
      d: { table: { hitPolicy: 'any', rules: [...rules, { then: 'o1' }] } },
    });
    const found = problemsOf(lower(knowledge), asOf);
    const notes = found.filter((one) => one.code === 'inconclusive');
    expect(notes.map(({ decision, unproven }) => [decision.id, unproven])).toEqual([
      ['d', ['gap', 'overlap', 'redundant']],
    ]);
    const messages = (lang: Lang): string[] =>
      notes.map((note) => new ProblemMessages(new Describer(knowledge, lang)).of(note));
    expect(messages('en')[0]).toContain(
      'inputs without a result, rules that hit for the same inputs against the hit policy or',
    );
    expect(messages('zh')[0]).toContain('没有结果的输入、违反命中策略而重叠的规则或冗余的规则');
    // The rule for `f0: l0` waits for an answer that is given for all else: that is proven from its own tests alone.
    const dead = found.filter((one) => one.code === 'unreachable');
    expect(dead.map(({ rules }) => rules.map(({ id }) => id))).toEqual([['d#1']]);
  });
});
