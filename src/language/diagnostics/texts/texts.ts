import type { Lang } from '../../format.js';
import { listed } from '../../text/text.js';
import { TYPOGRAPHY } from '../../texts/index.js';
import type { DiagnosticSeverity } from '../diagnostic-codes.js';
import type { NoExample } from '../entry.js';
import type { Suggestion } from '../nearest.js';

/** What is written around the message of a diagnostic. */
export interface DiagnosticWords {
  readonly severity: Readonly<Record<DiagnosticSeverity, string>>;
  /** Suggests a name, by how what is written leads to it. */
  readonly suggestion: Readonly<Record<Suggestion['by'], (name: string) => string>>;
  /** Where a cell is in a spreadsheet, which counts rows from 1 and names columns by letters. */
  readonly cell: (cell: { row: number; column?: { number: number; letters: string }; name?: string }) => string;
}

/** What is written around the codes of all catalogues, in `whichstack explain` and on a page of the documentation. */
export interface CatalogueWords {
  readonly title: string;
  readonly intro: string;
  readonly kinds: Readonly<
    Record<'problem' | 'finding' | 'diagnostic', { readonly title: string; readonly intro: string }>
  >;
  readonly severity: Readonly<Record<string, string>>;
  readonly exitCode: (code: number) => string;
  /** The codes of earlier versions. */
  readonly former: (codes: readonly string[]) => string;
  /** The heading of an example of the command line, and of one of the library. */
  readonly example: string;
  readonly libraryExample: string;
  readonly noExample: Readonly<Record<NoExample, string>>;
  /** That a folder of an example holds a package in addition, which the text does not show. */
  readonly packageNote: (id: string) => string;
  /** What is above the packages that examples are part of. */
  readonly packages: { readonly title: string; readonly intro: string };
}

/** A sentence lists no more names, unless it leaves out only a few. */
const MAX_LISTED_NAMES = 12;
const MIN_OMITTED_NAMES = 5;

/**
 * Names in a sentence, in full unless they are many.
 *
 * @param others what a language puts behind the first names of many
 */
export const abridged = (names: readonly string[], lang: Lang, word: 'and' | 'or', others: string): string =>
  names.length < MAX_LISTED_NAMES + MIN_OMITTED_NAMES
    ? listed(names, lang, word)
    : `${names.slice(0, MAX_LISTED_NAMES).join(TYPOGRAPHY[lang].comma)}${others}`;

/** A text as YAML has it in quotation marks. */
export const quotedForYaml = (text: string): string =>
  text.includes('"') && !text.includes("'") ? `'${text}'` : JSON.stringify(text);
