import type { OutputValue } from '../../language/outputs/values.js';
import type { Evaluation, Result } from '../eval/evaluation.js';
import { NO_RESULT } from '../eval/evaluation.js';
import { combineHits, ownOutput, ruleOutput } from '../eval/interpreter.js';
import type { IndexReason, IndexShape } from '../../language/schema/results/compiled.js';
import type { Codes } from '../ir/codes.js';
import type { ProgramRule, TableDecision } from '../ir/program.js';
import type { Tests } from '../ir/tests.js';
import { BitmapIndex } from './bitmap-index.js';
import { RuleTree } from './rule-tree.js';

/** Up to this many rules are found by their bits, which fit into one number. */
const MAX_BITMAP_RULES = 32;

/** Finds the rules of a table whose tests of variables all hold. */
interface RuleIndex {
  /** The position of the first such rule from `from` on; -1 where none is left. */
  next(codes: Codes, from: number): number;
  /** How large the index is. `nameOf` gives the name of a variable by its index. */
  shape(nameOf: (variable: number) => string): IndexShape;
}

/** A rule with its own outputs as results, made once; none where it delegates. */
interface Row {
  readonly rule: ProgramRule;
  readonly own: readonly Result<OutputValue>[] | undefined;
  /** Whether its tests of variables determine whether it hits. */
  readonly testsVariablesOnly: boolean;
}

/** A decision table, compiled: an index finds the rules that hit, and what does not depend on the input is made once. */
export class CompiledTable {
  /** Whether the result depends on the codes alone: no rule delegates, tests an outcome or tests items. */
  readonly isPure: boolean;
  private readonly rows: readonly Row[];
  private readonly index: RuleIndex;
  /** No rule after so many hits can change the result. */
  private readonly relevantHits: number;
  /** Of a pure table of which only the first hit is relevant: the results of each rule. */
  private readonly ownOfFirst: readonly (readonly Result<OutputValue>[] | undefined)[] | undefined;
  private readonly none: readonly Result<OutputValue>[];

  constructor(private readonly decision: TableDecision) {
    const { body, outputs } = decision;
    this.rows = body.rules.map((rule) => ({
      rule,
      own: rule.ask === undefined ? outputs.map((_, output) => ownOutput(decision, rule, output)) : undefined,
      testsVariablesOnly: rule.tests.outcomes.length === 0 && rule.tests.some.length === 0,
    }));
    this.isPure = this.rows.every(({ own, testsVariablesOnly }) => own !== undefined && testsVariablesOnly);
    // A rule without an output leaves that output to the rules after it.
    const complete = this.rows.every(({ own }) => own?.every(({ answer }) => answer !== null) === true);
    this.relevantHits = complete ? body.policy.relevantHits : Infinity;
    const firstOnly = this.isPure && this.relevantHits === 1;
    this.index = indexOf(body.rules, firstOnly);
    this.ownOfFirst = firstOnly ? this.rows.map(({ own }) => own) : undefined;
    this.none = outputs.map(() => NO_RESULT);
  }

  /**
   * The result of each output.
   *
   * @param evaluation of the other decisions and of the items; a pure table needs none
   */
  evaluate(codes: Codes, evaluation: Evaluation | undefined): readonly Result<OutputValue>[] {
    if (this.ownOfFirst !== undefined) {
      const first = this.index.next(codes, 0);
      return first < 0 ? this.none : (this.ownOfFirst[first] ?? this.none);
    }
    const rows = this.hits(codes, evaluation, this.relevantHits);
    return rows.length === 0 ? this.none : this.combine(rows, evaluation);
  }

  /** Why the table has the index that it has. */
  get indexReason(): IndexReason {
    const { rules } = this.decision.body;
    if (rules.length <= MAX_BITMAP_RULES) return 'few-rules';
    if (this.index instanceof RuleTree) return 'many-rules';
    const inherits = rules.some(({ tests }) => tests.variables.some(({ fallback }) => fallback !== undefined));
    return inherits ? 'inherited-tests' : 'inseparable';
  }

  /** How large the index is. `nameOf` gives the name of a variable by its index. */
  indexShape(nameOf: (variable: number) => string): IndexShape {
    return this.index.shape(nameOf);
  }

  /** All rules that hit, in their order. */
  rulesThatHit(codes: Codes, evaluation: Evaluation): ProgramRule[] {
    return this.hits(codes, evaluation, Infinity).map(({ rule }) => rule);
  }

  private hits(codes: Codes, evaluation: Evaluation | undefined, limit: number): Row[] {
    const found: Row[] = [];
    for (let n = this.index.next(codes, 0); n >= 0 && found.length < limit; n = this.index.next(codes, n + 1)) {
      const row = this.rows[n];
      if (row === undefined) break;
      if (row.testsVariablesOnly || evaluation?.dependentFailure(row.rule.tests) === undefined) found.push(row);
    }
    return found;
  }

  private combine(rows: readonly Row[], evaluation: Evaluation | undefined): readonly Result<OutputValue>[] {
    const { decision } = this;
    return decision.body.policies.map((policy, output) => {
      const results: Result<OutputValue>[] = [];
      for (const { rule, own } of rows) {
        const result = own?.[output] ?? (evaluation && ruleOutput(evaluation, decision, rule, output)) ?? NO_RESULT;
        if (result.answer !== null) results.push(result);
        if (results.length === policy.relevantHits) break;
      }
      return combineHits(policy, results);
    });
  }
}

/**
 * The fastest index of some rules: few are found by their bits; many by a tree where the space can be cut well, else by their bits too.
 *
 * @param firstOnly whether no rule after the first that hits is ever needed
 */
function indexOf(rules: readonly { readonly tests: Tests }[], firstOnly: boolean): RuleIndex {
  return (rules.length > MAX_BITMAP_RULES ? RuleTree.of(rules, firstOnly) : undefined) ?? new BitmapIndex(rules);
}
