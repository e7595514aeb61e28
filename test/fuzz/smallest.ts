import { parseAllDocuments } from 'yaml';
import { randomFrom } from '../../src/explore/interview/random.js';
import { faultsOf } from './exercise.js';
import type { FuzzCase } from './fuzz.js';

const MAX_ATTEMPTS = 400;

/** The kind of a fault, whatever values it names. */
const kindOf = (fault = ''): string => fault.slice(0, 60);

/** A case with as much left out as can be while the same fault is found: documents and their parts, or lines. */
export async function smallest(found: FuzzCase): Promise<FuzzCase> {
  const kind = kindOf(found.faults[0]);
  let best = found;
  let attempts = 0;
  for (let isSmaller = true; isSmaller && attempts < MAX_ATTEMPTS;) {
    isSmaller = false;
    for (const text of smaller(best)) {
      if (++attempts > MAX_ATTEMPTS) break;
      const candidate = { ...best, text };
      const faults = await faultsOf(candidate, randomFrom(found.seed));
      if (!faults.some((fault) => kindOf(fault) === kind)) continue;
      best = { ...candidate, faults };
      isSmaller = true;
      break;
    }
  }
  return best;
}

/** The same text with one part left out, the largest parts first. */
function* smaller({ kind, text }: FuzzCase): Generator<string> {
  if (kind === 'command') {
    const words = JSON.parse(text) as string[];
    for (const n of words.keys()) yield JSON.stringify(words.toSpliced(n, 1));
    return;
  }
  if (kind !== 'table') {
    const documents = documentsOf(text);
    if (documents !== undefined) {
      for (const n of documents.keys()) yield written(documents.toSpliced(n, 1));
      for (const [n, one] of documents.entries())
        for (const part of without(one)) yield written(documents.with(n, part));
      return;
    }
  }
  const lines = text.split('\n');
  for (let size = lines.length >> 1; size >= 1; size >>= 1)
    for (let at = 0; at < lines.length; at += size) yield lines.toSpliced(at, size).join('\n');
}

function documentsOf(text: string): unknown[] | undefined {
  const documents = parseAllDocuments(text, { merge: true, logLevel: 'error' });
  if (!Array.isArray(documents) || documents.some(({ errors }) => errors.length > 0)) return undefined;
  try {
    return documents.map((one) => one.toJS() as unknown);
  } catch {
    return undefined;
  }
}

const written = (documents: readonly unknown[]): string => documents.map((one) => JSON.stringify(one)).join('\n---\n');

/** A value without one of its parts, from the outside in. */
function* without(value: unknown): Generator {
  if (Array.isArray(value)) {
    for (const n of value.keys()) yield value.toSpliced(n, 1);
    for (const [n, part] of value.entries()) for (const less of without(part)) yield value.with(n, less);
  } else if (typeof value === 'object' && value !== null) {
    const parts = Object.entries(value);
    for (const n of parts.keys()) yield Object.fromEntries(parts.toSpliced(n, 1));
    for (const [n, [key, part]] of parts.entries())
      for (const less of without(part)) yield Object.fromEntries(parts.with(n, [key, less]));
  }
}
