import { Argument, CommanderError, Option, type Command } from 'commander';
import { DiagnosticError, Diagnostics } from '../../language/diagnostics/diagnostic.js';
import { nearest } from '../../language/diagnostics/nearest.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import { EXIT } from '../exit.js';
import { TEXTS } from '../texts.js';
import { canvas, command, dateOf, given, print, settings, type Context } from './common.js';
import { stating, workloadsGiven, type WorkloadOptions } from './workload.js';

const FORMS = ['program', 'index', 'reads'] as const;

interface Options extends WorkloadOptions {
  readonly decision?: string;
  readonly format?: 'text' | 'json';
}

/** `whichstack debug program|index|reads`: the compiled forms of knowledge, and the read sets of a workload's choices. */
export function debugCommand(context: Context): Command {
  const t = TEXTS[context.lang];
  const examples = [
    'whichstack debug program --decision technology-matrix',
    'whichstack debug index --knowledge our-knowledge',
    'whichstack debug reads payments-ledger.yaml',
  ];
  const made = command('debug', t.debugForms, examples, context).addArgument(
    new Argument('<form>', t.debugForm).choices(FORMS),
  );
  return stating(made, context)
    .option('--decision <id>', t.debugDecision, given)
    .addOption(new Option('--format <format>', t.debugFormat).choices(['text', 'json']))
    .action(async (form: (typeof FORMS)[number], workload: string | undefined, options: Options) => {
      if (options.json === true && options.format === 'text')
        throw new CommanderError(EXIT.usage, 'whichstack.twoFormats', t.oneFormat);
      const json = options.json ?? (options.format === 'json' ? true : undefined);
      const view = { ...canvas(), lang: context.lang };
      if (form === 'reads') {
        const { knowledge, workloads } = await workloadsGiven(workload, options, context);
        const { readsForm } = await import('../debug/reads-form.js');
        const { viewReads } = await import('../debug/view.js');
        const asOf = dateOf(options.asOf);
        const all = workloads.map((one) => readsForm(knowledge, one, asOf));
        print(json, all.length === 1 ? all[0] : all, () => all.flatMap((places) => viewReads(places, view)));
        return;
      }
      if (workload !== undefined) throw new CommanderError(EXIT.usage, 'whichstack.debugFile', t.debugNoFile(form));
      const { knowledge } = await settings(options);
      const decision = options.decision === undefined ? undefined : decisionNamed(options.decision, knowledge);
      if (form === 'index') {
        const { indexForms } = await import('../debug/index-form.js');
        const { viewIndexes } = await import('../debug/view.js');
        const indexes = indexForms(knowledge, decision);
        print(json, indexes, () => viewIndexes(indexes, view));
        return;
      }
      const { programForm } = await import('../debug/program-form.js');
      const { viewProgram } = await import('../debug/view.js');
      const program = programForm(knowledge, decision);
      print(json, program, () => viewProgram(program, view));
    });
}

/** @throws {DiagnosticError} naming the nearest decision where there is none of that name */
function decisionNamed(name: string, { decisions }: KnowledgeBase): string {
  if (decisions.has(name)) return name;
  const report = new Diagnostics();
  const expected = [...decisions.keys()];
  const span = { source: { name: '--decision', text: name }, start: 0, end: name.length };
  report.add(
    'option-unknown-name',
    { option: '--decision', name, expected },
    span,
    nearest(
      name,
      expected.map((id) => ({ id })),
    ),
  );
  throw new DiagnosticError(report.all);
}
