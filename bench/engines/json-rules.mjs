import { Engine } from 'json-rules-engine';
import { DEFAULT, FIGURES } from '../lib/tables.mjs';

/**
 * So many rules share a priority. The engine goes through the priorities one after the other, and waits at each; the rules of one are
 * evaluated all, so the first of them is to be picked.
 */
const SHARING = [1, 8, 64];

/** @type {import('./engine.d.js').Engine} */
export const jsonRules = {
  name: 'json-rules-engine',
  explains: 'every rule that was evaluated, each condition with the value it saw',
  // The default is what is left when no rule hits, which is less work than a rule without conditions.
  write: ({ columns, rules }) =>
    JSON.stringify(
      rules.slice(0, -1).map(({ cells, outcome }, n) => ({
        event: { type: outcome, params: { n } },
        conditions: {
          all: columns.flatMap(({ name: fact, words }, at) => {
            /** @type {{ fact: string, operator: string, value: unknown }[]} */
            const none = [];
            const cell = cells[at];
            if (cell === undefined) return none;
            const { first, last } = cell;
            if (words !== undefined) {
              return first === last
                ? [{ fact, operator: 'equal', value: words[first] }]
                : [{ fact, operator: 'in', value: words.slice(first, last + 1) }];
            }
            return [
              ...(first > 0 ? [{ fact, operator: 'greaterThanInclusive', value: first }] : []),
              ...(last < FIGURES - 1 ? [{ fact, operator: 'lessThanInclusive', value: last }] : []),
            ];
          }),
        },
      })),
    ),
  load(text) {
    /** @type {object[]} */
    const rules = JSON.parse(text);
    const ways = SHARING.map((share) => {
      /** @type {Engine | undefined} */
      let made;
      const engine = () => {
        if (made !== undefined) return made;
        made = new Engine(rules.map((rule, n) => ({ ...rule, priority: rules.length - Math.floor(n / share) })));
        made.on('success', () => made?.stop());
        return made;
      };
      /** @type {import('./engine.d.js').Way} */
      const way = {
        name: share === 1 ? 'a priority for each rule' : `a priority for ${share} rules`,
        batch: Infinity,
        // Not at once: stopping one run of an engine stops all of its runs.
        async run(inputs) {
          const answers = [];
          for (const input of inputs) {
            const { events } = await engine().run(input);
            let first = events[0];
            for (const event of events) if (event.params?.n < first?.params?.n) first = event;
            answers.push(first?.type ?? DEFAULT);
          }
          return answers;
        },
      };
      return way;
    });
    // Results are always recorded, whether asked for or not.
    return { plain: ways, traced: ways };
  },
};
