import { TYPOGRAPHY } from '../../language/texts/index.js';
import type { Comparison, FactRow } from '../../language/schema/results/profile.js';
import { withBrackets } from '../../language/text/text.js';
import { foundOf } from '../common/summary.js';
import { SHARED_TEXTS } from '../common/texts/index.js';
import { restrictions, rowTitle, worth } from '../common/evidence.js';
import { escape, footnotes, markdownTable, message } from './markup.js';

/** A comparison as Markdown: tables, and the works cited at the end. */
export function comparisonMarkdown({ lang, technologies, rows, fit = [] }: Comparison): string {
  const words = SHARED_TEXTS[lang].comparison;
  const evidence = SHARED_TEXTS[lang].evidence;
  const { colon } = TYPOGRAPHY[lang];
  const all = rows.flatMap((row) => row.facts.flat());
  const notes = footnotes(
    all.map(({ source, work, url }) => ({ id: source, title: work, url })),
    lang,
  );
  const said = (fact: FactRow): string => {
    const under = restrictions(fact, lang);
    return under === '' ? fact.text : `${fact.text}${colon}${under}`;
  };
  const facts = markdownTable([
    [words.attribute, ...technologies.map(({ title }) => escape(title))],
    ...rows.map(({ facts: own, ...row }) => [
      escape(rowTitle(row, lang)),
      ...own.map((list) =>
        list.length === 0
          ? evidence.nothing
          : list
              .map((fact) => `${withBrackets(message(said(fact)), worth(fact, lang), lang)}${notes.cite(fact.source)}`)
              .join('<br>'),
      ),
    ]),
  ]);
  const fits = fit.flatMap(({ title, candidates }) => {
    const asked = new Map(candidates.flatMap(({ fit: rows }) => rows.map((row) => [row.criterion, row] as const)));
    return [
      `## ${words.fit(escape(title))}`,
      '',
      ...markdownTable([
        [words.required, ...candidates.map((candidate) => escape(candidate.title))],
        [
          words.verdict,
          ...candidates.map(({ verdict, rank, incompatible }) =>
            [
              withBrackets(`**${evidence.verdicts[verdict]}**`, words.rank(rank), lang),
              ...incompatible.map((why) => message(words.cannot(why))),
            ].join('<br>'),
          ),
        ],
        ...[...asked.values()].map(({ criterion, title: name, requiredText }) => [
          escape(`${name}${colon}${requiredText}`),
          ...candidates.map(({ fit: rows }) => {
            const row = rows.find((one) => one.criterion === criterion);
            return row === undefined
              ? evidence.nothing
              : `${evidence.verdicts[row.verdict]}${colon}${message(foundOf(row, lang))}`;
          }),
        ]),
      ]),
      '',
    ];
  });
  return [...fits, `## ${words.facts}`, '', ...facts, '', ...notes.lines(), ''].join('\n');
}
