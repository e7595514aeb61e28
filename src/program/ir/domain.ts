import { codeSet, difference, each, range, type Codes, type CodeSet } from './codes.js';
import { Diagnostics } from '../../language/diagnostics/diagnostic.js';
import { parseQuantity } from '../../language/values/quantity.js';
import type { Scalar } from '../../language/schema/knowledge/condition.js';
import type { Dimension, Factor } from '../../language/schema/knowledge/factor.js';
import { asList, type Value, type Vocabulary } from '../../language/values/statement.js';
import { readValue } from '../../language/values/value.js';

/** The code of a factor that is not stated. */
export const UNSTATED = 0;

/**
 * A factor as a finite domain: every value that the rules can distinguish has a code from 1 up. Each level, value and flag has a code of its own; a
 * quantity has one for each bound that rules mention and one for each interval between; a set has one for whether it holds a given member.
 */
export interface Variable {
  readonly index: number;
  /** `requirements`, `environment` or a collection, and the factor in it. */
  readonly section: string;
  readonly factor: Factor;
  /** Of a set: the member in question. */
  readonly member?: string;
  /** Of a quantity: the bounds that rules mention, rising. */
  readonly bounds?: readonly number[];
  /** Of a quantity: which figures there are. */
  readonly figures?: FigureKind;
  /** The code of each level, value, yes and no. */
  readonly codes: ReadonlyMap<Value, number>;
  /** Codes run from 0 (not stated) to this, exclusive. */
  readonly size: number;
  /** The codes of what can be stated. */
  readonly statable: CodeSet;
}

/** The figures of a dimension. */
export interface FigureKind {
  /** None between 2 and 3. */
  readonly integer: boolean;
  /** Some below nought. */
  readonly negative: boolean;
}

/** Which figures there are in a dimension. */
export const figureKindOf = (dimension: Dimension | undefined): FigureKind => ({
  integer: dimension?.integer === true,
  negative: dimension?.negative === true,
});

/** The code of a value, {@link UNSTATED} for undefined. */
export function codeOf({ factor, member, bounds, codes }: Variable, value: Value | undefined): number {
  if (value === undefined) return UNSTATED;
  // Of a set by itself, all that counts is that it is stated.
  if (factor.type === 'set') return member !== undefined && (value as readonly string[]).includes(member) ? 2 : 1;
  if (bounds === undefined) {
    const code = codes.get(value);
    if (code === undefined) throw new RangeError(`${factor.id} has no value ${String(value)}`);
    return code;
  }
  return codeOfFigure(bounds, Number(value));
}

/** The code of a figure among rising bounds: odd codes lie between bounds, even ones on a bound. */
export function codeOfFigure(bounds: readonly number[], figure: number): number {
  let [below, above] = [0, bounds.length];
  while (below < above) {
    const middle = (below + above) >> 1;
    if ((bounds[middle] ?? 0) < figure) below = middle + 1;
    else above = middle;
  }
  return bounds[below] === figure ? 2 * below + 2 : 2 * below + 1;
}

/** The codes of what can be stated: mostly no figure is below nought, and none is between two bounds that no other figure parts. */
export function statableCodes(
  bounds: readonly number[] | undefined,
  size: number,
  kind: FigureKind | undefined,
): CodeSet {
  const all = range(bounds?.[0] === 0 && kind?.negative !== true ? 2 : 1, size - 1);
  if (bounds === undefined) return all;
  return codeSet([...each(all)].filter((code) => codeOfFigure(bounds, figureAt(bounds, code, kind)) === code));
}

/** A figure of a code: the bound, or one between two bounds where there is one. */
function figureAt(bounds: readonly number[], code: number, kind: FigureKind | undefined): number {
  const { integer = false, negative = false } = kind ?? {};
  const at = Math.floor((code - 1) / 2);
  const high = bounds[at];
  const low = bounds[at - 1] ?? (negative && high !== undefined ? Math.min(high * 3, high - 2) : 0);
  if (code % 2 === 0) return high ?? low;
  // Beyond 2^53, the next number is no figure of its own.
  const middle = high === undefined ? Math.max(low + 1, low * 2) : (low + high) / 2;
  return integer ? Math.floor(middle) : middle;
}

/** A value of each code that can be stated, for a caller that enumerates the domain: undefined for {@link UNSTATED}. */
export function valueOf({ factor, bounds, codes, member, figures }: Variable, code: number): Value | undefined {
  if (code === UNSTATED) return undefined;
  if (factor.type === 'set') return member !== undefined && code === 2 ? [member] : [];
  if (bounds !== undefined) return figureAt(bounds, code, figures);
  for (const [value, of] of codes) if (of === code) return value;
  return undefined;
}

/** The codes of a factor's levels, values or yes and no, in order. */
export function codesOf(factor: Factor, vocabulary: Vocabulary): Map<Value, number> {
  const values: readonly Value[] =
    factor.type === 'flag' ? [false, true] : vocabulary.values(factor).map(({ id }) => id);
  return new Map(values.map((value, index) => [value, index + 1]));
}

/** What a rule writes for a quantity, in the base unit. */
export function boundOf(written: Scalar, dimension: Dimension | undefined): number {
  if (dimension === undefined || typeof written === 'boolean') return Number(written);
  const quantity = parseQuantity(written, dimension);
  return 'value' in quantity ? quantity.value : Number.NaN;
}

/** The code of a variable, or of its fallback where it is not stated. */
export function codeAt(codes: Codes, variable: Variable, fallback: Variable | undefined): number {
  const code = codes[variable.index] ?? UNSTATED;
  return code === UNSTATED && fallback !== undefined ? (codes[fallback.index] ?? UNSTATED) : code;
}

/** Which codes satisfy one test. What is not stated satisfies nothing but `stated: false`. */
export function satisfying(variable: Variable, operator: string, operand: unknown, vocabulary: Vocabulary): CodeSet {
  const last = variable.size - 1;
  const stated = range(1, last);
  if (operator === 'stated') return operand === true ? stated : range(UNSTATED, UNSTATED);
  if (variable.factor.type === 'set') return operator === 'includes' ? range(2, 2) : range(1, 1);
  // Codes rise with the levels and the figures, so that a bound is a range of them.
  const wanted = asList(operand).map((value) => codeWritten(variable, value, vocabulary));
  const [bound = Number.NaN] = wanted;
  switch (operator) {
    case 'equals':
      return codeSet(wanted);
    case 'not':
      return difference(stated, codeSet(wanted));
    case 'atLeast':
      return range(bound, last);
    case 'atMost':
      return range(1, bound);
    case 'above':
      return range(bound + 1, last);
    case 'below':
      return range(1, bound - 1);
    default:
      throw new Error(`no test ${operator}`);
  }
}

/** The code of what a rule writes: a level may be written as a figure and a flag as a word, as in a workload. */
function codeWritten({ factor, codes, bounds }: Variable, value: Scalar, vocabulary: Vocabulary): number {
  if (bounds !== undefined && factor.type === 'quantity')
    return codeOfFigure(bounds, boundOf(value, vocabulary.dimensions.get(factor.dimension)));
  const read = readValue(factor, value, vocabulary, new Diagnostics(), () => undefined)?.value;
  const code = codes.get(value) ?? (read === undefined ? undefined : codes.get(read));
  if (code === undefined) throw new RangeError(`${factor.id} has no value ${String(value)}`);
  return code;
}
