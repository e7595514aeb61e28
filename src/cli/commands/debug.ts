import type { Command } from 'commander';
import { refusal, spanOfText, type DiagnosticError } from '../../language/diagnostics/diagnostic.js';
import { API_VERSION } from '../../language/format.js';
import type { CompiledForm } from '../../language/schema/results/compiled.js';
import { nearest } from '../../language/diagnostics/nearest.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import { formatOf, printDocuments } from '../print/output.js';
import { listed, quote } from '../../language/text/text.js';
import { CLI_TEXTS } from '../texts/index.js';
import { choiceArgument, given } from '../values.js';
import { command, dateOf, settings, type Context } from './common.js';
import { stating, workloadsGiven, type WorkloadOptions } from '../workload/workload-command.js';

const FORMS = ['program', 'index', 'reads'] as const;

interface Options extends WorkloadOptions {
  readonly decision?: string;
}

/** `whichstack debug program|index|reads`: the compiled forms of knowledge, and the read sets of a workload's choices. */
export function debugCommand(context: Context): Command {
  const { lang } = context;
  const t = CLI_TEXTS[lang];
  const examples = [
    'whichstack debug program --decision technology-matrix',
    'whichstack debug index --knowledge our-knowledge',
    'whichstack debug reads payments-ledger.yaml',
  ];
  const made = command('debug', t.debugForms, examples, context, 'CompiledForm').addArgument(
    choiceArgument('<form>', listed(FORMS, lang), FORMS, lang),
  );
  return stating(made, context)
    .option('--decision <decision>', t.debugDecision, given)
    .action(async (form: (typeof FORMS)[number], workload: string | undefined, options: Options) => {
      // Refused before the work rather than after it.
      formatOf('CompiledForm', options);
      const print = (documents: readonly CompiledForm[]): Promise<void> =>
        printDocuments('CompiledForm', documents, { options });
      const frame = { apiVersion: API_VERSION, kind: 'CompiledForm', lang } as const;
      const unused = unusedOption(form, options);
      if (unused !== undefined)
        throw refusal('unknown-option', { option: unused, command: commandOf(form) }, spanOfText(unused, unused));
      if (form === 'reads') {
        const { knowledge, workloads } = await workloadsGiven(workload, options, context);
        const { readsForm } = await import('../debug/reads-form.js');
        const asOf = dateOf(options.asOf);
        await print(workloads.map((one) => ({ ...frame, form, content: readsForm(knowledge, one, asOf) })));
        return;
      }
      if (workload !== undefined) throw tooMany(form, workload);
      const { knowledge } = await settings(options);
      const decision = options.decision === undefined ? undefined : decisionNamed(options.decision, knowledge);
      if (form === 'index') {
        const { indexForms } = await import('../debug/index-form.js');
        await print([{ ...frame, form, content: indexForms(knowledge, decision) }]);
        return;
      }
      const { programForm } = await import('../debug/program-form.js');
      await print([{ ...frame, form, content: programForm(knowledge, decision) }]);
    });
}

const commandOf = (form: string): string => `whichstack debug ${form}`;

/** The first of the given options that the form does not read: of a decision by the read sets of a workload, of a workload by the other forms. */
function unusedOption(form: (typeof FORMS)[number], { decision, scenario, set, data }: Options): string | undefined {
  if (form === 'reads') return decision === undefined ? undefined : '--decision';
  if (scenario !== undefined) return '--scenario';
  if (set.length > 0) return '--set';
  return data.length > 0 ? '--data' : undefined;
}

/** The error for a workload along with a form that depends on the knowledge alone. */
const tooMany = (form: string, workload: string): DiagnosticError =>
  refusal(
    'too-many-arguments',
    {
      command: commandOf(form),
      argument: workload,
      takes: '',
      instead: `whichstack debug reads ${quote(workload)}`,
    },
    spanOfText(workload, workload),
  );

/** @throws {DiagnosticError} naming the nearest decision where there is none of that name */
function decisionNamed(name: string, { decisions }: KnowledgeBase): string {
  if (decisions.has(name)) return name;
  const expected = [...decisions.keys()];
  const meant = nearest(
    name,
    expected.map((id) => ({ id })),
  );
  throw refusal('option-unknown-name', { option: '--decision', name, expected }, spanOfText('--decision', name), meant);
}
