import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { document } from '../support/documents.mjs';
import { ROOT } from '../support/cli.js';
import { OF_FACTS, OF_RULES } from './small-packages.js';

/** What an input is: a workload file, the text of a package, a decision table as CSV, or the words of a command line as JSON. */
export type InputKind = 'workload' | 'package' | 'table' | 'command';

/** An input to try, and the knowledge that it is for. */
export interface FuzzInput {
  readonly kind: InputKind;
  /** `built-in`, `none`, or a file of this repository that is a package by itself. A package is laid over it. */
  readonly on: string;
  readonly text: string;
}

export const BUILT_IN = 'built-in';
const GARDEN = 'test/fixtures/packages/garden.yaml';

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

const filesIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.yaml'))
    .sort();

const joined = (files: readonly string[]): string => files.map(read).join('\n---\n');

/** A package that says of itself no more than that it is one, with a document of the built-in knowledge to put in the place of that. */
const replacing = (file: string): string => `${document('Package', 'fuzzed', { version: '1' })}\n---\n${read(file)}`;

const GARDEN_WORKLOAD = JSON.stringify({
  apiVersion: 'whichstack/v1',
  kind: 'Workload',
  metadata: { name: 'beds', title: 'Beds', labels: { owner: 'us' } },
  requirements: { rainfall: '800mm', light: 'half', beds: [{ name: 'front', soil: 'sandy' }, { soil: 'heavy' }] },
  constraints: { forbid: [], require: [], omit: [] },
});

const GARDEN_LINES = [
  'recommend - --json',
  'check --json',
  'factors --json',
  'scenarios',
  'technologies',
  'show light --json',
  'map - --json',
  'whatif - --json',
];

const LINES = [
  'recommend --scenario serverless --data objects --json',
  'recommend --scenario edge --set security=high --set startup=5s --format markdown --trace',
  'recommend --data oltp,iops=300k,latency=2ms,name=ledger --fail-on unproven --lang zh',
  'recommend examples/payments-ledger.yaml --why-not docker --explore',
  'whatif --scenario edge --role runtime',
  'map --scenario edge --x security --y startup --format svg',
  'map --set security=low --x security --y performance --format mermaid',
  'compare docker firecracker --format markdown',
  'technologies --role runtime --json',
  'factors --knowledge examples/acme',
  'show kubernetes security edge --json',
  'show docker --json',
  'show security --json',
  'compare docker gvisor --json',
  'whatif --scenario serverless --json --role runtime',
  'recommend --secnario edge --json',
  'show HIGH --json',
  'explain overlap --lang zh',
  'export technology-matrix',
  'import examples/tables/storage-tiers.csv --id storage-tiers',
  'debug program --decision technology-matrix',
  'debug reads examples/payments-ledger.yaml',
  'ask --no-input --answers -',
  'completion bash',
  'help recommend',
];

/** What inputs are made of: every example, every document of knowledge, packages with and without mistakes, tables, and command lines. */
export function seeds(): readonly FuzzInput[] {
  const workloads = filesIn('examples').filter((file) => file.split('/').length === 2);
  const small = [
    ...[GARDEN, 'test/fixtures/flawed/parking.yaml', ...filesIn('test/fixtures/regression/main')].map(read),
    read('src/language/diagnostics/examples/packages/garage.yaml'),
    joined(filesIn('templates/knowledge/en')),
    OF_RULES,
    OF_FACTS,
  ];
  const overlays = [
    joined(filesIn('examples/acme')),
    ...filesIn('knowledge')
      .filter((file) => !file.endsWith('/package.yaml'))
      .map(replacing),
  ];
  const tables = [
    'examples/tables/storage-tiers.csv',
    ...['cells', 'columns', 'commas', 'dates', 'names'].map((name) => `test/fixtures/tables/${name}.csv`),
  ];
  return [
    ...workloads.map((file): FuzzInput => ({ kind: 'workload', on: BUILT_IN, text: read(file) })),
    { kind: 'workload', on: GARDEN, text: GARDEN_WORKLOAD },
    ...small.map((text): FuzzInput => ({ kind: 'package', on: 'none', text })),
    ...overlays.map((text): FuzzInput => ({ kind: 'package', on: BUILT_IN, text })),
    ...tables.map((file): FuzzInput => ({ kind: 'table', on: BUILT_IN, text: read(file) })),
    ...LINES.map((line): FuzzInput => ({ kind: 'command', on: BUILT_IN, text: JSON.stringify(line.split(' ')) })),
    ...GARDEN_LINES.map((line): FuzzInput => ({
      kind: 'command',
      on: GARDEN,
      text: JSON.stringify([...line.split(' '), '--package', 'test/fixtures/packages']),
    })),
  ];
}

/** The names and words of everything that inputs are made of, to put in other places. */
export function wordsOf(inputs: readonly FuzzInput[]): readonly string[] {
  const words = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value === 'string' && value.length < 40) words.add(value);
    else if (typeof value === 'object' && value !== null)
      for (const [key, part] of Object.entries(value)) {
        words.add(key);
        collect(part);
      }
  };
  for (const { kind, text } of inputs)
    if (kind !== 'table')
      for (const one of parseAllDocuments(text, { merge: true, logLevel: 'error' })) collect(one.toJS());
  return [...words];
}
