import type { Command } from 'commander';
import { compare } from '../../report/compare.js';
import { printDocuments, withOutputFile, type FileOptions } from '../print/output.js';
import { CLI_TEXTS } from '../texts/index.js';
import { command, settings, technologiesNamed, type KnowledgeOptions, type Context, noteWaiting } from './common.js';
import { missingArgument } from '../usage.js';
import { given } from '../values.js';
import { onlyWorkload, readWorkloads } from '../workload/workloads.js';

interface Options extends KnowledgeOptions, FileOptions {
  readonly for?: string;
}

/** `whichstack compare ID ID…`: technologies side by side, with evidence. */
export function compareCommand(context: Context): Command {
  const t = CLI_TEXTS[context.lang];
  const examples = [
    'whichstack compare kubevirt kata-containers firecracker',
    'whichstack compare cephfs glusterfs --for workload.yaml',
    'whichstack compare etcd consul zookeeper --format markdown',
  ];
  return withOutputFile(command('compare', t.compare, examples, context, 'Comparison'), context.lang)
    .argument('<technology...>', t.technologyIds)
    .option('--for <file>', t.compareFor, given)
    .action(async (names: string[], options: Options, made: Command) => {
      const { lang } = context;
      const { knowledge, asOf } = await settings(options);
      const ids = technologiesNamed(names, knowledge);
      if (ids.length < 2) throw missingArgument(made, 'technology', lang);
      noteWaiting([options.for], 'workload', context);
      const workloads = options.for === undefined ? [] : await readWorkloads(options.for, { knowledge, lang });
      const workload = onlyWorkload(workloads, 'whichstack compare --for');
      const comparison = compare(knowledge, ids, { lang, asOf }, workload);
      await printDocuments('Comparison', [comparison], { options, file: options });
    });
}
