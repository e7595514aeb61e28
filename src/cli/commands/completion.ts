import type { Command } from 'commander';
import { LOADING, SCRIPTS, SHELLS, type Shell } from '../completion/scripts.js';
import { CLI_TEXTS } from '../texts/index.js';
import { choiceArgument } from '../values.js';
import { plainCommand, type Context } from './common.js';

/** `whichstack completion SHELL`: the script by which a shell completes our command lines. */
export function completionCommand(context: Context): Command {
  const t = CLI_TEXTS[context.lang];
  const examples = SHELLS.map((shell) => LOADING[shell]);
  return plainCommand('completion', t.completion, examples, context)
    .addArgument(choiceArgument('<shell>', t.shell, SHELLS, context.lang))
    .action((shell: Shell) => {
      const head = t.completionHow(LOADING[shell], STARTING[shell]);
      // What a shell loads by its name begins with a line of its own.
      const [first = '', ...rest] = SCRIPTS[shell].split('\n');
      const isMarked = first.startsWith('#');
      const lines = isMarked ? [first, `# ${head}`, ...rest] : [`# ${head}`, first, ...rest];
      process.stdout.write(lines.join('\n'));
    });
}

/** The file that a shell reads when it starts. */
const STARTING: Readonly<Record<Shell, string>> = {
  bash: '~/.bashrc',
  zsh: '~/.zshrc',
  fish: '~/.config/fish/config.fish',
};
