import { asList, operators } from '../language/values/statement.js';
import type { Diagnostics } from '../language/diagnostics/diagnostic.js';
import { LANGS, type Lang } from '../language/format.js';
import { nearest } from '../language/diagnostics/nearest.js';
import type { Text } from '../language/schema/common.js';
import type { Condition, Test } from '../language/schema/knowledge/condition.js';
import type { Answer, OutputAnswer, Rule } from '../language/schema/knowledge/decision.js';
import type { Factor } from '../language/schema/knowledge/factor.js';
import type { Path } from '../language/read/yaml.js';
import type { KnowledgeBase } from '../load/knowledge.js';
import { readAsk, readFigures, readOutcomes } from './answer-cell.js';
import type { TableColumn, PartKey } from './columns.js';
import type { CsvCell, CsvRow, CellPlaces } from './csv.js';
import { rangeOfDate } from './dates.js';
import type { NamedColumn } from './header.js';
import { readOutput, type OutputDeclarations } from './output-cell.js';
import { isProblem, readTest, type TestSubject, type TestProblem } from './test-cell.js';
import { examplesOf } from './examples.js';
import { idOf, isBlank, plain, shown } from './words.js';
import { ownPart } from '../language/get-or-insert.js';

interface Reading {
  readonly columns: ReadonlyMap<number, NamedColumn>;
  readonly declared: OutputDeclarations | undefined;
  readonly knowledge: KnowledgeBase;
  readonly places: CellPlaces;
  readonly report: Diagnostics;
}

/** A rule while it is read, cell by cell. */
interface Draft {
  readonly path: Path;
  readonly when: Record<string, unknown>;
  /** The answer, or the answers by output. */
  then: Answer | Record<string, OutputAnswer> | undefined;
  readonly parts: Partial<Record<PartKey, unknown>>;
  readonly texts: Readonly<Record<'title' | 'why', Partial<Record<Lang, CsvCell>>>>;
}

/** Reads each row below the header as a rule. */
export function readRules(rows: readonly CsvRow[], reading: Reading): Rule[] {
  return rows.map((row, index) => readRule(row, ['table', 'rules', index], reading));
}

function readRule(row: CsvRow, path: Path, reading: Reading): Rule {
  const { columns, places, report } = reading;
  const [first] = row;
  const end = row.at(-1)?.span.end ?? 0;
  if (first !== undefined) places.set(path, { ...first.span, end, cell: { row: first.row } });
  const draft: Draft = { path, when: {}, then: undefined, parts: {}, texts: { title: {}, why: {} } };
  for (const { text, span, ...position } of row) {
    const named = columns.get(position.column);
    if (named !== undefined) {
      const cell = { ...position, text, span: { ...span, cell: { ...position, name: nameOf(named) } } };
      readCell(cell, named, draft, reading);
    } else if (text.trim() !== '') report.add('column-unnamed', { value: shown(text) }, span);
  }
  const { when, then, parts, texts } = draft;
  const { id, source, ...others } = parts;
  const [title, why] = [textOf(texts.title), textOf(texts.why)];
  // In the order in which people write a rule.
  return {
    ...(id !== undefined && { id }),
    ...(source !== undefined && { source }),
    ...(title && { title }),
    ...(Object.keys(when).length > 0 && { when: when as Condition }),
    ...(then !== undefined && { then }),
    ...others,
    ...(why && { why }),
  } as Rule;
}

const nameOf = ({ cell }: NamedColumn): string => shown(cell.text);

function readCell(cell: CsvCell, named: NamedColumn, draft: Draft, reading: Reading): void {
  const { column } = named;
  if (column.kind === 'text') {
    if (cell.text.trim() !== '') draft.texts[column.key][column.lang] = cell;
    return;
  }
  if (column.kind === 'remark' || isBlank(plain(cell.text))) return;
  switch (column.kind) {
    case 'test':
      readTestCell(cell, named, column, draft, reading);
      return;
    case 'answer': {
      const kind = ownPart(reading.declared, column.output ?? '')?.type ?? 'outcome';
      const answer = readOutput(cell.text, kind, reading.knowledge);
      if (answer === undefined) {
        malformed(cell, named, ['docker', 'docker + kubernetes', 'gvisor, wasmedge', 'none'], reading);
        return;
      }
      const step = column.output === undefined ? [] : [column.output];
      reading.places.set([...draft.path, 'then', ...step], cell.span, named.cell.span);
      // Without a name it is the only output, which is of outcomes.
      if (column.output === undefined) draft.then = answer as Answer;
      else draft.then = { ...(draft.then as Record<string, OutputAnswer> | undefined), [column.output]: answer };
      return;
    }
    case 'part': {
      const part = readPart(column.key, cell.text, reading.knowledge);
      if (part === undefined) malformed(cell, named, EXAMPLES[column.key] ?? [], reading);
      else draft.parts[column.key] = part;
      reading.places.set([...draft.path, column.key], cell.span, named.cell.span);
    }
  }
}

const EXAMPLES: Partial<Record<PartKey, readonly string[]>> = {
  alternatives: ['gvisor, wasmedge'],
  implementations: ['docker, kubernetes'],
  figures: ['etcd write-rate >= 10k/s', 'ceph-rbd latency < 5ms'],
};

function readPart(key: PartKey, text: string, knowledge: KnowledgeBase): unknown {
  switch (key) {
    case 'id':
    case 'source':
      return text.trim();
    case 'ask':
      return readAsk(text);
    case 'alternatives':
    case 'implementations':
      return readOutcomes(text, knowledge);
    case 'figures':
      return readFigures(text);
  }
}

function readTestCell(
  cell: CsvCell,
  named: NamedColumn,
  { path, subject }: Extract<TableColumn, { kind: 'test' }>,
  draft: Draft,
  reading: Reading,
): void {
  const range = dateIn(cell.text, subject, reading.knowledge);
  if (range !== undefined) {
    const [low, high] = range.map(String);
    reading.report.add(
      'cell-date',
      {
        value: shown(cell.text),
        column: nameOf(named),
        typed: `${low ?? ''}-${high ?? ''}`,
        range: `[${low ?? ''}..${high ?? ''}]`,
      },
      cell.span,
    );
    return;
  }
  if (subject.kind === 'factor' && subject.factor.type === 'quantity' && /\d,\d/.test(plain(cell.text))) {
    reading.report.add('cell-comma', { value: shown(cell.text), column: nameOf(named) }, cell.span);
    return;
  }
  const test = readTest(cell.text, subject, reading.knowledge);
  if (isProblem(test)) {
    reportProblem(test, cell, { named, subject }, reading);
    return;
  }
  if (subject.kind === 'factor' && !hasLevels(test, subject.factor, cell, reading)) return;
  // Columns of one collection test one item of it.
  let condition = draft.when;
  let at: Path = [...draft.path, 'when'];
  for (const collection of path.slice(0, -1)) {
    const { some } = (ownPart(condition, collection) ?? { some: {} }) as { some: Record<string, unknown> };
    condition[collection] = { some };
    condition = some;
    at = [...at, collection, 'some'];
  }
  const name = path.at(-1) ?? '';
  condition[name] = test;
  reading.places.set([...at, name], cell.span, named.cell.span);
}

/** The range that a spreadsheet made a date of, in a cell that has no value called so. */
function dateIn(text: string, subject: TestSubject, knowledge: KnowledgeBase): ReturnType<typeof rangeOfDate> {
  if (subject.kind !== 'factor' || idOf(plain(text), knowledge.values(subject.factor)) !== undefined) return undefined;
  return rangeOfDate(plain(text));
}

/** A workload may state an ordinal by a figure, a test may not. */
function hasLevels(test: Test, factor: Factor, { span }: CsvCell, { report, knowledge }: Reading): boolean {
  if (factor.type !== 'ordinal') return true;
  const levels = factor.levels.map(({ id }) => id);
  const named = operators(test).flatMap(([operator, operand]) => (operator === 'stated' ? [] : asList(operand)));
  const wrong = named.map(String).filter((value) => !levels.includes(value));
  for (const value of wrong)
    report.add(
      'unknown-value',
      { factor: factor.id, value, expected: levels },
      span,
      nearest(value, knowledge.values(factor)),
    );
  return wrong.length === 0;
}

function reportProblem(
  problem: TestProblem,
  cell: CsvCell,
  { named, subject }: { readonly named: NamedColumn; readonly subject: TestSubject },
  reading: Reading,
): void {
  const value = shown(cell.text);
  switch (problem.problem) {
    case 'malformed':
      malformed(cell, named, examplesOf(subject, reading.knowledge), reading);
      break;
    case 'alternatives':
      reading.report.add('cell-alternatives', { value: shown(problem.value) }, cell.span);
      break;
    case 'repeats':
      reading.report.add('cell-repeats', { value, operator: problem.operator }, cell.span);
  }
}

function malformed(cell: CsvCell, named: NamedColumn, examples: readonly string[], { report }: Reading): void {
  report.add('cell-malformed', { value: shown(cell.text), column: nameOf(named), examples }, cell.span);
}

/** A text of which each language has a cell of its own, in the languages whose cells are filled; undefined where none is. */
export function textOf(cells: Readonly<Partial<Record<Lang, CsvCell | undefined>>>): Text | undefined {
  const texts = LANGS.flatMap((lang) => (cells[lang] === undefined ? [] : [[lang, cells[lang].text] as const]));
  return texts.length === 0 ? undefined : (Object.fromEntries(texts) as Text);
}
