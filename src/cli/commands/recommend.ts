import type { Command } from 'commander';
import { recommendRead, type RecommendOptions } from '../../report/recommend.js';
import type { AnyRecommendation } from '../../language/schema/results/recommendation.js';
import { namesIn } from '../../language/values/names.js';
import { DOUBTS, exitWithDoubts, type FailOn } from '../print/fail-on.js';
import { type ExitCode, formatOf, printDocuments, withOutputFile, type FileOptions } from '../print/output.js';
import { CLI_TEXTS } from '../texts/index.js';
import { choiceOption, given } from '../values.js';
import { command, type Context } from './common.js';
import { stating, workloadsGiven, type WorkloadOptions } from '../workload/workload-command.js';

interface Options extends WorkloadOptions, FileOptions {
  readonly full?: true;
  readonly failOn?: FailOn;
  readonly whyNot?: string;
  readonly explain?: true;
  readonly explore?: true;
}

/** `whichstack recommend`. */
export function recommendCommand(context: Context): Command {
  const t = CLI_TEXTS[context.lang];
  const examples = [
    'whichstack recommend payments-ledger.yaml',
    'whichstack recommend --scenario serverless --set security=high --data objects',
    'cat workload.yaml | whichstack recommend - --json',
    'whichstack recommend payments-ledger.yaml --why-not kata-containers',
    'whichstack recommend payments-ledger.yaml --fail-on failed',
  ];
  return stating(
    withOutputFile(command('recommend', t.recommend, examples, context, 'Recommendation'), context.lang),
    context,
  )
    .option('--full', t.full)
    .addOption(choiceOption('--fail-on <doubt>', t.failOn, DOUBTS))
    .option('--why-not <technology,…>', t.whyNot, given)
    .option('--explain', t.explain)
    .option('--explore', t.explore)
    .action(async (file: string | undefined, options: Options) => {
      context.state.exit = await execute(file, options, context);
    });
}

async function execute(file: string | undefined, options: Options, context: Context): Promise<ExitCode> {
  const { lang, argv, state } = context;
  const { knowledge, workloads } = await workloadsGiven(file, options, context);
  const asOf = options.asOf === undefined ? {} : { asOf: options.asOf };
  const whyNot = namesIn(options.whyNot ?? '');
  const settings: RecommendOptions = {
    lang,
    trace: options.explain === true,
    robustness: true,
    levers: true,
    whyNot,
    ...asOf,
  };
  // Takes code that no other answer should load.
  const exploring =
    options.explore === true
      ? {
          ...(await import('../../explore/open/exploration.js')),
          ...(await import('../../explore/what-if/what-if.js')),
        }
      : undefined;
  const comparing = whyNot.length > 0 ? await import('../../explore/what-if/rivals.js') : undefined;
  const format = formatOf('Recommendation', options);
  const brief = format === 'text';
  const answers = workloads.map((workload): AnyRecommendation => {
    const decided = recommendRead(knowledge, workload, settings);
    const answer =
      comparing === undefined
        ? decided
        : { ...decided, rivals: comparing.withSmallestChanges(decided, knowledge, workload) };
    if (exploring === undefined) return answer;
    const explored = exploring.exploreRead(knowledge, workload, {
      lang,
      brief,
      keep: exploring.definingIn(workload),
      ...asOf,
    });
    return { ...answer, exploration: { robustness: [], ...answer.exploration, ...explored } };
  });
  const full = (options.full ?? options.explain ?? options.explore) === true;
  await printDocuments('Recommendation', answers, {
    options,
    file: options,
    command: state.quiet ? undefined : argv,
    full,
  });
  return exitWithDoubts(answers, options.failOn, { lang, asJson: format === 'json' });
}
