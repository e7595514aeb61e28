import type { Diagnostics } from '../language/diagnostics/diagnostic.js';
import { policyOfSymbol, type Aggregate } from '../language/outputs/hit-policies/registry.js';
import type { Decision } from '../language/schema/knowledge/decision.js';
import { DEFAULT_LANG, LANGS, type Lang } from '../language/format.js';
import type { CsvCell, CsvRow } from './csv.js';
import { TABLE_TEXTS } from './texts/index.js';
import { writeDeclarations, writeOutputTitles, type OutputDeclarations } from './output-cell.js';
import type { PlainSetting, TranslatedSetting } from './texts/texts.js';
import { likely, plain, shown } from './words.js';

/** A setting of a table: `id`, or the text of one language, as `title.en`. */
export type Setting = PlainSetting | `${TranslatedSetting}.${Lang}`;

const translated = (key: TranslatedSetting): Setting[] => LANGS.map((lang): Setting => `${key}.${lang}`);

/** All settings, in the order in which they are written. */
const SETTINGS: readonly Setting[] = [
  'id',
  ...translated('title'),
  ...translated('description'),
  'source',
  'each',
  'outputs',
  ...translated('outputs'),
  'hitPolicy',
  'aggregate',
];

/** The name that a setting has above the header, in one language. */
function nameOf(setting: Setting, lang: Lang): string {
  const texts = TABLE_TEXTS[lang];
  const [key, of] = setting.split('.') as [PlainSetting, undefined] | [TranslatedSetting, Lang];
  return of === undefined ? texts.settings[key] : texts.translated[key](of);
}

const SETTING_BY_NAME = new Map(
  SETTINGS.flatMap((setting) => LANGS.map((lang) => [tight(nameOf(setting, lang)), setting] as const)),
);

/** Whether a row above the header is a setting: its first cell begins with `#` and a name. */
export const isSetting = ([first]: CsvRow): boolean => /^\s*[#＃]\s*[^\s#]/.test(first?.text ?? '');

/** Reads the rows above the header: the cell next to the name of each setting. */
export function readSettings(rows: readonly CsvRow[], report: Diagnostics): Map<Setting, CsvCell> {
  const settings = new Map<Setting, CsvCell>();
  for (const [name, value, ...more] of rows) {
    if (name === undefined) continue;
    const written = plain(name.text).replace(/^#\s*/, '');
    const setting = SETTING_BY_NAME.get(tight(written));
    if (setting === undefined) {
      const expected = SETTINGS.map((one) => `#${nameOf(one, DEFAULT_LANG)}`);
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

/** Reads how answers are aggregated: `union`, or for each output `family: list, admits: intersect`. */
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
export function writeSettings({
  id,
  title,
  description,
  source,
  each,
  outputs,
  table,
}: Decision): [name: string, value: string][] {
  const { hitPolicy, aggregate } = table ?? {};
  const declared = declaredOf(outputs);
  const texts = { title, description };
  const titles = (lang: Lang): string | undefined => declared && writeOutputTitles(declared, lang);
  const plainSettings = {
    id,
    source,
    each,
    outputs: declared && writeDeclarations(declared),
    hitPolicy,
    aggregate: aggregate && writeAggregate(aggregate),
  };
  return SETTINGS.flatMap((setting) => {
    const [key, of] = setting.split('.') as [PlainSetting, undefined] | [TranslatedSetting, Lang];
    const value = of === undefined ? plainSettings[key] : key === 'outputs' ? titles(of) : texts[key]?.[of];
    return value === undefined ? [] : [[`#${nameOf(setting, DEFAULT_LANG)}`, value]];
  });
}

/** Outputs that have only a name are columns, and need no setting. */
const declaredOf = (outputs: Decision['outputs']): OutputDeclarations | undefined =>
  outputs === undefined || Array.isArray(outputs) ? undefined : (outputs as OutputDeclarations);

function tight(name: string): string {
  return name.toLowerCase().replaceAll(/[\s-]+/g, '');
}
