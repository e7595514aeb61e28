import type { WhatIf } from '../../language/schema/results/what-if.js';
import { withBrackets } from '../../language/text/text.js';
import { SHARED_TEXTS } from '../common/texts/index.js';
import { escape, markdownTable, message } from './markup.js';

/** The smallest changes that lead to another choice as Markdown: a table, and what the search proves of each place. */
export function whatIfMarkdown({ lang, workload, knowledge, asOf, unchangedTitles, places }: WhatIf): string {
  const { answer, whatIf } = SHARED_TEXTS[lang];
  const { columns } = whatIf;
  const rows = places.flatMap(({ title, chosenTitle, answers }) =>
    answers.map((one) => [
      escape(title),
      `**${escape(chosenTitle)}**`,
      escape(one.title),
      one.conditions.map(message).join('<br>'),
    ]),
  );
  return [
    `### ${escape(workload.metadata?.title ?? workload.metadata?.name ?? answer.untitled)}`,
    '',
    escape(answer.basis(knowledge, asOf)),
    '',
    ...(unchangedTitles.length === 0 ? [] : [escape(whatIf.kept(unchangedTitles)), '']),
    ...(rows.length === 0
      ? []
      : [...markdownTable([[columns.place, columns.now, columns.then, columns.when], ...rows]), '']),
    ...places.map(
      ({ title, chosenTitle, text }) =>
        `- ${withBrackets(`**${escape(title)}**`, escape(chosenTitle), lang)} ${message(text)}`,
    ),
    '',
  ].join('\n');
}
