import { isScalar, type YAMLMap, type YAMLParseError } from 'yaml';
import { position, type Diagnostics, type SourceText, type Span } from '../diagnostics/diagnostic.js';
import type { YamlProblem } from '../diagnostics/diagnostic-codes.js';
import { wrongCharacterIn } from './characters.js';
import { bareLine, reportCharacter, reportMistyped, unspacedPair } from './mistyped.js';
import { unspacedEntry } from '../values/names.js';
import { groupedNumber } from '../values/notation.js';
import { openBracket, openQuote } from './open-ends.js';

/** What an error of the parser is, where nothing better is known of its cause. */
const PROBLEMS: Readonly<Record<YAMLParseError['code'], YamlProblem>> = {
  ALIAS_PROPS: 'alias',
  BAD_ALIAS: 'alias',
  BAD_COLLECTION_TYPE: 'unexpected',
  BAD_DIRECTIVE: 'directive',
  BAD_DQ_ESCAPE: 'escape',
  BAD_INDENT: 'indentation',
  BAD_PROP_ORDER: 'order',
  BAD_SCALAR_START: 'start',
  BLOCK_AS_IMPLICIT_KEY: 'key',
  BLOCK_IN_FLOW: 'flow',
  DUPLICATE_KEY: 'key',
  IMPOSSIBLE: 'unexpected',
  KEY_OVER_1024_CHARS: 'key',
  MISSING_CHAR: 'missing',
  MULTILINE_IMPLICIT_KEY: 'key',
  MULTIPLE_ANCHORS: 'order',
  MULTIPLE_DOCS: 'unexpected',
  MULTIPLE_TAGS: 'order',
  NON_STRING_KEY: 'key',
  RESOURCE_EXHAUSTION: 'unexpected',
  TAB_AS_INDENT: 'indentation',
  TAG_RESOLVE_FAILED: 'tag',
  UNEXPECTED_TOKEN: 'unexpected',
};

/** What the parser says of an error. */
type ParserError = Pick<YAMLParseError, 'code' | 'message' | 'pos'>;

/** Where an error of the parser is, in terms of lines. */
interface ErrorPlace {
  readonly source: SourceText;
  readonly code: YAMLParseError['code'];
  readonly offset: number;
  /** All lines of the text, and the number of that of the error, from 0. */
  readonly lines: readonly string[];
  readonly line: number;
}

/** Finds one cause of errors and reports it; false where it is not the cause. */
type Cause = (place: ErrorPlace, report: Diagnostics) => boolean;

/** What people do wrong, the more certain first. */
const CAUSES: readonly Cause[] = [
  tab,
  quote,
  character,
  comparison,
  hyphen,
  colonInText,
  indentation,
  colon,
  bracket,
  startOrEnd,
];

/** Beyond these, errors of one document say nothing new. */
const MAX_EXAMINED = 50;

/**
 * Reports what the parser found wrong, by its most likely cause: once for each line, since one slip leads to several errors. Where a cause is known, errors
 * without one are left out, which follow from it.
 */
export function reportSyntax(errors: readonly ParserError[], source: SourceText, report: Diagnostics): void {
  const lines = source.text.split('\n').map((line) => line.replace(/\r$/, ''));
  const rest: ParserError[] = [];
  let isExplained = false;
  for (const error of errors.slice(0, MAX_EXAMINED)) {
    const offset = error.pos[0];
    // The parser reports its own exhausted stack as an error of the document.
    if (error.message.includes('call stack')) {
      report.add('yaml-depth', {}, { source, start: offset, end: error.pos[1] });
      return;
    }
    // What follows from a cause that is already reported, is not looked into.
    if (isExplained) continue;
    const line = position(source.text, offset).line - 1;
    const place: ErrorPlace = { source, code: error.code, offset, lines, line };
    if (CAUSES.some((cause) => cause(place, report))) isExplained = true;
    else rest.push(error);
  }
  if (isExplained) return;
  const reported = new Set<number>();
  for (const { code, message, pos } of rest) {
    const { line } = position(source.text, pos[0]);
    if (reported.has(line)) continue;
    reported.add(line);
    const detail = message.replace(/\s+/g, ' ').trim();
    // A list that is no value of a key is the parser's key of something else.
    const problem = /^\s*-\s/.test(lines[line - 1] ?? '') && PROBLEMS[code] === 'key' ? 'list' : PROBLEMS[code];
    report.add('yaml-syntax', { problem, detail }, { source, start: pos[0], end: pos[1] });
  }
}

/** A part of a line as a span. */
function partOfLine(
  { source, lines }: Pick<ErrorPlace, 'source' | 'lines'>,
  line: number,
  from: number,
  length: number,
): Span {
  const before = source.text.split('\n').slice(0, line);
  const start = before.reduce((sum, one) => sum + one.length + 1, 0) + from;
  return { source, start, end: start + Math.max(1, Math.min(length, (lines[line] ?? '').length - from)) };
}

const isBlank = (line: string): boolean => /^\s*(#.*)?$/.test(line);
/** A line that states a value of a key; the hyphens of a list before it count as indentation. */
const PAIR = /^([\s-]*)([\p{L}_][\w-]*)\s*:(?:\s+(.*))?$/u;

function tab(place: ErrorPlace, report: Diagnostics): boolean {
  if (place.code !== 'TAB_AS_INDENT') return false;
  report.add('yaml-tab', {}, partOfLine(place, place.line, 0, 1));
  return true;
}

function quote(place: ErrorPlace, report: Diagnostics): boolean {
  const { source } = place;
  const open = openQuote(source, place.offset);
  if (open === undefined) return false;
  const sign = source.text.charAt(open);
  report.add('yaml-quote-open', { quote: sign }, { source, start: open, end: open + 1 });
  return true;
}

/** A character of full width or an unusual space, in the line of the error. */
function character(place: ErrorPlace, report: Diagnostics): boolean {
  const found = wrongCharacterIn(place.lines[place.line] ?? '');
  if (found === undefined) return false;
  reportCharacter(found, partOfLine(place, place.line, found.at, found.length), report);
  return true;
}

/** `>= 3` begins a text of several lines for YAML. */
function comparison(place: ErrorPlace, report: Diagnostics): boolean {
  const [, before = '', text, sign] = /^(.*?:\s+)(([>|])\s*[=\d].*?)\s*$/.exec(place.lines[place.line] ?? '') ?? [];
  if (text === undefined || sign === undefined) return false;
  const at = partOfLine(place, place.line, before.length, text.length);
  report.add('yaml-needs-quotes', { text, because: 'start', sign }, at);
  return true;
}

function colonInText(place: ErrorPlace, report: Diagnostics): boolean {
  const line = place.lines[place.line] ?? '';
  const [, indent = '', , value = ''] = PAIR.exec(line) ?? [];
  if (!/^[^"'[{&*!|>].*:(\s|$)/.test(value)) return false;
  const at = partOfLine(place, place.line, line.lastIndexOf(value), value.length);
  // What is at the outermost level holds mappings, so that a second key is meant.
  if (indent === '' && PAIR.test(value)) report.add('yaml-syntax', { problem: 'pairs', detail: value.trim() }, at);
  else report.add('yaml-needs-quotes', { text: value.trim(), because: 'colon', sign: ':' }, at);
  return true;
}

/** An item of a list without a space after its hyphen. */
function hyphen(place: ErrorPlace, report: Diagnostics): boolean {
  const line = place.lines[place.line] ?? '';
  const text = line.replace(/\s+#.*$/, '').trim();
  const entry = unspacedEntry(text);
  if (entry === undefined) return false;
  report.add('yaml-hyphen-space', { entry }, partOfLine(place, place.line, line.indexOf(text), text.length));
  return true;
}

/** A key that does not begin where the others of its mapping begin. */
function indentation(place: ErrorPlace, report: Diagnostics): boolean {
  const { lines, line, code } = place;
  if (!['BLOCK_AS_IMPLICIT_KEY', 'MULTILINE_IMPLICIT_KEY', 'BAD_INDENT', 'MISSING_CHAR'].includes(code)) return false;
  const isOwn = code === 'BAD_INDENT' || code === 'MISSING_CHAR';
  const next = isOwn ? line : lines.findIndex((one, n) => n > line && !isBlank(one));
  const previous = isOwn ? lines.findLastIndex((one, n) => n < line && !isBlank(one)) : line;
  const [, spaces, key] = PAIR.exec(lines[next] ?? '') ?? [];
  const [, above, , value = ''] = PAIR.exec(lines[previous] ?? '') ?? [];
  if (spaces === undefined || key === undefined || above === undefined) return false;
  if (!isOwn && (value === '' || /^[[{"'|>]/.test(value))) return false;
  if (spaces.includes('-')) return false;
  const found = spaces.length;
  const expected = found > above.length ? [above.length] : levelsAbove(lines, previous);
  if (expected.includes(found)) return false;
  report.add('yaml-indent', { key, found, spaces: expected }, partOfLine(place, next, found, key.length));
  return true;
}

/** Where the blocks begin that a line is in, the innermost first. */
function levelsAbove(lines: readonly string[], line: number): number[] {
  const levels: number[] = [];
  for (let n = line; n >= 0; n--) {
    const [, indent] = PAIR.exec(lines[n] ?? '') ?? [];
    if (indent !== undefined && indent.length < (levels.at(-1) ?? Infinity)) levels.push(indent.length);
    if (indent === '') break;
  }
  return levels;
}

/** A key without a colon, or without a space after it. */
function colon(place: ErrorPlace, report: Diagnostics): boolean {
  if (!['MULTILINE_IMPLICIT_KEY', 'MISSING_CHAR', 'BLOCK_AS_IMPLICIT_KEY', 'BAD_INDENT'].includes(place.code))
    return false;
  // The parser takes a line without a colon as a text that goes on, and refuses the next one.
  const before = place.lines.findLastIndex((one, n) => n < place.line && !isBlank(one));
  return [place.line, before].some((line) => missingColon(place, line, report));
}

function missingColon(place: ErrorPlace, number: number, report: Diagnostics): boolean {
  const line = place.lines[number] ?? '';
  const text = bareLine(line);
  const at = partOfLine(place, number, line.indexOf(text), text.length);
  if (unspacedPair(text) !== undefined) return reportMistyped(text, at, report);
  if (!/^[\p{L}_][\w-]*(\s+[^\s:"'[{]+)*$/u.test(text)) return false;
  report.add('yaml-colon-missing', { line: text }, at);
  return true;
}

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

function bracket(place: ErrorPlace, report: Diagnostics): boolean {
  const { source } = place;
  const open = openBracket(source, place.offset);
  if (open === undefined) return false;
  const sign = source.text.charAt(open);
  report.add(
    'yaml-bracket-open',
    { bracket: sign, close: CLOSING[sign] ?? '' },
    { source, start: open, end: open + 1 },
  );
  return true;
}

/** A text that begins with a sign of YAML, or goes on behind a quotation or a bracket. */
function startOrEnd(place: ErrorPlace, report: Diagnostics): boolean {
  const line = place.lines[place.line] ?? '';
  const [, , , value = ''] = PAIR.exec(line) ?? [];
  const text = value.replace(/\s+#.*$/, '').trim();
  if (text === '') return false;
  const at = partOfLine(place, place.line, line.lastIndexOf(value), text.length);
  if (place.code === 'BAD_SCALAR_START') {
    report.add('yaml-needs-quotes', { text, because: 'start', sign: text.charAt(0) }, at);
    return true;
  }
  const [, closed] = /^(?:\[[^\]]*(\])|\{[^}]*(\})|"[^"]*(")|'[^']*('))\s*\S/.exec(text)?.filter(Boolean) ?? [];
  if (place.code !== 'UNEXPECTED_TOKEN' || closed === undefined) return false;
  report.add('yaml-needs-quotes', { text, because: 'end', sign: closed }, at);
  return true;
}

/**
 * Reports a figure that the commas between its digits cut into several entries of a mapping in brackets: `{iops: 30,000}`.
 *
 * @returns whether there is one
 */
export function reportCutFigure(map: YAMLMap, source: SourceText, report: Diagnostics): boolean {
  if (map.flow !== true) return false;
  let isCut = false;
  for (let n = 0; n < map.items.length; n++) {
    const [start, firstEnd] = rangeOf(map.items[n]?.value);
    if (start === undefined || firstEnd === undefined) continue;
    let end = firstEnd;
    while (ENDS_IN_NUMBER.test(source.text.slice(start, end))) {
      const next = map.items[n + 1];
      const [from, until] = next !== undefined && isEmptyPair(next) ? rangeOf(next.key) : [];
      if (from === undefined || until === undefined || !/^\d/.test(source.text.slice(from, until))) break;
      end = until;
      n++;
    }
    if (end === firstEnd) continue;
    isCut = true;
    const figure = source.text.slice(start, end).replaceAll(/\s*,\s*/g, ',');
    const plain = withoutCommas(figure);
    report.add('yaml-list-comma', { figure, ...(plain !== undefined && { plain }) }, { source, start, end });
  }
  return isCut;
}

/** A number at the end of a text; not the digits of a name, such as `oltp2`. */
const ENDS_IN_NUMBER = /(?:^|[^A-Za-z\d])\d+$/;

const isEmptyPair = ({ value }: YAMLMap['items'][number]): boolean =>
  value === null || (isScalar(value) && value.value === null);

const rangeOf = (node: unknown): readonly number[] => (isScalar(node) ? (node.range ?? []) : []);

/** A figure without the commas between its groups of digits; undefined where they can mean something else. */
function withoutCommas(figure: string): string | undefined {
  const grouped = groupedNumber(figure);
  if (grouped === undefined || grouped.isUnclear || grouped.rest.includes(',')) return undefined;
  return `${grouped.number}${grouped.rest}`;
}
