import type { Definition } from '../../language/schema/results/definition.js';
import type { FactorList, MatchList, ScenarioList, TechnologyList } from '../../language/schema/results/lists.js';
import { labelled, listed, withBrackets } from '../../language/text/text.js';
import { SHARED_TEXTS } from '../common/texts/index.js';
import { code, escape, markdownLink, message } from './markup.js';

/** What a name means as Markdown. */
export function definitionMarkdown(definition: Definition): string {
  const { title, name, whatTitle, text, url, aliases, sections, alsoNamed = [], lang } = definition;
  const words = SHARED_TEXTS[lang].definition;
  const all = [
    ...sections,
    ...(alsoNamed.length === 0
      ? []
      : [
          {
            title: words.alsoNamed,
            entries: alsoNamed.map((one) => ({ id: one.name, title: one.whatTitle, text: one.title })),
          },
        ]),
  ];
  return [
    `### ${url === undefined ? escape(title) : markdownLink(title, url)} ${code(name)}`,
    '',
    escape(whatTitle),
    '',
    ...(text === undefined || text === title ? [] : [message(text), '']),
    ...(aliases.length === 0 ? [] : [escape(labelled(words.aliases, listed(aliases, lang, 'and'), lang)), '']),
    ...all.flatMap((section) => [
      `#### ${escape(section.title)}`,
      '',
      ...section.entries.map((entry: Definition['sections'][number]['entries'][number]) => {
        const parts = [entry.title, entry.text].flatMap((part) => (part === undefined || part === '' ? [] : [part]));
        const [head = '', rest] = parts;
        const said = message(rest === undefined ? head : labelled(head, rest, lang));
        const linked = entry.url === undefined ? said : `${said} <${entry.url}>`;
        return `- ${[...(entry.id === undefined ? [] : [code(entry.id)]), linked].join(' ').trimEnd()}${
          entry.source === undefined ? '' : withBrackets('', code(entry.source), lang)
        }`;
      }),
      '',
    ]),
  ].join('\n');
}

/** The things that a name can mean as Markdown. */
export const matchMarkdown = ({ wanted, matches, lang }: MatchList): string =>
  section(
    wanted,
    matches.map(({ name, title, whatTitle }) => ({ id: name, text: labelled(whatTitle, title, lang) })),
  );

/** Factors as Markdown, by the section that states them. */
export const factorMarkdown = ({ sections, factors, lang }: FactorList): string =>
  sections
    .map(({ id, title }) =>
      section(
        title,
        factors
          .filter(({ statedIn }) => statedIn.includes(id))
          .map((factor) => ({ id: factor.id, text: labelled(factor.title, factor.takes, lang) })),
      ),
    )
    .join('\n');

/** Scenarios as Markdown. */
export const scenarioMarkdown = ({ scenarios }: ScenarioList): string =>
  list(scenarios.map(({ id, title, summary }) => ({ id, text: summary ?? title })));

/** Technologies as Markdown, by their roles. */
export const technologyMarkdown = ({ roles, technologies }: TechnologyList): string =>
  roles
    .map(({ id, title }) => [title, technologies.filter(({ role }) => role === id)] as const)
    .filter(([, own]) => own.length > 0)
    .map(([title, own]) =>
      section(
        title,
        own.map((one) => ({ id: one.id, text: one.summary })),
      ),
    )
    .join('\n');

interface Entry {
  readonly id: string;
  readonly text: string;
}

const list = (entries: readonly Entry[]): string =>
  entries.map(({ id, text }) => `- ${code(id)} ${message(text)}\n`).join('');

const section = (title: string, entries: readonly Entry[]): string => `### ${escape(title)}\n\n${list(entries)}`;
