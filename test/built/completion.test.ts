import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SHELLS, type Shell } from '../../src/cli/completion/scripts.js';
import { hasTerminal, inTerminal, KEY } from '../support/terminal.js';
import { MAIN, whichstackProcess } from '../support/process.js';
import { thorough } from '../support/thorough.js';

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'whichstack-completion-'));
  writeFileSync(join(folder, 'whichstack'), `#!/bin/sh\nexec '${process.execPath}' '${MAIN}' "$@"\n`);
  chmodSync(join(folder, 'whichstack'), 0o755);
  writeFileSync(join(folder, 'zz-workload.yaml'), '');
  mkdirSync(join(folder, 'zz-folder'));
  for (const shell of SHELLS)
    writeFileSync(join(folder, `script.${shell}`), (await whichstackProcess(['completion', shell])).stdout);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** How each shell is started without the files of its user, and with our script. */
const STARTED: Readonly<Record<Shell, readonly string[]>> = {
  bash: ['bash', '--noprofile', '--norc', '-i'],
  zsh: ['zsh', '-f', '-i'],
  fish: ['fish', '--no-config', '-i'],
};

/** A shell that is not installed is skipped; where all have to be, its absence is an error. */
function isThere(shell: Shell): boolean {
  const found = spawnSync(shell, ['--version']).status === 0;
  if (!found && process.env['WHICHSTACK_CI'] !== undefined)
    throw new Error(`${shell} is needed to test its completion`);
  return found && hasTerminal;
}

/** What is typed, with a tab at its end, and what the line is then. */
const TYPED: readonly (readonly [typed: string, line: string])[] = [
  ['whichstack recom', 'whichstack recommend '],
  ['whichstack recommend --fail', 'whichstack recommend --fail-on '],
  ['whichstack recommend --scenario serverl', 'whichstack recommend --scenario serverless '],
  ['whichstack recommend --format=mark', 'whichstack recommend --format=markdown '],
  ['whichstack recommend --set securi', 'whichstack recommend --set security='],
  ['whichstack recommend --set security=ext', 'whichstack recommend --set security=extreme '],
  [
    'whichstack recommend --set constraints.forbid=glusterfs,cephf',
    'whichstack recommend --set constraints.forbid=glusterfs,cephfs',
  ],
  ['whichstack recommend --data oltp,iop', 'whichstack recommend --data oltp,iops='],
  ['whichstack whatif zz-w', 'whichstack whatif zz-workload.yaml '],
  ['whichstack --quiet whatif x.yaml --to kata-c', 'whichstack --quiet whatif x.yaml --to kata-containers '],
  ['whichstack recommend --why-not etcd,consu', 'whichstack recommend --why-not etcd,consul'],
  ['whichstack whatif --keep security,startu', 'whichstack whatif --keep security,startup'],
  ['whichstack explain mask', 'whichstack explain masked '],
  ['whichstack compare etcd kubev', 'whichstack compare etcd kubevirt '],
  ['whichstack show ambigu', 'whichstack show ambiguous '],
  ['whichstack check --knowledge zz-f', 'whichstack check --knowledge zz-folder/'],
];

/** A shell takes seconds to complete what is typed, so one of those that are there stands for all, unless all are wanted. */
const there = SHELLS.filter(isThere);
const tried = thorough ? SHELLS : there.length > 0 ? there.slice(0, 1) : SHELLS;

describe.each(tried)('The script for %s', (shell) => {
  it.skipIf(!isThere(shell))('completes commands, flags, values, names and files in the real shell', async () => {
    // The completed line is made an argument of echo: what is compared is what the shell holds, not what its editor draws.
    const lines = TYPED.flatMap(([typed]) => [
      { wait: 'ready> ', send: `${typed}\t` },
      // Keys wait until the shell has completed.
      { wait: '', send: `${KEY.home}echo "<" ${KEY.end}">"${KEY.enter}` },
    ]);
    const load = { wait: 'ready> ', send: `source ./script.${shell}${KEY.enter}` };
    const prompt = { wait: '', send: `function fish_prompt; echo -n 'ready''> '; end${KEY.enter}` };
    const env = {
      PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}`,
      HOME: folder,
      PS1: 'ready> ',
      PROMPT: 'ready> ',
    };
    const steps = [...(shell === 'fish' ? [prompt] : []), load, ...lines, { wait: 'ready> ', send: KEY.ctrlD }];
    const session = await inTerminal(['/usr/bin/env', ...STARTED[shell]], folder, steps, env);
    expect(session.missed, session.output).toBeNull();
    const printed = session.output.split(/[\r\n]+/);
    // Of the others, one takes the blank behind a word away where something else follows, and one always puts it there.
    const known = (line: string): string => (shell === 'bash' ? line : line.replace(/[ /]?>$/, '>'));
    for (const [, line] of TYPED) expect(printed.map(known)).toContain(known(`< ${line}>`));
  });
});
