import type { Lang } from '../../language/format.js';
import type { Freshness } from '../../language/schema/results/profile.js';
import { listed, spaced } from '../../language/text/text.js';
import { paragraph } from './layout.js';
import type { TextView } from './view.js';

/** The report on freshness for a terminal. */
export function freshnessLines(report: Freshness, { columns, paint }: TextView): string[] {
  const { lang, stale, undated, withoutLifecycle, unsupported } = report;
  const words = WORDS[lang];
  const say = (text: string, first: string, next?: string): string[] =>
    paragraph(lang === 'zh' ? spaced(text) : text, columns, lang, first, next);
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
        ...point(`${title} (${source})${words.colon}${words.verdicts[verdict]}`),
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

interface Words {
  readonly colon: string;
  readonly title: (asOf: string) => string;
  readonly counts: (technologies: number, facts: number, sources: number) => string;
  readonly stale: (count: number) => string;
  readonly staleFact: (
    technology: string,
    attribute: string,
    value: string,
    date: string,
    until: string,
    source: string,
  ) => string;
  readonly undated: (count: number) => string;
  readonly undatedSource: (title: string, id: string, cited: number) => string;
  readonly withoutLifecycle: (count: number) => string;
  readonly unsupported: (count: number) => string;
  readonly verdicts: Readonly<Record<Freshness['unsupported'][number]['verdict'], string>>;
  readonly warns: string;
  readonly allFresh: string;
}

const WORDS: Readonly<Record<Lang, Words>> = {
  en: {
    colon: ': ',
    title: (asOf) => `Freshness of the knowledge, as of ${asOf}`,
    counts: (technologies, facts, sources) =>
      `${String(technologies)} technologies, ${String(facts)} facts, ${String(sources)} sources.`,
    stale: (count) => `Facts past their expiry: ${String(count)}`,
    staleFact: (technology, attribute, value, date, until, source) =>
      `${technology}, ${attribute.toLowerCase()}: ${value}; of ${date}, good until ${until} [${source}]`,
    undated: (count) => `Sources without a date: ${String(count)}`,
    undatedSource: (title, id, cited) =>
      `${title} [${id}], behind ${cited === 1 ? '1 fact' : `${String(cited)} facts`}`,
    withoutLifecycle: (count) => `Technologies without a statement on their lifecycle: ${String(count)}`,
    unsupported: (count) => `Figures of the guide that no evidence supports: ${String(count)}`,
    verdicts: { unconfirmed: 'not confirmed', unsourced: 'no source found', unexamined: 'nobody has examined it' },
    warns: 'All of this is a warning: age alone fails nothing.',
    allFresh: 'Nothing is stale, undated or unsupported.',
  },
  zh: {
    colon: '：',
    title: (asOf) => `知识的时效，截至 ${asOf}`,
    counts: (technologies, facts, sources) =>
      `${String(technologies)} 项技术，${String(facts)} 条事实，${String(sources)} 份文献。`,
    stale: (count) => `已过期的事实：${String(count)}`,
    staleFact: (technology, attribute, value, date, until, source) =>
      `${technology} 的${attribute}：${value}；日期 ${date}，有效至 ${until} [${source}]`,
    undated: (count) => `没有日期的文献：${String(count)}`,
    undatedSource: (title, id, cited) => `${title} [${id}]，支撑 ${String(cited)} 条事实`,
    withoutLifecycle: (count) => `没有生命周期说明的技术：${String(count)}`,
    unsupported: (count) => `没有证据支持的指南数据：${String(count)}`,
    verdicts: { unconfirmed: '未证实', unsourced: '未找到来源', unexamined: '尚未核查' },
    warns: '以上均为提醒：仅因时间久远不会判为失败。',
    allFresh: '没有过期、缺少日期或缺乏依据的内容。',
  },
};
