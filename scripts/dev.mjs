// `npm run dev -- FILTERS`: keeps what is generated, the command line and the tests current while the sources are edited. Ctrl-C ends it.
import './lib/require-node.mjs';

void import('./lib/prepare.mjs')
  .then(({ prepare }) => prepare())
  .then(() => import('./lib/dev.mjs'))
  .then(({ dev }) => {
    dev(process.argv.slice(2));
  });
