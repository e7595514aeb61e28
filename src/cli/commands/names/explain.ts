import type { Command } from 'commander';
import {
  describedCodes,
  explanationOf,
  type CodeDescription,
  type CodeExamples,
} from '../../../language/diagnostics/catalogue.js';
import { refusal, spanOfText } from '../../../language/diagnostics/diagnostic.js';
import { nearest } from '../../../language/diagnostics/nearest.js';
import { printDocuments, withFormats, type FormatOptions } from '../../print/output.js';
import { CLI_TEXTS } from '../../texts/index.js';
import { plainCommand, type Context } from '../common.js';

/** `whichstack explain [CODE]`: what a code means, what to do about it and an example; without a code, all of them. */
export function explainCommand(context: Context): Command {
  const { lang } = context;
  const t = CLI_TEXTS[lang];
  const examples = ['whichstack explain masked', 'whichstack explain', 'whichstack explain unknown-key --json'];
  const made = plainCommand('explain', t.explainCode, examples, context).argument('[code]', t.code);
  return withFormats(made, 'CodeExplanation', lang).action(async (name: string | undefined, options: FormatOptions) => {
    const some = name === undefined ? undefined : named(name, describedCodes(lang));
    // No other command needs the examples.
    const { default: examplesOfCodes } = await import('../../../generated/code-examples.js');
    const explanation = explanationOf(examplesOfCodes as CodeExamples, lang, some);
    await printDocuments('CodeExplanation', [explanation], { options, columns: 80 });
  });
}

/** The descriptions of a code; a code of an earlier version gives those of today. */
function named(name: string, codes: readonly CodeDescription[]): CodeDescription[] {
  const found = codes.filter(({ code, former }) => code === name || former.includes(name));
  if (found.length > 0) return found;
  const candidates = codes.map(({ code, former }) => ({ id: code, also: former }));
  throw refusal('unknown-code', { code: name }, spanOfText(name, name), nearest(name, candidates));
}
