import { CST, Lexer } from 'yaml';
import { getOrInsert } from '../get-or-insert.js';
import type { SourceText } from '../diagnostics/diagnostic.js';

/** A part of a text that can be open: a quotation that is, or one end of a bracket, or the beginning of a document. */
interface Mark {
  readonly type: 'quote' | 'open' | 'close' | 'broken' | 'document';
  readonly at: number;
}

/** What the lexer puts between the tokens of the text. */
const CONTROL = /^[\u0002\u0018\u001f]$/;
const CLOSED_QUOTE = /^(?:"(?:[^"\\]|\\[^])*"|'(?:[^']|'')*')$/;
/** A pair on a line of its own, which a quotation over several lines does not hold. */
const PAIR_WITHIN = /\n[\s-]*[\p{L}_][\w-]*:(?:\s|$)/u;

const TYPES: Partial<Record<CST.TokenType, Mark['type']>> = {
  'doc-mode': 'document',
  'flow-error-end': 'broken',
  'flow-map-start': 'open',
  'flow-seq-start': 'open',
  'flow-map-end': 'close',
  'flow-seq-end': 'close',
};

/** Every error of a text asks for them. */
const marked = new WeakMap<SourceText, readonly Mark[]>();

const marksOf = (source: SourceText): readonly Mark[] => getOrInsert(marked, source, () => [...marksIn(source.text)]);

function* marksIn(text: string): Generator<Mark> {
  let at = 0;
  let isContent = false;
  for (const token of new Lexer().lex(text)) {
    // What follows the beginning of a plain or a block text is its content, whatever that begins with.
    const type: CST.TokenType | null = isContent ? null : CST.tokenType(token);
    const hasLength = isContent || !CONTROL.test(token);
    isContent = type === 'scalar';
    const mark = type === null ? undefined : isOpenQuote(type, token) ? 'quote' : TYPES[type];
    if (mark !== undefined) yield { type: mark, at };
    if (hasLength) at += token.length;
  }
}

const isOpenQuote = (type: CST.TokenType, token: string): boolean =>
  (type === 'double-quoted-scalar' || type === 'single-quoted-scalar') &&
  (!CLOSED_QUOTE.test(token) || PAIR_WITHIN.test(token));

/**
 * The offset of the quotation mark before an error that is not closed. One that is closed only by the next quotation counts, which shows by the pairs
 * that it holds.
 */
export const openQuote = (source: SourceText, error: number): number | undefined =>
  marksOf(source).find(({ type, at }) => type === 'quote' && at <= error)?.at;

/** The offset of the last bracket before an error that is not closed before it; undefined where all are. */
export function openBracket(source: SourceText, error: number): number | undefined {
  let open: number[] = [];
  let isBroken = false;
  for (const { type, at } of marksOf(source)) {
    if (at >= error) break;
    if (type === 'document') [open, isBroken] = [[], false];
    else if (type === 'broken') isBroken = true;
    else if (isBroken) continue;
    else if (type === 'open') open.push(at);
    else if (type === 'close') open.pop();
  }
  return open.at(-1);
}
