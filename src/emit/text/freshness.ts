import { TEXT_TEXTS } from './texts/index.js';
import type { Freshness } from '../../language/schema/results/profile.js';
import { labelled, listed, typeset } from '../../language/text/text.js';
import { paragraph } from './layout.js';
import type { TextView } from './view.js';

/** The report on freshness for a terminal. */
export function freshnessLines(report: Freshness, { columns, paint }: TextView): string[] {
  const { lang, stale, undated, withoutLifecycle, unsupported } = report;
  const words = TEXT_TEXTS[lang].freshness;
  const say = (text: string, first: string, next?: string): string[] =>
    paragraph(typeset(text, lang), columns, lang, first, next);
  const point = (text: string): string[] => say(text, '  · ', '    ');
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', paint.heading(title), ...lines];
  return [
    paint.strong(words.title(report.asOf)),
    ...say(words.counts(report.technologies, report.facts, report.sources), ''),
    ...section(
      words.stale(stale.length),
      stale.flatMap(({ title, attributeTitle, value, date, until, source }) =>
        point(words.staleFact(title, attributeTitle, value, date, until, source)),
      ),
    ),
    ...section(
      words.undated(undated.length),
      undated.flatMap(({ id, title, cited }) => point(words.undatedSource(title, id, cited))),
    ),
    ...section(
      words.withoutLifecycle(withoutLifecycle.length),
      withoutLifecycle.length === 0
        ? []
        : say(
            listed(
              withoutLifecycle.map(({ title }) => title),
              lang,
              'and',
            ),
            '  ',
          ),
    ),
    ...section(
      words.unsupported(unsupported.length),
      unsupported.flatMap(({ title, source, verdict, text }) => [
        ...point(labelled(`${title} (${source})`, words.verdicts[verdict], lang)),
        ...(text === '' ? [] : say(text, '    ')),
      ]),
    ),
    '',
    ...say(
      stale.length + undated.length + withoutLifecycle.length + unsupported.length === 0 ? words.allFresh : words.warns,
      '',
    ),
  ];
}
