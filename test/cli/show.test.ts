import { describe, expect, it } from 'vitest';
import type { Profile } from '../../src/language/schema/results/profile.js';
import { GoldenFolder } from '../support/golden.js';
import { whichstack } from '../support/cli.js';
import { LANGS } from '../../src/language/format.js';
import { DEFINED_KINDS, type Definition } from '../../src/language/schema/results/definition.js';
import type { MatchList } from '../../src/language/schema/results/lists.js';
import { namedThings } from '../../src/report/definition/names.js';
import { fitsSchema, printedJson, tooWide, withoutLinks } from '../support/outputs.js';
import { builtin } from '../support/decide.js';

const goldens = new GoldenFolder('show');
const DATE = ['--as-of', '2026-11-23'];

describe('The commands show and technologies', () => {
  it.each(['en', 'zh'])('print every fact of MinIO, in %s', async (lang) => {
    const { code, stdout } = await whichstack(['show', 'minio', '--lang', lang, ...DATE]);
    expect(code).toBe(0);
    expect(tooWide(withoutLinks(stdout))).toEqual([]);
    goldens.check(`show-minio.${lang}.txt`, stdout);
  });

  it('show a profile that fits its schema, for every technology', async () => {
    const all = [...builtin.technologies.keys()];
    const profiles = await printedJson<Profile[]>('show', ...all, ...DATE);
    expect(profiles.map(({ id }) => id)).toEqual(all);
    for (const profile of profiles) expect([profile.id, fitsSchema('profile', profile)]).toEqual([profile.id, true]);
    expect(profiles.length).toBeGreaterThanOrEqual(44);
  });

  it('say what a figure counts, what it is restricted to, and when a source without a date was read', async () => {
    const { facts } = await printedJson<Profile>('show', 'kata-containers', ...DATE);
    expect(facts).toContainEqual(
      expect.objectContaining({
        attribute: 'memory-overhead',
        scope: expect.objectContaining({ id: 'instance' }) as unknown,
        with: [{ id: 'firecracker', title: 'Firecracker' }],
      }),
    );
    const crun = await printedJson<Profile>('show', 'crun', ...DATE);
    const [start] = crun.facts.filter(({ attribute }) => attribute === 'start-time');
    expect(start).toMatchObject({ scope: { id: 'container' }, read: '2026-08-19', stale: true, undated: true });
    expect(start).not.toHaveProperty('date');
    for (const [lang, read, only] of [
      ['en', /read 2026-08-19,\s+derived by us, age\s+unknown/, 'only with Firecracker'],
      ['zh', /2026-08-19 查阅，推算值，测量时间不\s*明/, '仅限与 Firecracker 搭配'],
    ] as const) {
      expect((await whichstack(['show', 'crun', '--lang', lang, ...DATE])).stdout).toMatch(read);
      expect((await whichstack(['show', 'kata-containers', '--lang', lang, ...DATE])).stdout).toContain(only);
    }
  });

  it('say why parts of a technology are left out, each where the part would be', async () => {
    const { omits } = await printedJson<Profile>('show', 'emptydir', ...DATE);
    expect(omits.map(({ part }) => part)).toEqual(['licence', 'lifecycle', 'needs']);
    const { stdout } = await whichstack(['show', 'emptydir', ...DATE]);
    const reasonOf = (part: string): string => omits.find((one) => one.part === part)?.text ?? 'none';
    expect(stdout).toContain(`Licence\n  · ${reasonOf('licence')}\n`);
    expect(stdout).toContain(`Lifecycle\n  · ${reasonOf('lifecycle')}\n`);
    expect(stdout).toContain(`Needs\n  · ${reasonOf('needs')}\n`);
  });

  it('list every technology under its role, in both languages', async () => {
    const list = await printedJson<{ id: string }[]>('technologies', ...DATE);
    for (const lang of ['en', 'zh']) {
      const { stdout } = await whichstack(['technologies', '--lang', lang]);
      for (const { id } of list) expect(stdout).toContain(`  ${id} `);
      expect(tooWide(withoutLinks(stdout))).toEqual([]);
    }
  });

  it.each([
    ['serverless', 'scenario/serverless', ['Start-up time is milliseconds', 'G5.3', '--scenario serverless']],
    ['金融交易', 'scenario/financial-trading', ['Security is extreme', 'Kind of data: configuration']],
    ['startup', 'factor/startup', ['How long may a new instance take', '(up to 125ms)', 'requirements', '  ms ']],
    ['SECURITY', 'factor/security', ['Levels, from the least to the most', '  extreme', 'criterion/security']],
    ['startup/milliseconds', 'startup/milliseconds', ['up to 125ms', 'serverless', 'WasmEdge or Firecracker']],
    ['need/oltp', 'need/oltp', ['--data oltp', 'financial-trading']],
    ['G5.1', 'clause/G5.1', ['Security is extreme → Runtime: KubeVirt', 'scenario/financial-trading']],
    ['T5', 'tension/t5', ['G4.1.1', 'tens of seconds to boot', 'KubeVirt stays', 'contradicted-by-facts']],
    ['guide', 'source/guide', ['2025-11', '  G5.7']],
    ['kubevirt-perf-scale-benchmarks', 'source/kubevirt-perf-scale-benchmarks', ['https://github.com/kubevirt', '28s']],
    ['dimension/time', 'dimension/time', ['  ms ', '0.001 s', 'startup']],
    ['container', 'outcome/container', ['podman']],
    ['role/storage', 'role/storage', ['ceph-rbd']],
    ['technology-matrix', 'decision/technology-matrix', ['[G4.1.3]', 'Firecracker']],
    ['attribute/start-time', 'attribute/start-time', ['firecracker']],
  ])('show %s as %s', async (name, exact, parts) => {
    const document = await printedJson<Definition>('show', name, ...DATE);
    expect(document).toMatchObject({ kind: 'Definition', name: exact });
    const { stdout } = await whichstack(['show', name, ...DATE]);
    for (const part of parts) expect(stdout).toContain(part);
  });

  it.each(LANGS)(
    'show everything that has a name, in documents that fit their schema and in 80 columns, in %s',
    async (lang) => {
      const things = namedThings(builtin);
      expect(new Set(things.map(({ what }) => what))).toEqual(new Set(DEFINED_KINDS));
      expect(new Set(things.map(({ name }) => name)).size).toBe(things.length);
      // Profiles have a test of their own; explanations, in test/docs.
      const names = things.flatMap(({ what, name }) => (what === 'technology' || what === 'code' ? [] : [name]));
      const documents = await printedJson<Definition[]>('show', ...names, '--lang', lang);
      expect(documents.map(({ name }) => name)).toEqual(names);
      const wrong = documents.filter((document) => fitsSchema('definition', document) !== true);
      expect(wrong).toEqual([]);
      const { stdout } = await whichstack(['show', ...names, '--lang', lang]);
      expect(tooWide(withoutLinks(stdout))).toEqual([]);
    },
  );

  it.each([
    ['en', 'see Storage by kind of data (storage-by-need)', 'Fills', 'Technologies'],
    ['zh', '参见按数据类型选存储（storage-by-need）', '用于角色', '技术'],
  ])(
    'show what the rules of a decision delegate to, and the role that it fills, in %s',
    async (lang, see, fills, technologies) => {
      const { sections } = await printedJson<Definition>('show', 'decision/storage', '--lang', lang);
      const rules = sections.find(({ id }) => id === 'rules')?.entries ?? [];
      expect(rules).toHaveLength(4);
      expect(rules.map(({ text = '' }) => text).filter((text) => text.includes(see))).toHaveLength(1);
      for (const { text = '' } of rules) expect(text).toMatch(lang === 'en' ? /→ see / : /→ 参见/);
      const titles = sections.map(({ title }) => title);
      expect(titles).toContain(fills);
      expect(titles).not.toContain(technologies);
      const runtime = await printedJson<Definition>('show', 'decision/runtime', '--lang', lang);
      expect(JSON.stringify(runtime.sections)).not.toMatch(/elected|winner/);
      expect(runtime.sections.find(({ id }) => id === 'fills')?.entries.map(({ id }) => id)).toEqual(['runtime']);
    },
  );

  it.each([
    ['en', ['Dimension rule table', 'Family', 'Families admitted', 'Technology']],
    ['zh', ['维度规则表', '类别', '允许的类别', '技术']],
  ])('show the table of a vote and what its outputs are for, in %s', async (lang, titles) => {
    const { sections } = await printedJson<Definition>('show', 'decision/family', '--lang', lang);
    const entries = sections.find(({ id }) => id === 'vote')?.entries ?? [];
    expect(entries.map(({ title }) => title)).toEqual(titles);
    expect(entries[0]?.id).toBe('dimension-rules');
    expect(new Set(entries.map(({ text }) => text)).size).toBe(4);
  });

  it('call outputs by their titles in every definition', async () => {
    const names = namedThings(builtin).flatMap(({ what, name }) =>
      ['factor', 'value', 'clause', 'decision'].includes(what) ? [name] : [],
    );
    const shown = JSON.stringify(await printedJson('show', ...names, '--lang', 'zh'));
    expect(shown).toContain('允许的类别：');
    expect(shown).not.toMatch(/(family|admits|technology|winner|elected)：/);
  });

  it.each([
    ['en', 'a figure such as 99.9% or 99.999999999%, read as at least that', 'read as at most that'],
    ['zh', '数值，如 99.9% 或 99.999999999%，表示不低于该值', '表示不超过该值'],
  ])('say how a figure of a factor is read, with its own examples, in %s', async (lang, durability, most) => {
    const figureOf = async (name: string): Promise<string | undefined> => {
      const { sections } = await printedJson<Definition>('show', name, '--lang', lang);
      return sections.find(({ id }) => id === 'figure' || id === 'values')?.entries[0]?.text;
    };
    expect(await figureOf('durability')).toBe(durability);
    expect(await figureOf('startup')).toContain(most);
    expect(await figureOf('memory')).toContain(most);
    expect(await figureOf('nodes')).toMatch(/at least|不低于/);
  });

  it.each(LANGS)('print a scenario, a factor, a clause and a tension, in %s', async (lang) => {
    const { stdout } = await whichstack(['show', 'edge', 'location', 'G5.4', 'T1', '--lang', lang]);
    goldens.check(`show-names.${lang}.txt`, stdout);
  });

  it('explain a code, also by an earlier name', async () => {
    const explained = await whichstack(['explain', 'masked']);
    expect((await whichstack(['show', 'masked'])).stdout).toBe(explained.stdout);
    expect((await whichstack(['show', 'shadowed'])).stdout).toBe(explained.stdout);
  });

  it('list several things of one name, each with its kind and a name that nothing else has', async () => {
    const { matches, wanted } = await printedJson<MatchList>('show', 'high');
    expect(wanted).toBe('high');
    expect(matches.map(({ what, name }) => [what, name])).toContainEqual(['value', 'security/high']);
    const { stdout } = await whichstack(['show', 'lambda']);
    expect(stdout).toContain('technology/aws-lambda  technology: AWS Lambda');
    expect(stdout).toContain('scenario/serverless    scenario: serverless');
    for (const { name } of matches) expect(await printedJson('show', name)).toMatchObject({ name });
    const listed = await whichstack(['show', '高', '--lang', 'zh']);
    expect([listed.code, listed.stdout.includes('等级')]).toEqual([0, true]);
  });

  it('show a technology whose name other things have too, and name these', async () => {
    const profile = await printedJson<Profile>('show', 'kubernetes', ...DATE);
    expect(profile.alsoNamed?.map(({ name }) => name)).toContain('factor/kubernetes');
    expect(fitsSchema('profile', profile)).toBe(true);
    expect((await whichstack(['show', 'k8s', '阿里云', ...DATE])).code).toBe(0);
  });

  it('accept a title, and suggest the nearest name', async () => {
    expect(await printedJson<Profile>('show', 'Kata Containers', ...DATE)).toMatchObject({ id: 'kata-containers' });
    const { code, stdout, stderr } = await whichstack(['show', 'fircracker']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Did you mean `firecracker`?');
    expect((await whichstack(['show', 'finacial-trading'])).stderr).toContain('Did you mean `financial-trading`?');
    expect((await whichstack(['show', 'servreless', '--lang', 'zh'])).stderr).toContain('是否想写 `serverless`');
    expect((await whichstack(['show', 'securty/high'])).stderr).toContain('Did you mean `security/high`?');
    expect((await whichstack(['show', 'hihg'])).stderr).toContain('Did you mean `high`?');
    const nonsense = await whichstack(['show', 'nonsense']);
    expect([nonsense.code, nonsense.stderr.includes('Did you mean')]).toEqual([2, false]);
    for (const kind of ['level', 'role', 'tension']) expect(nonsense.stderr).toContain(`a ${kind}`);
    const chinese = await whichstack(['compare', 'etcd', 'consol', '--lang', 'zh']);
    expect([chinese.code, chinese.stdout]).toEqual([2, '']);
    expect(chinese.stderr).toContain('`consul`');
  });

  it.each([
    [['compare', 'etcd'], 'two technologies'],
    [['compare', 'etcd', 'etcd'], 'two technologies'],
    [['show'], 'missing'],
    [['compare', 'etcd', 'consul', '--format', 'markdwn'], 'markdown'],
    [['check', '--as-of', 'soon'], 'date'],
  ])('refuse %j as a usage error', async (args, message) => {
    const { code, stdout, stderr } = await whichstack(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
  });
});
