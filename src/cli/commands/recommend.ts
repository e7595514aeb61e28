import { CommanderError, type Command } from 'commander';
import { recommendRead, type RecommendOptions } from '../../decide/recommend.js';
import type { Recommendation } from '../../language/schema/recommendation.js';
import { EXIT, type ExitCode } from '../exit.js';
import { statesSomething, type WorkloadFlags } from '../flags.js';
import { knowledgeWith } from '../knowledge.js';
import { TEXTS } from '../texts.js';
import { paintFor } from '../view/paint.js';
import { viewRecommendation } from '../view/recommendation.js';
import { readWorkloads } from '../workloads.js';
import { checkDate, collect, command, given, type CommonOptions, type Context } from './common.js';

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
  process.stdout.write(options.json === true ? json(answers) : text(answers, argv));
  return answers.some(({ findings }) => findings.some(({ severity }) => severity === 'error'))
    ? EXIT.failed
    : EXIT.fine;
}

/** One document as an object; several as an array. */
function json(answers: readonly Recommendation[]): string {
  return `${JSON.stringify(answers.length === 1 ? answers[0] : answers, null, 2)}\n`;
}

function text(answers: readonly Recommendation[], argv: readonly string[]): string {
  const columns = Math.min(80, Math.max(50, process.stdout.columns || 80));
  const paint = paintFor(process.stdout, process.env);
  return answers.map((answer) => `${viewRecommendation(answer, { columns, paint, command: argv })}\n`).join('\n');
}
