import type { DecisionTable } from '../../language/schema/results/lists.js';
import { code, escape, markdownTable } from './markup.js';

/** A decision table as a table in Markdown, below its id. */
export function tableMarkdown({ decision, columns, rows }: DecisionTable): string {
  return [`### ${code(decision)}`, '', ...markdownTable([columns, ...rows].map((row) => row.map(escape))), ''].join(
    '\n',
  );
}
