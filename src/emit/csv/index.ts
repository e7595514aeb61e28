import * as Type from 'typebox';
import type { DecisionTable } from '../../language/schema/results/lists.js';
import { numbered } from '../../language/text/printable.js';
import { guardCell } from '../../language/text/text.js';
import { defineEmitter, optionSchema } from '../emitter.js';

/**
 * A decision table as CSV (RFC 4180): what the table states about itself in rows that begin with `#`, then the header, then a row for each rule.
 * A spreadsheet finds no formulas in it, and no character that cannot be printed.
 */
export const csvEmitter = defineEmitter({
  id: 'csv',
  accepts: ['DecisionTable'],
  options: optionSchema({
    byteOrderMark: Type.Optional(
      Type.Boolean({
        description:
          'Begin with a byte order mark. Without it, Excel reads the text in an old code page, and shows Chinese as noise.',
      }),
    ),
  }),
  unprintable: 'escaped',
  emit: (table, { byteOrderMark = false }) => [{ text: (byteOrderMark ? '\uFEFF' : '') + csvOf(table) }],
});

function csvOf({ settings, columns, rows }: DecisionTable): string {
  return [...settings, columns, ...rows].map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}

/** Semicolons and tabs are quoted too: a program that takes them for separators must not find cells inside a cell. */
function cellOf(text: string): string {
  const guarded = guardCell(numbered(text));
  return /[",;\t\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
