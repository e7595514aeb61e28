import { join } from 'node:path';
import { defineConfig, type UserConfig } from 'tsdown';
import { everyBundledPackage } from './scripts/lib/bundled-packages.mjs';
import { listBundled } from './scripts/lib/list-bundled.mjs';
import { declarationsFolder, root } from './scripts/lib/paths.mjs';
import { knowledgeAsFile, plainAndStamped, withoutSubprocesses } from './scripts/lib/quick-start.mjs';

const common: UserConfig = {
  format: 'esm',
  target: 'node20.19',
  fixedExtension: false,
  // The bundles share dist, so none may empty it; the build script empties it before any starts.
  clean: false,
  report: false,
  checks: { pluginTimings: false },
  // A package that is not listed fails the build: nothing slips into the bundles by way of another package.
  deps: { onlyBundle: [...everyBundledPackage] },
};

const commandLine: UserConfig = {
  ...common,
  // Node starts a CommonJS file a third faster than an ES module.
  format: 'cjs',
  checks: { ...common.checks, legacyCjs: false },
  platform: 'node',
  // Less to read at start-up.
  minify: true,
  tsconfig: 'tsconfig.json',
  outDir: 'dist/cli',
  dts: false,
};

const library: UserConfig = {
  ...common,
  entry: { index: 'src/index.ts' },
  platform: 'neutral',
  // By default, neutral bundles read only the `exports` of a package, which older packages lack.
  inputOptions: { resolve: { mainFields: ['module', 'main'] } },
  tsconfig: 'tsconfig.portable.json',
};

/** Separate from the code: the declarations take most of the time of a build, and nothing that runs needs them. */
const declarations: UserConfig = {
  ...library,
  dts: { emitDtsOnly: true },
  outDir: declarationsFolder,
  plugins: [listBundled('declarations')],
};

// Separate bundles, not one with several entries: a shared chunk would make the command line load more files at its start. The last starts the
// program from its compiled form.
const code: UserConfig[] = [
  { ...library, outDir: 'dist', dts: false, plugins: [listBundled('library')] },
  {
    ...commandLine,
    entry: { program: 'src/cli/run.ts' },
    inputOptions: {
      // The ES modules of yaml, of which only the used part is bundled; for Node the package names its CommonJS modules.
      resolve: {
        conditionNames: ['import', 'default'],
        alias: { yaml: join(root, 'node_modules/yaml/browser/index.js') },
      },
      // Otherwise the exports of run.ts would move the whole program into a second file.
      preserveEntrySignatures: 'allow-extension',
    },
    // Node takes a millisecond to find each further file: one file holds all code that every command needs.
    outputOptions: { codeSplitting: { groups: [{ name: 'program', tags: ['$initial'] }] } },
    plugins: [knowledgeAsFile(), withoutSubprocesses(), plainAndStamped('program.cjs'), listBundled('cli')],
  },
  { ...commandLine, entry: { main: 'src/cli/main.ts' } },
];

export default defineConfig([
  ...code.map((one) => ({ name: 'code', ...one })),
  { name: 'declarations', ...declarations },
]);
