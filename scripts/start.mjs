// `npm start -- ARGS` on any checkout: prepares what is missing, then is the command line itself.
import './lib/require-node.mjs';

const main = new URL('../dist/cli/main.cjs', import.meta.url);

void import('./lib/prepare.mjs')
  .then(({ prepare }) => prepare())
  .then(async () => {
    // npm runs its scripts in the package's folder; file names given on the command line mean the caller's.
    const { npm_lifecycle_event: script, INIT_CWD: caller } = process.env;
    if (script === 'start' && caller) process.chdir(caller);
    const { createRequire } = await import('node:module');
    const { fileURLToPath } = await import('node:url');
    process.argv[1] = fileURLToPath(main);
    // Not by import, which would first read the whole file for the names that it exports.
    createRequire(main)(process.argv[1]);
  });
