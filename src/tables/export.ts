import { canonical } from '../language/values/json-text.js';
import { operators } from '../language/values/statement.js';
import { DiagnosticError, Diagnostics } from '../language/diagnostics/diagnostic.js';
import { API_VERSION, LANGS } from '../language/format.js';
import type { Condition, Test } from '../language/schema/knowledge/condition.js';
import type { Answer, Decision, OutputAnswer, Rule } from '../language/schema/knowledge/decision.js';
import type { DecisionTable } from '../language/schema/results/lists.js';
import type { KnowledgeBase } from '../load/knowledge.js';
import { declarationOf, outputsOf } from '../load/outputs.js';
import { writeAnswer, writeAsk, writeFigures, writeOutcomes } from './answer-cell.js';
import { headerOf, type TableColumn, type PartKey } from './columns.js';
import { cellsOf } from './csv.js';
import { readTable } from './import.js';
import { writeOutput } from './output-cell.js';
import { writeSettings } from './settings.js';
import { writeTest, type TestSubject } from './test-cell.js';
import { ownPart } from '../language/get-or-insert.js';

/**
 * Writes the rules of a decision table in cells, which {@link readTable} reads back to the same decision.
 *
 * @throws {DiagnosticError} when the decision is no table, or has a part that cells cannot hold: no part is left out without notice
 */
export function tableOf(decision: Decision, knowledge: KnowledgeBase): DecisionTable {
  const report = new Diagnostics();
  const rules = decision.table?.rules ?? [];
  const columns = columnsOf(decision, knowledge);
  const table: DecisionTable = {
    apiVersion: API_VERSION,
    kind: 'DecisionTable',
    decision: decision.id,
    title: decision.title,
    settings: writeSettings(decision),
    columns: columns.map(headerOf),
    rows: rules.map((rule) => columns.map((column) => cellOf(rule, column, decision, knowledge))),
  };
  if (decision.table === undefined) {
    const form = decision.vote === undefined ? 'tree' : 'vote';
    report.add('not-a-table', { decision: decision.id, form, expected: tablesOf(knowledge) });
  } else compare(decision, table, knowledge, report);
  if (report.failed) throw new DiagnosticError(report.all);
  return table;
}

/** The decisions that are tables. */
export const tablesOf = ({ decisions }: KnowledgeBase): string[] =>
  [...decisions.values()].filter(({ table }) => table !== undefined).map(({ id }) => id);

const PARTS_BEFORE = ['source'] as const satisfies readonly PartKey[];
const PARTS_AFTER = ['alternatives', 'implementations', 'figures'] as const satisfies readonly PartKey[];

/** The columns that the rules of a table fill, tests first. */
function columnsOf(decision: Decision, knowledge: KnowledgeBase): TableColumn[] {
  const { outputs, table } = decision;
  const rules = table?.rules ?? [];
  const used = (key: keyof Rule): boolean => rules.some((rule) => rule[key] !== undefined);
  const parts = (keys: readonly PartKey[]): TableColumn[] => keys.filter(used).map((key) => ({ kind: 'part', key }));
  const text = (key: 'title' | 'why'): TableColumn[] =>
    used(key) ? LANGS.map((lang) => ({ kind: 'text', key, lang })) : [];
  const single: TableColumn[] = used('then') ? [{ kind: 'answer', output: undefined }] : [];
  return [
    ...parts(['id']),
    ...testColumns(rules, knowledge),
    ...(outputs === undefined
      ? single
      : outputsOf(decision).map((output): TableColumn => ({ kind: 'answer', output }))),
    ...parts(['ask']),
    ...parts(PARTS_BEFORE),
    ...text('title'),
    ...parts(PARTS_AFTER),
    ...text('why'),
  ];
}

function testColumns(rules: readonly Rule[], knowledge: KnowledgeBase): TableColumn[] {
  const columns = new Map<string, TableColumn>();
  for (const { when } of rules) {
    for (const path of pathsOf(when ?? {})) {
      const factor = knowledge.factors.get(path.at(-1) ?? '');
      const subject: TestSubject = factor === undefined ? { kind: 'decision' } : { kind: 'factor', factor };
      columns.set(path.join('\0'), { kind: 'test', path, subject });
    }
  }
  return [...columns.values()];
}

/** The tests of a condition; those of an item by way of its collection. */
function pathsOf(condition: Condition): string[][] {
  return Object.entries(condition).flatMap(([name, test]) => {
    const some = someOf(test);
    return some === undefined ? [[name]] : pathsOf(some).map((path) => [name, ...path]);
  });
}

const someOf = (test: Test): Condition | undefined =>
  operators(test).find(([operator]) => operator === 'some')?.[1] as Condition | undefined;

function cellOf(rule: Rule, column: TableColumn, decision: Decision, knowledge: KnowledgeBase): string {
  switch (column.kind) {
    case 'test': {
      const test = testAt(rule.when ?? {}, column.path);
      return test === undefined ? '-' : writeTest(test, column.subject, knowledge);
    }
    case 'answer': {
      const { output } = column;
      if (output === undefined) return rule.then === undefined ? '' : writeAnswer(rule.then as Answer);
      const value = ownPart(rule.then as Record<string, OutputAnswer> | undefined, output);
      return value === undefined ? '' : writeOutput(value, declarationOf(decision, output).type);
    }
    case 'text':
      return rule[column.key]?.[column.lang] ?? '';
    case 'part':
      return writePart(rule, column.key);
    case 'remark':
      return '';
  }
}

function testAt(condition: Condition, [name = '', ...rest]: readonly string[]): Test | undefined {
  const test = ownPart(condition, name);
  if (rest.length === 0) return test;
  const some = test === undefined ? undefined : someOf(test);
  return some && testAt(some, rest);
}

function writePart(rule: Rule, key: PartKey): string {
  switch (key) {
    case 'id':
    case 'source':
      return rule[key] ?? '';
    case 'ask':
      return rule.ask === undefined ? '' : writeAsk(rule.ask);
    case 'alternatives':
    case 'implementations':
      return rule[key] === undefined ? '' : writeOutcomes(rule[key]);
    case 'figures':
      return rule.figures === undefined ? '' : writeFigures(rule.figures);
  }
}

/** Reads what was written, and reports every part that comes back otherwise. */
function compare(
  decision: Decision,
  { settings, columns, rows }: DecisionTable,
  knowledge: KnowledgeBase,
  report: Diagnostics,
): void {
  const source = { name: decision.id, text: '' };
  const cells = cellsOf(source.name, [...settings, columns, ...rows]);
  const read = cells && readTable(source, cells, { knowledge }, new Diagnostics())?.decision;
  const add = (rule: number, before: object, after: object | undefined): void => {
    for (const key of differing(before, after ?? {}))
      report.add('table-inexpressible', { decision: decision.id, rule, key });
  };
  const about = ({ table, ...rest }: Decision): object => ({
    ...rest,
    hitPolicy: table?.hitPolicy,
    aggregate: table?.aggregate,
  });
  add(0, about(decision), read && about(read));
  for (const [index, rule] of (decision.table?.rules ?? []).entries())
    add(index + 1, content(rule), read?.table?.rules[index]);
}

/** What a rule states: not which package it is from, and no condition that tests nothing. */
function content(rule: Rule): object {
  const isEmpty = Object.keys(rule.when ?? {}).length === 0;
  return Object.fromEntries(Object.entries(rule).filter(([key]) => key !== 'package' && !(isEmpty && key === 'when')));
}

function differing(before: object, after: object): string[] {
  const [one, other] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...one.keys(), ...other.keys()])].filter(
    (key) => canonical(one.get(key) ?? null) !== canonical(other.get(key) ?? null),
  );
}
