// Writes THIRD-PARTY-NOTICES.md from what the last build bundled; with --check, fails where the file is not current.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledLists, root } from './lib/paths.mjs';
import { prepare } from './lib/prepare.mjs';

const target = join(root, 'THIRD-PARTY-NOTICES.md');

await prepare({ declarations: true });
const folders = Object.values(bundledLists).flatMap((list) => /** @type {string[]} */ (readJson(list)));
const sections = [...new Set(folders)].map(describe).sort((a, b) => (a.heading < b.heading ? -1 : 1));
const text = [
  '# Third-party notices',
  'The files in `dist` contain code of these packages, each under its own licence. This file is written by `npm run notices`.',
  ...sections.flatMap(({ heading, licence, texts }) => [
    `## ${heading}`,
    `Licence: ${licence}`,
    ...texts.map((licenceText) => `\`\`\`text\n${licenceText}\n\`\`\``),
  ]),
].join('\n\n');

if (!process.argv.includes('--check')) {
  writeFileSync(target, `${text}\n`);
} else if (readOrEmpty(target) !== `${text}\n`) {
  console.error('THIRD-PARTY-NOTICES.md is not what the build bundles. Run `npm run notices`.');
  process.exitCode = 1;
}

/** @param {string} folder */
function describe(folder) {
  const manifest = /** @type {{ name: string, version: string, license?: string }} */ (
    readJson(`${folder}/package.json`)
  );
  const files = readdirSync(join(root, folder)).filter((name) => /^(licen[cs]e|notice|copying)/i.test(name));
  if (!manifest.license || files.length === 0)
    throw new Error(`${folder} states no licence, or contains no text of it.`);
  return {
    heading: `${manifest.name} ${manifest.version}`,
    licence: manifest.license,
    texts: files.sort().map((name) =>
      readFileSync(join(root, folder, name), 'utf8')
        .replaceAll('\r\n', '\n')
        .trim(),
    ),
  };
}

/**
 * @param {string} path
 * @returns {unknown}
 */
function readJson(path) {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

/** @param {string} path */
function readOrEmpty(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
