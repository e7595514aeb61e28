import type { Lang } from '../format.js';
import { DIAGNOSTICS } from './diagnostic-codes.js';
import type { CodeEntry, CodeTexts } from './entry.js';
import { FINDINGS } from './finding-codes.js';
import { PROBLEMS } from './problem-codes.js';
import { CATALOGUE_WORDS, DIAGNOSTIC_TEXTS, FINDING_TEXTS, PROBLEM_TEXTS } from './texts/index.js';

/** What a code is of: an input, the knowledge, or a recommendation. */
export type CodeKind = 'diagnostic' | 'problem' | 'finding';

/** What a code means in one language, and what to do about it. */
export interface CodeDescription {
  readonly kind: CodeKind;
  readonly code: string;
  /** The severities that it can have, the usual one first. */
  readonly severities: readonly string[];
  readonly title: string;
  readonly help: string;
  /** The codes that it had in earlier versions. */
  readonly former: readonly string[];
}

type Entries = Readonly<Record<string, CodeEntry<string, unknown>>>;
type Texts = Readonly<Record<string, Pick<CodeTexts<never>, 'title' | 'help'>>>;

/** All catalogues: the codes of each kind, in the order of the catalogue. */
const CATALOGUES: readonly { kind: CodeKind; entries: Entries; texts: Readonly<Record<Lang, Texts>> }[] = [
  { kind: 'problem', entries: PROBLEMS, texts: PROBLEM_TEXTS },
  { kind: 'finding', entries: FINDINGS, texts: FINDING_TEXTS },
  { kind: 'diagnostic', entries: DIAGNOSTICS, texts: DIAGNOSTIC_TEXTS },
];

/** Every code of every catalogue, described in a language: problems, then findings, then diagnostics. */
export function describedCodes(lang: Lang): CodeDescription[] {
  return CATALOGUES.flatMap(({ kind, entries, texts }) =>
    Object.entries(entries).flatMap(([code, { severities, former }]) => {
      const text = texts[lang][code];
      return text === undefined ? [] : [{ kind, code, severities, title: text.title, help: text.help, former }];
    }),
  );
}

/** All codes as a page of the documentation, in Markdown. */
export function codesPage(lang: Lang): string {
  const words = CATALOGUE_WORDS[lang];
  const codes = describedCodes(lang);
  const sections = CATALOGUES.flatMap(({ kind }) => [
    `## ${words.kinds[kind].title}`,
    '',
    words.kinds[kind].intro,
    '',
    `| ${words.columns.join(' | ')} |`,
    '|---|---|---|---|',
    ...codes.filter((one) => one.kind === kind).map((one) => rowOf(one, lang)),
    '',
  ]);
  return [`# ${words.title}`, '', words.intro, '', ...sections].join('\n');
}

function rowOf({ code, severities, title, help, former }: CodeDescription, lang: Lang): string {
  const words = CATALOGUE_WORDS[lang];
  const name = former.length === 0 ? `\`${code}\`` : `\`${code}\` ${words.former(former)}`;
  const severity = severities.map((one) => words.severity[one] ?? one).join(', ');
  return `| ${[name, severity, title, help].map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
