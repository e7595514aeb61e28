import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** In src so that sources can import it, but an output of the build. */
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
/** Of the library; written by a separate step, and removed by the next build. */
export const declarations = 'dist/index.d.ts';
/** Where they are written first, so that the published file is never incomplete. */
export const declarationsFolder = '.build/declarations';

export const buildStamp = '.build/stamp';
export const lockDirectory = '.build/lock';
/** Inside node_modules, so that it is removed with the installation. */
export const installStamp = 'node_modules/.whichstack-installed';
/** For each bundle, the list of the third-party packages in it, written while bundling. */
export const bundledLists = {
  validators: '.build/bundled-validators.json',
  library: '.build/bundled-library.json',
  declarations: '.build/bundled-declarations.json',
  cli: '.build/bundled-cli.json',
};
