import { CommanderError } from 'commander';
import { stringify } from 'yaml';
import { readInput, recommendRead } from '../../decide/recommend.js';
import { startInterview, type Interview } from '../../explore/interview.js';
import { DiagnosticError, Diagnostics } from '../../language/diagnostic.js';
import { API_VERSION, type Lang } from '../../language/format.js';
import type { Recommendation } from '../../language/schema/recommendation.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import { canvas, print, settings, type Context } from '../commands/common.js';
import { EXIT, type ExitCode } from '../exit.js';
import { writeText } from '../files.js';
import { TEXTS } from '../texts.js';
import { viewQuestion } from '../view/interview.js';
import { viewRecommendation } from '../view/recommendation.js';
import { readWorkloads } from '../workloads.js';
import type { AskOptions } from './options.js';
import { answerTo, readAnswers, type Answers } from './answers.js';
import { ASK_WORDS, WORKLOAD_FILE } from './words.js';

/**
 * Interviews at a terminal, or from a file of answers; prints the recommendation and writes the workload.
 *
 * @throws {DiagnosticError} with everything that is wrong in what it is given
 */
export async function ask(file: string | undefined, options: AskOptions, context: Context): Promise<ExitCode> {
  const { lang } = context;
  const isAtTerminal = options.answers === undefined && options.input;
  const { knowledge, asOf } = await settings(options);
  const [workload, more] = await readWorkloads(file, { knowledge, lang, flags: options });
  if (more !== undefined) throw new CommanderError(EXIT.usage, 'whichstack.oneWorkload', TEXTS[lang].askForOne);
  const answers =
    options.answers === undefined ? new Map<string, unknown>() : await readAnswers(options.answers, knowledge, lang);
  const start = startInterview(knowledge, {
    lang,
    asOf,
    ...(workload && { workload: workload.document }),
  });
  if (!isAtTerminal) return report(fromAnswers(start, answers, options.input), { knowledge, asOf, options, context });
  const { interviewAtTerminal, fileToWrite } = await import('../ask/terminal.js');
  const end = await interviewAtTerminal(start, lang);
  if (end === undefined) return left(lang);
  const answer = conclude(end, knowledge, asOf, lang);
  process.stdout.write(`\n${viewAnswer(answer, end, options, lang)}\n\n`);
  const output = await fileToWrite(options.output, options.force === true, lang);
  if (output === undefined) return left(lang);
  // Whoever was asked has agreed to overwriting.
  if (output !== '') write(end, output, true, lang);
  return exitFor(answer);
}

/** Answers as far as there are answers. What has none is not known; where no more is put in, it is what would be asked next. */
function fromAnswers(start: Interview, answers: Answers, isAllKnown: boolean): Interview {
  let interview = start;
  for (let question = interview.question; question !== undefined; question = interview.question) {
    const answer = answerTo(answers, question);
    if (answer === undefined && !isAllKnown) break;
    interview = answer == null ? interview.dontKnow() : interview.reply(answer);
  }
  return interview;
}

interface Reporting {
  readonly knowledge: KnowledgeBase;
  readonly asOf: string;
  readonly options: AskOptions;
  readonly context: Context;
}

/** Prints where an interview stands without a terminal: what it would ask next, or what it ends with. */
function report(interview: Interview, { knowledge, asOf, options, context }: Reporting): ExitCode {
  const { lang } = context;
  const { question, done, proven, tried, asked, expected, workload } = interview;
  const answer = done ? conclude(interview, knowledge, asOf, lang) : undefined;
  const state = {
    apiVersion: API_VERSION,
    kind: 'Interview',
    lang,
    asOf,
    done,
    proven,
    tried,
    asked,
    expected,
    question,
    workload,
  };
  print(options.json, { ...state, ...(answer && { recommendation: answer }) }, () => [
    ...(question === undefined ? [] : viewQuestion(question, interview, lang, canvas(80))),
    ...(answer === undefined ? [] : [viewAnswer(answer, interview, options, lang)]),
  ]);
  if (options.output !== undefined) write(interview, options.output, options.force === true, lang);
  return answer === undefined ? EXIT.fine : exitFor(answer);
}

function conclude({ workload }: Interview, knowledge: KnowledgeBase, asOf: string, lang: Lang): Recommendation {
  return recommendRead(knowledge, readInput(knowledge, workload, { asOf }), { lang, asOf, robustness: true });
}

function viewAnswer(answer: Recommendation, { asked, tried }: Interview, { output }: AskOptions, lang: Lang): string {
  // What is recommended to try next is for the workload that is written.
  const own = { ...canvas(80), command: ['recommend', output ?? WORKLOAD_FILE] };
  return `${viewRecommendation(answer, own)}\n\n${ASK_WORDS[lang].done(asked, tried)}`;
}

function write({ workload }: Interview, path: string, force: boolean, lang: Lang): void {
  const report = new Diagnostics();
  writeText(path, stringify(workload), force, report);
  if (report.failed) throw new DiagnosticError(report.all);
  if (path !== '-') process.stderr.write(`${ASK_WORDS[lang].written(path)}\n`);
}

function left(lang: Lang): ExitCode {
  process.stderr.write(`${ASK_WORDS[lang].left}\n`);
  return EXIT.interrupted;
}

const exitFor = ({ findings }: Recommendation): ExitCode =>
  findings.some(({ severity }) => severity === 'error') ? EXIT.failed : EXIT.fine;
