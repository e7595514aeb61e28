import type { Diagnostics, Span } from '../diagnostics/diagnostic.js';
import type { DiagnosticCode } from '../diagnostics/diagnostic-codes.js';
import { candidateOf } from '../diagnostics/nearest.js';
import type { FigureLimit } from '../format.js';
import { getOrInsert } from '../get-or-insert.js';
import type { FigureSign } from '../texts/texts.js';
import type { Dimension, Factor } from '../schema/knowledge/factor.js';
import { figureOfPercentile } from './notation.js';
import { parseQuantity, type Quantity, type QuantityProblem } from './quantity.js';
import { show } from './json-text.js';
import type { Vocabulary } from './statement.js';
import { unclearUnit, unitMeant, unitSize } from './units.js';

/** A factor that takes figures. */
export type FigureFactor = Extract<Factor, { readonly type: 'quantity' | 'ordinal' }>;

/** Figures in the form that a factor takes. */
export const figureExamples = (factor: Factor, vocabulary: Vocabulary): readonly string[] => {
  if (factor.type !== 'quantity' && factor.type !== 'ordinal') return [];
  return factor.examples ?? vocabulary.dimensions.get(factor.dimension ?? '')?.examples ?? [];
};

/**
 * Reads a figure of a factor, with what is wrong reported.
 *
 * @param isStated whether a workload states it: it may then have a sign of comparison that says how it is read anyway
 */
export function readFigure(
  factor: FigureFactor,
  written: unknown,
  isStated: boolean,
  vocabulary: Vocabulary,
  report: Pick<Diagnostics, 'add'>,
  at: () => Span | undefined,
): Quantity | undefined {
  const dimension = vocabulary.dimensions.get(factor.dimension ?? '');
  // The linker reports it where the factor names it.
  if (dimension === undefined) return undefined;
  const quantity = parsed(factor, written, dimension);
  if (!('problem' in quantity)) return quantity;
  const limit = limitOf(factor);
  if (quantity.problem === 'sign' && isStated && agrees(quantity.sign, limit)) return quantity.figure;
  const about = {
    factor: factor.id,
    value: show(written),
    examples: figureExamples(factor, vocabulary),
    ...(isStated && limit !== undefined && { limit }),
  };
  const span = at();
  switch (quantity.problem) {
    case 'unit-unknown': {
      const { unit } = quantity;
      const other = [...vocabulary.dimensions.values()].find(
        (one) => one !== dimension && (unitSize(unit, one) !== undefined || unclearUnit(unit, one) !== undefined),
      );
      const suggestion = unitMeant(unit, dimension);
      const foreign = other !== undefined && suggestion === undefined && { own: dimension.title, other: other.title };
      report.add('unit-unknown', { ...about, unit, ...(foreign && { foreign }) }, span, suggestion);
      break;
    }
    case 'unit-unclear': {
      const { unit, why, readings } = quantity;
      report.add('unit-unclear', { ...about, unit, why, readings }, span);
      break;
    }
    case 'sign':
      report.add('figure-sign', { ...about, figure: quantity.figure.text }, span);
      break;
    case 'comma':
      report.add('figure-comma', { ...about, readings: quantity.readings }, span);
      break;
    case 'range':
      report.add('figure-range', { ...about, high: quantity.high }, span);
      break;
    case 'percentile':
      report.add('figure-percentile', { ...about, figure: quantity.figure }, span);
      break;
    default:
      report.add(CODE_OF[quantity.problem], about, span);
  }
  return undefined;
}

/** Reads a figure; its unit may be followed by what the factor counts, such as `3 nodes`. */
function parsed(factor: FigureFactor, written: unknown, dimension: Dimension): Quantity | QuantityProblem {
  if (typeof written === 'string' || typeof written === 'number')
    return parseQuantity(written, dimension, dimension.bare === true ? countedBy(factor) : []);
  const figure = figureOfPercentile(written);
  return figure === undefined ? { problem: 'malformed' } : { problem: 'percentile', figure };
}

const counted = new WeakMap<FigureFactor, readonly string[]>();

/** The names of what a factor counts, the longer first. */
const countedBy = (factor: FigureFactor): readonly string[] =>
  getOrInsert(counted, factor, () => {
    const { id, also = [] } = candidateOf(factor);
    return [id, ...also].map((name) => name.toLowerCase()).sort((a, b) => b.length - a.length);
  });

/** How a figure of a factor is read; levels with bounds serve figures up to these. */
export const limitOf = (factor: FigureFactor): FigureLimit | undefined =>
  factor.type === 'ordinal' && factor.levels.some(({ bound }) => bound !== undefined) ? 'upper' : factor.limit;

/** Whether a sign says how the figure is read anyway. That a figure is rough is no contradiction either: it is read as a limit. */
const agrees = (sign: FigureSign, limit: FigureLimit | undefined): boolean =>
  sign === 'about' || (limit !== undefined && sign === (limit === 'upper' ? 'atMost' : 'atLeast'));

/** The diagnostic for what is wrong with a figure. */
const CODE_OF = {
  malformed: 'not-a-quantity',
  'not-a-number': 'quantity-not-a-number',
  negative: 'quantity-negative',
  fraction: 'quantity-fraction',
  overflow: 'quantity-overflow',
  'unit-missing': 'unit-missing',
} as const satisfies Partial<Record<QuantityProblem['problem'], DiagnosticCode>>;
