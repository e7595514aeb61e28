import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { emit, parseWorkloads, recommend, type AnyRecommendation, type WorkloadInput } from '../../../src/index.js';
import { ROOT } from '../../support/cli.js';
import { asOf, builtin } from '../../support/decide.js';

type Lang = 'en' | 'zh';

async function brief(workload: WorkloadInput, lang: Lang, columns: number, color = false): Promise<string[]> {
  const answer: AnyRecommendation = recommend(builtin, workload, { asOf, lang, levers: true });
  const [{ text }] = await emit(answer, 'text', { columns, color, command: ['recommend', 'workload.yaml'] });
  return text.trimEnd().split('\n');
}

const KINDS = ['oltp', 'files', 'objects', 'archive', 'configuration', 'local', 'logs', 'streams', 'backups'] as const;

describe('An answer on one screen', () => {
  it.each<[Lang, string, RegExp]>([
    ['en', 'Check', /\d+ more places; --full/],
    ['zh', '核实', /另有 \d+ 个位置/],
  ])('has no more than 24 lines for many places, and tells the gravest, in %s', async (lang, findings, more) => {
    const data = [
      ...KINDS.map((need) => ({ name: `first-${need}`, need })),
      ...KINDS.map((need) => ({ name: `second-${need}`, need })),
      { name: 'last', need: 'files', throughput: '100GB/s' } as const,
    ];
    const lines = await brief({ requirements: { security: 'extreme', data } }, lang, 80);
    expect(lines.length).toBeLessThanOrEqual(24);
    expect(lines.find((line) => line.startsWith(findings))).toMatch(/ [✗!] /);
    // What nothing proves is shown, and of the rest only how many there are.
    expect(lines.join('\n')).toMatch(/last .* \? /);
    expect(lines.join('\n')).toMatch(more);
  });

  it.each<Lang>(['en', 'zh'])('keeps to a narrow terminal, with the names of items, in %s', async (lang) => {
    const data = [
      { name: 'recent-studies', need: 'files', throughput: '2GB/s' } as const,
      { name: 'old-studies', need: 'archive', capacity: '6PB' } as const,
    ];
    const lines = await brief({ requirements: { scenario: 'medical-systems', data } }, lang, 50);
    expect(lines.filter((line) => stringWidth(line) > 50)).toEqual([]);
    for (const { name } of data) expect(lines.filter((line) => line.includes(name)).length).toBeGreaterThan(0);
  });

  it.each<Lang>(['en', 'zh'])('cuts no sentence, at any width, in %s', async (lang) => {
    const files = readdirSync(join(ROOT, 'examples')).filter((file) => file.endsWith('.yaml'));
    for (const file of files) {
      const [workload = {}] = parseWorkloads(builtin, readFileSync(join(ROOT, 'examples', file), 'utf8'));
      const answer = recommend(builtin, workload, { asOf, lang, levers: true });
      // A line break within Chinese adds no blank.
      const joined = (text: string): string => text.replaceAll(/\s+/g, '');
      const messages = answer.findings.map(({ message }) => joined(message));
      for (const columns of [50, 80, 100, 140]) {
        const [{ text }] = await emit(answer, 'text', { columns });
        expect(text).not.toContain('…');
        expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(24);
        const [, found = ''] = /^(?:Check|核实) ([^]*?)^(?:Changes|变化)/m.exec(text) ?? [];
        for (const finding of found.split(/^ *(?=[✗!i] )/m).map((part) => joined(part.replace(/^ *[✗!i] /, '')))) {
          const said = finding.replace(/(?:\d+more;--fullshows(?:them|it)\.|另有\d+条，用--full查看。)$/, '');
          expect(said === '' || messages.some((message) => message.startsWith(said)), said).toBe(true);
          expect(said).toMatch(/[.。”]$|^$/);
        }
      }
    }
  });

  it('ends no line with blanks, in colour too', async () => {
    const lines = await brief({ requirements: { scenario: 'edge' } }, 'en', 80, true);
    expect(lines.filter((line) => / (?:\u001b\[\d+m)*$/u.test(line))).toEqual([]);
  });

  it('names what fails nothing where the choice fails', async () => {
    const requirements = { scenario: 'financial-trading', startup: '5s' } as const;
    const text = (await brief({ requirements }, 'en', 80)).join(' ').replaceAll(/\s+/g, ' ');
    expect(text).toMatch(
      /KubeVirt does not meet [^!]* (fails nothing, but not all is proven|meets all that is stated)/,
    );
  });
});
