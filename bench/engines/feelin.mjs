import { evaluate, isFunction } from 'feelin';
import { DEFAULT, FIGURES } from '../lib/tables.mjs';

/** So many rules are written as one expression; with a thousand, its parser gives up. */
const RULES = 64;

/** @type {import('./engine.d.js').Engine} */
export const feelin = {
  name: 'feelin',
  explains: '',
  // As functions of FEEL: `evaluate` parses anew each time, and takes a thousand times as long, but what it makes of a function can be kept.
  write({ columns, rules }) {
    const parameters = columns.map(({ name }) => name).join(', ');
    const branches = rules.slice(0, -1).map(({ cells, outcome }) => {
      const tests = columns.flatMap(({ name, words }, at) => {
        const cell = cells[at];
        if (cell === undefined) return [];
        const { first, last } = cell;
        if (words !== undefined) {
          const equal = words.slice(first, last + 1).map((word) => `${name} = "${word}"`);
          return [equal.length === 1 ? equal.join('') : `(${equal.join(' or ')})`];
        }
        return [...(first > 0 ? [`${name} >= ${first}`] : []), ...(last < FIGURES - 1 ? [`${name} <= ${last}`] : [])];
      });
      return `if ${tests.length === 0 ? 'true' : tests.join(' and ')} then "${outcome}" else `;
    });
    const functions = [];
    for (let n = 0; n < branches.length; n += RULES)
      functions.push(`function(${parameters}) ${branches.slice(n, n + RULES).join('')}null`);
    return JSON.stringify({ columns: columns.map(({ name }) => name), functions });
  },
  load(text) {
    /** @type {{ columns: string[], functions: string[] }} */
    const { columns, functions } = JSON.parse(text);
    const calls = functions.map((expression) => {
      const { value } = evaluate(expression);
      if (!isFunction(value)) throw new TypeError('not a function of FEEL');
      return value;
    });
    return {
      plain: [
        {
          name: 'functions of FEEL, kept',
          batch: Infinity,
          run: (inputs) =>
            inputs.map((input) => {
              const values = columns.map((name) => input[name]);
              for (const call of calls) {
                const answer = call.invoke(values);
                if (answer !== null) return answer;
              }
              return DEFAULT;
            }),
        },
      ],
      traced: [],
    };
  },
};
