import type { Diagnostics } from '../language/diagnostics/diagnostic.js';
import type { KnowledgeBase } from '../load/knowledge.js';
import { columnNames, headerOf, readColumn, type TableColumn } from './columns.js';
import type { CsvCell, CsvRow } from './csv.js';
import { isId, likely, shown } from './words.js';

/** A column of the table, and the cell of the header that names it. */
export interface NamedColumn {
  readonly cell: CsvCell;
  readonly column: TableColumn;
}

/**
 * Reads the header row, by the position of each column. Where no column declares that it is the answer or a question, the last of those that
 * are no part of a rule is the answer, whatever its name.
 */
export function readHeader(
  row: CsvRow,
  each: string | undefined,
  knowledge: KnowledgeBase,
  report: Diagnostics,
): ReadonlyMap<number, NamedColumn> {
  const read = row
    .filter(({ text }) => text.trim() !== '')
    .map((cell) => ({ cell, column: readColumn(cell.text, knowledge) }));
  const answered = read.some(
    ({ column }) => column?.kind === 'answer' || (column?.kind === 'part' && column.key === 'ask'),
  );
  const last = answered ? undefined : read.findLast(({ column }) => column === undefined || column.kind === 'test');
  const columns = new Map<number, NamedColumn>();
  const before: NamedColumn[] = [];
  for (const one of read) {
    const { cell } = one;
    const column: TableColumn | undefined = one === last ? { kind: 'answer', output: undefined } : one.column;
    if (column === undefined) {
      const expected = columnNames(knowledge, each);
      const name = shown(cell.text);
      report.add('column-unknown', { column: name, expected }, cell.span, likely(name, expected));
    }
    const right =
      column !== undefined && isNew(column, cell, before, report) && isPlaced(column, cell, each, knowledge, report);
    // What is wrong with a column is reported once; its cells are then left alone.
    columns.set(cell.column, { cell, column: right ? column : { kind: 'remark' } });
    if (column !== undefined) before.push({ cell, column });
  }
  return columns;
}

/** Reports a column that is there already, an answer next to answers by output, and an output without a proper name. */
function isNew(
  column: TableColumn,
  { text, span }: CsvCell,
  before: readonly NamedColumn[],
  report: Diagnostics,
): boolean {
  if (column.kind === 'remark') return true;
  const name = shown(text);
  const first = before.find((other) => headerOf(other.column) === headerOf(column));
  if (first !== undefined) {
    report.add('column-twice', { column: name, first: first.cell.column }, span);
    return false;
  }
  if (column.kind !== 'answer') return true;
  if (column.output !== undefined && !isId(column.output)) {
    report.add('name-invalid', { name: shown(column.output) }, span);
    return false;
  }
  const whole = before.find(
    (other) => other.column.kind === 'answer' && (other.column.output === undefined) !== (column.output === undefined),
  );
  if (whole === undefined) return true;
  report.add('column-answers', { column: name, other: shown(whole.cell.text) }, span);
  return false;
}

/** Reports a factor that is asked of items where no item is meant. */
function isPlaced(
  column: TableColumn,
  { span }: CsvCell,
  each: string | undefined,
  { collections }: KnowledgeBase,
  report: Diagnostics,
): boolean {
  if (column.kind !== 'test' || column.subject.kind !== 'factor') return true;
  const { id, askedOf } = column.subject.factor;
  const item = column.path.at(-2) ?? each;
  const [collection] = askedOf;
  if (collection === undefined || askedOf.some((section) => section === item || !collections.has(section))) return true;
  report.add('column-misplaced', { factor: id, collection }, span);
  return false;
}
