import type { DiagnosticSeverity } from '../diagnostic-codes.js';

/** What is written around the message of a diagnostic. */
export interface DiagnosticWords {
  readonly severity: Readonly<Record<DiagnosticSeverity, string>>;
  /** Suggests a name. */
  readonly didYouMean: (name: string) => string;
  /** Where a cell is in a spreadsheet, which counts rows from 1 and names columns by letters. */
  readonly cell: (cell: { row: number; column?: { number: number; letters: string }; name?: string }) => string;
}
