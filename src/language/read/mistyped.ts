import { partOfSpan, type Diagnostics, type Span } from '../diagnostics/diagnostic.js';
import { linesOf } from '../diagnostics/lines.js';
import { unspacedEntry } from '../values/names.js';
import { wrongCharacterIn, type FoundCharacter } from './characters.js';

type Report = Pick<Diagnostics, 'add'>;

/** A key and a value with nothing between the colon and the value. */
interface UnspacedPair {
  readonly key: string;
  readonly value: string;
}

/** Such a pair; undefined for what is none, such as an address. */
export function unspacedPair(text: string): UnspacedPair | undefined {
  const [, key, value] = /^([\p{L}_][\p{L}\p{N}_-]*):((?!\/\/)\S.*)$/u.exec(text) ?? [];
  return key === undefined || value === undefined ? undefined : { key, value };
}

/** A line without the hyphens of a list before it and without a comment. */
export const bareLine = (line: string): string =>
  line
    .replace(/\s+#.*$/, '')
    .replace(/^[\s-]*/, '')
    .trimEnd();

/**
 * Reports a text that would be a pair of a key and a value, or an item of a list, but for a character: a colon of full width, or no space after a colon or a
 * hyphen. People type whole blocks alike, so the lines below are reported too as long as each has the same mistake.
 *
 * @param text what is written where a pair is expected
 * @param span where it is written, if it is
 * @returns whether it is such a text
 */
export function reportMistyped(text: string, span: Span | undefined, report: Report): boolean {
  const found = wrongCharacterIn(text);
  if (unspacedEntry(text) !== undefined) reportEntry(text.slice(1), span, report);
  else if (found !== undefined) reportCharacter(found, span && partOfSpan(span, found.at, found.length), report);
  else if (unspacedPair(text) !== undefined) reportPair(text, span, report);
  else return false;
  return true;
}

/** Reports the line below a value that YAML reads as a part of it, as it would be a pair but for a character. */
export function reportMistypedBelow(value: string, span: Span | undefined, report: Report): boolean {
  const [below] = linesBelow(span);
  return below !== undefined && value.includes(` ${below.bare}`) && reportMistyped(below.bare, below.span, report);
}

/** Reports a wrong character, and the same one in the lines below as long as each has it. */
export function reportCharacter({ character }: FoundCharacter, span: Span | undefined, report: Report): void {
  report.add('wrong-character', { character }, span);
  for (const { whole, source, start } of linesBelow(span)) {
    const next = wrongCharacterIn(whole);
    if (next?.character !== character) return;
    const from = start + next.at;
    report.add('wrong-character', { character }, { source, start: from, end: from + next.length });
  }
}

function reportEntry(entry: string, span: Span | undefined, report: Report): void {
  // Of a key that the hyphen became a part of, the value is shown too.
  const line = span === undefined ? '' : bareLine(linesOf(span.source).lineAt(span.start));
  report.add('yaml-hyphen-space', { entry: line.startsWith(entry) ? line : entry }, span);
}

function reportPair(text: string, span: Span | undefined, report: Report): void {
  // The parser joins lines without a pair to one text; a span is of the first one.
  const written = span === undefined ? text : bareLine(span.source.text.slice(span.start, span.end));
  const pair = unspacedPair(written) ?? unspacedPair(text);
  if (pair !== undefined) report.add('yaml-colon-space', pair, span);
  for (const below of linesBelow(span)) {
    const next = unspacedPair(below.bare);
    if (next === undefined) return;
    report.add('yaml-colon-space', next, below.span);
  }
}

/** A line of a source. */
interface Line {
  readonly source: Span['source'];
  /** All of it, and where it begins. */
  readonly whole: string;
  readonly start: number;
  /** The {@link bareLine}, and where that is. */
  readonly bare: string;
  readonly span: Span;
}

/** The lines below the one in which a span begins. */
function* linesBelow(span: Span | undefined): Generator<Line> {
  if (span === undefined) return;
  const { source } = span;
  const lines = linesOf(source);
  for (let number = lines.position(span.start).line + 1; ; number++) {
    const start = lines.offset({ line: number, column: 1 });
    if (start >= source.text.length) return;
    const whole = lines.line(number);
    const bare = bareLine(whole);
    const from = start + whole.indexOf(bare);
    yield { source, whole, start, bare, span: { source, start: from, end: from + bare.length } };
  }
}
