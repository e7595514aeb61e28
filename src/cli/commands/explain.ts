import type { Command } from 'commander';
import { describedCodes, type CodeDescription } from '../../language/diagnostics/catalogue.js';
import { DiagnosticError, Diagnostics } from '../../language/diagnostics/diagnostic.js';
import { nearest } from '../../language/diagnostics/nearest.js';
import { CATALOGUE_WORDS } from '../../language/diagnostics/texts/index.js';
import type { Lang } from '../../language/format.js';
import { labelled } from '../../language/text/text.js';
import { wrap } from '../../language/text/wrap.js';
import { CLI_TEXTS } from '../texts/index.js';
import { plainCommand, type Context } from './common.js';

/** The width of a line of text. */
const COLUMNS = 80;

/** `whichstack explain [CODE]`: what a code means and what to do about it; without a code, all of them. */
export function explainCommand(context: Context): Command {
  const { lang } = context;
  const t = CLI_TEXTS[lang];
  const examples = ['whichstack explain masked', 'whichstack explain', 'whichstack explain unknown-key --json'];
  return plainCommand('explain', t.explainCode, examples, context)
    .argument('[code]', t.code)
    .option('--json', t.codeJson)
    .action((name: string | undefined, { json }: { readonly json?: true }) => {
      const codes = describedCodes(lang);
      const shown = name === undefined ? codes : named(name, codes);
      const lines =
        name === undefined ? listOf(codes, lang) : shown.flatMap((one) => [...describe(one, lang), '']).slice(0, -1);
      process.stdout.write(json === true ? `${JSON.stringify(shown, null, 2)}\n` : `${lines.join('\n')}\n`);
    });
}

/** The descriptions of a code; a code of an earlier version gives those of today. */
function named(name: string, codes: readonly CodeDescription[]): CodeDescription[] {
  const found = codes.filter(({ code, former }) => code === name || former.includes(name));
  if (found.length > 0) return found;
  const report = new Diagnostics();
  const candidates = codes.map(({ code, former }) => ({ id: code, also: former }));
  report.add('unknown-code', { code: name }, undefined, nearest(name, candidates));
  throw new DiagnosticError(report.all);
}

function describe({ kind, code, severities, title, help, former }: CodeDescription, lang: Lang): string[] {
  const words = CATALOGUE_WORDS[lang];
  const severity = severities.map((one) => words.severity[one] ?? one).join(', ');
  return [
    `${code} [${severity}]`,
    ...wrap(title, COLUMNS, lang),
    ...(former.length === 0 ? [] : wrap(words.former(former), COLUMNS, lang)),
    '',
    ...wrap(help, COLUMNS, lang),
    ...wrap(labelled(words.kinds[kind].title, words.kinds[kind].intro, lang), COLUMNS, lang),
  ];
}

/** All codes with their titles, kind by kind. */
function listOf(codes: readonly CodeDescription[], lang: Lang): string[] {
  const { kinds } = CATALOGUE_WORDS[lang];
  const width = Math.max(...codes.map(({ code }) => code.length));
  return (['problem', 'finding', 'diagnostic'] as const)
    .flatMap((kind) => [
      kinds[kind].title,
      ...codes.filter((one) => one.kind === kind).map(({ code, title }) => `  ${code.padEnd(width)}  ${title}`),
      '',
    ])
    .slice(0, -1);
}
