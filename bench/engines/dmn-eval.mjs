import dmn from '@hbtgmbh/dmn-eval-js';

const { decisionTable } = dmn;

const escaped = (/** @type {string} */ text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** @type {import('./engine.d.js').Engine} */
export const dmnEval = {
  name: '@hbtgmbh/dmn-eval-js',
  explains: '',
  write({ columns, rules }) {
    const inputs = columns.map(
      ({ name, words }) =>
        `<input id="i-${name}"><inputExpression id="e-${name}" typeRef="${words ? 'string' : 'integer'}"><text>${name}</text></inputExpression></input>`,
    );
    const rows = rules.map(({ cells, outcome }, n) => {
      const tests = columns.map(({ words }, at) => {
        const cell = cells[at];
        if (cell === undefined) return '-';
        const { first, last } = cell;
        return (
          words
            ?.slice(first, last + 1)
            .map((word) => `"${word}"`)
            .join(',') ?? `[${first}..${last}]`
        );
      });
      const entries = tests.map(
        (test, at) => `<inputEntry id="r${n}-${at}"><text>${escaped(test)}</text></inputEntry>`,
      );
      return `<rule id="r${n}">${entries.join('')}<outputEntry id="o${n}"><text>"${outcome}"</text></outputEntry></rule>`;
    });
    return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/DMN/20151101/dmn.xsd" id="definitions" name="bench" namespace="bench">
<decision id="d" name="d"><decisionTable id="t" hitPolicy="FIRST">
${inputs.join('\n')}
<output id="o" name="o" typeRef="string"/>
${rows.join('\n')}
</decisionTable></decision></definitions>`;
  },
  async load(text) {
    const decisions = await decisionTable.parseDmnXml(text);
    return {
      plain: [
        {
          name: 'one at a time',
          batch: Infinity,
          run: (inputs) => inputs.map((input) => decisionTable.evaluateDecision('d', decisions, input).o),
        },
      ],
      traced: [],
    };
  },
};
