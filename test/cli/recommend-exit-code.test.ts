import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DiagnosticList } from '../../src/language/schema/results/diagnostic-list.js';
import { ROOT, whichstack } from '../support/cli.js';
import { fitsSchema } from '../support/outputs.js';

describe('The exit code of recommend', () => {
  it.each<[string, string | undefined, readonly string[]]>([
    ['payments-ledger', undefined, []],
    // A start within 5 s fails, and no node has the DPU that the guide wants.
    ['payments-ledger', 'failed', ['requirement-failed Runtime', 'incompatible Acceleration']],
    ['saas-plugin-host', 'failed', ['requirement-failed Runtime']],
    // Nothing is known of a start within 80 ms.
    ['video-functions', 'failed', []],
    ['video-functions', 'unproven', ['requirement-unproven Runtime']],
    // The loss of performance is proven under conditions alone, and neither the DPU, the drives nor the number of nodes are stated.
    ['shop-product-api', 'unproven', []],
    [
      'shop-product-api',
      'conditional',
      [
        'requirement-conditional Runtime',
        'requirement-conditional Runtime',
        'needs-condition Acceleration',
        'needs-condition Storage',
        'needs-condition Storage',
      ],
    ],
  ])('of %s with --fail-on %s is 1 for each cause, which is said on standard error', async (name, doubt, causes) => {
    const flags = doubt === undefined ? [] : ['--fail-on', doubt];
    const args = ['recommend', `examples/${name}.yaml`, '--as-of', '2026-11-23', ...flags];
    const [text, data] = await Promise.all([whichstack(args), whichstack([...args, '--json'])]);
    expect([text.code, data.code]).toEqual(causes.length === 0 ? [0, 0] : [1, 1]);
    expect([text.stdout, data.stdout]).not.toContain('');
    const lines = [...text.stderr.matchAll(/^error\[(.+?)\] (\w+)/gm)].map(([, code, place]) =>
      [code, place].join(' '),
    );
    expect(lines).toEqual(causes);
    if (causes.length === 0) {
      expect([text.stderr, data.stderr]).toEqual(['', '']);
      return;
    }
    expect(text.stderr).toContain(`Exit code 1 by --fail-on ${doubt ?? ''}: ${String(causes.length)} cause`);
    const list = JSON.parse(data.stderr) as DiagnosticList;
    expect(fitsSchema('diagnostic-list', list)).toBe(true);
    expect(list).toMatchObject({ kind: 'DiagnosticList', exitCode: 1 });
    expect(list.diagnostics.map(({ code, message }) => [code, message.split(/[: (]/)[0]].join(' '))).toEqual(causes);
  });

  it('is 1 with --fail-on failed where a place is needed and nothing is chosen for it', async () => {
    const { code, stderr } = await whichstack(['recommend', '--set', 'kvm=false', '--fail-on', 'failed']);
    expect(code).toBe(1);
    expect(stderr).toContain('error[guide-silent] No rule answers Runtime');
  });

  it('names the workload of each cause where there are several', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'whichstack-several-'));
    try {
      const file = join(folder, 'several.yaml');
      const texts = ['payments-ledger', 'saas-plugin-host'].map((name) =>
        readFileSync(join(ROOT, `examples/${name}.yaml`), 'utf8'),
      );
      writeFileSync(file, texts.join('---\n'));
      const { stderr } = await whichstack(['recommend', file, '--as-of', '2026-11-23', '--fail-on', 'failed']);
      expect(stderr).toMatch(/\] Payments ledger: Runtime: [^]*\] SaaS plug-in host: Runtime: /);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is 2 for a doubt that there is not', async () => {
    const { code, stderr } = await whichstack(['recommend', '--scenario', 'edge', '--fail-on', 'fail']);
    expect(code).toBe(2);
    expect(stderr).toContain('failed');
  });

  it('is 1 where no combination satisfies the workload, and the output explains why', async () => {
    const flags = [
      '--set',
      'security=low',
      '--set',
      'constraints.forbid=docker',
      '--set',
      'constraints.require=docker',
    ];
    const [brief, full] = await Promise.all([
      whichstack(['recommend', ...flags]),
      whichstack(['recommend', '--full', ...flags]),
    ]);
    expect([brief.code, full.code]).toEqual([1, 1]);
    expect(brief.stderr).toMatch(/^error\[unsatisfiable\] [^]*\nExit code 1: nothing can satisfy what was asked\.\n$/);
    expect(brief.stdout).toMatch(/Check +✗ .*`forbid: docker` and `require: docker`\s+cannot/);
    expect(full.stdout).toMatch(/`forbid: docker` and\s+`require: docker` cannot/);
  });
});
