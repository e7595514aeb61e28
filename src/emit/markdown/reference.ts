import type { ReferenceBlock, ReferenceCell, WorkloadReference } from '../../language/schema/results/lists.js';
import { code, markdownTable, message } from './markup.js';

/** A page on workloads in Markdown. */
export const referenceMarkdown = ({ blocks }: WorkloadReference): string =>
  `${blocks.map((block) => linesOf(block).join('\n')).join('\n\n')}\n`;

function linesOf(block: ReferenceBlock): string[] {
  switch (block.kind) {
    case 'heading':
      return [headingOf(block)];
    case 'paragraph':
      return [message(block.text)];
    case 'yaml':
      return ['```yaml', block.text, '```'];
    case 'table':
      return markdownTable([block.head, ...block.rows.map((row) => row.map(cellText))]);
  }
}

/** A heading, which begins with what is typed where there is something to type. */
function headingOf({ level, text, code: typed }: Extract<ReferenceBlock, { kind: 'heading' }>): string {
  return `${'#'.repeat(level)} ${typed === undefined ? text : `${code(typed)} · ${text}`}`;
}

const cellText = (cell: ReferenceCell): string => ('code' in cell ? code(cell.code) : message(cell.text));
