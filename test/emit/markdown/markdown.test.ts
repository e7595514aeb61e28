import { describe, expect, it } from 'vitest';
import { code, escape, markdownTable, markdownLink, message } from '../../../src/emit/markdown/markup.js';
import { differenceMarkdown } from '../../../src/emit/markdown/difference.js';
import { recommendationMarkdown } from '../../../src/emit/markdown/recommendation.js';
import { diffKnowledge, loadKnowledge } from '../../../src/index.js';
import { asOf, builtin, decide, role } from '../../support/decide.js';

const OVERLAY = `{apiVersion: whichstack/v1, kind: Package, id: acme, title: {en: Acme, zh: Acme}, version: '1', forbid: [docker]}\n`;

describe('A text in Markdown', () => {
  it('is escaped', () => {
    expect(escape('tick ` one *bold* [x](y) a|b <i> &lt; \\ ~~_\n#')).toBe(
      'tick \\` one \\*bold\\* \\[x\\](y) a\\|b &lt;i&gt; &amp;lt; \\\\ \\~\\~\\_ #',
    );
  });

  it('is code within a fence that it does not contain', () => {
    expect(code('a/b.yaml')).toBe('`a/b.yaml`');
    expect(code('a`b``c')).toBe('```a`b``c```');
    expect(code('`a`')).toBe('`` `a` ``');
    expect(code('a|b`')).toBe('a\\|b\\`');
  });

  it('keeps the code of a message and escapes other markup', () => {
    expect(message('`a_b` is no *factor*, but `c')).toBe('`a_b` is no \\*factor\\*, but \\`c');
  });

  it('names a work without breaking the address', () => {
    expect(markdownLink('a [work]', 'https://example.org/a_(b)|c')).toBe(
      '[a \\[work\\]](https://example.org/a_%28b%29%7Cc)',
    );
  });

  it('makes rows of cells', () => {
    expect(
      markdownTable([
        ['a', 'b'],
        ['c', 'd'],
      ]),
    ).toEqual(['| a | b |', '| --- | --- |', '| c | d |']);
  });
});

it('A title and a path stay within their cells in a difference', () => {
  const workload = { metadata: { title: 'tick ` one *bold* [x](y)' }, requirements: { security: 'medium' } } as const;
  const to = loadKnowledge(new Map([['acme.yaml', OVERLAY]]));
  const difference = diffKnowledge(builtin, to, [{ workload, file: 'a`b.yaml' }], { asOf });
  expect(difference.counts.changed).toBe(1);
  expect(differenceMarkdown(difference)).toContain('| tick \\` one \\*bold\\* \\[x\\](y)<br>``a`b.yaml`` |');
});

describe('A recommendation', () => {
  const workload = {
    metadata: { title: 'Shop *one*' },
    environment: { nodes: 1 },
    requirements: { kubernetes: true, data: [{ need: 'files', accessMode: 'read-write-many' }] },
  };
  const recommendation = decide(workload);
  const lines = recommendationMarkdown(recommendation).split('\n');

  it('begins with its title, and with the knowledge and the day of its review', () => {
    const { version, reviewed = '' } = recommendation.knowledge;
    expect(lines.slice(0, 3)).toEqual([
      String.raw`### Shop \*one\*`,
      '',
      `knowledge ${version}, reviewed ${reviewed}, as of ${asOf}`,
    ]);
    expect(reviewed).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('has a row for each answer', () => {
    const table = lines.slice(lines.findIndex((line) => line.startsWith('| ')));
    const rows = table.slice(2, table.indexOf(''));
    const needed = Object.values(recommendation.stack)
      .flat()
      .filter(({ chosen, needed: isNeeded }) => chosen.length > 0 || isNeeded);
    expect(rows).toHaveLength(needed.length);
    expect(rows[0]).toContain(
      `**${role(recommendation, 'runtime')
        .chosen.map(({ title }) => title)
        .join(' + ')}**`,
    );
  });

  it('lists every finding in the order of the document, and what is only a risk at the end', () => {
    const { findings } = recommendation;
    const isRisk = ({ code, severity }: (typeof findings)[number]): boolean => code === 'hazard' && severity === 'info';
    const ordered = [...findings.filter((one) => !isRisk(one)), ...findings.filter(isRisk)];
    const listed = lines.filter((line) => /^- \*\*(error|warning|note)\*\*/.test(line));
    expect(listed.length).toBe(ordered.length);
    ordered.forEach((finding, n) => {
      expect(listed[n]).toContain(message(finding.message));
    });
  });

  it('lists what it was decided for, with where each value is from, and the constraints', () => {
    const text = recommendationMarkdown(
      decide({
        requirements: { scenario: 'financial-trading', startup: '5s', data: [{ name: 'ledger', need: 'oltp' }] },
        environment: { kvm: true },
        constraints: { forbid: ['docker', 'podman'] },
      }),
    );
    const inputs = text.slice(text.indexOf('#### Inputs'), text.indexOf('#### Why')).split('\n').slice(2);
    expect(inputs).toEqual(
      expect.arrayContaining([
        '| Factor | Value | Origin |',
        '| Scenario | financial trading | stated |',
        '| Start-up time | 5s → a few seconds | stated as a figure |',
        '| ledger · Kind of data | high-performance OLTP | stated |',
        '| Forbidden | docker, podman | stated |',
      ]),
    );
    expect(inputs.join('\n')).toContain('preset by the scenario (');
    expect(inputs.join('\n')).not.toContain('typical');
  });

  it('has the tensions, the trends and the figures of the guide where all is asked for, with their works', () => {
    const answer = decide({ requirements: { scenario: 'financial-trading', startup: '5s' } });
    const [brief, full] = [recommendationMarkdown(answer), recommendationMarkdown(answer, true)];
    for (const title of ['Tensions of the guide', 'Trends', 'Figures of the guide, and what supports them']) {
      expect(brief).not.toContain(title);
      expect(full).toContain(`#### ${title}\n`);
    }
    for (const { reading } of answer.tensions) expect(full).toContain(message(reading));
    for (const { text } of [...answer.trends, ...answer.claims]) expect(full).toContain(message(text));
    const cited = [...full.matchAll(/\[\^([\w-]+)\](?!:)/g)].map(([, id]) => id);
    const notes = [...full.matchAll(/^\[\^([\w-]+)\]: /gm)].map(([, id]) => id);
    expect(new Set(notes)).toEqual(new Set(cited));
    expect(new Set(notes).size).toBe(notes.length);
  });

  it('says the doubt about a figure that proves nothing, and of a verdict what it means', () => {
    const text = recommendationMarkdown(
      decide({
        requirements: {
          scenario: 'serverless',
          startup: '80ms',
          data: [{ name: 'a', need: 'local', capacity: '1TB' }],
        },
      }),
    );
    expect(text).toMatch(/\| \? not proven \| ≤ 350ms \(a bound only; stale evidence\)(\[.+\])+ \|/);
    expect(text).toMatch(/\| \? nothing proves “Capacity: ≥ 1TB”/);
  });

  it('says of what has no limit that anybody knows that it is none', () => {
    const large = { requirements: { data: [{ need: 'files', capacity: '90PB' }] } } as const;
    expect(recommendationMarkdown(decide(large))).toMatch(/Capacity: ≥ 90PB .*\(no known limit\)/);
  });

  it('says in one line what the evidence does not tell apart', () => {
    const { fitText = '' } = role(recommendation, 'runtime');
    expect(fitText).toContain('candidates apart');
    expect(lines).toContain(`- **${role(recommendation, 'runtime').title}**: ${message(fitText)}`);
  });

  it('offers nothing that is condemned', () => {
    const condemned = decide({ environment: { location: 'cloud' }, requirements: { data: ['files'] } });
    expect(
      role(condemned, 'storage')
        .alternatives.filter((one) => one.condemned)
        .map(({ id }) => id),
    ).toContain('glusterfs');
    const [row = ''] = recommendationMarkdown(condemned)
      .split('\n')
      .filter((line) => line.includes('files'));
    expect(row).toContain('CephFS');
    expect(row).not.toContain('GlusterFS');
  });
});
