// Writes the manual pages, in every language, from the commander program: `man -M man whichstack` shows them.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import packageJson from '../package.json' with { type: 'json' };
import { manualPages } from '../src/cli/man.js';
import { programFor } from '../src/cli/run.js';
import { LANGS, type Lang } from '../src/language/format.js';
import { root } from './lib/paths.mjs';

/** The folder of a language below that of the manual, by its locale. */
const FOLDERS: Readonly<Record<Lang, string>> = { en: 'man1', zh: 'zh_CN/man1' };

rmSync(join(root, 'man'), { recursive: true, force: true });
for (const lang of LANGS) {
  const folder = join(root, 'man', FOLDERS[lang]);
  mkdirSync(folder, { recursive: true });
  const program = programFor({ lang, argv: [], state: { exit: 0, quiet: false } });
  for (const { name, text } of manualPages(program, packageJson.version, lang)) writeFileSync(join(folder, name), text);
}
