import { defineConfig, type UserConfig } from 'tsdown';
import { everyBundledPackage } from './scripts/lib/bundled-packages.mjs';
import { listBundled } from './scripts/lib/list-bundled.mjs';
import { mendDeclarations } from './scripts/lib/mend-declarations.mjs';

const common: UserConfig = {
  format: 'esm',
  target: 'node20.19',
  fixedExtension: false,
  // Both bundles share dist, so neither may empty it; the build script does, before either starts.
  clean: false,
  report: false,
  checks: { pluginTimings: false },
  // A package that is not listed fails the build: nothing slips into the bundles by way of another package.
  deps: { onlyBundle: [...everyBundledPackage] },
};

// Two bundles, not one with two entries: a shared chunk would make the command line load more files at its start.
export default defineConfig([
  {
    ...common,
    entry: { index: 'src/index.ts' },
    platform: 'neutral',
    // Of themselves, neutral bundles know the `exports` of a package alone, which older packages have not.
    inputOptions: { resolve: { mainFields: ['module', 'main'] } },
    tsconfig: 'tsconfig.portable.json',
    outDir: 'dist',
    dts: true,
    plugins: [mendDeclarations(), listBundled('library')],
  },
  {
    ...common,
    entry: { main: 'src/cli/main.ts' },
    // Node starts a CommonJS file a third faster than an ES module.
    format: 'cjs',
    checks: { ...common.checks, legacyCjs: false },
    platform: 'node',
    // Less to read at start-up. Without the condition `node`, yaml resolves to its ES modules, of which only the used part is bundled.
    minify: true,
    inputOptions: {
      resolve: { conditionNames: ['import', 'default'] },
      // Or what main.ts exports would move the whole program into a second file.
      preserveEntrySignatures: 'allow-extension',
    },
    tsconfig: 'tsconfig.json',
    outDir: 'dist/cli',
    dts: false,
    plugins: [listBundled('cli')],
  },
]);
