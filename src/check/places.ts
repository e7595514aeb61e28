import { Diagnostics, type Span } from '../language/diagnostic.js';
import type { Decision, Rule, TreeNode } from '../language/schema/decision.js';
import { MAX_KNOWLEDGE_BYTES, readDocuments, type Located, type Path } from '../language/yaml.js';
import type { KnowledgeBase } from '../load/knowledge.js';
import type { KnowledgeFiles } from '../load/load.js';
import type { ProgramDecision, ProgramRule } from '../program/program.js';
import type { Found } from './found.js';

/** Finds where things are written. Files are read only when something in them is looked for. */
export class Places {
  private readonly read = new Map<string, readonly Located[]>();
  private readonly packages: ReadonlyMap<string, number>;

  /**
   * @param files the files of overlays, in which a decision may be extended
   * @param textOf gives the text of a file of the packages below, by the name that it was compiled under; undefined where it is not at hand
   */
  constructor(
    private readonly knowledge: KnowledgeBase,
    private readonly files: KnowledgeFiles,
    private readonly textOf: (file: string) => string | undefined,
  ) {
    this.packages = new Map(knowledge.packages.map(({ id }, index) => [id, index]));
  }

  /**
   * Where a problem is best looked at: the document in question, else its first rule of the newest package, else its decision; its criterion, if that is
   * newer than the rules.
   */
  of({ decision, rules = [], criterion, subject }: Found): Span | undefined {
    if (subject !== undefined) return this.document(subject.kind, subject.id)?.locate(subject.path ?? ['id']);
    const age = (name: string | undefined): number => this.packages.get(name ?? '') ?? 0;
    const ordered = rules.toSorted((a, b) => age(b.origin.package) - age(a.origin.package));
    if (
      criterion !== undefined &&
      age(this.knowledge.origins.get(`Criterion/${criterion}`)) > age(ordered[0]?.origin.package)
    ) {
      return this.document('Criterion', criterion)?.locate(['id']);
    }
    for (const rule of ordered) {
      const span = this.rule(rule, decision);
      if (span !== undefined) return span;
    }
    return decision === undefined ? undefined : this.document('Decision', decision.id)?.locate(['id']);
  }

  private rule(rule: ProgramRule, decision: ProgramDecision | undefined): Span | undefined {
    // The same rule may be taken for each scenario in turn.
    const name = rule.id.replace(/:[^:]*$/, '');
    const ids = [rule.id, name];
    for (const located of this.decisions(rule, decision)) {
      const path = pathOf(ids, located.value as Decision);
      if (path !== undefined) return located.locate(path);
    }
    return undefined;
  }

  /** The documents that a rule may stand in: its decision, and what extends it. */
  private decisions(rule: ProgramRule, decision: ProgramDecision | undefined): Located[] {
    const owner = this.knowledge.decisions.get(rule.id.split(/[#/]/)[0] ?? '')?.id ?? decision?.id ?? '';
    const own = this.document('Decision', owner);
    const extending = [...this.files.keys()]
      .flatMap((file) => this.documents(file))
      .filter(
        ({ value }) => (value as Partial<Decision>).kind === 'Decision' && (value as Decision).extends !== undefined,
      );
    return [...extending, ...(own === undefined ? [] : [own])];
  }

  private document(kind: string, id: string): Located | undefined {
    const stored = this.knowledge.stored.find(({ document }) => document.kind === kind && document.id === id);
    if (stored === undefined) return undefined;
    return this.documents(stored.file).find(({ value }) => {
      const document = value as { kind?: unknown; id?: unknown } | null;
      return document?.kind === kind && document.id === id;
    });
  }

  private documents(file: string): readonly Located[] {
    let documents = this.read.get(file);
    if (documents === undefined) {
      const text = this.files.get(file) ?? this.textOf(file);
      documents = text === undefined ? [] : readDocuments({ name: file, text }, new Diagnostics(), MAX_KNOWLEDGE_BYTES);
      this.read.set(file, documents);
    }
    return documents;
  }
}

/** Where a rule stands in a decision, by one of its names as the loader gives them. */
function pathOf(names: readonly string[], { id, table, tree, extends: extension }: Decision): Path | undefined {
  const among = (rules: readonly Rule[], path: Path): Path | undefined => {
    const n = rules.findIndex((rule, index) => names.includes(rule.id ?? `${id}#${String(index + 1)}`));
    return n < 0 ? undefined : [...path, n];
  };
  const within = (node: TreeNode, name: string, path: Path): Path | undefined => {
    if (names.includes(node.id ?? name)) return path;
    for (const [n, branch] of (node.branches ?? []).entries()) {
      const found = within(branch, `${name}/${String(n + 1)}`, [...path, 'branches', n]);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  if (table !== undefined) return among(table.rules, ['table', 'rules']);
  if (extension !== undefined) return among(extension.rules, ['extends', 'rules']);
  return tree === undefined ? undefined : within(tree, id, ['tree']);
}
