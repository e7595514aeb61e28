import { InvalidArgumentError } from 'commander';
import { DEFAULT_LANG, LANGS, type Lang } from '../language/format.js';
import { listed } from '../language/text/text.js';
import { CLI_TEXTS } from './texts/index.js';

/** The language that `--lang` or, without it, the locale names; the default language where neither does. */
export function languageOf(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Lang {
  const flag = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const asked = flag === -1 ? undefined : (argv[flag]?.split('=')[1] ?? argv[flag + 1]);
  const known = LANGS.find((lang) => lang === asked);
  if (known !== undefined) return known;
  // POSIX: the first of these that is set and not empty decides.
  const locale =
    [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '') ?? '';
  return LANGS.find((lang) => locale.toLowerCase().startsWith(lang)) ?? DEFAULT_LANG;
}

/** Reads the value of `--lang`; an error about it is in the language `lang`. */
export const languageFlag =
  (lang: Lang) =>
  (value: string): string => {
    if (!LANGS.some((known) => known === value))
      throw new InvalidArgumentError(CLI_TEXTS[lang].badLang(value, listed(LANGS, lang)));
    return value;
  };
