import { CommanderError, type Command } from 'commander';
import { EXIT } from '../exit.js';
import type { AskOptions } from '../ask/options.js';
import { TEXTS } from '../texts.js';
import { collect, command, given, type Context } from './common.js';

/** `whichstack ask`: the recommendation by interview. */
export function askCommand(context: Context): Command {
  const t = TEXTS[context.lang];
  const examples = [
    'whichstack ask',
    'whichstack ask --scenario serverless --output workload.yaml',
    'whichstack ask --answers answers.yaml',
    'whichstack ask workload.yaml --no-input --json',
  ];
  return command('ask', t.ask, examples, context)
    .argument('[file]', t.file)
    .option('--scenario <id>', t.scenario, given)
    .option('--set <factor=value>', t.set, collect, [])
    .option('--data <need[,key=value…]>', t.data, collect, [])
    .option('--answers <file>', t.answers, given)
    .option('--no-input', t.noInput)
    .option('-o, --output <file>', t.outputWorkload, given)
    .option('--force', t.force)
    .action(async (file: string | undefined, options: AskOptions) => {
      const isAtTerminal = options.answers === undefined && options.input;
      if (isAtTerminal && (options.json === true || !process.stdin.isTTY || !process.stdout.isTTY)) {
        throw new CommanderError(EXIT.usage, 'whichstack.noTerminal', t.noTerminal);
      }
      // No other command should load what an interview takes.
      const { ask } = await import('../ask/session.js');
      context.state.exit = await ask(file, options, context);
    });
}
