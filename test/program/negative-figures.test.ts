import { describe, expect, it } from 'vitest';
import { answer, decisionOf, DiagnosticError, startInterview, whatIf, type KnowledgeBase } from '../../src/index.js';
import { asOf } from '../support/decide.js';
import { document, text } from '../support/documents.mjs';
import { compiled } from '../support/packages.js';
import { allProblemsIn, factor } from '../support/small-package.js';

/** A package in which a figure may be below nought, or may not. */
const greenhouse = (negative: boolean, rules: readonly object[], bare = true): KnowledgeBase =>
  compiled([
    document('Package', 'greenhouse', { version: '1' }),
    document('Dimension', 'temperature', { base: 'C', bare, negative, examples: ['-5C'], units: { C: 1 } }),
    factor('outside', { type: 'quantity', dimension: 'temperature' }),
    ...['open', 'shut', 'heat'].map((id) => document('Outcome', id, { title: text(id) })),
    document('Decision', 'vent', { table: { hitPolicy: 'unique', rules } }),
    document('Role', 'vent', { order: 1, decision: 'vent' }),
  ]);
const RULES = [
  { when: { outside: { below: '-5C' } }, then: 'heat' },
  { when: { outside: { atLeast: '-5C', below: '0C' } }, then: 'shut' },
  { when: { outside: { atLeast: '0C' } }, then: 'open' },
];
const ventAt = (knowledge: KnowledgeBase, outside: unknown): string | undefined =>
  answer(knowledge, { requirements: { outside } }, { asOf })[0]?.chosen[0]?.id;

describe('Figures below nought', () => {
  const knowledge = greenhouse(true, RULES);

  it('are decided by as any others, in each way of writing and of evaluating', () => {
    const vent = decisionOf(knowledge, 'vent');
    const expected = {
      '-40C': 'heat',
      '-5.01 C': 'heat',
      '-5C': 'shut',
      '-0.5C': 'shut',
      '-0C': 'open',
      '12C': 'open',
    };
    for (const [written, outcome] of Object.entries(expected)) {
      expect([written, ventAt(knowledge, written)]).toEqual([written, outcome]);
      const figure = Number.parseFloat(written);
      expect([figure, vent({ outside: figure })]).toEqual([figure, [[outcome]]]);
    }
  });

  it('leave no gap where rules cover them, and are a witness of one where they do not', () => {
    expect(allProblemsIn(knowledge).map(({ code }) => code)).toEqual([]);
    const [problem] = allProblemsIn(greenhouse(true, RULES.slice(1)));
    expect(problem?.code).toBe('gap');
    expect(JSON.stringify(problem?.witness)).toMatch(/"outside":"?-/);
    // Where there are none, the rule about them is the problem.
    expect(() => greenhouse(false, RULES)).toThrow(DiagnosticError);
  });

  it('are found as what would change the answer, and asked for', () => {
    const { places } = whatIf(knowledge, { requirements: { outside: '10C' } }, { asOf, to: 'heat' });
    const said = JSON.stringify(places);
    expect(said).toContain('outside is below -5');
    const { question } = startInterview(knowledge, { asOf });
    expect(question?.key).toBe('requirements/outside');
    expect(startInterview(knowledge, { asOf }).reply('-7C').done).toBe(true);
  });

  it('are refused of other dimensions', () => {
    const other = greenhouse(false, RULES.slice(2));
    expect(() => ventAt(other, '-5C')).toThrow('quantity-negative');
    expect(ventAt(other, '5C')).toBe('open');
  });
});
