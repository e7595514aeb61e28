import type { Command } from 'commander';
import { refusal } from '../../language/diagnostics/diagnostic.js';
import { screenOf, type AskOptions } from '../ask/answers.js';
import { CLI_TEXTS } from '../texts/index.js';
import { command, type Context } from './common.js';
import { given, outputOption } from '../values.js';
import { stating } from '../workload/workload-command.js';

/** `whichstack ask`: the recommendation by interview. */
export function askCommand(context: Context): Command {
  const t = CLI_TEXTS[context.lang];
  const examples = [
    'whichstack ask',
    'whichstack ask --scenario serverless --output workload.yaml',
    'whichstack ask --answers answers.yaml',
    'whichstack ask workload.yaml --no-input --json',
  ];
  return stating(command('ask', t.ask, examples, context, 'Interview'), context)
    .option('--answers <file>', t.answers, given)
    .option('--no-input', t.noInput)
    .addOption(outputOption(t.outputWorkload))
    .option('--force', t.force)
    .action(async (file: string | undefined, options: AskOptions) => {
      const isAtTerminal = options.answers === undefined && options.input;
      if (
        isAtTerminal &&
        (options.json === true ||
          (options.format ?? 'text') !== 'text' ||
          !process.stdin.isTTY ||
          !screenOf(options).isTTY)
      ) {
        throw refusal('terminal-missing', {});
      }
      // No other command should load what an interview takes.
      const { ask } = await import('../ask/session.js');
      context.state.exit = await ask(file, options, context);
    });
}
