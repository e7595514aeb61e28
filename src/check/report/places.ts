import type { Span } from '../../language/diagnostics/diagnostic.js';
import type { Decision, Rule, TreeNode } from '../../language/schema/knowledge/decision.js';
import type { LocatedValue, Path } from '../../language/read/yaml.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import type { KnowledgeFiles } from '../../load/load.js';
import { WrittenDocuments } from '../../load/written.js';
import type { ProgramDecision, ProgramRule } from '../../program/ir/program.js';
import type { Problem, ProblemView } from '../rules/problem.js';

/** Finds the places of problems in the files of the knowledge. A file is read only when something in it is needed. */
export class ProblemPlaces {
  private readonly written: WrittenDocuments;
  private readonly packages: ReadonlyMap<string, number>;
  private readonly documents = new Map<string, LocatedValue | undefined>();
  /** By document: the path of each rule, by the name that the loader gives the rule. */
  private readonly rules = new Map<LocatedValue, ReadonlyMap<string, Path>>();

  /**
   * @param files the files of overlays, in which a decision may be extended
   * @param textOf returns the text of a file of the packages below, by the name under which it was compiled; undefined where it is not available
   */
  constructor(
    private readonly knowledge: KnowledgeBase,
    files: KnowledgeFiles,
    textOf: (file: string) => string | undefined,
  ) {
    this.written = new WrittenDocuments(files, textOf);
    this.packages = new Map(knowledge.packages.map(({ id }, index) => [id, index]));
  }

  /**
   * The place where a problem is best mended: its document; else its criterion, if a later package defines that than the rules; else its first rule
   * of the newest package; else its decision. Undefined where the text is not available.
   */
  of({ decision, rules = [], criterion, document }: ProblemView): Span | undefined {
    if (document !== undefined) {
      const { kind, id, path = ['id'], file } = document;
      const written = file === undefined ? this.document(kind, id) : this.written.find(file, kind, id);
      return written?.locate(path);
    }
    const newest = this.newestFirst(rules);
    if (criterion !== undefined && this.isLater(criterion, newest)) {
      return this.document('Criterion', criterion)?.locate(['id']);
    }
    for (const rule of newest) {
      const span = this.rule(rule, decision);
      if (span !== undefined) return span;
    }
    return decision === undefined ? undefined : this.document('Decision', decision.id)?.locate(['id']);
  }

  /** The package of what a problem is best mended at, by the same order as its place. */
  packageOf(problem: Problem): string {
    const { decision, rules = [], criterion, document }: ProblemView = problem;
    const base = this.knowledge.packages[0]?.id ?? '';
    // A document that extends a decision is not among the stored ones.
    if (problem.code === 'text-untranslated') return problem.package;
    if (document !== undefined) return this.originOf(document.kind, document.id) ?? base;
    const newest = this.newestFirst(rules);
    if (criterion !== undefined && this.isLater(criterion, newest))
      return this.originOf('Criterion', criterion) ?? base;
    const [rule] = newest;
    return rule?.origin.package ?? (decision && this.originOf('Decision', decision.id)) ?? base;
  }

  /** The places of the other rules of a problem, in their order, without the place of the problem itself. */
  related({ decision, rules = [] }: ProblemView, place: Span | undefined): Span[] {
    return rules.flatMap((rule) => {
      const span = this.rule(rule, decision);
      return span === undefined || (span.source === place?.source && span.start === place.start) ? [] : [span];
    });
  }

  private originOf(kind: string, id: string): string | undefined {
    return this.knowledge.origins.get(`${kind}/${id}`);
  }

  /** The position of a package among those that are laid over one another. */
  private age(name: string | undefined): number {
    return this.packages.get(name ?? '') ?? 0;
  }

  private newestFirst(rules: readonly ProgramRule[]): readonly ProgramRule[] {
    return rules.toSorted((a, b) => this.age(b.origin.package) - this.age(a.origin.package));
  }

  /** Whether a criterion is of a later package than rules, of which the newest is the first. */
  private isLater(criterion: string, [newest]: readonly ProgramRule[]): boolean {
    return this.age(this.originOf('Criterion', criterion)) > this.age(newest?.origin.package);
  }

  private rule(rule: ProgramRule, decision: ProgramDecision | undefined): Span | undefined {
    // A rule that is repeated for each scenario has the scenario as the end of its id.
    const name = rule.id.replace(/:[^:]*$/, '');
    for (const located of this.decisions(rule, decision)) {
      const places = this.placesIn(located);
      const path = places.get(rule.id) ?? places.get(name);
      if (path !== undefined) return located.locate(path);
    }
    return undefined;
  }

  /** The documents that may contain a rule: its decision, and documents that extend decisions. */
  private decisions(rule: ProgramRule, decision: ProgramDecision | undefined): LocatedValue[] {
    const owner = this.knowledge.decisions.get(rule.id.split(/[#/]/)[0] ?? '')?.id ?? decision?.id ?? '';
    const own = this.document('Decision', owner);
    return [...this.written.extensions(), ...(own === undefined ? [] : [own])];
  }

  private document(kind: string, id: string): LocatedValue | undefined {
    const key = `${kind}/${id}`;
    if (!this.documents.has(key)) {
      const stored = this.knowledge.stored.find(({ document }) => document.kind === kind && document.id === id);
      this.documents.set(key, stored && this.written.find(stored.file, kind, id));
    }
    return this.documents.get(key);
  }

  private placesIn(located: LocatedValue): ReadonlyMap<string, Path> {
    let places = this.rules.get(located);
    if (places === undefined) this.rules.set(located, (places = placesOf(located.value as Decision)));
    return places;
  }
}

/** The paths of the rules of a decision, by the names that the loader gives them. Of two rules with one name, the first counts. */
function placesOf({ id, table, tree, extends: extension }: Decision): Map<string, Path> {
  const found = new Map<string, Path>();
  const put = (name: string, path: Path): void => {
    if (!found.has(name)) found.set(name, path);
  };
  const among = (rules: readonly Rule[], path: Path): void => {
    for (const [n, rule] of rules.entries()) put(rule.id ?? `${id}#${String(n + 1)}`, [...path, n]);
  };
  const within = (node: TreeNode, name: string, path: Path): void => {
    put(name, path);
    for (const [n, branch] of (node.branches ?? []).entries()) {
      within(branch, `${name}/${String(n + 1)}`, [...path, 'branches', n]);
    }
  };
  if (table !== undefined) among(table.rules, ['table', 'rules']);
  else if (extension !== undefined) among(extension.rules, ['extends', 'rules']);
  else if (tree !== undefined) within(tree, id, ['tree']);
  return found;
}
