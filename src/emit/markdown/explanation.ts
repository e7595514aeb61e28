import {
  CODE_KINDS,
  severityText,
  type CodeExplanation,
  type ExplainedCode,
} from '../../language/diagnostics/catalogue.js';
import { CATALOGUE_WORDS } from '../../language/diagnostics/texts/index.js';
import type { Lang } from '../../language/format.js';
import { labelled, withBrackets } from '../../language/text/text.js';
import { code as codeOf } from './markup.js';

/** The explanation of codes in Markdown: a page of all codes, or some of them without the frame of the page. */
export function explanationMarkdown({ codes, packages, isWhole, lang }: CodeExplanation): string {
  const words = CATALOGUE_WORDS[lang];
  const sections = CODE_KINDS.flatMap((kind) => {
    const own = codes.filter((one) => one.kind === kind);
    if (own.length === 0) return [];
    const { title, intro } = words.kinds[kind];
    return [`## ${title}`, '', intro, '', ...own.flatMap((one) => sectionOf(one, lang))];
  });
  const shared = Object.entries(packages).flatMap(([id, text]) => [
    `### ${codeOf(id)}`,
    '',
    ...fenced('yaml', text),
    '',
  ]);
  const { title, intro } = words.packages;
  return [
    ...(isWhole ? [`# ${words.title}`, '', words.intro, ''] : []),
    ...sections,
    ...(shared.length === 0 ? [] : [`## ${title}`, '', intro, '', ...shared]),
  ].join('\n');
}

/** A code with its severities and its exit code, its meaning, what to do and an example. */
function sectionOf(one: ExplainedCode, lang: Lang): string[] {
  const { code, title, foundWhen, help, former, example } = one;
  const words = CATALOGUE_WORDS[lang];
  const name = former.length === 0 ? title : withBrackets(title, words.former(former), lang);
  const head = [
    `### ${codeOf(code)}`,
    '',
    labelled(severityText(one, lang), name, lang),
    '',
    ...(foundWhen === undefined ? [] : [foundWhen, '']),
    help,
    '',
  ];
  if ('reason' in example) return [...head, words.noExample[example.reason], ''];
  if ('library' in example)
    return [...head, labelled(words.libraryExample, '', lang).trimEnd(), '', ...fenced('js', example.library), ''];
  const files = Object.entries(example.files ?? {}).flatMap(([name, text]) => [
    labelled(codeOf(name), '', lang).trimEnd(),
    '',
    ...fenced(name.slice(name.lastIndexOf('.') + 1), text),
    '',
  ]);
  return [...head, labelled(words.example, '', lang).trimEnd(), '', ...fenced('sh', example.command), '', ...files];
}

const fenced = (language: string, text: string): string[] => [`\`\`\`${language}`, text.trimEnd(), '```'];
