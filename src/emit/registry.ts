import type { TObject } from 'typebox';
import type { Formats } from '../generated/formats.js';
import { DiagnosticError, Diagnostics } from '../language/diagnostics/diagnostic.js';
import { nearest } from '../language/diagnostics/nearest.js';
import { READABLE_KINDS, type DocumentKind, type Documents } from './documents.js';
import type { AnyEmitter, EmittedFiles, Emitter } from './emitter.js';
import { jsonEmitter } from './json/index.js';
import { textEmitter } from './text/index.js';

/** A format as the registry lists it: the kinds of document that it accepts, known before its code is loaded. */
interface Format<K extends DocumentKind, O extends TObject> {
  readonly accepts: readonly K[];
  readonly load: () => Promise<Emitter<K, O>>;
}

/** A format whose code is loaded when it is first used, so that no other command loads it. */
const lazy = <K extends DocumentKind, O extends TObject>(
  accepts: readonly K[],
  load: () => Promise<Emitter<K, O>>,
): Format<K, O> => ({ accepts, load });

/** A format that nearly every command uses: its code is part of the program, which makes it start sooner. */
const eager = <K extends DocumentKind, O extends TObject>(emitter: Emitter<K, O>): Format<K, O> =>
  lazy(emitter.accepts, () => Promise.resolve(emitter));

/**
 * Every output format, in the order in which help lists them; the first that accepts a kind of document is the default for it. A new format is a
 * folder and a line here.
 */
export const FORMATS = {
  text: eager(textEmitter),
  csv: lazy(['DecisionTable'], async () => (await import('./csv/index.js')).csvEmitter),
  yaml: lazy(['Decision', 'Workload'], async () => (await import('./yaml/index.js')).yamlEmitter),
  json: eager(jsonEmitter),
  markdown: lazy(READABLE_KINDS, async () => (await import('./markdown/index.js')).markdownEmitter),
  sarif: lazy(['Verification'], async () => (await import('./sarif/index.js')).sarifEmitter),
  svg: lazy(['DecisionMap'], async () => (await import('./svg/index.js')).svgEmitter),
  mermaid: lazy(['DecisionMap'], async () => (await import('./mermaid/index.js')).mermaidEmitter),
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

/**
 * The emitter of a format.
 *
 * @throws {DiagnosticError} when there is no such format
 */
export async function emitterOf(format: string): Promise<AnyEmitter> {
  if (Object.hasOwn(FORMATS, format)) return (await FORMATS[format as FormatId].load()) as unknown as AnyEmitter;
  const report = new Diagnostics();
  const formats = Object.keys(FORMATS);
  const meant = nearest(
    format,
    formats.map((id) => ({ id })),
  );
  report.add('format-unknown', { format, expected: formats }, undefined, meant);
  throw new DiagnosticError(report.all);
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
