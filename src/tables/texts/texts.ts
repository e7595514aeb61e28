import type { Lang } from '../../language/format.js';

/** The columns that hold a part of a rule, or its answer. */
export type PartColumn = 'then' | 'id' | 'source' | 'ask' | 'alternatives' | 'implementations' | 'figures';

/** The settings above the header that are the same in every language. */
export type PlainSetting = 'id' | 'source' | 'each' | 'outputs' | 'hitPolicy' | 'aggregate';

/** The settings that have a text in each language; of outputs, their titles. */
export type TranslatedSetting = 'title' | 'description' | 'outputs';

/** The words with a meaning inside cells and names of columns. */
export type CellWord =
  'all' | 'any' | 'none' | 'not' | 'and' | 'some' | 'includes' | 'excludes' | 'stated' | 'empty' | 'scenario';

/** The words that a table may be written with. A table may mix those of all languages; tables are written with those of the default language. */
export interface TableTexts {
  /** The names of columns; the first is the one that is written. */
  readonly columns: Readonly<Record<PartColumn, readonly string[]>>;
  readonly settings: Readonly<Record<PlainSetting, string>>;
  /** The name of a column or setting that holds a text in one language: `title (zh)`. */
  readonly translated: Readonly<Record<TranslatedSetting | 'why', (lang: Lang) => string>>;
  readonly words: Readonly<Record<CellWord, string>>;
  /** A date as spreadsheets write it in this language, with the groups `month` and `day`; undefined where figures and English months are all. */
  readonly date?: RegExp;
}
