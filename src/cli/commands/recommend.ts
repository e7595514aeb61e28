import { Command, CommanderError } from 'commander';
import { recommendRead, type RecommendOptions } from '../../decide/recommend.js';
import { isDate } from '../../language/date.js';
import { DiagnosticError, Diagnostics, type SourceText } from '../../language/diagnostic.js';
import type { Lang } from '../../language/format.js';
import type { Recommendation } from '../../language/schema/recommendation.js';
import type { ReadWorkload } from '../../language/statement.js';
import { readWorkload } from '../../language/workload.js';
import { readDocuments } from '../../language/yaml.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import { EXIT, type ExitCode } from '../exit.js';
import { languageFlag } from '../locale.js';
import { readText } from '../files.js';
import { EMPTY, statesSomething, withFlags, type WorkloadFlags } from '../flags.js';
import { knowledgeWith } from '../knowledge.js';
import { TEXTS } from '../texts.js';
import { paintFor } from '../view/paint.js';
import { viewRecommendation } from '../view/recommendation.js';

interface Options extends WorkloadFlags {
  readonly asOf?: string;
  readonly explain?: true;
  readonly json?: true;
  readonly lang?: string;
  readonly knowledge: readonly string[];
}

const collect = (value: string, before: readonly string[]): string[] => [...before, given(value)];

/** A value that is the next flag was forgotten. */
function given(value: string): string {
  if (value.startsWith('--')) throw new CommanderError(EXIT.usage, 'whichstack.missingValue', value);
  return value;
}

/** `whichstack recommend`. */
export function recommendCommand(lang: Lang, argv: readonly string[], state: { exit: ExitCode }): Command {
  const t = TEXTS[lang];
  return new Command('recommend')
    .description(t.recommend)
    .argument('[file]', t.file)
    .option('--scenario <id>', t.scenario, given)
    .option('--set <factor=value>', t.set, collect, [])
    .option('--data <need[,key=value…]>', t.data, collect, [])
    .option('--as-of <date>', t.asOf, given)
    .option('--explain', t.explain)
    .option('--json', t.json)
    .option('--lang <lang>', t.lang, languageFlag(lang))
    .option('--knowledge <dir>', t.knowledge, collect, [])
    .option('--debug', t.debug)
    .helpOption('-h, --help', t.help)
    .addHelpText(
      'before',
      [
        t.examples,
        '  whichstack recommend payments-ledger.yaml',
        '  whichstack recommend --scenario serverless --set security=high --data objects',
        '  cat workload.yaml | whichstack recommend - --json\n',
      ].join('\n'),
    )
    .action(async (file: string | undefined, options: Options) => {
      state.exit = await execute(file, options, lang, argv);
    });
}

async function execute(
  file: string | undefined,
  options: Options,
  lang: Lang,
  argv: readonly string[],
): Promise<ExitCode> {
  const knowledge = await knowledgeWith(options.knowledge);
  if (file === undefined && !statesSomething(options)) {
    const scenarios = [...knowledge.scenarios.keys()].slice(0, 5);
    throw new CommanderError(EXIT.usage, 'whichstack.nothingGiven', TEXTS[lang].nothingGiven(scenarios));
  }
  const workloads = await readWorkloads(file, options, knowledge, lang);
  const settings: RecommendOptions = {
    lang,
    trace: options.explain === true,
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

async function readWorkloads(
  file: string | undefined,
  options: Options,
  knowledge: KnowledgeBase,
  lang: Lang,
): Promise<ReadWorkload[]> {
  const report = new Diagnostics();
  checkDate(options.asOf, report);
  let located = [EMPTY];
  if (file !== undefined) {
    const source = await readText(file, TEXTS[lang].stdin, report);
    located = source === undefined ? [] : readDocuments(source, report);
    if (source !== undefined && located.length === 0 && !report.failed) report.add('file-empty', { name: source.name });
  }
  const workloads = located.flatMap(
    (one) => readWorkload(withFlags(one, options, knowledge, report), knowledge, report) ?? [],
  );
  if (report.failed) throw new DiagnosticError(report.all);
  return workloads;
}

function checkDate(asOf: string | undefined, report: Diagnostics): void {
  if (asOf === undefined || isDate(asOf)) return;
  const source: SourceText = { name: '--as-of', text: asOf };
  report.add('date-invalid', { value: asOf }, { source, start: 0, end: asOf.length });
}
