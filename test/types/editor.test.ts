import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/cli.js';

/** The declarations as they are published; `npm run build` and `npm run typecheck` make them. */
const DECLARATIONS = join(ROOT, 'dist/index.d.ts');

/** Shared, so that the library's declarations are parsed once. */
const registry = ts.createDocumentRegistry();

/** Where the cursor of an editor is in the examples. */
const CURSOR = '|';

/** What an editor shows of a file that imports the library. */
class Editor {
  private readonly file = join(ROOT, 'example.ts');
  private readonly position: number;
  private readonly service: ts.LanguageService;

  constructor(text: string) {
    this.position = text.indexOf(CURSOR);
    const content = this.position < 0 ? text : text.slice(0, this.position) + text.slice(this.position + CURSOR.length);
    this.service = ts.createLanguageService(
      {
        getCompilationSettings: () => ({
          strict: true,
          target: ts.ScriptTarget.ES2023,
          module: ts.ModuleKind.NodeNext,
          moduleResolution: ts.ModuleResolutionKind.NodeNext,
          types: [],
          noEmit: true,
        }),
        getScriptFileNames: () => [this.file],
        // The registry recognises a file by its name and its version.
        getScriptVersion: (name) => (name === this.file ? content : '1'),
        getScriptSnapshot: (name) =>
          name === this.file
            ? ts.ScriptSnapshot.fromString(content)
            : existsSync(name)
              ? ts.ScriptSnapshot.fromString(readFileSync(name, 'utf8'))
              : undefined,
        getCurrentDirectory: () => ROOT,
        getDefaultLibFileName: ts.getDefaultLibFilePath,
        fileExists: (name) => ts.sys.fileExists(name),
        readFile: (name) => ts.sys.readFile(name),
        directoryExists: (name) => ts.sys.directoryExists(name),
        getDirectories: (name) => ts.sys.getDirectories(name),
      },
      registry,
    );
  }

  completions(): string[] {
    const found = this.service.getCompletionsAtPosition(this.file, this.position, {});
    return (found?.entries ?? []).map(({ name }) => name);
  }

  /** The declaration and the documentation of what the cursor is on. */
  quickInfo(): { readonly shown: string; readonly documentation: string } {
    const info = this.service.getQuickInfoAtPosition(this.file, this.position);
    return {
      shown: ts.displayPartsToString(info?.displayParts),
      documentation: ts.displayPartsToString(info?.documentation),
    };
  }

  errors(): string[] {
    return this.service
      .getSemanticDiagnostics(this.file)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
  }
}

const IMPORTS = `import { loadKnowledge, recommend, type DataNeed, type Environment, type Finding, type Recommendation, type Requirements, type RoleAnswer, type Workload } from 'whichstack';
const r = recommend(loadKnowledge(), {});
`;

// The declarations take longer to make than all else, so that a fresh checkout may lack them.
describe.skipIf(!existsSync(DECLARATIONS) && process.env['WHICHSTACK_CI'] === undefined)('an editor', () => {
  it('completes the roles of the stack', () => {
    expect(new Editor(`${IMPORTS}r.stack.|`).completions().sort()).toEqual([
      'acceleration',
      'configuration',
      'delivery',
      'runtime',
      'storage',
    ]);
  });

  it('completes the factors and their values in a workload', () => {
    const factors = new Editor(`${IMPORTS}recommend(loadKnowledge(), { requirements: { | } });`).completions();
    expect(factors).toEqual(expect.arrayContaining(['scenario', 'security', 'startup', 'data']));
    const levels = new Editor(
      `${IMPORTS}recommend(loadKnowledge(), { requirements: { security: '|' } });`,
    ).completions();
    expect(levels.sort()).toEqual(['extreme', 'high', 'low', 'medium']);
  });

  it('shows the name of a function with its documentation', () => {
    const { shown, documentation } = new Editor(`${IMPORTS}rec|ommend;`).quickInfo();
    expect(shown).toContain('recommend<');
    expect(documentation).toContain('Recommends a stack for a workload');
  });

  it('shows what a factor asks', () => {
    const { documentation } = new Editor(
      `${IMPORTS}recommend(loadKnowledge(), { requirements: { secur|ity: 'high' } });`,
    ).quickInfo();
    expect(documentation).toContain('- `extreme`:');
  });

  it.each([
    ['Recommendation', 'The answer to one workload'],
    ['RoleAnswer', 'The answer for one role of the stack'],
    ['Finding', 'A warning'],
    ['Workload', 'A workload as a document'],
    ['Requirements', 'What a workload requires'],
    ['DataNeed', 'One of the data needs'],
    ['Environment', 'Where a workload runs'],
  ])('shows %s by its name with its documentation', (name, start) => {
    const { shown, documentation } = new Editor(`${IMPORTS}let x: ${name.slice(0, 2)}|${name.slice(2)};`).quickInfo();
    expect(shown).toContain(name);
    expect(documentation).toMatch(new RegExp(`^${start}`));
  });

  it('names what is wrong by the names of the types', () => {
    expect(new Editor(`${IMPORTS}r.stack.bogus;`).errors()).toEqual([
      "Property 'bogus' does not exist on type 'Stack'.",
    ]);
    const [misspelt] = new Editor(`${IMPORTS}recommend(loadKnowledge(), { environment: { kwm: true } });`).errors();
    expect(misspelt).toContain("'kwm' does not exist in type 'Environment'");
  });

  it('finds no error in what the documents show', () => {
    const files = [
      'README.md',
      'README.zh.md',
      'docs/knowledge.md',
      'docs/exploring.md',
      'docs/regression.md',
      'docs/ranking.md',
    ];
    const examples = files.flatMap((file) =>
      [...readFileSync(join(ROOT, file), 'utf8').matchAll(/^```ts\n(.*?)^```/gms)].map(([, text = '']) => ({
        file,
        text,
      })),
    );
    expect(examples.length).toBeGreaterThan(3);
    const console = 'declare const console: { log(...values: unknown[]): void };\n';
    const wrong = examples.map(({ file, text }) => ({ file, errors: new Editor(console + text).errors() }));
    expect(wrong.filter(({ errors }) => errors.length > 0)).toEqual([]);
  });
});
