import { InvalidArgumentError } from 'commander';
import { LANGS, type Lang } from '../language/format.js';
import { TEXTS } from './texts.js';

/** The language asked for by `--lang` or, without it, by the locale; English where neither says. */
export function languageOf(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Lang {
  const flag = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const asked = flag === -1 ? undefined : (argv[flag]?.split('=')[1] ?? argv[flag + 1]);
  const known = LANGS.find((lang) => lang === asked);
  if (known !== undefined) return known;
  // POSIX: the first of these that is set and not empty decides.
  const locale =
    [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '') ?? '';
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** Reads what is given for `--lang`; refuses it in the language of `lang`. */
export const languageFlag =
  (lang: Lang) =>
  (value: string): string => {
    if (!LANGS.some((known) => known === value)) throw new InvalidArgumentError(TEXTS[lang].badLang(value));
    return value;
  };
