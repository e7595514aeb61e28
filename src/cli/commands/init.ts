import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Argument, CommanderError, type Command } from 'commander';
import { builtinKnowledge } from '../../builtin.js';
import { DiagnosticError, Diagnostics } from '../../language/diagnostics/diagnostic.js';
import { DEFAULT_LANG } from '../../language/format.js';
import { EXIT } from '../output.js';
import { reasonOfFailure, writeText } from '../files.js';
import { packagedPath, packagesIn } from '../knowledge.js';
import { CLI_TEXTS } from '../texts/index.js';
import { plainCommand, type Context } from './common.js';

interface Options {
  readonly force?: true;
}

/** `whichstack init knowledge DIR`: a package to start from, with comments in the reader's language. */
export function initCommand(context: Context): Command {
  const t = CLI_TEXTS[context.lang];
  const examples = ['whichstack init knowledge our-knowledge', 'whichstack check --knowledge our-knowledge'];
  return plainCommand('init', t.init, examples, context)
    .addArgument(new Argument('<what>', t.initWhat).choices(['knowledge']))
    .argument('<dir>', t.initDir)
    .option('--force', t.force)
    .action(async (what: string, dir: string, { force }: Options) => {
      // As a shell writes a variable that is not set; the current folder is called `.`.
      if (dir === '') throw new CommanderError(EXIT.usage, 'commander.missingArgument', "missing argument 'dir'");
      const report = new Diagnostics();
      const [template = ''] = [context.lang, DEFAULT_LANG]
        .map((lang) => packagedPath(join('templates', what, lang)))
        .filter((path) => existsSync(path));
      const files = templates(template, dir);
      // All or nothing: a folder that is half new and half old helps nobody.
      const there = force === true ? [] : [...files.keys()].filter((path) => existsSync(path));
      for (const name of there) report.add('file-exists', { name });
      // Two packages in one folder are none, even where their files have different names.
      for (const { file, id } of await packagesIn(dir)) {
        if (!files.has(file)) report.add('package-exists', { name: file, id });
      }
      if (!report.failed) makeFolder(dir, report);
      if (!report.failed) for (const [path, text] of files) writeText(path, text, force === true, report);
      if (report.failed) throw new DiagnosticError(report.all);
      process.stdout.write(`${[...files.keys()].join('\n')}\n\n${t.initNext(shown(dir))}\n`);
    });
}

/** The files of a template, by the path to write them to; the package is called after its folder. */
function templates(template: string, dir: string): Map<string, string> {
  return new Map(
    readdirSync(template)
      .sort()
      .map((file) => {
        const text = readFileSync(join(template, file), 'utf8');
        return [
          join(dir, file),
          text.replaceAll('--knowledge .', () => `--knowledge ${shown(dir)}`).replace('our-platform', idOf(dir)),
        ];
      }),
  );
}

/** The name of a folder as an id, as far as it can be one. */
function idOf(dir: string): string {
  const id = basename(resolve(dir))
    .replaceAll(/[^a-zA-Z0-9]+/g, '-')
    .replaceAll(/^[^a-zA-Z]+|-+$/g, '');
  if (id === '') return 'our-platform';
  // A package with the id of one below would take its place.
  const taken = builtinKnowledge().packages.some((below) => below.id === id);
  return taken ? `our-${id}` : id.charAt(0).toLowerCase() + id.slice(1);
}

/** A path as a shell takes it, and not as an option. */
function shown(path: string): string {
  const plain = path.startsWith('-') ? `./${path}` : path;
  return /^[\w./@:+-]+$/.test(plain) ? plain : `'${plain.replaceAll("'", String.raw`'\''`)}'`;
}

/** Makes a folder and those above it, one by one: below a folder that takes none, such as /proc, Node's own way of doing so never ends. */
function makeFolder(dir: string, report: Diagnostics): void {
  const missing: string[] = [];
  for (let path = resolve(dir); !existsSync(path); path = dirname(path)) missing.unshift(path);
  try {
    for (const path of missing) mkdirSync(path);
    // That there is something of the name does not make it a folder.
    readdirSync(dir);
  } catch (error) {
    report.add('file-unwritable', { name: dir, reason: reasonOfFailure(error) });
  }
}
