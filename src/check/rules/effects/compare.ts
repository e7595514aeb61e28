import type { OutputValues } from '../../../language/outputs/values.js';
import { getOrInsert } from '../../../language/get-or-insert.js';
import { allRules } from '../../../program/ir/call-graph.js';
import { has } from '../../../program/ir/codes.js';
import type { Variable } from '../../../program/ir/domain.js';
import {
  isTable,
  type Program,
  type ProgramDecision,
  type ProgramRule,
  type TableDecision,
} from '../../../program/ir/program.js';
import { casesOf, type Case } from '../../cases/cases.js';
import { twinOf, type Twin } from '../../cases/twin.js';
import { compareSlices, type SlicePart } from '../../geometry/compare-slices.js';
import { assignmentOf, type Assignment } from '../../geometry/region.js';
import { isSelfContained, spaceOf, type Space } from '../../geometry/space.js';
import { combinedAnswer, definesOutput } from '../tables/rule-outputs.js';

/** What a decision answers for two inputs that differ in one variable; by output, null for no result. */
export interface Compared {
  readonly answers: readonly [first: Answers, second: Answers];
  /** The input that has the second code. */
  readonly second: Assignment;
  /** The rules that hit for either. */
  readonly rules: readonly ProgramRule[];
}
type Answers = readonly (OutputValues | null)[];

/** Two codes of a variable. */
export type CodePair = readonly [first: number, second: number];

/** Compares what decisions answer for inputs that differ in one variable only. */
export class InputComparison {
  private readonly spaces = new Map<TableDecision, Space>();
  private readonly twins = new Map<ProgramDecision, Map<Variable, Twin>>();
  private readonly polled: ReadonlySet<number>;

  constructor(private readonly program: Program) {
    this.polled = new Set(program.decisions.flatMap(({ body }) => (body.form === 'vote' ? [body.table] : [])));
  }

  /**
   * Looks for two inputs that differ in nothing but the code of a variable.
   *
   * @param isSought whether two inputs are what is looked for
   * @returns `none` where no two inputs are; `unknown` where there are too many cases
   */
  find(
    decision: ProgramDecision,
    variable: Variable,
    codes: CodePair,
    isSought: (one: Compared) => boolean,
  ): Compared | 'none' | 'unknown' {
    if (isTable(decision) && decision.body.rules.every(isSelfContained))
      return this.inTable(decision, variable, codes, isSought);
    return this.byCases(decision, variable, codes, isSought);
  }

  /** Whether a vote counts the rules of a decision, so that each rule that hits contributes. */
  isPolled({ number }: ProgramDecision): boolean {
    return this.polled.has(number);
  }

  private inTable(
    decision: TableDecision,
    variable: Variable,
    codes: CodePair,
    isSought: (one: Compared) => boolean,
  ): Compared | 'none' | 'unknown' {
    const { body } = decision;
    const space = getOrInsert(this.spaces, decision, () => spaceOf(body.rules));
    const column = space.columns.findIndex((one) => one.variable === variable);
    if (column < 0) return 'none';
    const outputs = decision.outputs.map((_, output) => output);
    const defined = outputs.filter((output) => body.rules.some((rule) => definesOutput(rule, output)));
    const isFirst = body.policy.relevantHits === 1 && !this.isPolled(decision);
    const answersOf = (hits: readonly number[]): Answers =>
      outputs.map((output) => {
        const each = hits.flatMap((n) => {
          const answer = body.rules[n]?.answers?.[output];
          return answer == null ? [] : [answer];
        });
        // Of a table that a vote counts, all that its rules answer is of interest.
        if (this.isPolled(decision)) return each.flat();
        return combinedAnswer(body, output, each.slice(0, body.policies[output]?.relevantHits));
      });
    const comparedAt = ({ box, hits: [first, second] }: SlicePart): Compared => {
      const point = assignmentOf(space, box);
      return {
        answers: [answersOf(first), answersOf(second)],
        second: { ...point, codes: new Map([...point.codes, [variable, codes[1]]]) },
        rules: [...new Set([...first, ...second])].flatMap((n) => body.rules[n] ?? []),
      };
    };
    const endsHits = isFirst
      ? (n: number): boolean => defined.every((output) => body.rules[n]?.answers?.[output] != null)
      : undefined;
    const found = compareSlices({ space, column, codes, endsHits }, (part) => isSought(comparedAt(part)));
    return typeof found === 'string' ? found : comparedAt(found);
  }

  private byCases(
    decision: ProgramDecision,
    variable: Variable,
    [first, second]: CodePair,
    isSought: (one: Compared) => boolean,
  ): Compared | 'none' | 'unknown' {
    const twins = getOrInsert(this.twins, decision, () => new Map<Variable, Twin>());
    const twin = getOrInsert(twins, variable, () => twinOf(this.program, decision, variable));
    const targets = [decision.number, twin.second].flatMap((number) =>
      decision.outputs.map((_, output) => ({ decision: number, output })),
    );
    const given = new Map([
      [variable, [first, first]],
      [twin.variable, [second, second]],
    ]);
    const comparedAt = ({ results, example }: Case): Compared => {
      const half = decision.outputs.length;
      const answersOf = (of: Case['results']): Answers =>
        of.map(({ answer, hits }) => (this.isPolled(decision) ? hits.flatMap((hit) => hit.answer) : answer));
      const codes = new Map([...example.codes].filter(([one]) => one !== twin.variable));
      return {
        answers: [answersOf(results.slice(0, half)), answersOf(results.slice(half))],
        second: { ...example, codes: codes.set(variable, second) },
        rules: original(
          decision,
          results.flatMap(({ hits }) => hits.map(({ rule }) => rule.id)),
        ),
      };
    };
    let sought: Compared | undefined;
    const { complete } = casesOf(twin.program, targets, {
      allowUnstated: true,
      given,
      // No region is described, so the fewest cases will do.
      method: 'wholes',
      apart: twin.read,
      isEnough: (one) => {
        const compared = comparedAt(one);
        if (isSought(compared)) sought = compared;
        return sought !== undefined;
      },
    });
    return sought ?? (complete ? 'none' : 'unknown');
  }
}

/** The rules of a decision with some names. */
const original = (decision: ProgramDecision, names: readonly string[]): ProgramRule[] =>
  allRules(decision).filter(({ id }) => names.includes(id));

/** Neighbouring codes of a variable that can be stated. */
export function neighbours({ statable }: Variable, codes: Iterable<number>): CodePair[] {
  const stated = [...codes].filter((code) => has(statable, code));
  return stated.slice(1).map((code, n) => [stated[n] ?? code, code]);
}
