/**
 * Generates what the sources need: the types of the documents and of the names that the built-in knowledge defines, the JSON Schemas, their compiled validators
 * (a browser's content security policy forbids compiling code at run time) and the built-in knowledge as data (so that no start-up parses YAML).
 */
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { parse } from 'yaml';
import { explanationOf, type CodeExamples } from '../src/language/diagnostics/catalogue.js';
import { DEFAULT_LANG, LANGS, type Lang } from '../src/language/format.js';
import { canonical } from '../src/language/values/json-text.js';
import { DiagnosticError } from '../src/language/diagnostics/diagnostic.js';
import { TextSchema } from '../src/language/schema/common.js';
import { ConditionSchema, TestSchema } from '../src/language/schema/knowledge/condition.js';
import { AnswerSchema, AskSchema, RuleSchema } from '../src/language/schema/knowledge/decision.js';
import { AttributeSchema } from '../src/language/schema/knowledge/evidence.js';
import { FactorSchema } from '../src/language/schema/knowledge/factor.js';
import { KNOWLEDGE_SCHEMAS, RESULT_SCHEMAS, WRITTEN_SCHEMAS } from '../src/language/schema/schemas.js';
import { declareVocabulary } from './lib/declare-vocabulary.js';
import {
  declareDocuments,
  declareFormats,
  type JsonSchema,
  type ListedFormat,
  type TypedProperties,
} from './lib/declare-documents.js';
import { recordBundled } from './lib/list-bundled.mjs';

/** Schemas that other schemas contain. */
const SHARED = {
  Text: TextSchema,
  Test: TestSchema,
  Condition: ConditionSchema,
  Answer: AnswerSchema,
  Ask: AskSchema,
  Rule: RuleSchema,
};

/** What the schemas cannot express. */
const TYPED_PROPERTIES: TypedProperties = {
  TestObject: {
    some: { type: 'Condition', description: 'Of a collection: some item of it satisfies the condition.' },
  },
  Rule: {
    package: {
      type: 'string',
      description: 'The package that added the rule to a table of another; the loader fills it in.',
    },
  },
};

const root = join(import.meta.dirname, '..');
const generated = join(root, 'src/generated');

await mkdir(generated, { recursive: true });
await mkdir(join(root, 'schema'), { recursive: true });
await write(
  'src/generated/documents.ts',
  declareDocuments(
    { written: [...schemasOf(SHARED), ...schemasOf(WRITTEN_SCHEMAS)], returned: schemasOf(RESULT_SCHEMAS) },
    TYPED_PROPERTIES,
  ),
);
await writeValidators();
const codeExamples = await readCodeExamples();
await writeData('code-examples', codeExamples);
// Loaded only now: the loader imports the validators just written.
await requireAllLanguages();
const { compileKnowledge } = await import('../src/load/load.js');
const { publishedSchemas } = await import('../src/load/schemas.js');
const { FORMATS } = await import('../src/emit/registry.js');
const { markdownEmitter } = await import('../src/emit/markdown/index.js');
await write('src/generated/formats.ts', await declareFormats(FORMATS as unknown as Record<string, ListedFormat>));
const { workloadReference } = await import('../src/report/reference/page.js');
const knowledge = await readKnowledge();
const base = compiled();
await write('src/generated/vocabulary.ts', declareVocabulary(base));
await writeData('knowledge', { digest: base.digest, stored: base.stored });
for (const [name, schema] of Object.entries(
  publishedSchemas(
    { ...WRITTEN_SCHEMAS, ...RESULT_SCHEMAS } as unknown as Record<string, Record<string, unknown>>,
    base,
  ),
)) {
  await write(`schema/${name}.json`, `${JSON.stringify(schema, null, 2)}\n`);
}

/** Schemas as plain JSON Schema, which they are. */
function schemasOf(schemas: object): JsonSchema[] {
  return Object.values(schemas) as JsonSchema[];
}

for (const lang of LANGS) {
  const [{ text }] = markdownEmitter.emit(explanationOf(codeExamples, lang));
  await write(pageOf('codes', lang), text);
  const [page] = markdownEmitter.emit(workloadReference(base, lang));
  await write(pageOf('workload', lang), page.text);
}

/** The path of a page in a language: `docs/codes.md`, `docs/codes.zh.md`. */
function pageOf(name: string, lang: Lang): string {
  return lang === DEFAULT_LANG ? `docs/${name}.md` : `docs/${name}.${lang}.md`;
}

/** Ends the process where a catalogue of texts lacks a language. The type checker says so too, but only once everything is generated, and what follows would fail. */
async function requireAllLanguages(): Promise<void> {
  const files = (await readdir(join(root, 'src'), { recursive: true })).map((name) => name.replaceAll('\\', '/'));
  const lacking: string[] = [];
  for (const file of files.filter((name) => name.endsWith('texts/index.ts')).sort()) {
    const catalogues = (await import(pathToFileURL(join(root, 'src', file)).href)) as Readonly<Record<string, object>>;
    for (const [name, catalogue] of Object.entries(catalogues))
      for (const lang of LANGS)
        if (!(lang in catalogue)) lacking.push(`src/${file}: ${name} lacks the texts in ${lang}\n`);
  }
  if (lacking.length === 0) return;
  process.stderr.write(lacking.join(''));
  process.exit(1);
}

/** A schema with its shared parts replaced by references, so that each is compiled once. */
function hoisted(schema: unknown, itself?: string): unknown {
  if (typeof schema !== 'object' || schema === null) return schema;
  if (Array.isArray(schema)) return schema.map((part) => hoisted(part));
  const bare = canonical({ ...schema, description: undefined });
  const [id] =
    Object.entries(SHARED).find(
      ([name, shared]) => name !== itself && canonical({ ...shared, description: undefined }) === bare,
    ) ?? [];
  return id === undefined
    ? Object.fromEntries(Object.entries(schema).map(([key, part]) => [key, hoisted(part)]))
    : { $ref: id };
}

/**
 * The built-in knowledge. Where it is not valid, or a text of it lacks a language, prints the errors as its author would see them and ends the process.
 */
function compiled(): ReturnType<typeof compileKnowledge> {
  try {
    const base = compileKnowledge(knowledge);
    const lacking = base.untranslated.map(
      ({ file, kind, id, path, lang }) => `${file}: ${kind} ${id}: ${path.join('.')} lacks a text in ${lang}\n`,
    );
    if (lacking.length === 0) return base;
    process.stderr.write(lacking.join(''));
    process.exit(1);
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

async function writeValidators(): Promise<void> {
  const ajv = new Ajv({
    allErrors: true,
    verbose: true,
    inlineRefs: false,
    code: { source: true, esm: true, lines: false },
  });
  const names: Record<string, string> = {};
  for (const [id, schema] of Object.entries(SHARED)) ajv.addSchema(hoisted(schema, id) as object, id);
  for (const [kind, schema] of Object.entries(KNOWLEDGE_SCHEMAS)) add(kind, schema);
  for (const branch of FactorSchema.anyOf) add(`Factor:${branch.properties.type.const}`, branch);
  for (const branch of AttributeSchema.anyOf) add(`Attribute:${branch.properties.type.const}`, branch);
  function add(kind: string, schema: object): void {
    const name = kind.replace(':', '_');
    ajv.addSchema(hoisted(schema) as object, name);
    names[name] = name;
  }
  const code = standalone.default(ajv, names);
  const table = Object.keys(names).map((name) => `${JSON.stringify(name.replace('_', ':'))}: ${name}`);
  // The helpers that the compiled code requires are bundled in, so that the product needs no ajv.
  const bundled = await build({
    stdin: { contents: `${code}\nexport const validators = { ${table.join(', ')} };\n`, resolveDir: root },
    bundle: true,
    format: 'esm',
    minifySyntax: true,
    minifyWhitespace: true,
    metafile: true,
    write: false,
    logLevel: 'error',
  });
  recordBundled('validators', Object.keys(bundled.metafile.inputs));
  await write('src/generated/validators.js', bundled.outputFiles[0]?.text ?? '');
  await write(
    'src/generated/validators.d.ts',
    `import type { ErrorObject } from 'ajv';
interface Validate {
  (value: unknown): boolean;
  errors?: ErrorObject[] | null;
}
export const validators: Readonly<Record<string, Validate>>;
`,
  );
}

async function readKnowledge(): Promise<Map<string, string>> {
  const names = await readdir(join(root, 'knowledge'), { recursive: true });
  const files = new Map<string, string>();
  for (const name of names.filter((n) => n.endsWith('.yaml')).sort()) {
    const file = `knowledge/${name}`;
    files.set(file, await readFile(join(root, file), 'utf8'));
  }
  return files;
}

/** The examples of the codes, and the packages that they are part of. */
async function readCodeExamples(): Promise<CodeExamples> {
  const folder = 'src/language/diagnostics/examples';
  const read = async (inner: string): Promise<(readonly [name: string, text: string])[]> => {
    const names = (await readdir(join(root, inner))).filter((name) => name.endsWith('.yaml')).sort();
    const texts = names.map((name) => readFile(join(root, inner, name), 'utf8'));
    return (await Promise.all(texts)).map((text, n) => [(names[n] ?? '').replace('.yaml', ''), text]);
  };
  const files = await read(folder);
  return {
    examples: Object.fromEntries(files.flatMap(([, text]) => Object.entries(parse(text) as CodeExamples['examples']))),
    packages: Object.fromEntries(await read(`${folder}/packages`)),
  };
}

/** Writes data as a module of src/generated with a default export. A string parsed as JSON starts faster than the same data as an object literal. */
async function writeData(name: string, data: unknown): Promise<void> {
  await write(`src/generated/${name}.js`, `export default JSON.parse(${JSON.stringify(JSON.stringify(data))});\n`);
  await write(`src/generated/${name}.d.ts`, 'declare const data: unknown;\nexport default data;\n');
}

/** Writes only what has changed, so that later steps are not repeated without need. */
async function write(file: string, text: string): Promise<void> {
  const path = join(root, file);
  const before = await readFile(path, 'utf8').catch(() => undefined);
  if (before !== text) await writeFile(path, text);
}
