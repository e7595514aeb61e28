import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT, whichstack } from '../support/cli.js';
import { document, text } from '../support/documents.mjs';
import { factor, named } from '../support/small-package.js';

/** Red, a cleared screen, a link, a reversed direction, no width, and controls of the second set. */
const HOSTILE = '\u001b[31mred\u001b[2J\u001b]8;;http://x\u0007\u202ecba\u202c\u200b\u009b1m\u007f';
/** The same, as it is shown. */
const AS_NUMBERS = String.raw`\u{1b}[31mred\u{1b}[2J\u{1b}]8;;http://x\u{7}\u{202e}cba\u{202c}\u{200b}\u{9b}1m\u{7f}`;

/** What no output may hold, in a second opinion. */
const OBEYED = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/;
/** The escapes that the product itself writes, for colours. */
const OWN_COLORS = /\u001b\[(?:[0-9]{1,2}|30;48;5;\d+|39;49)m/g;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), `a\u001b[2Jb`));
  writeFileSync(
    join(folder, `p\u202ek.yaml`),
    [
      document('Package', 'odd', {
        title: text(`Odd ${HOSTILE}`),
        version: '1',
        collections: [{ id: 'data', title: text(`data ${HOSTILE}`), key: 'need' }],
      }),
      factor('need', { type: 'choice', values: named(['oltp', 'files']), askedOf: ['data'] }),
      factor('security', { type: 'ordinal', levels: named(['low', 'high']) }),
      document('Outcome', 'beacon', { title: text(`Beacon ${HOSTILE}`) }),
      document('Factor', 'shine', {
        title: text(`Shine ${HOSTILE}`),
        question: text(`How ${HOSTILE}?`),
        askedOf: ['requirements'],
        type: 'flag',
      }),
      document('Decision', 'light', {
        title: text(`Light ${HOSTILE}`),
        table: {
          hitPolicy: 'first',
          rules: [{ when: { shine: true }, then: 'beacon', why: text(`Because ${HOSTILE}`) }],
        },
      }),
      document('Role', 'light', { title: text(`Light ${HOSTILE}`), order: 90, decision: 'light' }),
    ].join('\n---\n'),
  );
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const WORKLOAD = JSON.stringify({
  apiVersion: 'whichstack/v1',
  kind: 'Workload',
  metadata: { title: HOSTILE },
  requirements: { shine: true, data: [{ name: HOSTILE, need: 'oltp' }] },
});

const LINES = [
  'recommend -',
  'recommend - --full',
  'recommend - --json --trace',
  'recommend - --format markdown --full',
  'map - --x shine --y security',
  'map - --x shine --y security --format svg',
  'map - --x shine --y security --format mermaid',
  'show shine',
  'show light --format markdown',
  'factors',
  'factors --format markdown',
  'check --all',
  'check --format sarif',
  'check --format markdown',
  'export light --format markdown',
  'debug program --decision light',
  'recommend --set shine=HOSTILE',
  'recommend --scenario HOSTILE',
  'recommend HOSTILE',
  'recommend - --why-not HOSTILE',
  'recommend HOSTILE HOSTILE',
  'show HOSTILE',
  'compare HOSTILE docker',
  'recommend - --HOSTILE',
  'HOSTILE',
  'recommend - --as-of HOSTILE',
  'recommend - --format HOSTILE',
  'ask --no-input --answers HOSTILE',
];

async function printsNothingObeyed(line: string, env: Record<string, string>): Promise<void> {
  const words = [...line.split(' ').map((word) => word.replace('HOSTILE', HOSTILE)), '--package', folder];
  const { stdout, stderr } = await whichstack(words, { stdin: WORKLOAD, env });
  expect(stdout + stderr).not.toBe('');
  for (const printed of [stdout, stderr]) expect(OBEYED.exec(printed.replaceAll(OWN_COLORS, ''))).toBeNull();
}

it.each(LINES)('%s prints nothing that a terminal obeys', (line) => printsNothingObeyed(line, {}));

it.each(['recommend - --full', 'check --all', 'recommend HOSTILE HOSTILE', 'show shine'])(
  '%s prints nothing that a terminal obeys but its own colours',
  (line) => printsNothingObeyed(line, { NO_COLOR: '', FORCE_COLOR: '1' }),
);

it('What cannot be printed is shown as its number, and JSON holds the same data', async () => {
  const shown = await whichstack(['recommend', '-', '--package', folder], { stdin: WORKLOAD });
  expect(shown.stdout.replaceAll(/\s+/g, '')).toContain(AS_NUMBERS.replaceAll(/\s+/g, ''));
  const json = await whichstack(['recommend', '-', '--json', '--package', folder], { stdin: WORKLOAD });
  expect(JSON.parse(json.stdout)).toMatchObject({ workload: JSON.parse(WORKLOAD) as object });
  const file = await whichstack(['recommend', `no${HOSTILE}.yaml`, '--json']);
  expect(JSON.parse(file.stderr)).toMatchObject({ diagnostics: [{ file: `no${HOSTILE}.yaml` }] });
});

it('Few places write to the streams of a terminal, so that each of them can see to that', () => {
  const writers = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /std(?:out|err)\.write\(|console\./.test(readFileSync(join(ROOT, 'src', name), 'utf8')));
  expect(writers.sort()).toEqual([
    'cli/ask/session.ts',
    'cli/commands/completion.ts',
    'cli/commands/init.ts',
    'cli/files.ts',
    'cli/general-flags.ts',
    'cli/print/failure.ts',
    'cli/print/output.ts',
    'cli/run.ts',
  ]);
});
