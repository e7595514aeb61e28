import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Below src for the sake of its imports, but an output. */
export const generated = 'src/generated';
export const buildInputs = [
  'src',
  'knowledge',
  'scripts',
  'package.json',
  'package-lock.json',
  'tsdown.config.ts',
  'tsconfig.base.json',
  'tsconfig.portable.json',
];
export const buildOutputs = ['dist', 'schema', generated];
/** Of the library; made apart, and gone with the next build. */
export const declarations = 'dist/index.d.ts';
/** Where they are made, so that they are whole where they belong. */
export const declarationsFolder = '.build/declarations';

export const buildStamp = '.build/stamp';
export const lockDirectory = '.build/lock';
/** Inside node_modules, so that it goes when the installation goes. */
export const installStamp = 'node_modules/.whichstack-installed';
/** One list for each bundle, written while bundling: the third-party packages that are in it. */
export const bundledLists = {
  validators: '.build/bundled-validators.json',
  library: '.build/bundled-library.json',
  declarations: '.build/bundled-declarations.json',
  cli: '.build/bundled-cli.json',
};
