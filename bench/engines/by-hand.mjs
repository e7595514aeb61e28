import { FIGURES } from '../lib/tables.mjs';

/**
 * What a programmer would write for one small table, and what nothing can beat: a chain of comparisons.
 * @type {import('./engine.d.js').Engine}
 */
export const byHand = {
  name: 'hand-written code',
  explains: '',
  write({ columns, rules }) {
    const lines = rules.map(({ cells, outcome }) => {
      const tests = columns.flatMap(({ name, words }, at) => {
        const cell = cells[at];
        if (cell === undefined) return [];
        const { first, last } = cell;
        if (words !== undefined) {
          return [
            `(${words
              .slice(first, last + 1)
              .map((word) => `input.${name} === '${word}'`)
              .join(' || ')})`,
          ];
        }
        return [
          ...(first > 0 ? [`input.${name} >= ${first}`] : []),
          ...(last < FIGURES - 1 ? [`input.${name} <= ${last}`] : []),
        ];
      });
      return `  ${tests.length === 0 ? '' : `if (${tests.join(' && ')}) `}return '${outcome}';`;
    });
    return `export default (input) => {\n${lines.join('\n')}\n};\n`;
  },
  async load(text) {
    const module = await import(`data:text/javascript,${encodeURIComponent(text)}`);
    const decide = /** @type {(input: import('../lib/tables.mjs').Input) => string} */ (module.default);
    return {
      plain: [{ name: 'one at a time', batch: Infinity, run: (inputs) => inputs.map((input) => decide(input)) }],
      traced: [],
    };
  },
};
