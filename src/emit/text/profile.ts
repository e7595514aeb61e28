import type { Lang } from '../../language/format.js';
import type { Profile } from '../../language/schema/results/profile.js';
import { listed, spaced } from '../../language/text/text.js';
import { EVIDENCE_WORDS, worth } from '../shared/evidence.js';
import { paragraph } from './layout.js';
import type { TextView } from './view.js';

/** A technology as text for a terminal, in the language of the profile. */
export function profileLines(profile: Profile, { columns, paint }: TextView): string[] {
  const { lang } = profile;
  const [words, evidence] = [WORDS[lang], EVIDENCE_WORDS[lang]];
  const say = (text: string, first: string, next?: string): string[] =>
    paragraph(lang === 'zh' ? spaced(text) : text, columns, lang, first, next);
  const cited = (text: string, work?: string): string => (work === undefined ? text : `${text} (${work})`);
  const point = (text: string): string[] => say(text, '  · ', '    ');
  const names = (entries: readonly { readonly title: string; readonly id: string }[]): string =>
    listed(
      entries.map(({ title, id }) => `${title} [${id}]`),
      lang,
      'and',
    );
  const sections: [string, string[]][] = [
    [
      words.facts,
      profile.facts.flatMap((fact) => [
        ...say(`${fact.title}${evidence.colon}${fact.text}`, '  · ', '    '),
        ...(fact.conditions === undefined ? [] : say(fact.conditions, '    ')),
        ...say(`${worth(fact, evidence)} [${fact.source}]`, '    ').map(paint.faint),
      ]),
    ],
    [
      words.lifecycle,
      profile.lifecycle.flatMap(({ what, released, ends, ended, over, instead, source }) => {
        const dates = [
          ...(released === undefined ? [] : [words.released(released)]),
          ...(ends === undefined ? [] : [over ? words.endedOn(ends) : words.ends(ends)]),
          ...(ended === undefined ? [] : [words.endedWith(ended)]),
          ...(instead === undefined ? [] : [words.instead(instead)]),
        ];
        return point(
          `${what}${dates.length === 0 ? '' : `${evidence.colon}${dates.join(evidence.semicolon)}`} [${source}]`,
        );
      }),
    ],
    [words.needs, profile.needs.flatMap(({ text, source }) => point(cited(text, source)))],
    [
      words.compatibility,
      profile.compatibility.flatMap(({ title, text, source }) =>
        point(cited(`${title}${evidence.colon}${text}`, source)),
      ),
    ],
    [words.hazards, profile.hazards.flatMap(({ text, source }) => point(cited(text, source)))],
    [words.alternatives, profile.alternatives.length === 0 ? [] : point(names(profile.alternatives))],
    [words.runsOn, profile.runsOn.length === 0 ? [] : point(names(profile.runsOn))],
    [words.realises, profile.realises.length === 0 ? [] : point(names(profile.realises))],
    [words.realisedBy, profile.realisedBy.length === 0 ? [] : point(names(profile.realisedBy))],
    [words.namedBy, profile.namedBy.flatMap(({ source, title }) => point(`${source}${evidence.colon}${title}`))],
  ];
  const about = [profile.role.title, ...(profile.family === undefined ? [] : [profile.family.title])].join(' · ');
  return [
    `${paint.strong(profile.title)}  ${paint.faint(`[${profile.id}]  ${about}`)}`,
    ...say(profile.summary, ''),
    ...sections.flatMap(([title, lines]) => (lines.length === 0 ? [] : ['', paint.heading(title), ...lines])),
  ];
}

interface Words {
  readonly facts: string;
  readonly lifecycle: string;
  readonly needs: string;
  readonly compatibility: string;
  readonly hazards: string;
  readonly alternatives: string;
  readonly runsOn: string;
  readonly realises: string;
  readonly realisedBy: string;
  readonly namedBy: string;
  readonly released: (date: string) => string;
  readonly ends: (date: string) => string;
  readonly endedOn: (date: string) => string;
  readonly endedWith: (release: string) => string;
  readonly instead: (what: string) => string;
}

const WORDS: Readonly<Record<Lang, Words>> = {
  en: {
    facts: 'Facts',
    lifecycle: 'Lifecycle',
    needs: 'Needs',
    compatibility: 'Together with others',
    hazards: 'Hazards',
    alternatives: 'Maintained alternatives',
    runsOn: 'Comes with',
    realises: 'Offers the interface of',
    realisedBy: 'Realised by',
    namedBy: 'Named by the guide in',
    released: (date) => `released ${date}`,
    ends: (date) => `supported until ${date}`,
    endedOn: (date) => `ended ${date}`,
    endedWith: (release) => `removed by ${release}`,
    instead: (what) => `use ${what}`,
  },
  zh: {
    facts: '事实',
    lifecycle: '生命周期',
    needs: '前提条件',
    compatibility: '与其他技术的配合',
    hazards: '风险',
    alternatives: '仍在维护的替代',
    runsOn: '必须同时采用',
    realises: '提供的接口',
    realisedBy: '可由以下技术提供',
    namedBy: '指南中提到它的条目',
    released: (date) => `${date} 发布`,
    ends: (date) => `支持至 ${date}`,
    endedOn: (date) => `已于 ${date} 结束`,
    endedWith: (release) => `已被 ${release} 移除`,
    instead: (what) => `改用 ${what}`,
  },
};
