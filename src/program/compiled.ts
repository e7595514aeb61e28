import type { Codes } from './codes.js';
import { Evaluation, SILENT, type Failure, type Result } from './evaluation.js';
import { FirstFailure } from './first-failure.js';
import { combine, enough } from './hit-policy.js';
import { ownAnswer, refined, says, vote } from './interpreter.js';
import type { Program, ProgramDecision, ProgramRule, ProgramTable } from './program.js';
import { RuleIndex } from './rule-index.js';

type Evaluate = (evaluation: Compiled) => readonly Result[];

/** A rule, with what it answers by itself worked out for each output; none where it asks. */
interface Row {
  readonly rule: ProgramRule;
  readonly own: readonly Result[] | undefined;
  /** Whether its tests of variables settle whether it hits. */
  readonly shallow: boolean;
  /** Its bit in the set of rules that hit, of a table with no more than 32. */
  readonly bit: number;
}

/** A table with its index. */
interface Rows {
  readonly index: RuleIndex;
  readonly rows: readonly Row[];
}

/** What is compiled of a program so far: by the number of the decision, and by the table. */
interface Parts {
  readonly evaluate: (Evaluate | undefined)[];
  readonly tables: Map<ProgramTable, Rows>;
  readonly failures: Map<ProgramTable, FirstFailure>;
}

/** The answers to so many sets of rules that hit together are kept, for each table. */
const KEPT = 1024;

const parts = new WeakMap<Program, Parts>();

function partsOf(program: Program): Parts {
  let known = parts.get(program);
  if (known === undefined) parts.set(program, (known = { evaluate: [], tables: new Map(), failures: new Map() }));
  return known;
}

/**
 * The fast way to decide: the rules that hit are found by an index, and whatever does not depend on the workload, such as the answer of a
 * rule with its reason, is made once and handed out again. A table is compiled when it is first asked.
 */
export class Compiled extends Evaluation {
  private readonly parts = partsOf(this.program);

  override ofItem(codes: Codes): Compiled {
    return new Compiled(this.program, codes, this.items, this);
  }

  override firstFailure(table: ProgramTable, n: number): Failure | undefined {
    let failures = this.parts.failures.get(table);
    if (failures === undefined) this.parts.failures.set(table, (failures = new FirstFailure(table.rules)));
    const rule = table.rules[n];
    return failures.of(n, this.codes) ?? (rule === undefined ? undefined : this.deepFailure(rule.tests));
  }

  protected override evaluate(decision: ProgramDecision): readonly Result[] {
    const evaluate = (this.parts.evaluate[decision.number] ??= compile(this.program, this.parts, decision));
    return evaluate(this);
  }
}

function compile(program: Program, known: Parts, decision: ProgramDecision): Evaluate {
  const { body, outputs } = decision;
  switch (body.form) {
    case 'table':
      return compileTable(decision, body, rowsOf(known, decision, body));
    case 'tree': {
      const root = compileNode(decision, body.root);
      return (evaluation) => outputs.map((_, output) => root(evaluation, output));
    }
    case 'vote': {
      const polled = program.decisions[body.table];
      if (polled?.body.form !== 'table') throw new TypeError(`${decision.id} asks no table`);
      const rows = rowsOf(known, polled, polled.body);
      return (evaluation) =>
        vote(polled, body, evaluation.decide(body.table), () =>
          hitting(rows, evaluation, Infinity).map(({ rule }) => rule),
        );
    }
  }
  return body satisfies never;
}

function rowsOf({ tables }: Parts, decision: ProgramDecision, table: ProgramTable): Rows {
  const known = tables.get(table);
  if (known !== undefined) return known;
  const rows = table.rules.map((rule, n) => ({
    rule,
    own: rule.ask === undefined ? decision.outputs.map((_, output) => ownAnswer(decision, rule, output)) : undefined,
    shallow: rule.tests.outcomes.length === 0 && rule.tests.some.length === 0,
    bit: 1 << n,
  }));
  const made: Rows = { index: new RuleIndex(table.rules), rows };
  tables.set(table, made);
  return made;
}

/** The first rule from `from` on that hits; -1 where none is left. */
function nextHit({ index, rows }: Rows, evaluation: Compiled, from: number): number {
  let n = index.next(evaluation.codes, from);
  while (n >= 0) {
    const row = rows[n];
    if (row?.shallow === true || (row && evaluation.deepFailure(row.rule.tests) === undefined)) return n;
    n = index.next(evaluation.codes, n + 1);
  }
  return -1;
}

/** The rules that hit, in their order, as many as asked for. */
function hitting(table: Rows, evaluation: Compiled, most: number): Row[] {
  const found: Row[] = [];
  for (let n = nextHit(table, evaluation, 0); n >= 0; n = nextHit(table, evaluation, n + 1)) {
    const row = table.rows[n];
    if (row !== undefined) found.push(row);
    if (found.length === most) break;
  }
  return found;
}

function compileTable(decision: ProgramDecision, { hitPolicy, aggregates }: ProgramTable, table: Rows): Evaluate {
  const { rows } = table;
  const silent = decision.outputs.map(() => SILENT);
  const together = (found: readonly Row[], evaluation: Compiled): readonly Result[] =>
    decision.outputs.map((_, output) => {
      const spoken: Result[] = [];
      for (const { rule, own } of found) {
        const result = own?.[output] ?? says(evaluation, decision, rule, output);
        if (result.answer !== null) spoken.push(result);
        if (spoken.length === enough(hitPolicy)) break;
      }
      return combine(hitPolicy, aggregates[output] ?? 'list', spoken);
    });
  // Rules that all answer everything by themselves: the first few settle it, where the policy lets them.
  const complete = rows.every(({ own }) => own?.every(({ answer }) => answer !== null) === true);
  const most = complete ? enough(hitPolicy) : Infinity;
  if (most === 1) {
    return (evaluation) => {
      const n = nextHit(table, evaluation, 0);
      return n < 0 ? silent : (rows[n]?.own ?? silent);
    };
  }
  if (rows.length > 32 || rows.some(({ own }) => own === undefined)) {
    return (evaluation) => together(hitting(table, evaluation, most), evaluation);
  }
  const kept = new Map<number, readonly Result[]>();
  return (evaluation) => {
    const found = hitting(table, evaluation, most);
    let key = 0;
    for (const { bit } of found) key |= bit;
    let results = kept.get(key);
    if (results === undefined) {
      results = together(found, evaluation);
      if (kept.size < KEPT) kept.set(key, results);
    }
    return results;
  };
}

function compileNode(decision: ProgramDecision, node: ProgramRule): (evaluation: Compiled, output: number) => Result {
  const own =
    node.ask === undefined ? decision.outputs.map((_, output) => ownAnswer(decision, node, output)) : undefined;
  const branches = (node.branches ?? []).map((branch) => compileNode(decision, branch));
  return (evaluation, output) => {
    if (evaluation.failure(node.tests) !== undefined) return SILENT;
    const spoken = branches.map((branch) => branch(evaluation, output));
    return refined(own?.[output] ?? says(evaluation, decision, node, output), spoken);
  };
}
