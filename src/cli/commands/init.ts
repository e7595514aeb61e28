import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { builtinKnowledge } from '../../builtin.js';
import { DiagnosticError, Diagnostics, refusal, spanOfText } from '../../language/diagnostics/diagnostic.js';
import { DEFAULT_LANG, ID_PATTERN } from '../../language/format.js';
import { printable } from '../../language/text/printable.js';
import { quote } from '../../language/text/text.js';
import { readValue } from '../../language/values/value.js';
import { scenarioFactorOf } from '../../load/knowledge.js';
import { isFolder, reasonOfFailure, writeText } from '../files.js';
import { knowledgeWith, packagedPath, packagesIn } from '../knowledge.js';
import { CLI_TEXTS } from '../texts/index.js';
import { missingArgument } from '../usage.js';
import { choiceArgument, given } from '../values.js';
import { workloadTemplate } from '../workload/workload-template.js';
import { knowledgeCommand, type Context, type PlainOptions } from './common.js';

interface Options extends PlainOptions {
  readonly force?: true;
  readonly scenario?: string;
}

/** `whichstack init WHAT [PATH]`: a package of knowledge or a workload to start from, with comments in the reader's language. */
export function initCommand(context: Context): Command {
  const t = CLI_TEXTS[context.lang];
  const examples = [
    'whichstack init workload --scenario serverless',
    'whichstack init knowledge our-knowledge',
    'whichstack init workload --knowledge our-knowledge',
    'whichstack check --knowledge our-knowledge',
  ];
  return knowledgeCommand('init', t.init, examples, context)
    .addArgument(choiceArgument('<what>', t.initWhat, ['knowledge', 'workload'], context.lang))
    .argument('[path]', t.initDir)
    .option('--scenario <scenario>', t.initScenario, given)
    .option('--force', t.force)
    .action(async (what: string, path: string | undefined, options: Options, made: Command) => {
      // Empty is what a shell writes for a variable that is not set; the current folder is called `.`.
      if (path === '') throw missingArgument(made, 'path', context.lang);
      if (what === 'workload') {
        await initWorkload(path, options, context);
        return;
      }
      // A package has no scenario, and is laid over nothing yet.
      const ofWorkload = [
        ...(options.scenario === undefined ? [] : ['--scenario']),
        ...(options.package === undefined ? [] : ['--package']),
        ...(options.knowledge.length === 0 ? [] : ['--knowledge']),
      ][0];
      if (ofWorkload !== undefined) {
        const params = { options: ['init knowledge', ofWorkload] };
        throw refusal('options-conflict', params, spanOfText(ofWorkload, ofWorkload), 'init workload');
      }
      if (path === undefined) throw missingArgument(made, 'path', context.lang);
      await initKnowledge(path, options, context);
    });
}

const WORKLOAD_FILE = 'workload.yaml';

/** What the name of a workload file ends in: the template has comments, which JSON cannot have. */
const YAML_ENDING = /\.ya?ml$/i;

/** Writes a workload file, unless there is one already. */
async function initWorkload(path = WORKLOAD_FILE, options: Options, { lang, state }: Context): Promise<void> {
  if (path !== '-' && !YAML_ENDING.test(path)) {
    const better = isFolder(path) ? join(path, WORKLOAD_FILE) : `${path.replace(/(?<=[^/\\])\.\w*$/, '')}.yaml`;
    throw refusal('output-not-yaml', { name: path }, spanOfText(path, path), better);
  }
  const report = new Diagnostics();
  const { force, scenario } = options;
  const knowledge = await knowledgeWith(options);
  const flags = flagsOf(options);
  const factor = scenarioFactorOf(knowledge);
  if (factor !== undefined && scenario !== undefined)
    readValue(factor, scenario, knowledge, report, () => spanOfText('--scenario', scenario));
  const name = basename(path).replace(/\.\w+$/, '');
  const isId = new RegExp(ID_PATTERN).test(name);
  const text = workloadTemplate(knowledge, {
    lang,
    name: isId ? name : 'workload',
    file: path === '-' ? WORKLOAD_FILE : shown(path),
    flags,
    scenario,
  });
  if (!report.failed) writeText(path, text, force === true, report);
  if (report.failed) throw new DiagnosticError(report.all);
  if (path !== '-') printWritten([path], CLI_TEXTS[lang].initWorkloadNext(shown(path), flags), state);
}

/** Writes a package of knowledge to a folder. */
async function initKnowledge(dir: string, { force }: Options, { lang, state }: Context): Promise<void> {
  const report = new Diagnostics();
  const [template = ''] = [lang, DEFAULT_LANG]
    .map((one) => packagedPath(join('templates', 'knowledge', one)))
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
  printWritten([...files.keys()], CLI_TEXTS[lang].initNext(shown(dir)), state);
}

/** Prints the names of the files that were written and, unless nobody wants to know, commands to try next. */
function printWritten(paths: readonly string[], next: string, { quiet }: Context['state']): void {
  process.stdout.write(printable([...paths, ...(quiet ? [] : ['', next]), ''].join('\n')));
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

/** The flags by which a command reads the same knowledge. */
function flagsOf({ package: own, knowledge }: PlainOptions): string {
  const base = own === undefined ? [] : [` --package ${shown(own)}`];
  return [...base, ...knowledge.map((folder) => ` --knowledge ${shown(folder)}`)].join('');
}

/** A path as a shell takes it, and not as an option. */
function shown(path: string): string {
  return quote(path.startsWith('-') ? `./${path}` : path);
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
