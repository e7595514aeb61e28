import { each, type Codes } from '../ir/codes.js';
import { getOrInsert } from '../../language/get-or-insert.js';
import { UNSTATED, type Variable } from '../ir/domain.js';
import { sameAnswer } from '../../language/outputs/values.js';
import { completionsOf } from '../eval/completions.js';
import type { Evaluation, Result } from '../eval/evaluation.js';
import type { Program } from '../ir/program.js';
import { CompiledEvaluation } from './compiled.js';

/** An answer that a decision has in every completion of an input, and what the completions state. */
export interface Entailment {
  readonly result: Result;
  readonly over: readonly Variable[];
}

/**
 * The answer that an output of a decision has however what is not stated is stated (a supervaluation: van Fraassen, 1966); undefined where completions have
 * different answers or none, or where there are too many to examine.
 */
export function entailmentOf(evaluation: Evaluation, decision: number, output: number): Entailment | undefined {
  // Completions that differ are found fast, and most inputs have them. Where reads are recorded, all that is examined has to be.
  if (evaluation instanceof CompiledEvaluation && !mayBeEntailed(evaluation, decision, output)) return undefined;
  const isOpen = (results: readonly Result[]): boolean => results.length > 1 || results[0]?.answer === null;
  const { results, over, isComplete } = completionsOf(evaluation, decision, output, { isEnough: isOpen });
  const [result] = results;
  return isComplete && result !== undefined && !isOpen(results) ? { result, over } : undefined;
}

/** As many completions are compared: with all first codes, with all last ones, and with others. */
const SAMPLE_COUNT = 8;

/** Whether a few completions that differ in much have the same answer. */
function mayBeEntailed(evaluation: CompiledEvaluation, decision: number, output: number): boolean {
  const { answer } = sampleOf(evaluation, 0).outcomes(decision, output);
  if (answer === null) return false;
  for (let n = 1; n < SAMPLE_COUNT; n++)
    if (!sameAnswer(answer, sampleOf(evaluation, n).outcomes(decision, output).answer)) return false;
  return true;
}

/** The evaluation of the n-th completion of an input; it holds until the next one of the program is made. */
function sampleOf({ program, codes, items, above }: Evaluation, n: number): CompiledEvaluation {
  const outer = above && sampleOf(above, n);
  const { scratch } = completionCodes(program);
  return new CompiledEvaluation(
    program,
    complete(codes, program, n, scratch[outer === undefined ? 0 : 1]),
    items,
    outer,
  );
}

/** Writes codes in which what is neither stated nor inherited is as the n-th completion has it. */
function complete(codes: Codes, program: Program, n: number, into: Codes): Codes {
  const { fallbacks, samples } = completionCodes(program);
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at] ?? UNSTATED;
    const isStated = code !== UNSTATED || (codes[fallbacks[at] ?? NO_FALLBACK] ?? UNSTATED) !== UNSTATED;
    into[at] = isStated ? code : (samples[n]?.[at] ?? UNSTATED);
  }
  return into;
}

/** By variable: the variable that it inherits from, and its code in each sample. */
interface CompletionCodes {
  readonly fallbacks: Int32Array;
  readonly samples: readonly Codes[];
  /** Room for the codes of a workload and of an item: one completion is evaluated at a time, and there are very many. */
  readonly scratch: readonly [Codes, Codes];
}

/** No variable. */
const NO_FALLBACK = -1;
/** Knuth's multiplier, by which neighbours get unlike numbers (The Art of Computer Programming 3, 6.4). */
const SCATTER = 2654435761;

const codesOfPrograms = new WeakMap<Program, CompletionCodes>();

function completionCodes(program: Program): CompletionCodes {
  return getOrInsert(codesOfPrograms, program, () => {
    const { variables, lookup } = program;
    const general = lookup.get('requirements');
    const fallbackOf = ({ section, factor, member }: Variable): number => {
      if (factor.inherited !== true || section === 'requirements') return NO_FALLBACK;
      return general?.get(factor)?.find((one) => one.member === member)?.index ?? NO_FALLBACK;
    };
    const codes = variables.map(({ statable }) => [...each(statable)]);
    const sample = (n: number): Codes =>
      Int32Array.from(codes, (own, at) => {
        const scattered = (Math.imul(at + 1, SCATTER * n) >>> 8) % own.length;
        return own.at(n === 0 ? 0 : n === 1 ? -1 : scattered) ?? UNSTATED;
      });
    return {
      fallbacks: Int32Array.from(variables, fallbackOf),
      scratch: [new Int32Array(variables.length), new Int32Array(variables.length)],
      samples: Array.from({ length: SAMPLE_COUNT }, (_, n) => sample(n)),
    };
  });
}
