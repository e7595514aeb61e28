import { SHARED_TEXTS } from '../common/texts/index.js';
import { TYPOGRAPHY } from '../../language/texts/index.js';
import type { DecisionMap } from '../../language/schema/results/decision-map.js';
import { element, lines, pixels, textBlock } from './element.js';
import { stepLabel } from '../common/map.js';

export interface GridBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Sizes in pixels. */
export const GRID = { cell: { width: 136, height: 74 }, labels: { least: 70, most: 170 }, border: 3 } as const;
const LEADING = 15;
/** Room for the arrow behind the title of the rows. */
const ARROW = 18;
/** From the edge of a cell to what is written in it: room for the outline of the workload's own. */
const INSET = 13;
const NAME_LINES = 3;

/** The cells with the names of their answers, the borders between different ones, and the labels of both axes. */
export function drawGrid(
  map: DecisionMap,
  paint: (letter: string, box: GridBox) => string,
  { left, top }: { readonly left: number; readonly top: number },
): { readonly svg: string; readonly right: number; readonly bottom: number } {
  const { x, y, cells, own, lang } = map;
  const words = SHARED_TEXTS[lang].map;
  const { width, height } = GRID.cell;
  const rowLabels = y.steps.map((step) => stepLabel(step, words));
  const widest = Math.max(pixels(y.title, 13) + ARROW, ...rowLabels.map((label) => pixels(label, 12) + 6));
  const labelWidth = Math.min(GRID.labels.most, Math.max(GRID.labels.least, widest));
  const columnLabels = x.steps.map((step) => lines(stepLabel(step, words), width - 10, 12, lang, 3));
  const rowTitle = lines(y.title, labelWidth - ARROW, 13, lang, 3).map((line, n, all) =>
    n === all.length - 1 ? `${line} ↓` : line,
  );
  const labelLines = Math.max(rowTitle.length, ...columnLabels.map(({ length }) => length));
  const x0 = left + labelWidth + 12;
  const y0 = top + 24 + labelLines * LEADING + 8;
  const at = (column: number, row: number): GridBox => ({
    x: x0 + column * width,
    y: y0 + row * height,
    width,
    height,
  });
  const right = x0 + x.steps.length * width;
  const bottom = y0 + y.steps.length * height;
  const titles = new Map(map.answers.map(({ letter, title }) => [letter, title]));

  const drawn = cells.flatMap((row, m) =>
    row.map(({ answer, opinion }, n) => {
      const box = at(n, m);
      const title = titles.get(answer) ?? '';
      const where = [x, y].map((axis, k) => words.stated(axis.title, axis.steps[k === 0 ? n : m]?.title ?? ''));
      return element(
        'g',
        {},
        undefined,
        element('title', {}, words.cell(where.join(TYPOGRAPHY[lang].comma), title)) +
          paint(answer, box) +
          element('text', { class: 'k', x: box.x + INSET, y: box.y + 25 }, opinion === 'fit' ? `${answer}*` : answer) +
          textBlock(lines(title, width - 2 * INSET, 11, lang, NAME_LINES), box.x + INSET, box.y + 39, 'n', 12),
      );
    }),
  );
  const mine = at(own.x, own.y);
  const outline = (inset: number): GridBox => ({
    x: mine.x + inset,
    y: mine.y + inset,
    width: width - 2 * inset,
    height: height - 2 * inset,
  });
  return {
    svg: [
      textBlock([`${x.title} →`], x0, top + 13, 'b'),
      ...columnLabels.map((said, n) =>
        textBlock(said, x0 + n * width + width / 2, y0 - 8 - (said.length - 1) * LEADING, 'p12', LEADING, 'middle'),
      ),
      textBlock(rowTitle, x0 - 12, y0 - 8 - (rowTitle.length - 1) * LEADING, 'b', LEADING, 'end'),
      ...rowLabels.map((label, m) => {
        const said = lines(label, labelWidth, 12, lang, 4);
        const middle = y0 + m * height + height / 2 + 4 - ((said.length - 1) * LEADING) / 2;
        return textBlock(said, x0 - 12, middle, 'p12', LEADING, 'end');
      }),
      ...drawn,
      element('path', { class: 'seam', d: sides(map, at, (one, other) => one === other) }),
      element('path', { class: 'line', d: sides(map, at, (one, other) => one !== other) }),
      // Black within white contrasts with every colour, and with the borders.
      element('rect', { class: 'halo', ...outline(3.5) }),
      element('rect', { class: 'own', ...outline(6.5) }),
      element('path', { class: 'k', d: diamond(mine.x + width - 18, mine.y + 20) }),
    ].join('\n'),
    right,
    bottom,
  };
}

/** The mark of the workload's own cell. */
export const diamond = (x: number, y: number): string => `M${String(x)} ${String(y - 5)}l5 5l-5 5l-5 -5z`;

/** Lines along the sides of the cells where `isDrawn` of the answers on both sides; lines that go on are one. */
function sides(
  { cells }: DecisionMap,
  at: (column: number, row: number) => GridBox,
  isDrawn: (one: string | undefined, other: string | undefined) => boolean,
): string {
  const rows = cells.length;
  const columns = cells[0]?.length ?? 0;
  const answer = (column: number, row: number): string | undefined => cells[row]?.[column]?.answer;
  const across = segments(rows + 1, columns, (row, column) => isDrawn(answer(column, row - 1), answer(column, row)));
  const down = segments(columns + 1, rows, (column, row) => isDrawn(answer(column - 1, row), answer(column, row)));
  return [
    ...across.map(
      ({ line, from, to }) => `M${String(at(from, line).x)} ${String(at(from, line).y)}H${String(at(to, line).x)}`,
    ),
    ...down.map(
      ({ line, from, to }) => `M${String(at(line, from).x)} ${String(at(line, from).y)}V${String(at(line, to).y)}`,
    ),
  ].join('');
}

interface Segment {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

function segments(count: number, length: number, isDrawn: (line: number, at: number) => boolean): Segment[] {
  const found: Segment[] = [];
  for (let line = 0; line < count; line++) {
    let from: number | undefined;
    for (let at = 0; at <= length; at++) {
      const drawn = at < length && isDrawn(line, at);
      if (drawn) from ??= at;
      else if (from !== undefined) {
        found.push({ line, from, to: at });
        from = undefined;
      }
    }
  }
  return found;
}
