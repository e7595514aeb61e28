import type { Codes } from '../ir/codes.js';
import { freezeAlternatives, type Alternatives } from '../ir/outcomes.js';
import { NO_RESULT, type Result } from '../eval/evaluation.js';
import { combineHits, maxRelevantHits } from '../eval/hit-policy.js';
import type { ProgramDecision, ProgramTable } from '../ir/program.js';
import { MAX_BITMAP_RULES, type RuleIndex } from './rule-index.js';

/** A table of which the codes settle everything: no rule asks another decision or looks at items. */
export type PureTable = (codes: Codes) => readonly Result[];

/** The answers to so many sets of rules that hit together are kept, for each table. */
const KEPT = 1024;

/**
 * How many of the rules that hit settle a table: where every rule speaks on everything by itself, the first few, as far as the policy lets them.
 *
 * @param own what each rule answers by itself, by output
 */
export function rulesBeforeCertainResult(
  { hitPolicy }: ProgramTable,
  own: readonly (readonly Result[] | undefined)[],
): number {
  const complete = own.every((results) => results?.every(({ answer }) => answer !== null) === true);
  return complete ? maxRelevantHits(hitPolicy) : Infinity;
}

/**
 * A table whose rules test variables only and answer by themselves.
 *
 * @param own what each rule answers, by output
 */
export function compilePureTable(
  decision: ProgramDecision,
  table: ProgramTable,
  finder: RuleIndex,
  own: readonly (readonly Result[])[],
): PureTable {
  const silent = decision.outputs.map(() => NO_RESULT);
  const most = rulesBeforeCertainResult(table, own);
  if (most === 1) {
    return (codes) => {
      const n = finder.next(codes, 0);
      return n < 0 ? silent : (own[n] ?? silent);
    };
  }
  const hitting = (codes: Codes): number[] => {
    const found: number[] = [];
    for (let n = finder.next(codes, 0); n >= 0 && found.length < most; n = finder.next(codes, n + 1)) found.push(n);
    return found;
  };
  const said = (rule: number, output: number): Result => own[rule]?.[output] ?? NO_RESULT;
  if (own.length > MAX_BITMAP_RULES) return (codes) => outputsOfHits(decision, table, hitting(codes), said);
  const kept = new Map<number, readonly Result[]>();
  return (codes) => {
    const found = hitting(codes);
    let key = 0;
    for (const rule of found) key |= 1 << rule;
    let results = kept.get(key);
    if (results === undefined) {
      results = outputsOfHits(decision, table, found, said);
      for (const { answer } of results) if (answer !== null) freezeAlternatives(answer);
      if (kept.size < KEPT) kept.set(key, results);
    }
    return results;
  };
}

/**
 * The same for one output of a table of so few rules that bits tell which of them hit.
 *
 * @param own what each rule answers, by output
 */
export function compilePureTableByBits(
  decision: ProgramDecision,
  table: ProgramTable,
  own: readonly (readonly Result[])[],
  output: number,
): (hitting: number) => Alternatives | null {
  const answers = own.map((results) => results[output]?.answer ?? null);
  const speaking = answers.reduce((bits, answer, n) => (answer === null ? bits : bits | (1 << n)), 0);
  const first = (bits: number): Alternatives | null => answers[31 - Math.clz32(bits & -bits)] ?? null;
  if (maxRelevantHits(table.hitPolicy) === 1) return (hitting) => first(hitting & speaking);
  const kept = new Map<number, Alternatives | null>();
  return (hitting) => {
    const bits = hitting & speaking;
    if ((bits & (bits - 1)) === 0) return first(bits);
    let answer = kept.get(bits);
    if (answer === undefined) {
      const found = answers.flatMap((_, n) => ((bits >>> n) & 1 ? [n] : []));
      const results = outputsOfHits(decision, table, found, (rule) => own[rule]?.[output] ?? NO_RESULT);
      answer = results[output]?.answer ?? null;
      if (answer !== null) freezeAlternatives(answer);
      if (kept.size < KEPT) kept.set(bits, answer);
    }
    return answer;
  };
}

/** What the rules that hit answer together, by output; `says` is what one of them says. */
export function outputsOfHits<R>(
  { outputs }: ProgramDecision,
  { hitPolicy, aggregates }: ProgramTable,
  found: readonly R[],
  says: (rule: R, output: number) => Result,
): readonly Result[] {
  return outputs.map((_, output) => {
    const spoken: Result[] = [];
    for (const rule of found) {
      const result = says(rule, output);
      if (result.answer !== null) spoken.push(result);
      if (spoken.length === maxRelevantHits(hitPolicy)) break;
    }
    return combineHits(hitPolicy, aggregates[output] ?? 'list', spoken);
  });
}
