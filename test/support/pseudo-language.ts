import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv } from 'ajv';
import { vi } from 'vitest';
import { parseAllDocuments } from 'yaml';
import type { LANGUAGES, Lang } from '../../src/language/format.js';
import { ROOT } from './cli.js';

/** The id of the pseudo-language. Its texts are the English ones with an accent on every letter: `Ŝéćúříťý`. */
export const PSEUDO = 'pseudo' as Lang;

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ACCENTED = Array.from('áƀćďéƒğĥíĵķľɱńóƥʠřśťúṽŵẋýźÁƁĆĎÉƑĞĤÍĴĶĽṀŃÓƤǪŘŚŤÚṼŴẊÝŹ');

/** A text in the pseudo-language: no letter of it is one of the English alphabet. */
const accented = (text: string): string =>
  text.replaceAll(/[a-zA-Z]/g, (letter) => ACCENTED[PLAIN.indexOf(letter)] ?? letter);

/** All strings in a value. */
export function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value instanceof Map || value instanceof Set) return [...value].flatMap(stringsIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** A text in the pseudo-language, save what was given to it: names and figures stay as they are, and so does a word that should have come from a catalogue. */
function accentedBut(text: string, given: readonly string[]): string {
  const kept = [...new Set(given)].filter((one) => /[a-zA-Z]/.test(one)).sort((a, b) => b.length - a.length);
  if (kept.length === 0) return accented(text);
  const pattern = new RegExp(`(?<![a-zA-Z])(${kept.map(escaped).join('|')})(?![a-zA-Z])`);
  return text
    .split(pattern)
    .map((part, n) => (n % 2 === 0 ? accented(part) : part))
    .join('');
}

/** The entry of a catalogue in the pseudo-language, made from the English one. */
function pseudoEntry(entry: unknown): unknown {
  if (typeof entry === 'string') return accented(entry);
  if (typeof entry === 'function')
    return (...given: unknown[]): unknown => {
      const result = (entry as (...given: unknown[]) => unknown)(...given);
      return typeof result === 'string' ? accentedBut(result, stringsIn(given)) : pseudoEntry(result);
    };
  if (Array.isArray(entry)) return entry.map(pseudoEntry);
  if (typeof entry !== 'object' || entry === null || entry instanceof RegExp) return entry;
  return Object.fromEntries(Object.entries(entry).map(([key, inner]) => [key, pseudoEntry(inner)]));
}

const isCatalogue = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && 'en' in value && 'zh' in value;

/** The files that export the catalogues of the rooms. */
export const catalogueFiles = (): string[] =>
  readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('texts/index.ts'))
    .sort();

/** A value of the knowledge with every text of it in the pseudo-language too. */
function withPseudoTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withPseudoTexts);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, withPseudoTexts(inner)] as const);
  const { en } = value as { en?: unknown };
  return Object.fromEntries([...entries, ...(typeof en === 'string' ? [[PSEUDO, accented(en)] as const] : [])]);
}

/** The files of a package, by default the built-in one, with their texts in the pseudo-language too. */
export function pseudoKnowledgeFiles(name = 'knowledge'): Map<string, string> {
  const folder = join(ROOT, name);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));
  return new Map(
    names.sort().map((file) => {
      const documents = parseAllDocuments(readFileSync(join(folder, file), 'utf8')).map((document) =>
        JSON.stringify(withPseudoTexts(document.toJS())),
      );
      return [`${name}/${file.replaceAll('\\', '/')}`, documents.join('\n---\n')];
    }),
  );
}

/**
 * Loads the product afresh with the pseudo-language as one of its languages: the list of languages names it, every catalogue has it, and so has the
 * built-in knowledge, which passes schemas that are made of that list. Gives the modules by a function that imports them.
 */
export async function withPseudoLanguage(): Promise<(file: string) => Promise<Record<string, unknown>>> {
  const load = (file: string): Promise<Record<string, unknown>> =>
    import(pathToFileURL(join(ROOT, 'src', file)).href) as Promise<Record<string, unknown>>;
  vi.resetModules();
  vi.doMock('../../src/language/format.js', async (original) => {
    const format = await original<{ LANGUAGES: typeof LANGUAGES; LANGS: readonly Lang[] }>();
    return {
      ...format,
      LANGUAGES: [
        ...format.LANGUAGES,
        { id: PSEUDO, name: accented('Pseudo'), tag: 'en-x-pseudo', locale: 'en-GB', posix: 'en' },
      ],
      LANGS: [...format.LANGS, PSEUDO],
    };
  });
  for (const file of catalogueFiles())
    for (const catalogue of Object.values(await load(file)).filter(isCatalogue))
      catalogue[PSEUDO] = pseudoEntry(catalogue['en']);
  const { KNOWLEDGE_SCHEMAS } = await load('language/schema/schemas.ts');
  const ajv = new Ajv({ allErrors: true, verbose: true });
  const validators = Object.fromEntries(
    Object.entries(KNOWLEDGE_SCHEMAS as Record<string, object>).map(([kind, schema]) => [kind, ajv.compile(schema)]),
  );
  vi.doMock('../../src/generated/validators.js', () => ({ validators }));
  const { compileKnowledge } = (await load('load/load.ts')) as {
    compileKnowledge: (files: ReadonlyMap<string, string>) => { readonly digest: string; readonly stored: unknown };
  };
  const { digest, stored } = compileKnowledge(pseudoKnowledgeFiles());
  vi.doMock('../../src/generated/knowledge.js', () => ({ default: { digest, stored } }));
  return load;
}

/** Unloads it, so that other tests have the product as it is. */
export function withoutPseudoLanguage(): void {
  for (const file of ['language/format.js', 'generated/validators.js', 'generated/knowledge.js'])
    vi.doUnmock(`../../src/${file}`);
  vi.resetModules();
}

/** Command lines, addresses, figures with their units and the letters of a map's answers: the same in every language. */
const NEUTRAL =
  /whichstack(?: [\w./=-]+)*|--[a-z-]+|https?:\/\/\S+|\d[\d.,]*\s?[A-Za-zµ%/]*|(?<![A-Za-z])[A-Z](?![A-Za-z])/g;

/** The keys of data that is the same in every language; of a free text it is the English one. */
const DATA_KEYS = new Set(['value', 'found', 'required']);

/** Finds English words in texts of the pseudo-language. `kept` is what stays as it is in every language: ids, names and titles of works. */
export class EnglishFinder {
  private readonly kept: ReadonlySet<string>;
  private readonly phrases: RegExp;

  constructor(kept: Iterable<string>) {
    const all = [...new Set(kept)]
      .map((one) => one.replaceAll(/\s+/g, ' ').trim())
      .filter((one) => /[a-zA-Z]/.test(one));
    this.kept = new Set(all);
    const phrases = all.filter((one) => /[^a-zA-Z]/.test(one)).sort((a, b) => b.length - a.length);
    this.phrases = new RegExp(`(?<![a-zA-Z0-9])(?:${phrases.map(escaped).join('|') || '(?!)'})(?![a-zA-Z0-9])`, 'g');
  }

  /** The words of a text that are English and not kept; a single letter, such as the mark of a note, is no word. */
  in(text: string): string[] {
    const rest = text.replaceAll(/\s+/g, ' ').replaceAll(this.phrases, ' ').replaceAll(NEUTRAL, ' ');
    const words = rest.match(/[a-zA-Z][a-zA-Z0-9]*(?:-[a-zA-Z0-9]+)*/g) ?? [];
    return words.filter((word) => word.length > 1 && !this.kept.has(word));
  }

  /**
   * The texts of a document that have English words, by path. What is the same in the document in English is no text where it has no spaces, or its key
   * is one of data.
   *
   * @param english the same document in English
   */
  inDocument(document: unknown, english: unknown, path = ''): Record<string, string> {
    if (typeof document === 'string')
      return (document === english && (!/\s/.test(document) || DATA_KEYS.has(path.replace(/^.*\//, '')))) ||
        this.in(document).length === 0
        ? {}
        : { [path]: document };
    if (typeof document !== 'object' || document === null) return {};
    return Object.assign(
      {},
      ...Object.entries(document).map(([key, inner]) =>
        this.inDocument(inner, (english as Record<string, unknown> | undefined)?.[key], `${path}/${key}`),
      ),
    ) as Record<string, string>;
  }
}
