import { TYPOGRAPHY } from '../../language/texts/index.js';
import type { Comparison, FactRow } from '../../language/schema/results/profile.js';
import { typeset, withBrackets } from '../../language/text/text.js';
import { foundOf, SIGNS } from '../common/summary.js';
import { SHARED_TEXTS } from '../common/texts/index.js';
import { restrictions, rowTitle, worth } from '../common/evidence.js';
import { mark } from './recommendation/fit.js';
import { paragraph, table, width, type TextView } from './layout.js';

/** Below this, a column of a table cannot be read. */
const NARROWEST = 16;

/** Technologies side by side for a terminal: as a table where there is room, else one below the other. */
export function comparisonLines(comparison: Comparison, canvas: TextView): string[] {
  const { lang, technologies, rows } = comparison;
  const words = SHARED_TEXTS[lang].comparison;
  const evidence = SHARED_TEXTS[lang].evidence;
  const { colon } = TYPOGRAPHY[lang];
  const { columns, paint } = canvas;
  const text = (said: string): string => typeset(said, lang);
  const label = Math.min(22, Math.max(...rows.map(({ title }) => width(title)), 12));
  const column = Math.floor((columns - label - 2 * technologies.length) / technologies.length);
  const works = new Map<string, string>();
  const cite = ({ source, work, url }: FactRow): string => {
    if (!works.has(source)) works.set(source, `[${String(works.size + 1)}] ${work} [${source}] ${url}`);
    return `[${String([...works.keys()].indexOf(source) + 1)}]`;
  };
  const cell = (facts: readonly FactRow[]): string =>
    facts.length === 0
      ? evidence.nothing
      : facts
          .map((fact) =>
            text(`${withBrackets(`${fact.text}${under(fact, facts)}`, worth(fact, lang), lang)} ${cite(fact)}`),
          )
          .join('\n');
  // The conditions of several figures distinguish them.
  const under = (fact: FactRow, facts: readonly FactRow[]): string => {
    const shown = restrictions(facts.length === 1 ? { ...(fact.with && { with: fact.with }) } : fact, lang);
    return shown === '' ? '' : `${colon}${shown}`;
  };
  const head = ['', ...technologies.map(({ title }) => title)];
  const body =
    column >= NARROWEST
      ? [head, ...rows.map(({ facts, ...row }) => [rowTitle(row, lang), ...facts.map(cell)])].flatMap((row, n) => [
          ...table([row], [label, ...technologies.map(() => column)], lang).map((line) =>
            n === 0 ? paint.strong(line) : line,
          ),
          '',
        ])
      : rows.flatMap(({ facts, ...row }) => [
          ...paragraph(rowTitle(row, lang), columns, lang, '').map(paint.strong),
          ...facts.flatMap((own, n) =>
            paragraph(
              cell(own).replaceAll('\n', TYPOGRAPHY[lang].semicolon),
              columns,
              lang,
              `  ${technologies[n]?.title ?? ''}${colon}`,
              '    ',
            ),
          ),
          '',
        ]);
  const sources = [...works.values()].flatMap((work) => paragraph(work, columns, lang, '  ', '      '));
  return [
    ...fitSection(comparison, canvas),
    paint.heading(words.facts),
    ...body,
    paint.heading(words.sources),
    ...sources,
  ];
}

function fitSection({ fit = [], lang }: Comparison, { columns, paint }: TextView): string[] {
  const words = SHARED_TEXTS[lang].comparison;
  const evidence = SHARED_TEXTS[lang].evidence;
  const { colon } = TYPOGRAPHY[lang];
  const say = (said: string, first: string, next?: string): string[] =>
    paragraph(typeset(said, lang), columns, lang, first, next);
  return fit.flatMap(({ title, candidates }) => [
    paint.heading(words.fit(title)),
    ...[...candidates]
      .sort((a, b) => a.incompatible.length - b.incompatible.length || a.rank - b.rank)
      .flatMap((candidate) => [
        ...say(
          words.candidate(
            candidate.title,
            evidence.verdicts[candidate.verdict],
            candidate.rank,
            candidate.score.toFixed(3),
          ),
          `  ${candidate.incompatible.length > 0 ? paint.bad(SIGNS.open) : mark(candidate.verdict, paint)} `,
          '    ',
        ),
        ...candidate.incompatible.flatMap((why) => say(words.cannot(why), `      ${SIGNS.open} `, '        ')),
        ...candidate.fit
          .filter(({ origin, verdict }) => origin !== undefined || verdict === 'fails')
          .flatMap((row) =>
            say(
              `${row.title}${colon}${row.requiredText} → ${foundOf(row, lang)}`,
              `      ${mark(row.verdict, paint)} `,
              '        ',
            ),
          ),
      ]),
    '',
  ]);
}
