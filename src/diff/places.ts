import { position } from '../language/diagnostics/diagnostic.js';
import type { Cause } from '../language/schema/results/difference.js';
import type { Decision, Rule } from '../language/schema/knowledge/decision.js';
import type { LocatedValue } from '../language/read/yaml.js';
import type { KnowledgeFiles } from '../load/load.js';
import { WrittenDocuments } from '../load/written.js';
import type { KnowledgeChange, Version } from './document-diff.js';

type Place = NonNullable<Cause['place']>;

/** Finds where the versions of a change are written. Files are read only when something in them is looked for. */
export class ChangePlaces {
  private readonly written: WrittenDocuments;

  /**
   * @param files the files of one of the two versions
   * @param textOf gives the text of any other file by the name that it was compiled under; undefined where it is not at hand
   */
  constructor(files: KnowledgeFiles, textOf: (file: string) => string | undefined) {
    this.written = new WrittenDocuments(files, textOf);
  }

  /** Where one version of a change is written. */
  of({ kind, id }: KnowledgeChange, { value, stored, path }: Version): Place | undefined {
    const [top, , index] = path;
    if (kind === 'Decision' && top === 'table' && typeof index === 'number' && stored.document.kind === 'Decision') {
      const rules = stored.document.table?.rules ?? [];
      const rule = rules[index];
      if (rule?.package !== undefined) return this.extension(id, rule);
      // The rules that other packages put before it are not written there.
      const own = rules.slice(0, index).filter((other) => other.package === undefined).length;
      return this.at(stored.file, kind, id, ['table', 'rules', own]);
    }
    return value === undefined ? undefined : this.at(stored.file, kind, id, path.length === 0 ? ['id'] : path);
  }

  private at(file: string, kind: string, id: string, path: Version['path']): Place | undefined {
    return placeOf(this.written.find(file, kind, id), path);
  }

  /** A rule that another package adds to a table. */
  private extension(decision: string, rule: Rule): Place | undefined {
    for (const located of this.written.extensions()) {
      const { id, extends: extension } = located.value as Decision;
      if (extension?.decision !== decision) continue;
      const n = extension.rules.findIndex((one, index) => rule.id === (one.id ?? `${id}#${String(index + 1)}`));
      if (n >= 0) return placeOf(located, ['extends', 'rules', n]);
    }
    return undefined;
  }
}

function placeOf(located: LocatedValue | undefined, path: Version['path']): Place | undefined {
  if (located === undefined) return undefined;
  const { source, start } = located.locate(path);
  return { file: source.name, ...position(source.text, start) };
}
