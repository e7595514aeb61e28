import type { Command } from 'commander';
import { API_VERSION, type Lang } from '../../language/format.js';
import type { TechnologyList } from '../../language/schema/results/lists.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import { printDocuments } from '../output.js';
import { CLI_TEXTS } from '../texts/index.js';
import { command, settings, technologiesNamed, type KnowledgeOptions, type Context } from './common.js';
import { profileOf } from '../../report/profile.js';

/** `whichstack technologies`: the technologies of the knowledge, by role. */
export function technologiesCommand(context: Context): Command {
  const { lang } = context;
  const examples = ['whichstack technologies', 'whichstack technologies --json'];
  return command('technologies', CLI_TEXTS[lang].technologies, examples, context, 'TechnologyList').action(
    async (options: KnowledgeOptions) => {
      const { knowledge } = await settings(options);
      await printDocuments('TechnologyList', [technologiesOf(knowledge, lang)], { options, lang });
    },
  );
}

function technologiesOf({ roles, technologies }: KnowledgeBase, lang: Lang): TechnologyList {
  return {
    apiVersion: API_VERSION,
    kind: 'TechnologyList',
    lang,
    roles: roles.map(({ id, title }) => ({ id, title: title[lang] })),
    technologies: [...technologies.values()].map(({ id, title, role, family, summary }) => ({
      id,
      title: title[lang],
      role,
      ...(family !== undefined && { family }),
      summary: summary[lang],
    })),
  };
}

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
