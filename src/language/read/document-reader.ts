import type { Diagnostics, Span } from '../diagnostics/diagnostic.js';
import { suggestionFor } from '../diagnostics/nearest.js';
import { show } from '../values/json-text.js';
import type { Vocabulary } from '../values/statement.js';
import { reportMistyped } from './mistyped.js';
import type { LocatedValue, Path } from './yaml.js';

/** A mapping as it is written. */
export type Mapping = Readonly<Record<string, unknown>>;

/** What parts of a workload are read with: where each is written, what may be stated, and where to report what is wrong. */
export class DocumentReader {
  constructor(
    private readonly locate: LocatedValue['locate'] | undefined,
    readonly vocabulary: Vocabulary,
    readonly report: Diagnostics,
  ) {}

  /** Where the value at a path is written, or its key; undefined for a plain object. */
  at(path: Path, part: 'key' | 'value' = 'value'): Span | undefined {
    return this.locate?.(path, part);
  }

  /** A value that must be a mapping; undefined, with the reason reported, where it is none. */
  mapping(value: unknown, path: Path): Mapping | undefined {
    if (isPlain(value)) return value;
    if (typeof value === 'string' && this.isMistyped(value, this.at(path))) return undefined;
    this.report.add('not-an-object', { what: path.length === 0 ? 'Workload' : `\`${path.join('.')}\`` }, this.at(path));
    return undefined;
  }

  /** Reports a text that would be a pair of a key and a value but for a character. */
  isMistyped(text: string, span: Span | undefined): boolean {
    return reportMistyped(text, span, this.report);
  }

  /** Reports a key that does not have the only value that it can have. */
  literal(given: Mapping, key: string, expected: string): void {
    if (given[key] === expected) return;
    if (given[key] === undefined) {
      this.report.add('missing-key', { key, example: expected }, this.at([]));
      return;
    }
    const span = this.at([key]);
    const value = show(given[key], span);
    const suggestion = suggestionFor(value, [{ id: expected }]);
    this.report.add('wrong-value', { key, value, expected: [expected] }, span, suggestion);
  }

  /** Reports a key that a mapping cannot have. */
  unknownKey(key: string, expected: readonly string[], span: Span | undefined): void {
    const candidates = expected.map((id) => ({ id }));
    this.report.add('unknown-key', { key, expected }, span, suggestionFor(key, candidates));
  }

  /** Reports the keys of a mapping that it cannot have. */
  known(given: Mapping, expected: readonly string[], path: Path): void {
    for (const key of Object.keys(given)) {
      if (expected.includes(key)) continue;
      const span = this.at([...path, key], 'key');
      if (!this.isMistyped(key, span)) this.unknownKey(key, expected, span);
    }
  }

  /** Reports a value that must be a text and is none. */
  text(value: unknown, path: Path): void {
    if (value === undefined || typeof value === 'string') return;
    // In brackets, what is written without a colon is a key without a value.
    if (value === null && this.isMistyped(String(path.at(-1)), this.at(path, 'key'))) return;
    const span = this.at(path);
    this.report.add('not-a-text', { key: path.join('.'), saw: show(value, span) }, span);
  }
}

/** A mapping as documents have it; a Map or a Date, say, would lose what it holds. */
export function isPlain(value: unknown): value is Mapping {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
