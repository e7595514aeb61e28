import type { Command } from 'commander';
import { API_VERSION, type Lang } from '../../../language/format.js';
import type { TechnologyList } from '../../../language/schema/results/lists.js';
import type { KnowledgeBase } from '../../../load/knowledge.js';
import { factorList, scenarioList } from '../../../report/reference/lists.js';
import { printDocuments } from '../../print/output.js';
import { CLI_TEXTS } from '../../texts/index.js';
import { command, settings, type KnowledgeOptions, type Context } from '../common.js';

/** `whichstack technologies`: the technologies of the knowledge, by role. */
export function technologiesCommand(context: Context): Command {
  const { lang } = context;
  const examples = ['whichstack technologies', 'whichstack technologies --json'];
  return command('technologies', CLI_TEXTS[lang].technologies, examples, context, 'TechnologyList').action(
    async (options: KnowledgeOptions) => {
      const { knowledge } = await settings(options);
      await printDocuments('TechnologyList', [technologiesOf(knowledge, lang)], { options });
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

/** `whichstack factors`: what a workload can state, by section. */
export function factorsCommand(context: Context): Command {
  const { lang } = context;
  const examples = ['whichstack factors', 'whichstack factors --json'];
  return command('factors', CLI_TEXTS[lang].factors, examples, context, 'FactorList').action(
    async (options: KnowledgeOptions) => {
      const { knowledge } = await settings(options);
      await printDocuments('FactorList', [factorList(knowledge, lang)], { options });
    },
  );
}

/** `whichstack scenarios`: the scenarios that a workload can name. */
export function scenariosCommand(context: Context): Command {
  const { lang } = context;
  const examples = ['whichstack scenarios', 'whichstack scenarios --json'];
  return command('scenarios', CLI_TEXTS[lang].scenarios, examples, context, 'ScenarioList').action(
    async (options: KnowledgeOptions) => {
      const { knowledge } = await settings(options);
      await printDocuments('ScenarioList', [scenarioList(knowledge, lang)], { options });
    },
  );
}
