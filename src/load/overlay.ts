import { where, type Diagnostics } from '../language/diagnostics/diagnostic.js';
import type { KnowledgeDocument } from '../language/schema/kinds.js';
import { nearest } from '../language/diagnostics/nearest.js';
import type { Decision, Rule } from '../language/schema/knowledge/decision.js';
import type { LocatedValue as LocatedText, Path } from '../language/read/yaml.js';
import type { StoredDocument } from './knowledge.js';
import type { ValidDocument } from './validate.js';

/** A stored document, and where it is written if it was read in this run. */
export interface LocatedDocument {
  readonly stored: StoredDocument;
  readonly locate?: LocatedText['locate'];
  /** Whether it takes the place of a document of a package below. */
  readonly replaces?: boolean;
  /** The places of the rules that other documents added to the table. */
  readonly added?: ReadonlyMap<Rule, Addition>;
}

/** The place of a rule that an extension adds, and the id of the extension. */
interface Addition {
  readonly locate: LocatedText['locate'];
  readonly path: Path;
  readonly extension: string;
}

/** Lays one package upon those before it. Two documents of one kind and id within a package are an error; across packages the later one wins. */
export function applyOverlay(
  below: readonly LocatedDocument[],
  entries: readonly (ValidDocument & { readonly file: string })[],
  report: Diagnostics,
): LocatedDocument[] {
  const name = entries.find(({ document }) => document.kind === 'Package')?.document.id ?? '';
  const result = new Map(below.map((located) => [keyOf(located.stored.document), located]));
  const here = new Map<string, ValidDocument>();
  const extensions: (ValidDocument & { readonly document: Decision })[] = [];
  for (const entry of entries) {
    const { document, locate, file } = entry;
    const key = keyOf(document);
    const first = here.get(key);
    if (first !== undefined) {
      const params = { kind: document.kind, id: document.id, first: where(first.locate(['id'])) };
      report.add('document-twice', params, locate(['id']));
      continue;
    }
    here.set(key, entry);
    if (document.kind === 'Decision' && document.extends !== undefined) extensions.push({ ...entry, document });
    else result.set(key, { stored: { document, package: name, file }, locate, replaces: result.has(key) });
  }
  for (const { document, locate } of extensions) extend(result, { document, locate, name }, report);
  return [...result.values()];
}

const keyOf = ({ kind, id }: KnowledgeDocument): string => `${kind} ${id}`;

/** Adds the rules of an extension to the table that it extends; an extension of that id that was laid before is replaced by it. */
function extend(
  result: Map<string, LocatedDocument>,
  { document: extension, locate, name }: { document: Decision; locate: LocatedText['locate']; name: string },
  report: Diagnostics,
): void {
  if (extension.table !== undefined || extension.tree !== undefined || extension.vote !== undefined) {
    report.add('decision-body', { id: extension.id }, locate(['id']));
  }
  const { decision, at, rules } = extension.extends ?? { decision: '', at: 'end', rules: [] };
  withdraw(result, extension.id);
  const key = `Decision ${decision}`;
  const target = result.get(key);
  const document = target?.stored.document;
  if (target === undefined || document?.kind !== 'Decision' || document.table === undefined) {
    const tables = [...result.values()].flatMap(({ stored: { document: d } }) =>
      d.kind === 'Decision' && d.table !== undefined ? [{ id: d.id }] : [],
    );
    report.add(
      'unknown-reference',
      { what: 'table', name: decision },
      locate(['extends', 'decision']),
      nearest(decision, tables),
    );
    return;
  }
  if (extension.id === decision) {
    report.add('extension-id', { id: decision }, locate(['id']));
    return;
  }
  const named = withIds(rules, extension.id).map((rule) => ({ ...rule, package: name }));
  const places = named.map((rule, index): [Rule, Addition] => [
    rule,
    { locate, path: ['extends', 'rules', index], extension: extension.id },
  ]);
  // What a rule is called must not depend on what an overlay puts before it.
  const old = withIds(document.table.rules, document.id);
  const moved = document.table.rules.flatMap((rule, index) => {
    const [place, now] = [target.added?.get(rule), old[index]];
    return place === undefined || now === undefined ? [] : [[now, place] as const];
  });
  const table = { ...document.table, rules: at === 'start' ? [...named, ...old] : [...old, ...named] };
  const stored = { ...target.stored, document: { ...document, table } };
  result.set(key, { ...target, stored, added: new Map([...moved, ...places]) });
}

const withIds = (rules: readonly Rule[], decision: string): Rule[] =>
  rules.map((rule, index) => ({ ...rule, id: rule.id ?? `${decision}#${String(index + 1)}` }));

/** Takes the rules of an extension out of whichever table they were added to. */
function withdraw(result: Map<string, LocatedDocument>, extension: string): void {
  for (const [key, { stored, added, ...located }] of result) {
    const { document } = stored;
    if (added === undefined || document.kind !== 'Decision' || document.table === undefined) continue;
    const kept = document.table.rules.filter((rule) => added.get(rule)?.extension !== extension);
    if (kept.length === document.table.rules.length) continue;
    const table = { ...document.table, rules: kept };
    result.set(key, { ...located, added, stored: { ...stored, document: { ...document, table } } });
  }
}
