import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseWorkloads, recommend, type AnyRecommendation, type WorkloadInput } from '../../src/index.js';
import { ROOT, whichstack } from '../support/cli.js';
import { asOf, builtin } from '../support/decide.js';
import { thorough } from '../support/thorough.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'whichstack-ask-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('An interview as Markdown', () => {
  it('shows the next question with its replies, and in the end the recommendation with the proof', async () => {
    const asked = await whichstack(['ask', '--scenario', 'edge', '--no-input', '--format', 'markdown']);
    const text = await whichstack(['ask', '--scenario', 'edge', '--no-input']);
    const [, title = '', key = ''] = /^(.+?) {2}(\S+)$/m.exec(text.stdout) ?? [];
    expect(asked.stdout).toContain(`### ${title} \`${key}\``);
    for (const [, reply = ''] of text.stdout.matchAll(/^ {2}· (\S+):/gm))
      expect(asked.stdout).toContain(`- \`${reply}\` `);
    const answers = ['ask', '--answers', 'examples/payments-ledger.yaml', '--format', 'markdown', '--as-of', asOf];
    const { stdout } = await whichstack(answers);
    const { stdout: recommended } = await whichstack([
      ...['recommend', 'examples/payments-ledger.yaml', '--format', 'markdown', '--as-of', asOf],
    ]);
    expect(stdout.split('\n#### ')[0]).toBe(recommended.split('\n#### ')[0]);
    expect(stdout).toMatch(/\n(Proven|Not proven within|\d+ questions?\.)/);
  });
});

describe('ask without a terminal', () => {
  it('asks nothing and names the alternatives', async () => {
    const [en, zh] = await Promise.all([whichstack(['ask']), whichstack(['ask', '--lang', 'zh'])]);
    expect(en).toMatchObject({ code: 2, stdout: '' });
    expect(en.stderr).toContain('--answers FILE');
    expect(zh.stderr).toContain('问答需要在终端中');
  });

  it('prints the next question, as text and as JSON', async () => {
    const [text, json] = await Promise.all([
      whichstack(['ask', '--scenario', 'edge', '--no-input']),
      whichstack(['ask', '--scenario', 'edge', '--no-input', '--json', '--as-of', asOf]),
    ]);
    expect(text.stdout).toContain('Next question: data needs');
    // That is an estimate: the most that could be asked is proven, but says nothing.
    expect(text.stdout).toMatch(/^about \d+ more$/mu);
    expect(text.stdout).toContain('[]: none');
    const state: unknown = JSON.parse(json.stdout);
    expect(state).toMatchObject({
      kind: 'Interview',
      done: false,
      asked: 0,
      expected: { exact: false, atLeast: 1 },
      question: { key: 'data', takes: 'many', preset: ['local'], decline: { value: [] } },
      presets: [],
      workload: { kind: 'Workload', requirements: { scenario: 'edge' } },
    });
  });

  it('takes answers from a file and counts those that are missing as unknown', async () => {
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
    expect(twice).toMatchObject({ code: 2, stdout: '' });
  });

  it.each<[string, string, string[], WorkloadInput]>([
    [
      'over a preset of the scenario, and of a question that is not asked',
      'scenario: database\nperformance: low\ndata: [oltp]\nenvironment/kvm: false\n',
      [],
      { requirements: { scenario: 'database', performance: 'low', data: ['oltp'] }, environment: { kvm: false } },
    ],
    [
      'of one item',
      'data/local/capacity: 2TiB\niops: 3k\ndata: [local, {name: db, need: oltp, iops: 9k}]\n',
      [],
      {
        requirements: {
          data: [
            { need: 'local', capacity: '2TiB', iops: '3k' },
            { name: 'db', need: 'oltp', iops: '9k' },
          ],
        },
      },
    ],
    [
      'of an item that the scenario brings',
      'scenario: ci-cd\ndata/build-cache/capacity: 2TiB\n',
      [],
      {
        requirements: {
          scenario: 'ci-cd',
          data: [{ need: 'build-cache', capacity: '2TiB' }, { need: 'build-artifacts' }],
        },
      },
    ],
    [
      'over what is stated already',
      'data: [{name: a, need: files}]\nsecurity: low\n',
      ['--set', 'security=high', '--set', 'performance=high', '--data', 'oltp'],
      { requirements: { security: 'low', performance: 'high', data: [{ name: 'a', need: 'files' }] } },
    ],
    ['that there is none', 'scenario: edge\ndata: []\n', [], { requirements: { scenario: 'edge', data: [] } }],
    [
      'that there is none, in a word',
      'scenario: edge\ndata: none\n',
      [],
      { requirements: { scenario: 'edge', data: [] } },
    ],
    [
      'that there is no limit, which states nothing, and no scenario',
      'scenario: none\nstartup: no limit\ndata: [{need: local, iops: 不限, latency: 1s}]\ndata/local/capacity: no limit\nexisting: none\n',
      [],
      {
        requirements: { startup: 'minutes', data: [{ need: 'local', latency: '1s' }] },
        environment: { existing: [] },
      },
    ],
    [
      'in the parts of a workload',
      'scenario: edge\nrequirements: {security: extreme, performance: null}\nconstraints: {forbid: [kubevirt]}\n',
      [],
      { requirements: { scenario: 'edge', security: 'extreme' }, constraints: { forbid: ['kubevirt'] } },
    ],
  ])('states everything in a file of answers: %s', async (_, written, flags, stated) => {
    const answers = join(folder, 'stating.yaml');
    writeFileSync(answers, written);
    const { stdout } = await whichstack(['ask', '--answers', answers, ...flags, '--as-of', asOf, '--json']);
    const { recommendation } = JSON.parse(stdout) as { recommendation: AnyRecommendation };
    const direct = recommend(builtin, stated, { asOf });
    expect(recommendation.workload).toEqual(direct.workload);
    expect(recommendation.id).toBe(recommend(builtin, stated, { asOf, robustness: true }).id);
  });

  it('keeps every statement of a workload that is given as answers, constraints included', async () => {
    const examples = readdirSync(join(ROOT, 'examples')).filter((name) => name.endsWith('.yaml'));
    for (const file of thorough ? examples : examples.slice(0, 1)) {
      const path = join(ROOT, 'examples', file);
      const [one, ...more] = parseWorkloads(builtin, readFileSync(path, 'utf8'));
      if (more.length > 0) continue;
      const { code, stdout } = await whichstack(['ask', '--answers', path, '-o', '-', '--as-of', asOf]);
      expect(code).toBe(0);
      expect(parseWorkloads(builtin, stdout)).toEqual([one]);
    }
  });

  it('prints only the workload to standard output, as JSON with --json', async () => {
    const stated = ['ask', '--scenario', 'edge', '--no-input', '-o', '-'];
    const [yaml, json] = await Promise.all([whichstack(stated), whichstack([...stated, '--json'])]);
    expect(parseWorkloads(builtin, yaml.stdout)).toEqual([JSON.parse(json.stdout)]);
    expect(JSON.parse(json.stdout)).toMatchObject({ kind: 'Workload', requirements: { scenario: 'edge' } });
    expect(yaml.stderr + json.stderr).toBe('');
  });

  it('takes null for "don\'t know" and continues with the remaining questions', async () => {
    const answers = join(folder, 'null.yaml');
    writeFileSync(answers, 'scenario: edge\ndata: null\n');
    const { stdout } = await whichstack(['ask', '--answers', answers, '--no-input', '--json', '--as-of', asOf]);
    const { question, asked } = JSON.parse(stdout) as { question: { key: string }; asked: number };
    expect(question.key).not.toBe('data');
    expect(asked).toBe(1);
  });

  it('warns that overriding the presets of the scenario may change the answer, where it has any', async () => {
    const [preset, plain] = [join(folder, 'preset.yaml'), join(folder, 'plain.yaml')];
    writeFileSync(preset, 'scenario: internal-tools\n');
    writeFileSync(plain, 'scenario: internal-tools\nsecurity: low\ndata: []\n');
    const ask = async (file: string, lang: string): Promise<string> =>
      (await whichstack(['ask', '--answers', file, '--lang', lang, '--as-of', asOf])).stdout.replace(
        /\n/gu,
        lang === 'zh' ? '' : ' ',
      );
    const [en, zh, own] = await Promise.all([ask(preset, 'en'), ask(preset, 'zh'), ask(plain, 'en')]);
    expect(en).toContain('changes a choice; a value that replaces a preset of the scenario may.');
    expect(zh).toContain('选择都不会改变；但改变场景预设值仍可能改变选择。');
    expect(own).toContain('changes a choice.');
  });

  it.each([
    ['data/lcoal/state: stateful', 'item-unknown', 'data/local/state'],
    ['securty/security: high', 'answer-unknown', 'requirements/security'],
    ['environment/security: high', 'misplaced-factor', 'requirements/security'],
    ['datum/local/iops: 3k', 'answer-unknown', 'data/local/iops'],
    ['local/iops: 3k', 'answer-unknown', 'data/local/iops'],
    ['requirments: {security: high}', 'answer-unknown', 'requirements'],
    ['kubernetes: [yes]', 'not-a-flag', ''],
    ['requirements/scenario: edge', 'duplicate-key', ''],
    ['requirements: {scenario: edge}', 'duplicate-key', ''],
    ['data/local/iops: 3k\ndata: [{need: local, iops: 2k}]', 'duplicate-key', ''],
    ['---\nscenario: edge', 'answers-several', ''],
  ])('refuses `%s` at its place and suggests the nearest name', async (line, diagnostic, meant) => {
    const answers = join(folder, 'key.yaml');
    writeFileSync(answers, `scenario: edge\n${line}\n`);
    for (const lang of ['en', 'zh']) {
      const { code, stdout, stderr } = await whichstack(['ask', '--answers', answers, '--lang', lang]);
      expect([code, stdout]).toEqual([3, '']);
      expect(stderr).toMatch(new RegExp(`key\\.yaml:[23]:\\d+: .*\\[${diagnostic}\\]`, 'u'));
      if (meant !== '')
        expect(stderr).toContain(lang === 'zh' ? `是否想写 \`${meant}\`` : `Did you mean \`${meant}\`?`);
    }
  });

  it('refuses answers that are a list, and figures of items that do not exist', async () => {
    const answers = join(folder, 'list.yaml');
    writeFileSync(answers, '- security: high\n');
    const list = await whichstack(['ask', '--answers', answers]);
    expect(list.code).toBe(3);
    expect(list.stderr).toContain('list.yaml:1:1');
    expect(list.stderr).toContain('`factor: reply`');
    writeFileSync(answers, 'iops: 3k\n');
    const none = await whichstack(['ask', '--answers', answers]);
    expect(none.code).toBe(3);
    expect(none.stderr).toContain('State it in `data`');
  });

  it('reports each error of the answers at its place', async () => {
    const answers = join(folder, 'wrong.yaml');
    writeFileSync(answers, 'scenari: edge\nsecurity: hihg\n');
    const { code, stderr } = await whichstack(['ask', '--answers', answers]);
    expect(code).toBe(3);
    expect(stderr).toContain('wrong.yaml:1:1');
    expect(stderr).toContain('Did you mean `scenario`?');
    expect(stderr).toContain('Did you mean `high`?');
  });
});
