import { compileKnowledge, decisionOf } from '../../dist/index.js';
import { document, text } from '../../test/support/documents.mjs';
import { DEFAULT, FIGURES, OUTCOMES } from '../lib/tables.mjs';

/** @type {import('./engine.d.js').Engine} */
export const whichstack = {
  name: 'whichstack',
  explains: 'the rule that hit, and of every other the first test that failed, with the value it saw',
  write: ({ columns, rules }) =>
    [
      document('Package', 'bench', { version: '1' }),
      document('Dimension', 'number', { base: '1', bare: true, examples: ['1'], units: {} }),
      ...columns.map(({ name, words }) =>
        document('Factor', name, {
          question: text('?'),
          askedOf: ['requirements'],
          ...(words === undefined
            ? { type: 'quantity', dimension: 'number' }
            : { type: 'choice', values: words.map((id) => ({ id, title: text(id) })) }),
        }),
      ),
      ...[...OUTCOMES, DEFAULT].map((id) => document('Outcome', id, {})),
      document('Decision', 'd', {
        table: {
          hitPolicy: 'first',
          rules: rules.map(({ cells, outcome }) => ({
            when: Object.fromEntries(
              columns.flatMap(({ name, words }, n) => {
                /** @type {[string, unknown][]} */
                const none = [];
                const cell = cells[n];
                if (cell === undefined) return none;
                const { first, last } = cell;
                if (words !== undefined) return [[name, words.slice(first, last + 1)]];
                return [
                  [name, { ...(first > 0 && { atLeast: first }), ...(last < FIGURES - 1 && { below: last + 1 }) }],
                ];
              }),
            ),
            then: outcome,
          })),
        },
      }),
      document('Role', 'r', { order: 1, decision: 'd' }),
    ].join('\n---\n'),
  load(written) {
    const decide = decisionOf(compileKnowledge(new Map([['bench.yaml', written]])), 'd');
    return {
      plain: [
        {
          name: 'one at a time',
          batch: Infinity,
          run: (inputs) => inputs.map((input) => decide(input)?.[0]?.[0] ?? 'silent'),
        },
      ],
      traced: [
        {
          name: 'one at a time',
          batch: Infinity,
          run: (inputs) =>
            inputs.map((input) => {
              const answer = decide.trace(input)[0]?.answer?.[0];
              return typeof answer === 'object' ? (answer[0] ?? 'silent') : 'silent';
            }),
        },
      ],
    };
  },
};
