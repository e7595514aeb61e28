import type { Command } from 'commander';
import { refusal, spanOfText } from '../../language/diagnostics/diagnostic.js';
import { nearest } from '../../language/diagnostics/nearest.js';
import { knowledgeWith } from '../knowledge.js';
import { formatOf, formatted, withFormats, writeResult, type FormatOptions } from '../print/output.js';
import { CLI_TEXTS } from '../texts/index.js';
import { outputOption } from '../values.js';
import { knowledgeCommand, type Context, type PlainOptions } from './common.js';

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
    .addOption(outputOption(t.output))
    .option('--force', t.force)
    .action(async (name: string, options: Options) => {
      const { output = '-', force } = options;
      const knowledge = await knowledgeWith(options);
      const { tablesOf, tableOf } = await import('../../tables/export.js');
      const decision = knowledge.decisions.get(name);
      if (decision === undefined) {
        const tables = tablesOf(knowledge);
        const meant = nearest(
          name,
          tables.map((id) => ({ id })),
        );
        throw refusal('unknown-table', { name, expected: tables }, spanOfText(name, name), meant);
      }
      const format = formatOf('DecisionTable', options);
      const text = await formatted([tableOf(decision, knowledge)], format, { byteOrderMark: true });
      await writeResult(output, text, force === true);
    });
}
