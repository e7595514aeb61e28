import type { Profile } from '../../language/schema/results/profile.js';
import { withBrackets } from '../../language/text/text.js';
import { TYPOGRAPHY } from '../../language/texts/index.js';
import { aboutProfile, profileSections, type ProfileEntry } from '../common/profile.js';
import { code, escape, footnotes, message } from './markup.js';

/** A technology as Markdown; every work that a fact cites is a footnote with its address. */
export function profileMarkdown(profile: Profile): string {
  const { lang, id, title, summary, facts } = profile;
  const notes = footnotes(
    facts.map(({ source, work, url }) => ({ id: source, title: work, url })),
    lang,
  );
  const line = ({ text, details = [], worth, source }: ProfileEntry): string => {
    const said = [text, ...details].join(TYPOGRAPHY[lang].semicolon);
    const mark = notes.cite(source);
    // What is no work of a fact is a clause of the guide, or a work of which only the id is given.
    const cited = source === undefined || mark !== '' ? mark : withBrackets('', code(source), lang);
    return `- ${message(worth === undefined ? said : withBrackets(said, worth, lang))}${cited}`;
  };
  return [
    `### ${escape(title)} ${code(id)}`,
    '',
    escape(aboutProfile(profile)),
    '',
    message(summary),
    '',
    ...profileSections(profile).flatMap(([name, entries]) => [`#### ${escape(name)}`, '', ...entries.map(line), '']),
    ...notes.lines(),
    '',
  ].join('\n');
}
