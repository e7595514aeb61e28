import type { Codes } from '../ir/codes.js';
import type { Alternatives } from '../ir/outcomes.js';
import { Evaluation, NO_RESULT, type Failure, type Result } from '../eval/evaluation.js';
import { FirstFailure } from './first-failure.js';
import { ownOutput, refineOutput, ruleOutput, vote } from '../eval/interpreter.js';
import type { Program, ProgramDecision, ProgramRule, ProgramTable } from '../ir/program.js';
import { MAX_BITMAP_RULES, ruleIndexOf, type RuleIndex } from './rule-index.js';
import {
  rulesBeforeCertainResult,
  compilePureTable,
  compilePureTableByBits,
  outputsOfHits,
  type PureTable,
} from './pure-table.js';

type Evaluate = (evaluation: CompiledEvaluation) => readonly Result[];

/** A rule, with what it answers by itself worked out for each output; none where it asks. */
interface Row {
  readonly rule: ProgramRule;
  readonly own: readonly Result[] | undefined;
  /** Whether its tests of variables settle whether it hits. */
  readonly shallow: boolean;
}

/** A table with what finds its rules. */
interface Rows {
  readonly finder: RuleIndex;
  readonly rows: readonly Row[];
}

/** What is compiled of a program so far: by the number of the decision, and by the table. */
interface Parts {
  readonly evaluate: (Evaluate | undefined)[];
  readonly rows: Map<ProgramTable, readonly Row[]>;
  readonly finders: Map<ProgramTable, RuleIndex>;
  /** Null for a table that the codes alone do not settle. */
  readonly settled: Map<ProgramTable, PureTable | null>;
  readonly failures: Map<ProgramTable, FirstFailure>;
}

const parts = new WeakMap<Program, Parts>();

function partsOf(program: Program): Parts {
  let known = parts.get(program);
  if (known === undefined)
    parts.set(
      program,
      (known = { evaluate: [], rows: new Map(), finders: new Map(), settled: new Map(), failures: new Map() }),
    );
  return known;
}

/**
 * The fast way to decide: the rules that hit are found by an index, and whatever does not depend on the workload, such as the answer of a
 * rule with its reason, is made once and handed out again. A table is compiled when it is first asked.
 */
export class CompiledEvaluation extends Evaluation {
  private readonly parts = partsOf(this.program);

  override ofItem(codes: Codes): CompiledEvaluation {
    return new CompiledEvaluation(this.program, codes, this.items, this);
  }

  override firstFailures(table: ProgramTable): (n: number) => Failure | undefined {
    const failures = failuresOf(this.parts, table);
    return (n) => {
      const rule = table.rules[n];
      return failures.of(n, this.codes) ?? (rule === undefined ? undefined : this.dependentFailure(rule.tests));
    };
  }

  protected override evaluate(decision: ProgramDecision): readonly Result[] {
    const evaluate = (this.parts.evaluate[decision.number] ??= compile(this.program, this.parts, decision));
    return evaluate(this);
  }
}

/** A table of which the codes settle everything, for those who ask nothing else with the same codes. */
export interface PureDecision {
  readonly body: ProgramTable;
  readonly decide: PureTable;
  /** Of a table of few rules: the rules that accept each code, by the index of the variable, and what those that hit answer. */
  readonly few:
    | { readonly accepting: ReadonlyMap<number, Int32Array>; readonly answer: (hitting: number) => Alternatives | null }
    | undefined;
  /** Made when it is first asked for. */
  readonly failures: () => FirstFailure;
}

/** One output of a decision as a function of the codes alone, without an evaluation; undefined where it takes more than codes to settle it. */
export function compilePureDecision(
  program: Program,
  decision: ProgramDecision,
  output: number,
): PureDecision | undefined {
  const { body } = decision;
  if (body.form !== 'table') return undefined;
  const parts = partsOf(program);
  const decide = settledTable(parts, decision, body);
  if (decide === null) return undefined;
  const accepting = body.rules.length > MAX_BITMAP_RULES ? undefined : finderOf(parts, body).byCode();
  const own = rowsOf(parts, decision, body).map((row) => row.own ?? []);
  const few = accepting && { accepting, answer: compilePureTableByBits(decision, body, own, output) };
  return { body, decide, few, failures: () => failuresOf(parts, body) };
}

function failuresOf({ failures }: Parts, table: ProgramTable): FirstFailure {
  let known = failures.get(table);
  if (known === undefined) failures.set(table, (known = new FirstFailure(table.rules)));
  return known;
}

function compile(program: Program, known: Parts, decision: ProgramDecision): Evaluate {
  const { body, outputs } = decision;
  switch (body.form) {
    case 'table':
      return compileTable(known, decision, body);
    case 'tree': {
      const root = compileNode(decision, body.root);
      return (evaluation) => outputs.map((_, output) => root(evaluation, output));
    }
    case 'vote': {
      const polled = program.decisions[body.table];
      if (polled?.body.form !== 'table') throw new TypeError(`${decision.id} asks no table`);
      const rows = { rows: rowsOf(known, polled, polled.body), finder: finderOf(known, polled.body) };
      return (evaluation) =>
        vote(polled, body, evaluation.decide(body.table), () =>
          hitting(rows, evaluation, Infinity).map(({ rule }) => rule),
        );
    }
  }
  return body satisfies never;
}

function rowsOf({ rows }: Parts, decision: ProgramDecision, table: ProgramTable): readonly Row[] {
  let known = rows.get(table);
  if (known === undefined) {
    known = table.rules.map((rule) => ({
      rule,
      own: rule.ask === undefined ? decision.outputs.map((_, output) => ownOutput(decision, rule, output)) : undefined,
      shallow: rule.tests.outcomes.length === 0 && rule.tests.some.length === 0,
    }));
    rows.set(table, known);
  }
  return known;
}

function finderOf({ finders }: Parts, table: ProgramTable): RuleIndex {
  let known = finders.get(table);
  if (known === undefined) finders.set(table, (known = ruleIndexOf(table.rules, false)));
  return known;
}

/** The first rule from `from` on that hits; -1 where none is left. */
function nextHit({ finder, rows }: Rows, evaluation: CompiledEvaluation, from: number): number {
  let n = finder.next(evaluation.codes, from);
  while (n >= 0) {
    const row = rows[n];
    if (row?.shallow === true || (row && evaluation.dependentFailure(row.rule.tests) === undefined)) return n;
    n = finder.next(evaluation.codes, n + 1);
  }
  return -1;
}

/** The rules that hit, in their order, as many as asked for. */
function hitting(table: Rows, evaluation: CompiledEvaluation, most: number): Row[] {
  const found: Row[] = [];
  for (let n = nextHit(table, evaluation, 0); n >= 0; n = nextHit(table, evaluation, n + 1)) {
    const row = table.rows[n];
    if (row !== undefined) found.push(row);
    if (found.length === most) break;
  }
  return found;
}

function compileTable(known: Parts, decision: ProgramDecision, table: ProgramTable): Evaluate {
  const byCodes = settledTable(known, decision, table);
  if (byCodes !== null) return (evaluation) => byCodes(evaluation.codes);
  const rows = { rows: rowsOf(known, decision, table), finder: finderOf(known, table) };
  const most = rulesBeforeCertainResult(
    table,
    rows.rows.map(({ own }) => own),
  );
  return (evaluation) => {
    const found = hitting(rows, evaluation, most);
    return outputsOfHits(
      decision,
      table,
      found,
      ({ rule, own }, n) => own?.[n] ?? ruleOutput(evaluation, decision, rule, n),
    );
  };
}

/** The table as a function of the codes alone, where its rules test variables and answer by themselves; else null. */
function settledTable(known: Parts, decision: ProgramDecision, table: ProgramTable): PureTable | null {
  let found = known.settled.get(table);
  if (found === undefined) {
    const rows = rowsOf(known, decision, table);
    const own = rows.flatMap((row) => (row.shallow && row.own !== undefined ? [row.own] : []));
    if (own.length < rows.length) found = null;
    else {
      // Where the first rule that hits settles it, no other is ever asked for, which a finder of its own makes use of.
      const firstOnly = rows.length > MAX_BITMAP_RULES && rulesBeforeCertainResult(table, own) === 1;
      found = compilePureTable(
        decision,
        table,
        firstOnly ? ruleIndexOf(table.rules, true) : finderOf(known, table),
        own,
      );
    }
    known.settled.set(table, found);
  }
  return found;
}

function compileNode(
  decision: ProgramDecision,
  node: ProgramRule,
): (evaluation: CompiledEvaluation, output: number) => Result {
  const own =
    node.ask === undefined ? decision.outputs.map((_, output) => ownOutput(decision, node, output)) : undefined;
  const branches = (node.branches ?? []).map((branch) => compileNode(decision, branch));
  return (evaluation, output) => {
    if (evaluation.failure(node.tests) !== undefined) return NO_RESULT;
    const spoken = branches.map((branch) => branch(evaluation, output));
    return refineOutput(own?.[output] ?? ruleOutput(evaluation, decision, node, output), spoken);
  };
}
