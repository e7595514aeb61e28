import type { TreeShape } from '../../language/schema/results/compiled.js';
import { contains, has, intersection, overlaps, range, type Codes, type CodeSet } from '../ir/codes.js';
import { UNSTATED } from '../ir/domain.js';
import type { Tests } from '../ir/tests.js';

/** Up to this many rules are tested one by one. */
const MAX_RULES_IN_LEAF = 8;
/** Where no cut separates rules, up to this many are tested one by one. */
const MAX_INSEPARABLE = 48;
/** A cut is chosen by a sample of at most so many rules. */
const MAX_SAMPLED_RULES = 64;
/** A rule may be in several leaves, on average in at most so many; tables that need more have no tree. */
const MAX_MEAN_COPIES = 6;
/** Numbers kept for a node: the variable to read, the last code that leads to the next node, the node that the others lead to. */
const NODE = 3;
/** In place of the variable: a leaf, with the place of its first rule and of the end of its last. */
const LEAF = -1;
/** Numbers kept for a test in a leaf: the variable, and the first and the last code that it accepts. */
const TEST = 3;
/** In place of the first code: the test accepts several ranges, which are at the position given in place of the last. */
const SEVERAL = -1;

/** A variable that is tested, with what each rule accepts of it; undefined for a rule that does not test it. */
interface Column {
  readonly variable: number;
  readonly size: number;
  readonly accepted: (CodeSet | undefined)[];
  /** The first and the last code that each rule accepts. */
  readonly first: Int32Array;
  readonly last: Int32Array;
}

/**
 * Finds the rules of a table whose tests of variables all hold: the space of codes is cut in two again and again, until few rules are left in each
 * piece, and of these only what the cuts have not determined is tested. The time grows with the logarithm of the number of rules, where it can be
 * cut so that few rules lie on both sides; where it cannot, there is no tree.
 */
export class RuleTree {
  private constructor(
    private readonly nodes: Int32Array,
    /** Of each leaf, one behind the other: the rule, where its tests end, and its tests. */
    private readonly leaves: Int32Array,
    private readonly several: readonly CodeSet[],
  ) {}

  /**
   * @param firstOnly whether no rule after the first that hits is ever needed
   * @returns undefined for tables that cannot be cut well, or whose tests fall back to another variable
   */
  static of(rules: readonly { readonly tests: Tests }[], firstOnly: boolean): RuleTree | undefined {
    const columns = columnsOf(rules);
    if (columns === undefined) return undefined;
    const builder = new Builder(columns, rules.length, firstOnly);
    // A rule whose tests of one variable contradict one another never hits.
    const possible = rules.flatMap((_, n) => (columns.some(({ accepted }) => accepted[n]?.length === 0) ? [] : [n]));
    if (!builder.build(Int32Array.from(possible))) return undefined;
    return new RuleTree(Int32Array.from(builder.nodes), Int32Array.from(builder.leaves), builder.several);
  }

  /** The position of the first rule from `from` on whose tests of variables all hold; -1 where none is left. */
  next(codes: Codes, from: number): number {
    const { nodes, leaves } = this;
    let node = 0;
    for (let variable = nodes[0] ?? LEAF; variable !== LEAF; variable = nodes[node] ?? LEAF)
      node = (codes[variable] ?? UNSTATED) <= (nodes[node + 1] ?? 0) ? node + NODE : (nodes[node + 2] ?? 0);
    const end = nodes[node + 2] ?? 0;
    for (let at = nodes[node + 1] ?? 0; at < end;) {
      const rule = leaves[at] ?? 0;
      const next = leaves[at + 1] ?? end;
      if (rule >= from && this.hold(at + 2, next, codes)) return rule;
      at = next;
    }
    return -1;
  }

  /** How large the tree is. */
  shape(): TreeShape {
    const { nodes, leaves } = this;
    let [cuts, leafCount, deepest, copies] = [0, 0, 0, 0];
    const visit = (node: number, depth: number): void => {
      deepest = Math.max(deepest, depth);
      if (nodes[node] !== LEAF) {
        cuts++;
        visit(node + NODE, depth + 1);
        visit(nodes[node + 2] ?? 0, depth + 1);
        return;
      }
      leafCount++;
      const end = nodes[node + 2] ?? 0;
      for (let at = nodes[node + 1] ?? 0; at < end; at = leaves[at + 1] ?? end) copies++;
    };
    visit(0, 0);
    const bytes = nodes.byteLength + leaves.byteLength;
    return { kind: 'tree', cuts, leaves: leafCount, depth: deepest, copies, bytes };
  }

  private hold(start: number, end: number, codes: Codes): boolean {
    const { leaves } = this;
    for (let at = start; at < end; at += TEST) {
      const code = codes[leaves[at] ?? 0] ?? UNSTATED;
      const first = leaves[at + 1] ?? 0;
      const last = leaves[at + 2] ?? 0;
      if (first === SEVERAL ? !has(this.several[last] ?? [], code) : code < first || code > last) return false;
    }
    return true;
  }
}

/** Undefined where a test falls back to another variable. */
function columnsOf(rules: readonly { readonly tests: Tests }[]): Column[] | undefined {
  const columns = new Map<number, Column>();
  for (const [n, { tests }] of rules.entries()) {
    for (const { variable, fallback, accepts } of tests.variables) {
      if (fallback !== undefined) return undefined;
      let column = columns.get(variable.index);
      if (column === undefined) {
        const { index, size } = variable;
        const first = new Int32Array(rules.length);
        const last = new Int32Array(rules.length).fill(size - 1);
        columns.set(index, (column = { variable: index, size, accepted: [], first, last }));
      }
      const before = column.accepted[n];
      const both = before === undefined ? accepts : intersection(before, accepts);
      column.accepted[n] = both;
      column.first[n] = both[0] ?? 0;
      column.last[n] = both.at(-1) ?? 0;
    }
  }
  return [...columns.values()];
}

/** A piece of the space is the codes from `low` to `high` of each column. */
class Builder {
  readonly nodes: number[] = [];
  readonly leaves: number[] = [];
  readonly several: CodeSet[] = [];
  private readonly low: number[];
  private readonly high: number[];
  private copies: number;
  /** Where rules begin and end, rising; used within one choice. */
  private readonly begins = new Float64Array(MAX_SAMPLED_RULES + 1);
  private readonly ends = new Float64Array(MAX_SAMPLED_RULES + 1);

  constructor(
    private readonly columns: readonly Column[],
    rules: number,
    private readonly firstOnly: boolean,
  ) {
    this.low = columns.map(() => 0);
    this.high = columns.map(({ size }) => size - 1);
    this.copies = rules * MAX_MEAN_COPIES;
  }

  /** Cuts a piece that some rules reach into; false where it takes too many cuts. */
  build(reaching: Int32Array): boolean {
    const rules = this.firstOnly ? this.upToCovering(reaching) : reaching;
    const cut = rules.length > MAX_RULES_IN_LEAF ? this.bestCut(rules) : undefined;
    if (cut === undefined) return this.leaf(rules);
    const column = this.columns[cut.column];
    if (column === undefined) return false;
    const [low = 0, high = 0] = [this.low[cut.column], this.high[cut.column]];
    const node = this.nodes.push(column.variable, cut.code, 0) - NODE;
    this.high[cut.column] = cut.code;
    if (!this.build(within(rules, column, low, cut.code))) return false;
    this.high[cut.column] = high;
    this.low[cut.column] = cut.code + 1;
    this.nodes[node + 2] = this.nodes.length;
    if (!this.build(within(rules, column, cut.code + 1, high))) return false;
    this.low[cut.column] = low;
    return true;
  }

  /** The rules up to the first that accepts all of the piece: none behind it is ever the first. */
  private upToCovering(rules: Int32Array): Int32Array {
    const covering = rules.findIndex((rule) =>
      this.columns.every(({ first, last, accepted }, n) => {
        const [low = 0, high = 0] = [this.low[n], this.high[n]];
        if ((first[rule] ?? 0) > low || (last[rule] ?? 0) < high) return false;
        const accepts = accepted[rule];
        return accepts === undefined || accepts.length === 2 || contains(accepts, range(low, high));
      }),
    );
    return covering < 0 ? rules : rules.subarray(0, covering + 1);
  }

  /**
   * The cut that leaves the fewest rules on both sides, many on one side counting for more; undefined where none makes either side smaller. Of
   * many rules a sample is read.
   */
  private bestCut(rules: Int32Array): { column: number; code: number } | undefined {
    const step = Math.ceil(rules.length / MAX_SAMPLED_RULES);
    const { begins, ends } = this;
    const count = Math.ceil(rules.length / step);
    let best: { column: number; code: number } | undefined;
    let least = Infinity;
    for (const [n, { first, last }] of this.columns.entries()) {
      const [low = 0, high = 0] = [this.low[n], this.high[n]];
      for (let at = 0; at < count; at++) {
        const rule = rules[at * step] ?? 0;
        insert(begins, at, Math.max(first[rule] ?? 0, low));
        insert(ends, at, Math.min(last[rule] ?? 0, high));
      }
      begins[count] = ends[count] = Infinity;
      // Behind each code are those that end there, before the next those that have begun.
      let [begun, beginning, ended] = [0, 0, 0];
      for (let code = low - 1; ;) {
        while (beginning < count && (begins[beginning] ?? 0) - 1 <= code) beginning++;
        code = Math.min((begins[beginning] ?? Infinity) - 1, ends[ended] ?? Infinity);
        if (code >= high) break;
        while (begun < count && (begins[begun] ?? 0) <= code) begun++;
        while (ended < count && (ends[ended] ?? 0) <= code) ended++;
        const [left, right] = [begun, count - ended];
        const cost = left * left + right * right;
        if (cost < least && left < count && right < count) {
          least = cost;
          best = { column: n, code };
        }
      }
    }
    return best;
  }

  private leaf(rules: Int32Array): boolean {
    this.copies -= rules.length;
    if (rules.length > MAX_INSEPARABLE || this.copies < 0) return false;
    const start = this.leaves.length;
    for (const rule of rules) {
      const at = this.leaves.push(rule, 0);
      for (const [n, { variable, accepted }] of this.columns.entries()) {
        const accepts = accepted[rule];
        if (accepts === undefined || contains(accepts, range(this.low[n] ?? 0, this.high[n] ?? 0))) continue;
        const [first = 0, last = 0] = accepts;
        if (accepts.length === 2) this.leaves.push(variable, first, last);
        else this.leaves.push(variable, SEVERAL, this.several.push(accepts) - 1);
      }
      this.leaves[at - 1] = this.leaves.length;
    }
    this.nodes.push(LEAF, start, this.leaves.length);
    return true;
  }
}

/** The rules that accept some of the codes of a column from `low` to `high`. */
function within(rules: Int32Array, { accepted, first, last }: Column, low: number, high: number): Int32Array {
  return rules.filter((rule) => {
    if ((first[rule] ?? 0) > high || (last[rule] ?? 0) < low) return false;
    const accepts = accepted[rule];
    return accepts === undefined || accepts.length === 2 || overlaps(accepts, range(low, high));
  });
}

/** Puts a number among the first `count` of a list that rises. */
function insert(list: Float64Array, count: number, number: number): void {
  let at = count;
  for (; at > 0 && (list[at - 1] ?? 0) > number; at--) list[at] = list[at - 1] ?? 0;
  list[at] = number;
}
