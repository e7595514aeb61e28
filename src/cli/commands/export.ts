import type { Command } from 'commander';
import { DiagnosticError, Diagnostics, spanOfText } from '../../language/diagnostics/diagnostic.js';
import { nearest } from '../../language/diagnostics/nearest.js';
import { knowledgeWith } from '../knowledge.js';
import { formatOf, formatted, withFormats, writeResult, type FormatOptions } from '../print/output.js';
import { CLI_TEXTS } from '../texts/index.js';
import { given, knowledgeCommand, type Context, type PlainOptions } from './common.js';

interface Options extends PlainOptions, FormatOptions {
  readonly output?: string;
  readonly force?: true;
}

/** `whichstack export DECISION`: a decision table as CSV, for a spreadsheet. */
export function exportCommand(context: Context): Command {
  const { lang } = context;
  const t = CLI_TEXTS[lang];
  const examples = [
    'whichstack export technology-matrix',
    'whichstack export technology-matrix --output technology-matrix.csv',
  ];
  return withFormats(knowledgeCommand('export', t.export, examples, context), 'DecisionTable', lang)
    .argument('<table>', t.tableName)
    .option('-o, --output <file>', t.output, given)
    .option('--force', t.force)
    .action(async (name: string, { knowledge: folders, output = '-', force, ...options }: Options) => {
      const knowledge = await knowledgeWith(folders);
      const { tablesOf, tableOf } = await import('../../tables/export.js');
      const report = new Diagnostics();
      const decision = knowledge.decisions.get(name);
      if (decision === undefined) {
        const tables = tablesOf(knowledge);
        const meant = nearest(
          name,
          tables.map((id) => ({ id })),
        );
        const span = spanOfText(name, name);
        report.add('unknown-table', { name, expected: tables }, span, meant);
      } else {
        const format = formatOf('DecisionTable', options, lang);
        const text = await formatted([tableOf(decision, knowledge)], format, { byteOrderMark: true });
        await writeResult(output, text, force === true);
      }
      if (report.failed) throw new DiagnosticError(report.all);
    });
}
