import { relative } from 'node:path';
import type { Command } from 'commander';
import type { VerifyStep } from '../../check/report/verify.js';
import { DiagnosticError, refusal, spanOfText } from '../../language/diagnostics/diagnostic.js';
import type { Verification } from '../../language/schema/results/verification.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import type { KnowledgeFiles } from '../../load/load.js';
import { EXIT, formatOf, printDocuments } from '../print/output.js';
import { builtinText, knowledgeFrom, packagesOf } from '../knowledge.js';
import { progressOn, type Progress } from '../print/progress.js';
import { CLI_TEXTS } from '../texts/index.js';
import type { CliTexts } from '../texts/texts.js';
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
      const { state } = context;
      const format = formatOf('Verification', options);
      const progress = progressOn(process.stderr, t.progress.seconds);
      let checked: Checked;
      try {
        checked = await check(dir, options, context, { progress, counts: format !== 'sarif' });
      } finally {
        await progress.end();
      }
      const { verification, files, sources } = checked;
      // Of files that the user named, as the reader of a checkout knows them.
      const uris = [...files.keys()].map((file) => [file, uriOf(relative(process.cwd(), file))]);
      await printDocuments('Verification', [verification], {
        options,
        all: options.all === true,
        sources,
        uris: Object.fromEntries(uris) as Record<string, string>,
      });
      if (verification.counts.error > 0) state.exit = EXIT.failed;
    });
}

/** A verification, the files that were named for it, and the texts of all files that it points to. */
interface Checked {
  readonly verification: Verification;
  readonly files: KnowledgeFiles;
  readonly sources: Readonly<Record<string, string>>;
}

async function check(
  dir: string | undefined,
  options: Options,
  { lang }: Context,
  { progress, counts }: { readonly progress: Progress; readonly counts: boolean },
): Promise<Checked> {
  const t = CLI_TEXTS[lang].progress;
  const asOf = dateOf(options.asOf);
  progress.say(t.read);
  if (dir !== undefined && options.package !== undefined) throw bothPackages(options.package);
  const { base, overlays } = await packagesOf(dir === undefined ? options : { ...options, package: dir });
  const knowledge = await knowledgeFrom(base, overlays);
  const below = overlays.length === 0 ? undefined : await knowledgeBelow(base);
  const [{ verify }, { expectedQuestions }] = await Promise.all([
    import('../../check/report/verify.js'),
    import('../../explore/interview/expected-questions.js'),
  ]);
  const files: KnowledgeFiles = new Map([...(base ?? []), ...overlays].flatMap((texts) => [...texts]));
  progress.say(t.questions);
  const questions = counts ? expectedQuestions(knowledge, asOf, options.questions === true) : undefined;
  const { verification, spans } = verify(knowledge, {
    lang,
    asOf,
    files,
    textOf: builtinText,
    ...(questions && { questions }),
    ...(below && { below }),
    progress: (step) => {
      progress.say(stepText(step, t));
    },
  });
  const sources = new Map([...spans.values()].map(({ source: { name, text } }) => [name, text]));
  return { verification, files, sources: Object.fromEntries(sources) };
}

/** The error for a package that is named twice, as an argument and by the option. */
function bothPackages(value: string): DiagnosticError {
  return refusal('options-conflict', { options: ['check [dir]', '--package'] }, spanOfText('--package', value));
}

function stepText(step: VerifyStep, t: CliTexts['progress']): string {
  switch (step.step) {
    case 'decision':
      return t.decision(step.number, step.of);
    case 'relations':
      return t.relations;
    case 'below':
      return t.below;
    case 'report':
      return t.report;
  }
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
