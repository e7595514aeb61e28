import type { Command } from 'commander';
import { DiagnosticError, Diagnostics } from '../../language/diagnostics/diagnostic.js';
import {
  AGGREGATES,
  HIT_POLICIES,
  type Aggregate,
  type HitPolicy,
} from '../../language/outputs/hit-policies/registry.js';
import { MAX_KNOWLEDGE_BYTES } from '../../language/read/yaml.js';
import { readText } from '../files.js';
import { knowledgeWith } from '../knowledge.js';
import { formatOf, formatted, withFormats, writeResult, type FormatOptions } from '../print/output.js';
import { noteWaiting, knowledgeCommand, type Context, type PlainOptions } from './common.js';
import { CLI_TEXTS } from '../texts/index.js';
import { choiceOption, given, outputOption } from '../values.js';

interface Options extends PlainOptions, FormatOptions {
  readonly id?: string;
  readonly hitPolicy?: HitPolicy;
  readonly aggregate?: Aggregate;
  readonly each?: string;
  readonly output?: string;
  readonly force?: true;
}

/** `whichstack import TABLE.csv`: a decision table from a spreadsheet, as a decision in YAML. */
export function importCommand(context: Context): Command {
  const t = CLI_TEXTS[context.lang];
  const examples = [
    'whichstack import storage-tiers.csv',
    'whichstack import storage-tiers.csv --hit-policy first --output our-knowledge/storage-tiers.yaml',
    'whichstack export technology-matrix | whichstack import -',
  ];
  return withFormats(knowledgeCommand('import', t.import, examples, context), 'Decision', context.lang)
    .argument('<file>', t.tableFile)
    .option('--id <id>', t.tableId, given)
    .addOption(choiceOption('--hit-policy <policy>', t.hitPolicy, HIT_POLICIES))
    .addOption(choiceOption('--aggregate <aggregate>', t.aggregate, AGGREGATES))
    .option('--each <collection>', t.each, given)
    .addOption(outputOption(t.output))
    .option('--force', t.force)
    .action(async (file: string, options: Options) => {
      const { output = '-', force } = options;
      const format = formatOf('Decision', options);
      const knowledge = await knowledgeWith(options);
      const report = new Diagnostics();
      noteWaiting([file], 'table', context);
      const source = await readText(file, t.stdin, report, MAX_KNOWLEDGE_BYTES);
      if (source === undefined) throw new DiagnosticError(report.all);
      // Reading tables takes code that start-up should not load.
      const { tableFromCsv } = await import('../../tables/import.js');
      const decision = tableFromCsv(source.text, { ...options, knowledge, file: source.name, named });
      await writeResult(output, await formatted([decision], format), force === true);
    });
}

/** What somebody types for an option: `--hit-policy`. */
const named = (option: string): string => `--${option.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
