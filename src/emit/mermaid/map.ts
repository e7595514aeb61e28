import type { DecisionMap } from '../../language/schema/results/decision-map.js';
import { factsDecide, notesOn, ownStated, stepLabel, titleOf } from '../common/map.js';
import { fillsOf, NEUTRAL_COLOR, PALETTE, type Fill } from '../common/palette.js';
import { SHARED_TEXTS } from '../common/texts/index.js';
import { BlockDiagram, type BlockStyle } from './blocks.js';

/** What is no cell: labels, the legend and notes lie on the page itself, and take the colour of its texts. */
const ON_PAGE = 'onPage';

/**
 * A decision map as a diagram in its language. As in the text view, letters distinguish the answers, brackets mark the cell of the workload itself and `*`
 * the cells that the fit decides; colours only repeat what the letters say.
 */
export function mapDiagram(map: DecisionMap): string {
  // head -> grid -> legend -> notes, one below the other; the grid determines the number of columns
  const { x, y, cells, own, answers } = map;
  const words = SHARED_TEXTS[map.lang].map;
  const diagram = new BlockDiagram(x.steps.length + 1);
  diagram.define(ON_PAGE, { fill: 'none', stroke: 'none' });
  for (const [letter, fill] of fillsOf(answers)) diagram.define(classOf(letter), styleOf(fill));

  diagram.addRow('title', titleOf(map, words), ON_PAGE);
  diagram.addRow('subject', words.subject(map.place.title, x.title, y.title), ON_PAGE);
  diagram.addRow('basis', SHARED_TEXTS[map.lang].answer.basis(map.knowledge, map.asOf), ON_PAGE);

  const titles = new Map(answers.map(({ letter, title }) => [letter, title]));
  diagram.add('axes', `${y.title} ↓ ${x.title} →`, ON_PAGE);
  for (const [column, step] of x.steps.entries()) diagram.add(`x${String(column)}`, stepLabel(step, words), ON_PAGE);
  for (const [row, step] of y.steps.entries()) {
    diagram.add(`y${String(row)}`, stepLabel(step, words), ON_PAGE);
    for (const [column, { answer, opinion }] of (cells[row] ?? []).entries()) {
      const letter = opinion === 'fit' ? `${answer}*` : answer;
      const mark = row === own.y && column === own.x ? `[${letter}]` : letter;
      diagram.add(cellId(column, row), `${mark} ${titles.get(answer) ?? ''}`, classOf(answer));
    }
  }

  diagram.addRow('legend', words.legend, ON_PAGE);
  const explain = (id: string, sign: string, text: string, ofClass = ON_PAGE): void => {
    diagram.add(`sign${id}`, sign, ofClass);
    diagram.add(`text${id}`, text, ON_PAGE, x.steps.length);
  };
  for (const { letter, title, cells: count } of answers)
    explain(letter, letter, `${title} · ${words.cells(count)}`, classOf(letter));
  explain('Own', '[ ]', words.own(ownStated(x, own.x, words), ownStated(y, own.y, words)));
  const facts = factsDecide(map);
  if (facts !== undefined) explain('Fit', '*', facts === 'some' ? words.byFit : words.onlyFit);
  for (const [n, note] of notesOn(map, words).entries()) diagram.addRow(`note${String(n)}`, note, ON_PAGE);
  return diagram.text({ [cellId(own.x, own.y)]: { 'stroke-width': '4px' } });
}

const classOf = (letter: string): string => `answer${letter}`;
const cellId = (column: number, row: number): string => `cell${String(column)}x${String(row)}`;

/** Black on a light ground, on light and on dark pages. Mermaid has no patterns: of answers that share a colour, the later ones have a dashed border. */
const styleOf = ({ color, round }: Fill): BlockStyle => ({
  fill: PALETTE[color] ?? NEUTRAL_COLOR,
  stroke: '#000000',
  color: '#000000',
  ...(round > 0 && { 'stroke-dasharray': `${String(3 * round)} 3` }),
});
