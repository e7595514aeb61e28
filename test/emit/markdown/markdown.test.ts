import { describe, expect, it } from 'vitest';
import { code, escape, markdownTable, markdownLink, message } from '../../../src/emit/markdown/markup.js';
import { differenceMarkdown } from '../../../src/emit/markdown/difference.js';
import { diffKnowledge, loadKnowledge } from '../../../src/index.js';
import { asOf, builtin } from '../../support/decide.js';

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
