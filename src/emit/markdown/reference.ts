import type { ReferenceBlock, ReferenceCell, WorkloadReference } from '../../language/schema/results/lists.js';
import { code, markdownTable, message } from './markup.js';

/** A page on workloads in Markdown. */
export const referenceMarkdown = ({ blocks }: WorkloadReference): string =>
  blocks.flatMap((block, n) => (n === 0 ? linesOf(block) : ['', ...linesOf(block)])).join('\n') + '\n';

function linesOf(block: ReferenceBlock): string[] {
  switch (block.kind) {
    case 'heading':
      return [`${'#'.repeat(block.level)} ${block.code === undefined ? '' : `${code(block.code)} · `}${block.text}`];
    case 'paragraph':
      return [message(block.text)];
    case 'yaml':
      return ['```yaml', block.text, '```'];
    case 'table':
      return markdownTable([block.head, ...block.rows.map((row) => row.map(cellText))]);
  }
}

const cellText = (cell: ReferenceCell): string => ('code' in cell ? code(cell.code) : message(cell.text));
