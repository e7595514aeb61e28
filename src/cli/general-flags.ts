import { CommanderError, Option, type Command } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { LANGS, type Lang } from '../language/format.js';
import { listed } from '../language/text/text.js';
import { EXIT } from './print/output.js';
import { languageFlag } from './locale.js';
import { CLI_TEXTS } from './texts/index.js';

/** Gives the program, or the help of a command, the flags that every command line takes. */
export function withGeneralFlags(command: Command, lang: Lang): Command {
  const t = CLI_TEXTS[lang];
  const general = (flags: string, description: string): Option =>
    new Option(flags, description).helpGroup(t.generalOptions);
  return command
    .addOption(general('--lang <lang>', t.lang(listed(LANGS, lang))).argParser(languageFlag(lang)))
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
