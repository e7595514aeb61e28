import type { Diagnostics, Span } from '../diagnostics/diagnostic.js';
import { exactMatch, suggestionFor } from '../diagnostics/nearest.js';
import { figureExamples, readFigure } from './figure.js';
import { namesIn, namesWithin, reportJoined, unspacedEntry } from './names.js';
import { mayBeFigure } from './notation.js';
import { parseQuantity, type Quantity } from './quantity.js';
import { show } from './json-text.js';
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
  return read(factor, written, false, vocabulary, report, at);
}

/**
 * Reads what a workload states of a factor, as {@link readValue} does. A figure may have a sign of comparison, if the sign says how the figure is read
 * anyway: `<2ms` of a latency, and not `>2ms`.
 */
export function readStated(
  factor: Factor,
  written: unknown,
  vocabulary: Vocabulary,
  report: Report,
  at: (index?: number) => Span | undefined,
): FactorValue | undefined {
  return read(factor, written, true, vocabulary, report, at);
}

function read(
  factor: Factor,
  written: unknown,
  isStated: boolean,
  vocabulary: Vocabulary,
  report: Report,
  at: (index?: number) => Span | undefined,
): FactorValue | undefined {
  if (isCurlyQuoted(written, report, at)) return undefined;
  switch (factor.type) {
    case 'flag':
      return readFlag(factor, written, report, at);
    case 'set':
      return readSet(factor, written, vocabulary, report, at);
    case 'quantity': {
      const figure = readFigure(factor, written, isStated, vocabulary, report, at);
      return figure && { value: figure.value, figure };
    }
    case 'choice':
    case 'ordinal': {
      const known = vocabulary.values(factor);
      if (typeof written === 'string' && known.some(({ id }) => id === written)) return { value: written };
      if (factor.type === 'ordinal' && factor.dimension !== undefined && mayBeFigure(written)) {
        const figure = readFigure(factor, written, isStated, vocabulary, report, at);
        return figure && { value: levelFor(factor, figure, vocabulary), figure };
      }
      const several = Array.isArray(written) ? written.map((one) => show(one)) : namesWithin(show(written), known);
      if (Array.isArray(written) || several.length > 0)
        report.add('several-values', { factor: factor.id, values: several }, at());
      else reportUnknown(factor, written, vocabulary, report, at());
      return undefined;
    }
  }
}

/** Reports a value that a factor does not have, with what it can have and with the factors that do have it. */
function reportUnknown(
  factor: Factor,
  written: unknown,
  vocabulary: Vocabulary,
  report: Report,
  span: Span | undefined,
): void {
  const value = show(written, span);
  const known = vocabulary.values(factor);
  const elsewhere = [...vocabulary.factors.values()].filter(
    (other) =>
      other !== factor &&
      other.type !== 'ordinal' &&
      other.askedOf.some((section) => factor.askedOf.includes(section)) &&
      vocabulary.values(other).some(({ id }) => id === value),
  );
  const expected = known.map(({ id }) => id);
  const examples = figureExamples(factor, vocabulary);
  const suggested = suggestionFor(value, known);
  report.add(
    'unknown-value',
    { factor: factor.id, value, expected, examples, elsewhere: elsewhere.map(({ id }) => id) },
    span,
    // A value of another factor is no slip.
    elsewhere.length > 0 && suggested?.by === 'nearness' ? undefined : suggested,
  );
}

/** Reports a text in quotation marks that YAML does not know; false for anything else. */
function isCurlyQuoted(written: unknown, report: Report, span: () => Span | undefined): boolean {
  if (typeof written !== 'string' || !/^[“”‘’「『].*[“”‘’」』]$/.test(written)) return false;
  report.add('wrong-character', { character: 'curly-quote' }, span());
  return true;
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
  const span = at();
  report.add('not-a-flag', { factor: factor.id, value: show(written, span) }, span);
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
  const items: unknown[] = typeof written === 'string' ? namesIn(written) : Array.isArray(written) ? written : [];
  if (typeof written !== 'string' && !Array.isArray(written)) {
    const span = at();
    report.add('not-a-set', { factor: factor.id, value: show(written, span) }, span);
    return undefined;
  }
  const known = vocabulary.values(factor);
  const ids = new Set(known.map(({ id }) => id));
  const wrong = items.filter((item) => typeof item !== 'string' || !ids.has(item));
  // Between names that are known, the commas of a text are right.
  const isUnclear = wrong.some(
    (item) => unspacedEntry(String(item)) !== undefined || exactMatch(String(item), known) === undefined,
  );
  if (typeof written === 'string' && isUnclear && reportJoined(written, false, known, report, at())) return undefined;
  items.forEach((item, index) => {
    if (!wrong.includes(item) || isCurlyQuoted(item, report, () => at(index))) return;
    if (typeof item === 'string' && Array.isArray(written) && reportJoined(item, true, known, report, at(index)))
      return;
    reportUnknown(factor, item, vocabulary, report, at(index));
  });
  return wrong.length === 0 ? { value: [...new Set(items as string[])].sort() } : undefined;
}
