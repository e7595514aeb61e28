import type { Command } from 'commander';
import { refusal } from '../../language/diagnostics/diagnostic.js';
import { formatOf, printDocuments, withOutputFile, type FileOptions } from '../print/output.js';
import { CLI_TEXTS } from '../texts/index.js';
import { workloadNamed } from '../workload/workloads.js';
import { command, type Context } from './common.js';
import { given } from '../values.js';
import { stating, workloadsGiven, type WorkloadOptions } from '../workload/workload-command.js';

interface Options extends WorkloadOptions, FileOptions {
  readonly x?: string;
  readonly y?: string;
  readonly role?: string;
  readonly name?: string;
}

/** `whichstack map FILE --x F --y F`: the answer for all that a workload could state of two factors. */
export function mapCommand(context: Context): Command {
  const t = CLI_TEXTS[context.lang];
  const examples = [
    'whichstack map payments-ledger.yaml --x security --y performance',
    'whichstack map payments-ledger.yaml --x data/ledger/need --y nodes --role storage/ledger',
    'whichstack map --scenario serverless --x startup --y security --format svg > map.svg',
  ];
  return stating(withOutputFile(command('map', t.map, examples, context, 'DecisionMap'), context.lang), context)
    .option('--x <factor>', t.mapX, given)
    .option('--y <factor>', t.mapY, given)
    .option('--role <role>', t.mapRole, given)
    .option('--name <workload>', t.workloadName, given)
    .action(async (file: string | undefined, options: Options) => {
      await execute(file, options, context);
    });
}

async function execute(file: string | undefined, options: Options, context: Context): Promise<void> {
  const { lang } = context;
  const { x, y, role, asOf } = options;
  if (x === undefined || y === undefined) {
    const example = 'whichstack map workload.yaml --x security --y performance';
    throw refusal('option-missing', { by: 'whichstack map', options: ['--x', '--y'], word: 'and', example });
  }
  // Refused before the work rather than after it.
  formatOf('DecisionMap', options);
  const { knowledge, workloads } = await workloadsGiven(file, options, context);
  const workload = workloadNamed(workloads, options.name, 'whichstack map');
  const { decisionMapRead } = await import('../../explore/map/map.js');
  const asked = { x, y, lang, ...(role !== undefined && { role }), ...(asOf !== undefined && { asOf }) };
  const map = decisionMapRead(knowledge, workload, asked, (option) => `--${option}`);
  await printDocuments('DecisionMap', [map], { options, file: options });
}
