import { SHARED_TEXTS } from '../common/texts/index.js';
import { TYPOGRAPHY } from '../../language/texts/index.js';
import { LANGUAGES, type Lang } from '../../language/format.js';
import type { DecisionMap, MapAnswer } from '../../language/schema/results/decision-map.js';
import { diamond, drawGrid, GRID, type GridBox } from './grid.js';
import { fillsOf, NEUTRAL, NEUTRAL_COLOR, PALETTE, type Fill } from '../common/palette.js';
import { element, FONTS, lines, textBlock } from './element.js';
import { factsDecide, notesOn, ownStated, titleOf } from '../common/map.js';

const MARGIN = 24;
const LEAST_WIDTH = 560;
const LEGEND_ROW = 30;
const NOTE_LINE = 17;

/**
 * A decision map as a picture: a whole SVG document that needs nothing else, for light and dark pages, in the language of the map. The same map
 * gives the same bytes.
 *
 * @param prefix what the ids within the picture begin with
 */
export function drawMap(map: DecisionMap, prefix: string): string {
  // head -> grid -> legend -> notes, one below the other; the grid determines the width of all
  // The id is part of style rules too.
  const id = prefix.replaceAll(/[^\w-]/g, '-');
  const words = SHARED_TEXTS[map.lang].map;
  const fills = fillsOf(map.answers);
  const paint = (letter: string, box: GridBox): string => filled(fills.get(letter), box, id);
  const title = words.stated(titleOf(map, words), words.subject(map.place.title, map.x.title, map.y.title));
  const drawn = drawGrid(map, paint, { left: MARGIN, top: MARGIN + 74 });
  const width = Math.max(LEAST_WIDTH, drawn.right + MARGIN);
  const inner = width - 2 * MARGIN;
  const head = [
    ...lines(titleOf(map, words), inner, 18, map.lang, 1).map((line) => textBlock([line], MARGIN, MARGIN + 16, 'h')),
    ...lines(words.subject(map.place.title, map.x.title, map.y.title), inner, 13, map.lang, 1).map((line) =>
      textBlock([line], MARGIN, MARGIN + 36, 'p'),
    ),
    textBlock([SHARED_TEXTS[map.lang].answer.basis(map.knowledge, map.asOf)], MARGIN, MARGIN + 53, 'f'),
  ];
  const legend = legendOf(map, paint, drawn.bottom + 34, inner);
  const notes = notesOn(map, words).flatMap((note) => lines(note, inner, 12, map.lang));
  const noteTop = legend.bottom + 14;
  const bottom = notes.length === 0 ? legend.bottom : noteTop + notes.length * NOTE_LINE;
  const height = bottom + MARGIN - 8;
  const body = [
    element('title', { id: `${id}-title` }, title),
    element('desc', { id: `${id}-desc` }, description(map)),
    `<style>${styles(id)}</style>`,
    patterns(fills, id),
    element('rect', { class: 'paper', width, height }),
    ...head,
    drawn.svg,
    legend.svg,
    ...(notes.length === 0 ? [] : [textBlock(notes, MARGIN, noteTop, 'f', NOTE_LINE)]),
  ];
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    id,
    lang: tagOf(map.lang),
    role: 'img',
    'aria-labelledby': `${id}-title ${id}-desc`,
    width,
    height,
    viewBox: `0 0 ${String(width)} ${String(height)}`,
    'font-family': FONTS,
  };
  return `${element('svg', attributes, undefined, body.filter((part) => part !== '').join('\n'))}\n`;
}

/** The tag of a language (BCP 47). */
const tagOf = (lang: Lang): string => LANGUAGES.find(({ id }) => id === lang)?.tag ?? lang;

/** The map in words, for who does not see it. */
function description(map: DecisionMap): string {
  const words = SHARED_TEXTS[map.lang].map;
  const own = words.own(ownStated(map.x, map.own.x, words), ownStated(map.y, map.own.y, words));
  const mine = map.answers.find(({ letter }) => letter === map.cells[map.own.y]?.[map.own.x]?.answer);
  return [
    `${words.cell(own, mine?.title ?? '')}${TYPOGRAPHY[map.lang].fullStop}`,
    ...map.answers.map(({ letter, title, cells }) => words.answered(letter, title, cells)),
    ...notesOn(map, words),
  ].join(TYPOGRAPHY[map.lang].sentenceGap);
}

function legendOf(
  map: DecisionMap,
  paint: (letter: string, box: GridBox) => string,
  top: number,
  inner: number,
): { readonly svg: string; readonly bottom: number } {
  const words = SHARED_TEXTS[map.lang].map;
  const swatch = { x: MARGIN, width: 34, height: 22 };
  const rows = [
    ...map.answers.map(({ letter, title, cells }: MapAnswer) => ({
      mark: (y: number) =>
        paint(letter, { ...swatch, y }) +
        element('text', { class: 'k', x: MARGIN + 17, y: y + 16, 'text-anchor': 'middle' }, letter),
      text: `${title} · ${words.cells(cells)}`,
    })),
    {
      mark: (y: number) =>
        element('rect', { class: 'cell', ...swatch, y, fill: '#FFFFFF' }) +
        element('rect', { class: 'own', x: MARGIN + 1.5, y: y + 1.5, width: 31, height: 19 }) +
        element('path', { class: 'k', d: diamond(MARGIN + 17, y + 11) }),
      text: words.own(ownStated(map.x, map.own.x, words), ownStated(map.y, map.own.y, words)),
    },
  ];
  const facts = factsDecide(map);
  if (facts !== undefined)
    rows.push({
      mark: (y: number) => element('text', { class: 's', x: MARGIN + 17, y: y + 20, 'text-anchor': 'middle' }, '*'),
      text: facts === 'some' ? words.byFit : words.onlyFit,
    });
  let y = top + 12;
  const parts = [element('text', { class: 'b', x: MARGIN, y: top }, words.legend)];
  for (const { mark, text } of rows) {
    const said = lines(text, inner - 46, 13, map.lang);
    parts.push(mark(y), textBlock(said, MARGIN + 46, y + 16, 'p'));
    y += LEGEND_ROW + (said.length - 1) * NOTE_LINE;
  }
  return { svg: parts.join('\n'), bottom: y };
}

function filled(fill: Fill | undefined, box: GridBox, id: string): string {
  const color = fill === undefined || fill.color === NEUTRAL ? NEUTRAL_COLOR : (PALETTE[fill.color] ?? NEUTRAL_COLOR);
  const plain = element('rect', { class: 'cell', ...box, fill: color });
  const pattern = fill === undefined || fill.round === 0 ? undefined : (fill.round - 1) % PATTERNS.length;
  return pattern === undefined ? plain : plain + element('rect', { ...box, fill: `url(#${id}-p${String(pattern)})` });
}

/** What is laid over the colours once all of them are taken. */
const PATTERNS = ['M-2 2l4 -4M0 8l8 -8M6 10l4 -4', 'M-2 6l4 4M0 0l8 8M6 -2l4 4', 'M0 4h8M4 0v8'];

function patterns(fills: ReadonlyMap<string, Fill>, id: string): string {
  const used = new Set([...fills.values()].flatMap(({ round }) => (round > 0 ? [(round - 1) % PATTERNS.length] : [])));
  const each = PATTERNS.flatMap((d, n) =>
    used.has(n)
      ? element(
          'pattern',
          { id: `${id}-p${String(n)}`, width: 8, height: 8, patternUnits: 'userSpaceOnUse' },
          undefined,
          element('path', { d, stroke: '#000000', 'stroke-opacity': 0.22, 'stroke-width': 1.5 }),
        )
      : [],
  );
  return each.length === 0 ? '' : element('defs', {}, undefined, each.join(''));
}

/** Cells keep their colours and black letters on a dark page; texts on the page itself change theirs. */
function styles(id: string): string {
  const of = (rules: Readonly<Record<string, string>>): string =>
    Object.entries(rules)
      .map(([selector, rule]) => `#${id} ${selector}{${rule}}`)
      .join('');
  return (
    of({
      '.paper': 'fill:#ffffff',
      text: 'fill:#1a1a1a',
      '.h': 'font-size:18px;font-weight:600',
      '.b': 'font-size:13px;font-weight:600',
      '.p': 'font-size:13px',
      '.p12': 'font-size:12px',
      '.f': 'font-size:12px;fill:#595959',
      '.k': 'font-size:15px;font-weight:700;fill:#000000',
      '.s': 'font-size:18px;font-weight:700',
      '.n': 'font-size:11px;fill:#000000',
      '.line': `fill:none;stroke:#000000;stroke-width:${String(GRID.border)};stroke-linecap:square`,
      '.seam': 'fill:none;stroke:#ffffff;stroke-opacity:0.6',
      '.halo': 'fill:none;stroke:#ffffff;stroke-width:3',
      '.own': 'fill:none;stroke:#000000;stroke-width:3',
    }) +
    `@media (prefers-color-scheme:dark){${of({
      '.paper': 'fill:#16181d',
      text: 'fill:#f2f2f2',
      '.f': 'fill:#b4b8c0',
      '.k': 'fill:#000000',
      '.n': 'fill:#000000',
    })}}`
  );
}
