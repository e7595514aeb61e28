import type { Command } from 'commander';
import { refusal } from '../../language/diagnostics/diagnostic.js';
import type { ReadWorkload } from '../../language/values/statement.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import { exampleOf, flagsOf } from '../../report/definition/examples.js';
import { knowledgeWith } from '../knowledge.js';
import { CLI_TEXTS } from '../texts/index.js';
import { noteWaiting, checkDate, type KnowledgeOptions, type Context } from '../commands/common.js';
import { collect, given } from '../values.js';
import { statesSomething, type WorkloadFlags } from './flag-statements.js';
import { readWorkloads } from './workloads.js';

/** The flags of every command about workloads, which a file states, or flags. */
export interface WorkloadOptions extends WorkloadFlags, KnowledgeOptions {}

/** Gives a command the file and the flags that state a workload. */
export function stating(made: Command, { lang }: Context): Command {
  const t = CLI_TEXTS[lang];
  return made
    .argument('[file]', t.file)
    .option('--scenario <scenario>', t.scenario, given)
    .option('--set <factor=value>', t.set, collect, [])
    .option('--data <need[,key=value…]>', t.data, collect, []);
}

/**
 * The knowledge that is asked for, and the workloads that a file, standard input or flags state.
 *
 * @throws {DiagnosticError} where nothing is stated, or with everything that is wrong
 */
export async function workloadsGiven(
  file: string | undefined,
  options: WorkloadOptions,
  context: Context,
): Promise<{ knowledge: KnowledgeBase; workloads: ReadWorkload[] }> {
  const { lang } = context;
  const knowledge = await knowledgeWith(options);
  if (file === undefined && !statesSomething(options)) {
    throw refusal('workload-missing', exampleIn(knowledge));
  }
  noteWaiting([file], 'workload', context);
  const workloads = await readWorkloads(file, {
    knowledge,
    lang,
    flags: options,
    also: (report) => {
      checkDate(options.asOf, report);
    },
  });
  return { knowledge, workloads };
}

/** Options that state a workload, and the command that lists more of them: a scenario, or a factor where there are no scenarios. */
function exampleIn(knowledge: KnowledgeBase): { example: string; list: 'scenarios' | 'factors' } {
  const [scenario] = knowledge.scenarios.keys();
  if (scenario !== undefined) return { example: `--scenario ${scenario}`, list: 'scenarios' };
  const [factor] = knowledge.factors.values();
  const example =
    factor === undefined ? '--set factor=value' : flagsOf(factor, exampleOf(factor, knowledge), knowledge);
  return { example, list: 'factors' };
}
