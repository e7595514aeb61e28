import {
  CODE_KINDS,
  severityText,
  type CodeExplanation,
  type ExplainedCode,
} from '../../language/diagnostics/catalogue.js';
import { CATALOGUE_WORDS } from '../../language/diagnostics/texts/index.js';
import type { Lang } from '../../language/format.js';
import { labelled, withBrackets } from '../../language/text/text.js';
import { pad, paragraph, width, type TextView } from './layout.js';

/** The explanation of codes as lines of text: all codes as a list of titles, some in full. */
export function explanationLines(explanation: CodeExplanation, view: TextView): string[] {
  const { codes, isWhole } = explanation;
  if (isWhole) return titleLines(explanation, view);
  return codes.flatMap((one, n) => [...(n === 0 ? [] : ['']), ...codeLines(one, explanation, view)]);
}

/** All codes with their titles, kind by kind. */
function titleLines({ codes, lang }: CodeExplanation, { paint, columns }: TextView): string[] {
  const column = Math.max(...codes.map(({ code }) => width(code))) + 2;
  return CODE_KINDS.flatMap((kind, n) => [
    ...(n === 0 ? [] : ['']),
    paint.heading(CATALOGUE_WORDS[lang].kinds[kind].title),
    ...codes
      .filter((one) => one.kind === kind)
      .flatMap(({ code, title }) => paragraph(title, columns, lang, `  ${pad(code, column)}`, ' '.repeat(column + 2))),
  ]);
}

function codeLines(one: ExplainedCode, { lang, packages }: CodeExplanation, view: TextView): string[] {
  const { kind, code, title, foundWhen, help, former } = one;
  const words = CATALOGUE_WORDS[lang];
  const text = (sentences: string): string[] => paragraph(sentences, view.columns, lang, '');
  return [
    `${view.paint.strong(code)} [${severityText(one, lang)}]`,
    ...text(former.length === 0 ? title : withBrackets(title, words.former(former), lang)),
    ...(foundWhen === undefined ? [] : ['', ...text(foundWhen)]),
    '',
    ...text(help),
    ...text(labelled(words.kinds[kind].title, words.kinds[kind].intro, lang)),
    '',
    ...exampleLines(one, lang, text),
    ...Object.keys(packages).flatMap((id) => ['', ...text(words.packageNote(id))]),
  ];
}

function exampleLines({ example }: ExplainedCode, lang: Lang, text: (sentences: string) => string[]): string[] {
  const words = CATALOGUE_WORDS[lang];
  if ('reason' in example) return text(words.noExample[example.reason]);
  if ('library' in example) return [labelled(words.libraryExample, '', lang).trimEnd(), `  ${example.library}`];
  return [
    labelled(words.example, '', lang).trimEnd(),
    `  ${example.command}`,
    ...Object.entries(example.files ?? {}).flatMap(([name, content]) => [
      '',
      `  # ${name}`,
      ...content
        .trimEnd()
        .split('\n')
        .map((line) => `  ${line}`),
    ]),
  ];
}
