import { describe, expect, it } from 'vitest';
import { compileKnowledge, DiagnosticError, loadKnowledge, type KnowledgeFiles } from '../../src/index.js';
import { document, text } from '../support/documents.mjs';

const BELOW = [
  document('Package', 'below', { version: '1' }),
  document('Factor', 'size', {
    question: text('?'),
    askedOf: ['requirements'],
    type: 'ordinal',
    levels: ['small', 'large'].map((id) => ({ id, title: text(id) })),
  }),
  ...['cart', 'truck'].map((id) => document('Outcome', id, {})),
  document('Role', 'carrier', { order: 1, decision: 'choice' }),
  document('Decision', 'choice', {
    table: { hitPolicy: 'first', rules: [{ when: { size: 'large' }, then: 'truck' }, { then: 'cart' }] },
  }),
];

const files = (name: string, documents: readonly string[]): KnowledgeFiles =>
  new Map([[name, documents.join('\n---\n')]]);

const extension = (id: string, rules: readonly object[], decision = 'choice'): KnowledgeFiles =>
  files(`${id}.yaml`, [
    document('Package', 'ours', { version: '1' }),
    document('Decision', id, { extends: { decision, at: 'start', rules } }),
  ]);

const rulesWith = (...overlays: readonly KnowledgeFiles[]): unknown =>
  compileKnowledge(files('below.yaml', BELOW), ...overlays)
    .decisions.get('choice')
    ?.table?.rules.map(({ id, then }) => [id, then]);

/** What is wrong: the code, the file, and the line. */
function refusedWith(...overlays: readonly KnowledgeFiles[]): unknown[] {
  try {
    compileKnowledge(files('below.yaml', BELOW), ...overlays);
  } catch (error) {
    if (error instanceof DiagnosticError) return error.diagnostics.map(({ code, span }) => [code, span?.source.name]);
    throw error;
  }
  return [];
}

describe('An extension of a table', () => {
  const small = extension('more', [{ when: { size: 'small' }, then: 'cart' }]);

  it('puts its rules before those of the table, under its own id', () => {
    expect(rulesWith(small)).toEqual([
      ['more#1', 'cart'],
      ['choice#1', 'truck'],
      ['choice#2', 'cart'],
    ]);
  });

  it('takes the place of one of the same id, as any document does', () => {
    const both = [{ when: { size: 'small' }, then: 'truck' }, { then: 'truck' }];
    expect(rulesWith(small, extension('more', both))).toEqual([
      ['more#1', 'truck'],
      ['more#2', 'truck'],
      ['choice#1', 'truck'],
      ['choice#2', 'cart'],
    ]);
    expect(rulesWith(small, small)).toEqual(rulesWith(small));
    expect(rulesWith(small, extension('others', both))).toHaveLength(5);
  });

  it('has an id of its own, and rules of other names than those that are there', () => {
    expect(refusedWith(extension('choice', [{ then: 'cart' }]))).toEqual([['extension-id', 'choice.yaml']]);
    expect(
      refusedWith(
        extension('more', [
          { id: 'a', then: 'cart' },
          { id: 'a', then: 'truck' },
        ]),
      ),
    ).toEqual([['rule-twice', 'more.yaml']]);
  });
});

describe('A document that replaces a built-in one', () => {
  it('is the place where references that no longer fit are reported', () => {
    const overlay = files('narrowed.yaml', [
      document('Package', 'ours', { version: '1' }),
      document('Factor', 'security', {
        question: text('?'),
        askedOf: ['requirements'],
        type: 'ordinal',
        levels: ['low', 'high'].map((id) => ({ id, title: text(id) })),
      }),
    ]);
    let reported: unknown[] = [];
    try {
      loadKnowledge(overlay);
    } catch (error) {
      if (!(error instanceof DiagnosticError)) throw error;
      reported = error.diagnostics.map(({ code, params, span }) => [
        code,
        span?.source.name,
        'value' in params && params.value,
      ]);
      expect(error.message).toContain('this replaces Factor `security`');
      expect(error.message).toContain('Decision `dimension-rules`');
    }
    // Each level that is gone is reported once; which comes first depends on the documents that name them.
    expect(reported.sort()).toEqual([
      ['overlay-breaks', 'narrowed.yaml', false],
      ['unknown-value', 'narrowed.yaml', 'extreme'],
      ['unknown-value', 'narrowed.yaml', 'medium'],
    ]);
  });
});
