/** Where a quotation can begin: behind the colon of a key, a hyphen, a bracket or a comma, or at the beginning of a line. */
const MAY_QUOTE = /(?:^|[:\-[{,]\s*)$/;

/**
 * The offset of the quotation mark before an error that is not closed. One that is not closed on its line counts, since an error follows: a quotation over
 * several lines is rare.
 */
export function openQuote(text: string, error: number): number | undefined {
  let offset = 0;
  for (const line of text.split('\n')) {
    const open = openQuoteIn(line);
    if (open !== undefined) return offset + open <= error ? offset + open : undefined;
    offset += line.length + 1;
    if (offset > error) return undefined;
  }
  return undefined;
}

function openQuoteIn(line: string): number | undefined {
  for (let at = 0; at < line.length; at++) {
    const sign = line.charAt(at);
    if (sign === '#' && /(^|\s)$/.test(line.slice(0, at))) return undefined;
    if ((sign !== '"' && sign !== "'") || !MAY_QUOTE.test(line.slice(0, at).trimStart())) continue;
    const end = endOfQuote(line, at);
    if (end === undefined) return at;
    at = end;
  }
  return undefined;
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
    const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
    if (sign === '#' && /(^|\s)$/.test(line)) at = !text.includes('\n', at) ? end : text.indexOf('\n', at);
    else if ((sign === '"' || sign === "'") && MAY_QUOTE.test(line.trimStart())) at = closing(text, at);
    else if ((sign === '[' || sign === '{') && (open.length > 0 || MAY_QUOTE.test(line.trimStart()))) open.push(at);
    else if (sign === ']' || sign === '}') open.pop();
  }
  return open.at(-1);
}

const closing = (text: string, start: number): number => endOfQuote(text, start) ?? text.length;
