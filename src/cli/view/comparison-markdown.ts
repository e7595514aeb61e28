import type { Comparison } from '../../language/schema/profile.js';
import { COMPARISON_WORDS } from './comparison.js';
import { EVIDENCE_WORDS, worth } from './evidence-words.js';

/** A comparison as Markdown: tables, and the works cited at the end. */
export function markdownComparison({ lang, technologies, rows, fit = [] }: Comparison): string {
  const words = COMPARISON_WORDS[lang];
  const evidence = EVIDENCE_WORDS[lang];
  const works = new Map<string, string>();
  const cite = (source: string, work: string, url: string): string => {
    works.set(source, `[${escape(work)}](${url})`);
    return `[^${source}]`;
  };
  const facts = grid([
    [words.attribute, ...technologies.map(({ title }) => title)],
    ...rows.map(({ title, facts: own }) => [
      title,
      ...own.map((list) =>
        list.length === 0
          ? evidence.nothing
          : list
              .map((fact) => `${escape(fact.text)} (${worth(fact, evidence)})${cite(fact.source, fact.work, fact.url)}`)
              .join('<br>'),
      ),
    ]),
  ]);
  const fits = fit.flatMap(({ title, candidates }) => [
    `## ${words.fit(title)}`,
    '',
    ...grid([
      [words.required, ...candidates.map((candidate) => candidate.title)],
      ['', ...candidates.map(({ verdict, rank }) => `**${evidence.verdicts[verdict]}** (${String(rank)})`)],
      ...(candidates[0]?.fit ?? []).map((row, n) => [
        escape(`${row.title}${evidence.colon}${row.requiredText}`),
        ...candidates.map(
          ({ fit: own }) =>
            `${evidence.verdicts[own[n]?.verdict ?? 'unknown']}${evidence.colon}${escape(own[n]?.foundText ?? words.nothing)}`,
        ),
      ]),
    ]),
    '',
  ]);
  const notes = [...works].map(([source, work]) => `[^${source}]: ${work}`);
  return [...fits, `## ${words.facts}`, '', ...facts, '', ...notes, ''].join('\n');
}

function grid([head = [], ...body]: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...body.map(line)];
}

/** A text that is no markup: a bar would end the cell, an angle bracket begin a tag. */
const escape = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', ' ');
