import type { Dimension } from '../schema/knowledge/factor.js';
import type { Text } from '../schema/common.js';
import type { FigureSign } from '../texts/texts.js';
import {
  commaReadings,
  groupedNumber,
  ofNines,
  plainFigure,
  rangeEnds,
  signOf,
  withoutPercentile,
} from './notation.js';
import { unclearUnit, unitSize, withoutCounted } from './units.js';

/** A figure as it was written, and what it comes to in the base unit of its dimension. */
export interface Quantity {
  readonly text: string;
  readonly value: number;
  readonly unit: string;
  readonly dimension: string;
}

/** Why a text is not a quantity. */
export type QuantityProblem =
  | { readonly problem: 'malformed' }
  | { readonly problem: 'not-a-number' }
  | { readonly problem: 'negative' }
  | { readonly problem: 'fraction' }
  | { readonly problem: 'overflow' }
  | { readonly problem: 'unit-missing' }
  | { readonly problem: 'unit-unknown'; readonly unit: string }
  | {
      readonly problem: 'unit-unclear';
      readonly unit: string;
      readonly why: Text;
      readonly readings: readonly string[];
    }
  /** It has a sign of comparison; without it, it would be this figure. */
  | { readonly problem: 'sign'; readonly sign: FigureSign; readonly figure: Quantity }
  /** Its comma can be read in more than one way. */
  | { readonly problem: 'comma'; readonly readings: readonly string[] }
  | { readonly problem: 'range'; readonly high: string }
  | { readonly problem: 'percentile'; readonly figure: string };

const NUMBER = /^([+-]?)(\d+(?:\.\d*)?|\.\d+)((?:e[+-]?\d{1,4})?)\s*(\D.*|)$/i;

/** Beyond this, sums and ratios of figures would overflow; no workload has such a figure. */
const LARGEST = 1e30;

/**
 * Reads a quantity as people write it: `80ms`, `300k`, `4TiB`, `2 GB/s`, `99.999999999%`, `30,000`, or a bare number where the dimension allows one. What
 * can be read in two ways is refused, and so is a sign of comparison, which only the caller can judge.
 *
 * @param counted what may follow the figure, in lower case: `nodes` in `3 nodes`
 */
export function parseQuantity(
  written: string | number,
  dimension: Dimension,
  counted: readonly string[] = [],
): Quantity | QuantityProblem {
  // A number needs no reading.
  if (
    typeof written === 'number' &&
    dimension.bare === true &&
    (written >= 0 || dimension.negative === true) &&
    Math.abs(written) <= LARGEST &&
    (dimension.integer !== true || Number.isInteger(written))
  )
    return { text: String(written), value: written + 0, unit: dimension.base, dimension: dimension.id };
  if (typeof written === 'number' && !Number.isFinite(written)) {
    return { problem: Number.isNaN(written) ? 'not-a-number' : 'overflow' };
  }
  const text = String(written).trim();
  const found = readPlain(text, dimension, counted);
  if ('value' in found) return found;
  const plain = plainFigure(text);
  return plain === text ? (readNotation(text, dimension, counted) ?? found) : parseQuantity(plain, dimension, counted);
}

/** Reads a number with a unit. */
function readPlain(text: string, dimension: Dimension, counted: readonly string[]): Quantity | QuantityProblem {
  const match = NUMBER.exec(text);
  if (match === null) return { problem: /^[+-]?\.?(nan|inf(inity)?)$/i.test(text) ? 'not-a-number' : 'malformed' };
  const [, sign = '', digits = '', exponent = '', suffix = ''] = match;
  const unit = suffix.trim().replace(/\s*\/\s*/g, '/');
  const number = Number(digits + exponent);
  const isNegative = sign === '-' && number !== 0;
  if (isNegative && dimension.negative !== true) return { problem: 'negative' };
  if (unit === '' && dimension.bare !== true) return { problem: 'unit-missing' };
  const size = unit === '' ? 1 : unitSize(unit, dimension);
  if (size === undefined) {
    const unclear = unclearUnit(unit, dimension);
    if (unclear === undefined) {
      const read = withoutCounted(unit, counted).map((left) => readPlain(`${digits}${exponent}${left}`, dimension, []));
      const known = read.find((one) => !('problem' in one) || one.problem !== 'unit-unknown');
      return known ?? { problem: 'unit-unknown', unit };
    }
    const readings = unclear.write.map((one) => `${digits}${exponent}${one}`);
    return { problem: 'unit-unclear', unit, why: unclear.why, readings };
  }
  const value = isNegative ? -number * size : number * size;
  if (Math.abs(value) > LARGEST) return { problem: 'overflow' };
  if (dimension.integer === true && !Number.isInteger(value)) return { problem: 'fraction' };
  return { text, value, unit: dimension.base, dimension: dimension.id };
}

/** Reads what is no plain number with a unit, but is written by people: undefined where it is nothing of that kind. */
function readNotation(
  text: string,
  dimension: Dimension,
  counted: readonly string[],
): Quantity | QuantityProblem | undefined {
  const nines = dimension.nines === true ? ofNines(text) : undefined;
  if (nines !== undefined) return readPlain(nines, dimension, counted);
  const grouped = groupedNumber(text);
  const isClear = grouped !== undefined && !(grouped.isUnclear && canHaveFraction(grouped.rest, dimension));
  const joined = isClear ? readPlain(`${grouped.number}${grouped.rest}`, dimension, counted) : undefined;
  if (joined !== undefined && 'value' in joined) return { ...joined, text };
  // What follows the number may be no unit but a sign, say.
  if (joined !== undefined && joined.problem !== 'unit-unknown') return joined;
  const readings = commaReadings(text).filter((reading) => 'value' in readPlain(reading, dimension, counted));
  if (readings.length > 0) return { problem: 'comma', readings };
  const [low, high] = rangeEnds(text) ?? [];
  if (low !== undefined && high !== undefined && [low, high].every((end) => isFigure(end, dimension, counted)))
    return { problem: 'range', high };
  const figure = withoutPercentile(text);
  if (figure !== undefined && isFigure(figure, dimension, counted)) return { problem: 'percentile', figure };
  return readSigned(text, dimension, counted) ?? joined;
}

/** Reads a figure with a sign of comparison. That it is rough says less than another sign that it has. */
function readSigned(text: string, dimension: Dimension, counted: readonly string[]): QuantityProblem | undefined {
  const signed = signOf(text);
  if (signed === undefined) return undefined;
  const { sign } = signed;
  const found = parseQuantity(signed.rest, dimension, counted);
  if ('value' in found) return { problem: 'sign', sign, figure: found };
  if (found.problem !== 'sign' || sign === 'about') return found;
  return found.sign === 'about' || found.sign === sign ? { ...found, sign } : { problem: 'malformed' };
}

/** Whether a text is a figure, with or without a sign, even if its comma can be read in two ways. */
function isFigure(text: string, dimension: Dimension, counted: readonly string[]): boolean {
  const found = parseQuantity(text, dimension, counted);
  return 'value' in found || found.problem === 'sign' || found.problem === 'comma';
}

/** Whether a number with one comma may be a fraction: not of what is counted, nor of a rate in its base unit, which are whole in practice. */
const canHaveFraction = (unit: string, dimension: Dimension): boolean =>
  dimension.integer !== true &&
  (dimension.bare !== true || dimension.nines === true || (unit !== '' && unitSize(unit, dimension) !== 1));

/** Units that are written alike in every language. */
const PLAIN = /^[\x20-\x7Eµ]*$/;

/** A figure in the unit that writes it shortest, such as `125ms` or `100PB`. */
export function quantityText(figure: number, dimension: Dimension | undefined): string {
  const all = Object.entries(dimension?.units ?? {});
  const plain = all.filter(([unit]) => PLAIN.test(unit));
  const units = [...(dimension?.bare === true ? [['', 1] as const] : []), ...(plain.length > 0 ? plain : all)];
  const exact = units
    .map(([unit, size]) => ({ unit, size, count: Number((figure / size).toPrecision(12)) }))
    .filter(({ count, size }) => count * size === figure)
    .map(({ unit, count }) => ({ text: `${String(count)}${unit}`, small: count < 1 }))
    .sort((a, b) => Number(a.small) - Number(b.small) || a.text.length - b.text.length);
  return (
    exact[0]?.text ?? `${String(figure)}${dimension === undefined || dimension.bare === true ? '' : dimension.base}`
  );
}
