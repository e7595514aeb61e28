import type { Command } from 'commander';
import type { WhatIfOptions } from '../../explore/what-if/what-if.js';
import { CLI_TEXTS } from '../texts/index.js';
import { given } from '../values.js';
import { formatOf, printDocuments, withOutputFile, type FileOptions } from '../print/output.js';
import { namesIn } from '../../language/values/names.js';
import { command, type Context } from './common.js';
import { stating, workloadsGiven, type WorkloadOptions } from '../workload/workload-command.js';

interface Options extends WorkloadOptions, FileOptions {
  readonly keep?: string;
  readonly allFactors?: true;
  readonly to?: string;
  readonly role?: string;
  readonly all?: true;
}

/** `whichstack whatif`: the smallest changes that flip the answer. */
export function whatIfCommand(context: Context): Command {
  const t = CLI_TEXTS[context.lang];
  const examples = [
    'whichstack whatif payments-ledger.yaml',
    'whichstack whatif payments-ledger.yaml --keep security,kvm',
    'whichstack whatif payments-ledger.yaml --to kata-containers',
  ];
  return stating(withOutputFile(command('whatif', t.whatif, examples, context, 'WhatIf'), context.lang), context)
    .option('--keep <factor,…>', t.keep, given)
    .option('--to <technology>', t.getTo, given)
    .option('--role <role>', t.whatifRole, given)
    .option('--all-factors', t.allFactors)
    .option('--all', t.whatifAll)
    .action(async (file: string | undefined, options: Options) => {
      const { lang } = context;
      const { knowledge, workloads } = await workloadsGiven(file, options, context);
      const { definingIn, whatIfRead } = await import('../../explore/what-if/what-if.js');
      const { asOf, to, role } = options;
      const named = namesIn(options.keep ?? '');
      const all = options.all === true;
      const settings: WhatIfOptions = {
        lang,
        brief: !all && formatOf('WhatIf', options) === 'text',
        ...(asOf !== undefined && { asOf }),
        ...(to !== undefined && { to }),
        ...(role !== undefined && { role }),
      };
      const answers = workloads.map((workload) => {
        const keep = options.allFactors === true ? named : [...new Set([...named, ...definingIn(workload)])];
        return whatIfRead(knowledge, workload, { ...settings, keep });
      });
      await printDocuments('WhatIf', answers, { options, file: options, all });
    });
}
