import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseWorkloads } from '../src/index.js';
import { whichstack } from './support/cli.js';
import { asOf, builtin, decide } from './support/decide.js';
import { atTerminal, hasTerminal, KEY } from './support/terminal.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'whichstack-ask-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Few questions are left after these. */
const KNOWN = [
  '--scenario',
  'edge',
  '--data',
  'local,durability=low,scalability=low',
  '--set',
  'wasm=true',
  '--set',
  'offload=ai-ml',
  '--as-of',
  asOf,
];
const REST = ['--set', 'performance=medium', '--set', 'hardware=nvme', '--set', 'iteration=slow'];

describe.skipIf(!hasTerminal)('ask at a terminal', () => {
  it('asks one question after the other, goes back, takes "don\'t know", and writes a workload that recommend accepts', async () => {
    const session = await atTerminal(['ask', ...KNOWN, ...REST, '--lang', 'en'], folder, [
      { wait: '1. Node resources', send: KEY.down + KEY.enter },
      // Back is the last reply: one up from the first.
      { wait: '2. Kubernetes integration', send: KEY.up + KEY.enter },
      { wait: '1. Node resources', send: KEY.enter },
      { wait: '2. Existing technologies', send: KEY.up + KEY.up + KEY.space + KEY.enter },
      { wait: 'Write the workload to', send: KEY.enter },
    ]);
    expect(session.missed, session.output).toBeNull();
    expect(session.output).toContain('Why: For Runtime, it decides among WasmEdge, K3s and K3s + WasmEdge.');
    expect(session.output).toContain('How to find out: ');
    expect(session.output).toContain('Workload written to workload.yaml');
    expect(session.code).toBe(0);
    const [workload] = parseWorkloads(builtin, readFileSync(join(folder, 'workload.yaml'), 'utf8'));
    expect(workload?.requirements).toMatchObject({ scenario: 'edge', resources: 'constrained' });
    expect(workload?.environment).toEqual({ hardware: 'nvme' });
    expect(decide(workload ?? {}).stack['runtime']).toBeDefined();
    const again = await whichstack(['recommend', join(folder, 'workload.yaml'), '--as-of', asOf]);
    expect(again).toMatchObject({ code: 0, stderr: '' });
  });

  it('asks in Chinese, takes figures and refuses what is none, and does not overwrite without asking', async () => {
    writeFileSync(join(folder, '已有.yaml'), 'kept');
    const args = ['ask', '--scenario', 'edge', '--data', 'oltp', '--set', 'resources=ample', '--set', 'state=stateful'];
    const session = await atTerminal(
      [
        ...args,
        ...REST,
        '--set',
        'wasm=true',
        '--set',
        'offload=ai-ml',
        '--set',
        'kubernetes=true',
        '--as-of',
        asOf,
        '--lang',
        'zh',
        '-o',
        '已有.yaml',
      ],
      folder,
      [
        { wait: '请输入数值', send: `many${KEY.enter}` },
        { wait: '请写成', send: `${KEY.delete.repeat(4)}?${KEY.enter}` },
        { wait: '要覆盖吗', send: KEY.enter },
        { wait: '把工作负载写入', send: KEY.ctrlC },
      ],
    );
    expect(session.missed, session.output).toBeNull();
    expect(session.output).toContain('为什么问：');
    expect(session.code).toBe(130);
    expect(readFileSync(join(folder, '已有.yaml'), 'utf8')).toBe('kept');
  });

  it('leaves at once on Ctrl-C, and writes nothing', async () => {
    const before = readdirSync(folder);
    for (const [lang, said] of [
      ['en', 'Left without writing anything.'],
      ['zh', '已退出，没有写入任何文件。'],
    ] as const) {
      const { code, output, missed } = await atTerminal(['ask', '--lang', lang, '-o', 'new.yaml'], folder, [
        { wait: 'Ctrl-C', send: KEY.ctrlC },
      ]);
      expect(missed, output).toBeNull();
      expect(code).toBe(130);
      expect(output).toContain(said);
    }
    expect(readdirSync(folder)).toEqual(before);
  });
});

describe('ask without a terminal', () => {
  it('never asks, and says what to do instead', async () => {
    const [en, zh] = await Promise.all([whichstack(['ask']), whichstack(['ask', '--lang', 'zh'])]);
    expect(en).toMatchObject({ code: 2, stdout: '' });
    expect(en.stderr).toContain('--answers FILE');
    expect(zh.stderr).toContain('提问需要终端');
  });

  it('tells what it would ask next, as text and as JSON', async () => {
    const [text, json] = await Promise.all([
      whichstack(['ask', '--scenario', 'edge', '--no-input']),
      whichstack(['ask', '--scenario', 'edge', '--no-input', '--json', '--as-of', asOf]),
    ]);
    expect(text.stdout).toContain('Next question: data needs');
    const state: unknown = JSON.parse(json.stdout);
    expect(state).toMatchObject({
      kind: 'Interview',
      done: false,
      asked: 0,
      expected: { exact: false, atLeast: 1 },
      question: { key: 'data', takes: 'many', preset: ['local'] },
      workload: { kind: 'Workload', requirements: { scenario: 'edge' } },
    });
  });

  it('takes answers from a file; what it leaves out is not known', async () => {
    const answers = join(folder, 'answers.yaml');
    const output = join(folder, 'answered.yaml');
    writeFileSync(answers, 'scenario: edge\ndata: [local]\nwasm: true\nkubernetes: null\n');
    const ran = await whichstack(['ask', '--answers', answers, '-o', output, '--json', '--as-of', asOf]);
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.stdout)).toMatchObject({ done: true, recommendation: { kind: 'Recommendation' } });
    expect(parseWorkloads(builtin, readFileSync(output, 'utf8'))).toEqual([
      {
        apiVersion: 'whichstack/v1',
        kind: 'Workload',
        requirements: { scenario: 'edge', data: ['local'], wasm: true },
      },
    ]);
    const twice = await whichstack(['ask', '--answers', answers, '-o', output]);
    expect(twice).toMatchObject({ code: 2 });
  });

  it('says at its place what is wrong in answers', async () => {
    const answers = join(folder, 'wrong.yaml');
    writeFileSync(answers, 'scenari: edge\nsecurity: hihg\n');
    const { code, stderr } = await whichstack(['ask', '--answers', answers]);
    expect(code).toBe(3);
    expect(stderr).toContain('wrong.yaml:1:1');
    expect(stderr).toContain('Did you mean `scenario`?');
    expect(stderr).toContain('Did you mean `high`?');
  });
});
