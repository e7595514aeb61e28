/** The only version of the document format there is so far. */
export const API_VERSION = 'whichstack/v1';

/**
 * The languages that every text exists in. Everything that depends on which languages there are
 * derives from this list: the schemas of knowledge texts, the choices of `--lang`, the detection from the locale. A new one goes to the end, since cells of CSV tables
 * hold notes in this order.
 */
export const LANGUAGES = [
  /**
   * `name` is the language's own name, `tag` marks texts in it (BCP 47), `locale` selects lists, plurals and numbers of `Intl`, and `posix` is the locale by
   * which `man` finds its pages.
   */
  { id: 'en', name: 'English', tag: 'en', locale: 'en-GB', posix: 'en' },
  { id: 'zh', name: '中文', tag: 'zh-Hans', locale: 'zh-Hans', posix: 'zh_CN' },
] as const;
export type Lang = (typeof LANGUAGES)[number]['id'];

/** The ids of {@link LANGUAGES}. */
export const LANGS: readonly Lang[] = LANGUAGES.map(({ id }) => id);
/** The language of texts where none is asked for. */
export const DEFAULT_LANG: Lang = LANGUAGES[0].id;

/** The title of the schema of a text, by which schemas and their errors are recognised as those of texts. */
export const TEXT_TITLE = 'Text';

/** A name such as `financial-trading`. */
export const ID_PATTERN = '^[a-z][a-zA-Z0-9]*(-[a-zA-Z0-9]+)*$';

/** How a stated figure is read: as the most that may be, or as the least that must be. */
export const FIGURE_LIMITS = ['upper', 'lower'] as const;
export type FigureLimit = (typeof FIGURE_LIMITS)[number];

/** The kinds of fact, in their order of precedence; a benchmark and a paper have the same. */
export const FACT_KINDS = ['measurement', 'benchmark', 'paper', 'documentation', 'vendor-claim'] as const;

/** The aspects of a role that can differ between two answers; the first two make another answer. */
export const ASPECTS = ['chosen', 'needed', 'opinion', 'guide', 'rules', 'verdict', 'fitBest'] as const;
