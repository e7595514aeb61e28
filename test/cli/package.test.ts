import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnyRecommendation, Difference, Interview } from '../../src/index.js';
import { whichstack } from '../support/cli.js';

const PACKAGE = 'examples/change-rollout';
const KNOWN = ['--set', 'blastRadius=all-users', '--set', 'freeze=false', '--set', 'reversible=true'];

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'whichstack-package-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What a command prints with the package alone. */
async function printed(...words: string[]): Promise<string> {
  const { code, stdout, stderr } = await whichstack([...words, '--package', PACKAGE]);
  expect([code, stderr]).toEqual([0, '']);
  return stdout;
}

describe('--package', () => {
  it('decides with that package alone, and names it', async () => {
    const answer = JSON.parse(await printed('recommend', ...KNOWN, '--json')) as AnyRecommendation;
    expect(answer.knowledge.version).toBe('change-rollout 1');
    expect(Object.keys(answer.stack)).toEqual(['rollout']);
    expect([answer.stack['rollout']].flat().map((role) => role?.chosen.map(({ id }) => id))).toEqual([['canary']]);
  });

  it.each<[command: string, words: string[], said: RegExp]>([
    ['recommend', KNOWN, /^ Rollout {2}Canary$/m],
    ['whatif', KNOWN, /Maintenance window, only if Reversible becomes no/],
    ['map', [...KNOWN, '--x', 'blastRadius', '--y', 'reversible'], /Rollout, by Blast radius/],
    ['ask', ['--no-input'], /^Next question: /m],
    ['factors', [], /^ {2}blastRadius {2}Blast radius: one of team, some-users or all-users$/m],
    ['show', ['freeze'], /^Freeze {2}\[factor\/freeze\]/],
    ['check', [], /^0 errors, 0 warnings/m],
    ['export', ['rollout'], /#id,rollout/],
    ['debug', ['index'], /^rollout /m],
    ['init', ['workload', '-'], /^ {2}# blastRadius: some-users$/m],
  ])('of %s leaves the built-in knowledge out', async (command, words, said) => {
    const text = await printed(command, ...words);
    expect(text).toMatch(said);
    expect(text).not.toMatch(/runtime|Kubernetes|security/i);
  });

  it('asks in an interview for what that package needs alone', async () => {
    const { question } = JSON.parse(await printed('ask', '--no-input', '--json')) as Interview;
    expect(['blastRadius', 'freeze']).toContain(question?.factor);
  });

  it('is laid under the folders of --knowledge, and kept in the commands that init names', async () => {
    const { stdout } = await whichstack(['init', 'workload', join(folder, 'w.yaml'), '--package', PACKAGE]);
    expect(stdout).toContain(`w.yaml --package ${PACKAGE}`);
    expect(readFileSync(join(folder, 'w.yaml'), 'utf8')).toContain(`whichstack show blastRadius --package ${PACKAGE}`);
    const { stderr } = await whichstack(['recommend', ...KNOWN, '--package', PACKAGE, '--knowledge', 'examples/acme']);
    // What Acme adds is about the built-in knowledge, which is not there.
    expect(stderr).toContain('error[unknown-');
  });

  it('says by an example of that package how a workload is stated', async () => {
    const { code, stderr } = await whichstack(['recommend', '--package', PACKAGE]);
    expect(code).toBe(2);
    expect(stderr).toContain('such as `--set blastRadius=some-users`; `whichstack factors` lists the factors');
  });

  it('names the same as the argument of check, so both are refused', async () => {
    const { code, stderr } = await whichstack(['check', PACKAGE, '--package', PACKAGE]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('error[options-conflict]')]);
  });

  it('is no option of diff, which takes --alone', async () => {
    const words = ['diff', '-', '--from', PACKAGE, '--to', PACKAGE, '--alone', '--json'];
    const workload = 'apiVersion: whichstack/v1\nkind: Workload\nrequirements: {reversible: true}\n';
    const { stdout } = await whichstack(words, { stdin: workload });
    expect((JSON.parse(stdout) as Difference).counts.changed).toBe(0);
  });
});
