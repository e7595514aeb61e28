import type { DefinedEntry, Definition, NamedMatch } from '../../../language/schema/results/definition.js';
import type { MatchList } from '../../../language/schema/results/lists.js';
import { labelled, listed, typeset } from '../../../language/text/text.js';
import { chop } from '../../../language/text/wrap.js';
import { pad, paragraph, width, type TextView } from '../layout.js';
import { SHARED_TEXTS } from '../../common/texts/index.js';
import { TEXT_TEXTS } from '../texts/index.js';

/** The widest that the column of names may be. */
const MAX_COLUMN = 22;

/** What a name means as text for a terminal, in the language of the definition. */
export function definitionLines(definition: Definition, view: TextView): string[] {
  const { title, name, whatTitle, text, url, aliases, sections, alsoNamed = [], lang } = definition;
  const { paint, columns } = view;
  const words = SHARED_TEXTS[lang].definition;
  const say = (sentence: string): string[] => paragraph(typeset(sentence, lang), columns, lang, '');
  return [
    ...say(`${title}  [${name}]  ${whatTitle}`).map(paint.strong),
    ...(text === undefined || text === title ? [] : say(text)),
    ...(url === undefined ? [] : [url]),
    ...(aliases.length === 0 ? [] : say(labelled(words.aliases, listed(aliases, lang, 'and'), lang)).map(paint.faint)),
    ...sections.flatMap((section) => ['', paint.heading(section.title), ...entryLines(section.entries, lang, view)]),
    ...(alsoNamed.length === 0
      ? []
      : ['', paint.heading(words.alsoNamed), ...entryLines(alsoNamed.map(entryOf), lang, view)]),
  ];
}

const entryOf = ({ name, title, whatTitle }: NamedMatch): DefinedEntry => ({ id: name, title: whatTitle, text: title });

function entryLines(
  entries: readonly DefinedEntry[],
  lang: Definition['lang'],
  { columns, paint }: TextView,
): string[] {
  const column = Math.max(0, ...entries.map(({ id = '' }) => width(id)).filter((one) => one <= MAX_COLUMN));
  return entries.flatMap(({ id, title, text, source, url }) => {
    const body =
      title === undefined ? (text ?? '') : text === undefined || text === '' ? title : labelled(title, text, lang);
    const cited = source === undefined ? body : `${body} [${source}]`;
    const link = url === undefined ? [] : [`    ${url}`];
    const say = (first: string, next: string): string[] =>
      paragraph(typeset(cited, lang), columns, lang, first, next).flatMap((line) =>
        // Some values are one long word.
        chop(line, columns).map((part, n) => (n === 0 ? part : next + part)),
      );
    if (id === undefined) return [...say('  · ', '    '), ...link];
    if (cited === '') return [`  ${id}`, ...link];
    if (width(id) > column)
      return [`  ${id}`, ...say('    ', '    '), ...link].map((line, n) => (n === 0 ? paint.strong(line) : line));
    return [...say(`  ${pad(id, column)}  `, ' '.repeat(column + 4)), ...link];
  });
}

/** The things that a name can mean, each with its kind and the name that nothing else has. */
export function matchLines({ wanted, matches, lang }: MatchList, { columns, paint }: TextView): string[] {
  const words = TEXT_TEXTS[lang].definition;
  const names = Math.max(...matches.map(({ name }) => width(name))) + 2;
  return [
    ...paragraph(words.several(wanted, matches.length), columns, lang, '').map(paint.heading),
    ...matches.flatMap(({ name, title, whatTitle }) =>
      paragraph(labelled(whatTitle, title, lang), columns, lang, `  ${pad(name, names)}`, ' '.repeat(names + 2)),
    ),
    '',
    ...paragraph(words.showOne(matches[0]?.name ?? ''), columns, lang, ''),
  ];
}
