import type { DecisionMap } from '../../language/schema/results/decision-map.js';
import { notesOn, stepLabel, titleOf } from '../common/map.js';
import { SHARED_TEXTS } from '../common/texts/index.js';
import { escape, markdownTable, message } from './markup.js';

/** A decision map as a table in Markdown; the cell of the workload itself is strong. */
export function mapMarkdown(map: DecisionMap): string {
  const { lang, knowledge, asOf, place, x, y, cells, answers, own } = map;
  const words = SHARED_TEXTS[lang].map;
  const titles = new Map(answers.map(({ letter, title }) => [letter, title]));
  const rows = y.steps.map((step, row) => [
    `**${escape(stepLabel(step, words))}**`,
    ...x.steps.map((_, column) => {
      const title = escape(titles.get(cells[row]?.[column]?.answer ?? '') ?? '');
      return own.x === column && own.y === row ? `**${title}**` : title;
    }),
  ]);
  return [
    `### ${escape(titleOf(map, words))}`,
    '',
    escape(SHARED_TEXTS[lang].answer.basis(knowledge, asOf)),
    '',
    escape(words.subject(place.title, x.title, y.title)),
    '',
    ...markdownTable([['', ...x.steps.map((step) => escape(stepLabel(step, words)))], ...rows]),
    '',
    ...notesOn(map, words).map((note) => `- ${message(note)}`),
    '',
  ].join('\n');
}
