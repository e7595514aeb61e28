import type { Command } from 'commander';
import { allAnswers, wantedBy, gravestVerdict } from '../../emit/common/answer.js';
import { recommendRead, type RecommendOptions } from '../../report/recommend.js';
import type { AnyRecommendation, FitRow } from '../../language/schema/results/recommendation.js';
import { namesIn } from '../../language/values/names.js';
import { EXIT, type ExitCode, formatOf, printDocuments, withOutputFile, type FileOptions } from '../print/output.js';
import { CLI_TEXTS } from '../texts/index.js';
import { choiceOption, given } from '../values.js';
import { command, type Context } from './common.js';
import { stating, workloadsGiven, type WorkloadOptions } from '../workload/workload-command.js';

/** By the doubt that a pipeline fails on: the verdicts on what is asked that are as grave. */
const DOUBTS = {
  failed: ['fails'],
  unproven: ['fails', 'unknown'],
  conditional: ['fails', 'unknown', 'conditional'],
} as const satisfies Record<string, readonly FitRow['verdict'][]>;

type FailOn = keyof typeof DOUBTS;

/** The doubts with other words for them. */
const DOUBT_NAMES = [
  { id: 'failed', also: ['fails', 'failure', 'error'] },
  { id: 'unproven', also: ['unknown', 'doubt', 'doubtful'] },
  { id: 'conditional', also: ['conditions', 'warning', 'any'] },
] as const satisfies readonly { id: FailOn; also: readonly string[] }[];

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
    .addOption(choiceOption('--fail-on <doubt>', t.failOn, DOUBT_NAMES))
    .option('--why-not <technology,…>', t.whyNot, given)
    .option('--explain', t.explain)
    .option('--explore', t.explore)
    .action(async (file: string | undefined, options: Options) => {
      context.state.exit = await execute(file, options, context);
    });
}

/** Whether an answer carries a doubt; what the guide wants and cannot run here counts as failed. */
function isDoubted(answer: AnyRecommendation, failOn: FailOn | undefined): boolean {
  if (failOn === undefined) return false;
  const verdicts: readonly (FitRow['verdict'] | undefined)[] = DOUBTS[failOn];
  return allAnswers(answer).some((one) => wantedBy(one) !== undefined || verdicts.includes(gravestVerdict(one)));
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
  const exploring = options.explore === true ? await import('../../explore/open/exploration.js') : undefined;
  const brief = formatOf('Recommendation', options) === 'text';
  const answers = workloads.map((workload): AnyRecommendation => {
    const answer = recommendRead(knowledge, workload, settings);
    if (exploring === undefined) return answer;
    const explored = exploring.exploreRead(knowledge, workload, { lang, brief, ...asOf });
    return { ...answer, exploration: { robustness: [], ...answer.exploration, ...explored } };
  });
  const full = (options.full ?? options.explain ?? options.explore) === true;
  await printDocuments('Recommendation', answers, {
    options,
    file: options,
    command: state.quiet ? undefined : argv,
    full,
  });
  const isInConflict = answers.some(({ findings }) => findings.some(({ severity }) => severity === 'error'));
  return isInConflict || answers.some((answer) => isDoubted(answer, options.failOn)) ? EXIT.failed : EXIT.ok;
}
