import { parseAllDocuments, stringify } from 'yaml';
import type { FuzzInput } from './corpus.js';
import { CHARACTERS, OBJECT_NAMES, ODD_VALUES } from './odd-values.js';

/** Draws numbers from 0 up to 1. */
export type Random = () => number;

export const pick = <T>(items: readonly T[], random: Random): T => items[Math.floor(random() * items.length)] as T;

/** A value that may be anything: an odd one, or a word that means something elsewhere. */
const anyValue = (words: readonly string[], random: Random): unknown =>
  random() < 0.5 ? pick(ODD_VALUES, random) : pick(words, random);

const anyKey = (words: readonly string[], random: Random): string => {
  const value = anyValue(words, random);
  return typeof value === 'string' ? value : 'x';
};

type Parent = Record<string, unknown> | unknown[];
interface Slot {
  readonly parent: Parent;
  readonly key: string;
}

function slotsIn(value: unknown, found: Slot[] = []): Slot[] {
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, part] of Object.entries(value)) {
    found.push({ parent: value as Parent, key });
    slotsIn(part, found);
  }
  return found;
}

const valueAt = ({ parent, key }: Slot): unknown => (parent as Record<string, unknown>)[key];

/** Sets a part, even one by a name that every object has. */
function put(parent: Parent, key: string, value: unknown): void {
  Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true });
}

/** Changes one part of some documents in place so that they are likely to stay valid, because what is read deeply is what is valid. */
function mutateGently(documents: unknown[], words: readonly string[], random: Random): void {
  const slots = slotsIn(documents).filter(({ parent }) => parent !== documents);
  if (slots.length === 0) return;
  const slot = pick(slots, random);
  const { parent, key } = slot;
  const value = valueAt(slot);
  switch (Math.floor(random() * 6)) {
    case 0: {
      const alike = slots.filter((one) => one.key === key && typeof valueAt(one) === typeof value);
      put(parent, key, structuredClone(valueAt(pick(alike, random))));
      return;
    }
    case 1:
      if (Array.isArray(value) && value.length > 1) value.splice(Math.floor(random() * value.length), 1);
      else if (typeof value === 'object' && value !== null)
        Reflect.deleteProperty(value, pick(Object.keys(value), random));
      return;
    case 2:
      if (Array.isArray(value) && value.length > 0)
        value.splice(Math.floor(random() * value.length), 0, structuredClone(pick(value as unknown[], random)));
      return;
    case 3:
      if (Array.isArray(value)) value.reverse();
      return;
    case 4: {
      const ids = slots.filter((one) => one.key === 'id');
      if (ids.length > 0) renameEverywhere(documents, valueAt(pick(ids, random)), pick(OBJECT_NAMES, random));
      return;
    }
    default: {
      const texts = slots.filter(
        (one) => /^(en|zh|title|name|url|version|note)$/.test(one.key) && typeof valueAt(one) === 'string',
      );
      if (texts.length === 0) return;
      const text = pick(texts, random);
      put(text.parent, text.key, extended(valueAt(text), anyKey(words, random), random));
    }
  }
}

/** Changes one part of some documents in place, to anything. */
function mutateTree(documents: unknown[], words: readonly string[], random: Random): void {
  const slots = slotsIn(documents).filter(({ parent }) => parent !== documents);
  const slot = slots.length === 0 ? undefined : pick(slots, random);
  if (slot === undefined) return;
  const { parent, key } = slot;
  const other = pick(slots, random);
  switch (Math.floor(random() * 9)) {
    case 0:
    case 1:
      put(parent, key, anyValue(words, random));
      return;
    case 2:
      if (Array.isArray(parent)) parent.splice(Number(key), 1);
      else Reflect.deleteProperty(parent, key);
      return;
    case 3:
      put(parent, key, structuredClone(valueAt(other)));
      return;
    case 4:
      if (Array.isArray(parent)) parent.push(random() < 0.5 ? structuredClone(valueAt(slot)) : anyValue(words, random));
      else
        put(parent, anyKey(words, random), random() < 0.5 ? structuredClone(valueAt(slot)) : anyValue(words, random));
      return;
    case 5:
      put(parent, key, random() < 0.5 ? [valueAt(slot)] : { [anyKey(words, random)]: valueAt(slot) });
      return;
    case 6:
      renameEverywhere(documents, valueAt(slot), random() < 0.5 ? pick(OBJECT_NAMES, random) : anyKey(words, random));
      return;
    case 7:
      if (Array.isArray(parent)) parent.reverse();
      else rename(parent, key, anyKey(words, random));
      return;
    default:
      put(parent, key, extended(valueAt(slot), anyKey(words, random), random));
  }
}

function extended(value: unknown, more: string, random: Random): unknown {
  if (typeof value === 'number') return value * pick([-1, 0, 1e300, 1e-300, 0.5, 1e6], random);
  if (typeof value !== 'string') return value;
  const at = Math.floor(random() * (value.length + 1));
  return value.slice(0, at) + more + value.slice(at);
}

/** Puts a part in its place under another key. */
function rename(parent: Record<string, unknown>, key: string, to: string): void {
  const parts = Object.entries(parent);
  for (const [name] of parts) Reflect.deleteProperty(parent, name);
  for (const [name, part] of parts) put(parent, name === key ? to : name, part);
}

/** Gives a name another one wherever it is written, so that what it names still exists. */
function renameEverywhere(documents: unknown[], from: unknown, to: string): void {
  if (typeof from !== 'string' || ['whichstack/v1'].includes(from)) return;
  for (const { parent, key } of slotsIn(documents)) {
    if ((parent as Record<string, unknown>)[key] === from) put(parent, key, to);
    if (!Array.isArray(parent) && key === from) rename(parent, key, to);
  }
}

/** Changes the text itself: what is no longer YAML must be refused too. */
function mutateText(text: string, words: readonly string[], random: Random): string {
  const at = Math.floor(random() * text.length);
  const end = at + Math.floor(random() * 12);
  switch (Math.floor(random() * 6)) {
    case 0:
      return text.slice(0, at) + text.slice(end);
    case 1:
      return text.slice(0, at) + pick(CHARACTERS, random) + text.slice(at);
    case 2:
      return text.slice(0, at) + anyKey(words, random) + text.slice(end);
    case 3: {
      const lines = text.split('\n');
      const line = Math.floor(random() * lines.length);
      lines.splice(Math.floor(random() * lines.length), random() < 0.5 ? 1 : 0, lines[line] ?? '');
      return lines.join('\n');
    }
    case 4:
      return text.slice(0, end);
    default:
      return text.replaceAll(text.slice(at, at + 1 + Math.floor(random() * 3)) || 'x', pick(CHARACTERS, random));
  }
}

/** Some documents as JSON or as YAML, which are read in different ways. */
const written = (documents: readonly unknown[], random: Random): string => {
  const isJson = random() < 0.5;
  return documents.map((one) => (isJson ? JSON.stringify(one) : stringify(one))).join('\n---\n');
};

/** An input that is a little different, the same for the same numbers. */
export function mutated(input: FuzzInput, words: readonly string[], random: Random): FuzzInput {
  let { text } = input;
  const times = 1 + Math.floor(random() * random() * 4);
  if (input.kind === 'command') return { ...input, text: mutateWords(text, words, random) };
  if (input.kind !== 'table' && random() < 0.8) {
    try {
      const documents = parseAllDocuments(text, { merge: true, logLevel: 'error' }).map((one) => one.toJS() as unknown);
      const isGentle = random() < 0.6;
      for (let n = 0; n < times; n++) (isGentle ? mutateGently : mutateTree)(documents, words, random);
      return { ...input, text: written(documents, random) };
    } catch {
      // What is no YAML is changed as a text.
    }
  }
  for (let n = 0; n < times; n++) text = mutateText(text, words, random);
  return { ...input, text };
}

function mutateWords(text: string, words: readonly string[], random: Random): string {
  const line = JSON.parse(text) as string[];
  const at = Math.floor(random() * line.length);
  const word = line[at] ?? '';
  const value = String(anyValue(words, random)).replaceAll('\0', '');
  switch (Math.floor(random() * 6)) {
    case 0:
      line[at] = value;
      break;
    case 1:
      line.splice(at, 1);
      break;
    case 2:
      line.splice(at, 0, value);
      break;
    case 3:
      line.splice(at, 0, word);
      break;
    case 4:
      line.push(
        pick(
          [
            '--json',
            '--lang',
            '--set',
            '--data',
            '--full',
            '--quiet',
            '--format',
            '--as-of',
            '--debug',
            '--role',
            '--',
          ],
          random,
        ),
        value,
      );
      break;
    default:
      line[at] = mutateText(word, words, random).replaceAll('\0', '');
  }
  // Nothing may write a file, or read all that there is.
  return JSON.stringify(
    line.map((one) => (/^(-o|--output|--force|init$)|(^|=)(\/|~|\.{1,2}(\/|$))/.test(one) ? '--quiet' : one)),
  );
}
