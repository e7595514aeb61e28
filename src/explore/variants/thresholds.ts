import { Diagnostics } from '../../language/diagnostics/diagnostic.js';
import { quantityText, parseQuantity } from '../../language/values/quantity.js';
import type { Factor } from '../../language/schema/knowledge/factor.js';
import { readValue, type FactorValue } from '../../language/values/value.js';
import { dimensionOf, type KnowledgeBase } from '../../load/knowledge.js';
import type { Program } from '../../program/ir/program.js';

/** Figures for which every decision is the same: a single one, or all between two. */
interface Cell {
  /** The lower and the upper end, in the base unit. */
  readonly low: number;
  readonly high: number;
  /** Whether it is one figure: then both ends are that figure. Else neither end belongs to it. */
  readonly single: boolean;
}

/** A figure that is crossed or reached. */
export interface Limit {
  readonly relation: 'below' | 'atMost' | 'atLeast' | 'above';
  readonly text: string;
  /** In the base unit. */
  readonly figure: number;
}

/** A cell with one of its figures as a workload would state it, and its limits as seen from larger and from smaller figures. */
export interface FigureCell extends Cell {
  /** Undefined for a cell too narrow to be written in. */
  readonly value: FactorValue | undefined;
  readonly fromAbove: Limit | undefined;
  readonly fromBelow: Limit | undefined;
}

/** All figures that may be stated of a factor. */
export interface Figures {
  /** Rising. */
  readonly figures: readonly FigureCell[];
  /** The end at which a figure is least demanding: `low` for a rate, `high` for a time. Undefined if no criterion reads the factor. */
  readonly undemandingEnd: 'low' | 'high' | undefined;
}

const known = new WeakMap<Program, Map<Factor, Figures>>();

/** The cells of the figures of a factor; worked out once for each program. */
export function figuresOf(factor: Factor, program: Program): Figures {
  const all = known.get(program) ?? new Map<Factor, Figures>();
  known.set(program, all);
  let found = all.get(factor);
  if (found === undefined) {
    const { knowledge } = program;
    const dimension = dimensionOf(factor, knowledge);
    const isNegative = dimension?.negative === true;
    const cells = cellsOf(thresholdsOf(factor, program), isNegative ? -Infinity : 0).filter(
      (cell) => dimension?.integer !== true || holdsInteger(cell),
    );
    const limit = (relation: Limit['relation'], figure: number): Limit | undefined =>
      Number.isFinite(figure) && (figure > 0 || isNegative)
        ? { relation, figure, text: quantityText(figure, dimension) }
        : undefined;
    const figures = cells.map((cell, n): FigureCell => ({
      ...cell,
      value: figureIn(cell, factor, knowledge),
      fromAbove: limit(cell.single ? 'atMost' : 'below', cell.high),
      // Below the first, there is none to come from.
      fromBelow: n === 0 ? undefined : limit(cell.single ? 'atLeast' : 'above', cell.low),
    }));
    all.set(factor, (found = { figures, undemandingEnd: demandsLess(factor, program) }));
  }
  return found;
}

function demandsLess(factor: Factor, { fit }: Program): Figures['undemandingEnd'] {
  for (const { criteria } of fit.values()) {
    const criterion = criteria.find((one) => one.factor === factor && one.attributes[0]?.type === 'quantity');
    if (criterion !== undefined) return criterion.criterion.better === 'higher' ? 'low' : 'high';
  }
  return undefined;
}

/**
 * The figures at which something may change, in the base unit, rising: the bounds of rules, the bounds of levels, and both ends of every fact that
 * a criterion compares with the figure. Between two of them, no decision changes.
 */
function thresholdsOf(factor: Factor, program: Program): readonly number[] {
  const { knowledge } = program;
  const dimension = dimensionOf(factor, knowledge);
  if (dimension === undefined) return [];
  const found = new Set<number>();
  for (const variable of program.variables) {
    if (variable.factor === factor) for (const bound of variable.bounds ?? []) found.add(bound);
  }
  for (const level of factor.type === 'ordinal' ? factor.levels : []) {
    const bound = level.bound === undefined ? undefined : parseQuantity(level.bound, dimension);
    if (bound !== undefined && 'value' in bound) found.add(bound.value);
  }
  for (const { criteria, candidates } of program.fit.values()) {
    for (const [index, criterion] of criteria.entries()) {
      const [attribute] = criterion.attributes;
      const measured = attribute?.type === 'quantity' && attribute.dimension === dimension.id;
      if (criterion.factor !== factor || !measured) continue;
      for (const { evidence } of candidates) {
        for (const { value } of evidence[index]?.flat().flatMap(({ list }) => list) ?? []) {
          if (value.form === 'range')
            for (const end of [value.low, value.high]) if (end > 0 || dimension.negative === true) found.add(end);
        }
      }
    }
  }
  return [...found].filter((figure) => Number.isFinite(figure)).sort((a, b) => a - b);
}

/** The cells that rising thresholds part the figures above the lowest into, rising. */
function cellsOf(thresholds: readonly number[], lowest: number): Cell[] {
  const cells: Cell[] = [];
  let low = lowest;
  for (const figure of thresholds) {
    cells.push({ low, high: figure, single: false }, { low: figure, high: figure, single: true });
    low = figure;
  }
  return [...cells, { low, high: Infinity, single: false }];
}

/** Whether a whole number lies in the cell: none does between 2 and 3. */
const holdsInteger = ({ low, high, single }: Cell): boolean =>
  single ? Number.isInteger(low) : Math.floor(low) + 1 < high;

/** The number of the cell that a figure lies in. */
export function cellAt(figure: number, cells: readonly Cell[]): number {
  return cells.findIndex(({ low, high, single }) => (single ? figure === low : low < figure && figure < high));
}

/** A figure of a cell, read as a workload would state it; undefined for a cell too narrow to be written in. */
function figureIn(cell: Cell, factor: Factor, knowledge: KnowledgeBase): FactorValue | undefined {
  const { low, high, single } = cell;
  const middle = single ? low : middleOf(low, high);
  const dimension = dimensionOf(factor, knowledge);
  const inside = dimension?.integer === true ? Math.floor(middle) : middle;
  const read = readValue(factor, quantityText(inside, dimension), knowledge, new Diagnostics(), () => undefined);
  const figure = read?.figure?.value;
  if (figure === undefined) return undefined;
  const holds = single ? figure === low : low < figure && figure < high;
  return holds ? read : undefined;
}

/** A figure between two, of which either may be infinite. */
function middleOf(low: number, high: number): number {
  if (low === -Infinity) return high === Infinity ? 0 : Math.min(high * 2, high - 1);
  return high === Infinity ? Math.max(low * 2, 1) : (low + high) / 2;
}
