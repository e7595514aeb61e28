import { where, type Diagnostics } from '../language/diagnostic.js';
import type { KnowledgeDocument } from '../language/kinds.js';
import { nearest } from '../language/nearest.js';
import type { Decision } from '../language/schema/decision.js';
import type { Located as LocatedText } from '../language/yaml.js';
import type { StoredDocument } from './knowledge.js';
import type { Entry } from './validate.js';

/** A stored document, and where it is written if it was read in this run. */
export interface Located {
  readonly stored: StoredDocument;
  readonly locate?: LocatedText['locate'];
}

/** Lays one package upon those before it. Two documents of one kind and id within a package are an error; across packages the later one wins. */
export function applyOverlay(
  below: readonly Located[],
  entries: readonly (Entry & { readonly file: string })[],
  report: Diagnostics,
): Located[] {
  const name = entries.find(({ document }) => document.kind === 'Package')?.document.id ?? '';
  const result = new Map(below.map((located) => [keyOf(located.stored.document), located]));
  const here = new Map<string, Entry>();
  const extensions: (Entry & { readonly document: Decision })[] = [];
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
    else result.set(key, { stored: { document, package: name, file }, locate });
  }
  for (const { document, locate } of extensions) extend(result, document, locate, report);
  return [...result.values()];
}

const keyOf = ({ kind, id }: KnowledgeDocument): string => `${kind} ${id}`;

/** Adds the rules of an extension to the table that it extends. */
function extend(
  result: Map<string, Located>,
  extension: Decision,
  locate: LocatedText['locate'],
  report: Diagnostics,
): void {
  const { decision, at, rules } = extension.extends ?? { decision: '', at: 'end', rules: [] };
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
  const named = rules.map((rule, index) => ({ ...rule, id: rule.id ?? `${extension.id}#${String(index + 1)}` }));
  const old = document.table.rules;
  const table = { ...document.table, rules: at === 'start' ? [...named, ...old] : [...old, ...named] };
  result.set(key, { ...target, stored: { ...target.stored, document: { ...document, table } } });
}
