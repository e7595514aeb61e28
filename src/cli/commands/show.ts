import type { Command } from 'commander';
import { profileOf } from '../../report/profile.js';
import { CLI_TEXTS } from '../texts/index.js';
import { printDocuments } from '../output.js';
import { command, settings, technologiesNamed, type KnowledgeOptions, type Context } from './common.js';

/** `whichstack show ID…`: all that is known of technologies. */
export function showCommand(context: Context): Command {
  const t = CLI_TEXTS[context.lang];
  return command('show', t.show, ['whichstack show firecracker', 'whichstack show minio --json'], context, 'Profile')
    .argument('<id...>', t.technologyId)
    .action(async (names: string[], options: KnowledgeOptions) => {
      const { knowledge, asOf } = await settings(options);
      const profiles = technologiesNamed(names, knowledge).flatMap(
        (id) => profileOf(knowledge, id, { lang: context.lang, asOf }) ?? [],
      );
      await printDocuments('Profile', profiles, { options, lang: context.lang });
    });
}
