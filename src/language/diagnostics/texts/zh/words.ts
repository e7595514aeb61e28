import { abridged } from '../abridged.js';
import type { DiagnosticWords } from '../texts.js';

export const words: DiagnosticWords = {
  severity: { error: '错误', warning: '警告' },
  didYouMean: (name) => `是否想写 \`${name}\`？`,
  cell: ({ row, column, name }) =>
    `第 ${String(row)} 行${column === undefined ? '' : `，第 ${String(column.number)} 列（${column.letters}）`}${name === undefined ? '' : `，\`${name}\``}。`,
};

/** 句中的名称；过多时只列前几个。 */
export const names = (all: readonly string[], word: 'and' | 'or' = 'or'): string => abridged(all, 'zh', word, ' 等');
export const oneOf = (expected: readonly string[]): string => `应为 ${names(expected)}。`;
