import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseWorkloads } from '../../src/index.js';
import { whichstack } from '../support/cli.js';
import { asOf, builtin, decide } from '../support/decide.js';
import { atTerminal, hasTerminal, KEY } from '../support/terminal.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'whichstack-terminal-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What is stated of the workload, so that few questions are left. */
const STATED = {
  security: 'medium',
  performance: 'medium',
  iteration: 'slow',
  wasm: 'true',
  offload: 'ai-ml',
  instanceLife: 'long',
  snapshotRestore: 'false',
  liveMigration: 'false',
  nestedContainers: 'false',
  guestOs: 'linux',
  confidentialComputing: 'false',
  openSource: 'false',
  hardware: 'nvme',
};
const KNOWN = [
  '--scenario',
  'edge',
  ...Object.entries(STATED).flatMap(([factor, value]) => ['--set', `${factor}=${value}`]),
  '--as-of',
  asOf,
];
const DATA = ['--data', 'local,durability=low,scalability=low,accessMode=read-write-once,latency=1s,iops=100/s'];

describe.skipIf(!hasTerminal)('ask at a terminal', () => {
  it('asks questions in turn, goes back, takes "don\'t know", and ends with the answer and a workload that recommend accepts', async () => {
    const session = await atTerminal(['ask', ...KNOWN, ...DATA, '--lang', 'en'], folder, [
      // The cursor is at what states nothing.
      { wait: '1. Node resources', send: KEY.down + KEY.down + KEY.enter },
      // Back is the last reply: one up from the first.
      { wait: '2. Kubernetes integration', send: KEY.up + KEY.enter },
      { wait: '1. Node resources', send: KEY.down + KEY.enter },
      { wait: '2. Kubernetes integration', send: KEY.enter },
      { wait: '3. Existing technologies', send: KEY.down + KEY.enter },
      // A list of which nothing is chosen leads back.
      { wait: 'which of these?', send: KEY.enter },
      { wait: '3. Existing technologies', send: KEY.down + KEY.down + KEY.enter },
      { wait: 'Write the workload to', send: `${KEY.delete.repeat(13)}none/w.yaml${KEY.enter}` },
      { wait: 'cannot write none/w.yaml: its folder does not exist', send: KEY.enter },
    ]);
    expect(session.missed, session.output).toBeNull();
    expect(session.output).toContain("● not stated, or I don't know");
    expect(session.output).toContain('Why: For Runtime, it decides among WasmEdge, K3s and K3s + WasmEdge.');
    expect(session.output).toContain('How to find out: ');
    expect(session.code).toBe(0);
    const end = session.output.slice(session.output.lastIndexOf('knowledge whichstack')).trimEnd().split(/\r?\n/u);
    expect(end.at(-1)).toBe('Workload written to workload.yaml');
    // With the title above it, no more than one screen.
    expect(end.length).toBeLessThan(24);
    const [workload] = parseWorkloads(builtin, readFileSync(join(folder, 'workload.yaml'), 'utf8'));
    expect(workload?.requirements).toMatchObject({ scenario: 'edge', resources: 'constrained' });
    expect(workload?.environment).toEqual({ hardware: ['nvme'], existing: [] });
    expect(decide(workload ?? {}).stack['runtime']).toBeDefined();
    const again = await whichstack(['recommend', join(folder, 'workload.yaml'), '--as-of', asOf]);
    expect(again).toMatchObject({ code: 0, stderr: '' });
  });

  it('asks in Chinese, takes figures and no limit, refuses other input, and overwrites a file only after a confirmation', async () => {
    writeFileSync(join(folder, '已有.yaml'), 'kept');
    const data = ['--data', 'local,durability=low,scalability=low,accessMode=read-write-once'];
    const more = [
      '--set',
      'resources=ample',
      '--set',
      'deployment=standard',
      '--set',
      'state=stateful',
      '--set',
      'kubernetes=true',
      '--lang',
      'zh',
    ];
    const session = await atTerminal(['ask', ...KNOWN, ...data, ...more], folder, [
      { wait: '请输入数值', send: `many${KEY.enter}` },
      { wait: '请写成', send: `${KEY.delete.repeat(4)}不限${KEY.enter}` },
      { wait: '把工作负载写入', send: `${KEY.delete.repeat(13)}已有.yaml${KEY.enter}` },
      { wait: '要覆盖吗', send: KEY.enter },
      { wait: '把工作负载写入', send: KEY.ctrlD },
    ]);
    expect(session.missed, session.output).toBeNull();
    // A prompt for a figure has its line at the left too.
    expect(session.output).toContain('│  为什么问：');
    expect(session.output).not.toMatch(/^ *为什么问：/mu);
    expect(session.code).toBe(130);
    // All questions were replied to, so the answer is there without a file.
    expect(session.output).toContain('共 1 个问题');
    expect(readFileSync(join(folder, '已有.yaml'), 'utf8')).toBe('kept');
  });

  it('offers the items of the scenario as what is not stated, and a list that can be searched with nothing chosen in it', async () => {
    const session = await atTerminal(['ask', '--scenario', 'edge', '--lang', 'zh'], folder, [
      { wait: '未指定：沿用场景预设，本地数据', send: KEY.down + KEY.enter },
      { wait: '有哪些？', send: 's3' },
      { wait: '1 项匹配', send: `\t${KEY.delete.repeat(2)}` },
      { wait: '◼ 对象存储', send: KEY.enter },
      { wait: '2. ', send: KEY.ctrlC },
    ]);
    expect(session.missed, session.output).toBeNull();
    const [list = ''] = session.output.split('Tab 选择').slice(1);
    const before = list.slice(0, list.indexOf('1 项匹配'));
    expect(before).toContain('◻ 本地数据');
    expect(before).not.toContain('◼');
    expect(before).not.toMatch(/[◻◼] (?:未指定|返回上一个问题|没有)/u);
    expect(session.output).not.toMatch(/matches|to search|items selected/u);
  });

  it('finds a scenario by any word for it, and puts what it presets before anything that depends on it', async () => {
    const session = await atTerminal(['ask', '--data', 'oltp', '--lang', 'en'], folder, [
      { wait: '1. Scenario', send: 'zzz' },
      { wait: 'Nothing matches', send: KEY.enter },
      // Enter chooses nothing then.
      { wait: '▲', send: KEY.delete.repeat(3) },
      { wait: "not stated, or I don't know", send: 'intranet' },
      { wait: '1 match', send: KEY.enter },
      { wait: 'What the scenario presets', send: KEY.down + KEY.enter },
      { wait: '2. Security', send: KEY.enter },
      { wait: 'What the scenario presets', send: KEY.down + KEY.enter },
      { wait: 'The scenario presets low, which you want to change.', send: KEY.up + KEY.enter },
      { wait: 'What the scenario presets', send: KEY.enter },
      { wait: '3. ', send: KEY.ctrlC },
    ]);
    expect(session.missed, session.output).toBeNull();
    expect(session.output).toContain('not stated: all stays as the scenario presets it');
    expect(session.output).toContain('change Security: low');
  });

  it('asks on standard error where the workload goes to standard output', async () => {
    const { output, code, missed } = await atTerminal(['ask', ...KNOWN, ...DATA, '--lang', 'en', '-o', '-'], folder, [
      { wait: '1. Node resources', send: KEY.down + KEY.enter },
      { wait: '2. Kubernetes integration', send: KEY.enter },
      { wait: '3. Existing technologies', send: KEY.down + KEY.down + KEY.enter },
    ]);
    expect(missed, output).toBeNull();
    expect(output).toContain('kind: Workload');
    expect(output).not.toContain('Stack');
    expect(code).toBe(0);
  });

  it.each([
    ['Ctrl-C', 'en', KEY.ctrlC, 'Left without writing anything.'],
    ['Ctrl-D', 'en', KEY.ctrlD, 'Left without writing anything.'],
    ['Ctrl-D', 'zh', KEY.ctrlD, '已退出，没有写入任何文件。'],
  ])('ends at once on %s (%s), and writes nothing', async (_, lang, send, said) => {
    const before = readdirSync(folder);
    const steps = [{ wait: 'Ctrl-C', send }];
    const { code, output, missed } = await atTerminal(['ask', '--lang', lang, '-o', 'new.yaml'], folder, steps);
    expect(missed, output).toBeNull();
    expect(code).toBe(130);
    expect(output).toContain(said);
    expect(readdirSync(folder)).toEqual(before);
  });

  it('reports before the first question that it cannot write its output', async () => {
    writeFileSync(join(folder, 'there.yaml'), 'kept');
    for (const [output, reason] of [
      ['there.yaml', 'file-exists'],
      ['nofolder/x.yaml', 'file-unwritable'],
    ] as const) {
      const session = await atTerminal(['ask', '--lang', 'en', '-o', output], folder, []);
      expect(session.output).toContain(reason);
      expect(session.output).not.toContain('1. ');
      expect(session.code).not.toBe(0);
    }
  });
});

/** A package that takes seconds to check, on a fast machine too. */
function largePackage(): string {
  const rules = Array.from({ length: 20_000 }, (_, n) => ({
    when: { capacity: { atLeast: `${String(n)}GB`, below: `${String(n + 1)}GB` } },
    then: 'docker',
  }));
  const header = { apiVersion: 'whichstack/v1', title: { en: 'Large', zh: '大' }, id: 'large' };
  const documents = [
    { ...header, kind: 'Package', version: '1' },
    { ...header, kind: 'Decision', each: 'data', table: { hitPolicy: 'unique', rules } },
  ];
  return documents.map((one) => JSON.stringify(one)).join('\n---\n');
}

describe.runIf(hasTerminal)('check at a terminal', () => {
  it('shows its progress after a second, and removes it before the output', async () => {
    const overlay = join(folder, 'large');
    mkdirSync(overlay);
    writeFileSync(join(overlay, 'package.yaml'), largePackage());
    const { output } = await atTerminal(['check', '--knowledge', overlay, '--lang', 'en'], folder, []);
    expect(output).toMatch(/(Reading|Checking|Comparing|Counting|Writing)[^\r\n]*… \d+ s\r/);
    expect(output).toMatch(/ s\rVerification of/);
  });
});
