import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { manualPages, type ManualPage } from '../../src/cli/man.js';
import { programFor } from '../../src/cli/run.js';
import { CLI_TEXTS } from '../../src/cli/texts/index.js';
import { LANGS, type Lang } from '../../src/language/format.js';
import { ROOT } from '../support/cli.js';

const folder = mkdtempSync(join(tmpdir(), 'whichstack-man-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const pagesIn = (lang: Lang): ManualPage[] =>
  manualPages(programFor({ lang, argv: [], state: { exit: 0, quiet: false } }), '1.2.3', lang);

const hasMan = ((): boolean => {
  // A minimal system may have something in its place that only says so.
  const { status, stdout } = spawnSync('man', ['--version'], { encoding: 'utf8' });
  const found = status === 0 && stdout.startsWith('man ');
  if (!found && process.env['WHICHSTACK_CI'] !== undefined) throw new Error('man-db is needed to check manual pages');
  return found;
})();

it('The package lists a manual page for the program and for each command', () => {
  const { man } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { man: string[] };
  expect(man).toEqual(pagesIn('en').map(({ name }) => `./man/man1/${name}`));
});

describe.each(LANGS)('The manual pages in %s', (lang) => {
  it.skipIf(!hasMan)('are shown by man without a warning, with every flag of help', () => {
    for (const { name, text } of pagesIn(lang)) {
      writeFileSync(join(folder, name), text);
      const env = { ...process.env, LC_ALL: 'C.UTF-8', MANWIDTH: '100', MANPAGER: 'cat' };
      const { stdout, stderr } = spawnSync('man', ['--warnings', '-l', join(folder, name)], { env, encoding: 'utf8' });
      expect([name, stderr]).toEqual([name, '']);
      for (const flag of ['--help', '--quiet', '--lang']) expect(stdout).toContain(flag);
      expect(stdout).toContain(CLI_TEXTS[lang].manual.exitStatus);
    }
  });
});
