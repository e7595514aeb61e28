import { abridged } from '../abridged.js';
import type { DiagnosticWords } from '../texts.js';

export const words: DiagnosticWords = {
  severity: { error: 'error', warning: 'warning' },
  didYouMean: (name) => `Did you mean \`${name}\`?`,
  cell: ({ row, column, name }) =>
    `Row ${String(row)}${column === undefined ? '' : `, column ${String(column.number)} (${column.letters})`}${name === undefined ? '' : `, \`${name}\``}.`,
};

/** Names in a sentence; of many, the first and that there are others. */
export const names = (all: readonly string[], word: 'and' | 'or' = 'or'): string => abridged(all, 'en', word, ' …');
export const oneOf = (expected: readonly string[]): string => `Expected ${names(expected)}.`;
