import { describe, expect, it } from 'vitest';
import { whichstack, whichstackProcess } from './support/cli.js';

const stdin = 'apiVersion: whichstack/v1\nkind: Workload\nrequirements: {security: low}\n';

// Most tests run the command line in a process that stays; what they find there is what a user finds.
describe('as a process of its own, the command line says and exits with the same', () => {
  it.each<[args: string[], code: number, surroundings?: Parameters<typeof whichstack>[1]]>([
    [[], 0],
    [['recommend', '-', '--json'], 0, { stdin }],
    [
      ['recommend', '-'],
      0,
      { stdin: Buffer.from(stdin), env: { LC_ALL: 'zh_CN.UTF-8', FORCE_COLOR: '1', NO_COLOR: '' } },
    ],
    [['check', 'test/flawed', '--as-of', '2026-11-23', '--format', 'sarif'], 1],
    [['recommend', '--senario', 'edge'], 2],
    [['recommend', 'test/no-such-file.yaml'], 3, { env: { FORCE_COLOR: '1', NO_COLOR: '' } }],
  ])('%j exits with %i', async (args, code, surroundings) => {
    const own = await whichstackProcess(args, surroundings);
    expect(own.code).toBe(code);
    expect(await whichstack(args, surroundings)).toEqual(own);
  });
});
