import type { Command } from 'commander';
import { refusal } from '../../language/diagnostics/diagnostic.js';
import { EXIT, formatOf, printDocuments } from '../print/output.js';
import { builtinText, knowledgeVersion } from '../knowledge.js';
import { CLI_TEXTS } from '../texts/index.js';
import { collect } from '../values.js';
import { noteWaiting, dateOf, plainCommand, reporting, type Context, type ReportOptions } from './common.js';
import { listWorkloads } from '../workload/workload-files.js';

interface Options extends ReportOptions {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly alone?: true;
  readonly failOnChange?: true;
}

/** `whichstack diff PATH…`: the regression test of decisions. */
export function diffCommand(context: Context): Command {
  const { lang, state } = context;
  const t = CLI_TEXTS[lang];
  const examples = [
    'whichstack diff workloads --to our-knowledge',
    'whichstack diff workloads --from main/our-knowledge --to our-knowledge --fail-on-change',
    'whichstack diff workloads --from old/knowledge --format markdown',
  ];
  return reporting(plainCommand('diff', t.diff, examples, context), context, 'Difference')
    .argument('<path...>', t.diffPaths)
    .option('--from <dir>', t.from, collect, [])
    .option('--to <dir>', t.to, collect, [])
    .option('--alone', t.alone)
    .option('--fail-on-change', t.failOnChange)
    .action(async (paths: string[], options: Options) => {
      // Refused before the work rather than after it.
      formatOf('Difference', options);
      const alone = options.alone === true;
      checkVersions(options, alone);
      const asOf = dateOf(options.asOf);
      noteWaiting(paths, 'workload', context);
      const { workloads, diagnostics } = await listWorkloads(paths, lang);
      const from = await knowledgeVersion(options.from, alone);
      const to = await knowledgeVersion(options.to, alone);
      const { diffKnowledge } = await import('../../diff/diff.js');
      const difference = diffKnowledge(from.knowledge, to.knowledge, workloads, {
        lang,
        asOf,
        unread: diagnostics,
        files: { from: from.files, to: to.files },
        textOf: builtinText,
      });
      await printDocuments('Difference', [difference], { options, columns: 80 });
      const { changed, unreadable } = difference.counts;
      if (options.failOnChange === true && changed + unreadable > 0) state.exit = EXIT.failed;
    });
}

/** @throws {DiagnosticError} where the options name no two versions to compare */
function checkVersions({ from, to }: Options, alone: boolean): void {
  const versions = { options: ['--from', '--to'], example: 'whichstack diff workloads --from main --to branch' };
  // The built-in knowledge is no version of another package.
  if (alone && (from.length === 0 || to.length === 0))
    throw refusal('option-missing', { ...versions, by: '--alone', word: 'and' });
  if (from.length + to.length === 0)
    throw refusal('option-missing', { ...versions, by: 'whichstack diff', word: 'or' });
}
