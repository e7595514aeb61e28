import { LANGS } from '../../src/language/format.js';
import { randomFrom } from '../../src/explore/interview/random.js';

/** The same text in every language. */
export const text = (/** @type {string} */ id) =>
  /** @type {Record<import('../../src/language/format.js').Lang, string>} */ (
    Object.fromEntries(LANGS.map((lang) => [lang, id]))
  );

/**
 * A document as JSON, which is YAML too.
 * @param {string} kind
 * @param {string} id
 * @param {object} rest
 */
export const document = (kind, id, rest) =>
  JSON.stringify({ apiVersion: 'whichstack/v1', kind, id, title: text(id), ...rest });

const PLACES = 12;

/**
 * The documents of a table that answers every input by just one rule, cut again and again at random, and of which then one row in ten is damaged:
 * left out, cut short, stretched over its neighbours, or written twice. Odd columns are figures, even ones levels.
 * @param {number} rows
 * @param {number} columns
 * @param {number} seed
 */
export function damagedDocuments(rows, columns, seed, hitPolicy = 'unique') {
  const random = randomFrom(seed);
  const below = (/** @type {number} */ n) => Math.floor(random() * n);
  // From the first to the last of the places that a column has, both included.
  /** @type {(readonly [first: number, last: number])[][]} */
  const boxes = [Array.from({ length: columns }, () => [0, PLACES - 1])];
  while (boxes.length < rows) {
    const n = below(boxes.length);
    const column = below(columns);
    const box = boxes[n] ?? [];
    const [first, last] = box[column] ?? [0, 0];
    if (first === last) continue;
    const cut = first + 1 + below(last - first);
    boxes[n] = box.with(column, [first, cut - 1]);
    boxes.push(box.with(column, [cut, last]));
  }
  const damaged = boxes.flatMap((box) => {
    if (random() >= 0.1) return [box];
    const column = below(columns);
    const [first, last] = box[column] ?? [0, 0];
    switch (below(4)) {
      case 0:
        return [];
      case 1:
        return first === last ? [] : [box.with(column, [first, last - 1])];
      case 2:
        return [box.with(column, [Math.max(0, first - 1), Math.min(PLACES - 1, last + 1)])];
      default:
        return [box, box];
    }
  });
  const levels = Array.from({ length: PLACES }, (_, n) => `l${n}`);
  const when = (/** @type {(typeof boxes)[number]} */ box) =>
    Object.fromEntries(
      box.flatMap(([first, last], column) => {
        /** @type {[string, unknown][]} */
        const none = [];
        if (first === 0 && last === PLACES - 1) return none;
        if (column % 2 === 0) return [[`c${column}`, levels.slice(first, last + 1)]];
        return [
          [`c${column}`, { ...(first > 0 && { atLeast: first }), ...(last < PLACES - 1 && { below: last + 1 }) }],
        ];
      }),
    );
  return [
    document('Package', 'damaged', { version: '1' }),
    document('Dimension', 'number', { base: '1', bare: true, examples: ['1'], units: {} }),
    ...Array.from({ length: columns }, (_, column) =>
      document('Factor', `c${column}`, {
        question: text('?'),
        askedOf: ['requirements'],
        ...(column % 2 === 0
          ? { type: 'choice', values: levels.map((id) => ({ id, title: text(id) })) }
          : { type: 'quantity', dimension: 'number' }),
      }),
    ),
    ...['o0', 'o1', 'o2'].map((id) => document('Outcome', id, {})),
    document('Decision', 'd', {
      table: { hitPolicy, rules: damaged.map((box, n) => ({ when: when(box), then: `o${n % 3}` })) },
    }),
    document('Role', 'r', { order: 1, decision: 'd' }),
  ];
}
