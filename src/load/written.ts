import { Diagnostics } from '../language/diagnostics/diagnostic.js';
import type { Decision } from '../language/schema/knowledge/decision.js';
import { isPlain } from '../language/read/document-reader.js';
import { MAX_KNOWLEDGE_BYTES, readDocuments, type LocatedValue } from '../language/read/yaml.js';
import type { KnowledgeFiles } from './load.js';

/** The documents of some knowledge as they are written, with their places. A file is read only when something in it is looked for. */
export class WrittenDocuments {
  private readonly read = new Map<string, readonly LocatedValue[]>();
  private extending: readonly LocatedValue[] | undefined;

  /**
   * @param files files at hand, in which a decision may be extended
   * @param textOf gives the text of any other file by the name that it was compiled under; undefined where it is not at hand
   */
  constructor(
    private readonly files: KnowledgeFiles,
    private readonly textOf: (file: string) => string | undefined,
  ) {}

  /** The document of a kind and id in a file; undefined where the file is not at hand or has none. */
  find(file: string, kind: string, id: string): LocatedValue | undefined {
    return this.in(file).find(({ value }) => isPlain(value) && value['kind'] === kind && value['id'] === id);
  }

  /** The documents of the files at hand that extend a decision. */
  extensions(): readonly LocatedValue[] {
    this.extending ??= [...this.files.keys()].flatMap((file) =>
      this.in(file).filter(
        ({ value }) =>
          isPlain(value) && value['kind'] === 'Decision' && (value as Partial<Decision>).extends !== undefined,
      ),
    );
    return this.extending;
  }

  private in(file: string): readonly LocatedValue[] {
    let documents = this.read.get(file);
    if (documents === undefined) {
      const text = this.files.get(file) ?? this.textOf(file);
      documents = text === undefined ? [] : readDocuments({ name: file, text }, new Diagnostics(), MAX_KNOWLEDGE_BYTES);
      this.read.set(file, documents);
    }
    return documents;
  }
}
