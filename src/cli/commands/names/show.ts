import type { Command } from 'commander';
import { describedCodes, explanationOf, type CodeExamples } from '../../../language/diagnostics/catalogue.js';
import { DiagnosticError, Diagnostics, spanOfText } from '../../../language/diagnostics/diagnostic.js';
import type { Lang } from '../../../language/format.js';
import type { Documents } from '../../../emit/documents.js';
import type { KnowledgeBase } from '../../../load/knowledge.js';
import { definitionOf } from '../../../report/definition/definition.js';
import { matchesOf } from '../../../report/definition/matches.js';
import { likeliest, nearestThing, thingsNamed, type NamedThing } from '../../../report/definition/names.js';
import { profileOf } from '../../../report/profile.js';
import { printDocuments } from '../../print/output.js';
import { CLI_TEXTS } from '../../texts/index.js';
import { command, settings, type KnowledgeOptions, type Context } from '../common.js';

/** The kinds of document that show what a name means. */
type Shown = 'Profile' | 'Definition' | 'CodeExplanation' | 'MatchList';

/** `whichstack show NAME…`: what names mean, whatever they are names of. */
export function showCommand(context: Context): Command {
  const { lang } = context;
  const t = CLI_TEXTS[lang];
  const examples = ['whichstack show firecracker', 'whichstack show security G5.1 T5', 'whichstack show minio --json'];
  return command('show', t.show, examples, context, 'Profile')
    .argument('<name...>', t.shownName)
    .action(async (names: string[], options: KnowledgeOptions) => {
      const { knowledge, asOf } = await settings(options);
      const documents: Documents[Shown][] = [];
      for (const found of foundFor(names, knowledge))
        documents.push(await documentOf(found, knowledge, { lang, asOf }));
      await printDocuments<Shown>('Profile', documents, { options });
    });
}

/** A name as it was written, and what it can mean. */
interface Request {
  readonly wanted: string;
  readonly things: readonly NamedThing[];
}

/**
 * What names can mean, each thing once.
 *
 * @throws {DiagnosticError} naming what was likely meant, when one means nothing
 */
function foundFor(names: readonly string[], knowledge: KnowledgeBase): Request[] {
  const report = new Diagnostics();
  const found = new Map<string, Request>();
  for (const wanted of names) {
    const things = likeliest(wanted, thingsNamed(wanted, knowledge));
    if (things.length === 0)
      report.add('unknown-name', { name: wanted }, spanOfText(wanted, wanted), nearestThing(wanted, knowledge));
    const key = things.map(({ what, name }) => `${what} ${name}`).join('\n');
    if (!found.has(key)) found.set(key, { wanted, things });
  }
  if (report.failed) throw new DiagnosticError(report.all);
  return [...found.values()];
}

async function documentOf(
  { wanted, things }: Request,
  knowledge: KnowledgeBase,
  settings: { readonly lang: Lang; readonly asOf: string },
): Promise<Documents[Shown]> {
  const { lang } = settings;
  const [thing, ...others] = things;
  if (thing === undefined || others.length > 0) return matchesOf(wanted, things, lang);
  if (thing.what === 'code') {
    // Only codes need the examples.
    const { default: examples } = await import('../../../generated/code-examples.js');
    const some = describedCodes(lang).filter(({ code }) => code === thing.id);
    return explanationOf(examples as CodeExamples, lang, some);
  }
  return (
    (thing.what === 'technology' ? profileOf(knowledge, thing.id, settings) : undefined) ??
    definitionOf(knowledge, thing, lang)
  );
}
