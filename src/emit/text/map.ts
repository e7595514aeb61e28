import { SHARED_TEXTS } from '../common/texts/index.js';
import type { SharedTexts } from '../common/texts/texts.js';
import { fillsOf } from '../common/palette.js';
import { factsDecide, notesOn, ownStated, stepLabel, titleOf } from '../common/map.js';
import { typeset } from '../../language/text/text.js';
import type { DecisionMap } from '../../language/schema/results/decision-map.js';
import { pad, paragraph, table, width, type TextView } from './layout.js';

/** Row labels are broken beyond this width. */
const ROW_LABEL = 26;
/** Room for `[AA*]`. */
const LETTER_COLUMN = 5;

/** A decision map as text for a terminal: a letter in each cell, borders where the answer changes, and what the letters stand for. */
export function mapLines(map: DecisionMap, options: TextView): string[] {
  return new MapView(map, options).lines();
}

class MapView {
  private readonly words: SharedTexts['map'];

  constructor(
    private readonly map: DecisionMap,
    private readonly options: TextView,
    /** How many columns of the whole map are left of this one. */
    private readonly before = 0,
  ) {
    this.words = SHARED_TEXTS[map.lang].map;
  }

  lines(): string[] {
    const { map, words } = this;
    const { paint } = this.options;
    const { place, x, y, knowledge, asOf } = map;
    return [
      paint.strong(titleOf(map, words)),
      paint.faint(SHARED_TEXTS[map.lang].answer.basis(knowledge, asOf)),
      '',
      ...this.say(words.subject(place.title, x.title, y.title), '').map((line) => paint.heading(line)),
      '',
      ...this.grid(),
      '',
      ...this.legend(),
    ];
  }

  private say(text: string, first: string): string[] {
    const { lang } = this.map;
    return paragraph(typeset(text, lang), this.options.columns, lang, first);
  }

  /** The label above each column, and how wide the columns are; numbers stand for labels that do not fit. */
  private columnsNextTo(labels: number): { readonly heads: readonly string[]; readonly widths: readonly number[] } {
    const heads = this.map.x.steps.map((step) => stepLabel(step, this.words));
    const room = this.options.columns - labels - 2;
    const natural = heads.map((head) => Math.max(LETTER_COLUMN, width(head) + 2));
    const least = heads.map((head) => Math.max(LETTER_COLUMN, longestWord(head) + 2));
    const within = (limit: number): number[] => natural.map((one, n) => Math.max(least[n] ?? 0, Math.min(one, limit)));
    // As wide as they may all be, without breaking a word.
    for (let limit = Math.max(...natural); limit >= LETTER_COLUMN; limit--) {
      const widths = within(limit);
      if (widths.reduce((all, one) => all + one + 1, 0) <= room) return { heads, widths };
    }
    return { heads: heads.map((_, n) => String(this.before + n + 1)), widths: heads.map(() => LETTER_COLUMN) };
  }

  /** The grid; where it is wider than the terminal even so, its columns in parts below one another. */
  private grid(): string[] {
    const { map, words, options } = this;
    const rowHeads = map.y.steps.map((step) => stepLabel(step, words));
    const labels = Math.max(width(map.y.title) + 2, ...rowHeads.map((head) => Math.min(ROW_LABEL, width(head))));
    const { heads, widths } = this.columnsNextTo(labels);
    const most = Math.max(1, Math.floor((options.columns - labels - 2) / (LETTER_COLUMN + 1)));
    if (heads[0] !== String(this.before + 1) || heads.length <= most) return this.part(rowHeads, labels, heads, widths);
    const parts = Array.from({ length: Math.ceil(heads.length / most) }, (_, n) => n * most);
    return parts.flatMap((from, n) => [
      ...(n === 0 ? [] : ['']),
      ...new MapView(columnsOf(map, from, from + most), options, from).part(
        rowHeads,
        labels,
        heads.slice(from, from + most),
        widths.slice(from, from + most),
      ),
    ]);
  }

  private part(
    rowHeads: readonly string[],
    labels: number,
    heads: readonly string[],
    widths: readonly number[],
  ): string[] {
    const { map, words } = this;
    const { paint } = this.options;
    const aside = ' '.repeat(labels + 3);
    const above = table(
      [heads],
      widths.map((one) => one - 1),
      map.lang,
    );
    const numbered = heads[0] === String(this.before + 1) ? map.x.steps.map((step) => stepLabel(step, words)) : [];
    const left = pad(`${map.y.title} ↓`, labels + 3);
    return [
      paint.faint(`${left}${map.x.title} →`),
      ...above.map((line) => `${aside}${line}`.trimEnd()),
      ...map.y.steps.flatMap((_, row) => [
        ...this.rule(row, labels, widths),
        ...this.row(row, rowHeads[row] ?? '', labels, widths),
      ]),
      ...this.rule(map.y.steps.length, labels, widths),
      ...numbered.flatMap((head, n) => this.say(head, `${aside}${String(this.before + n + 1).padStart(2)}  `)),
    ];
  }

  private answer(column: number, row: number): string | undefined {
    return this.map.cells[row]?.[column]?.answer;
  }

  /** The line above a row; none where nothing changes. */
  private rule(row: number, labels: number, widths: readonly number[]): string[] {
    const across = (column: number): boolean => this.answer(column, row - 1) !== this.answer(column, row);
    const down = (column: number, at: number): boolean => this.answer(column - 1, at) !== this.answer(column, at);
    if (!widths.some((_, column) => across(column))) return [];
    const drawn = Array.from({ length: widths.length + 1 }, (_, column) => {
      const joint =
        joints[
          Number(down(column, row - 1)) +
            2 * Number(down(column, row)) +
            4 * Number(across(column - 1)) +
            8 * Number(across(column))
        ] ?? ' ';
      return joint + (across(column) ? '─' : ' ').repeat(widths[column] ?? 0);
    });
    return [`${' '.repeat(labels + 1)}${drawn.join('')}`.trimEnd()];
  }

  private row(row: number, head: string, labels: number, widths: readonly number[]): string[] {
    const { map } = this;
    const { paint } = this.options;
    const fills = fillsOf(map.answers);
    const heads = table([[head]], [labels], map.lang);
    return heads.map((label, line) => {
      const cells = widths.map((columns, column) => {
        const cell = map.cells[row]?.[column];
        const answer = cell?.answer ?? '';
        const isOwn = map.own.x === column && map.own.y === row;
        const mark = `${answer}${cell?.opinion === 'fit' ? '*' : ''}`;
        const text = line > 0 ? '' : isOwn ? `[${mark}]` : ` ${mark}`;
        const edge = this.answer(column + 1, row) === answer ? ' ' : '│';
        const filled = pad(text, columns) + (edge === ' ' ? ' ' : '');
        const color = fills.get(answer)?.color;
        const painted = paint.fill(isOwn ? paint.strong(filled) : filled, color ?? -1);
        return painted + (edge === ' ' ? '' : edge);
      });
      return `${pad(label, labels)} │${cells.join('')}`;
    });
  }

  private legend(): string[] {
    const { map, words } = this;
    const { paint } = this.options;
    const fills = fillsOf(map.answers);
    const facts = factsDecide(map);
    const titles = Math.max(...map.answers.map(({ title }) => width(title)));
    const notes = notesOn(map, words);
    return [
      paint.heading(words.legend),
      ...map.answers.map(({ letter, title, cells }) => {
        const key = paint.fill(pad(` ${letter}`, 4), fills.get(letter)?.color ?? -1);
        return `  ${key} ${pad(title, titles)}  ${paint.faint(words.cells(cells))}`;
      }),
      ...this.say(words.own(ownStated(map.x, map.own.x, words), ownStated(map.y, map.own.y, words)), '  [ ]  '),
      ...(facts === undefined ? [] : this.say(facts === 'some' ? words.byFit : words.onlyFit, '   *   ')),
      ...(notes.length === 0 ? [] : ['', ...notes.flatMap((note) => this.say(note, ''))]),
    ];
  }
}

/** Some neighbouring columns of a map. */
const columnsOf = (map: DecisionMap, from: number, to: number): DecisionMap => ({
  ...map,
  x: { ...map.x, steps: map.x.steps.slice(from, to) },
  cells: map.cells.map((row) => row.slice(from, to)),
  own: { ...map.own, x: map.own.x - from },
});

/** How wide the longest part of a label is that no line break goes through. */
const longestWord = (text: string): number =>
  Math.max(...text.split(/\s|(?<=-)|(?<=\p{Script=Han}{2})(?=\p{Script=Han})/u).map(width));

/** By the lines that meet: 1 above, 2 below, 4 left, 8 right. */
const joints = [' ', '╵', '╷', '│', '╴', '┘', '┐', '┤', '╶', '└', '┌', '├', '─', '┴', '┬', '┼'];
