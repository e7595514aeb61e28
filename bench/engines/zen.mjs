import { ZenDecisionContent, ZenEngine } from '@gorules/zen-engine';

/** Many inputs in one call, each through the same table. */
const LOOP = { inputField: 'items', executionMode: 'loop', outputPath: 'items', passThrough: false };

/** @type {import('./engine.d.js').Engine} */
export const zen = {
  name: '@gorules/zen-engine',
  explains: 'the rule that hit and the input; nothing of the others',
  write({ columns, rules }) {
    const content = {
      hitPolicy: 'first',
      inputs: columns.map(({ name }) => ({ id: name, name, type: 'expression', field: name })),
      outputs: [{ id: 'o', name: 'o', type: 'expression', field: 'o' }],
      rules: rules.map(({ cells, outcome }, n) => ({
        _id: `r${n}`,
        o: JSON.stringify(outcome),
        ...Object.fromEntries(
          columns.map(({ name, words }, at) => {
            const cell = cells[at];
            if (cell === undefined) return [name, ''];
            const { first, last } = cell;
            return [
              name,
              words
                ?.slice(first, last + 1)
                .map((word) => `"${word}"`)
                .join(', ') ?? `[${first}..${last}]`,
            ];
          }),
        ),
      })),
    };
    const position = { x: 0, y: 0 };
    return JSON.stringify({
      nodes: [
        { id: 'i', type: 'inputNode', name: 'in', position },
        { id: 't', type: 'decisionTableNode', name: 'table', position, content },
      ],
      edges: [{ id: 'e', sourceId: 'i', targetId: 't', type: 'edge' }],
    });
  },
  load(text) {
    const engine = new ZenEngine();
    const single = engine.createDecision(new ZenDecisionContent(Buffer.from(text)));
    // The second form of the same table is made when it is first asked for, so that it does not count as load time.
    /** @type {typeof single | undefined} */
    let looped;
    const loop = () => {
      if (looped !== undefined) return looped;
      const document = JSON.parse(text);
      Object.assign(document.nodes[1].content, LOOP);
      return (looped = engine.createDecision(new ZenDecisionContent(Buffer.from(JSON.stringify(document)))));
    };
    /**
     * @param {{ trace?: unknown }} [options]
     * @returns {import('./engine.d.js').Way[]}
     */
    const ways = (options) => {
      const name = options === undefined ? '' : `, trace: ${JSON.stringify(options.trace)}`;
      /** @type {import('./engine.d.js').Way['run']} */
      const inLoop = async (items) => {
        const { result } = await loop().evaluate({ items }, options);
        const found = /** @type {{ o: string }[]} */ (result.items);
        return found.map(({ o }) => o);
      };
      return [
        {
          name: `awaited one at a time${name}`,
          batch: 1,
          run: async ([input]) => [(await single.evaluate(input, options)).result.o],
        },
        {
          name: `100 promises at once${name}`,
          batch: 100,
          run: (inputs) => Promise.all(inputs.map(async (input) => (await single.evaluate(input, options)).result.o)),
        },
        { name: `loop over 100${name}`, batch: 100, run: inLoop },
        { name: `loop over 500${name}`, batch: 500, run: inLoop },
        {
          name: `2 loops over 100${name}`,
          batch: 200,
          run: async (inputs) => {
            const half = inputs.length >> 1;
            return (await Promise.all([inLoop(inputs.slice(0, half)), inLoop(inputs.slice(half))])).flat();
          },
        },
      ];
    };
    return {
      plain: ways(),
      traced: [...ways({ trace: true }), ...ways({ trace: 'string' }), ...ways({ trace: 'referenceString' })],
    };
  },
};
