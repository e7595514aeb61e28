import type { Lang } from '../../language/format.js';
import { TYPOGRAPHY } from '../../language/texts/index.js';
import { SHARED_TEXTS } from '../common/texts/index.js';
import type { DecisionTable } from '../../language/schema/results/lists.js';

/** Rows as a table, the first as its head. */
export function markdownTable([head = [], ...body]: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...body.map(line)];
}

/** A text that is no markup, in a paragraph or in a cell of a table. */
export const escape = (text: string): string =>
  text
    .replace(/[\\`*_[\]|~]/g, String.raw`\$&`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\r\n]+/g, ' ');

/**
 * A text as code, fenced by more backticks than it holds together. One with a bar stays a text: before a bar, a cell reads a backslash as an escape, even
 * in code.
 */
export function code(text: string): string {
  if (/[|\r\n]/.test(text)) return escape(text);
  const fence = '`'.repeat(1 + Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length)));
  // A blank next to the fence is no part of the code.
  const room = /^`|`$/.test(text) ? ' ' : '';
  return `${fence}${room}${text}${room}${fence}`;
}

/** A message, which names what can be written as code between backticks; all else in it is no markup. */
export const message = (text: string): string =>
  text
    .split(/(`[^`]+`)/)
    .map((part, n) => (n % 2 === 1 ? code(part.slice(1, -1)) : escape(part)))
    .join('');

/** A link to a work. */
export const markdownLink = (text: string, url: string): string =>
  `[${escape(text)}](${url.replace(/[()\s<>\\|]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)})`;

/** A work that can be cited. */
export interface Work {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly date?: string;
  readonly read?: string;
}

/** Footnotes: the mark where a work is cited, and the notes of all works that were, each with its address and date. */
export interface Footnotes {
  /** The mark of a work; nothing for what is no work, such as a clause of the guide. */
  readonly cite: (id: string | undefined) => string;
  readonly lines: () => string[];
}

/** The footnotes of a text that cites some of these works. */
export function footnotes(works: readonly Work[], lang: Lang): Footnotes {
  const cited = new Set<Work>();
  return {
    cite: (id) => {
      const work = works.find((one) => one.id === id);
      if (work === undefined) return '';
      cited.add(work);
      return `[^${work.id}]`;
    },
    lines: () =>
      [...cited].map(({ id, title, url, date, read }) => {
        const when = date ?? (read === undefined ? undefined : SHARED_TEXTS[lang].evidence.read(read));
        const parts = [markdownLink(title, url), ...(when === undefined ? [] : [escape(when)])];
        return `[^${id}]: ${parts.join(TYPOGRAPHY[lang].clauseComma)}`;
      }),
  };
}

/** A decision table as a table in Markdown, below its id. */
export function tableMarkdown({ decision, columns, rows }: DecisionTable): string {
  return [`### ${code(decision)}`, '', ...markdownTable([columns, ...rows].map((row) => row.map(escape))), ''].join(
    '\n',
  );
}
