import { DiagnosticError, Diagnostics, spanOfText, type Span } from '../language/diagnostics/diagnostic.js';
import { API_VERSION, LANGS, type Lang } from '../language/format.js';
import type { Text } from '../language/schema/common.js';
import type { Aggregate, HitPolicy } from '../language/outputs/hit-policies/registry.js';
import { checkOptionName } from '../language/options.js';
import type { Decision, Table } from '../language/schema/knowledge/decision.js';
import type { Path } from '../language/read/yaml.js';
import type { KnowledgeBase } from '../load/knowledge.js';
import type { CsvCell, CellPlaces } from './csv.js';
import { readDeclarations, readOutputTitles, type OutputDeclarations } from './output-cell.js';
import { textOf } from './rules.js';
import { aggregateOf, hitPolicyOf, type Setting } from './settings.js';
import { isId, shown, untranslated } from './words.js';
import { ownPart } from '../language/get-or-insert.js';

/** How a table is read. An option takes precedence over the setting of the table. */
export interface TableOptions {
  /** The names of factors, levels and outcomes, and the decisions that rules may delegate to. */
  readonly knowledge: KnowledgeBase;
  /** What messages call the text; without an `id`, the decision is named after it. */
  readonly file?: string;
  readonly id?: string;
  readonly title?: Text;
  /** `unique`, as in DMN, where neither this option nor the table states one. */
  readonly hitPolicy?: HitPolicy;
  readonly aggregate?: Aggregate | Readonly<Record<string, Aggregate>>;
  /** The collection for each item of which the table decides. */
  readonly each?: string;
  /** What messages call an option; its own name by default. */
  readonly named?: (option: string) => string;
}

/** What the settings and the options state of a table as a whole. */
type TableHead = Omit<Decision, 'table' | 'outputs'> &
  Omit<Table, 'rules'> & { readonly declared?: OutputDeclarations };

/**
 * Refuses options that are wrong by themselves, whatever the table has.
 *
 * @throws {DiagnosticError} when the id is none, or the knowledge has no such collection
 */
export function checkTableOptions({ id, each, knowledge, named = (option) => option }: TableOptions): void {
  const report = new Diagnostics();
  if (id !== undefined && !isId(id)) {
    const params = { flag: named('id'), value: id, example: `\`${named('id')} storage-tiers\`` };
    report.add('flag-malformed', params, spanOfText(named('id'), id));
  }
  const collections = [...knowledge.collections.keys()].map((name) => ({ id: name }));
  if (each !== undefined) checkOptionName(named('each'), each, collections, report);
  if (report.failed) throw new DiagnosticError(report.all);
}

/** Reads the settings of a table: all of its decision except the rules. */
export function readHead(
  file: string,
  options: TableOptions,
  settings: ReadonlyMap<Setting, CsvCell>,
  places: CellPlaces,
  report: Diagnostics,
): TableHead {
  const stated = (setting: Setting, path: Path, option?: string): string | undefined => {
    const cell = settings.get(setting);
    if (option !== undefined) places.set(path, spanOfText(options.named?.(setting) ?? setting, option));
    else if (cell !== undefined) places.set(path, cell.span);
    return option ?? cell?.text.trim();
  };
  const text = (key: 'title' | 'description'): Text | undefined =>
    textOf(Object.fromEntries(LANGS.map((lang) => [lang, settings.get(`${key}.${lang}`)])));
  const known = stated('id', ['id'], options.id) ?? idFrom(file);
  if (known === undefined) report.add('table-unnamed', {});
  else if (!isId(known)) report.add('name-invalid', { name: known }, places.at(['id']));
  const id = known !== undefined && isId(known) ? known : 'unnamed';
  const title = options.title ?? text('title') ?? untranslated(id);
  const description = text('description');
  const source = stated('source', ['source']);
  const each = stated('each', ['each'], options.each);
  const outputs = stated('outputs', ['outputs']);
  const declared = declarationsIn(outputs, settings, options.knowledge, places, report);
  const { id: hitPolicy, aggregate: implied } = hitPolicyOf(
    stated('hitPolicy', ['table', 'hitPolicy'], options.hitPolicy) ?? 'unique',
  );
  const written = stated('aggregate', ['table', 'aggregate']);
  const aggregate = options.aggregate ?? (written === undefined ? implied : aggregateOf(written));
  return {
    apiVersion: API_VERSION,
    kind: 'Decision',
    id,
    title,
    ...(description && { description }),
    ...(source !== undefined && { source }),
    ...(each !== undefined && { each }),
    ...(declared !== undefined && { declared }),
    // Whatever word was written; the schema lists which there are.
    hitPolicy: hitPolicy as HitPolicy,
    ...(aggregate !== undefined && { aggregate: aggregate as Aggregate }),
  };
}

/** What the settings say of the outputs: what they are, and what they are called. What has only a title is an outcome. */
function declarationsIn(
  outputs: string | undefined,
  settings: ReadonlyMap<Setting, CsvCell>,
  knowledge: KnowledgeBase,
  places: CellPlaces,
  report: Diagnostics,
): OutputDeclarations | undefined {
  const malformed = (value: string, column: string, examples: readonly string[], span: Span | undefined): void => {
    report.add('cell-malformed', { value: shown(value), column, examples }, span);
  };
  const types = outputs === undefined ? undefined : readDeclarations(outputs, knowledge);
  if (outputs !== undefined && types === undefined)
    malformed(outputs, '#outputs', ['risk: text = high, medium, low', 'cost: quantity money'], places.at(['outputs']));
  return LANGS.reduce<OutputDeclarations | undefined>((declared, lang) => {
    const cell = settings.get(`outputs.${lang}`);
    if (cell === undefined) return declared;
    const titles = readOutputTitles(cell.text);
    if (titles !== undefined) return titled(declared, titles, lang);
    malformed(cell.text, `#outputs (${lang})`, ['cost: Cost', 'cost: Cost; risk: Risk'], cell.span);
    return declared;
  }, types);
}

/** Declarations with the titles of one language. */
function titled(
  declared: OutputDeclarations | undefined,
  titles: ReadonlyMap<string, string>,
  lang: Lang,
): OutputDeclarations {
  const added = Array.from(titles, ([name, title]) => {
    const one = ownPart(declared, name) ?? { type: 'outcome' };
    return [name, { ...one, title: { ...one.title, [lang]: title } as Text }] as const;
  });
  return { ...declared, ...Object.fromEntries(added) };
}

/** An id from the name of a file: `Storage tiers.csv` is `storage-tiers`. */
function idFrom(file: string): string | undefined {
  const name = file.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
  const id = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '');
  return id === '' ? undefined : id;
}
