import { TYPOGRAPHY } from '../../language/texts/index.js';
import type { Profile } from '../../language/schema/results/profile.js';
import { labelled, listed } from '../../language/text/text.js';
import { restrictions, worth } from './evidence.js';
import { SHARED_TEXTS } from './texts/index.js';

/** One thing that is known of a technology. */
export interface ProfileEntry {
  readonly text: string;
  /** What belongs to it, a line each. */
  readonly details?: readonly string[];
  /** What it is worth. */
  readonly worth?: string;
  /** The work that it is from, by its id; or the clause. */
  readonly source?: string;
}

/** What is known of a technology, by what it is about; what nothing is known of is left out. */
export function profileSections(profile: Profile): (readonly [title: string, entries: readonly ProfileEntry[]])[] {
  const { lang } = profile;
  const words = SHARED_TEXTS[lang].profile;
  const { semicolon } = TYPOGRAPHY[lang];
  const reasons = (part: Profile['omits'][number]['part']): ProfileEntry[] =>
    profile.omits.filter((one) => one.part === part).map(({ text }) => ({ text }));
  const names = (entries: readonly { readonly title: string; readonly id: string }[]): ProfileEntry[] =>
    entries.length === 0
      ? []
      : [
          {
            text: listed(
              entries.map(({ title, id }) => `${title} [${id}]`),
              lang,
              'and',
            ),
          },
        ];
  const cited = ({ text, source }: { readonly text: string; readonly source?: string }): ProfileEntry => ({
    text,
    ...(source !== undefined && { source }),
  });
  const sections: (readonly [string, readonly ProfileEntry[]])[] = [
    [
      words.facts,
      profile.facts.map((fact) => ({
        text: labelled(fact.title, fact.text, lang),
        details: [fact.scope?.title ?? '', restrictions(fact, lang)].filter((detail) => detail !== ''),
        worth: worth(fact, lang),
        source: fact.source,
      })),
    ],
    [words.licence, reasons('licence')],
    [
      words.lifecycle,
      [
        ...profile.lifecycle.map(({ what, released, ends, ended, over, instead, source }) => {
          const dates = [
            ...(released === undefined ? [] : [words.released(released)]),
            ...(ends === undefined ? [] : [over ? words.endedOn(ends) : words.ends(ends)]),
            ...(ended === undefined ? [] : [words.endedWith(ended)]),
            ...(instead === undefined ? [] : [words.instead(instead)]),
          ];
          return { text: dates.length === 0 ? what : labelled(what, dates.join(semicolon), lang), source };
        }),
        ...reasons('lifecycle'),
      ],
    ],
    [words.needs, [...profile.needs.map(cited), ...reasons('needs')]],
    [
      words.compatibility,
      profile.compatibility.map(({ title, text, source }) =>
        cited({ text: labelled(title, text, lang), ...(source !== undefined && { source }) }),
      ),
    ],
    [words.hazards, [...profile.hazards.map(cited), ...reasons('hazards')]],
    [words.alternatives, names(profile.alternatives)],
    [words.runsOn, names(profile.runsOn)],
    [words.realises, names(profile.realises)],
    [words.realisedBy, names(profile.realisedBy)],
    [
      SHARED_TEXTS[lang].definition.alsoNamed,
      (profile.alsoNamed ?? []).map(({ name, title, whatTitle }) => ({
        text: `${labelled(whatTitle, title, lang)} [${name}]`,
      })),
    ],
    [words.namedBy, profile.namedBy.map(({ source, title }) => ({ text: labelled(source, title, lang) }))],
  ];
  return sections.filter(([, entries]) => entries.length > 0);
}

/** What a technology is for: its role, and its family. */
export const aboutProfile = ({ role, family }: Profile): string =>
  [role.title, ...(family === undefined ? [] : [family.title])].join(' · ');
