import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { describedCodes } from '../../src/language/diagnostics/catalogue.js';
import { LANGS, type Lang } from '../../src/language/format.js';
import type * as Library from '../../src/index.js';
import type * as Profiles from '../../src/report/profile.js';
import { ROOT } from '../support/cli.js';
import { thorough } from '../support/thorough.js';
import {
  EnglishFinder,
  PSEUDO,
  pseudoKnowledgeFiles,
  stringsIn,
  withPseudoLanguage,
  withoutPseudoLanguage,
} from '../support/pseudo-language.js';

const asOf = '2026-11-20';
/** Two versions of a package, and workloads of which they answer some differently. */
const VERSIONS = ['test/fixtures/regression/main', 'test/fixtures/regression/branch'];
const COMPARED = 'test/fixtures/regression/workloads';
const WORKLOADS = ['payments-ledger', 'gpu-inference', 'feature-service'];
const workloads = new Map(
  WORKLOADS.map((name) => [
    name,
    parse(readFileSync(join(ROOT, `examples/${name}.yaml`), 'utf8')) as Library.WorkloadInput,
  ]),
);

/** What the knowledge and the workloads hold besides texts: ids, figures, titles of works. */
function untranslatedStrings(): string[] {
  const withoutTexts = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (PSEUDO in value) return undefined;
    return Object.entries(value).flatMap(([key, inner]) => [key, withoutTexts(inner)]);
  };
  const packages = ['knowledge', 'test/fixtures/flawed', ...VERSIONS].map(pseudoKnowledgeFiles);
  const compared = readdirSync(join(ROOT, COMPARED), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .flatMap((file) => parseAllDocuments(readFileSync(join(ROOT, COMPARED, file), 'utf8')))
    .map((document) => document.toJS() as unknown);
  const documents = packages
    .flatMap((files) => [...files.values()])
    .flatMap((file) => parseAllDocuments(file).map((document) => document.toJS() as unknown));
  return stringsIn([...documents.map(withoutTexts), [...workloads.values(), ...compared].map(withoutTexts)]);
}

describe('a language that is added to the list and to the catalogues', () => {
  let library: typeof Library;
  let profiles: typeof Profiles;
  // A verdict is an id; a finding about it has the word in its text too.
  const codes = describedCodes('en').flatMap(({ code, former }) => [code, ...former]);
  const finder = new EnglishFinder([...LANGS, PSEUDO, 'meets', ...codes, ...untranslatedStrings()]);
  beforeAll(async () => {
    const load = await withPseudoLanguage();
    library = (await load('index.ts')) as typeof Library;
    profiles = (await load('report/profile.ts')) as typeof Profiles;
  }, 120_000);
  afterAll(withoutPseudoLanguage);

  // Commands read packages from folders.
  const temporary = mkdtempSync(join(tmpdir(), 'whichstack-pseudo-'));
  afterAll(() => {
    rmSync(temporary, { recursive: true });
  });
  const [main = '', branch = ''] = VERSIONS.map((version) => {
    const folder = join(temporary, basename(version));
    mkdirSync(folder);
    for (const [file, text] of pseudoKnowledgeFiles(version)) writeFileSync(join(folder, basename(file)), text);
    return folder;
  });

  /** The English texts in what is made in the pseudo-language. */
  const englishOf = (make: (lang: Lang) => unknown): Record<string, string> =>
    finder.inDocument(make(PSEUDO), make('en'));

  const missing = (lang: string): string => `\`${lang}\` is missing in 1 text of the package \`parking\``;
  /** What `check` says of the languages that texts of some knowledge lack. */
  const untranslatedIn = (knowledge: Library.KnowledgeBase): string[] => {
    const { problems } = library.verify(knowledge, { lang: 'en', asOf }).verification;
    return problems.flatMap(({ code, message }) => (code === 'text-untranslated' ? [message] : []));
  };

  describe.each(thorough ? WORKLOADS : WORKLOADS.slice(0, 1))('is the only one in the documents on %s', (name) => {
    const workload = workloads.get(name) ?? {};
    it('made by what-if', () => {
      const knowledge = library.loadKnowledge();
      expect(englishOf((lang) => library.whatIf(knowledge, workload, { lang, asOf }))).toEqual({});
    });

    it('made by the search for open factors', () => {
      const knowledge = library.loadKnowledge();
      expect(englishOf((lang) => library.explore(knowledge, workload, { lang, asOf, most: 50 }))).toEqual({});
    });

    it('made by a decision map', () => {
      const knowledge = library.loadKnowledge();
      const axes = { x: 'security', y: 'hardware' };
      expect(englishOf((lang) => library.decisionMap(knowledge, workload, { lang, asOf, ...axes }))).toEqual({});
    });

    it('made by an interview', () => {
      const knowledge = library.loadKnowledge();
      const questions = (lang: Lang): unknown[] => {
        const asked: unknown[] = [];
        let interview = library.startInterview(knowledge, { workload, lang, asOf });
        for (let n = 0; n < 4 && interview.question !== undefined; n++) {
          asked.push(interview.question);
          interview = interview.dontKnow();
        }
        return asked;
      };
      expect(englishOf(questions)).toEqual({});
    });

    it('made by a recommendation with its findings, its trace and its robustness', () => {
      const knowledge = library.loadKnowledge();
      const options = { asOf, trace: true, robustness: true };
      expect(englishOf((lang) => library.recommend(knowledge, workload, { lang, ...options }))).toEqual({});
    });
  });

  it('is the only one in the profiles of technologies', () => {
    const knowledge = library.loadKnowledge();
    const ids = [...knowledge.technologies.keys()];
    expect(englishOf((lang) => ids.map((id) => profiles.profileOf(knowledge, id, { lang, asOf })))).toEqual({});
  });

  it('is the only one in what the check reports', () => {
    const knowledge = library.compileKnowledge(pseudoKnowledgeFiles('test/fixtures/flawed'));
    expect(englishOf((lang) => library.verify(knowledge, { lang, asOf }).verification)).toEqual({});
  });

  const COMMANDS_TO_TRY = /--full .*$/gm;
  /** What some commands print that is the same in every language: the inputs in the explanation of a code, and the files and statements of a difference. */
  const SAME: Readonly<Record<string, RegExp>> = {
    explain: /`[^`\n]+`|^```[^]*?^```|(?<=:\n) {2}\S[^]*?(?=^\S|(?![^]))/gm,
    diff: /[\w./-]+\.yaml\b|`\w+: \w+`/g,
    recommend: COMMANDS_TO_TRY,
    ask: COMMANDS_TO_TRY,
  };
  const COMMANDS: string[][] = [
    ['recommend', 'examples/payments-ledger.yaml'],
    ['whatif', 'examples/payments-ledger.yaml'],
    ['map', 'examples/payments-ledger.yaml', '--x', 'security', '--y', 'hardware'],
    ['map', 'examples/payments-ledger.yaml', '--x', 'security', '--y', 'hardware', '--format', 'svg'],
    ['compare', 'kubevirt', 'firecracker'],
    ['compare', 'kubevirt', 'firecracker', '--format', 'markdown'],
    ['recommend', 'examples/payments-ledger.yaml', '--format', 'markdown'],
    ['check', '--format', 'markdown'],
    ['show', 'etcd', '--format', 'markdown'],
    ['technologies'],
    ['check'],
    ['show', 'etcd'],
    ['debug', 'index'],
    ['debug', 'reads', 'examples/payments-ledger.yaml'],
    ['ask', 'examples/payments-ledger.yaml', '--no-input'],
    ['ask', '--scenario', 'serverless', '--no-input'],
    ['ask', '--answers', 'examples/payments-ledger.yaml'],
    ['explain'],
    ['explain', 'overlap'],
    ['explain', 'file-too-large'],
    ['explain', 'inconclusive', '--format', 'markdown'],
    ['diff', COMPARED, '--from', main, '--to', branch],
    ['diff', COMPARED, '--from', main, '--to', branch, '--format', 'markdown'],
  ];
  it.each(COMMANDS.map((command) => [command.join(' '), command] as const))(
    'is the only one in what `%s` prints',
    async (_, command) => {
      const { whichstack } = await import('../support/cli.js');
      const { stdout, stderr } = await whichstack([...command, '--lang', PSEUDO]);
      expect(stderr).toBe('');
      expect(stdout).toMatch(/ń/);
      const text = stdout
        .replaceAll(/<style[^]*?<\/style>|<[^>]*>|\\(?=\W)/g, '') // no markup
        .replaceAll(/\([0-9a-f]{8}\)/g, '') // no digests of knowledge
        .replaceAll(SAME[command[0] ?? ''] ?? /(?!)/g, '');
      expect(finder.in(text)).toEqual([]);
    },
  );

  it('asks nothing of a package that is in other languages: readers get its texts in English', () => {
    const file = 'test/fixtures/flawed/parking.yaml';
    const knowledge = library.compileKnowledge(new Map([[file, readFileSync(join(ROOT, file), 'utf8')]]));
    const titles = [...knowledge.factors.values()].map(({ title }) => [title[PSEUDO], title.zh]);
    expect(titles).toContainEqual(['Vehicle', '车辆']);
    expect(untranslatedIn(knowledge)).toEqual([missing('zh')]);
  });

  it('is asked of each text of a package whose title has it', () => {
    const files = pseudoKnowledgeFiles('test/fixtures/flawed');
    const lacking = (text: string): string =>
      text.replace(/("question":\{"en":"Is it raining\?"),"pseudo":"[^"]*"/, '$1');
    const partly = new Map([...files].map(([file, text]) => [file, lacking(text)]));
    expect([files, partly].map((read) => untranslatedIn(library.compileKnowledge(read)))).toEqual([
      [missing('zh')],
      [missing('zh'), missing(PSEUDO)],
    ]);
  });

  it('has columns, words and notes of its own in tables', () => {
    const knowledge = library.loadKnowledge();
    const accented = library.tableFromCsv('#id,ours\nŚéćúříťý,ťĥéń\nĥíğĥ,docker\n', { knowledge });
    expect(accented.table?.rules).toEqual([{ when: { security: 'high' }, then: 'docker' }]);
    const note = ['Quick', ...LANGS.slice(1).map(() => ''), 'Ɋúíćķ'].map((one) => `""${one}""`).join(' ');
    const table = [
      '#id,ours',
      'security,then,figures,why (en),why (zh),why (pseudo)',
      `high,docker,"docker start-time < 1s ${note}",Isolated,,Íśóĺáťéď`,
    ];
    const decision = library.tableFromCsv(table.join('\n'), { knowledge });
    const [rule] = decision.table?.rules ?? [];
    expect([rule?.why, rule?.figures?.[0]?.note]).toEqual([
      { en: 'Isolated', [PSEUDO]: 'Íśóĺáťéď' },
      { en: 'Quick', [PSEUDO]: 'Ɋúíćķ' },
    ]);
    const back = library.tableFromCsv(library.tableToCsv(decision, knowledge), { knowledge });
    expect(back.table).toEqual(decision.table);
  });

  it('needs no template of its own to start a package from', async () => {
    const { whichstack } = await import('../support/cli.js');
    const folder = join(temporary, 'ours');
    const { code, stderr } = await whichstack(['init', 'knowledge', folder, '--lang', PSEUDO]);
    expect([code, stderr]).toEqual([0, '']);
    const [written, template] = [folder, join(ROOT, 'templates/knowledge/en')].map((from) =>
      readFileSync(join(from, 'scenario.yaml'), 'utf8').split('\n'),
    );
    // The command that it shows has the folder in it.
    expect(written?.filter((line) => !template?.includes(line))).toEqual([expect.stringContaining(folder)]);
    const check = await whichstack(['check', '--knowledge', folder, '--lang', PSEUDO]);
    expect([check.code, check.stderr]).toEqual([0, '']);
  });

  it('is the only one in the messages of diagnostics', () => {
    const wrong = { requirements: { scenario: 'serverles', startup: 'soon', data: [{ need: 'oltp', iops: '3x' }] } };
    let messages: unknown[] = [];
    try {
      library.recommend(library.loadKnowledge(), wrong as object);
    } catch (error) {
      const { diagnostics } = error as Library.DiagnosticError;
      messages = diagnostics.map((one) => library.explain(one, PSEUDO)).flatMap(Object.values);
    }
    expect(messages.length).toBeGreaterThanOrEqual(6);
    expect(messages.flatMap((one) => finder.in(String(one).replaceAll(/`[^`]*`/g, '')))).toEqual([]);
  });

  it('can be told from English', () => {
    expect(finder.in('Śéćúříťý falls to medium (kubevirt, 300k)')).toEqual(['falls', 'to']);
  });
});
