import { DiagnosticError, Diagnostics, type SourceText, type Span } from '../language/diagnostics/diagnostic.js';
import type { Decision, Table } from '../language/schema/knowledge/decision.js';
import type { Path } from '../language/read/yaml.js';
import type { KnowledgeBase } from '../load/knowledge.js';
import { contextAt } from '../load/link-context.js';
import { checkDecision } from '../load/link-decision.js';
import { validate } from '../load/validate.js';
import { readCsv, CellPlaces, type CsvRow } from './csv.js';
import { checkTableOptions, readHead, type TableOptions } from './head.js';
import { readHeader } from './header.js';
import { readRules } from './rules.js';
import { isSetting, readSettings } from './settings.js';

/**
 * Reads a decision table from CSV: a header that names factors and outputs, and a rule in each row below. The decision is what the same
 * table in YAML would be, checked against the knowledge; its texts are in the languages that the table has cells for.
 *
 * @throws {DiagnosticError} with everything that is wrong, each with its row and column
 */
export function tableFromCsv(text: string, options: TableOptions): Decision {
  checkTableOptions(options);
  const report = new Diagnostics();
  const source = { name: options.file ?? 'table', text };
  const table = readTable(source, readCsv(source, report), options, report);
  if (table !== undefined) check(table, options.knowledge, report);
  if (table === undefined || report.failed) throw new DiagnosticError(report.all);
  return table.decision;
}

/** A table as it was read, with the place of each part. */
interface ReadTable {
  readonly decision: Decision;
  readonly places: CellPlaces;
}

/** Reads the cells of a table without checking that its names exist. */
export function readTable(
  source: SourceText,
  cells: readonly CsvRow[],
  options: TableOptions,
  report: Diagnostics,
): ReadTable | undefined {
  // cells -> settings, header -> rules -> document
  const rows = cells.filter((row) => row.some(({ text }) => text.trim() !== ''));
  const above = rows.findIndex((row) => !isSetting(row));
  const [header, ...body] = above === -1 ? [] : rows.slice(above);
  const settings = readSettings(above === -1 ? rows : rows.slice(0, above), report);
  if (header === undefined || body.length === 0) {
    if (!report.failed) report.add('table-empty', { name: source.name }, { source, start: 0, end: 0 });
    return undefined;
  }
  const places = new CellPlaces({ source, start: 0, end: 0 });
  const head = readHead(source.name, options, settings, places, report);
  const columns = readHeader(header, head.each, options.knowledge, report);
  const named = [...columns.values()].flatMap(({ column }) =>
    column.kind === 'answer' && column.output !== undefined ? [column.output] : [],
  );
  const { hitPolicy, aggregate, declared, ...about } = head;
  const rules = readRules(body, { columns, declared, knowledge: options.knowledge, places, report });
  const others = named.filter((output) => declared === undefined || !Object.hasOwn(declared, output));
  // Whether each declaration is complete the schema checks.
  const outputs = (
    declared === undefined
      ? named
      : { ...declared, ...Object.fromEntries(others.map((output) => [output, { type: 'outcome' }])) }
  ) as NonNullable<Decision['outputs']>;
  const table: Table = { hitPolicy, ...(aggregate !== undefined && { aggregate }), rules };
  return { decision: { ...about, ...((declared !== undefined || named.length > 0) && { outputs }), table }, places };
}

/** Holds a table against the schema and the knowledge, as if it had been written in YAML. */
function check({ decision, places }: ReadTable, knowledge: KnowledgeBase, report: Diagnostics): void {
  const found = new Diagnostics();
  const locate = (path: Path, part?: 'key' | 'value'): Span => places.at(path, part);
  // A table that was read has the form of one, so its names can be checked even where the schema refuses a word.
  validate({ value: decision, locate }, found);
  const context = contextAt(knowledge, found, locate);
  if (decision.source !== undefined) context.refer('clause', decision.source, knowledge.clauses, ['source']);
  checkDecision(decision, context);
  const wrong = new Set(report.all.map(({ span }) => span?.cell?.row));
  const named = new Set(found.all.map(({ code, span }) => (code === 'wrong-shape' ? undefined : span?.start)));
  for (const diagnostic of found.all) {
    const { code, span } = diagnostic;
    // A rule may be empty only because its answer could not be read; an unknown name is a better reason than a wrong shape.
    if (code === 'rule-empty' ? wrong.has(span?.cell?.row) : code === 'wrong-shape' && named.has(span?.start)) continue;
    report.addAgain(diagnostic, span);
  }
}
