// Writes the manual pages, in every language, from the commander program: `man -M man whichstack` shows them.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import packageJson from '../package.json' with { type: 'json' };
import { manualPages } from '../src/cli/man.js';
import { programFor } from '../src/cli/run.js';
import { DEFAULT_LANG, LANGUAGES } from '../src/language/format.js';
import { root } from './lib/paths.mjs';

rmSync(join(root, 'man'), { recursive: true, force: true });
for (const { id: lang, posix } of LANGUAGES) {
  // The default language needs no locale.
  const folder = join(root, 'man', lang === DEFAULT_LANG ? '' : posix, 'man1');
  mkdirSync(folder, { recursive: true });
  const program = programFor({ lang, argv: [], state: { exit: 0, quiet: false } });
  for (const { name, text } of manualPages(program, packageJson.version, lang)) writeFileSync(join(folder, name), text);
}
