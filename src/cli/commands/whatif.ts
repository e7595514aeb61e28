import { CommanderError, type Command } from 'commander';
import type { WhatIfOptions } from '../../explore/what-if.js';
import { EXIT } from '../exit.js';
import { statesSomething, type WorkloadFlags } from '../flags.js';
import { knowledgeWith } from '../knowledge.js';
import { TEXTS } from '../texts.js';
import { viewWhatIf } from '../view/what-if.js';
import { readWorkloads } from '../workloads.js';
import { canvas, checkDate, collect, command, given, print, type CommonOptions, type Context } from './common.js';

interface Options extends WorkloadFlags, CommonOptions {
  readonly keep?: string;
  readonly to?: string;
  readonly all?: true;
}

/** `whichstack whatif`: the smallest changes that flip the answer. */
export function whatIfCommand(context: Context): Command {
  const t = TEXTS[context.lang];
  const examples = [
    'whichstack whatif payments-ledger.yaml',
    'whichstack whatif payments-ledger.yaml --keep scenario,security',
    'whichstack whatif payments-ledger.yaml --to kata-containers',
  ];
  return command('whatif', t.whatif, examples, context)
    .argument('[file]', t.file)
    .option('--scenario <id>', t.scenario, given)
    .option('--set <factor=value>', t.set, collect, [])
    .option('--data <need[,key=value…]>', t.data, collect, [])
    .option('--keep <factor,…>', t.keep, given)
    .option('--to <id>', t.getTo, given)
    .option('--all', t.whatifAll)
    .action(async (file: string | undefined, options: Options) => {
      const { lang } = context;
      const knowledge = await knowledgeWith(options.knowledge);
      if (file === undefined && !statesSomething(options)) {
        const scenarios = [...knowledge.scenarios.keys()].slice(0, 5);
        throw new CommanderError(EXIT.usage, 'whichstack.nothingGiven', t.nothingGiven(scenarios));
      }
      const workloads = await readWorkloads(file, {
        knowledge,
        lang,
        flags: options,
        also: (report) => {
          checkDate(options.asOf, report);
        },
      });
      const { whatIfRead } = await import('../../explore/what-if.js');
      const { asOf, to } = options;
      const keep = options.keep?.split(',').map((name) => name.trim());
      const settings: WhatIfOptions = {
        lang,
        brief: options.all !== true && options.json !== true,
        ...(asOf !== undefined && { asOf }),
        ...(to !== undefined && { to }),
        ...(keep && { keep }),
      };
      const answers = workloads.map((workload) => whatIfRead(knowledge, workload, settings));
      const own = { ...canvas(), all: options.all === true };
      print(options.json, answers.length === 1 ? answers[0] : answers, () =>
        answers.flatMap((answer, n) => [...(n === 0 ? [] : ['']), ...viewWhatIf(answer, own)]),
      );
    });
}
