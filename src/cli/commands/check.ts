import { relative } from 'node:path';
import type { Command } from 'commander';
import { DiagnosticError } from '../../language/diagnostics/diagnostic.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import type { KnowledgeFiles } from '../../load/load.js';
import { EXIT, formatOf, printDocuments } from '../output.js';
import { builtinText, filesOf, knowledgeFrom } from '../knowledge.js';
import { CLI_TEXTS } from '../texts/index.js';
import { command, dateOf, type KnowledgeOptions, type Context } from './common.js';

interface Options extends KnowledgeOptions {
  readonly all?: true;
  readonly questions?: true;
}

/** `whichstack check [DIR]`: what can be proven of some knowledge, and what of it has grown old. Age alone fails nothing. */
export function checkCommand(context: Context): Command {
  const t = CLI_TEXTS[context.lang];
  const examples = [
    'whichstack check',
    'whichstack check --knowledge our-knowledge',
    'whichstack check a-package-of-its-own --format sarif',
  ];
  return command('check', t.check, examples, context, 'Verification')
    .argument('[dir]', t.checkDir)
    .option('--all', t.checkAll)
    .option('--questions', t.checkQuestions)
    .action(async (dir: string | undefined, options: Options) => {
      const { lang, state } = context;
      const format = formatOf('Verification', options, lang);
      const asOf = dateOf(options.asOf);
      const base = dir === undefined ? undefined : await filesOf([dir]);
      const overlays = await filesOf(options.knowledge);
      const knowledge = await knowledgeFrom(base, overlays);
      const below = overlays.length === 0 ? undefined : await knowledgeBelow(base);
      const [{ verify }, { expectedQuestions }] = await Promise.all([
        import('../../check/report/verify.js'),
        import('../../explore/interview/expected-questions.js'),
      ]);
      const files: KnowledgeFiles = new Map([...(base ?? []), ...overlays].flatMap((texts) => [...texts]));
      const questions = format === 'sarif' ? undefined : expectedQuestions(knowledge, asOf, options.questions === true);
      const { verification, spans } = verify(knowledge, {
        lang,
        asOf,
        files,
        textOf: builtinText,
        ...(questions && { questions }),
        ...(below && { below }),
      });
      // Of files that the user named, as the reader of a checkout knows them.
      const uris = [...files.keys()].map((file) => [file, uriOf(relative(process.cwd(), file))]);
      const sources = [...spans.values()].map(({ source: { name, text } }) => [name, text]);
      await printDocuments('Verification', [verification], {
        options,
        lang,
        all: options.all === true,
        sources: Object.fromEntries(sources) as Record<string, string>,
        uris: Object.fromEntries(uris) as Record<string, string>,
      });
      if (verification.counts.error > 0) state.exit = EXIT.failed;
    });
}

/** What packages are laid over; undefined where it is complete only with them, so that nothing can be said of it alone. */
async function knowledgeBelow(base: readonly KnowledgeFiles[] | undefined): Promise<KnowledgeBase | undefined> {
  try {
    return await knowledgeFrom(base, []);
  } catch (error) {
    if (error instanceof DiagnosticError) return undefined;
    throw error;
  }
}

const uriOf = (file: string): string => file.split(/[\\/]/).map(encodeURIComponent).join('/');
