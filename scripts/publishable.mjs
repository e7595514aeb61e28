// Everything that is published: a current build, with the declarations of the library, which the type check of the bench needs too.
import './lib/require-node.mjs';

void import('./lib/prepare.mjs').then(({ prepare }) => prepare({ declarations: true }));
