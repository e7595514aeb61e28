/** Deeper documents are left to the reader of YAML, which knows what to say of those that are too deep. */
const MAX_DEPTH = 64;
/** The separator of documents, on a line of its own. */
const SEPARATOR = /\r?\n---\r?\n/;

/**
 * The documents of a text in which each is an object in JSON, which every engine reads many times as fast as YAML. Undefined where any of it is
 * something else, is wrong, or means more in YAML than in JSON, as a key that is written twice does.
 */
export function jsonDocuments(text: string): readonly object[] | undefined {
  if (!/^\s*\{/.test(text)) return undefined;
  const documents: object[] = [];
  for (const part of text.split(SEPARATOR)) {
    const written = pairsWritten(part);
    if (written === undefined) return undefined;
    let value: unknown;
    try {
      value = JSON.parse(part);
    } catch {
      return undefined;
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    // Of a key that is written twice, only one pair is left.
    if (pairsIn(value) !== written) return undefined;
    documents.push(value);
  }
  return documents;
}

const [QUOTE, BACKSLASH, COLON] = [0x22, 0x5c, 0x3a];
const [BRACKET, BRACKET_END, BRACE, BRACE_END] = [0x5b, 0x5d, 0x7b, 0x7d];

/** How many pairs of a key and a value are written in a text that may be JSON; undefined where they are nested too deeply. */
function pairsWritten(text: string): number | undefined {
  let [pairs, depth] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case QUOTE:
        for (at++; at < text.length && text.charCodeAt(at) !== QUOTE; at++) if (text.charCodeAt(at) === BACKSLASH) at++;
        break;
      case COLON:
        pairs++;
        break;
      case BRACE:
      case BRACKET:
        if (++depth > MAX_DEPTH) return undefined;
        break;
      case BRACE_END:
      case BRACKET_END:
        depth--;
    }
  }
  return pairs;
}

function pairsIn(value: object): number {
  let pairs = 0;
  if (Array.isArray(value)) {
    for (const part of value as readonly unknown[])
      if (typeof part === 'object' && part !== null) pairs += pairsIn(part);
    return pairs;
  }
  const parts = value as Readonly<Record<string, unknown>>;
  for (const key in parts) {
    const part = parts[key];
    pairs += typeof part === 'object' && part !== null ? 1 + pairsIn(part) : 1;
  }
  return pairs;
}
