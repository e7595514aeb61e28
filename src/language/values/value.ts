import type { DiagnosticCode } from '../diagnostics/diagnostic-codes.js';
import type { Diagnostics, Span } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
import { parseQuantity, type Quantity, type QuantityProblem } from './quantity.js';
import type { Factor } from '../schema/knowledge/factor.js';
import type { Value, Vocabulary } from './statement.js';
import { LANGS } from '../format.js';
import { VALUE_TEXTS } from '../texts/index.js';

/** What was written for a factor, understood; undefined where it was not, with the reason reported. */
export interface FactorValue {
  readonly value: Value | undefined;
  readonly figure?: Quantity;
}

type Report = Pick<Diagnostics, 'add'>;

/**
 * Reads what is written for a factor. A figure for an ordinal factor asks for the lowest level whose bound is at least the figure, and
 * is kept alongside it; where no level has a bound, there is only the figure.
 */
export function readValue(
  factor: Factor,
  written: unknown,
  vocabulary: Vocabulary,
  report: Report,
  at: (index?: number) => Span | undefined,
): FactorValue | undefined {
  switch (factor.type) {
    case 'flag':
      return readFlag(factor, written, report, at);
    case 'set':
      return readSet(factor, written, vocabulary, report, at);
    case 'quantity': {
      const figure = readFigure(factor, factor.dimension, written, vocabulary, report, at);
      return figure && { value: figure.value, figure };
    }
    case 'choice':
    case 'ordinal': {
      const known = vocabulary.values(factor);
      if (typeof written === 'string' && known.some(({ id }) => id === written)) return { value: written };
      if (factor.type === 'ordinal' && factor.dimension !== undefined && mayBeFigure(written)) {
        const figure = readFigure(factor, factor.dimension, written, vocabulary, report, at);
        return figure && { value: levelFor(factor, figure, vocabulary), figure };
      }
      const value = show(written);
      report.add(
        'unknown-value',
        { factor: factor.id, value, expected: known.map(({ id }) => id) },
        at(),
        nearest(value, known),
      );
      return undefined;
    }
  }
}

/** A level of an ordinal factor by a figure: the lowest whose bound is at least the figure; the last level is without bound. */
function levelFor(
  factor: Extract<Factor, { type: 'ordinal' }>,
  figure: Quantity,
  vocabulary: Vocabulary,
): string | undefined {
  const dimension = vocabulary.dimensions.get(figure.dimension);
  if (dimension === undefined || factor.levels.every(({ bound }) => bound === undefined)) return undefined;
  const level = factor.levels.find(({ bound }) => {
    if (bound === undefined) return false;
    const limit = parseQuantity(bound, dimension);
    // Bounds are multiples of decimal fractions; a figure written in another unit must still meet its own bound.
    return 'value' in limit && figure.value <= limit.value * (1 + 1e-9);
  });
  return (level ?? factor.levels.at(-1))?.id;
}

function readFlag(
  factor: Factor,
  written: unknown,
  report: Report,
  at: () => Span | undefined,
): FactorValue | undefined {
  const value = typeof written === 'boolean' ? written : typeof written === 'string' ? flagNamed(written) : undefined;
  if (value !== undefined) return { value };
  report.add('not-a-flag', { factor: factor.id, value: show(written) }, at());
  return undefined;
}

const FLAGS = new Map(
  LANGS.flatMap((lang) => [
    ...VALUE_TEXTS[lang].yes.map((word) => [word, true] as const),
    ...VALUE_TEXTS[lang].no.map((word) => [word, false] as const),
  ]),
);

/** The value that a word states for a flag, in any case and in any language; undefined for any other word. */
export const flagNamed = (word: string): boolean | undefined => FLAGS.get(word.toLowerCase());

function readSet(
  factor: Factor,
  written: unknown,
  vocabulary: Vocabulary,
  report: Report,
  at: (index?: number) => Span | undefined,
): FactorValue | undefined {
  const items: unknown[] =
    typeof written === 'string' ? written.split(',').map((part) => part.trim()) : Array.isArray(written) ? written : [];
  if (typeof written !== 'string' && !Array.isArray(written)) {
    report.add('not-a-set', { factor: factor.id, value: show(written) }, at());
    return undefined;
  }
  const known = vocabulary.values(factor);
  const ids = new Set(known.map(({ id }) => id));
  const wrong = items.filter((item) => typeof item !== 'string' || !ids.has(item));
  items.forEach((item, index) => {
    if (!wrong.includes(item)) return;
    const value = show(item);
    report.add('unknown-value', { factor: factor.id, value, expected: [...ids] }, at(index), nearest(value, known));
  });
  return wrong.length === 0 ? { value: [...new Set(items as string[])].sort() } : undefined;
}

function readFigure(
  factor: Factor,
  dimensionId: string,
  written: unknown,
  vocabulary: Vocabulary,
  report: Report,
  at: () => Span | undefined,
): Quantity | undefined {
  const dimension = vocabulary.dimensions.get(dimensionId);
  if (dimension === undefined) throw new Error(`factor ${factor.id} has no dimension ${dimensionId}`);
  const quantity: Quantity | QuantityProblem =
    typeof written === 'string' || typeof written === 'number'
      ? parseQuantity(written, dimension)
      : { problem: 'malformed' };
  if (!('problem' in quantity)) return quantity;
  const about = { factor: factor.id, value: show(written), examples: dimension.examples };
  const span = at();
  if (quantity.problem === 'unit-unknown') {
    const units = Object.keys(dimension.units);
    // Case decides between units (`MB`, `Mb`), so it is compared first.
    const meant = units.find((unit) => unit.toLowerCase() === quantity.unit.toLowerCase());
    const known = units.map((id) => ({ id }));
    report.add('unit-unknown', { ...about, unit: quantity.unit }, span, meant ?? nearest(quantity.unit, known));
  } else report.add(CODE_OF[quantity.problem], about, span);
  return undefined;
}

/** The diagnostic for what is wrong with a figure. */
const CODE_OF = {
  malformed: 'not-a-quantity',
  'not-a-number': 'quantity-not-a-number',
  negative: 'quantity-negative',
  fraction: 'quantity-fraction',
  overflow: 'quantity-overflow',
  'unit-missing': 'unit-missing',
} as const satisfies Record<Exclude<QuantityProblem['problem'], 'unit-unknown'>, DiagnosticCode>;

const mayBeFigure = (written: unknown): boolean =>
  typeof written === 'number' || (typeof written === 'string' && /^[+-]?\.?\d/.test(written.trim()));

/** A value as an error message shows it. */
export function show(written: unknown): string {
  // What JSON has no form for is shown by its type.
  const json = jsonOf(written);
  const plain = typeof written === 'string' ? written : typeof written === 'number' ? String(written) : json;
  return plain.length > 60 ? `${plain.slice(0, 57)}…` : plain;
}

function jsonOf(written: unknown): string {
  try {
    const json: unknown = JSON.stringify(written);
    return typeof json === 'string' ? json : typeof written;
  } catch {
    return typeof written;
  }
}

/**
 * JSON with the keys of every object in code-unit order and without blanks: equal data, equal bytes. (The data here holds no
 * numbers that RFC 8785 writes otherwise than `JSON.stringify`.)
 *
 * @param omit keys to leave out, at any depth
 */
export function canonical(value: unknown, omit?: ReadonlySet<string>): string {
  return JSON.stringify(value, (key, part: unknown) =>
    omit?.has(key) === true
      ? undefined
      : typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
        : part,
  );
}
