import * as Type from 'typebox';
import type { Static, TObject, TProperties } from 'typebox';
import { DiagnosticError, Diagnostics } from '../language/diagnostics/diagnostic.js';
import { nearest } from '../language/diagnostics/nearest.js';
import { printable, printableParts } from '../language/text/printable.js';
import { show } from '../language/values/json-text.js';
import type { DocumentKind, Documents } from './documents.js';

/** A file that a format makes from a document. */
export interface EmittedFile {
  /**
   * Where the file belongs, relative to the folder of the output, with `/` between its parts. Absent where the document makes one file only: that
   * file has no name of its own, and goes to standard output or to where the user says.
   */
  readonly path?: string;
  readonly text: string;
}

/** The files that a format makes from a document: one or more. */
export type EmittedFiles = readonly [EmittedFile, ...EmittedFile[]];

/**
 * An output format: a pure function of a document and of its options. The same document and options give the same bytes.
 *
 * `K` are the kinds of document that it accepts, `O` is the schema of its options.
 */
export interface Emitter<K extends DocumentKind, O extends TObject> {
  /** The name of the format, as `--format` takes it. */
  readonly id: string;
  readonly accepts: readonly K[];
  /** The schema of the options. Every option is optional, so that a document alone can be emitted. */
  readonly options: O;
  /** @throws {DiagnosticError} when the document is of another kind, or an option does not fit the schema */
  readonly emit: (document: Documents[K], options?: Static<O>) => EmittedFiles;
  /** Combines the texts of several documents into one. A format without it takes one document at a time. */
  readonly join?: (texts: readonly string[]) => string;
}

/** What a format folder states: the parts of an emitter, with an `emit` that may rely on checked arguments. */
interface EmitterDefinition<K extends DocumentKind, O extends TObject> extends Omit<Emitter<K, O>, 'emit'> {
  /**
   * What becomes of characters in a document that cannot be printed. `shown`: `emit` is given a document that shows each as its number. `escaped`: the syntax of
   * the format has a form for them, by which a program reads the same data, and `emit` writes that.
   */
  readonly unprintable: 'shown' | 'escaped';
  readonly emit: (document: Documents[K], options: Static<O>) => EmittedFiles;
}

/** An emitter of which only the contract is known at compile time; the checks of `emit` hold at run time all the same. */
export interface AnyEmitter extends Pick<Emitter<DocumentKind, TObject>, 'id' | 'accepts' | 'options' | 'join'> {
  readonly emit: (document: Documents[DocumentKind], options?: Readonly<Record<string, unknown>>) => EmittedFiles;
}

/** The schema of the options of a format, which takes no others. */
export const optionSchema = <P extends TProperties>(properties: P): Type.TObject<P> =>
  Type.Object(properties, { additionalProperties: false });

/** The schema of an option that gives texts by name. `Type.Record` would do, but with it come the 40 kB of TypeBox that compute types. */
export const textsByName = (description: string): Type.TUnsafe<Readonly<Record<string, string>>> =>
  Type.Unsafe({ type: 'object', patternProperties: { '^.*$': { type: 'string' } }, description });

/** Makes an emitter whose `emit` checks the kind of the document and the options first. */
export function defineEmitter<K extends DocumentKind, O extends TObject>(
  definition: EmitterDefinition<K, O>,
): Emitter<K, O> {
  const { unprintable, ...contract } = definition;
  const { id, accepts, options: schema, emit } = contract;
  return {
    ...contract,
    emit: (document, options = {} as Static<O>) => {
      const report = new Diagnostics();
      const kind: unknown = (document as Partial<Documents[K]> | null | undefined)?.kind;
      if (!accepts.some((accepted) => accepted === kind))
        report.add('format-refuses-kind', { format: id, kind: show(kind), expected: accepts });
      checkOptionsOf(id, schema, options, report);
      if (report.failed) throw new DiagnosticError(report.all);
      // Before a format lays out and paints its text, so that its own colours are all that a terminal obeys.
      return unprintable === 'shown' ? emit(printableParts(document), shownOptions(options)) : emit(document, options);
    },
  };
}

/** The part of JSON Schema that options are described in. */
interface OptionSchema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly items?: OptionSchema;
  readonly patternProperties?: Readonly<Record<string, OptionSchema>>;
}

/** Options as a format shows them; the texts of files stay as they are, because places count their characters. */
function shownOptions<O extends object>(options: O): O {
  const shown = Object.entries(options).map(([option, value]: [string, unknown]) => [option, shownOption(value)]);
  return Object.fromEntries(shown) as O;
}

function shownOption(value: unknown): unknown {
  if (typeof value === 'string' || Array.isArray(value)) return printableParts(value);
  if (typeof value !== 'object' || value === null) return value;
  // A file may be called `constructor`, which every other object has.
  const named = Object.entries(value).map(([name, text]: [string, unknown]) => [printable(name), text] as const);
  return Object.assign(Object.create(null), Object.fromEntries(named));
}

/** Reports options that a format does not have, and values that they do not take. */
function checkOptionsOf(format: string, { properties }: TObject, options: object, report: Diagnostics): void {
  const known = properties as Readonly<Record<string, OptionSchema>>;
  const names = Object.keys(known);
  for (const [option, value] of Object.entries(options)) {
    const schema = Object.hasOwn(known, option) ? known[option] : undefined;
    if (schema === undefined) {
      const meant = nearest(
        option,
        names.map((id) => ({ id })),
      );
      report.add('format-lacks-option', { format, option, expected: names }, undefined, meant);
    } else if (value !== undefined && !fits(value, schema)) {
      const { enum: choices, type = '' } = schema;
      report.add('option-invalid', { option, value: show(value), expected: choices ?? [type] });
    }
  }
}

function fits(value: unknown, schema: OptionSchema): boolean {
  const { type, enum: choices, minimum = -Infinity, items, patternProperties = {} } = schema;
  if (choices !== undefined) return choices.some((choice) => choice === value);
  switch (type) {
    case 'integer':
      return Number.isInteger(value) && Number(value) >= minimum;
    case 'array':
      return Array.isArray(value) && value.every((item) => fits(item, items ?? {}));
    case 'object': {
      const [each = {}] = Object.values(patternProperties);
      return typeof value === 'object' && value !== null && Object.values(value).every((one) => fits(one, each));
    }
    default:
      return typeof value === type;
  }
}
