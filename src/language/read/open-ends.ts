/** Whether a quotation or a bracket can begin at an offset: behind the colon of a key, a hyphen, a bracket or a comma, or at the beginning of a line. */
function mayBegin(text: string, at: number): boolean {
  let before = at - 1;
  while (text.charAt(before) === ' ' || text.charAt(before) === '\t') before--;
  return before < 0 || ':-[{,\n'.includes(text.charAt(before));
}

/** Whether a comment begins at an offset. */
const isComment = (text: string, at: number): boolean =>
  text.charAt(at) === '#' && (at === 0 || /\s/.test(text.charAt(at - 1)));

/** A pair on a line of its own, which a quotation over several lines does not hold. */
const PAIR_WITHIN = /\n[\s-]*[\p{L}_][\w-]*:(?:\s|$)/u;

/**
 * The offset of the quotation mark before an error that is not closed. One that is closed only by the next quotation counts, which shows by the pairs
 * that it holds.
 */
export function openQuote(text: string, error: number): number | undefined {
  for (let at = 0; at <= error && at < text.length; at++) {
    const sign = text.charAt(at);
    if (isComment(text, at)) at = endOfLine(text, at);
    if ((sign !== '"' && sign !== "'") || !mayBegin(text, at)) continue;
    const end = endOfQuote(text, at);
    if (end === undefined || PAIR_WITHIN.test(text.slice(at, end))) return at;
    at = end;
  }
  return undefined;
}

function endOfLine(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline === -1 ? text.length : newline;
}

/** Where the quotation that begins at an offset ends; undefined where it does not. */
function endOfQuote(line: string, start: number): number | undefined {
  const sign = line.charAt(start);
  for (let at = start + 1; at < line.length; at++) {
    if (sign === '"' && line.charAt(at) === '\\') at++;
    else if (line.charAt(at) === sign) {
      if (sign === "'" && line.charAt(at + 1) === sign) at++;
      else return at;
    }
  }
  return undefined;
}

/** The offset of the last bracket before an error that is not closed before it; undefined where all are. */
export function openBracket(text: string, error: number): number | undefined {
  const open: number[] = [];
  const end = Math.min(error, text.length);
  for (let at = 0; at < end; at++) {
    const sign = text.charAt(at);
    if (isComment(text, at)) at = endOfLine(text, at);
    else if ((sign === '"' || sign === "'") && mayBegin(text, at)) at = endOfQuote(text, at) ?? end;
    else if ((sign === '[' || sign === '{') && (open.length > 0 || mayBegin(text, at))) open.push(at);
    else if (sign === ']' || sign === '}') open.pop();
  }
  return open.at(-1);
}
