import type { Profile } from '../../language/schema/results/profile.js';
import { typeset } from '../../language/text/text.js';
import { aboutProfile, profileSections, type ProfileEntry } from '../common/profile.js';
import { paragraph, pad, width, type TextView } from './layout.js';
import type { TechnologyList } from '../../language/schema/results/lists.js';

/** A technology as text for a terminal, in the language of the profile. */
export function profileLines(profile: Profile, { columns, paint }: TextView): string[] {
  const { lang } = profile;
  const say = (text: string, first: string, next?: string): string[] =>
    paragraph(typeset(text, lang), columns, lang, first, next);
  const entryLines = ({ text, details = [], worth, source }: ProfileEntry): string[] => {
    const cited = source === undefined ? '' : ` [${source}]`;
    return worth === undefined
      ? say(`${text}${cited}`, '  · ', '    ')
      : [
          ...say(text, '  · ', '    '),
          ...details.flatMap((detail) => say(detail, '    ')),
          ...say(`${worth}${cited}`, '    ').map(paint.faint),
        ];
  };
  return [
    `${paint.strong(profile.title)}  ${paint.faint(`[${profile.id}]  ${aboutProfile(profile)}`)}`,
    ...say(profile.summary, ''),
    ...profileSections(profile).flatMap(([title, entries]) => [
      '',
      paint.heading(title),
      ...entries.flatMap((entry) => entryLines(entry)),
    ]),
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
