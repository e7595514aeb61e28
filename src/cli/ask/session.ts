import { jsonEmitter } from '../../emit/json/index.js';
import { yamlEmitter } from '../../emit/yaml/index.js';
import { readInput, recommendRead } from '../../report/recommend.js';
import { startInterview, type AnyInterview } from '../../explore/interview/interview.js';
import { DiagnosticError, Diagnostics } from '../../language/diagnostics/diagnostic.js';
import { API_VERSION, type Lang } from '../../language/format.js';
import type { InterviewDocument } from '../../language/schema/results/interview.js';
import type { AnyRecommendation } from '../../language/schema/results/recommendation.js';
import type { AnyWorkload } from '../../language/schema/workload.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import { settings, type Context, noteWaiting } from '../commands/common.js';
import { EXIT, type ExitCode, formatOf, printDocuments, printMessage } from '../print/output.js';
import { checkTarget, writeText } from '../files.js';
import { EMPTY } from '../workload/flags.js';
import { CLI_TEXTS } from '../texts/index.js';
import { onlyWorkload, readWorkloads } from '../workload/workloads.js';
import { screenOf, WORKLOAD_FILE, isUnknown, readAnswers, type AskOptions, type FileAnswers } from './answers.js';

/**
 * Interviews at a terminal, or from a file of answers; prints the recommendation and writes the workload.
 *
 * @throws {DiagnosticError} with everything that is wrong in what it is given
 */
export async function ask(file: string | undefined, options: AskOptions, context: Context): Promise<ExitCode> {
  const { lang } = context;
  const isAtTerminal = options.answers === undefined && options.input;
  const { knowledge, asOf } = await settings(options);
  noteWaiting([file], 'workload', context);
  const given = onlyWorkload(await readWorkloads(file, { knowledge, lang, flags: options }), 'whichstack ask');
  const before = given?.document ?? (EMPTY.value as AnyWorkload);
  noteWaiting([options.answers], 'answers', context);
  const answers =
    options.answers === undefined
      ? { workload: before, unknown: new Set<string>() }
      : await readAnswers(options.answers, before, knowledge, lang);
  refuseTarget(options);
  const start = startInterview(knowledge, { lang, asOf, workload: answers.workload });
  const reporting = { knowledge, asOf, options, context };
  return isAtTerminal ? converse(start, reporting) : report(withoutReplies(start, answers, options.input), reporting);
}

/** Nobody should reply to questions for nothing, or have to look for the reason above an answer. */
function refuseTarget({ output, force }: AskOptions): void {
  const problems = new Diagnostics();
  if (output !== undefined) checkTarget(output, force === true, problems);
  if (problems.failed) throw new DiagnosticError(problems.all);
}

/** What is not stated is not known; where no more is put in, only what was said to be, up to the question that would be asked next. */
function withoutReplies(start: AnyInterview, answers: FileAnswers, isAllKnown: boolean): AnyInterview {
  let interview = start;
  for (let question = interview.question; question !== undefined; question = interview.question) {
    if (!isAllKnown && !isUnknown(answers, question)) break;
    interview = interview.dontKnow();
  }
  return interview;
}

interface Reporting {
  readonly knowledge: KnowledgeBase;
  readonly asOf: string;
  readonly options: AskOptions;
  readonly context: Context;
}

/** Interviews at a terminal. With the workload on standard output, the terminal is where messages go. */
async function converse(start: AnyInterview, { knowledge, asOf, options, context }: Reporting): Promise<ExitCode> {
  const { lang } = context;
  const { interviewAtTerminal, saveAtTerminal } = await import('./terminal.js');
  const end = await interviewAtTerminal(start, { lang, output: screenOf(options) });
  if (end === undefined) return left(lang);
  if (options.output === '-') {
    write(end, options, '-', true);
    return EXIT.ok;
  }
  const answer = conclude(end, knowledge, asOf, lang);
  const save = (path: string, force: boolean): void => {
    write(end, options, path, force);
  };
  const path = await saveAtTerminal(options, save, lang);
  process.stdout.write('\n');
  // Who has replied to all questions gets the answer, even without a file.
  await printInterview(end, answer, { asOf, options: { ...options, ...(path && { output: path }) }, context });
  if (path === undefined) return left(lang);
  if (path !== '') reportWritten(path, context);
  return exitFor(answer);
}

/** Prints the state of an interview without a terminal: its next question or its recommendation; or the workload alone, for the next command to read. */
async function report(interview: AnyInterview, { knowledge, asOf, options, context }: Reporting): Promise<ExitCode> {
  const { lang } = context;
  if (options.output === '-') {
    write(interview, options, '-', true);
    return EXIT.ok;
  }
  const answer = interview.done ? conclude(interview, knowledge, asOf, lang) : undefined;
  await printInterview(interview, answer, { asOf, options, context });
  if (options.output !== undefined) {
    write(interview, options, options.output, options.force === true);
    reportWritten(options.output, context);
  }
  return answer === undefined ? EXIT.ok : exitFor(answer);
}

function conclude({ workload }: AnyInterview, knowledge: KnowledgeBase, asOf: string, lang: Lang): AnyRecommendation {
  return recommendRead(knowledge, readInput(knowledge, workload, { asOf }), { lang, asOf, robustness: true });
}

/** Prints where an interview is: its next question, or the recommendation that it ends with. */
async function printInterview(
  { done, proven, tried, asked, expected, question, presets, workload }: AnyInterview,
  recommendation: AnyRecommendation | undefined,
  { asOf, options, context: { lang, state } }: Omit<Reporting, 'knowledge'>,
): Promise<void> {
  const document: InterviewDocument = {
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
    presets,
    workload,
    ...(recommendation && { recommendation }),
  };
  // The commands to try next are about the workload that is written.
  const command = state.quiet ? undefined : ['recommend', options.output ?? WORKLOAD_FILE];
  // A prompt may follow, below the answer.
  const pager = options.answers !== undefined || !options.input;
  await printDocuments('Interview', [document], { options, columns: 80, command, pager });
}

/** @throws {DiagnosticError} with the reason why it cannot be written */
function write({ workload }: AnyInterview, options: AskOptions, path: string, force: boolean): void {
  const problems = new Diagnostics();
  // A file is YAML, whatever is printed; on standard output, the format is about the one thing printed.
  const isJson = path === '-' && formatOf('Interview', options) === 'json';
  const [{ text }] = (isJson ? jsonEmitter : yamlEmitter).emit(workload);
  writeText(path, text, force, problems);
  if (problems.failed) throw new DiagnosticError(problems.all);
}

function reportWritten(path: string, { lang, state }: Context): void {
  if (!state.quiet) printMessage(CLI_TEXTS[lang].terminal.written(path));
}

function left(lang: Lang): ExitCode {
  printMessage(CLI_TEXTS[lang].terminal.left);
  return EXIT.interrupted;
}

const exitFor = ({ findings }: AnyRecommendation): ExitCode =>
  findings.some(({ severity }) => severity === 'error') ? EXIT.failed : EXIT.ok;
