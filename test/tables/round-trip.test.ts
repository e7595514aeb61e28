import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decisionToYaml, emit, tableFromCsv, tableOf, tableToCsv, type KnowledgeBase } from '../../src/index.js';
import { parse } from 'yaml';
import { text } from '../support/documents.mjs';
import { smallPackage } from '../support/small-package.js';
import { runs } from '../support/thorough.js';

/** A package whose decision `d` has such rules. */
const withRules = (rules: readonly object[], hitPolicy = 'first'): KnowledgeBase =>
  smallPackage({ d: { table: { hitPolicy, rules } } });

/** The table `d` after it was written as CSV and read again. */
function again(knowledge: KnowledgeBase): unknown {
  const decision = knowledge.decisions.get('d');
  if (decision === undefined) throw new Error('no d');
  return tableFromCsv(tableToCsv(decision, knowledge), { knowledge, id: 'd', title: decision.title }).table;
}

describe('A table that is exported and imported', () => {
  it.each([
    [
      [
        { when: { f: true }, then: 'a' },
        { when: { f: true }, then: 'b' },
      ],
    ],
    [
      [
        { when: { f: true }, then: 'a' },
        { when: { f: true }, then: 'a' },
      ],
    ],
    [[{ then: 'a' }, { then: 'b' }]],
    [
      [
        { id: 'x', when: { f: true }, then: 'a' },
        { when: { f: true }, then: { anyOf: ['a', 'b'] } },
      ],
    ],
    [
      [
        { when: { lvl: ['low', 'mid'], f: true }, then: 'a' },
        { when: { f: true, lvl: ['low', 'mid'] }, then: 'b' },
      ],
    ],
    [
      [
        { when: { pests: { includes: 'mice', excludes: 'moths' } }, then: 'a' },
        { when: { pests: { excludes: 'moths', includes: 'mice' } }, then: 'b' },
      ],
    ],
  ])('is the same where two rules have the same condition: %j', (rules) => {
    const knowledge = withRules(rules);
    expect(again(knowledge)).toEqual(knowledge.decisions.get('d')?.table);
  });

  it('has every text that it had, of which CSV shows no character that cannot be printed', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
          fc.stringMatching(/^(?:\\|u|\{|\}|1b|=|'|"|\t|\r|\n|\u001b|\u202e|\u200b| ){1,8}$/),
        ),
        (why) => {
          // No reader of text takes half a character or a NUL.
          fc.pre(why.trim() !== '' && !/[\0\p{Cs}]/u.test(why));
          const knowledge = withRules([{ when: { f: true }, then: 'a', why: text(`a${why}z`) }]);
          const decision = knowledge.decisions.get('d');
          if (decision === undefined) throw new Error('no d');
          expect(again(knowledge)).toEqual(decision.table);
          expect(tableToCsv(decision, knowledge).replaceAll('\r\n', '')).not.toMatch(/(?![\t\n])[\p{Cc}\p{Cf}]/u);
          const yaml = decisionToYaml(decision);
          expect(parse(yaml)).toEqual(decision);
          expect(yaml).not.toMatch(/(?![\t\n])[\p{Cc}\p{Cf}]/u);
        },
      ),
      runs(2000, 200),
    );
  });

  it('is Markdown in which nothing is hidden', async () => {
    const knowledge = withRules([{ when: { f: true }, then: 'a', why: text('x\u001b[2J\u202ey') }]);
    const decision = knowledge.decisions.get('d');
    if (decision === undefined) throw new Error('no d');
    const [{ text: markdown }] = await emit(tableOf(decision, knowledge), 'markdown');
    expect(markdown).toContain(String.raw`x\\u{1b}\[2J\\u{202e}y`);
  });
});
