import type { TObject } from 'typebox';
import type { Formats } from '../generated/formats.js';
import { refusal } from '../language/diagnostics/diagnostic.js';
import { nearest, type NameCandidate } from '../language/diagnostics/nearest.js';
import { READABLE_KINDS, type DocumentKind, type Documents } from './documents.js';
import type { AnyEmitter, EmittedFiles, Emitter } from './emitter.js';
import { jsonEmitter } from './json/index.js';
import { textEmitter } from './text/index.js';

/** A format as the registry lists it: the kinds of document that it accepts, known before its code is loaded. */
interface Format<K extends DocumentKind, O extends TObject> {
  readonly accepts: readonly K[];
  readonly load: () => Promise<Emitter<K, O>>;
  /** What people write for it, and mean it; suggested and not taken. */
  readonly also: readonly string[];
}

/** A format whose code is loaded when it is first used, so that no other command loads it. */
const lazy = <K extends DocumentKind, O extends TObject>(
  accepts: readonly K[],
  load: () => Promise<Emitter<K, O>>,
  also: readonly string[] = [],
): Format<K, O> => ({ accepts, load, also });

/** A format that nearly every command uses: its code is part of the program, which makes it start sooner. */
const eager = <K extends DocumentKind, O extends TObject>(
  emitter: Emitter<K, O>,
  also?: readonly string[],
): Format<K, O> => lazy(emitter.accepts, () => Promise.resolve(emitter), also);

/**
 * Every output format, in the order in which help lists them; the first that accepts a kind of document is the default for it. A new format is a
 * folder and a line here.
 */
export const FORMATS = {
  text: eager(textEmitter, ['txt', 'plain']),
  csv: lazy(['DecisionTable'], async () => (await import('./csv/index.js')).csvEmitter),
  yaml: lazy(['Decision', 'Workload'], async () => (await import('./yaml/index.js')).yamlEmitter, ['yml']),
  json: eager(jsonEmitter),
  markdown: lazy(READABLE_KINDS, async () => (await import('./markdown/index.js')).markdownEmitter, ['md']),
  sarif: lazy(['Verification'], async () => (await import('./sarif/index.js')).sarifEmitter),
  svg: lazy(['DecisionMap'], async () => (await import('./svg/index.js')).svgEmitter),
  mermaid: lazy(['DecisionMap'], async () => (await import('./mermaid/index.js')).mermaidEmitter, ['mmd']),
};

/** The name of an output format. */
export type FormatId = keyof Formats;
/** The documents that a format accepts. */
export type DocumentOf<F extends FormatId> = Documents[Formats[F]['kind']];
/** The options that a format takes. */
export type OptionsOf<F extends FormatId> = Formats[F]['options'];

/** The formats that a kind of document can be emitted in, in the order of the registry. */
export const formatsOf = (kind: DocumentKind): FormatId[] =>
  (Object.keys(FORMATS) as FormatId[]).filter((id) => FORMATS[id].accepts.some((accepted) => accepted === kind));

/** The names of some formats, all by default, with the words that mean them. */
export const formatNames = (formats: readonly FormatId[] = Object.keys(FORMATS) as FormatId[]): NameCandidate[] =>
  formats.map((id) => ({ id, also: FORMATS[id].also }));

/**
 * The emitter of a format.
 *
 * @throws {DiagnosticError} when there is no such format
 */
export async function emitterOf(format: string): Promise<AnyEmitter> {
  if (Object.hasOwn(FORMATS, format)) return (await FORMATS[format as FormatId].load()) as unknown as AnyEmitter;
  throw refusal(
    'format-unknown',
    { format, expected: Object.keys(FORMATS) },
    undefined,
    nearest(format, formatNames()),
  );
}

/**
 * A document in an output format.
 *
 * @returns the files that the format makes; one without a path where it makes one file only
 * @throws {DiagnosticError} when there is no such format, it does not accept the document, or an option does not fit its schema
 */
export async function emit<F extends FormatId>(
  document: DocumentOf<F>,
  format: F,
  options?: OptionsOf<F>,
): Promise<EmittedFiles> {
  const emitter = await emitterOf(format);
  return emitter.emit(document, options);
}
