import { relative } from 'node:path';
import { CommanderError, Option, type Command } from 'commander';
import packageJson from '../../../package.json' with { type: 'json' };
import type { KnowledgeFiles } from '../../load/load.js';
import { EXIT } from '../exit.js';
import { builtinText, filesOf, knowledgeFrom } from '../knowledge.js';
import { TEXTS } from '../texts.js';
import { viewFreshness } from '../view/freshness.js';
import { viewVerification } from '../view/verification.js';
import { canvas, command, dateOf, print, type KnowledgeOptions, type Context } from './common.js';

interface Options extends KnowledgeOptions {
  readonly format?: 'text' | 'json' | 'sarif';
  readonly all?: true;
}

/** `whichstack check [DIR]`: what can be proven of some knowledge, and what of it has grown old. Age alone fails nothing. */
export function checkCommand(context: Context): Command {
  const t = TEXTS[context.lang];
  const examples = [
    'whichstack check',
    'whichstack check --knowledge our-knowledge',
    'whichstack check a-package-of-its-own --format sarif',
  ];
  return command('check', t.check, examples, context)
    .argument('[dir]', t.checkDir)
    .addOption(new Option('--format <format>', t.checkFormat).choices(['text', 'json', 'sarif']))
    .option('--all', t.checkAll)
    .action(async (dir: string | undefined, options: Options) => {
      const { lang, state } = context;
      if (options.json === true && options.format !== undefined && options.format !== 'json') {
        throw new CommanderError(EXIT.usage, 'whichstack.twoFormats', t.oneFormat);
      }
      const asOf = dateOf(options.asOf);
      const base = dir === undefined ? undefined : await filesOf([dir]);
      const overlays = await filesOf(options.knowledge);
      const knowledge = await knowledgeFrom(base, overlays);
      const [{ verify }, { toSarif }, { expectedQuestions }] = await Promise.all([
        import('../../check/report/verify.js'),
        import('../../check/report/sarif.js'),
        import('../../explore/interview/expected-questions.js'),
      ]);
      const files: KnowledgeFiles = new Map([...(base ?? []), ...overlays].flatMap((texts) => [...texts]));
      const verified = verify(knowledge, {
        lang,
        asOf,
        files,
        textOf: builtinText,
        ...(options.format !== 'sarif' && { questions: expectedQuestions(knowledge, asOf) }),
      });
      const { verification, spans } = verified;
      if (options.format === 'sarif') {
        const uriOf = (file: string): string =>
          (files.has(file) ? relative(process.cwd(), file) : file).split(/[\\/]/).map(encodeURIComponent).join('/');
        process.stdout.write(`${JSON.stringify(toSarif(verified, packageJson.version, uriOf), null, 2)}\n`);
      } else {
        const json = options.json ?? (options.format === 'json' ? true : undefined);
        const own = canvas();
        print(json, verification, () => [
          ...(verification.freshness.technologies === 0 ? [] : [...viewFreshness(verification.freshness, own), '']),
          ...viewVerification(verification, { ...own, all: options.all === true, spanOf: (one) => spans.get(one) }),
        ]);
      }
      if (verification.counts.error > 0) state.exit = EXIT.failed;
    });
}
