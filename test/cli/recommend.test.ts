import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AnyRecommendation } from '../../src/index.js';
import { chosen, role } from '../support/chosen.js';
import { ROOT, whichstack } from '../support/cli.js';
import { GoldenFolder } from '../support/golden.js';

const goldens = new GoldenFolder('recommend');

async function json(...args: string[]): Promise<AnyRecommendation> {
  const { stdout, stderr } = await whichstack(['recommend', ...args, '--json']);
  expect(stderr).toBe('');
  return JSON.parse(stdout) as AnyRecommendation;
}

describe('A recommendation as Markdown', () => {
  it.each(['en', 'zh'])('cites every source by a footnote with its address, in %s', async (lang) => {
    const { stdout } = await whichstack([
      ...['recommend', 'examples/payments-ledger.yaml', '--format', 'markdown', '--lang', lang],
      ...['--as-of', '2026-11-23'],
    ]);
    goldens.check(`payments-ledger.${lang}.md`, stdout);
    const notes = [...stdout.matchAll(/^\[\^([\w-]+)\]: \[.+\]\(https?:\/\/[^)\s]+\)/gm)].map(([, id]) => id);
    const cited = new Set([...stdout.matchAll(/\[\^([\w-]+)\](?!:)/g)].map(([, id]) => id));
    expect(notes.length).toBeGreaterThan(10);
    expect(new Set(notes)).toEqual(cited);
    expect(new Set(notes).size).toBe(notes.length);
  });
});

describe('The flags of recommend', () => {
  it.each([
    ['en', 'Why not  Runtime: Kata Containers + Firecracker + Kubernetes'],
    ['zh', '为何不选  运行时：Kata Containers + Firecracker + Kubernetes'],
  ])('explain why something is not chosen, and how to find what it would take, in %s', async (lang, head) => {
    const args = ['recommend', 'examples/payments-ledger.yaml', '--why-not', 'firecracker', '--lang', lang];
    const { code, stdout } = await whichstack(args);
    expect(code).toBe(0);
    expect(stdout).toContain(head);
    expect(stdout).toContain('KubeVirt (G5.1)'.replace(/ \((.*)\)/, lang === 'zh' ? '（$1）' : ' ($1)'));
    expect(stdout).toContain('whatif --to firecracker');
  });

  it('end an explanation with the smallest change that leads to it, which keeps what the workload is, or say that there is none', async () => {
    const rivalsOf = async (...args: string[]): Promise<AnyRecommendation['rivals']> =>
      (await json(...args, '--as-of', '2026-11-23')).rivals.filter(({ asked }) => asked !== undefined);
    const [sandbox] = await rivalsOf('examples/payments-ledger.yaml', '--why-not', 'sandbox');
    expect(sandbox?.smallestChange).toEqual({
      found: true,
      proven: true,
      text: 'the smallest changes that lead to it: Security falls to high or KVM on the nodes becomes no',
    });
    const forbidden = ['--set', 'constraints.forbid=wasmedge', '--why-not', 'wasmedge'];
    const [none] = await rivalsOf('examples/ci-farm.yaml', ...forbidden);
    expect(none?.smallestChange).toMatchObject({ found: false, proven: true });
    // For other data it would be chosen; that is another workload.
    const [other] = await rivalsOf('examples/payments-ledger.yaml', '--why-not', 'glusterfs');
    expect(other?.smallestChange).toMatchObject({ found: false, proven: false });
    expect(other?.smallestChange?.text).toMatch(/^No change was found.*1,000 variants tried/);
    const [chosen] = await rivalsOf('examples/ci-farm.yaml', '--why-not', 'docker');
    expect(chosen?.smallestChange).toBeUndefined();
    for (const flags of [[], ['--full'], ['--format', 'markdown']]) {
      const args = [
        'recommend',
        'examples/payments-ledger.yaml',
        '--as-of',
        '2026-11-23',
        '--why-not',
        'sandbox',
        ...flags,
      ];
      expect((await whichstack(args)).stdout).toMatch(
        /→ the smallest changes that lead to it: Security falls\s+to\s+high/,
      );
    }
  });

  it('refuse to explain what the knowledge does not have, with the nearest name', async () => {
    const { code, stderr } = await whichstack(['recommend', '--scenario', 'edge', '--why-not', 'firecraker']);
    expect(code).toBe(2);
    expect(stderr).toContain('--why-not');
    expect(stderr).toContain('firecracker');
  });

  it('state a workload without a file', async () => {
    const answer = await json(
      '--scenario',
      'serverless',
      '--set',
      'security=high',
      '--set',
      'kvm=false',
      '--data',
      'objects,capacity=20TB,name=uploads',
      '--data',
      'archive',
    );
    expect(chosen(answer, 'runtime')).toEqual(['wasmedge']);
    expect(answer.stack['storage']).toMatchObject([
      { name: 'uploads', need: 'objects' },
      { name: 'archive', need: 'archive' },
    ]);
    expect(answer.inputs).toContainEqual(expect.objectContaining({ factor: 'kvm', value: false, origin: 'stated' }));
    expect(answer.inputs).toContainEqual(
      expect.objectContaining({ factor: 'capacity', of: 'data/uploads', value: 20e12 }),
    );
  });

  it('override and extend what a file states', async () => {
    const file = 'examples/payments-ledger.yaml';
    const answer = await json(
      file,
      '--set',
      'performance=medium',
      '--data',
      'durability=high,performance=low,scalability=extreme',
    );
    expect(chosen(answer, 'acceleration')).toEqual([]);
    expect(answer.stack['storage']).toHaveLength(3);
    expect(chosen(answer, 'storage', 2)).toEqual(['s3-glacier']);
    expect(readFileSync(join(ROOT, file), 'utf8')).toContain('performance: high');
  });

  it('reach every section by a path', async () => {
    const answer = await json(
      '--set',
      'security=medium',
      '--set',
      'environment.location=edge',
      '--set',
      'constraints.require=containerd,kubernetes',
      '--set',
      'preferences.weights.security=5',
    );
    expect(chosen(answer, 'runtime').sort()).toEqual(['containerd', 'kubernetes']);
    expect(answer.workload.preferences).toEqual({ weights: { security: 5 } });
  });

  it('are reported at their place where they are wrong', async () => {
    const wrong: [string[], RegExp][] = [
      [['--set', 'security=hihg'], /^--set:1:10: error\[unknown-value\][\s\S]*Did you mean `high`\?/],
      [['--set', 'securty=high'], /^--set:1:\d+: error\[unknown-factor\][\s\S]*Did you mean `security`\?/],
      [['--set', 'kvmm=true'], /error\[unknown-factor\][\s\S]*Did you mean `kvm`\?/],
      [['--set', 'security=low', '--set', 'security=high'], /error\[flag-twice\]/],
      [
        ['--scenario', '金融交易'],
        /^--scenario:1:1: error\[unknown-value\][\s\S]*The word leads to `financial-trading`/,
      ],
      [['--data', 'oltp,iops=lots'], /^--data:1:11: error\[not-a-quantity\]/],
      [['--set', 'requirements.security.x=1'], /^--set:1:25: error\[unknown-value\]/],
      [['--set', 'preferences.weights.startup=much'], /^--set:1:\d+: error\[weight-invalid\][^\n]*`much`/],
      [['--set', 'preferences.weights.start=1'], /error\[unknown-criterion\][\s\S]*Did you mean `startup`\?/],
      [['--data', 'oltpp'], /^--data:1:1: error\[unknown-value\][\s\S]*Did you mean `oltp`\?/],
    ];
    for (const [flags, message] of wrong) {
      const { code, stdout, stderr } = await whichstack(['recommend', ...flags]);
      expect([flags, code, stdout]).toEqual([flags, 3, '']);
      expect(stderr).toMatch(message);
    }
  });
});

describe('The answer of recommend', () => {
  it('goes to a file with -o, without colours, and overwrites one only with --force', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'whichstack-answer-'));
    try {
      const file = join(folder, 'answer.md');
      const args = ['recommend', '--scenario', 'edge', '--format', 'markdown', '-o', file];
      expect(await whichstack(args)).toMatchObject({ code: 0, stdout: '' });
      const before = readFileSync(file, 'utf8');
      expect(before).toMatch(/^### /);
      const again = await whichstack(args);
      expect([again.code, readFileSync(file, 'utf8')]).toEqual([2, before]);
      expect(again.stderr).toContain('--force');
      const text = await whichstack(['recommend', '--scenario', 'edge', '-o', file, '--force']);
      expect([text.code, readFileSync(file, 'utf8')]).toEqual([0, expect.stringMatching(/^Workload\n/)]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('The explanation of recommend', () => {
  it('names each evaluated rule and, where it did not hit, the first test that failed with the value that it tested', async () => {
    const { stack } = await json('--scenario', 'financial-trading', '--set', 'performance=low', '--explain');
    const trace = [stack['acceleration'] ?? []].flat()[0]?.trace ?? [];
    const misses = trace.flatMap((asked) => asked.misses);
    expect(misses).toContainEqual(
      expect.objectContaining({ factor: 'performance', test: '"high"', saw: 'low', source: 'G5.1' }),
    );
    expect(misses).toContainEqual(expect.objectContaining({ factor: 'offload', saw: null }));
    const { stdout } = await whichstack(['recommend', '--set', 'security=low', '--explain']);
    expect(stdout).toMatch(/Trace[\s\S]*requires that Security is\s+extreme; it is low/);
  });

  it('lists the factors that would change the answer, with each value and the answer that it leads to', async () => {
    const open = role(
      await json('--set', 'security=extreme', '--set', 'performance=high', '--set', 'startup=seconds'),
      'runtime',
    ).open;
    const changes = open.find(({ factor }) => factor === 'scenario')?.changes ?? [];
    expect(changes).toContainEqual(expect.objectContaining({ value: 'financial-trading', chosen: ['kubevirt'] }));
    const unstated = role(await json('--set', 'security=low'), 'runtime').open;
    expect(unstated.find(({ factor }) => factor === 'iteration')?.changes.map(({ value }) => value)).toContain('slow');
  });
});

describe('An overlay', () => {
  it('adds a technology, a rule and a scenario without code, and forbids', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'whichstack-'));
    try {
      writeFileSync(
        join(folder, 'ours.yaml'),
        `apiVersion: whichstack/v1
kind: Package
id: ours
title: {en: Ours, zh: 我们}
version: '7'
forbid: [glusterfs]
---
apiVersion: whichstack/v1
kind: Technology
id: cloud-hypervisor
title: {en: Cloud Hypervisor, zh: Cloud Hypervisor}
role: runtime
family: virtualisation
summary: {en: A monitor in Rust., zh: 用 Rust 编写的虚拟机监视器。}
---
apiVersion: whichstack/v1
kind: Decision
id: our-runtime
title: {en: Ours, zh: 我们的}
extends:
  decision: runtime
  at: start
  rules: [{when: {scenario: our-vms}, then: cloud-hypervisor, why: {en: We run it., zh: 我们在用它。}}]
---
apiVersion: whichstack/v1
kind: Scenario
id: our-vms
title: {en: Our machines, zh: 我们的虚拟机}
source: G2.1.1
presets: {security: extreme}
items: {data: [{need: files}]}
`,
      );
      const answer = await json('--scenario', 'our-vms', '--knowledge', folder);
      expect(chosen(answer, 'runtime')).toEqual(['cloud-hypervisor']);
      expect(role(answer, 'runtime').guide.rules).toEqual(['our-runtime#1']);
      expect(role(answer, 'runtime').why[0]?.package).toBe('ours');
      expect(role(answer, 'storage').rejected[0]).toMatchObject({ id: 'glusterfs', reasons: [{ code: 'forbidden' }] });
      expect(answer.knowledge.version).toMatch(/^whichstack \S+ \+ ours 7$/);
      const conflict = await whichstack([
        'recommend',
        '--data',
        'files',
        '--set',
        'constraints.require=glusterfs',
        '--knowledge',
        folder,
        '--json',
      ]);
      expect(conflict.code).toBe(1);
      expect((JSON.parse(conflict.stdout) as AnyRecommendation).findings[0]?.message).toContain(
        'GlusterFS is forbidden by a knowledge package.',
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('The factor that decides between alternatives', () => {
  it('is a question about the data need, and the suggested command states it', async () => {
    const flags = ['--data', 'durability=high,performance=medium,scalability=extreme'];
    const [need] = role(await json(...flags), 'storage').open;
    expect(need).toMatchObject({ factor: 'need', of: 'data/data' });
    expect(need?.changes).toContainEqual(expect.objectContaining({ value: 'objects', chosen: ['s3'] }));
    const { stdout } = await whichstack(['recommend', '--full', ...flags]);
    expect(stdout).toMatch(/--data durability=high,performance=medium,scalability=extreme,need=objects/);
    const undecided = role(await json('--data', 'iops=300k'), 'storage').open;
    expect(undecided.map(({ factor }) => factor)).toContain('need');
  });
});
