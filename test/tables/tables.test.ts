import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import {
  decisionOf,
  decisionToYaml,
  DiagnosticError,
  loadKnowledge,
  tableFromCsv,
  tableToCsv,
  type Decision,
} from '../../src/index.js';
import { ROOT } from '../support/cli.js';
import { text } from '../support/documents.mjs';
import { builtin } from '../support/decide.js';

const tables = [...builtin.decisions.values()].filter(({ table }) => table !== undefined);

const read = (text: string, options: Partial<Parameters<typeof tableFromCsv>[1]> = {}): Decision =>
  tableFromCsv(text, { knowledge: builtin, id: 'ours', ...options });
const rulesOf = (decision: Decision): NonNullable<Decision['table']>['rules'] => decision.table?.rules ?? [];

/** The codes of what is wrong with a table, each with its row and column. */
function wrong(act: () => unknown): string[] {
  try {
    act();
    return [];
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    return error.diagnostics.map(({ code, span }) =>
      [code, span?.cell?.row, span?.cell?.column].filter((part) => part !== undefined).join(' '),
    );
  }
}

describe('Every table of the built-in knowledge', () => {
  it.each(tables.map((decision) => [decision.id, decision] as const))(
    'survives a round trip through CSV and YAML: %s',
    (_, decision) => {
      const csv = tableToCsv(decision, builtin);
      expect(tableFromCsv(csv, { knowledge: builtin })).toEqual(decision);
      expect(parse(decisionToYaml(decision))).toEqual(decision);
      // As a spreadsheet of another country writes it, or a clipboard.
      const cells = csv.replaceAll(/"(?:[^"]|"")*"|,/g, (part) => (part === ',' ? '\t' : part));
      expect(tableFromCsv(`\uFEFF${cells.replaceAll('\r\n', '\r')}`, { knowledge: builtin })).toEqual(decision);
    },
  );
});

describe('A cell', () => {
  const test = (header: string, cell: string): unknown => {
    const [rule] = rulesOf(read(`"${header}",then\n"${cell.replaceAll('"', '""')}",docker\n`));
    return rule?.when && Object.values(rule.when)[0];
  };

  it.each([
    ['security', 'high', 'high'],
    ['security', '高', 'high'],
    ['安全性', ' HIGH ', 'high'],
    ['Security', 'low, medium', ['low', 'medium']],
    ['security', '低、中等', ['low', 'medium']],
    ['security', 'any(low)', ['low']],
    ['security', '>= medium', { atLeast: 'medium' }],
    ['security', '≥中等', { atLeast: 'medium' }],
    ['security', '[low..high)', { atLeast: 'low', below: 'high' }],
    ['security', ']low..high[', { above: 'low', below: 'high' }],
    ['security', 'not(low)', { not: 'low' }],
    ['security', '非（低，中等）', { not: ['low', 'medium'] }],
    ['security', '> low and not(high)', { above: 'low', not: 'high' }],
    ['security', 'stated', { stated: true }],
    ['security', 'not(stated)', { stated: false }],
    ['security', '-', undefined],
    ['security', '—', undefined],
    ['security', '', undefined],
    ['kvm', '是', true],
    ['KVM on the nodes', 'FALSE', false],
    ['nodes', '3', 3],
    ['nodes', '"3"', '3'],
    ['nodes', '3k', '3k'],
    ['nodes', '(3..2万]', { above: 3, atMost: '2万' }],
    ['nodes', '［１０．．１００）', { atLeast: 10, below: 100 }],
    ['hardware', 'gpu', { includes: 'gpu' }],
    ['hardware', 'not(NVMe drives)', { excludes: 'nvme' }],
    ['硬件', '包含 gpu 且 不包含 dpu', { includes: 'gpu', excludes: 'dpu' }],
    ['dimension-rules.admits', 'empty', { empty: true }],
    ['dimension-rules.admits', 'includes sandbox', { includes: 'sandbox' }],
    ['some data: need', 'development and test, 冷数据归档', { some: { need: ['dev-test', 'archive'] } }],
    ['任一 data：容量', '> 5TB', { some: { capacity: { above: '5TB' } } }],
  ])('under the header %s is read: %s', (header, cell, expected) => {
    expect(test(header, cell)).toEqual(expected);
  });

  it.each([
    ['docker', 'docker'],
    ['Docker', 'docker'],
    ['docker + kubernetes', { allOf: ['docker', 'kubernetes'] }],
    ['wasmedge，gvisor＋docker', { anyOf: ['wasmedge', { allOf: ['gvisor', 'docker'] }] }],
    ['all(docker)', { allOf: ['docker'] }],
    ['none', { allOf: [] }],
  ])('of an answer is read: %s', (cell, expected) => {
    expect(rulesOf(read(`then\n"${cell}"\n`))[0]?.then).toEqual(expected);
  });
});

describe('A header', () => {
  it('makes the last column the answer where none is marked, and ignores columns in brackets', () => {
    const decision = read('Security,(owner),Technology,source,\nhigh,Li,gvisor,T9,\n,,docker,,\n\n');
    expect(rulesOf(decision)).toEqual([
      { source: 'T9', when: { security: 'high' }, then: 'gvisor' },
      { then: 'docker' },
    ]);
    expect(decision).toMatchObject({ title: { en: 'ours', zh: 'ours' }, table: { hitPolicy: 'unique' } });
  });

  it('names several outputs, and puts columns of one collection into one item', () => {
    const decision = read(
      '#hit policy,C\n#aggregate,"family: list, admits: union"\nsome data: need,some data: iops,→ family,= admits\noltp,>= 10k,container,-\n',
    );
    expect(decision).toMatchObject({
      outputs: ['family', 'admits'],
      table: { aggregate: { family: 'list', admits: 'union' } },
    });
    expect(rulesOf(decision)).toEqual([
      { when: { data: { some: { need: 'oltp', iops: { atLeast: '10k' } } } }, then: { family: 'container' } },
    ]);
  });

  it('reads what outputs are called, in the words of any language; what has only a title is an outcome', () => {
    const rows = 'startup,→ risk,→ tool\n-,high,docker\n';
    const titles = '#outputs (en),"risk: Risk; tool: ""Tool; or none"""\n#输出（中文）,risk：风险；tool：工具\n';
    expect(read(`#outputs,risk: text\n${titles}${rows}`).outputs).toEqual({
      risk: { type: 'text', title: { en: 'Risk', zh: '风险' } },
      tool: { type: 'outcome', title: { en: 'Tool; or none', zh: '工具' } },
    });
    expect(wrong(() => read(`#outputs (en),Risk\n${rows}`))).toContain('cell-malformed 1 2');
  });

  it('gives the table the name of its file as its id, and options precedence over its own lines', () => {
    const text = '#hitPolicy,first\nsecurity,then\nhigh,docker\n';
    expect(tableFromCsv(text, { knowledge: builtin, file: 'our/Storage tiers 2.csv' }).id).toBe('storage-tiers-2');
    expect(read(text, { hitPolicy: 'any' }).table?.hitPolicy).toBe('any');
    expect(wrong(() => tableFromCsv(text, { knowledge: builtin, file: '表.csv' }))).toEqual(['table-unnamed']);
  });
});

describe('The text of a table', () => {
  it.each([
    ['semicolons', 'security;performance;then\nlow, medium;"a";docker\n'],
    ['full-width commas', 'security，performance，then\n"low，medium"，"a"，docker\n'],
    ['a line that tells the separator', 'sep=|\r\nsecurity|performance|then\r\nlow, medium|"a"|docker'],
  ])('may use %s', (_, text) => {
    expect(rulesOf(read(text.replace('"a"', '"high"')))).toEqual([
      { when: { security: ['low', 'medium'], performance: 'high' }, then: 'docker' },
    ]);
  });

  it('keeps texts to the byte, with breaks and quotation marks', () => {
    const why = { ...text('?'), en: ' He said:\r\n"no"; ', zh: '=1+1\t“不”' };
    const decision = {
      ...read('then\ndocker\n'),
      table: { hitPolicy: 'first' as const, rules: [{ then: 'docker', why }] },
    };
    const csv = tableToCsv(decision, builtin);
    expect(rulesOf(tableFromCsv(csv, { knowledge: builtin }))[0]?.why).toEqual(why);
  });

  it('comes back with the titles of outputs that it has in one language alone', () => {
    const text = '#outputs,risk: text\n#outputs (en),risk: Risk\n→ risk\nhigh\n';
    const decision = read(text);
    expect(decision.outputs).toEqual({ risk: { type: 'text', title: { en: 'Risk' } } });
    expect(tableFromCsv(tableToCsv(decision, builtin), { knowledge: builtin }).outputs).toEqual(decision.outputs);
  });

  it('holds nothing that a spreadsheet would execute', () => {
    const formulas = ['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '＝1', '\t=1', "'=1"];
    const rules = formulas.map((en) => ({ id: en, then: 'docker', why: text(en) }));
    const decision: Decision = { ...read('then\ndocker\n'), table: { hitPolicy: 'first', rules: rules.slice(0, 5) } };
    const csv = tableToCsv(decision, builtin);
    for (const cell of csv.split(/[,\r\n]+/)) expect(cell).not.toMatch(/^"?[=+\-@＝]./);
    expect(tableFromCsv(csv, { knowledge: builtin })).toEqual(decision);
  });
});

describe('A malformed table', () => {
  it('is refused where quotation marks do not match', () => {
    expect(wrong(() => read('security,then\n"high,docker\n'))).toEqual(['csv-quote-open 2 1']);
    expect(wrong(() => read('security,then\n"high"x,docker\n'))).toEqual(['csv-quote-text 2 1']);
  });

  it('is refused without rules, and without text', () => {
    expect(wrong(() => read(''))).toEqual(['table-empty']);
    expect(wrong(() => read('#id,a\nsecurity,then\n,\n'))).toEqual(['table-empty']);
    expect(wrong(() => read('a\0b'))).toEqual(['file-not-text']);
  });
});

describe('A decision that a table cannot express', () => {
  const decision = read('security,then\nhigh,docker\n');
  const withRule = (rule: object): Decision => ({
    ...decision,
    table: { hitPolicy: 'unique', rules: [{ then: 'docker' }, rule] },
  });

  it.each([
    ['a condition on no item in particular', { when: { data: { some: {} } }, then: 'docker' }],
    ['two bounds on one side', { when: { nodes: { atLeast: 1, above: 1, below: 5 } }, then: 'docker' }],
    ['a blank text', { then: 'docker', why: { en: ' ', zh: ' ' } }],
  ])('is not written: %s', (_, rule) => {
    const outcome = ((): unknown => {
      try {
        return tableFromCsv(tableToCsv(withRule(rule), builtin), { knowledge: builtin });
      } catch (error) {
        return (error as DiagnosticError).message;
      }
    })();
    // Either nothing is lost, or the rule is named.
    if (typeof outcome === 'string')
      expect(outcome).toMatch(/^error\[table-inexpressible\] `(when|why)` of rule 2 of `ours`/);
    else expect(outcome).toEqual(withRule(rule));
  });

  it('is refused as a tree or a vote', () => {
    for (const { id, table } of builtin.decisions.values()) {
      const found = builtin.decisions.get(id);
      if (table === undefined && found !== undefined)
        expect(wrong(() => tableToCsv(found, builtin))).toEqual(['not-a-table']);
    }
  });
});

describe('The example table', () => {
  it.each(readdirSync(join(ROOT, 'examples/tables')))('%s loads and decides', (name) => {
    const text = readFileSync(join(ROOT, 'examples/tables', name), 'utf8');
    const decision = tableFromCsv(text, { knowledge: builtin, file: name });
    const head = 'apiVersion: whichstack/v1\nkind: Package\nid: ours\ntitle: {en: Ours, zh: 我们}\nversion: "1"\n';
    const overlay = new Map([['table.yaml', `${head}---\n${decisionToYaml(decision)}`]]);
    const knowledge = loadKnowledge(overlay);
    // The loader fills in the languages that a text lacks.
    expect(knowledge.decisions.get(decision.id)).toMatchObject(decision);
    expect(tableFromCsv(tableToCsv(decision, knowledge), { knowledge })).toEqual(decision);
    expect(decisionOf(knowledge, decision.id)).toBeTypeOf('function');
  });
});
