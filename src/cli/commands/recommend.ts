import { CommanderError, type Command } from 'commander';
import { recommendRead, type RecommendOptions } from '../../decide/recommend.js';
import { EXIT, type ExitCode } from '../exit.js';
import { statesSomething, type WorkloadFlags } from '../flags.js';
import { knowledgeWith } from '../knowledge.js';
import { TEXTS } from '../texts.js';
import { viewRecommendation } from '../view/recommendation.js';
import { readWorkloads } from '../workloads.js';
import { canvas, checkDate, collect, command, given, print, type CommonOptions, type Context } from './common.js';

interface Options extends WorkloadFlags, CommonOptions {
  readonly explain?: true;
}

/** `whichstack recommend`. */
export function recommendCommand(context: Context): Command {
  const t = TEXTS[context.lang];
  const examples = [
    'whichstack recommend payments-ledger.yaml',
    'whichstack recommend --scenario serverless --set security=high --data objects',
    'cat workload.yaml | whichstack recommend - --json',
  ];
  return command('recommend', t.recommend, examples, context)
    .argument('[file]', t.file)
    .option('--scenario <id>', t.scenario, given)
    .option('--set <factor=value>', t.set, collect, [])
    .option('--data <need[,key=value…]>', t.data, collect, [])
    .option('--explain', t.explain)
    .action(async (file: string | undefined, options: Options) => {
      context.state.exit = await execute(file, options, context);
    });
}

async function execute(file: string | undefined, options: Options, { lang, argv }: Context): Promise<ExitCode> {
  const knowledge = await knowledgeWith(options.knowledge);
  if (file === undefined && !statesSomething(options)) {
    const scenarios = [...knowledge.scenarios.keys()].slice(0, 5);
    throw new CommanderError(EXIT.usage, 'whichstack.nothingGiven', TEXTS[lang].nothingGiven(scenarios));
  }
  const workloads = await readWorkloads(file, {
    knowledge,
    lang,
    flags: options,
    also: (report) => {
      checkDate(options.asOf, report);
    },
  });
  const settings: RecommendOptions = {
    lang,
    trace: options.explain === true,
    robustness: true,
    ...(options.asOf !== undefined && { asOf: options.asOf }),
  };
  const answers = workloads.map((workload) => recommendRead(knowledge, workload, settings));
  const own = { ...canvas(80), command: argv };
  // One document as an object; several as an array.
  print(options.json, answers.length === 1 ? answers[0] : answers, () =>
    answers.flatMap((answer, n) => [...(n === 0 ? [] : ['']), viewRecommendation(answer, own)]),
  );
  return answers.some(({ findings }) => findings.some(({ severity }) => severity === 'error'))
    ? EXIT.failed
    : EXIT.fine;
}
