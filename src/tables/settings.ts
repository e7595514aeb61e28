import type { Diagnostics } from '../language/diagnostics/diagnostic.js';
import { policyOfSymbol, type Aggregate } from '../language/outputs/hit-policies/registry.js';
import type { Decision } from '../language/schema/knowledge/decision.js';
import type { CsvCell, CsvRow } from './csv.js';
import { likely, plain, shown } from './words.js';

/** The settings of a table, by the names they have above its header; the first is the one that is written. */
const NAMES = {
  id: ['id', '编号'],
  titleEn: ['title (en)', '标题 (英文)'],
  titleZh: ['title (zh)', '标题 (中文)'],
  descriptionEn: ['description (en)', '说明 (英文)'],
  descriptionZh: ['description (zh)', '说明 (中文)'],
  source: ['source', '出处'],
  each: ['each', '逐项'],
  hitPolicy: ['hitPolicy', '命中策略'],
  aggregate: ['aggregate', '汇总'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Setting = keyof typeof NAMES;

const SETTINGS = new Map(
  Object.entries(NAMES).flatMap(([setting, names]) => names.map((name) => [tight(name), setting as Setting] as const)),
);

/** Whether a row above the header is a setting: its first cell begins with `#` and a name. */
export const isSetting = ([first]: CsvRow): boolean => /^\s*[#＃]\s*[^\s#]/.test(first?.text ?? '');

/** Reads the rows above the header: the cell behind the name of each setting. */
export function readSettings(rows: readonly CsvRow[], report: Diagnostics): Map<Setting, CsvCell> {
  const settings = new Map<Setting, CsvCell>();
  for (const [name, value, ...more] of rows) {
    if (name === undefined) continue;
    const written = plain(name.text).replace(/^#\s*/, '');
    const setting = SETTINGS.get(tight(written));
    if (setting === undefined) {
      const expected = Object.values(NAMES).map(([first]) => `#${first}`);
      report.add(
        'setting-unknown',
        { setting: shown(`#${written}`), expected },
        name.span,
        likely(`#${written}`, expected),
      );
      continue;
    }
    const first = settings.get(setting);
    if (first !== undefined) report.add('duplicate-key', { key: shown(name.text), first: first.row }, name.span);
    for (const cell of more)
      if (cell.text.trim() !== '') report.add('column-unnamed', { value: shown(cell.text) }, cell.span);
    if (value !== undefined && value.text !== '') settings.set(setting, value);
  }
  return settings;
}

/**
 * A hit policy by its name in any case, or by its symbol in DMN, which names an aggregate too where it is more than a letter. Any other word
 * is left for the checks.
 */
export function hitPolicyOf(text: string): { readonly id: string; readonly aggregate?: string } {
  const word = plain(text).toLowerCase();
  const found = policyOfSymbol(word);
  if (found === undefined) return { id: word };
  return word.length > 1 ? found : { id: found.id };
}

/** Reads how answers are put together: `union`, or for each output `family: list, admits: intersect`. */
export function aggregateOf(text: string): string | Record<string, string> {
  const written = plain(text);
  if (!written.includes(':')) return written;
  return Object.fromEntries(
    written.split(',').map((part) => {
      const [output = '', aggregate = ''] = part.split(':').map((word) => word.trim());
      return [output, aggregate];
    }),
  );
}

const writeAggregate = (aggregate: Aggregate | Readonly<Record<string, Aggregate>>): string =>
  typeof aggregate === 'string'
    ? aggregate
    : Object.entries(aggregate)
        .map(([output, word]) => `${output}: ${word}`)
        .join(', ');

/** The rows above the header. */
export function writeSettings({ id, title, description, source, each, table }: Decision): string[][] {
  const settings: readonly (readonly [Setting, string | undefined])[] = [
    ['id', id],
    ['titleEn', title.en],
    ['titleZh', title.zh],
    ['descriptionEn', description?.en],
    ['descriptionZh', description?.zh],
    ['source', source],
    ['each', each],
    ['hitPolicy', table?.hitPolicy],
    ['aggregate', table?.aggregate && writeAggregate(table.aggregate)],
  ];
  return settings.flatMap(([setting, value]) => (value === undefined ? [] : [[`#${NAMES[setting][0]}`, value]]));
}

function tight(name: string): string {
  return name.toLowerCase().replaceAll(/[\s-]+/g, '');
}
