import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { environment, ROOT } from '../support/cli.js';

it.skipIf(process.platform === 'win32')('./whichstack can be piped, from any folder and through a link', () => {
  const folder = mkdtempSync(join(tmpdir(), 'whichstack-launcher-'));
  try {
    symlinkSync(join(ROOT, 'whichstack'), join(folder, 'linked'));
    for (const [program, cwd] of [
      [join(ROOT, 'whichstack'), folder],
      [join(folder, 'linked'), folder],
      [join(ROOT, 'whichstack'), ROOT],
    ] as const) {
      const args = ['recommend', '--scenario', 'edge', '--json'];
      const ran = spawnSync(program, args, { cwd, env: environment(), encoding: 'utf8' });
      expect([ran.status, ran.stderr]).toEqual([0, '']);
      expect((JSON.parse(ran.stdout) as { kind: string }).kind).toBe('Recommendation');
    }
    const refused = spawnSync(join(ROOT, 'whichstack'), ['recomend'], {
      cwd: ROOT,
      env: environment(),
      encoding: 'utf8',
    });
    expect([refused.status, refused.stdout]).toEqual([2, '']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
