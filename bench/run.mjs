// `npm run bench`: everything, into results.md; `npm run bench -- check`: that part, on the terminal only.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { check } from './check.mjs';
import { decide } from './decide.mjs';
import { explore } from './explore.mjs';
import { machine } from './lib/report.mjs';
import { questions } from './questions.mjs';
import { startup } from './startup.mjs';

/** @type {Readonly<Record<string, () => import('./lib/report.mjs').Part | Promise<import('./lib/report.mjs').Part>>>} */
const PARTS = {
  // Its engines are installed below, before it is loaded.
  peers: async () => (await import('./peers.mjs')).peers(),
  check,
  decide,
  explore,
  questions,
  startup,
};

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in PARTS));
if (unknown !== undefined) throw new Error(`no part ${unknown}; there are ${Object.keys(PARTS).join(', ')}`);

// The peers are nobody's dependency but the bench's; their versions are pinned in bench/package.json.
const folder = fileURLToPath(new URL('.', import.meta.url));
const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'], {
  cwd: folder,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
if (status !== 0) throw new Error('the engines to compare with could not be installed');

const where = machine();
const results = [];
for (const [name, part] of Object.entries(PARTS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.error(name);
  const { title, text } = await part();
  const section = `## ${title}\n\n${text}\n`;
  console.log(section);
  results.push(section);
}

if (asked.length === 0) {
  const file = new URL('results.md', import.meta.url);
  const head = `# Results of the bench

\`npm run bench\` wrote this on ${new Date().toISOString().slice(0, 10)}: ${where}. All that is compared was measured in one run.
`;
  const options = await resolveConfig(file);
  writeFileSync(file, await format([head, ...results].join('\n'), { ...options, parser: 'markdown' }));
}
