// Decision tables in no engine's own form, and inputs to ask them; the same for the same seed.
import { randomFrom } from '../../src/explore/interview/random.js';

/**
 * A column: one of a few words, or a figure from 0 up to 1,000.
 * @typedef {{ readonly name: string, readonly words: readonly string[] | undefined }} Column
 *
 * What a rule asks of a column, as places in it, from the first to the last, both included; undefined where it takes anything.
 * @typedef {{ readonly first: number, readonly last: number } | undefined} Cell
 *
 * @typedef {{ readonly cells: readonly Cell[], readonly outcome: string }} Rule
 *
 * The first rule that hits answers; the last one takes everything, and is the default.
 * @typedef {{ readonly columns: readonly Column[], readonly rules: readonly Rule[] }} Table
 *
 * @typedef {Readonly<Record<string, string | number>>} Input
 */

const WORDS = 12;
export const FIGURES = 1000;
/** So much of the space is left to the default. */
const HOLES = 0.25;
/** So many rules reach over what their neighbours take, so that their order counts. */
const STRETCHED = 0.1;
export const OUTCOMES = ['o0', 'o1', 'o2', 'o3', 'o4'];
export const DEFAULT = 'default';

const placesOf = (/** @type {Column} */ { words }) => words?.length ?? FIGURES;

/**
 * A table of so many rows, the default among them, and inputs for it: three quarters each within a rule that is drawn at random, so that the
 * mean hit is in the middle, and one quarter where only the default is left.
 * @param {number} rows
 * @param {number} width
 * @param {number} inputs
 * @returns {{ table: Table, inputs: Input[], hits: number[], answers: string[] }} of each input the position of the rule that hits, and its outcome, rule by rule
 */
export function generate(rows, width, inputs) {
  const random = randomFrom(rows * 31 + width);
  const below = (/** @type {number} */ n) => Math.floor(random() * n);
  /** @type {Column[]} */
  const columns = Array.from({ length: width }, (_, n) => ({
    name: `c${n}`,
    words: n % 2 === 0 ? Array.from({ length: WORDS }, (_, word) => `w${word}`) : undefined,
  }));

  // The whole space, cut again and again, and some of the pieces left to the default.
  const whole = columns.map((column) => ({ first: 0, last: placesOf(column) - 1 }));
  const boxes = [whole];
  const holes = Math.max(1, Math.round((rows - 1) * (HOLES / (1 - HOLES))));
  while (boxes.length < rows - 1 + holes) {
    const at = below(boxes.length);
    const column = below(width);
    const box = boxes[at] ?? whole;
    const { first, last } = box[column] ?? { first: 0, last: 0 };
    if (first === last) continue;
    const cut = first + 1 + below(last - first);
    boxes[at] = box.with(column, { first, last: cut - 1 });
    boxes.push(box.with(column, { first: cut, last }));
  }
  for (let n = boxes.length - 1; n > 0; n--) {
    const other = below(n + 1);
    [boxes[n], boxes[other]] = [boxes[other] ?? whole, boxes[n] ?? whole];
  }
  const empty = boxes.splice(0, holes);
  const taken = boxes.map((box) => {
    if (random() >= STRETCHED) return box;
    const at = below(width);
    const { first, last } = box[at] ?? { first: 0, last: 0 };
    return box.with(at, { first: Math.max(0, first - 1), last: Math.min(last + 1, whole[at]?.last ?? 0) });
  });
  const rules = taken.map((box, n) => ({
    cells: box.map(({ first, last }, at) => (first === 0 && last === whole[at]?.last ? undefined : { first, last })),
    outcome: OUTCOMES[n % OUTCOMES.length] ?? DEFAULT,
  }));
  const table = { columns, rules: [...rules, { cells: columns.map(() => undefined), outcome: DEFAULT }] };

  const within = (/** @type {typeof whole} */ box) => box.map(({ first, last }) => first + below(last - first + 1));
  const places = Array.from({ length: inputs }, (_, n) => {
    if (n % 4 !== 0) return within(taken[below(taken.length)] ?? whole);
    for (;;) {
      const point = within(empty[below(empty.length)] ?? whole);
      if (firstHit(table, point) === rows - 1) return point;
    }
  });
  const hits = places.map((point) => firstHit(table, point));
  return {
    table,
    // Plain objects as they come out of a request.
    inputs: JSON.parse(JSON.stringify(places.map((point) => inputAt(columns, point)))),
    hits,
    answers: hits.map((n) => table.rules[n]?.outcome ?? DEFAULT),
  };
}

/**
 * @param {readonly Column[]} columns
 * @param {readonly number[]} point
 * @returns {Input}
 */
const inputAt = (columns, point) =>
  Object.fromEntries(columns.map(({ name, words }, n) => [name, words?.[point[n] ?? 0] ?? point[n] ?? 0]));

/**
 * @param {Table} table
 * @param {readonly number[]} point
 */
function firstHit({ rules }, point) {
  return rules.findIndex(({ cells }) =>
    cells.every((cell, n) => cell === undefined || (cell.first <= (point[n] ?? 0) && (point[n] ?? 0) <= cell.last)),
  );
}
