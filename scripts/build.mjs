import './lib/require-node.mjs';

void import('./lib/prepare.mjs').then(({ prepare }) => prepare({ rebuild: true, declarations: true }));
