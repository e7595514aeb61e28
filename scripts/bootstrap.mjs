// Everything a fresh checkout needs before the tests: dependencies and a current build.
import './lib/require-node.mjs';

void import('./lib/prepare.mjs').then(({ prepare }) => prepare());
