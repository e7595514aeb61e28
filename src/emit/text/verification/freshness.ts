import type { Freshness } from '../../../language/schema/results/profile.js';
import { labelled, listed, typeset, withBrackets } from '../../../language/text/text.js';
import { paragraph, type TextView } from '../layout.js';
import { TEXT_TEXTS } from '../texts/index.js';

/** A list of more entries than this shows only the first of them, unless all are asked for. */
const MAX_LISTED = 8;

/** The report on freshness, and how many of its entries it leaves out. */
export interface FreshnessText {
  readonly lines: string[];
  /** Entries like others that are listed. */
  readonly alike: number;
  /** Entries of packages below. */
  readonly inherited: number;
}

/** What of the knowledge has grown old. Without `all`, neither what is inherited nor more than a few entries of each kind. */
export function freshnessText(report: Freshness, { columns, paint, all }: TextView): FreshnessText {
  const { lang } = report;
  const words = TEXT_TEXTS[lang].freshness;
  const say = (text: string, first: string, next?: string): string[] =>
    paragraph(typeset(text, lang), columns, lang, first, next);
  const point = (text: string): string[] => say(text, '  · ', '    ');
  const omitted = { alike: 0, inherited: 0 };
  const own = <E extends { readonly inherited?: true }>(entries: readonly E[]): readonly E[] => {
    const left = all ? entries : entries.filter(({ inherited }) => inherited !== true);
    omitted.inherited += entries.length - left.length;
    return left;
  };
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', paint.heading(title), ...lines];
  const list = <E>(
    title: (count: number) => string,
    entries: readonly E[],
    linesOf: (entry: E) => string[],
  ): string[] => {
    // One entry more takes no more room than to say that there is one.
    const shown = all || entries.length <= MAX_LISTED + 1 ? entries : entries.slice(0, MAX_LISTED);
    const more = entries.length - shown.length;
    omitted.alike += more;
    return section(title(entries.length), [...shown.flatMap(linesOf), ...(more > 0 ? point(words.more(more)) : [])]);
  };
  const [stale, undated] = [own(report.stale), own(report.undated)];
  const [withoutLifecycle, unsupported] = [own(report.withoutLifecycle), own(report.unsupported)];
  const count = stale.length + undated.length + withoutLifecycle.length + unsupported.length;
  const titles = withoutLifecycle.map(({ title }) => title);
  const lines = [
    paint.strong(words.title(report.asOf)),
    ...say(words.counts(report.technologies, report.facts, report.sources), ''),
    ...list(words.stale, stale, ({ title, attributeTitle, value, date, until, source }) =>
      point(words.staleFact(title, attributeTitle, value, date, until, source)),
    ),
    ...list(words.undated, undated, ({ title, id, cited }) => point(words.undatedSource(title, id, cited))),
    ...section(
      words.withoutLifecycle(titles.length),
      titles.length === 0 ? [] : say(listed(titles, lang, 'and'), '  '),
    ),
    ...list(words.unsupported, unsupported, ({ title, source, verdict, text }) => [
      ...point(labelled(withBrackets(title, source, lang), words.verdicts[verdict], lang)),
      ...(text === '' ? [] : say(text, '    ')),
    ]),
    ...(count === 0 ? [] : ['']),
    ...say(count > 0 ? words.warns : omitted.inherited > 0 ? words.ownFresh : words.allFresh, ''),
  ];
  return { lines, ...omitted };
}
