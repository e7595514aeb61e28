import type { Codes } from './codes.js';
import { SILENT, type Result } from './evaluation.js';
import { combine, enough } from './hit-policy.js';
import type { ProgramDecision, ProgramTable } from './program.js';
import type { RuleIndex } from './rule-index.js';

/** A table of which the codes settle everything: no rule asks another decision or looks at items. */
export type Settled = (codes: Codes) => readonly Result[];

/** So many rules fit into one number as bits. */
const BITS = 32;
/** The answers to so many sets of rules that hit together are kept, for each table. */
const KEPT = 1024;

/**
 * A table whose rules test variables only and answer by themselves.
 *
 * @param own what each rule answers, by output
 */
export function settled(
  decision: ProgramDecision,
  table: ProgramTable,
  index: RuleIndex,
  own: readonly (readonly Result[])[],
): Settled {
  const silent = decision.outputs.map(() => SILENT);
  // Where every rule speaks on everything, the first few settle it, as far as the policy lets them.
  const complete = own.every((results) => results.every(({ answer }) => answer !== null));
  const most = complete ? enough(table.hitPolicy) : Infinity;
  if (most === 1) {
    return (codes) => {
      const n = index.next(codes, 0);
      return n < 0 ? silent : (own[n] ?? silent);
    };
  }
  const hitting = (codes: Codes): number[] => {
    const found: number[] = [];
    for (let n = index.next(codes, 0); n >= 0 && found.length < most; n = index.next(codes, n + 1)) found.push(n);
    return found;
  };
  const said = (rule: number, output: number): Result => own[rule]?.[output] ?? SILENT;
  if (own.length > BITS) return (codes) => together(decision, table, hitting(codes), said);
  const kept = new Map<number, readonly Result[]>();
  return (codes) => {
    const found = hitting(codes);
    let key = 0;
    for (const rule of found) key |= 1 << rule;
    let results = kept.get(key);
    if (results === undefined) {
      results = together(decision, table, found, said);
      if (kept.size < KEPT) kept.set(key, results);
    }
    return results;
  };
}

/** What the rules that hit answer together, by output; `says` is what one of them says. */
export function together<R>(
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
      if (spoken.length === enough(hitPolicy)) break;
    }
    return combine(hitPolicy, aggregates[output] ?? 'list', spoken);
  });
}
