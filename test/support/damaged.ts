import { compiled, document } from './packages.js';
import type { KnowledgeBase } from '../../src/index.js';

/** Numbers from 0 up to 1, the same for the same seed (mulberry32, by Tommy Ettinger; public domain). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** From the first to the last of the places that a column has, both included. */
type Stretch = readonly [first: number, last: number];

const PLACES = 12;

/**
 * A table that answers every input by just one rule, cut again and again at random, and of which then one row in ten is damaged: left out, cut
 * short, stretched over its neighbours, or written twice. Odd columns are figures, even ones levels.
 */
export function damagedTable(rows: number, columns: number, seed: number, hitPolicy = 'unique'): KnowledgeBase {
  const random = randomFrom(seed);
  const below = (n: number): number => Math.floor(random() * n);
  const boxes: Stretch[][] = [Array.from({ length: columns }, () => [0, PLACES - 1])];
  while (boxes.length < rows) {
    const n = below(boxes.length);
    const column = below(columns);
    const [first, last] = boxes[n]?.[column] ?? [0, 0];
    const box = boxes[n];
    if (box === undefined || first === last) continue;
    const cut = first + 1 + below(last - first);
    boxes[n] = box.with(column, [first, cut - 1]);
    boxes.push(box.with(column, [cut, last]));
  }
  const damaged = boxes.flatMap((box): Stretch[][] => {
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
  const when = (box: readonly Stretch[]): object =>
    Object.fromEntries(
      box.flatMap(([first, last], column): [string, unknown][] => {
        const id = `c${String(column)}`;
        if (first === 0 && last === PLACES - 1) return [];
        if (column % 2 === 0) return [[id, levels.slice(first, last + 1)]];
        return [[id, { ...(first > 0 && { atLeast: first }), ...(last < PLACES - 1 && { below: last + 1 }) }]];
      }),
    );
  const text = (id: string): object => ({ en: id, zh: id });
  const levels = Array.from({ length: PLACES }, (_, n) => `l${String(n)}`);
  return compiled([
    document('Package', 'damaged', { version: '1' }),
    document('Dimension', 'number', { base: '1', bare: true, examples: ['1'], units: {} }),
    ...Array.from({ length: columns }, (_, column) =>
      document('Factor', `c${String(column)}`, {
        question: text('?'),
        askedOf: ['requirements'],
        ...(column % 2 === 0
          ? { type: 'choice', values: levels.map((id) => ({ id, title: text(id) })) }
          : { type: 'quantity', dimension: 'number' }),
      }),
    ),
    ...['o0', 'o1', 'o2'].map((id) => document('Outcome', id, {})),
    document('Decision', 'd', {
      table: { hitPolicy, rules: damaged.map((box, n) => ({ when: when(box), then: `o${String(n % 3)}` })) },
    }),
    document('Role', 'r', { order: 1, decision: 'd' }),
  ]);
}
