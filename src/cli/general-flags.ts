import { CommanderError, Option, type Command } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { DEFAULT_LANG, LANGS, LANGUAGES, type Lang } from '../language/format.js';
import { listed } from '../language/text/text.js';
import { EXIT } from './print/output.js';
import { CLI_TEXTS } from './texts/index.js';
import { choiceOption } from './values.js';

/** Gives the program, or the help of a command, the flags that every command line takes. */
export function withGeneralFlags(command: Command, lang: Lang): Command {
  const t = CLI_TEXTS[lang];
  const general = (flags: string, description: string): Option =>
    new Option(flags, description).helpGroup(t.generalOptions);
  const languages = LANGUAGES.map(({ id, name, tag }) => ({ id, also: [name, tag] }));
  return command
    .addOption(choiceOption('--lang <lang>', t.lang(listed(LANGS, lang)), languages).helpGroup(t.generalOptions))
    .addOption(general('-q, --quiet', t.quiet))
    .addOption(general('--no-pager', t.noPager))
    .addOption(general('--no-color', t.noColor))
    .addOption(general('--debug', t.debug))
    .addHelpOption(general('-h, --help', t.help));
}

/** Gives the program the flags that print its version, as most programs have them: `-v`, and `-V`. */
export function withVersion(program: Command, lang: Lang): Command {
  const print = (): never => {
    process.stdout.write(`${packageJson.version}\n`);
    throw new CommanderError(EXIT.ok, 'commander.version', packageJson.version);
  };
  return program
    .addOption(new Option('-v, --version', CLI_TEXTS[lang].version).helpGroup(CLI_TEXTS[lang].generalOptions))
    .addOption(new Option('-V').hideHelp())
    .on('option:version', print)
    .on('option:V', print);
}

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
