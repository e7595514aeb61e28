import type { Command } from 'commander';
import { factorList, scenarioList } from '../../report/reference/lists.js';
import { printDocuments } from '../output.js';
import { CLI_TEXTS } from '../texts/index.js';
import { command, settings, type KnowledgeOptions, type Context } from './common.js';

/** `whichstack factors`: what a workload can state, by section. */
export function factorsCommand(context: Context): Command {
  const { lang } = context;
  const examples = ['whichstack factors', 'whichstack factors --json'];
  return command('factors', CLI_TEXTS[lang].factors, examples, context, 'FactorList').action(
    async (options: KnowledgeOptions) => {
      const { knowledge } = await settings(options);
      await printDocuments('FactorList', [factorList(knowledge, lang)], { options, lang });
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
      await printDocuments('ScenarioList', [scenarioList(knowledge, lang)], { options, lang });
    },
  );
}
