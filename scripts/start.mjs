// `npm start -- ARGS` on any checkout: prepares what is missing, then is the command line itself.
import './lib/require-node.mjs';

const main = new URL('../dist/cli/main.js', import.meta.url);

void import('./lib/prepare.mjs')
  .then(({ prepare }) => prepare())
  .then(async () => {
    // npm runs its scripts in the package's folder; file names given on the command line mean the caller's.
    if (process.env['npm_lifecycle_event'] === 'start') process.chdir(process.env['INIT_CWD'] ?? '.');
    const { fileURLToPath } = await import('node:url');
    process.argv[1] = fileURLToPath(main);
    await import(main.href);
  });
