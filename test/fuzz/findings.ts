import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { DiagnosticError, emit, explain, formatDiagnostic, type FormatId } from '../../src/index.js';
import type { DocumentKind, Documents } from '../../src/emit/documents.js';
import { formatsOf } from '../../src/emit/registry.js';
import { ROOT } from '../support/cli.js';
import { fitsSchema } from '../support/published-schemas.js';

/** A second opinion on what can be printed, which shares nothing with the product. */
const UNPRINTABLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\uffef-\ufffb\ufffe\uffff]|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])/;

export const isRefusal = (error: unknown): error is DiagnosticError => error instanceof DiagnosticError;

/** What goes wrong while an input is tried. */
export class Findings {
  readonly faults: string[] = [];

  add(fault: string): void {
    this.faults.push(fault);
  }

  /** Calls a function that may refuse what it is given, but only with diagnostics that have words. */
  attempt<T>(what: string, act: () => T): T | undefined {
    try {
      return act();
    } catch (error) {
      this.caught(what, error);
      return undefined;
    }
  }

  /** Does what need not work, and is not of the product. */
  quietly<T>(act: () => T): T | undefined {
    try {
      return act();
    } catch {
      return undefined;
    }
  }

  async quietlyDone(act: Promise<unknown>): Promise<void> {
    try {
      await act;
    } catch (error) {
      this.caught('emit', error);
    }
  }

  private caught(what: string, error: unknown): void {
    if (!isRefusal(error)) {
      this.add(
        `${what}: ${error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 4).join('\n') : String(error)}`,
      );
      return;
    }
    if (error.diagnostics.length === 0) this.add(`${what}: an error without a diagnostic`);
    for (const one of error.diagnostics.slice(0, 20)) {
      const { expected = [] } = one.params as { readonly expected?: string | readonly unknown[] };
      if (typeof expected !== 'string' && expected.some((name) => typeof name !== 'string'))
        this.add(`${what}: ${one.code} expects what are no names`);
      if (one.code === 'internal') this.add(`${what}: ${error.message}`);
      for (const lang of ['en', 'zh'] as const) {
        const { message } = explain(one, lang);
        if (message.trim() === '') this.add(`${what}: ${one.code} says nothing in ${lang}`);
        if (/\[object |\bundefined\b/.test(message) && !JSON.stringify(one.params).includes('undefined'))
          this.add(`${what}: ${message}`);
        this.isPrintable(`${what}: ${one.code} in ${lang}`, formatDiagnostic(one, lang));
      }
    }
  }

  /** A document must satisfy the schema that is published for its kind. */
  fits(kind: string, document: unknown, isChecked = true): void {
    if (document === undefined || !isChecked) return;
    const result = fitsSchema(kind, JSON.parse(JSON.stringify(document)));
    if (result !== true) this.add(`does not fit the schema of ${kind}: ${JSON.stringify(result).slice(0, 400)}`);
  }

  /** What a command prints as JSON must satisfy the schema of its kind, where one is published. */
  printedFits(printed: string): void {
    if (!printed.startsWith('{')) return;
    const document = this.quietly(() => JSON.parse(printed) as { readonly kind?: string });
    const schema = document?.kind?.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
    // A workload that is read by other knowledge has other factors.
    if (schema !== undefined && schema !== 'workload' && existsSync(join(ROOT, `schema/${schema}.json`)))
      this.fits(schema, document);
  }

  /** A text must hold no character that a terminal obeys or that nobody sees, but for the mark by which spreadsheets know the encoding of a table. */
  isPrintable(what: string, text: string): void {
    const found = UNPRINTABLE.exec(text.replaceAll('\r\n', '\n').replace(/^\ufeff/, ''));
    if (found !== null)
      this.add(
        `${what}: not printable: ${JSON.stringify(text.slice(Math.max(0, found.index - 40), found.index + 20))}`,
      );
  }

  /** What was written and read again must be what it was. */
  isSame(what: string, before: unknown, after: unknown): void {
    if (JSON.stringify(before) !== JSON.stringify(after)) this.add(`${what}: not the same when it is read again`);
  }

  /** The one document of a YAML text. */
  yaml(what: string, act: () => string): unknown {
    const text = this.attempt(what, act);
    if (text === undefined) return undefined;
    this.isPrintable(what, text);
    return parseAllDocuments(text, { logLevel: 'error' })[0]?.toJS() as unknown;
  }

  /** Emits a document in every format; all of it must be printable, and JSON must be the same data. */
  async emits(
    document: Documents[DocumentKind] | undefined,
    schema: string | undefined,
    options: Partial<Record<FormatId, object>> = {},
  ): Promise<void> {
    if (document === undefined) return;
    if (schema !== undefined) this.fits(schema, document);
    for (const format of formatsOf(document.kind)) {
      const what = `${document.kind} as ${format}`;
      try {
        const [{ text }] = await emit(document as never, format, options[format] as never);
        this.isPrintable(what, text);
        if (format === 'text' && text.includes('\t')) this.add(`${what}: a tab`);
        if (format === 'json' && JSON.stringify(JSON.parse(text)) !== JSON.stringify(document))
          this.add(`${what}: other data`);
        if (format === 'sarif') JSON.parse(text);
        if (format === 'yaml') this.isSame(what, document, parseAllDocuments(text, { logLevel: 'error' })[0]?.toJS());
      } catch (error) {
        this.caught(what, error);
      }
    }
  }
}
