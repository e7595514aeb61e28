import type { DiagnosticSeverity } from '../diagnostic-codes.js';

/** What is written around the message of a diagnostic. */
export interface DiagnosticWords {
  readonly severity: Readonly<Record<DiagnosticSeverity, string>>;
  /** Suggests a name. */
  readonly didYouMean: (name: string) => string;
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
  /** The heads of the columns: code, severity, meaning, what to do. */
  readonly columns: readonly [string, string, string, string];
  readonly severity: Readonly<Record<string, string>>;
  /** The codes of earlier versions. */
  readonly former: (codes: readonly string[]) => string;
}
