import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import {
  answer,
  compileKnowledge,
  decisionMap,
  decisionOf,
  decisionToYaml,
  diffKnowledge,
  emit,
  explore,
  loadKnowledge,
  parseWorkloads,
  recommend,
  startInterview,
  tableFromCsv,
  tableOf,
  tableToCsv,
  verify,
  whatIf,
  type AnyVocabulary,
  type Decision,
  type KnowledgeBase,
  type Lang,
  type Workload,
  type WorkloadInput,
} from '../../src/index.js';
import { canonical } from '../../src/language/values/json-text.js';
import { ROOT, whichstack } from '../support/cli.js';
import { BUILT_IN, type FuzzInput } from './corpus.js';
import { Findings, isRefusal } from './findings.js';
import { pick, type Random } from './mutate.js';
import { tryOptions } from './options.js';

const asOf = '2026-11-23';

/** The knowledge that inputs are for, compiled once. */
const bases = new Map<string, KnowledgeBase>();
function baseOf(on: string): KnowledgeBase {
  let base = bases.get(on);
  if (base === undefined) {
    base = on === BUILT_IN ? loadKnowledge() : compileKnowledge(new Map([[on, readFileSync(join(ROOT, on), 'utf8')]]));
    bases.set(on, base);
  }
  return base;
}

/**
 * Puts an input through the public functions and, as a file, through the command line.
 *
 * @param random draws what of all that is tried; the dear things are tried less often
 * @returns what is wrong, in words
 */
export async function faultsOf(input: FuzzInput, random: Random): Promise<readonly string[]> {
  const found = new Findings();
  const lang = random() < 0.5 ? 'en' : 'zh';
  switch (input.kind) {
    case 'workload':
      await tryWorkload(input, found, lang, random);
      break;
    case 'package':
      await tryPackage(input, found, lang, random);
      break;
    case 'table':
      await tryTable(input, found, lang, random);
      break;
    case 'command':
      await tryCommand(JSON.parse(input.text) as string[], found, '');
  }
  return found.faults;
}

/** Whether something is done that takes long. */
const sometimes = (share: number, random: Random): boolean => random() < share;

async function tryWorkload({ on, text }: FuzzInput, found: Findings, lang: Lang, random: Random): Promise<void> {
  const knowledge = baseOf(on);
  const workloads = found.attempt('parseWorkloads', () => parseWorkloads(knowledge, text, 'w\u001b[2J.yaml'));
  // What is read from a text may be given as an object too, in which there is no place to point to.
  const objects =
    found.quietly(() =>
      parseAllDocuments(text, { merge: true, logLevel: 'error' }).map((one) => one.toJS() as unknown),
    ) ?? [];
  if (sometimes(0.3, random))
    for (const one of objects)
      found.attempt('recommend an object', () => recommend(knowledge, one as WorkloadInput, { asOf, lang }).id);
  for (const workload of workloads ?? []) {
    found.fits('workload', workload, on === BUILT_IN);
    await found.emits(workload, undefined);
    await tryWorkloadOn(knowledge, workload, found, lang, random);
  }
  if (sometimes(0.1, random)) {
    const package_ = on === BUILT_IN ? [] : ['--package', on.replace(/\/[^/]*$/, '')];
    const format = ['text', 'json', 'json', 'markdown'][Math.floor(random() * 4)] ?? 'text';
    await tryCommand(['recommend', '-', ...package_, '--format', format, '--lang', lang], found, text);
  }
}

/** Everything that is computed of a workload. */
async function tryWorkloadOn(
  knowledge: KnowledgeBase,
  workload: Workload<AnyVocabulary>,
  found: Findings,
  lang: Lang,
  random: Random,
): Promise<void> {
  const options = { asOf, lang };
  const [trace, robustness, levers] = [sometimes(0.3, random), sometimes(0.2, random), sometimes(0.05, random)];
  const full = { ...options, trace, robustness, levers };
  const recommended = found.attempt('recommend', () => recommend(knowledge, workload, full));
  await found.emits(recommended, 'recommendation');
  found.attempt('answer', () => answer(knowledge, workload, options));
  if (sometimes(0.1, random)) {
    const again = found.attempt('recommend again', () => recommend(knowledge, workload, full));
    if (JSON.stringify(recommended) !== JSON.stringify(again)) found.add('recommend gives other bytes the second time');
  }
  if (sometimes(0.3, random)) tryOptions(knowledge, workload, found, random);
  if (sometimes(0.03, random))
    await found.emits(
      found.attempt('whatIf', () => whatIf(knowledge, workload, { ...options, brief: true, most: 2 })),
      'what-if',
    );
  if (sometimes(0.05, random))
    found.attempt('explore', () => explore(knowledge, workload, { ...options, brief: true, most: 2 }));
  if (sometimes(0.05, random)) {
    const factors = [...knowledge.factors.keys()];
    const [x = '', y = ''] = [0, 1].map(() => factors[Math.floor(random() * factors.length)]);
    await found.emits(
      found.attempt('decisionMap', () => decisionMap(knowledge, workload, { ...options, x, y })),
      'decision-map',
    );
  }
  if (sometimes(0.03, random))
    found.attempt('startInterview', () =>
      startInterview(knowledge, { ...options, workload })
        .dontKnow()
        .back(),
    );
}

async function tryPackage({ on, text }: FuzzInput, found: Findings, lang: Lang, random: Random): Promise<void> {
  const file = sometimes(0.2, random) ? 'constructor' : 'p\u202eackage.yaml';
  const files = new Map([[file, text]]);
  const compile = (): KnowledgeBase => (on === BUILT_IN ? loadKnowledge(files) : compileKnowledge(files));
  const knowledge = found.attempt('compileKnowledge', compile);
  if (sometimes(on === BUILT_IN ? 0.01 : 0.05, random)) await tryFolder(text, on, found, lang);
  if (knowledge === undefined) return;
  const isSmall = on !== BUILT_IN;
  if (isSmall || sometimes(0.02, random)) {
    const verified = found.attempt('verify', () => verify(knowledge, { lang, asOf, files }));
    await found.emits(verified?.verification, 'verification', {
      text: { sources: Object.fromEntries(files) },
      sarif: { uris: { [file]: 'package.yaml' } },
    });
  }
  const empty = { apiVersion: 'whichstack/v1', kind: 'Workload' } as const;
  await tryWorkloadOn(knowledge, stateAll(knowledge, random), found, lang, random);
  if (isSmall && found.attempt('compileKnowledge again', compile)?.digest !== knowledge.digest)
    found.add('compileKnowledge gives another digest the second time');
  if (sometimes(isSmall ? 0.1 : 0.01, random)) {
    const base = isSmall ? knowledge : baseOf(BUILT_IN);
    const listed = [{ file: 'toString', workload: empty }];
    const difference = found.attempt('diffKnowledge', () =>
      diffKnowledge(base, knowledge, listed as never, { asOf, lang, attempts: 5 }),
    );
    await found.emits(difference, 'difference');
  }
  const decisions = [...knowledge.decisions.values()];
  const shown = isSmall ? decisions : decisions.slice(-1);
  for (const decision of shown) {
    found.attempt('decisionOf', () => decisionOf(knowledge, decision.id));
    found.isSame(
      'decisionToYaml',
      decision,
      found.yaml('decisionToYaml', () => decisionToYaml(decision)),
    );
    const csv = found.attempt('tableToCsv', () => tableToCsv(decision, knowledge));
    if (csv === undefined) continue;
    found.isPrintable('csv', csv);
    await found.emits(
      found.attempt('tableOf', () => tableOf(decision, knowledge)),
      undefined,
    );
    const { id, title } = decision;
    const back = found.attempt('tableFromCsv of tableToCsv', () => tableFromCsv(csv, { knowledge, id, title }));
    if (back === undefined) found.add('a table that was exported is refused');
    else if (canonical(bare(back), PACKAGE) !== canonical(bare(decision), PACKAGE))
      found.add('a table is another one after export and import');
  }
}

const PACKAGE: ReadonlySet<string> = new Set(['package']);

/** A table as it is the same for: a condition that tests nothing may be left out. */
const bare = ({ table }: Decision): unknown =>
  table && {
    ...table,
    rules: table.rules.map(({ when, ...rule }) => (Object.keys(when ?? {}).length === 0 ? rule : { ...rule, when })),
  };

/** A workload that states some factors of the knowledge by one of their values, and at times constraints and weights too. */
function stateAll(knowledge: KnowledgeBase, random: Random): Workload<AnyVocabulary> {
  const some = <T>(all: readonly T[], share: number): T[] => all.filter(() => random() < share);
  const stated = (section: string): Record<string, unknown> =>
    Object.fromEntries(
      some([...knowledge.factors.values()], 0.5).flatMap((factor): [string, unknown][] => {
        if (!factor.askedOf.includes(section)) return [];
        const values = knowledge.values(factor).map(({ id }) => id);
        const value = values[Math.floor(random() * values.length)];
        if (factor.type === 'flag') return [[factor.id, random() < 0.5]];
        if (factor.type === 'quantity') {
          const [example] = knowledge.dimensions.get(factor.dimension)?.examples ?? [];
          return example === undefined ? [] : [[factor.id, example]];
        }
        return value === undefined ? [] : [[factor.id, factor.type === 'set' ? some(values, 0.5) : value]];
      }),
    );
  const items = some([...knowledge.collections.keys()], 0.5).map((id) => [id, [stated(id), stated(id)]] as const);
  const outcomes = knowledge.outcomes.map(({ id }) => id);
  const few = outcomes.length === 0 ? 0 : 1 / outcomes.length;
  const constraints = {
    require: some(outcomes, few),
    forbid: some(outcomes, few),
    omit: some(
      knowledge.roles.map(({ id }) => id),
      0.1,
    ),
  };
  const weights = some([...knowledge.criteria.keys()], 0.7).map((id) => [id, pick([0, 0, 1, 1e9, 5e-324], random)]);
  return {
    apiVersion: 'whichstack/v1',
    kind: 'Workload',
    requirements: { ...stated('requirements'), ...Object.fromEntries(items) },
    environment: stated('environment'),
    ...(random() < 0.5 && { constraints, preferences: { weights: Object.fromEntries(weights) as object } }),
  } as unknown as Workload<AnyVocabulary>;
}

/** Runs command lines with a package that is a folder, whose name a terminal would obey. */
async function tryFolder(text: string, on: string, found: Findings, lang: Lang): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz\u001b[31m'));
  try {
    writeFileSync(join(folder, 'package\u202e.yaml'), text);
    const flag = on === BUILT_IN ? '--knowledge' : '--package';
    const ids = [...text.matchAll(/["']?\bid["']?: *["']?([^"',}\n]+)/g)].map(([, id = '']) => id);
    const shown = ids[ids.length >> 1] ?? 'x';
    for (const line of [
      ['recommend', '-'],
      ['factors'],
      ['technologies'],
      ['show', '--', shown],
      ['check'],
      ['debug', 'index'],
    ])
      await tryCommand(
        [...line.slice(0, 1), flag, folder, '--lang', lang, ...line.slice(1)],
        found,
        '{"apiVersion": "whichstack/v1", "kind": "Workload"}',
      );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function tryTable({ on, text }: FuzzInput, found: Findings, lang: Lang, random: Random): Promise<void> {
  const knowledge = baseOf(on);
  const decision = found.attempt('tableFromCsv', () =>
    tableFromCsv(text, { knowledge, id: 'fuzzed', file: 't\u001b.csv' }),
  );
  if (sometimes(0.02, random)) await tryCommand(['import', '-', '--id', 'fuzzed', '--lang', lang], found, text);
  if (decision === undefined) return;
  found.fits('decision', decision);
  found.isSame(
    'decisionToYaml',
    decision,
    found.yaml('decisionToYaml', () => decisionToYaml(decision)),
  );
  const again = found.attempt('tableToCsv', () => tableToCsv(decision, knowledge));
  if (again === undefined) return;
  found.isPrintable('csv', again);
  const back = found.attempt('tableFromCsv of tableToCsv', () => tableFromCsv(again, { knowledge, id: decision.id }));
  if (back === undefined) found.add('a table that was exported is refused');
  else if (canonical(bare(back)) !== canonical(bare(decision)))
    found.add('a table is another one after export and import');
  await found.quietlyDone(emit(decision, 'json'));
}

const EXIT_CODES = [0, 1, 2, 3];

async function tryCommand(words: readonly string[], found: Findings, stdin: string): Promise<void> {
  const line = words.map((word) => JSON.stringify(word)).join(' ');
  try {
    const { code, stdout, stderr } = await whichstack(words, { stdin });
    if (!EXIT_CODES.includes(code ?? -1)) found.add(`exits with ${String(code)}: ${line}`);
    if (code !== 0 && code !== 1 && stderr === '') found.add(`says nothing of exit code ${String(code)}: ${line}`);
    // Diagnostics name the code in brackets, or in JSON as a value.
    if (/\[internal\]|"code": "internal"/.test(stderr)) found.add(`${stderr.slice(0, 400)}\n${line}`);
    found.isPrintable(`${words[0] ?? ''} on stdout`, words[0] === '__complete' ? '' : stdout);
    found.isPrintable(`${words[0] ?? ''} on stderr`, stderr);
    for (const printed of [stdout, stderr]) found.printedFits(printed);
  } catch (error) {
    if (!isRefusal(error)) found.add(`${String(error)}: ${line}`);
  }
}
