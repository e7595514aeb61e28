import { TEXT_TEXTS } from './texts/index.js';
import { TYPOGRAPHY } from '../../language/texts/index.js';
import type { Profile } from '../../language/schema/results/profile.js';
import { listed, typeset, withBrackets } from '../../language/text/text.js';
import { restrictions, worth } from '../common/evidence.js';
import { paragraph, pad, width, type TextView } from './layout.js';
import type { TechnologyList } from '../../language/schema/results/lists.js';

/** A technology as text for a terminal, in the language of the profile. */
export function profileLines(profile: Profile, { columns, paint }: TextView): string[] {
  const { lang } = profile;
  const words = TEXT_TEXTS[lang].profile;
  const { colon, semicolon } = TYPOGRAPHY[lang];
  const say = (text: string, first: string, next?: string): string[] =>
    paragraph(typeset(text, lang), columns, lang, first, next);
  const cited = (text: string, work?: string): string => (work === undefined ? text : withBrackets(text, work, lang));
  const point = (text: string): string[] => say(text, '  · ', '    ');
  const reasons = (part: Profile['omits'][number]['part']): string[] =>
    profile.omits.filter((one) => one.part === part).flatMap(({ text }) => point(text));
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
        ...say(`${fact.title}${colon}${fact.text}`, '  · ', '    '),
        ...(fact.scope === undefined ? [] : say(fact.scope.title, '    ')),
        ...(restrictions(fact, lang) === '' ? [] : say(restrictions(fact, lang), '    ')),
        ...say(`${worth(fact, lang)} [${fact.source}]`, '    ').map(paint.faint),
      ]),
    ],
    [words.licence, reasons('licence')],
    [
      words.lifecycle,
      [
        ...profile.lifecycle.flatMap(({ what, released, ends, ended, over, instead, source }) => {
          const dates = [
            ...(released === undefined ? [] : [words.released(released)]),
            ...(ends === undefined ? [] : [over ? words.endedOn(ends) : words.ends(ends)]),
            ...(ended === undefined ? [] : [words.endedWith(ended)]),
            ...(instead === undefined ? [] : [words.instead(instead)]),
          ];
          return point(`${what}${dates.length === 0 ? '' : `${colon}${dates.join(semicolon)}`} [${source}]`);
        }),
        ...reasons('lifecycle'),
      ],
    ],
    [words.needs, [...profile.needs.flatMap(({ text, source }) => point(cited(text, source))), ...reasons('needs')]],
    [
      words.compatibility,
      profile.compatibility.flatMap(({ title, text, source }) => point(cited(`${title}${colon}${text}`, source))),
    ],
    [
      words.hazards,
      [...profile.hazards.flatMap(({ text, source }) => point(cited(text, source))), ...reasons('hazards')],
    ],
    [words.alternatives, profile.alternatives.length === 0 ? [] : point(names(profile.alternatives))],
    [words.runsOn, profile.runsOn.length === 0 ? [] : point(names(profile.runsOn))],
    [words.realises, profile.realises.length === 0 ? [] : point(names(profile.realises))],
    [words.realisedBy, profile.realisedBy.length === 0 ? [] : point(names(profile.realisedBy))],
    [
      TEXT_TEXTS[lang].definition.alsoNamed,
      (profile.alsoNamed ?? []).flatMap(({ name, title, whatTitle }) =>
        point(`${whatTitle}${colon}${title} [${name}]`),
      ),
    ],
    [words.namedBy, profile.namedBy.flatMap(({ source, title }) => point(`${source}${colon}${title}`))],
  ];
  const about = [profile.role.title, ...(profile.family === undefined ? [] : [profile.family.title])].join(' · ');
  return [
    `${paint.strong(profile.title)}  ${paint.faint(`[${profile.id}]  ${about}`)}`,
    ...say(profile.summary, ''),
    ...sections.flatMap(([title, lines]) => (lines.length === 0 ? [] : ['', paint.heading(title), ...lines])),
  ];
}

/** A list of technologies as lines of text, by role. */
export function technologyLines({ roles, technologies, lang }: TechnologyList, { columns, paint }: TextView): string[] {
  const column = Math.max(...technologies.map(({ id }) => width(id))) + 2;
  return roles.flatMap(({ id, title }, n) => {
    const own = technologies.filter(({ role }) => role === id);
    if (own.length === 0) return [];
    const lines = own.flatMap((one) =>
      paragraph(one.summary, columns, lang, `  ${pad(one.id, column)}`, ' '.repeat(column + 2)),
    );
    return [...(n === 0 ? [] : ['']), paint.heading(title), ...lines];
  });
}
