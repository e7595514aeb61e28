import type { Dimension } from '../schema/knowledge/factor.js';

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
  | { readonly problem: 'unit-unknown'; readonly unit: string };

const NUMBER = /^([+-]?)(\d+(?:\.\d*)?|\.\d+)((?:e[+-]?\d{1,4})?)\s*(\D.*|)$/i;

/** Beyond this, sums and ratios of figures would overflow; no workload has such a figure. */
const LARGEST = 1e30;

/**
 * Reads a quantity as people write it: `80ms`, `300k`, `4TiB`, `2 GB/s`, `99.999999999%`, or a bare number where the dimension
 * allows one.
 */
export function parseQuantity(written: string | number, dimension: Dimension): Quantity | QuantityProblem {
  // A number needs no reading.
  if (
    typeof written === 'number' &&
    dimension.bare === true &&
    written >= 0 &&
    written <= LARGEST &&
    (dimension.integer !== true || Number.isInteger(written))
  )
    return { text: String(written), value: Math.abs(written), unit: dimension.base, dimension: dimension.id };
  const text = String(written).trim();
  if (typeof written === 'number' && !Number.isFinite(written)) {
    return { problem: Number.isNaN(written) ? 'not-a-number' : 'overflow' };
  }
  const match = NUMBER.exec(text);
  if (match === null) return { problem: /^[+-]?\.?(nan|inf(inity)?)$/i.test(text) ? 'not-a-number' : 'malformed' };
  const [, sign = '', digits = '', exponent = '', suffix = ''] = match;
  const unit = suffix.trim().replace(/\s*\/\s*/g, '/');
  const number = Number(digits + exponent);
  if (sign === '-' && number !== 0) return { problem: 'negative' };
  if (unit === '' && dimension.bare !== true) return { problem: 'unit-missing' };
  const size = unit === '' ? 1 : Object.hasOwn(dimension.units, unit) ? dimension.units[unit] : undefined;
  if (size === undefined) return { problem: 'unit-unknown', unit };
  const value = number * size;
  if (value > LARGEST) return { problem: 'overflow' };
  if (dimension.integer === true && !Number.isInteger(value)) return { problem: 'fraction' };
  return { text, value, unit: dimension.base, dimension: dimension.id };
}

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
